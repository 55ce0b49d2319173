// Which words stand at the head of each lane? Cut or broken to fit once for a plan.
#pragma once

#include <string>
#include <vector>

#include "app/timeline_frame.hpp"
#include "layout/text_measurer.hpp"

namespace tp {

/// The lines of each lane's head: one of a track, several of a series, none where there is no room for heads.
using LaneHeads = std::vector<std::vector<std::string>>;

LaneHeads write_lane_heads(const TimelineFrame& frame, const std::vector<Lane>& lanes, const Story& story,
                           const std::string& language, const TextMeasurer& measurer);

/// From the left of a track's head to its words.
double head_indent(const Lane& lane);
TextStyle head_style(const Lane& lane);

}  // namespace tp
