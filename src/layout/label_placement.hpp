// How do labels avoid overlapping? Decides which labels are shown and where, on the timeline and on the map.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "base/geometry.hpp"

namespace tp {

struct LabelItem {
  Size size;                      ///< of the text, in px
  std::vector<Point> candidates;  ///< top left corners to try, the best first
  double priority = 0;            ///< higher is placed first; ties: the earlier item
  bool required = false;          ///< shown at its best candidate even where that overlaps (what is selected)
  std::uint32_t own_obstacle = kNoObstacle;  ///< the mark that it belongs to, which it may touch
  static constexpr std::uint32_t kNoObstacle = 0xffffffffu;
  std::vector<Rect> tails = {};  ///< for each candidate the line to its mark; may be left out
  friend bool operator==(const LabelItem&, const LabelItem&) = default;
};

struct LabelRequest {
  std::vector<LabelItem> items;
  std::vector<Rect> obstacles;      ///< marks that no label may cover
  Rect bounds;                      ///< labels stay inside; empty: anywhere
  double gap_px = 2;                ///< least room between labels
  std::vector<Rect> standing = {};  ///< labels and tails that are there already
  friend bool operator==(const LabelRequest&, const LabelRequest&) = default;
};

struct PlacedLabel {
  bool shown = false;
  std::uint32_t candidate = 0;  ///< which of its candidates
  Rect rect;                    ///< empty where it is not shown
  friend bool operator==(const PlacedLabel&, const PlacedLabel&) = default;
};

/// One answer for each item. Greedy by priority over a grid of occupied space, O(n log n): shown labels never
/// overlap one another nor an obstacle, but for `required` ones. Those are placed first and push the others
/// away; one that fits nowhere is shown at its best candidate all the same, moved into the bounds. An item
/// never changes the placement of one that comes before it, so with a fixed space (the content's, not the
/// screen's) and all items that could matter, panning moves no label. A tail crosses no label and no label
/// covers a tail; marks it may cross. Items without candidates and those with
/// coordinates that are not finite are not shown.
std::vector<PlacedLabel> place_labels(const LabelRequest& request);

/// Where a label of a timeline mark may go: right of it, then left, centred on its height.
std::vector<Point> beside_candidates(const Rect& mark, Size size, double gap_px);
/// Where a label of a round mark may go: below, right, left, above, then the diagonals from lower right.
std::vector<Point> around_candidates(Point center, double radius, Size size, double gap_px);
/// Where a label of a curve may go: on its middle, sliding along it from there as far as t = 0.35 and 0.65;
/// then beside it on either side at the same places.
std::vector<Point> along_candidates(const std::array<Point, 4>& curve, Size size, double gap_px);

}  // namespace tp
