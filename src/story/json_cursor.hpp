// How is JSON text fed to the parser, and which byte is it at? Strings are read here, whole, instead of byte
// by byte.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "story/json_escape.hpp"

namespace tp {

enum class StringFault : std::uint8_t {
  kNone,
  kUnclosed,
  kControl,
  kBadUtf8,
  kUnknownEscape,
  kBadHex,
  kLoneSurrogate,
  kTooLong
};

/// Walks over a JSON text and hands it to nlohmann's parser one character at a time, but of every string only
/// its two quotes and of every run of white space only one space. That parser copies each byte twice, which
/// halves its speed and loses the byte offsets; here a string is checked and decoded in one go and stays a
/// view of the text where it has no escapes.
class JsonCursor {
 public:
  JsonCursor(std::string_view text, std::size_t longest_string);

  bool at_end() const { return at_ >= text_.size() && !closing_; }
  char current() const {
    if (closing_) return '"';
    return text_[at_] == '\0' ? kNeverValid : text_[at_];
  }
  void advance();

  /// The string whose quotes were handed out last; valid until the next one.
  std::string_view string() const { return string_; }
  bool string_has_escapes() const { return has_escapes_; }
  /// Where that string's opening quote is.
  std::size_t string_offset() const { return string_offset_; }
  /// One past its closing quote.
  std::size_t string_end() const { return at_; }
  /// Where the number or literal read last begins.
  std::size_t word_offset() const { return word_offset_; }
  /// Where the bracket read last is.
  std::size_t bracket_offset() const { return at_ - 1; }

  StringFault fault() const { return fault_; }
  std::size_t fault_offset() const { return fault_offset_; }

 private:
  // Stands for a NUL byte, which nlohmann's lexer would take for the end of the text.
  static constexpr char kNeverValid = '\x01';

  void read_string();
  std::size_t plain_run(std::size_t from) const;
  void fail(StringFault fault, std::size_t offset);

  std::string_view text_;
  std::size_t longest_string_;
  std::size_t at_ = 0;
  bool closing_ = false;  // the closing quote of a string is next
  bool in_word_ = false;
  std::string_view string_;
  bool has_escapes_ = false;
  std::string decoded_;
  std::size_t string_offset_ = 0;
  std::size_t word_offset_ = 0;
  StringFault fault_ = StringFault::kNone;
  std::size_t fault_offset_ = 0;
};

}  // namespace tp
