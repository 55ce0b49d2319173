// Text in one or more languages, and the links in it.
#include <memory>

#include "story/language_tag.hpp"
#include "story/reading.hpp"

namespace tp {
namespace {

void report_link(Reading& reading, const JsonValue& value, std::size_t at) {
  reading.problems.warning("unclosed-link", reading.offset_inside(value, at), wording::unclosed_link);
}

/// Notes every `[[id]]` and `[[id|words]]`. A backslash before the brackets makes them plain text.
void note_links(Reading& reading, const JsonValue& value, std::string_view words) {
  for (std::size_t at = words.find("[["); at != std::string_view::npos; at = words.find("[[", at)) {
    const bool is_escaped = at > 0 && words[at - 1] == '\\';
    const std::size_t from = at;
    at += 2;
    if (is_escaped) continue;
    const std::size_t end = words.find_first_of("|]\n", at);
    const std::size_t close = end == std::string_view::npos ? end : words.find("]]", end);
    if (close == std::string_view::npos || words[end] == '\n' || (words[end] == ']' && close != end)) {
      report_link(reading, value, from);
      continue;
    }
    const std::uint32_t number = reading.names.number_of(words.substr(at, end - at));
    const std::size_t offset = reading.offset_inside(value, at);
    reading.uses.push_back({number, static_cast<std::uint32_t>(offset), Wanted::kAnything});
    at = close + 2;
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
