#include "app/palette.hpp"

#include <array>

namespace tp {

namespace {

// Apart in silhouette, also at 10 px.
constexpr std::array<Shape, kPaletteSize> kShapes{Shape::kSquare,  Shape::kCircle,  Shape::kTriangle,
                                                  Shape::kDiamond, Shape::kHexagon, Shape::kPerson,
                                                  Shape::kStar,    Shape::kCross};

}  // namespace

int palette_place(const StoryIndex& index, TrackIndex track) {
  return track.valid() ? static_cast<int>(index.place_of_track[track.at()]) % kPaletteSize : 0;
}

Ink ink_of(const Story& story, const StoryIndex& index, TrackIndex track) {
  if (track.valid() && story[track].color) return {Ink::Role::kCustom, 0, *story[track].color};
  return {Ink::Role::kTrack, palette_place(index, track), {}};
}

Shape shape_of(const Story& story, const StoryIndex& index, TrackIndex track) {
  if (track.valid() && story[track].icon) return *story[track].icon;
  return kShapes[static_cast<std::size_t>(palette_place(index, track))];
}

Ink ink_of(const Period& period, const Story& story, const StoryIndex& index) {
  if (period.color) return {Ink::Role::kCustom, 0, *period.color};
  if (period.track.valid()) return ink_of(story, index, period.track);
  return {Ink::Role::kMuted, 0, {}};
}

}  // namespace tp
