// How do positions come to match distances? Stress descent: one pair after another is moved to its ideal
// distance.
#pragma once

#include <cstdint>
#include <vector>

#include "base/geometry.hpp"
#include "base/paced.hpp"
#include "base/random.hpp"
#include "layout/graph_terms.hpp"

namespace tp {

/// How large the steps are: from `first` down to `last` by the same factor each time.
struct StepSchedule {
  double first = 1;
  double last = 0.1;
  int rounds = 30;
};

/// The schedule of Zheng, Pawar & Goodman 2018 ("Graph Drawing by Stochastic Gradient Descent"): at first
/// even the weakest term is met in full, at last the strongest by a tenth.
StepSchedule full_schedule(const std::vector<StressTerm>& terms);

/// Moves `positions` (in ideal edges) by stochastic gradient descent over the terms, each round in another
/// order, which is left in `terms`. Nodes with `fixed[i] != 0` stay; what meets them moves instead. A unit of
/// work is a term met.
Paced<> descend(std::vector<Point>& positions, const std::vector<std::uint8_t>& fixed,
                std::vector<StressTerm>& terms, StepSchedule schedule, Random& random);

/// The scale (px in an ideal edge) at which positions in px have the least stress; 0 where there are no
/// terms.
double best_scale(const std::vector<Point>& positions_px, const std::vector<StressTerm>& terms);

/// Weighted squared error of distances at that scale, over what it would be with all nodes at one point: 0
/// … 1.
double normalized_stress(const std::vector<Point>& positions_px, const std::vector<StressTerm>& terms);

}  // namespace tp
