#include "layout/graph_layout.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/random.hpp"
#include "layout/component_packing.hpp"
#include "layout/graph_terms.hpp"
#include "layout/overlap_removal.hpp"
#include "layout/stress_descent.hpp"

namespace tp {
namespace {

using Nodes = std::vector<std::uint32_t>;

constexpr std::size_t kMostForAllPairs = 1500;
constexpr std::size_t kMany = 600;  // nodes, each in a term with all others

bool is_somewhere(Point p) {
  return std::isfinite(p.x) && std::isfinite(p.y);
}

Rect box_at(Point center, Size size) {
  return {center.x - size.width / 2, center.y - size.height / 2, size.width, size.height};
}

struct Extent {
  double low = 0;
  double high = 0;
  double length() const { return high - low; }
};

/// One layout on its way from request to result. Positions are in px but for `descend`, which works in ideal
/// edges.
class MapBuilder {
 public:
  explicit MapBuilder(const GraphLayoutRequest& request)
      : request_(request),
        graph_(simplify(request)),
        components_(find_components(graph_)),
        positions_(graph_.node_count()),
        known_(graph_.node_count(), 0),
        hinted_(graph_.node_count(), 0) {}

  Paced<GraphLayout> build() {
    co_await list_all_terms();
    take_known_positions();
    edge_px_ = co_await choose_edge_px();
    for (std::size_t c = 0; c < components_.size(); ++c) co_await lay_out_component(c);
    co_await arrange_components();
    if (!any_known_) fit_to_area();
    co_return co_await finish();
  }

 private:
  std::size_t node_count() const { return request_.nodes.size(); }
  bool is_actor(std::uint32_t node) const { return node < node_count(); }  // not a group's hub
  Size size_of(std::uint32_t node) const { return is_actor(node) ? request_.nodes[node].size : Size{}; }
  Point middle() const { return {request_.area.width / 2, request_.area.height / 2}; }

  Paced<> list_all_terms() {
    // All pairs give the better picture; the limits keep their number, and so the time, near a million.
    const std::size_t most = node_count() <= kMostForAllPairs ? 2 * kMostForAllPairs : 300;
    for (const Nodes& component : components_) terms_.push_back(co_await list_terms(graph_, component, most));
  }

  void take_known_positions() {
    for (std::uint32_t i = 0; i < node_count(); ++i) {
      const std::optional<Point>& hint = request_.nodes[i].hint;
      if (hint && is_somewhere(*hint)) {
        positions_[i] = *hint, known_[i] = hinted_[i] = 1;
      } else if (i < request_.previous.size() && is_somewhere(request_.previous[i])) {
        positions_[i] = request_.previous[i], known_[i] = 1;
      }
      any_known_ |= known_[i] != 0;
    }
  }

  /// The scale that known positions suggest, within reason; else one at which the nodes would fill the area.
  Paced<double> choose_edge_px() const {
    const double roomy =
        std::sqrt(request_.area.width * request_.area.height / static_cast<double>(node_count()));
    const double usual = std::max(1.0, std::min(request_.ideal_edge_px, roomy));
    if (!any_known_) co_return usual;
    std::vector<StressTerm> between_known;
    for (const std::vector<StressTerm>& terms : terms_) {
      for (const StressTerm& t : terms) {
        co_await Work{1};
        if (known_[t.a] != 0 && known_[t.b] != 0) between_known.push_back(t);
      }
    }
    const double suggested = best_scale(positions_, between_known);
    co_return suggested > 0 ? std::clamp(suggested, usual / 4, std::max(usual, request_.ideal_edge_px) * 4)
                            : usual;
  }

  Paced<> lay_out_component(std::size_t c) {
    const Nodes& component = components_[c];
    std::vector<StressTerm>& terms = terms_[c];
    const auto known =
        std::count_if(component.begin(), component.end(), [&](auto n) { return known_[n] != 0; });
    Random random(request_.seed * 0x9e3779b97f4a7c15ull + component.front());
    if (known == 0) {
      scatter(component, random);
    } else {
      place_near_neighbors(component, random);
    }
    const bool has_previous = std::any_of(component.begin(), component.end(),
                                          [&](auto n) { return known_[n] != 0 && hinted_[n] == 0; });
    co_await descend_in_edges(component, has_previous ? known_ : hinted_, terms,
                              schedule_for(component, terms), random);
    if (has_previous) co_await relax(component, terms, random);
    if (known == 0) orient(component);
    if (known == 0 && !has_edges(component)) gather(component);
  }

