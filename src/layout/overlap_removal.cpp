#include "layout/overlap_removal.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/sort.hpp"
#include "layout/rect_grid.hpp"

namespace tp {
namespace {

using Bounds = std::optional<Rect>;

constexpr std::size_t kFew = 500;  // boxes: up to here, more rounds cost nothing that matters
constexpr double kRounding = 1e-9;
constexpr double kSlack = 0.01;  // px beyond touching, so that rounding leaves no overlap

Rect box_at(Point center, Size size) {
  return {center.x - size.width / 2, center.y - size.height / 2, size.width, size.height};
}
Rect box_of(const BoxSet& boxes, std::uint32_t i) {
  return box_at(boxes.centers[i], boxes.sizes[i]);
}

/// The values between which one coordinate of a centre may lie; both the middle where the box is too large.
struct Limits {
  double low = 0;
  double high = 0;
  double clamp(double v) const { return std::min(std::max(v, low), high); }
};

Limits limits(double begin, double length, double box) {
  if (box >= length) return {begin + length / 2, begin + length / 2};
  return {begin + box / 2, begin + length - box / 2};
}

Point moved_into(Point center, Size size, const Bounds& bounds) {
  if (!bounds) return center;
  return {limits(bounds->x, bounds->width, size.width).clamp(center.x),
          limits(bounds->y, bounds->height, size.height).clamp(center.y)};
}

Size typical_size(const BoxSet& boxes) {
  Size sum;
  for (const Size& size : boxes.sizes) sum = {sum.width + size.width, sum.height + size.height};
  const double count = static_cast<double>(std::max<std::size_t>(1, boxes.sizes.size()));
  return {std::max(2.0, sum.width / count), std::max(2.0, sum.height / count)};
}

// Units of work: finding what is near a box, and looking at one of those.
constexpr std::int64_t kUnitsPerBox = 15;
constexpr std::int64_t kUnitsPerPair = 3;

Paced<RectGrid> grid_of(const BoxSet& boxes) {
  RectGrid grid(typical_size(boxes));
  for (std::uint32_t i = 0; i < boxes.centers.size(); ++i) {
    co_await Work{kUnitsPerBox};
    grid.insert(box_of(boxes, i), i);
  }
  co_return grid;
}

bool overlaps_any(const BoxSet& boxes, const RectGrid& grid, std::uint32_t i, const Rect& box) {
  return grid.any_near(box, [&](std::uint32_t j) { return j != i && box_of(boxes, j).overlaps(box); });
}

/// Pushes pairs apart, along the axis on which that takes less.
class Pusher {
 public:
  Pusher(BoxSet& boxes, const Bounds& bounds) : boxes_(boxes), bounds_(bounds) {}

  /// One round over all pairs that overlap; returns whether there were any that could be moved. `push`: how
  /// far beyond touching, as a factor; above 1, crowds dissolve in fewer rounds (successive over-relaxation).
  Paced<bool> push_once(double push) {
    push_ = push;
    const RectGrid grid = co_await grid_of(boxes_);
    bool moved = false;
    for (std::uint32_t i = 0; i < boxes_.centers.size(); ++i) {
      std::int64_t looked_at = 0;
      grid.any_near(box_of(boxes_, i), [&](std::uint32_t j) {
        ++looked_at;
        if (j > i && box_of(boxes_, i).overlaps(box_of(boxes_, j))) moved |= part(i, j);
        return false;
      });
      co_await Work{kUnitsPerBox + kUnitsPerPair * looked_at};
    }
    co_return moved;
  }

 private:
  /// How far each of two moves along one axis; `first` is the one with the smaller coordinate.
  struct Shares {
    double first = 0;
    double second = 0;
    double lacking = 0;
  };

  Shares share(double needed, double room_first, double room_second) const {
    Shares s;
    s.first = std::min(needed / 2, room_first);
    s.second = std::min(needed - s.first, room_second);
    s.first = std::min(needed - s.second, room_first);
    s.lacking = needed - s.first - s.second;
    return s;
  }

  static constexpr Limits kAnywhere{-1e12, 1e12};

  Limits limits_x(std::uint32_t i) const {
    return bounds_ ? limits(bounds_->x, bounds_->width, boxes_.sizes[i].width) : kAnywhere;
  }
  Limits limits_y(std::uint32_t i) const {
    return bounds_ ? limits(bounds_->y, bounds_->height, boxes_.sizes[i].height) : kAnywhere;
  }
  double room(std::uint32_t i, double from, double to) const {
    return boxes_.fixed[i] != 0 ? 0 : std::max(0.0, to - from);
  }

