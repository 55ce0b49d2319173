// How do labels avoid overlapping? Decides which labels are shown and where, on the timeline and on the map.
#pragma once

#include <cstdint>
#include <vector>

#include "base/geometry.hpp"

namespace tp {

struct LabelItem {
  Size size;                        ///< of the text, in px
  std::vector<Point> candidates;    ///< top left corners to try, the best first
  double priority = 0;              ///< higher is placed first; ties: the earlier item
  bool required = false;            ///< shown at its best candidate even where that overlaps (what is selected)
  std::uint32_t own_obstacle = kNoObstacle;  ///< the mark that it belongs to, which it may touch
  static constexpr std::uint32_t kNoObstacle = 0xffffffffu;
};

struct LabelRequest {
  std::vector<LabelItem> items;
  std::vector<Rect> obstacles;  ///< marks that no label may cover
  Rect bounds;                  ///< labels stay inside; empty: anywhere
  double gap_px = 2;            ///< least room between labels
};

struct PlacedLabel {
  bool shown = false;
  std::uint32_t candidate = 0;  ///< which of its candidates
  Rect rect;
};

/// One answer for each item. Greedy by priority over a uniform grid of occupied space; shown labels never overlap
/// one another nor an obstacle, but for `required` ones, which are placed first and push the others away.
std::vector<PlacedLabel> place_labels(const LabelRequest& request);

}  // namespace tp
