// Which words stand where in a lane of the timeline? Beside marks, inside bars, on poles above them;
// shortened before they are left out.
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <vector>

#include "app/timeline_plan.hpp"
#include "layout/label_placement.hpp"

namespace tp {

/// The height of marks where a lane holds those of all tracks.
inline constexpr double kMarkInOneLane = 14;

/// The marks of one lane, as the plan holds them.
struct LaneMarks {
  const Lane& lane;
  double middle_y = 0;           ///< of marks, and of words beside them
  double bottom_y = 0;           ///< words end above it
  std::size_t first = 0;         ///< the lane's first mark in the plan; spans come first
  std::size_t dimmed_begin = 0;  ///< of its dimmed points, which words may lie over
  std::size_t dimmed_end = 0;    ///< where the other points begin
  double from_px = -kAnywhere;   ///< words stay between the two
  double to_px = kAnywhere;
  std::span<const char> wordless = {};  ///< for each mark: only in the way of others' words; may be left out
  static constexpr double kAnywhere = std::numeric_limits<double>::infinity();
};

bool is_selected(const TimelinePlanKey& key, std::uint32_t event);
/// How much an event matters beside others: what is selected first, then importance, then how many it
/// concerns.
double priority_of(const Event& event, bool selected);

/// Adds the labels of a lane to the plan. They never overlap one another, foreign points, clusters or the
/// ends of bars; bars are ground to them.
void add_lane_labels(TimelinePlan& plan, const LaneMarks& marks, const Story& story, const TimeRange& extent,
                     const TextMeasurer& measurer);

}  // namespace tp
