// The JSON Schema and the reader know the same fields.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>

#include "story_files.hpp"
#include "support/source_dir.hpp"

namespace tp {
namespace {

using Json = nlohmann::json;

Json parsed(const std::string& path) {
  return Json::parse(file_text(source_dir() + path), nullptr, false);
}

std::set<std::string> keys_of(const Json& object) {
  std::set<std::string> keys;
  for (const auto& [key, value] : object.items()) keys.insert(key);
  return keys;
}

/// A story of which one element has every field of `properties`, with a value that no field takes.
std::string story_of_nulls(const Json& properties, std::string_view before, std::string_view after) {
  Json element = Json::object();
  for (const auto& [key, value] : properties.items()) element[key] = nullptr;
  return story_with(std::string(before) + element.dump() + std::string(after));
}

TEST(Schema, IsADraft202012SchemaInWhichEveryReferenceExists) {
  const Json schema = parsed("/assets/schema/story.schema.json");
  ASSERT_TRUE(schema.is_object());
  EXPECT_EQ(schema.at("$schema"), "https://json-schema.org/draft/2020-12/schema");
  const std::string text = schema.dump();
  for (std::size_t at = text.find("#/$defs/"); at != std::string::npos; at = text.find("#/$defs/", at + 1)) {
    const std::size_t from = at + 8;
    const std::string name = text.substr(from, text.find('"', from) - from);
    EXPECT_TRUE(schema.at("$defs").contains(name)) << name;
  }
}

TEST(Schema, HasNoFieldThatTheReaderDoesNotKnow) {
  struct Part {
    const char* definition;
    const char* before;
    const char* after;
  };
  constexpr Part kParts[] = {
      {"start", "\"start\": ", ""},
      {"track", "\"tracks\": [", "]"},
      {"actor", "\"actors\": [", "]"},
      {"relation", "\"relations\": [", "]"},
      {"phase", "\"relations\": [{\"phases\": [", "]}]"},
      {"event", "\"events\": [", "]"},
      {"view", "\"events\": [{\"views\": [", "]}]"},
      {"change", "\"events\": [{\"changes\": [", "]}]"},
      {"media", "\"events\": [{\"media\": [", "]}]"},
      {"period", "\"periods\": [", "]"},
      {"series", "\"series\": [", "]"},
      {"source", "\"sources\": [", "]"},
      {"term", "\"glossary\": [", "]"},
      {"tour", "\"tours\": [", "]"},
      {"step", "\"tours\": [{\"steps\": [", "]}]"},
      {"question", "\"quiz\": [", "]"},
  };
  const Json schema = parsed("/assets/schema/story.schema.json");
  for (const Part& part : kParts) {
    const Json& properties = schema.at("$defs").at(part.definition).at("properties");
    ASSERT_GE(properties.size(), 2u) << part.definition;
    const StoryResult result = read_story(story_of_nulls(properties, part.before, part.after));
    for (const Diagnostic& item : result.diagnostics.items) {
      EXPECT_NE(item.code, "unknown-field") << part.definition << ": " << item.message;
    }
  }
}

/// Adds the fields used by `value` under the name of the array or member that it stands in.
void collect(const Json& value, const std::string& place,
             std::map<std::string, std::set<std::string>>& used) {
  for (const Json& element : value.is_array() ? value : Json::array({value})) {
    if (!element.is_object()) continue;
    for (const auto& [key, inside] : element.items()) {
      used[place].insert(key);
      collect(inside, key, used);
    }
  }
}

TEST(Schema, HasTheFieldsOfTheStoryThatHasEveryField) {
  const Json schema = parsed("/assets/schema/story.schema.json");
  std::map<std::string, std::set<std::string>> used;
  collect(parsed("/tests/stories/valid/full.json"), "", used);
  const Json& definitions = schema.at("$defs");
  EXPECT_EQ(used.at(""), keys_of(schema.at("properties")));
  const std::map<std::string, std::string> places = {
      {"start", "start"},  {"tracks", "track"},   {"actors", "actor"},  {"relations", "relation"},
      {"phases", "phase"}, {"events", "event"},   {"views", "view"},    {"changes", "change"},
      {"media", "media"},  {"periods", "period"}, {"series", "series"}, {"glossary", "term"},
      {"tours", "tour"},   {"steps", "step"},     {"quiz", "question"}};
  for (const auto& [place, definition] : places) {
    EXPECT_EQ(used.at(place), keys_of(definitions.at(definition).at("properties"))) << place;
  }
}

}  // namespace
}  // namespace tp
