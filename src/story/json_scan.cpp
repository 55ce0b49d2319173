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

bool is_word_byte(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '+' ||
         c == '.' || c == '_';
}

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

std::string decode_string(std::string_view json, std::size_t quote) {
  std::string out;
  std::size_t at = quote + 1;
  while (at < json.size() && json[at] != '"') {
    const Escape escape = json[at] == '\\' ? read_escape(json, at) : Escape{EscapeFault::kUnknown, 1, 0};
    if (escape.fault == EscapeFault::kNone) {
      append_utf8(out, escape.character);
    } else {
      out.append(json.substr(at, escape.length));
    }
    at += escape.length;
  }
  return out;
}

std::size_t offset_in_string(std::string_view json, std::size_t quote, std::size_t decoded) {
  std::size_t at = quote + 1;
  std::string passed;
  while (at < json.size() && json[at] != '"' && passed.size() < decoded) {
    const Escape escape = json[at] == '\\' ? read_escape(json, at) : Escape{EscapeFault::kUnknown, 1, 0};
    if (escape.fault == EscapeFault::kNone) {
      append_utf8(passed, escape.character);
    } else {
      passed.append(json.substr(at, escape.length));
    }
    at += escape.length;
  }
  return at;
}

}  // namespace tp
