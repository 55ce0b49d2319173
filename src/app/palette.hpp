// Which colour and mark has a track? From the story, else by its place.
#pragma once

#include "app/scene.hpp"
#include "story/model.hpp"

namespace tp {

inline constexpr int kPaletteSize = 8;

Ink ink_of(const Story& story, TrackIndex track);
Shape shape_of(const Story& story, TrackIndex track);
Ink ink_of(const Period& period, const Story& story);

}  // namespace tp
