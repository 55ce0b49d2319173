// Where does each token of a JSON text begin and end? For finding places in a text; it checks nothing.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace tp {

enum class TokenKind : std::uint8_t {
  kEnd,
  kOpenObject,
  kCloseObject,
  kOpenArray,
  kCloseArray,
  kColon,
  kComma,
  kString,
  kWord,   ///< a run of what numbers, true, false and null are made of
  kOther,  ///< one character that stands nowhere in JSON
};

struct Token {
  TokenKind kind = TokenKind::kEnd;
  std::size_t begin = 0;
  std::size_t end = 0;  ///< one past its last byte; of an unclosed string the end of the text
};

/// The first token at or after `from`; a byte-order mark at the very start is passed over.
Token next_token(std::string_view json, std::size_t from);

inline bool is_json_space(char c) {
  return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

/// Whether the byte can be part of a number, true, false or null (well-formed or not).
inline bool is_word_byte(char c) {
  const char lower = static_cast<char>(c | 0x20);  // of a letter; digits and signs keep their value
  return (lower >= 'a' && lower <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' ||
         c == '_';
}

/// What the string token that begins at `quote` says; escapes decoded, malformed ones left as they are.
std::string decode_string(std::string_view json, std::size_t quote);

/// The place in the file of byte `decoded` of the decoded string that begins at `quote`.
std::size_t offset_in_string(std::string_view json, std::size_t quote, std::size_t decoded);

}  // namespace tp
