#include "story/json_cursor.hpp"

#include <cstring>

#include "story/json_scan.hpp"

namespace tp {
namespace {

constexpr std::uint64_t kLowBits = 0x0101010101010101u;
constexpr std::uint64_t kHighBits = 0x8080808080808080u;

/// Non-zero where one of eight bytes is a quote, a backslash, a control character or not ASCII.
/// (The zero-byte test of S. E. Anderson's "Bit Twiddling Hacks"; it may flag more than there is, never
/// less.)
std::uint64_t special_bytes(std::uint64_t eight) {
  const auto has_zero = [](std::uint64_t x) { return (x - kLowBits) & ~x & kHighBits; };
  const std::uint64_t below_space = (eight - kLowBits * 0x20) & ~eight & kHighBits;
  return has_zero(eight ^ (kLowBits * '"')) | has_zero(eight ^ (kLowBits * '\\')) | below_space |
         (eight & kHighBits);
}

bool is_plain(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x20 && byte < 0x80 && c != '"' && c != '\\';
}

}  // namespace

JsonCursor::JsonCursor(std::string_view text, std::size_t longest_string)
    : text_(text), longest_string_(longest_string) {}

void JsonCursor::advance() {
  if (closing_) {
    closing_ = false;
    in_word_ = false;
    return;
  }
  const char c = text_[at_];
  if (c == '"') {
    read_string();
    return;
  }
  const bool word = is_word_byte(c);
  if (word && !in_word_) word_offset_ = at_;
  in_word_ = word;
  ++at_;
  if (is_json_space(c)) {
    while (at_ < text_.size() && is_json_space(text_[at_])) ++at_;
  }
}

std::size_t JsonCursor::plain_run(std::size_t from) const {
  std::size_t at = from;
  while (at + 8 <= text_.size()) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, text_.data() + at, 8);
    if (special_bytes(eight) != 0) break;
    at += 8;
  }
  while (at < text_.size() && is_plain(text_[at])) ++at;
  return at;
}

void JsonCursor::fail(StringFault fault, std::size_t offset) {
  fault_ = fault;
  fault_offset_ = offset;
  at_ = text_.size();  // to the parser the text ends here
}

void JsonCursor::read_string() {
  string_offset_ = at_;
  has_escapes_ = false;
  decoded_.clear();
  const std::size_t first = at_ + 1;
  std::size_t copied = first;  // everything before this is in decoded_, if there are escapes
  std::size_t at = first;
  while (true) {
    at = plain_run(at);
    if (at >= text_.size()) return fail(StringFault::kUnclosed, string_offset_);
    if (decoded_.size() + (at - copied) > longest_string_) return fail(StringFault::kTooLong, string_offset_);
    const char c = text_[at];
    if (c == '"') break;
    if (c == '\\') {
      const Escape escape = read_escape(text_, at);
      if (escape.fault == EscapeFault::kUnknown) return fail(StringFault::kUnknownEscape, at);
      if (escape.fault == EscapeFault::kBadHex) return fail(StringFault::kBadHex, at);
      if (escape.fault == EscapeFault::kLoneSurrogate) return fail(StringFault::kLoneSurrogate, at);
      has_escapes_ = true;
      decoded_.append(text_.substr(copied, at - copied));
      append_utf8(decoded_, escape.character);
      at += escape.length;
      copied = at;
    } else if (const std::size_t length = utf8_length(text_, at); length > 1) {
      at += length;
    } else {
      const bool control = static_cast<unsigned char>(c) < 0x20;
      return fail(control ? StringFault::kControl : StringFault::kBadUtf8, at);
    }
  }
  if (has_escapes_) decoded_.append(text_.substr(copied, at - copied));
  string_ = has_escapes_ ? std::string_view(decoded_) : text_.substr(first, at - first);
  at_ = at + 1;
  closing_ = true;
}

}  // namespace tp