  // With so many terms for each node, half as many rounds come as close (Zheng, Pawar & Goodman 2018, §3.1:
  // 15).
  static StepSchedule schedule_for(const Nodes& component, const std::vector<StressTerm>& terms) {
    StepSchedule schedule = full_schedule(terms);
    const std::size_t pairs = component.size() * (component.size() - 1) / 2;
    if (component.size() > kMany && terms.size() == pairs) schedule.rounds = 16;
    return schedule;
  }

  bool has_edges(const Nodes& component) const {
    return std::any_of(component.begin(), component.end(), [&](std::uint32_t n) {
      const auto first = graph_.neighbor.begin() + graph_.first[n];
      const auto last = graph_.neighbor.begin() + graph_.first[n + 1];
      return is_actor(n) && std::any_of(first, last, [&](std::uint32_t other) { return is_actor(other); });
    });
  }

  /// A group that nothing but its hub holds together needs no room for lines.
  void gather(const Nodes& component) {
    constexpr double kCloser = 0.3;
    for (const std::uint32_t n : component) positions_[n] = positions_[n] * kCloser;
  }

  void scatter(const Nodes& component, Random& random) {
    const double side = edge_px_ * std::sqrt(static_cast<double>(component.size()));
    for (const std::uint32_t n : component) {
      positions_[n] = {(random.unit() - 0.5) * side, (random.unit() - 0.5) * side};
    }
  }

  /// New nodes start beside the middle of their neighbours that have a place, those nearest to such first.
  void place_near_neighbors(const Nodes& component, Random& random) {
    std::vector<std::uint8_t> placed = known_;
    Nodes queue;
    std::copy_if(component.begin(), component.end(), std::back_inserter(queue),
                 [&](auto n) { return placed[n] != 0; });
    for (std::size_t i = 0; i < queue.size(); ++i) {
      for (std::uint32_t l = graph_.first[queue[i]]; l < graph_.first[queue[i] + 1]; ++l) {
        const std::uint32_t next = graph_.neighbor[l];
        if (placed[next] != 0) continue;
        const Point aside{(random.unit() - 0.5) * edge_px_, (random.unit() - 0.5) * edge_px_};
        positions_[next] = mean_of_placed_neighbors(next, placed) + aside;
        placed[next] = 1;
        queue.push_back(next);
      }
    }
  }

  Point mean_of_placed_neighbors(std::uint32_t node, const std::vector<std::uint8_t>& placed) const {
    Point sum;
    double count = 0;
    for (std::uint32_t l = graph_.first[node]; l < graph_.first[node + 1]; ++l) {
      if (placed[graph_.neighbor[l]] == 0) continue;
      sum = sum + positions_[graph_.neighbor[l]];
      ++count;
    }
    return count > 0 ? sum * (1 / count) : middle();
  }

  Paced<> descend_in_edges(const Nodes& component, const std::vector<std::uint8_t>& fixed,
                           std::vector<StressTerm>& terms, StepSchedule schedule, Random& random) {
    for (const std::uint32_t n : component) positions_[n] = positions_[n] * (1 / edge_px_);
    co_await descend(positions_, fixed, terms, schedule, random);
    for (const std::uint32_t n : component) positions_[n] = positions_[n] * edge_px_;
    for (const std::uint32_t n : component) {
      if (hinted_[n] != 0) positions_[n] = *request_.nodes[n].hint;
    }
  }

  /// Lets what was there before give way a little to what is new.
  Paced<> relax(const Nodes& component, std::vector<StressTerm>& terms, Random& random) {
    StepSchedule gentle = full_schedule(terms);
    gentle = {gentle.last / 4, gentle.last / 20, 6};
    co_await descend_in_edges(component, hinted_, terms, gentle, random);
  }