  bool part(std::uint32_t i, std::uint32_t j) {
    if (boxes_.fixed[i] != 0 && boxes_.fixed[j] != 0) return false;
    Point& a = boxes_.centers[i];
    Point& b = boxes_.centers[j];
    const bool a_left = a.x != b.x ? a.x < b.x : i < j;
    const bool a_top = a.y != b.y ? a.y < b.y : i < j;
    const std::uint32_t l = a_left ? i : j, r = a_left ? j : i;
    const std::uint32_t t = a_top ? i : j, u = a_top ? j : i;
    const double need_x = (boxes_.sizes[i].width + boxes_.sizes[j].width) / 2 - std::abs(a.x - b.x) + kSlack;
    const double need_y =
        (boxes_.sizes[i].height + boxes_.sizes[j].height) / 2 - std::abs(a.y - b.y) + kSlack;
    const Shares x = share(need_x * push_, room(l, limits_x(l).low, boxes_.centers[l].x),
                           room(r, boxes_.centers[r].x, limits_x(r).high));
    const Shares y = share(need_y * push_, room(t, limits_y(t).low, boxes_.centers[t].y),
                           room(u, boxes_.centers[u].y, limits_y(u).high));
    const bool x_works = x.lacking <= kRounding;
    const bool y_works = y.lacking <= kRounding;
    // In proportion to the boxes: labels are wide, and the shorter way alone would pile them up in columns.
    const double weight_x = 1 / (boxes_.sizes[i].width + boxes_.sizes[j].width);
    const double weight_y = 1 / (boxes_.sizes[i].height + boxes_.sizes[j].height);
    const bool along_x = x_works != y_works ? x_works : need_x * weight_x < need_y * weight_y;
    if (along_x) {
      boxes_.centers[l].x -= x.first;
      boxes_.centers[r].x += x.second;
    } else {
      boxes_.centers[t].y -= y.first;
      boxes_.centers[u].y += y.second;
    }
    return true;
  }

  BoxSet& boxes_;
  const Bounds& bounds_;
  double push_ = 1;
};

Paced<> push_apart(BoxSet& boxes, const Bounds& bounds, int rounds) {
  constexpr int kGentleRounds = 4;
  Pusher pusher(boxes, bounds);
  for (int round = 0; round < rounds; ++round) {
    const bool moved = co_await pusher.push_once(round < kGentleRounds ? 1 : 1.3);
    if (!moved) break;
  }
}

/// Puts boxes one by one where nothing is yet, as near to where they were as a search in rings finds.
class Settler {
 public:
  Settler(BoxSet& boxes, const Bounds& bounds) : boxes_(boxes), bounds_(bounds), grid_(typical_size(boxes)) {}

  void keep(std::uint32_t i) { grid_.insert(box_of(boxes_, i), i); }

  /// Returns for how many places it had to ask.
  std::int64_t settle(std::uint32_t i) {
    const std::int64_t before = tests_left_;
    const Point wanted = moved_into(boxes_.centers[i], boxes_.sizes[i], bounds_);
    boxes_.centers[i] = wanted;
    if (!is_free(i, wanted)) boxes_.centers[i] = find_free(i, wanted);
    keep(i);
    return before - tests_left_;
  }

 private:
  bool is_free(std::uint32_t i, Point center) {
    --tests_left_;
    return !overlaps_any(boxes_, grid_, i, box_at(center, boxes_.sizes[i]).grown(kSlack / 4));
  }

  /// The nearest free place of the first ring that has one; `wanted` where there is none.
  Point find_free(std::uint32_t i, Point wanted) {
    const Size size = boxes_.sizes[i];
    const double step = std::max(3.0, std::min(size.width, size.height) / 4);
    const double reach = bounds_ ? bounds_->width + bounds_->height : 1e5;
    for (int ring = 1; ring * step < reach && tests_left_ > 0; ++ring) {
      double least = -1;
      Point best = wanted;
      const auto consider = [&](int dx, int dy) {
        const Point at = moved_into(wanted + Point{dx * step, dy * step}, size, bounds_);
        const Point off = at - wanted;
        const double squared = off.x * off.x + off.y * off.y;
        if ((least < 0 || squared < least) && is_free(i, at)) least = squared, best = at;
      };
      for (int k = -ring; k <= ring; ++k) consider(k, -ring), consider(k, ring);
      for (int k = -ring + 1; k < ring; ++k) consider(-ring, k), consider(ring, k);
      if (least >= 0) return best;
    }
    return wanted;
  }

