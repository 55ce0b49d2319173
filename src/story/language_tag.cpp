#include "story/language_tag.hpp"

#include <cstddef>

namespace tp {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}
bool is_letter(char c) {
  return lower(c) >= 'a' && lower(c) <= 'z';
}

bool all_of(std::string_view part, bool (*test)(char)) {
  for (const char c : part) {
    if (!test(c)) return false;
  }
  return true;
}
bool letters(std::string_view part) {
  return all_of(part, is_letter);
}
bool letters_or_digits(std::string_view part) {
  return all_of(part, [](char c) { return is_letter(c) || is_digit(c); });
}

/// The subtags of a tag, one after the other.
class Subtags {
 public:
  explicit Subtags(std::string_view tag) : rest_(tag) { next(); }
  std::string_view now() const { return now_; }
  bool done() const { return done_; }
  void next() {
    done_ = at_end_;
    if (at_end_) return;
    const std::size_t hyphen = rest_.find('-');
    now_ = rest_.substr(0, hyphen);
    at_end_ = hyphen == std::string_view::npos;
    if (!at_end_) rest_.remove_prefix(hyphen + 1);
  }

 private:
  std::string_view rest_;
  std::string_view now_;
  bool at_end_ = false;
  bool done_ = false;
};

bool is_variant(std::string_view part) {
  if (part.size() == 4) return is_digit(part[0]) && letters_or_digits(part);
  return part.size() >= 5 && part.size() <= 8 && letters_or_digits(part);
}

bool is_region(std::string_view part) {
  return (part.size() == 2 && letters(part)) || (part.size() == 3 && all_of(part, is_digit));
}

/// Subtags of `shortest` to 8 letters or digits, at least one.
bool skip_run(Subtags& tags, std::size_t shortest) {
  std::size_t count = 0;
  for (; !tags.done() && tags.now().size() >= shortest && tags.now().size() <= 8; tags.next(), ++count) {
    if (!letters_or_digits(tags.now())) return false;
  }
  return count > 0;
}

bool skip_language(Subtags& tags) {
  const std::string_view language = tags.now();
  if (language.size() < 2 || language.size() > 8 || !letters(language)) return false;
  tags.next();
  const std::size_t extended_most = language.size() <= 3 ? 3 : 0;
  for (std::size_t i = 0; i < extended_most && !tags.done(); ++i) {
    if (tags.now().size() != 3 || !letters(tags.now())) break;
    tags.next();
  }
  return true;
}

}  // namespace

bool is_language_tag(std::string_view tag) {
  Subtags tags(tag);
  const bool is_private = same_language(tags.now(), "x");
  if (!is_private && !skip_language(tags)) return false;
  if (!tags.done() && tags.now().size() == 4 && letters(tags.now())) tags.next();
  if (!tags.done() && is_region(tags.now())) tags.next();
  while (!tags.done() && is_variant(tags.now())) tags.next();
  while (!tags.done() && tags.now().size() == 1 && letters_or_digits(tags.now())) {
    const bool private_use = same_language(tags.now(), "x");
    tags.next();
    if (!skip_run(tags, private_use ? 1 : 2)) return false;
    if (private_use) break;
  }
  return tags.done();
}

bool same_language(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (lower(a[i]) != lower(b[i])) return false;
  }
  return true;
}

std::string_view shorter_tag(std::string_view tag) {
  const auto cut = [](std::string_view t) {
    const std::size_t hyphen = t.rfind('-');
    return hyphen == std::string_view::npos ? std::string_view() : t.substr(0, hyphen);
  };
  tag = cut(tag);
  // A single letter only announces what was cut off.
  if (tag.size() >= 2 && tag[tag.size() - 2] == '-') tag = cut(tag);
  return tag;
}

}  // namespace tp
