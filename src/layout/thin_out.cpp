#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/sort.hpp"
#include "layout/overlap_removal.hpp"

namespace tp {
namespace {

using Order = std::vector<std::uint32_t>;

double area_of(Size size) {
  return size.width * size.height;
}

/// Sorts by one coordinate; ties by position.
void sort_by(Order& order, const std::vector<Point>& centers, double Point::*coordinate) {
  sort_list(order, [&](std::uint32_t a, std::uint32_t b) {
    const double va = centers[a].*coordinate, vb = centers[b].*coordinate;
    return va != vb ? va < vb : a < b;
  });
}

/// Gives each box of `order` the place along `length` that its share of their area has come to.
void distribute(const BoxSet& boxes, const Order& order, double begin, double length,
                double Point::*coordinate, std::vector<Point>& even) {
  double total = 0;
  for (const std::uint32_t i : order) total += area_of(boxes.sizes[i]);
  double before = 0;
  for (const std::uint32_t i : order) {
    const double area = area_of(boxes.sizes[i]);
    even[i].*coordinate = begin + length * (before + area / 2) / total;
    before += area;
  }
}

/// Where the boxes would be were they as dense everywhere.
std::vector<Point> evenly(const BoxSet& boxes, const Rect& bounds) {
  std::vector<Point> even = boxes.centers;
  Order order(boxes.centers.size());
  std::iota(order.begin(), order.end(), 0u);
  sort_by(order, boxes.centers, &Point::x);
  distribute(boxes, order, bounds.x, bounds.width, &Point::x, even);
  const double aspect = std::clamp(bounds.width / bounds.height, 0.1, 10.0);
  const std::size_t strips =
      1 + static_cast<std::size_t>(std::sqrt(static_cast<double>(order.size()) * aspect) / 2);
  const std::size_t per_strip = order.size() / strips + 1;
  for (std::size_t begin = 0; begin < order.size(); begin += per_strip) {
    const std::size_t end = std::min(order.size(), begin + per_strip);
    Order strip(order.begin() + static_cast<std::ptrdiff_t>(begin),
                order.begin() + static_cast<std::ptrdiff_t>(end));
    sort_by(strip, boxes.centers, &Point::y);
    distribute(boxes, strip, bounds.y, bounds.height, &Point::y, even);
  }
  return even;
}

/// The share of all boxes' area that is more than its part of the area can hold.
double overflow(const BoxSet& boxes, const std::vector<Point>& centers, const Rect& bounds) {
  constexpr double kMostDense = 0.7;
  constexpr double kBoxesPerBin = 12;
  const double bins = std::max(1.0, static_cast<double>(centers.size()) / kBoxesPerBin);
  const double side = std::sqrt(bounds.width * bounds.height / bins);
  const std::size_t columns = 1 + static_cast<std::size_t>(bounds.width / side);
  const std::size_t rows = 1 + static_cast<std::size_t>(bounds.height / side);
  std::vector<double> filled(columns * rows, 0.0);
  double total = 0;
  const auto bin = [&](double offset, std::size_t count) {
    return static_cast<std::size_t>(std::clamp(offset / side, 0.0, static_cast<double>(count - 1)));
  };
  for (std::size_t i = 0; i < centers.size(); ++i) {
    const std::size_t at =
        bin(centers[i].y - bounds.y, rows) * columns + bin(centers[i].x - bounds.x, columns);
    filled[at] += area_of(boxes.sizes[i]);
    total += area_of(boxes.sizes[i]);
  }
  double over = 0;
  for (const double area : filled) over += std::max(0.0, area - kMostDense * side * side);
  return over / std::max(1e-9, total);
}

}  // namespace

void thin_out(BoxSet& boxes, const Rect& bounds) {
  constexpr double kBearable = 0.05;
  constexpr int kSteps = 8;
  if (bounds.empty() || overflow(boxes, boxes.centers, bounds) <= kBearable) return;
  const std::vector<Point> even = evenly(boxes, bounds);
  std::vector<Point> thinned = boxes.centers;
  for (int step = 1; step <= kSteps; ++step) {
    const double share = static_cast<double>(step) / kSteps;
    for (std::size_t i = 0; i < thinned.size(); ++i) {
      if (boxes.fixed[i] == 0) thinned[i] = boxes.centers[i] + (even[i] - boxes.centers[i]) * share;
    }
    if (overflow(boxes, thinned, bounds) <= kBearable) break;
  }
  boxes.centers = std::move(thinned);
}

}  // namespace tp
