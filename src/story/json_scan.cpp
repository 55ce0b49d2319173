#include "story/json_scan.hpp"

#include "story/json_escape.hpp"

namespace tp {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// One past the closing quote of the string that begins at `quote`, or the end of the text.
std::size_t end_of_string(std::string_view json, std::size_t quote) {
  std::size_t at = quote + 1;
  while (at < json.size()) {
    if (json[at] == '"') return at + 1;
    at += json[at] == '\\' ? 2 : 1;
  }
  return json.size();
}

TokenKind kind_of(char c) {
  switch (c) {
    case '{':
      return TokenKind::kOpenObject;
    case '}':
      return TokenKind::kCloseObject;
    case '[':
      return TokenKind::kOpenArray;
    case ']':
      return TokenKind::kCloseArray;
    case ':':
      return TokenKind::kColon;
    case ',':
      return TokenKind::kComma;
    case '"':
      return TokenKind::kString;
    default:
      return is_word_byte(c) ? TokenKind::kWord : TokenKind::kOther;
  }
}

}  // namespace

Token next_token(std::string_view json, std::size_t from) {
  std::size_t at = from;
  if (at == 0 && json.starts_with(kByteOrderMark)) at = kByteOrderMark.size();
  while (at < json.size() && is_json_space(json[at])) ++at;
  if (at >= json.size()) return {TokenKind::kEnd, json.size(), json.size()};

  const TokenKind kind = kind_of(json[at]);
  std::size_t end = at + 1;
  if (kind == TokenKind::kString) {
    end = end_of_string(json, at);
  } else if (kind == TokenKind::kWord) {
    while (end < json.size() && is_word_byte(json[end])) ++end;
  }
  return {kind, at, end};
}

namespace {

/// One character or escape of a string: what it takes in the file, and what it says.
struct Piece {
  std::size_t length = 1;
  Escape escape{EscapeFault::kUnknown, 1, 0};

  bool is_escape() const { return escape.fault == EscapeFault::kNone; }
};

Piece read_piece(std::string_view json, std::size_t at) {
  if (json[at] != '\\') return {};
  const Escape escape = read_escape(json, at);
  return {escape.length, escape};
}

std::size_t utf8_size(char32_t c) {
  return c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
}

}  // namespace

std::string decode_string(std::string_view json, std::size_t quote) {
  std::string out;
  for (std::size_t at = quote + 1; at < json.size() && json[at] != '"';) {
    const Piece piece = read_piece(json, at);
    if (piece.is_escape()) {
      append_utf8(out, piece.escape.character);
    } else {
      out.append(json.substr(at, piece.length));
    }
    at += piece.length;
  }
  return out;
}

std::size_t offset_in_string(std::string_view json, std::size_t quote, std::size_t decoded) {
  std::size_t at = quote + 1;
  for (std::size_t passed = 0; passed < decoded && at < json.size() && json[at] != '"';) {
    const Piece piece = read_piece(json, at);
    passed += piece.is_escape() ? utf8_size(piece.escape.character) : piece.length;
    at += piece.length;
  }
  return at;
}

}  // namespace tp