  /// Turns a component to the angle at which it fills the area best, its first node to the upper left.
  void orient(const Nodes& component) {
    constexpr int kTurns = 12;
    constexpr double kCos15 = 0.96592582628906831, kSin15 = 0.25881904510252074;
    const Point turn{kCos15, kSin15};
    Point angle{1, 0};
    Point best = angle;
    double least = std::numeric_limits<double>::infinity();
    for (int i = 0; i < kTurns; ++i) {
      const double needed = needed_scale(component, angle);
      // A hair's breadth better is no better: rounding must not decide.
      if (needed < least * 0.999) least = needed, best = angle;
      angle = {angle.x * turn.x - angle.y * turn.y, angle.x * turn.y + angle.y * turn.x};
    }
    Point mean;
    for (const std::uint32_t n : component) {
      positions_[n] = rotated(positions_[n], best);
      mean = mean + positions_[n] * (1 / static_cast<double>(component.size()));
    }
    const Point first = positions_[component.front()] - mean;
    const double flip_x = first.x > 0 ? -1 : 1;
    const double flip_y = first.y > 0 ? -1 : 1;
    for (const std::uint32_t n : component) {
      const Point p = positions_[n] - mean;
      positions_[n] = {p.x * flip_x, p.y * flip_y};
    }
  }

  static Point rotated(Point p, Point by) { return {p.x * by.x - p.y * by.y, p.x * by.y + p.y * by.x}; }

  /// How large a component is beside the area when it is turned.
  double needed_scale(const Nodes& component, Point angle) const {
    Extent x{1e300, -1e300};
    Extent y = x;
    for (const std::uint32_t n : component) {
      const Point p = rotated(positions_[n], angle);
      x = {std::min(x.low, p.x), std::max(x.high, p.x)};
      y = {std::min(y.low, p.y), std::max(y.high, p.y)};
    }
    return std::max(x.length() / std::max(1.0, request_.area.width),
                    y.length() / std::max(1.0, request_.area.height));
  }

  /// Components without any known position go around those that have one.
  Paced<> arrange_components() {
    if (components_.size() < 2) co_return;
    std::vector<MapPart> parts;
    for (const Nodes& component : components_) parts.push_back(co_await part_of(component));
    const std::vector<Point> moves = co_await pack_parts(parts, middle(), request_.area, kPartGap);
    for (std::size_t c = 0; c < components_.size(); ++c) {
      for (const std::uint32_t n : components_[c]) positions_[n] = positions_[n] + moves[c];
    }
  }

  Paced<MapPart> part_of(const Nodes& component) {
    MapPart part;
    part.fixed = std::any_of(component.begin(), component.end(), [&](auto n) { return known_[n] != 0; });
    // Of a large component the scale is about to change, and its boxes with it.
    if (!part.fixed && component.size() <= kLargeComponent)
      co_await pull_boxes_apart(component, std::nullopt);
    for (const std::uint32_t n : component) {
      if (is_actor(n)) part.boxes.push_back(box_at(positions_[n], size_of(n)));
    }
    for (std::size_t i = 0; i < component.size() && component.size() <= kLargeComponent; ++i) {
      const std::uint32_t n = component[i];
      for (std::uint32_t l = graph_.first[n]; l < graph_.first[n + 1]; ++l) {
        const std::uint32_t other = graph_.neighbor[l];
        if (n < other && is_actor(other)) part.lines.push_back({positions_[n], positions_[other]});
      }
    }
    co_return part;
  }

  Paced<std::uint32_t> pull_boxes_apart(const Nodes& nodes, std::optional<Rect> bounds) {
    BoxSet boxes;
    Nodes actors;
    for (const std::uint32_t n : nodes) {
      if (!is_actor(n)) continue;
      actors.push_back(n);
      boxes.centers.push_back(positions_[n]);
      boxes.sizes.push_back(size_of(n));
      boxes.fixed.push_back(hinted_[n]);
    }
    if (bounds) co_await spread_boxes(boxes, bounds);
    const std::uint32_t left = co_await remove_overlaps(boxes, bounds);
    for (std::size_t i = 0; i < actors.size(); ++i) positions_[actors[i]] = boxes.centers[i];
    co_return left;
  }

  /// The extent of all boxes along one axis when centres are scaled by `scale` and boxes are not.
  Extent extent(double scale, bool along_x, double box_share) const {
    Extent e{1e300, -1e300};
    for (std::uint32_t n = 0; n < node_count(); ++n) {
      const double at = (along_x ? positions_[n].x : positions_[n].y) * scale;
      const double half = (along_x ? size_of(n).width : size_of(n).height) / 2 * box_share;
      e = {std::min(e.low, at - half), std::max(e.high, at + half)};
    }
    return e;
  }

