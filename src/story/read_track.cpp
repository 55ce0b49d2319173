// Tracks and periods: the lanes of the timeline and the stretches behind them.
#include "story/read_parts.hpp"

namespace tp {
namespace {

constexpr std::array<std::string_view, 8> kShapes = {"circle",  "square", "diamond", "triangle",
                                                     "hexagon", "person", "star",    "cross"};

void read_icon(Reading& reading, const JsonValue& value, Track& track) {
  if (const auto at = read_choice(reading, value, "icon", kShapes)) track.icon = static_cast<Shape>(*at);
}

void define_track(Reading& reading, const JsonValue& value, Track& track) {
  define(reading, value, Ref::of(Kind::kTrack, TrackIndex(reading.story.tracks.size() - 1)), track.id);
}

void define_period(Reading& reading, const JsonValue& value, Period& period) {
  const auto index = static_cast<std::uint32_t>(reading.story.periods.size() - 1);
  define(reading, value, {Kind::kPeriod, index}, period.id);
}

constexpr Field<Track> kTrackFields[] = {
    {"id", Need::kRequired, define_track},
    {"title", Need::kRequired, into<&Track::title>},
    {"color", Need::kOptional, into<&Track::color>},
    {"icon", Need::kOptional, read_icon},
};

constexpr Field<Period> kPeriodFields[] = {
    {"id", Need::kRequired, define_period},           {"when", Need::kRequired, into<&Period::when>},
    {"title", Need::kRequired, into<&Period::title>}, {"track", Need::kOptional, into<&Period::track>},
    {"color", Need::kOptional, into<&Period::color>}, {"sources", Need::kOptional, into<&Period::sources>},
};

}  // namespace

void read_track(Reading& reading, const JsonValue& value) {
  read_object(reading, value, "a track", kTrackFields, reading.story.tracks.emplace_back());
}

void read_period(Reading& reading, const JsonValue& value) {
  read_object(reading, value, "a period", kPeriodFields, reading.story.periods.emplace_back());
}

}  // namespace tp
