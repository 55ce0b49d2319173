#include "platform/small_format.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

namespace tp {

namespace {

struct Directive {
  bool zeros = false;
  std::size_t width = 0;
  std::size_t precision = std::string_view::npos;
  int longs = 0;  // how many times the argument is long
  char kind = 0;
};

class Formatter {
 public:
  Formatter(char* out, std::size_t size, const char* format, std::va_list arguments)
      : out_(out), size_(size), format_(format) {
    va_copy(arguments_, arguments);
  }
  ~Formatter() { va_end(arguments_); }
  Formatter(const Formatter&) = delete;
  Formatter& operator=(const Formatter&) = delete;

  std::size_t run() {
    while (*format_) {
      const char* const begin = format_++;
      if (*begin != '%') {
        put(*begin);
      } else if (!write(read_directive())) {
        for (const char* c = begin; c < format_; ++c) put(*c);
      }
    }
    if (size_ > 0) out_[std::min(length_, size_ - 1)] = '\0';
    return length_;
  }

 private:
  void put(char c) {
    if (length_ + 1 < size_) out_[length_] = c;
    ++length_;
  }
  void put(std::size_t count, char c) {
    for (; count > 0; --count) put(c);
  }
  void put(std::string_view text) {
    for (const char c : text) put(c);
  }

  std::size_t read_number() {
    std::size_t value = 0;
    for (; *format_ >= '0' && *format_ <= '9'; ++format_)
      value = value * 10 + static_cast<std::size_t>(*format_ - '0');
    return value;
  }

  Directive read_directive() {
    Directive out;
    out.zeros = *format_ == '0';
    out.width = read_number();
    if (*format_ == '.') {
      ++format_;
      out.precision = read_number();
    }
    for (; *format_ == 'l' || *format_ == 'h' || *format_ == 'z'; ++format_) {
      if (*format_ == 'l') ++out.longs;
      if (*format_ == 'z') out.longs = sizeof(std::size_t) == sizeof(long) ? 1 : 2;
    }
    out.kind = *format_;
    if (out.kind) ++format_;
    return out;
  }

  bool write(const Directive& directive) {
    switch (directive.kind) {
      case 'd':
      case 'i':
        write_whole(directive);
        return true;
      case 'u':
      case 'x':
      case 'X':
        write_digits(directive, next_natural(directive.longs), false);
        return true;
      case 'c':
        put(std::max<std::size_t>(1, directive.width) - 1, ' ');
        put(static_cast<char>(va_arg(arguments_, int)));
        return true;
      case 's':
        write_text(directive, va_arg(arguments_, const char*));
        return true;
      case '%':
        put('%');
        return true;
      default:
        return false;
    }
  }

  std::uint64_t next_natural(int longs) {
    if (longs >= 2) return va_arg(arguments_, unsigned long long);
    return longs == 1 ? va_arg(arguments_, unsigned long) : va_arg(arguments_, unsigned);
  }

  void write_whole(const Directive& directive) {
    const std::int64_t value = directive.longs >= 2   ? va_arg(arguments_, long long)
                               : directive.longs == 1 ? va_arg(arguments_, long)
                                                      : va_arg(arguments_, int);
    const auto size = static_cast<std::uint64_t>(value);
    write_digits(directive, value < 0 ? 0 - size : size, value < 0);
  }

  void write_digits(const Directive& directive, std::uint64_t value, bool negative) {
    const bool hex = directive.kind == 'x' || directive.kind == 'X';
    const std::string_view symbols = directive.kind == 'X' ? "0123456789ABCDEF" : "0123456789abcdef";
    std::array<char, 24> text{};
    std::size_t begin = text.size();
    for (const unsigned base = hex ? 16 : 10; value > 0; value /= base)
      text[--begin] = symbols[static_cast<std::size_t>(value % base)];
    const std::size_t count = text.size() - begin;
    const std::size_t sign = negative ? 1 : 0;
    const bool has_precision = directive.precision != std::string_view::npos;
    std::size_t shown = std::max(count, has_precision ? directive.precision : 1);
    if (directive.zeros && !has_precision)
      shown = std::max(shown, directive.width - std::min(directive.width, sign));
    put(directive.width - std::min(directive.width, shown + sign), ' ');
    put(sign, '-');
    put(shown - count, '0');
    put(std::string_view(text.data() + begin, count));
  }

  void write_text(const Directive& directive, const char* text) {
    std::size_t count = 0;
    while (count < directive.precision && text[count]) ++count;
    put(directive.width - std::min(directive.width, count), ' ');
    put(std::string_view(text, count));
  }

  char* out_;
  std::size_t size_;
  const char* format_;
  std::va_list arguments_;
  std::size_t length_ = 0;
};

}  // namespace

int small_format(char* out, std::size_t size, const char* format, std::va_list arguments) {
  return static_cast<int>(Formatter(out, size, format, arguments).run());
}

}  // namespace tp
