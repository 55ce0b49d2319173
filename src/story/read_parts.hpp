// Which function reads an element of which array of a story? One for each array, each in a file of its own.
#pragma once

#include "story/reading.hpp"

namespace tp {

void read_track(Reading& reading, const JsonValue& value);
void read_actor(Reading& reading, const JsonValue& value);
void read_relation(Reading& reading, const JsonValue& value);
void read_event(Reading& reading, const JsonValue& value);
void read_period(Reading& reading, const JsonValue& value);
void read_series(Reading& reading, const JsonValue& value);
void read_source(Reading& reading, const JsonValue& value);
void read_term(Reading& reading, const JsonValue& value);
void read_tour(Reading& reading, const JsonValue& value);
void read_question(Reading& reading, const JsonValue& value);

// What stands inside elements.
void read(Reading& reading, const JsonValue& value, Phase& phase);
void read(Reading& reading, const JsonValue& value, View& view);
void read(Reading& reading, const JsonValue& value, Change& change);
void read(Reading& reading, const JsonValue& value, Media& media);
void read(Reading& reading, const JsonValue& value, Step& step);
void read(Reading& reading, const JsonValue& value, SeriesPoint& point);

/// The story's `start`.
void read_start(Reading& reading, const JsonValue& value, Story& story);

}  // namespace tp
