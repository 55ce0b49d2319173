#include "layout/edge_paths.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>
#include <span>
#include <utility>

#include "base/sort.hpp"
#include "layout/rect_grid.hpp"

namespace tp {
namespace {

using Curve = std::array<Point, 4>;
using EdgeIds = std::vector<std::uint32_t>;

constexpr double kTiny = 1e-9;

double dot(Point a, Point b) {
  return a.x * b.x + a.y * b.y;
}
double length(Point p) {
  return std::sqrt(dot(p, p));
}
Point unit_or(Point p, Point otherwise) {
  const double l = length(p);
  return l > kTiny ? p * (1 / l) : otherwise;
}
/// A quarter turn.
Point normal_of(Point p) {
  return {-p.y, p.x};
}

/// The edges between two nodes, or the loops of one, in the order given. `low` is the smaller index: the
/// bundle is laid out from low to high whichever way its edges run, so opposite edges cannot cross.
struct Bundle {
  std::uint32_t low = 0;
  std::uint32_t high = 0;
  std::span<const std::uint32_t> edges;
};

using Ends = std::pair<std::uint32_t, std::uint32_t>;

Ends ends_of(const PathEdge& edge) {
  return std::minmax(edge.from, edge.to);
}

/// The edges by their ends, each fan in the order given; those that end nowhere are left out. Buckets by the
/// lower end, then a sort within each, which is short.
EdgeIds order_by_ends(const EdgePathRequest& request) {
  const auto ends = [&](std::uint32_t e) { return ends_of(request.edges[e]); };
  std::vector<std::uint32_t> starts(request.nodes.size() + 1, 0);
  for (const PathEdge& edge : request.edges)
    if (ends_of(edge).second < request.nodes.size()) ++starts[ends_of(edge).first + 1];
  std::partial_sum(starts.begin(), starts.end(), starts.begin());
  EdgeIds order(starts.back());
  std::vector<std::uint32_t> next = starts;
  for (std::uint32_t e = 0; e < request.edges.size(); ++e)
    if (ends(e).second < request.nodes.size()) order[next[ends(e).first]++] = e;
  for (std::size_t n = 0; n < request.nodes.size(); ++n) {
    const std::span<std::uint32_t> bucket(order.data() + starts[n], starts[n + 1] - starts[n]);
    sort_list(bucket, [&](std::uint32_t a, std::uint32_t b) { return ends(a) < ends(b); });
  }
  return order;
}

std::vector<Bundle> bundle_edges(const EdgePathRequest& request, const EdgeIds& order) {
  std::vector<Bundle> bundles;
  for (std::size_t i = 0; i < order.size();) {
    const Ends ends = ends_of(request.edges[order[i]]);
    std::size_t count = 1;
    while (i + count < order.size() && ends_of(request.edges[order[i + count]]) == ends) ++count;
    bundles.push_back({ends.first, ends.second, std::span(order).subspan(i, count)});
    i += count;
  }
  return bundles;
}

/// How far each edge of a bundle runs from its axis: symmetrical about 0.
std::vector<double> fan_offsets(const EdgePathRequest& request, std::span<const std::uint32_t> edges) {
  constexpr double kLeastBetween = 2;  // px between the strokes of two wide neighbours
  std::vector<double> offsets(edges.size(), 0.0);
  for (std::size_t i = 1; i < edges.size(); ++i) {
    const double widths = (request.edges[edges[i - 1]].width_px + request.edges[edges[i]].width_px) / 2;
    offsets[i] = offsets[i - 1] + std::max(request.fan_gap_px, widths + kLeastBetween);
  }
  const double middle = offsets.back() / 2;
  for (double& offset : offsets) offset -= middle;
  return offsets;
}

/// One end of a path: where it leaves from and how far the mark and its gap reach.
struct Port {
  Point center;
  double radius = 0;
  double gap = 0;
  double reach() const { return radius + gap; }
};

/// A path from `a` to `b` before it is known which way its edge runs. `out_…` point away from the centres.
struct Bow {
  Port a;
  Port b;
  Point out_a;
  Point out_b;
  double handle = 0;

