// What does a series look like on the axis? Bars, lines, steps and bands, never more of them than pixels.
#pragma once

#include "app/axis_index.hpp"
#include "app/scene.hpp"
#include "app/state.hpp"
#include "app/timeline_frame.hpp"
#include "story/relations_at.hpp"

namespace tp {

struct SeriesRequest {
  const TimelineFrame& frame;
  const Lane& lane;                       ///< its series is one of the story's
  const std::vector<std::string>& title;  ///< the lines of its head
  Instant origin;                         ///< of content space
  const State& state;
  const Story& story;
  const StoryIndex& index;
  const AxisIndex& timeline;
  const TextMeasurer& measurer;
};

/// A bar covers all that its date can mean: the figure of a year spans the year. Lines join the middles of
/// dates and stop at gaps; steps hold until the next figure. Where a pixel holds several points, their least
/// and largest are drawn (the M4 aggregation of Jugel et al. 2014, whose first and last add nothing at one
/// pixel's width). Pixels are counted in content space: panning changes no bar.
void plot_series(SeriesPlot& plot, const SeriesRequest& request);

}  // namespace tp
