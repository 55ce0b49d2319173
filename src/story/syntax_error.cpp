#include "story/syntax_error.hpp"

#include "story/json_escape.hpp"
#include "story/json_scan.hpp"
#include "story/wording.hpp"

namespace tp {
namespace {

/// "','", "the end of the file", "\"nul\"" …
std::string found_text(std::string_view json, const Token& token) {
  if (token.kind == TokenKind::kEnd) return "the end of the file";
  if (token.kind == TokenKind::kString) return "a string";
  if (token.kind == TokenKind::kWord)
    return wording::quoted(json.substr(token.begin, token.end - token.begin));
  const std::size_t length = utf8_length(json, token.begin);
  if (length == 0) return wording::invalid_utf8(token.begin);
  return "'" + wording::shown(json.substr(token.begin, length)) + "'";
}

bool is_close(TokenKind kind) {
  return kind == TokenKind::kCloseArray || kind == TokenKind::kCloseObject;
}

/// A number whose grammar is right can only be too large.
bool looks_like_number(std::string_view word) {
  std::size_t at = word.starts_with('-') ? 1 : 0;
  const auto skip_digits = [&] {
    const std::size_t from = at;
    while (at < word.size() && word[at] >= '0' && word[at] <= '9') ++at;
    return at - from;
  };
  const bool leads_with_zero = at < word.size() && word[at] == '0';
  const std::size_t whole = skip_digits();
  if (whole == 0 || (leads_with_zero && whole > 1)) return false;
  if (at < word.size() && word[at] == '.') {
    ++at;
    if (skip_digits() == 0) return false;
  }
  if (at < word.size() && (word[at] == 'e' || word[at] == 'E')) {
    ++at;
    if (at < word.size() && (word[at] == '+' || word[at] == '-')) ++at;
    if (skip_digits() == 0) return false;
  }
  return at == word.size();
}

}  // namespace

bool is_json_word(std::string_view word) {
  return word == "null" || word == "true" || word == "false" || looks_like_number(word);
}

std::string explain_word(std::string_view word) {
  if (looks_like_number(word)) return "the number " + wording::shown(word) + " is too large";
  const char first = word.empty() ? ' ' : word[0];
  const bool numeric = (first >= '0' && first <= '9') || first == '-' || first == '+' || first == '.';
  return wording::quoted(word) + (numeric ? " is no number" : " is no value; words stand in double quotes");
}

namespace {

class Explainer {
 public:
  Explainer(std::string_view json, std::size_t after) : json_(json), token_(next_token(json, after)) {}

  SyntaxError explain(Accepted accepted) {
    switch (accepted) {
      case Accepted::kNothing:
        return value("a value");
      case Accepted::kArrayBegin:
        return value("a value or ']'");
      case Accepted::kObjectBegin:
        return expected("a field name in double quotes or '}'");
      case Accepted::kKey:
        return after_key();
      case Accepted::kValueInArray:
        return after_value("',' or ']'");
      case Accepted::kValueInObject:
        return after_value("',' or '}'");
      case Accepted::kWhole:
        return expected("nothing more after the story");
    }
    return expected("a value");
  }

 private:
  SyntaxError expected(std::string_view what) const {
    return {token_.begin, "expected " + std::string(what) + ", found " + found_text(json_, token_)};
  }

  SyntaxError value(std::string_view what) const {
    if (token_.kind != TokenKind::kWord) return expected(what);
    return {token_.begin, explain_word(json_.substr(token_.begin, token_.end - token_.begin))};
  }

  SyntaxError after_key() {
    if (token_.kind != TokenKind::kColon) return expected("':' after the field name");
    token_ = next_token(json_, token_.end);
    return value("a value");
  }

  SyntaxError after_value(std::string_view what) {
    if (token_.kind != TokenKind::kComma) return expected(what);
    const Token comma = token_;
    token_ = next_token(json_, token_.end);
    if (is_close(token_.kind)) return {comma.begin, "a comma with nothing after it"};
    const bool in_array = what.find(']') != std::string_view::npos;
    return in_array ? value("a value") : expected("a field name in double quotes");
  }

  std::string_view json_;
  Token token_;
};

}  // namespace

SyntaxError explain_syntax_error(std::string_view json, std::size_t after, Accepted accepted) {
  return Explainer(json, after).explain(accepted);
}

}  // namespace tp