  Curve curve() const {
    const Point begin = a.center + out_a * a.reach();
    const Point end = b.center + out_b * b.reach();
    return {begin, begin + out_a * handle, end + out_b * handle, end};
  }
};

/// From `a` to `b`, passing `offset` px to the side of the axis at its middle. Both ends point at the
/// centres, so that arrow heads sit square on the rims.
Bow bow_between(Port a, Port b, double offset) {
  constexpr double kSteepest = 0.94;  // sine of the widest angle between a path's end and the axis
  const double distance = length(b.center - a.center);
  // Marks that touch or overlap leave no way between rims: shrink both until a third of it is free.
  const double shrink = std::min(1.0, distance * 2 / 3 / std::max(kTiny, a.reach() + b.reach()));
  a = {a.center, a.radius * shrink, a.gap * shrink};
  b = {b.center, b.radius * shrink, b.gap * shrink};
  const double rims = (a.reach() + b.reach()) / 2;
  double handle = (distance - 2 * rims) / 3;
  double sine =
      offset / (rims + 0.75 * handle);  // the middle of a cubic weighs its handles by three quarters
  if (std::abs(sine) > kSteepest) {
    sine = sine > 0 ? kSteepest : -kSteepest;
    handle = (offset / sine - rims) / 0.75;
  }
  const Point axis = unit_or(b.center - a.center, {1, 0});
  const Point along = axis * std::sqrt(1 - sine * sine);
  const Point side = normal_of(axis) * sine;
  return {a, b, along + side, side - along, handle};
}

/// A teardrop that leaves its mark around `out`; each next loop of a mark encloses the one before.
Bow loop_around(const Port& port, Point out, double fan_gap, std::size_t place) {
  const double nth = static_cast<double>(place);
  const Point side = normal_of(out) * std::min(1.2, 0.5 + 0.15 * nth);
  const double handle = std::max(30.0, port.reach() * 1.6) + fan_gap * 4 / 3 * nth;
  return {port, port, unit_or(out - side, out), unit_or(out + side, out), handle};
}

EdgePath finish(const Bow& bow, bool from_b) {
  const Port& target = from_b ? bow.a : bow.b;
  const Point out = from_b ? bow.out_a : bow.out_b;
  EdgePath path;
  path.curve = bow.curve();
  if (from_b) std::reverse(path.curve.begin(), path.curve.end());
  path.tip = target.center + out * target.radius;
  path.tip_direction = out * -1;
  return path;
}

/// Finds marks that lie in a path's way.
class Obstructions {
 public:
  explicit Obstructions(const std::vector<PathNode>& nodes) : nodes_(nodes), grid_({32, 32}) {
    for (std::uint32_t n = 0; n < nodes.size(); ++n) {
      const double r = nodes[n].radius;
      grid_.insert({nodes[n].center.x - r, nodes[n].center.y - r, 2 * r, 2 * r}, n);
    }
  }

  /// Adds the marks that come within `kRoom` of the curve, but for the two that it joins, until there are
  /// `limit`.
  void find_along(const Curve& curve, const Bundle& bundle, std::size_t limit, EdgeIds& found) const {
    constexpr int kPieces = 8;
    // How far a piece may leave its chord, from the bound on the second derivative.
    const double bend =
        std::max(length(curve[0] - curve[1] * 2 + curve[2]), length(curve[1] - curve[2] * 2 + curve[3]));
    const double sag = bend * 6 / (8.0 * kPieces * kPieces);
    Point from = curve[0];
    for (int i = 1; i <= kPieces && found.size() < limit; ++i) {
      const Point to = bezier_at(curve, static_cast<double>(i) / kPieces);
      const Rect box{std::min(from.x, to.x), std::min(from.y, to.y), std::abs(to.x - from.x),
                     std::abs(to.y - from.y)};
      grid_.any_near(box.grown(kRoom + sag), [&](std::uint32_t n) {
        const bool known =
            n == bundle.low || n == bundle.high || std::count(found.begin(), found.end(), n) > 0;
        if (!known && distance_to(curve, nodes_[n].center) < nodes_[n].radius + kRoom) found.push_back(n);
        return found.size() >= limit;
      });
      from = to;
    }
  }

  static constexpr double kRoom = 4;  // px between a path and a mark that it passes

 private:
  const std::vector<PathNode>& nodes_;
  RectGrid grid_;
};

/// What was traced before, with the same nodes and gaps: its edges fan by fan.
struct Traced {
  std::span<const PathEdge> edges;
  std::span<const EdgePath> paths;
};

/// Traces all edges of a request, bundle by bundle.
class EdgeTracer {
 public:
  explicit EdgeTracer(const EdgePathRequest& request, Traced before = {})
      : request_(request),
        before_(before),
        order_(order_by_ends(request)),
        bundles_(bundle_edges(request, order_)),
        paths_(request.edges.size()) {}

