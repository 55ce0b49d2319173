#include "story/language_use.hpp"

#include <algorithm>

#include "story/json_scan.hpp"
#include "story/language_tag.hpp"
#include "story/wording.hpp"

namespace tp {
namespace {

bool serves(std::string_view written, std::string_view language) {
  for (std::string_view tag = language; !tag.empty(); tag = shorter_tag(tag)) {
    if (same_language(written, tag)) return true;
  }
  return false;
}

/// One past the value that begins at `token`.
std::size_t skip_value(std::string_view json, Token token) {
  std::size_t depth = 0;
  for (; token.kind != TokenKind::kEnd; token = next_token(json, token.end)) {
    if (token.kind == TokenKind::kOpenArray || token.kind == TokenKind::kOpenObject) {
      ++depth;
    } else if (token.kind == TokenKind::kCloseArray || token.kind == TokenKind::kCloseObject) {
      if (depth <= 1) return token.end;
      --depth;
    }
    if (depth == 0) return token.end;
  }
  return json.size();
}

std::vector<std::string_view> read_tags(std::string_view json, std::size_t from, StringStore& strings) {
  std::vector<std::string_view> tags;
  Token token = next_token(json, from);
  if (token.kind != TokenKind::kOpenArray) return tags;
  while (token.kind != TokenKind::kCloseArray && token.kind != TokenKind::kEnd) {
    token = next_token(json, token.end);
    if (token.kind != TokenKind::kString) continue;
    const std::string tag = decode_string(json, token.begin);
    const bool is_new = std::none_of(tags.begin(), tags.end(),
                                     [&](std::string_view known) { return same_language(known, tag); });
    if (is_new && is_language_tag(tag)) tags.push_back(strings.keep(tag));
  }
  return tags;
}

}  // namespace

void LanguageUse::set(std::vector<std::string_view> languages) {
  is_known_ = true;
  languages_ = std::move(languages);
  missing_.assign(languages_.size(), 0);
  first_missing_.assign(languages_.size(), 0);
}

void LanguageUse::count_missing(std::size_t language, std::size_t offset) {
  if (missing_[language]++ == 0) first_missing_[language] = offset;
  first_missing_[language] = std::min(first_missing_[language], offset);
}

void LanguageUse::count_plain(std::size_t offset) {
  ++texts_;
  for (std::size_t i = 1; i < languages_.size(); ++i) count_missing(i, offset);
}

void LanguageUse::count(const std::vector<Text::Translation>& translations, std::size_t offset) {
  ++texts_;
  for (std::size_t i = 1; i < languages_.size(); ++i) {
    const bool is_there = std::any_of(translations.begin(), translations.end(), [&](const auto& one) {
      return !one.words.empty() && serves(one.language, languages_[i]);
    });
    if (!is_there) count_missing(i, offset);
  }
}

void LanguageUse::warn(Problems& problems) const {
  for (std::size_t i = 1; i < languages_.size(); ++i) {
    if (missing_[i] == 0) continue;
    problems.warning("untranslated", first_missing_[i], [&] {
      return wording::untranslated(languages_[i], languages_[0], missing_[i], texts_);
    });
  }
}

std::vector<std::string_view> find_languages(std::string_view json, StringStore& strings) {
  Token token = next_token(json, 0);
  if (token.kind != TokenKind::kOpenObject) return {};
  token = next_token(json, token.end);
  while (token.kind == TokenKind::kString) {
    const bool is_it = decode_string(json, token.begin) == "languages";
    const Token colon = next_token(json, token.end);
    if (is_it) return read_tags(json, colon.end, strings);
    const Token comma = next_token(json, skip_value(json, next_token(json, colon.end)));
    token = next_token(json, comma.end);
  }
  return {};
}

}  // namespace tp