  BoxSet& boxes_;
  const Bounds& bounds_;
  RectGrid grid_;
  std::int64_t tests_left_ = 1'500'000;  // a bound on the time spent where there is no room
};

/// The boxes that overlap others go to free places; the larger first, for which there are fewer.
Paced<> settle_rest(BoxSet& boxes, const Bounds& bounds, bool all) {
  const RectGrid grid = co_await grid_of(boxes);
  Settler settler(boxes, bounds);
  std::vector<std::uint32_t> moving;
  for (std::uint32_t i = 0; i < boxes.centers.size(); ++i) {
    co_await Work{2 * kUnitsPerBox};
    const bool stays = boxes.fixed[i] != 0 || (!all && !overlaps_any(boxes, grid, i, box_of(boxes, i)));
    if (stays) {
      settler.keep(i);
    } else {
      moving.push_back(i);
    }
  }
  const auto area = [&](std::uint32_t i) { return boxes.sizes[i].width * boxes.sizes[i].height; };
  sort_list(moving,
            [&](std::uint32_t a, std::uint32_t b) { return area(a) != area(b) ? area(a) > area(b) : a < b; });
  for (const std::uint32_t i : moving) co_await Work{kUnitsPerBox * settler.settle(i)};
}

double filled_share(const BoxSet& boxes, const Rect& bounds, double padding) {
  double sum = 0;
  for (const Size& size : boxes.sizes) sum += (size.width + 2 * padding) * (size.height + 2 * padding);
  return sum / (bounds.width * bounds.height);
}

bool may_fit(const BoxSet& boxes, const Bounds& bounds) {
  return !bounds || filled_share(boxes, *bounds, 0) <= 1;
}

}  // namespace

Paced<std::uint32_t> count_overlapping(const BoxSet& boxes) {
  const RectGrid grid = co_await grid_of(boxes);
  std::uint32_t count = 0;
  for (std::uint32_t i = 0; i < boxes.centers.size(); ++i) {
    co_await Work{kUnitsPerBox};
    if (overlaps_any(boxes, grid, i, box_of(boxes, i))) ++count;
  }
  co_return count;
}

Paced<> spread_boxes(BoxSet& boxes, Bounds bounds, double most_px) {
  constexpr double kFill = 0.5;
  if (!bounds) co_return;
  double padding = 0;
  for (double step = most_px / 2; step > most_px / 64; step /= 2) {
    if (filled_share(boxes, *bounds, padding + step) <= kFill) padding += step;
  }
  if (padding <= 0) co_return;
  // Growing by and by keeps neighbours beside each other; all at once they would be thrown about.
  constexpr int kGrowths = 8;
  const int rounds = boxes.centers.size() <= kFew ? 40 : 5;
  BoxSet padded = boxes;
  for (int growth = 1; growth <= kGrowths; ++growth) {
    const double by = padding * 2 * growth / kGrowths;
    for (std::size_t i = 0; i < boxes.sizes.size(); ++i) {
      padded.sizes[i] = {boxes.sizes[i].width + by, boxes.sizes[i].height + by};
    }
    co_await push_apart(padded, bounds, rounds);
  }
  boxes.centers = std::move(padded.centers);
}

Paced<std::uint32_t> remove_overlaps(BoxSet& boxes, Bounds bounds) {
  for (std::uint32_t i = 0; i < boxes.centers.size(); ++i) {
    if (boxes.fixed[i] == 0) boxes.centers[i] = moved_into(boxes.centers[i], boxes.sizes[i], bounds);
  }
  if (bounds && boxes.centers.size() > kFew) {
    co_await Work{kUnitsPerBox * static_cast<std::int64_t>(boxes.centers.size())};
    thin_out(boxes, *bounds);
  }
  co_await push_apart(boxes, bounds, boxes.centers.size() <= kFew ? 160 : 60);
  std::uint32_t left = co_await count_overlapping(boxes);
  if (left == 0 || !may_fit(boxes, bounds)) co_return left;
  for (const bool all : {false, true}) {
    BoxSet settled = boxes;
    co_await settle_rest(settled, bounds, all);
    const std::uint32_t still = co_await count_overlapping(settled);
    if (still < left) boxes = settled, left = still;
    if (left == 0) break;
  }
  co_return left;
}

}  // namespace tp