  std::vector<EdgePath> trace() {
    std::vector<Point> crowd;
    for (const Bundle& bundle : bundles_) {
      if (length(center_of(bundle.high) - center_of(bundle.low)) < kTiny) {
        if (crowd.empty()) crowd = sum_of_directions();
        trace_loops(bundle, unit_or(crowd[bundle.low] * -1, {0, -1}));
      } else if (!take_over(bundle)) {
        trace_fan(bundle);
      }
    }
    return std::move(paths_);
  }

  /// The edges of the request that have two ends, fan by fan.
  const EdgeIds& order() const { return order_; }

 private:
  Point center_of(std::uint32_t node) const { return request_.nodes[node].center; }
  Port port(std::uint32_t node) const {
    const PathNode& n = request_.nodes[node];
    return {n.center, std::max(0.0, n.radius), std::max(0.0, request_.end_gap_px)};
  }

  /// Takes the paths of a fan that is as it was. Fans come in the order of their ends, then as now.
  bool take_over(const Bundle& bundle) {
    const std::span<const PathEdge>& edges = before_.edges;
    const Ends ends{bundle.low, bundle.high};
    while (reached_ < edges.size() && ends_of(edges[reached_]) < ends) ++reached_;
    const std::size_t count = bundle.edges.size();
    if (edges.size() - reached_ < count) return false;
    if (edges.size() > reached_ + count && ends_of(edges[reached_ + count]) == ends) return false;
    for (std::size_t i = 0; i < count; ++i)
      if (!(edges[reached_ + i] == request_.edges[bundle.edges[i]])) return false;
    for (std::size_t i = 0; i < count; ++i) paths_[bundle.edges[i]] = before_.paths[reached_ + i];
    return true;
  }

  /// For each node the sum of the unit vectors to its neighbours, each counted once.
  std::vector<Point> sum_of_directions() const {
    std::vector<Point> sums(request_.nodes.size());
    for (const Bundle& b : bundles_) {
      const Point towards = unit_or(center_of(b.high) - center_of(b.low), {});
      sums[b.low] = sums[b.low] + towards;
      sums[b.high] = sums[b.high] - towards;
    }
    return sums;
  }

  /// Loops, and edges between marks at one place, which can be told apart in no other way.
  void trace_loops(const Bundle& bundle, Point out) {
    Port around = port(bundle.low);
    around.radius = std::max(around.radius, port(bundle.high).radius);
    for (std::size_t i = 0; i < bundle.edges.size(); ++i) {
      const bool backward = request_.edges[bundle.edges[i]].from != bundle.low;
      paths_[bundle.edges[i]] = finish(loop_around(around, out, request_.fan_gap_px, i), backward);
    }
  }

  void trace_fan(const Bundle& bundle) {
    const std::vector<double> offsets = fan_offsets(request_, bundle.edges);
    const double shift = request_.avoid_nodes ? find_free_shift(bundle, offsets) : 0;
    for (std::size_t i = 0; i < bundle.edges.size(); ++i) {
      const bool backward = request_.edges[bundle.edges[i]].from != bundle.low;
      paths_[bundle.edges[i]] = finish(bow(bundle, shift + offsets[i]), backward);
    }
  }

  Bow bow(const Bundle& bundle, double offset) const {
    return bow_between(port(bundle.low), port(bundle.high), offset);
  }

  EdgeIds marks_in_way(const Bundle& bundle, const std::vector<double>& offsets, double shift,
                       std::size_t limit) const {
    EdgeIds found;
    for (const double offset : offsets) {
      obstructions_->find_along(bow(bundle, offset + shift).curve(), bundle, limit, found);
    }
    return found;
  }

  /// The least shift of the whole fan at which no mark is in its way; 0 where none within reason is free.
  double find_free_shift(const Bundle& bundle, const std::vector<double>& offsets) {
    constexpr std::size_t kHopeless = 4;  // marks in the way: in a thicket, straight lines read best
    if (!obstructions_) obstructions_.emplace(request_.nodes);
    const EdgeIds blockers = marks_in_way(bundle, offsets, 0, kHopeless);
    if (blockers.empty() || blockers.size() >= kHopeless) return 0;
    std::vector<double> shifts = passing_shifts(bundle, blockers, offsets.back());
    for (const double shift : shifts) {
      if (marks_in_way(bundle, offsets, shift, 1).empty()) return shift;
    }
    return 0;
  }

