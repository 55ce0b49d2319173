#include "story/text.hpp"

#include <cstring>

#include "story/language_tag.hpp"

namespace tp {
namespace {

const std::vector<Text::Translation> kNoTranslations;

const Text::Translation* find(const std::vector<Text::Translation>& all, std::string_view language) {
  for (std::string_view tag = language; !tag.empty(); tag = shorter_tag(tag)) {
    for (const Text::Translation& one : all) {
      if (!one.words.empty() && same_language(one.language, tag)) return &one;
    }
  }
  return nullptr;
}

}  // namespace

std::string_view StringStore::keep(std::string_view text) {
  if (text.empty()) return {};
  if (text.size() > left_) {
    // What would waste much of a block gets one of its own, and the current block goes on.
    const bool is_large = text.size() > kBlock / 4;
    blocks_.push_back(std::unique_ptr<char[]>(new char[is_large ? text.size() : kBlock]));
    char* const block = blocks_.back().get();
    if (is_large) {
      std::memcpy(block, text.data(), text.size());
      bytes_ += text.size();
      return {block, text.size()};
    }
    free_ = block;
    left_ = kBlock;
  }
  char* const place = free_;
  std::memcpy(place, text.data(), text.size());
  free_ += text.size();
  left_ -= text.size();
  bytes_ += text.size();
  return {place, text.size()};
}

std::string_view Text::in(std::string_view language) const {
  if (!all_) return words_;
  const Translation* one = find(*all_, language);
  return one ? one->words : words_;
}

bool Text::has(std::string_view language) const {
  return all_ && find(*all_, language) != nullptr;
}

const std::vector<Text::Translation>& Text::translations() const {
  return all_ ? *all_ : kNoTranslations;
}

}  // namespace tp
