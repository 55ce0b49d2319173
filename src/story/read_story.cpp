#include "story/read_story.hpp"

#include <algorithm>

#include "story/json_elements.hpp"
#include "story/json_scan.hpp"
#include "story/language_tag.hpp"
#include "story/read_parts.hpp"
#include "story/resolve.hpp"

namespace tp {
namespace {

constexpr std::string_view kFormat = "turning-point/1";

/// "turning-point/1", or a minor version of it.
void read_format(Reading& reading, const JsonValue& value, Story&) {
  if (!reading.expect(value, JsonType::kString, "the string \"turning-point/1\"")) return;
  if (value.text == kFormat || value.text.starts_with("turning-point/1.")) return;
  // Whatever else is found was written to other rules: it would only be noise.
  reading.is_unknown_format = true;
  reading.problems.clear();
  reading.problems.error("unknown-format", value.offset, [&] { return wording::unknown_format(value.text); });
}

/// Where the JSON Schema is, for the author's editor.
void read_schema_link(Reading& reading, const JsonValue& value, Story&) {
  reading.expect(value, JsonType::kString, "a string");
}

void read_story_id(Reading& reading, const JsonValue& value, Story& story) {
  define(reading, value, {}, story.id);
}

void read_language(Reading& reading, const JsonValue& value) {
  if (!reading.expect(value, JsonType::kString, "a language tag as a string")) return;
  const auto& known = reading.story.languages;
  if (!is_language_tag(value.text)) {
    reading.problems.error("bad-language-tag", value.offset,
                           [&] { return wording::bad_language_tag(value.text); });
  } else if (std::any_of(known.begin(), known.end(),
                         [&](std::string_view tag) { return same_language(tag, value.text); })) {
    reading.problems.error("repeated", value.offset, [&] { return wording::repeated_language(value.text); });
  } else {
    reading.story.languages.push_back(reading.keep(value));
  }
}

/// A member of the top level: one value, or an array read element by element.
struct TopField {
  std::string_view name;
  Need need = Need::kOptional;
  void (*value)(Reading&, const JsonValue&, Story&) = nullptr;
  void (*element)(Reading&, const JsonValue&) = nullptr;
  std::size_t Limits::*most = nullptr;
};

constexpr TopField kTopFields[] = {
    {"$schema", Need::kOptional, read_schema_link},
    {"format", Need::kRequired, read_format},
    {"id", Need::kRequired, read_story_id},
    {"languages", Need::kRequired, nullptr, read_language, &Limits::languages},
    {"title", Need::kRequired, into<&Story::title>},
    {"subtitle", Need::kOptional, into<&Story::subtitle>},
    {"question", Need::kOptional, into<&Story::question>},
    {"answer", Need::kOptional, into<&Story::answer>},
    {"updated", Need::kOptional, into<&Story::updated>},
    {"license", Need::kOptional, into<&Story::license>},
    {"credits", Need::kOptional, into<&Story::credits>},
    {"start", Need::kOptional, read_start},
    {"tracks", Need::kOptional, nullptr, read_track, &Limits::others},
    {"actors", Need::kOptional, nullptr, read_actor, &Limits::actors},
    {"relations", Need::kOptional, nullptr, read_relation, &Limits::relations},
    {"events", Need::kRequired, nullptr, read_event, &Limits::events},
    {"periods", Need::kOptional, nullptr, read_period, &Limits::others},
    {"series", Need::kOptional, nullptr, read_series, &Limits::others},
    {"sources", Need::kOptional, nullptr, read_source, &Limits::others},
    {"glossary", Need::kOptional, nullptr, read_term, &Limits::others},
    {"tours", Need::kOptional, nullptr, read_tour, &Limits::others},
    {"quiz", Need::kOptional, nullptr, read_question, &Limits::others},
};
constexpr std::size_t kTopFieldCount = std::size(kTopFields);

/// Sends each member of the top level to where it is read.
class TopLevel final : public ElementSink {
 public:
  explicit TopLevel(Reading& reading) : reading_(reading) {}

