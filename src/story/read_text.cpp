// Text in one or more languages, and the links in it.
#include <algorithm>
#include <memory>
#include <optional>

#include "story/language_tag.hpp"
#include "story/reading.hpp"

namespace tp {
namespace {

// Longer ones are no links; looking no further keeps a text of nothing but brackets cheap.
constexpr std::size_t kLongestLink = 500;

/// What stands between "[[" and "]]" in front of `rest`; nothing where that is no link.
std::optional<std::string_view> link_of(std::string_view rest) {
  rest = rest.substr(0, std::min(rest.size(), kLongestLink));
  const std::size_t close = rest.find("]]");
  if (close == std::string_view::npos) return std::nullopt;
  const std::string_view link = rest.substr(0, close);
  const std::string_view id = link.substr(0, link.find('|'));
  if (id.find_first_of("]\n") != std::string_view::npos) return std::nullopt;
  return link;
}

/// Notes every `[[id]]` and `[[id|words]]`. A backslash before the brackets makes them plain text.
void note_links(Reading& reading, const JsonValue& value, std::string_view words) {
  std::size_t at = words.find("[[");
  while (at != std::string_view::npos) {
    const std::size_t inside = at + 2;
    const bool is_escaped = at > 0 && words[at - 1] == '\\';
    const auto link = is_escaped ? std::nullopt : link_of(words.substr(inside));
    if (link) {
      const std::uint32_t number = reading.names.number_of(link->substr(0, link->find('|')));
      reading.uses.push_back({number, Wanted::kAnything, Spot(value.offset, inside)});
    } else if (!is_escaped) {
      reading.problems.warning("unclosed-link", Spot(value.offset, at), wording::unclosed_link);
    }
    at = words.find("[[", inside + (link ? link->size() : 0));
  }
}

/// Languages are few and named again and again: each is kept once.
std::string_view keep_tag(Reading& reading, const JsonValue& member) {
  for (const std::string_view known : reading.languages.all()) {
    if (known == member.key) return known;
  }
  return reading.story.strings.keep(member.key);
}

void learn_languages(Reading& reading) {
  if (reading.languages.is_known()) return;
  const std::vector<std::string_view>& read_already = reading.story.languages;
  reading.languages.set(read_already.empty() ? find_languages(reading.json, reading.story.strings)
                                             : read_already);
}

void read_translations(Reading& reading, const JsonValue& value, Text& into) {
  std::vector<Text::Translation> all;
  bool is_sound = true;
  for (const JsonValue& member : JsonInside(value)) {
    if (!is_language_tag(member.key)) {
      is_sound = false;
      reading.problems.error("bad-language-tag", member.key_offset,
                             [&] { return wording::bad_language_tag(member.key); });
    } else if (!reading.expect(member, JsonType::kString, "a string")) {
      is_sound = false;
    } else {
      const std::string_view words = reading.keep(member);
      note_links(reading, member, words);
      all.push_back({keep_tag(reading, member), words});
    }
  }
  const std::vector<std::string_view>& languages = reading.languages.all();
  if (!is_sound || languages.empty()) return;
  reading.languages.count(all, value.offset);

  const auto shared = std::make_shared<const std::vector<Text::Translation>>(std::move(all));
  const Text text(Text({}, shared).in(languages[0]), shared);
  if (text.empty()) {
    reading.problems.error("missing-language", value.offset,
                           [&] { return wording::missing_language(languages[0]); });
    return;
  }
  into = text;
}

}  // namespace

void read(Reading& reading, const JsonValue& value, Text& into) {
  learn_languages(reading);
  if (is_empty_text(value)) return;
  if (value.is(JsonType::kObject)) return read_translations(reading, value, into);
  if (!reading.expect(value, JsonType::kString, "a string, or an object from language tag to string")) return;
  into = Text(reading.keep(value));
  reading.languages.count_plain(value.offset);
  note_links(reading, value, into.in({}));
}

}  // namespace tp
