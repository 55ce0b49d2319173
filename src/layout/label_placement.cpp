#include "layout/label_placement.hpp"

#include <algorithm>
#include <cmath>

#include "base/sort.hpp"
#include "layout/edge_paths.hpp"
#include "layout/rect_grid.hpp"

namespace tp {
namespace {

bool is_finite(const Rect& r) {
  return std::isfinite(r.right()) && std::isfinite(r.bottom()) && std::isfinite(r.x) && std::isfinite(r.y);
}

Rect rect_at(Point corner, Size size) {
  return {corner.x, corner.y, size.width, size.height};
}

/// Moved as little as it takes to lie inside; its left and top are inside where it is too large.
Rect moved_into(Rect rect, const Rect& bounds) {
  rect.x = std::max(bounds.x, std::min(rect.x, bounds.right() - rect.width));
  rect.y = std::max(bounds.y, std::min(rect.y, bounds.bottom() - rect.height));
  return rect;
}

/// Of what may stand anywhere.
std::vector<std::uint32_t> placing_order(const std::vector<LabelItem>& items) {
  std::vector<std::uint32_t> order;
  for (std::uint32_t i = 0; i < items.size(); ++i)
    if (!items[i].candidates.empty()) order.push_back(i);
  sort_list(order, [&](std::uint32_t a, std::uint32_t b) {
    if (items[a].required != items[b].required) return items[a].required;
    return items[a].priority != items[b].priority ? items[a].priority > items[b].priority : a < b;
  });
  return order;
}

/// The mean of what is finite; only how fast places are found depends on it.
Size typical_size(const std::vector<LabelItem>& items) {
  constexpr Size kLeast{16, 12};
  Size sum;
  double count = 1;
  for (const LabelItem& item : items) {
    if (!(item.size.width < 1e6 && item.size.height < 1e6)) continue;
    sum = {sum.width + item.size.width, sum.height + item.size.height};
    ++count;
  }
  return {std::max(kLeast.width, sum.width / count), std::max(kLeast.height, sum.height / count)};
}

/// The space that is taken: by marks from the start, by labels as they are placed.
class TakenSpace {
 public:
  explicit TakenSpace(const LabelRequest& request)
      : request_(request), labels_(typical_size(request.items)), obstacles_(typical_size(request.items)) {
    for (std::uint32_t o = 0; o < request.obstacles.size(); ++o) {
      const Rect& rect = request.obstacles[o];
      if (!rect.empty() && is_finite(rect)) obstacles_.insert(rect, o);
    }
    for (const Rect& rect : request.standing)
      if (!rect.empty() && is_finite(rect)) take(rect);
  }

  bool has_room_for(const Rect& rect, const LabelItem& item) const {
    if (!is_inside(rect)) return false;
    const Rect roomy = rect.grown(request_.gap_px);
    if (labels_.any_near(roomy, [&](std::uint32_t l) { return placed_[l].overlaps(roomy); })) return false;
    return !obstacles_.any_near(rect, [&](std::uint32_t o) {
      return o != item.own_obstacle && request_.obstacles[o].overlaps(rect);
    });
  }

  bool crosses_no_label(const Rect& tail) const {
    if (tail.empty()) return true;
    const Rect roomy = tail.grown(request_.gap_px);
    return !labels_.any_near(roomy, [&](std::uint32_t l) { return placed_[l].overlaps(roomy); });
  }

  void take(const Rect& rect) {
    labels_.insert(rect, static_cast<std::uint32_t>(placed_.size()));
    placed_.push_back(rect);
  }

 private:
  bool is_inside(const Rect& rect) const {
    const Rect& b = request_.bounds;
    if (b.empty()) return true;
    return rect.x >= b.x && rect.y >= b.y && rect.right() <= b.right() && rect.bottom() <= b.bottom();
  }

  const LabelRequest& request_;
  std::vector<Rect> placed_;
  RectGrid labels_;
  RectGrid obstacles_;
};

PlacedLabel place_one(const LabelItem& item, const TakenSpace& taken, const Rect& bounds) {
  for (std::uint32_t c = 0; c < item.candidates.size(); ++c) {
    const Rect rect = rect_at(item.candidates[c], item.size);
    if (!is_finite(rect) || !taken.has_room_for(rect, item)) continue;
    if (c >= item.tails.size() || taken.crosses_no_label(item.tails[c])) return {true, c, rect};
  }
  if (!item.required) return {};
  for (std::uint32_t c = 0; c < item.candidates.size(); ++c) {
    const Rect rect = rect_at(item.candidates[c], item.size);
    if (is_finite(rect)) return {true, c, bounds.empty() ? rect : moved_into(rect, bounds)};
  }
  return {};
}

}  // namespace

std::vector<PlacedLabel> place_labels(const LabelRequest& request) {
  std::vector<PlacedLabel> placed(request.items.size());
  TakenSpace taken(request);
  for (const std::uint32_t i : placing_order(request.items)) {
    placed[i] = place_one(request.items[i], taken, request.bounds);
    if (!placed[i].shown) continue;
    taken.take(placed[i].rect);
    const std::vector<Rect>& tails = request.items[i].tails;
    if (placed[i].candidate < tails.size() && !tails[placed[i].candidate].empty())
      taken.take(tails[placed[i].candidate]);
  }
  return placed;
}

std::vector<Point> beside_candidates(const Rect& mark, Size size, double gap_px) {
  const double y = mark.y + (mark.height - size.height) / 2;
  return {{mark.right() + gap_px, y}, {mark.x - gap_px - size.width, y}};
}

std::vector<Point> around_candidates(Point center, double radius, Size size, double gap_px) {
  const double reach = radius + gap_px;
  const double slant = reach * 0.7071;  // a label off the diagonal starts where the circle is at 45 degrees
  const double centered_x = center.x - size.width / 2;
  const double centered_y = center.y - size.height / 2;
  return {
      {centered_x, center.y + reach},
      {center.x + reach, centered_y},
      {center.x - reach - size.width, centered_y},
      {centered_x, center.y - reach - size.height},
      {center.x + slant, center.y + slant},
      {center.x - slant - size.width, center.y + slant},
      {center.x + slant, center.y - slant - size.height},
      {center.x - slant - size.width, center.y - slant - size.height},
  };
}

std::vector<Point> along_candidates(const std::array<Point, 4>& curve, Size size, double gap_px) {
  constexpr std::array kStops{0.5, 0.45, 0.55, 0.4, 0.6, 0.35, 0.65};
  std::vector<Point> corners;
  corners.reserve(kStops.size() * 3);
  const Point to_corner{-size.width / 2, -size.height / 2};
  for (const double t : kStops) corners.push_back(bezier_at(curve, t) + to_corner);
  for (const double t : kStops) {
    const Point along = bezier_at(curve, t + 0.01) - bezier_at(curve, t - 0.01);
    const double length = std::sqrt(along.x * along.x + along.y * along.y);
    const Point normal = length > 0 ? Point{-along.y / length, along.x / length} : Point{0, 1};
    // How far a box reaches along the normal; the curve then passes its nearest corner at the gap.
    const double reach = (std::abs(normal.x) * size.width + std::abs(normal.y) * size.height) / 2 + gap_px;
    const Point middle = bezier_at(curve, t);
    corners.push_back(middle - normal * reach + to_corner);
    corners.push_back(middle + normal * reach + to_corner);
  }
  return corners;
}

}  // namespace tp