  /// The largest scale at which everything fits along one axis, at most `most`.
  double fitting_scale(bool along_x, double most, double box_share) const {
    const double room = along_x ? request_.area.width : request_.area.height;
    double low = 0;
    double high = most;
    for (int i = 0; i < 40; ++i) {
      const double between = (low + high) / 2;
      (extent(between, along_x, box_share).length() <= room ? low : high) = between;
    }
    return low;
  }

  /// Scales to the area: evenly as far as both axes allow, then the roomier axis some more.
  void fit_to_area() {
    constexpr double kMostStretch = 2;
    constexpr double kMostGrowth = 2;  // of edges beyond their ideal length
    if (node_count() == 0) return;
    const double most = kMostGrowth * request_.ideal_edge_px / edge_px_;
    double x = fitting_scale(true, most, 1);
    double y = fitting_scale(false, most, 1);
    // Boxes that crowd the area leave no room for centres: then let them stick out and be pushed back in.
    x = std::max(x, fitting_scale(true, most, 0) * 0.5);
    y = std::max(y, fitting_scale(false, most, 0) * 0.5);
    const double even = std::min(x, y);
    x = std::min(x, even * kMostStretch);
    y = std::min(y, even * kMostStretch);
    const Extent across = extent(x, true, 1);
    const Extent down = extent(y, false, 1);
    const Point shift = middle() - Point{(across.low + across.high) / 2, (down.low + down.high) / 2};
    for (Point& p : positions_) p = Point{p.x * x, p.y * y} + shift;
  }

  Paced<GraphLayout> finish() {
    Nodes all;
    for (std::uint32_t n = 0; n < node_count(); ++n) all.push_back(n);
    GraphLayout layout;
    const Rect bounds{0, 0, request_.area.width, request_.area.height};
    layout.overlaps = co_await pull_boxes_apart(all, bounds);
    if (request_.asks_stress) layout.stress = stress_between_actors();
    positions_.resize(node_count());
    layout.positions = std::move(positions_);
    co_return layout;
  }

  double stress_between_actors() const {
    std::vector<StressTerm> terms;
    for (const std::vector<StressTerm>& t : terms_) {
      std::copy_if(t.begin(), t.end(), std::back_inserter(terms),
                   [&](const StressTerm& term) { return is_actor(term.a) && is_actor(term.b); });
    }
    return normalized_stress(positions_, terms);
  }

  static constexpr double kPartGap = 24;
  static constexpr std::size_t kLargeComponent = 500;  // from here on its boxes alone fill its shape

  const GraphLayoutRequest& request_;
  const SimpleGraph graph_;
  const std::vector<Nodes> components_;
  std::vector<std::vector<StressTerm>> terms_;  ///< by component
  std::vector<Point> positions_;                ///< the hubs' after the actors'
  std::vector<std::uint8_t> known_;             ///< by a hint or from before
  std::vector<std::uint8_t> hinted_;
  bool any_known_ = false;
  double edge_px_ = 1;
};

}  // namespace

Paced<GraphLayout> lay_out_graph(const GraphLayoutRequest& request) {
  if (request.nodes.empty()) co_return GraphLayout{};
  MapBuilder builder(request);
  co_return co_await builder.build();
}

std::int64_t expected_work(const GraphLayoutRequest& request) {
  constexpr double kApartPerNode = 8000;  // measured: 1000 to 50,000 nodes took 5000 to 11,000
  const double nodes = static_cast<double>(request.nodes.size());
  const double sources = std::min(nodes, std::clamp(600'000 / std::max(1.0, nodes), 40.0, 200.0));
  const bool all_pairs = nodes <= kMostForAllPairs;
  const double links = nodes + 2 * static_cast<double>(request.edges.size());
  const double terms = all_pairs ? nodes * nodes / 2 : nodes * sources;
  const double listing = all_pairs ? nodes * links : sources * (links + 10 * nodes);
  const double rounds = all_pairs && nodes > kMany ? 16 : 30;
  return 1 + static_cast<std::int64_t>(listing + terms * rounds + nodes * kApartPerNode);
}

}  // namespace tp
