// Which colour and mark has a track? From the story, else by its place among the tracks that hold events.
#pragma once

#include "app/scene.hpp"
#include "story/model.hpp"
#include "story/relations_at.hpp"

namespace tp {

inline constexpr int kPaletteSize = 8;

/// 0 … kPaletteSize − 1; events without a track have the first place.
int palette_place(const StoryIndex& index, TrackIndex track);
Ink ink_of(const Story& story, const StoryIndex& index, TrackIndex track);
Shape shape_of(const Story& story, const StoryIndex& index, TrackIndex track);
Ink ink_of(const Period& period, const Story& story, const StoryIndex& index);

}  // namespace tp