  /// Shifts that pass each blocker on either side, and some beyond, the least first.
  std::vector<double> passing_shifts(const Bundle& bundle, const EdgeIds& blockers, double half_fan) const {
    const Point span = center_of(bundle.high) - center_of(bundle.low);
    const double distance = length(span);
    const Point axis = span * (1 / distance);
    std::vector<double> shifts;
    for (const std::uint32_t n : blockers) {
      const Point to_mark = center_of(n) - center_of(bundle.low);
      const double along = std::clamp(dot(to_mark, axis) / distance, 0.0, 1.0);
      const double height = std::max(0.25, 4 * along * (1 - along));  // of a bow there, its middle being 1
      const double aside = dot(to_mark, normal_of(axis));
      const double clear = std::max(0.0, request_.nodes[n].radius) + Obstructions::kRoom + half_fan + 1;
      for (const double stretch : {1.0, 1.15, 1.35, 1.7}) {
        shifts.push_back((aside + clear) / height * stretch);
        shifts.push_back((aside - clear) / height * stretch);
      }
    }
    std::erase_if(shifts, [&](double shift) { return std::abs(shift) > distance * 0.45; });
    sort_list(shifts, [](double a, double b) {
      return std::abs(a) != std::abs(b) ? std::abs(a) < std::abs(b) : a < b;
    });
    return shifts;
  }

  const EdgePathRequest& request_;
  Traced before_;
  std::size_t reached_ = 0;  ///< of `before_`
  std::optional<Obstructions> obstructions_;
  EdgeIds order_;
  std::vector<Bundle> bundles_;
  std::vector<EdgePath> paths_;
};

}  // namespace

std::vector<EdgePath> trace_edges(const EdgePathRequest& request) {
  return EdgeTracer(request).trace();
}

std::vector<EdgePath> EdgePathKeeper::trace(const EdgePathRequest& request) {
  const bool goes_on = request.nodes == request_.nodes && request.fan_gap_px == request_.fan_gap_px &&
                       request.end_gap_px == request_.end_gap_px &&
                       request.avoid_nodes == request_.avoid_nodes;
  EdgeTracer tracer(request, goes_on ? Traced{request_.edges, paths_} : Traced{});
  std::vector<EdgePath> paths = tracer.trace();
  if (!goes_on) request_ = {request.nodes, {}, request.fan_gap_px, request.end_gap_px, request.avoid_nodes};
  request_.edges.clear();
  paths_.clear();
  for (const std::uint32_t e : tracer.order()) {
    request_.edges.push_back(request.edges[e]);
    paths_.push_back(paths[e]);
  }
  return paths;
}

Point bezier_at(const std::array<Point, 4>& curve, double t) {
  const double s = 1 - t;
  return curve[0] * (s * s * s) + curve[1] * (3 * s * s * t) + curve[2] * (3 * s * t * t) +
         curve[3] * (t * t * t);
}

namespace {

double distance_to_segment(Point a, Point b, Point p) {
  const Point ab = b - a;
  const double squared = dot(ab, ab);
  const double t = squared > 0 ? std::clamp(dot(p - a, ab) / squared, 0.0, 1.0) : 0;
  return length(p - (a + ab * t));
}

}  // namespace

double distance_to(const std::array<Point, 4>& curve, Point p) {
  constexpr double kTolerance = 0.25;
  constexpr double kMostPieces = 2048;
  const double bend =
      std::max(length(curve[0] - curve[1] * 2 + curve[2]), length(curve[1] - curve[2] * 2 + curve[3]));
  const int pieces =
      static_cast<int>(std::min(kMostPieces, 1 + std::ceil(std::sqrt(bend * 6 / 8 / kTolerance))));
  double least = length(p - curve[0]);
  Point from = curve[0];
  for (int i = 1; i <= pieces; ++i) {
    const Point to = i == pieces ? curve[3] : bezier_at(curve, static_cast<double>(i) / pieces);
    least = std::min(least, distance_to_segment(from, to, p));
    from = to;
  }
  return least;
}

}  // namespace tp