  bool member(const JsonValue& value) override {
    const TopField* field = find(value);
    if (!field) return true;
    if (!field->value) {
      reading_.expect(value, JsonType::kArray, "an array");
    } else {
      const bool is_there = field->need == Need::kOptional || detail::says_something(reading_, value);
      if (is_there) field->value(reading_, value, reading_.story);
    }
    return !reading_.is_unknown_format;
  }

  void array(const JsonValue& array) override {
    array_ = find(array);
    array_offset_ = array.offset;
    if (array_ && !array_->element) {
      array_->value(reading_, array, reading_.story);  // says what it wants instead
      array_ = nullptr;
    }
    if (array_ && array_->element == read_language) languages_at_ = array.offset;
  }

  bool element(const JsonValue& value, std::size_t index) override {
    if (!array_) return true;
    if (index >= reading_.limits.*array_->most) {
      reading_.problems.error("too-many", array_offset_,
                              [&] { return wording::too_many(array_->name, reading_.limits.*array_->most); });
      return false;
    }
    if (array_->element == read_language) languages_at_ = kNowhere;
    array_->element(reading_, value);
    return true;
  }

  void check_required(std::size_t story_offset) {
    if (languages_at_ != kNowhere) {
      reading_.problems.error("empty", languages_at_, [] { return wording::empty_field("languages"); });
    }
    for (std::size_t i = 0; i < kTopFieldCount; ++i) {
      if (kTopFields[i].need == Need::kRequired && !seen_[i]) {
        reading_.problems.error("missing-field", story_offset,
                                [&] { return wording::missing_field("a story", kTopFields[i].name); });
      }
    }
  }

 private:
  const TopField* find(const JsonValue& member) {
    for (std::size_t i = 0; i < kTopFieldCount; ++i) {
      if (kTopFields[i].name != member.key) continue;
      const bool is_first = !seen_[i];  // a second one was reported as such
      seen_[i] = true;
      return is_first ? &kTopFields[i] : nullptr;
    }
    std::array<std::string_view, kTopFieldCount> names;
    for (std::size_t i = 0; i < kTopFieldCount; ++i) names[i] = kTopFields[i].name;
    detail::check_unknown(reading_, member, names);
    return nullptr;
  }

  Reading& reading_;
  const TopField* array_ = nullptr;
  std::size_t array_offset_ = 0;
  std::array<bool, kTopFieldCount> seen_{};
  std::size_t languages_at_ = kNowhere;  // while they are an array without elements
};

/// Problems of the file as a whole, before its JSON is looked at.
bool is_readable(std::string_view json, const Limits& limits, Problems& problems) {
  if (json.size() > limits.file_bytes) {
    problems.error("too-large", 0, [&] { return wording::file_too_large(limits.file_bytes); });
    return false;
  }
  if (json.starts_with("\xFF\xFE") || json.starts_with("\xFE\xFF")) {
    problems.error("invalid-utf8", 0, wording::utf16);
    return false;
  }
  if (next_token(json, 0).kind == TokenKind::kEnd) {
    problems.error("empty-file", 0, wording::empty_file);
    return false;
  }
  return true;
}

void read_whole(Reading& reading) {
  TopLevel top(reading);
  const bool complete =
      read_elements(reading.json, reading.limits, reading.story.strings, reading.problems, top);
  if (!complete) return;
  top.check_required(next_token(reading.json, 0).begin);
  check_uses(reading);
  reading.languages.warn(reading.problems);
}

}  // namespace

StoryResult read_story(std::string_view json, const Limits& limits) {
  StoryResult result;
  Problems problems;
  if (is_readable(json, limits, problems)) {
    result.story.emplace();
    Reading reading(json, limits, *result.story, problems);
    read_whole(reading);
    if (problems.error_count() == 0) resolve(reading);
  }
  if (problems.error_count() > 0) result.story.reset();
  result.diagnostics = problems.finish(json);
  return result;
}

}  // namespace tp
