#include "story/json_escape.hpp"

namespace tp {
namespace {

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

/// The four hex digits after a "\u" at `at`, or −1.
std::int32_t read_unit(std::string_view text, std::size_t at) {
  if (at + 6 > text.size() || text[at] != '\\' || text[at + 1] != 'u') return -1;
  std::int32_t unit = 0;
  for (std::size_t i = at + 2; i < at + 6; ++i) {
    const int digit = hex_value(text[i]);
    if (digit < 0) return -1;
    unit = unit * 16 + digit;
  }
  return unit;
}

bool is_high_surrogate(std::int32_t unit) {
  return unit >= 0xD800 && unit <= 0xDBFF;
}
bool is_low_surrogate(std::int32_t unit) {
  return unit >= 0xDC00 && unit <= 0xDFFF;
}

Escape read_unicode_escape(std::string_view text, std::size_t at) {
  const std::int32_t first = read_unit(text, at);
  if (first < 0) return {EscapeFault::kBadHex, 2, 0};
  if (is_low_surrogate(first)) return {EscapeFault::kLoneSurrogate, 6, 0};
  if (!is_high_surrogate(first)) return {EscapeFault::kNone, 6, static_cast<char32_t>(first)};
  const std::int32_t second = read_unit(text, at + 6);
  if (!is_low_surrogate(second)) return {EscapeFault::kLoneSurrogate, 6, 0};
  const std::int32_t character = 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00);
  return {EscapeFault::kNone, 12, static_cast<char32_t>(character)};
}

}  // namespace

Escape read_escape(std::string_view text, std::size_t at) {
  if (at + 1 >= text.size()) return {EscapeFault::kUnknown, 1, 0};
  switch (text[at + 1]) {
    case '"':
      return {EscapeFault::kNone, 2, U'"'};
    case '\\':
      return {EscapeFault::kNone, 2, U'\\'};
    case '/':
      return {EscapeFault::kNone, 2, U'/'};
    case 'b':
      return {EscapeFault::kNone, 2, U'\b'};
    case 'f':
      return {EscapeFault::kNone, 2, U'\f'};
    case 'n':
      return {EscapeFault::kNone, 2, U'\n'};
    case 'r':
      return {EscapeFault::kNone, 2, U'\r'};
    case 't':
      return {EscapeFault::kNone, 2, U'\t'};
    case 'u':
      return read_unicode_escape(text, at);
    default:
      return {EscapeFault::kUnknown, 2, 0};
  }
}

void append_utf8(std::string& out, char32_t character) {
  const auto c = static_cast<std::uint32_t>(character);
  const auto tail = [&out](std::uint32_t bits) { out.push_back(static_cast<char>(0x80u | (bits & 0x3Fu))); };
  if (c < 0x80) {
    out.push_back(static_cast<char>(c));
  } else if (c < 0x800) {
    out.push_back(static_cast<char>(0xC0u | (c >> 6)));
    tail(c);
  } else if (c < 0x10000) {
    out.push_back(static_cast<char>(0xE0u | (c >> 12)));
    tail(c >> 6);
    tail(c);
  } else {
    out.push_back(static_cast<char>(0xF0u | (c >> 18)));
    tail(c >> 12);
    tail(c >> 6);
    tail(c);
  }
}

std::size_t utf8_length(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) -> std::uint32_t {
    return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0u;
  };
  const auto is_tail = [&](std::size_t i) { return (byte(i) & 0xC0u) == 0x80u; };
  const std::uint32_t lead = byte(0);
  if (lead < 0x80) return at < text.size() ? 1 : 0;
  if (lead < 0xC2) return 0;
  if (lead < 0xE0) return is_tail(1) ? 2 : 0;
  if (lead < 0xF0) {
    const std::uint32_t low = lead == 0xE0 ? 0xA0 : 0x80;
    const std::uint32_t high = lead == 0xED ? 0x9F : 0xBF;
    return byte(1) >= low && byte(1) <= high && is_tail(2) ? 3 : 0;
  }
  if (lead > 0xF4) return 0;
  const std::uint32_t low = lead == 0xF0 ? 0x90 : 0x80;
  const std::uint32_t high = lead == 0xF4 ? 0x8F : 0xBF;
  return byte(1) >= low && byte(1) <= high && is_tail(2) && is_tail(3) ? 4 : 0;
}

}  // namespace tp
