// Strokes as strips of quads: one cut across the line at every corner, four corners a cut (smooth edge, full,
// full, smooth edge). Round ends are cuts that grow narrower, so a stroke never covers itself and may be
// translucent.
#include <imgui.h>
#include <imgui_internal.h>

#include <cmath>

#include "view/pen.hpp"
#include "view/to_imgui.hpp"

namespace tp {

namespace {

constexpr double kFlatness = 0.15;  // CSS px that a curve may miss at a ratio of 1
constexpr int kMostPieces = 64;
// A quarter of a circle: how far along the line and across it.
constexpr std::array<std::array<double, 2>, 4> kQuarter{
    {{0.3827, 0.9239}, {0.7071, 0.7071}, {0.9239, 0.3827}, {1, 0}}};

double length_of(Point p) {
  return std::sqrt(p.x * p.x + p.y * p.y);
}

Point unit(Point p) {
  const double length = length_of(p);
  return length > 1e-9 ? p * (1 / length) : Point{1, 0};
}

Point cubic(const std::array<Point, 4>& c, double t) {
  const double u = 1 - t;
  return c[0] * (u * u * u) + c[1] * (3 * u * u * t) + c[2] * (3 * u * t * t) + c[3] * (t * t * t);
}

}  // namespace

// The number of pieces follows from the second differences (Wang's bound for cubic curves).
void Pen::flatten(const std::array<Point, 4>& c) {
  const double bend = std::max(length_of(c[0] - c[1] * 2 + c[2]), length_of(c[1] - c[2] * 2 + c[3]));
  const double pieces = std::ceil(std::sqrt(0.75 * bend * density_ / kFlatness));
  const int count = std::clamp(static_cast<int>(pieces), 1, kMostPieces);
  points_.clear();
  for (int i = 0; i <= count; ++i) points_.push_back(cubic(c, static_cast<double>(i) / count));
}

void Pen::add_cap(Point at, Point direction, Color color, double half, bool begin) {
  const double sign = begin ? -1 : 1;
  const Point normal{-direction.y, direction.x};
  // Thin lines get a flat end: nobody sees more of it than its smooth edge.
  const bool round = half * density_ > 0.9;
  const auto cut = [&](double along, double across, bool edge) {
    const Point p = at + direction * (sign * along);
    cuts_.push_back({p.x, p.y, normal.x, normal.y, across, color, edge});
  };
  if (!round) {
    cut(fringe_ / 2, half, true);
  } else if (begin) {
    for (auto step = kQuarter.rbegin(); step != kQuarter.rend(); ++step)
      cut((*step)[0] * half, (*step)[1] * half, false);
  } else {
    for (const auto& step : kQuarter) cut(step[0] * half, step[1] * half, false);
  }
}

void Pen::add_body(std::span<const Point> points, Color color, double half) {
  for (std::size_t i = 0; i < points.size(); ++i) {
    const Point before = i > 0 ? unit(points[i] - points[i - 1]) : unit(points[1] - points[0]);
    const Point after = i + 1 < points.size() ? unit(points[i + 1] - points[i]) : before;
    const Point along = unit(before + after);
    // A mitre: wider at corners, but not without limit.
    const double cosine = std::max(0.5, along.x * before.x + along.y * before.y);
    cuts_.push_back({points[i].x, points[i].y, -along.y, along.x, half / cosine, color, false});
  }
}

void Pen::stroke(std::span<const Point> points, Color color, double width) {
  if (points.size() < 2 || color.a == 0 || width <= 0) return;
  cuts_.clear();
  const double half = width / 2;
  add_cap(points.front(), unit(points[1] - points[0]), color, half, true);
  add_body(points, color, half);
  add_cap(points.back(), unit(points.back() - points[points.size() - 2]), color, half, false);
  emit();
}

void Pen::emit() {
  const auto count = static_cast<unsigned>(cuts_.size());
  if (count < 2) return;
  const ImVec2 uv = list_->_Data->TexUvWhitePixel;
  list_->PrimReserve(static_cast<int>((count - 1) * 18), static_cast<int>(count * 4));
  const unsigned base = list_->_VtxCurrentIdx;
  for (const Cut& cut : cuts_) {
    const double outer = cut.half + fringe_ / 2;
    const double inner = std::max(0.0, cut.half - fringe_ / 2);
    // Thinner than a device pixel: as wide as one, and paler.
    const double strength = cut.half < fringe_ / 2 ? 2 * cut.half / fringe_ : 1;
    const ImU32 full = packed(cut.color.faded(cut.edge ? 0 : strength));
    const ImU32 none = packed(cut.color.faded(0));
    list_->PrimWriteVtx(vec(cut.x - cut.nx * outer, cut.y - cut.ny * outer), uv, none);
    list_->PrimWriteVtx(vec(cut.x - cut.nx * inner, cut.y - cut.ny * inner), uv, full);
    list_->PrimWriteVtx(vec(cut.x + cut.nx * inner, cut.y + cut.ny * inner), uv, full);
    list_->PrimWriteVtx(vec(cut.x + cut.nx * outer, cut.y + cut.ny * outer), uv, none);
  }
  for (unsigned i = 0; i + 1 < count; ++i) {
    const unsigned a = base + 4 * i, b = a + 4;
    for (unsigned lane = 0; lane < 3; ++lane) {
      for (unsigned index : {a + lane, a + lane + 1, b + lane + 1, a + lane, b + lane + 1, b + lane})
        list_->PrimWriteIdx(index);
    }
  }
}

void Pen::dashes(std::span<const Point> points, Color color, double width, const DashPattern& dash) {
  std::size_t phase = 0;
  double left = dash.lengths[0];  // of the stretch that is being drawn or left out
  dash_points_.clear();
  const auto drawn = [&] { return phase % 2 == 0; };
  const auto finish = [&](Point at) {
    if (!drawn()) return;
    if (dash.lengths[phase] <= 0) {
      disc(at, std::max(width, 1.3) / 2, color);
    } else if (dash_points_.size() >= 2) {
      stroke(dash_points_, color, width);
    }
    dash_points_.clear();
  };
  const auto advance = [&](Point at) {
    finish(at);
    phase = (phase + 1) % dash.lengths.size();
    left = dash.lengths[phase];
    if (drawn()) dash_points_.push_back(at);
  };
  dash_points_.push_back(points.front());
  for (std::size_t i = 0; i + 1 < points.size(); ++i) {
    const Point way = points[i + 1] - points[i];
    const double length = length_of(way);
    double done = 0;
    while (length - done >= left) {
      done += left;
      const Point at = points[i] + way * (length > 0 ? done / length : 0);
      if (drawn()) dash_points_.push_back(at);
      advance(at);
    }
    left -= length - done;
    if (drawn()) dash_points_.push_back(points[i + 1]);
  }
  const bool rest = dash_points_.size() > 1 && !(dash_points_.front() == dash_points_.back());
  if (drawn() && dash.lengths[phase] > 0 && rest) finish(points.back());
}

}  // namespace tp
