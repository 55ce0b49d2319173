// From when to when does a thing of the story reach? What zooming to it shows.
#pragma once

#include <optional>

#include "story/model.hpp"
#include "story/relations_at.hpp"

namespace tp {

/// Everything that its dates can mean, open ends held at the ends of the story. Of a track: all its events
/// and periods; of an actor: its events and its relations; of a relation: its phases. None where nothing is
/// dated.
std::optional<TimeRange> span_of(const Story& story, const StoryIndex& index, Ref ref);

/// The span with its surroundings: an event is shown among the events before and after it.
std::optional<TimeRange> span_to_show(const Story& story, const StoryIndex& index, Ref ref);

}  // namespace tp
