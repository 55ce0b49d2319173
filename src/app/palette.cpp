#include "app/palette.hpp"

#include <array>

namespace tp {

namespace {

// Apart in silhouette, also at 10 px.
constexpr std::array<Shape, kPaletteSize> kShapes{Shape::kSquare,  Shape::kCircle, Shape::kTriangle, Shape::kDiamond,
                                                  Shape::kHexagon, Shape::kPerson, Shape::kStar,     Shape::kCross};

}  // namespace

Ink ink_of(const Story& story, TrackIndex track) {
  if (!track.valid()) return {Ink::Role::kTrack, 0, {}};
  if (story[track].color) return {Ink::Role::kCustom, 0, *story[track].color};
  return {Ink::Role::kTrack, static_cast<int>(track.value % kPaletteSize), {}};
}

Shape shape_of(const Story& story, TrackIndex track) {
  if (!track.valid()) return Shape::kCircle;
  if (story[track].icon) return *story[track].icon;
  return kShapes[track.value % kPaletteSize];
}

Ink ink_of(const Period& period, const Story& story) {
  if (period.color) return {Ink::Role::kCustom, 0, *period.color};
  if (period.track.valid()) return ink_of(story, period.track);
  return {Ink::Role::kMuted, 0, {}};
}

}  // namespace tp
