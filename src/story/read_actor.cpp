// Actors: states, people, companies, laws and places, whatever relations join.
#include "story/read_parts.hpp"

namespace tp {
namespace {

constexpr std::array<std::string_view, 10> kKinds = {"state",        "government", "person", "company",
                                                     "organization", "law",        "treaty", "infrastructure",
                                                     "community",    "place"};

void define_actor(Reading& reading, const JsonValue& value, Actor& actor) {
  define(reading, value, Ref::of(Kind::kActor, ActorIndex(reading.story.actors.size() - 1)), actor.id);
}

void read_kind(Reading& reading, const JsonValue& value, Actor& actor) {
  if (const auto at = read_choice(reading, value, "kind of actor", kKinds))
    actor.kind = static_cast<ActorKind>(*at);
}

void read_geo(Reading& reading, const JsonValue& value, Actor& actor) {
  constexpr std::string_view kExpected = "[longitude, latitude]";
  if (!reading.expect(value, JsonType::kArray, kExpected)) return;
  if (!has_length(reading, value, 2, kExpected)) return;
  JsonInside::Iterator at = JsonInside(value).begin();
  const auto longitude = read_number(reading, *at, "a longitude", -180, 180);
  const auto latitude = read_number(reading, *++at, "a latitude", -90, 90);
  if (longitude && latitude) actor.geo = GeoPoint{*longitude, *latitude};
}

template <auto Member>
void read_hint_part(Reading& reading, const JsonValue& value, MapHint& hint) {
  if (const auto number = read_number(reading, value, "a position", -1, 1)) hint.*Member = *number;
}

constexpr Field<MapHint> kHintFields[] = {
    {"x", Need::kRequired, read_hint_part<&MapHint::x>},
    {"y", Need::kRequired, read_hint_part<&MapHint::y>},
};

void read_position(Reading& reading, const JsonValue& value, Actor& actor) {
  read_object(reading, value, "a position", kHintFields, actor.position.emplace());
}

void read_actor_url(Reading& reading, const JsonValue& value, Actor& actor) {
  read_url(reading, value, actor.url);
}

constexpr Field<Actor> kFields[] = {
    {"id", Need::kRequired, define_actor},
    {"kind", Need::kRequired, read_kind},
    {"name", Need::kRequired, into<&Actor::name>},
    {"short", Need::kOptional, into<&Actor::short_name>},
    {"summary", Need::kOptional, into<&Actor::summary>},
    {"active", Need::kOptional, into<&Actor::active>},
    {"geo", Need::kOptional, read_geo},
    {"position", Need::kOptional, read_position},
    {"group", Need::kOptional, into<&Actor::group>},
    {"url", Need::kOptional, read_actor_url},
    {"sources", Need::kOptional, into<&Actor::sources>},
};

}  // namespace

void read_actor(Reading& reading, const JsonValue& value) {
  read_object(reading, value, "an actor", kFields, reading.story.actors.emplace_back());
}

}  // namespace tp
