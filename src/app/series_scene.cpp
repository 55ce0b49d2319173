#include "app/series_scene.hpp"

#include <algorithm>
#include <cmath>

#include "app/fit_text.hpp"
#include "app/lane_heads.hpp"
#include "app/moments.hpp"
#include "app/palette.hpp"
#include "time/format_date.hpp"

namespace tp {

namespace {

constexpr double kPadTop = 5;
constexpr double kPadBottom = 3;
constexpr double kLeastBar = 2.5;  // a day on an axis of decades
constexpr double kOutside = 48;    // what lies further out is not drawn
constexpr double kValueGap = 8;
constexpr double kMostSamples = 1.0;  // for each px: above, pixels are drawn in place of points

class Plotter {
 public:
  Plotter(SeriesPlot& plot, const SeriesRequest& r)
      : r_(r),
        plot_(plot),
        series_(r.story.series[static_cast<std::size_t>(r.lane.series)]),
        index_(r.timeline.series[static_cast<std::size_t>(r.lane.series)]),
        language_(r.state.language) {}

  void plot() {
    start_over();
    place();
    find_visible();
    const auto count = static_cast<double>(last_ - first_);
    const bool many = count > kMostSamples * plot_.rect.width;
    if (many) {
      add_columns();
    } else {
      add_points();
    }
    add_here();
    add_title();
    add_value();
  }

 private:
  void start_over() {
    renew(plot_, &SeriesPlot::samples, &SeriesPlot::line, &SeriesPlot::runs, &SeriesPlot::ground,
          &SeriesPlot::gaps, &SeriesPlot::title, &SeriesPlot::value);
    plot_.samples.clear();
    plot_.line.clear();
    plot_.runs.clear();
    plot_.ground.clear();
    plot_.gaps.clear();
    plot_.value.clear();
  }
  const Rect& area() const { return r_.frame.plot; }
  double x_of(Instant t) const {
    return std::clamp(area().x + r_.state.scale.to_px(t), area().x - kOutside, area().right() + kOutside);
  }
  double y_of(double value) const {
    const double share = (value - index_.low) / (index_.high - index_.low);
    return bottom_ - share * (bottom_ - top_);
  }
  bool has_bars() const { return series_.kind == SeriesKind::kBar; }
  const std::optional<double>& value(std::size_t point) const { return series_.points[point].value; }

  void place() {
    const Rect& row = r_.lane.rect;
    plot_.ref = {Kind::kSeries, static_cast<std::uint32_t>(r_.lane.series)};
    plot_.rect = {area().x, row.y, area().width, row.height};
    plot_.head = r_.frame.folded ? Rect{} : Rect{row.x, row.y, area().x - row.x, row.height};
    plot_.kind = series_.kind;
    plot_.ink = ink_of(r_.story, r_.index, series_.track);
    if (r_.state.selected == plot_.ref) plot_.emphasis = Emphasis::kSelected;
    plot_.hovered = r_.state.hovered == plot_.ref;
    top_ = row.y + kPadTop;
    bottom_ = row.bottom() - kPadBottom;
    plot_.zero_y = y_of(0);
  }

  // A few more than what is in view, so that lines leave the plot where they would.
  void find_visible() {
    const TimeRange shown = r_.state.scale.visible(-kOutside, area().width + kOutside);
    const auto begins_after = [](Instant t, const TimeRange& span) { return t < span.begin; };
    const auto& spans = index_.spans;
    const auto first = std::upper_bound(spans.begin(), spans.end(), shown.begin, begins_after);
    const auto last = std::upper_bound(first, spans.end(), shown.end, begins_after);
    constexpr std::ptrdiff_t kBefore = 2;
    first_ = static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, first - spans.begin() - kBefore));
    last_ = std::min(spans.size(), static_cast<std::size_t>(last - spans.begin()) + 1);
  }

  void add_points() {
    const std::ptrdiff_t now = point_at(series_, index_, r_.state.at);
    bool in_run = false;
    for (std::size_t i = first_; i < last_; ++i) {
      const double begin = x_of(index_.spans[i].begin);
      const double end = x_of(index_.spans[i].end);
      if (!value(i)) {
        in_run = false;
        if (end > begin) plot_.gaps.push_back({begin, end});
        continue;
      }
      const bool holds_now = static_cast<std::ptrdiff_t>(i) == now;
      add_sample(i, begin, end, holds_now);
      cover(begin, end);
      if (has_bars()) continue;
      if (!in_run) plot_.runs.push_back(static_cast<std::uint32_t>(plot_.line.size()));
      in_run = true;
      const double y = y_of(*value(i));
      if (series_.kind == SeriesKind::kStep) {
        plot_.line.push_back({begin, y});
        plot_.line.push_back({end, y});
      } else {
        plot_.line.push_back({area().x + r_.state.scale.to_px(moment_of(series_.points[i].when)), y});
      }
    }
    if (!has_bars()) clip_runs();
  }

  // What leaves the view is cut a little outside of it: far points would be lost in single precision.
  void clip_runs() {
    const double lo = area().x - kOutside, hi = area().right() + kOutside;
    std::vector<Point>& line =
        plot_.line;  // is written over: what is left is never longer than what was read
    std::size_t used = 0, used_runs = 0;
    for (std::size_t run = 0; run < plot_.runs.size(); ++run) {
      const std::size_t begin = plot_.runs[run];
      const std::size_t end = run + 1 < plot_.runs.size() ? plot_.runs[run + 1] : line.size();
      const std::size_t before = used;
      Point last;
      for (std::size_t i = begin; i < end; ++i) {
        const Point p = line[i];
        const bool has_inner = p.x < lo ? i + 1 < end : i > begin;  // a neighbour towards the view
        const Point inner = p.x < lo && has_inner ? line[i + 1] : last;
        last = p;
        if (p.x >= lo && p.x <= hi) {
          line[used++] = p;
        } else if (has_inner && (p.x < lo ? inner.x > lo : inner.x < hi)) {
          const double edge = p.x < lo ? lo : hi;
          line[used++] = {edge, p.y + (inner.y - p.y) * ((edge - p.x) / (inner.x - p.x))};
        }
      }
      if (used > before) plot_.runs[used_runs++] = static_cast<std::uint32_t>(before);
    }
    line.resize(used);
    plot_.runs.resize(used_runs);
  }

  void add_sample(std::size_t point, double begin, double end, bool holds_now) {
    const Date& when = series_.points[point].when;
    SeriesSample sample;
    sample.point = static_cast<std::uint32_t>(point);
    sample.holds_now = holds_now;
    sample.uncertain = when.uncertain || when.approximate;
    double width = end - begin;
    if (width > 6) width -= 1;  // neighbours stay apart
    const double widened = std::max(kLeastBar, width);
    const double left = begin + (width - widened) / 2;
    const double y = y_of(*value(point));
    const double above = std::min(y, plot_.zero_y);
    // A figure of zero is a figure: it shows as the thinnest of bars.
    sample.rect = {left, above, widened, std::max(1.0, std::abs(plot_.zero_y - y))};
    if (sample.rect.right() < area().x || sample.rect.x > area().right()) return;
    plot_.samples.push_back(sample);
  }

  // The line of zero runs where there are numbers, and only there.
  void cover(double begin, double end) {
    const double joined = has_bars() || series_.kind == SeriesKind::kStep ? 1.5 : area().width * 4;
    if (!plot_.ground.empty() && begin - plot_.ground.back().end <= joined &&
        (plot_.gaps.empty() || plot_.gaps.back().begin < plot_.ground.back().begin)) {
      plot_.ground.back().end = std::max(plot_.ground.back().end, end);
    } else {
      plot_.ground.push_back({begin, std::max(begin + kLeastBar, end)});
    }
  }

  // One column for each pixel of content.
  void add_columns() {
    const double origin = area().x + r_.state.scale.to_px(r_.origin);
    const auto column_of = [&](std::size_t i) {
      return std::floor(area().x + r_.state.scale.to_px(index_.spans[i].begin) - origin);
    };
    bool in_run = false;
    for (std::size_t i = first_; i < last_;) {
      const double column = column_of(i);
      std::size_t low = i + 1, high = last_;
      while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        (column_of(middle) <= column ? low = middle + 1 : high = middle);
      }
      const double x = origin + column;
      if (const auto found = index_.extremes.between(i, low)) {
        add_column(x, *found, in_run);
        in_run = true;
      } else {
        in_run = false;
        plot_.gaps.push_back({x, x + 1});
      }
      i = low;
    }
  }

  void add_column(double x, const Extremes& found, bool in_run) {
    const double high = y_of(found.largest);
    const double low = y_of(found.least);
    cover(x, x + 1);
    if (has_bars()) {
      const double top = std::min(high, plot_.zero_y);
      const double bottom = std::max(low, plot_.zero_y);
      plot_.samples.push_back({static_cast<std::uint32_t>(found.largest_at),
                               {x, top, 1, std::max(1.0, bottom - top)},
                               false,
                               false});
      return;
    }
    if (!in_run) plot_.runs.push_back(static_cast<std::uint32_t>(plot_.line.size()));
    const bool falls = found.largest_at < found.least_at;
    plot_.line.push_back({x + 0.5, falls ? high : low});
    if (high != low) plot_.line.push_back({x + 0.5, falls ? low : high});
  }

  void add_here() {
    now_ = point_at(series_, index_, r_.state.at);
    if (now_ < 0) return;
    const auto point = static_cast<std::size_t>(now_);
    if (!value(point)) return;
    const double x = area().x + r_.state.scale.to_px(r_.state.at);
    if (x < area().x || x > area().right()) return;
    plot_.has_here = true;
    plot_.here = {x, y_of(*value(point))};
  }

  void write(LabelBox& box, std::string_view text, TextStyle style, Ink ink) const {
    const Size size = r_.measurer.measure(text, style);
    box.rect = {0, 0, size.width, size.height};
    box.text = text;
    box.style = style;
    box.ink = ink;
    box.ref = plot_.ref;
  }

  void add_title() {
    Refill<LabelBox> title(plot_.title);
    const Ink ink = plot_.emphasis == Emphasis::kSelected ? Ink{Ink::Role::kInk} : Ink{Ink::Role::kMuted};
    const TextStyle style = head_style(r_.lane);
    const double line = r_.measurer.measure("x", style).height;
    double y = r_.lane.rect.center().y - line * static_cast<double>(r_.title.size()) / 2;
    for (const std::string& words : r_.title) {
      LabelBox& box = title.next_clear();
      write(box, words, style, ink);
      box.rect.x = plot_.head.x;
      box.rect.y = y;
      y += line;
    }
  }

  std::string words_here() const {
    if (now_ < 0) return unit_words(series_, language_);
    const auto point = static_cast<std::size_t>(now_);
    return format_date(series_.points[point].when, language_, DateStyle::kShort) + ": " +
           value_words(series_, point, language_);
  }

  // The number stands where the row is empty, beside the figures that it belongs to.
  void add_value() {
    std::string words = words_here();
    if (r_.frame.folded) {
      const std::string title(series_.title.in(language_));
      words = words.empty() ? title : title + " \u00b7 " + words;
    }
    const TextStyle style = now_ >= 0 ? TextStyle::kSmallStrong : TextStyle::kSmall;
    const double most = area().width - 2 * kValueGap;
    words = cut_to_width(words, style, most, r_.measurer);
    if (words.empty()) return;
    LabelBox& box = plot_.value;
    write(box, words, style, now_ >= 0 ? Ink{} : Ink{Ink::Role::kMuted});
    box.rect.y = r_.lane.rect.center().y - box.rect.height / 2;
    box.rect.x = value_x(box.rect.width);
    box.plate = plated_;
  }

  // Left of the first figure in view, right of the last, else in the widest room between two; where there is
  // none, at the beginning of the plot on a plate of paper.
  double value_x(double width) {
    const double left = area().x + kValueGap, right = area().right() - kValueGap;
    std::optional<double> place;
    bool any = false;
    double end = 0;
    each_taken([&](const Stretch& stretch) {
      if (place) return;
      if (!any && stretch.begin - kValueGap - width >= left) place = stretch.begin - kValueGap - width;
      if (any && stretch.begin - end >= width + 2 * kValueGap) place = end + kValueGap;
      end = any ? std::max(end, stretch.end) : stretch.end;
      any = true;
    });
    if (place) return *place;
    if (!any) return left;
    if (end + kValueGap + width <= right) return end + kValueGap;
    plated_ = true;
    return left;
  }

  // What of the ground and the gaps is in view, by where it begins; both are in that order.
  template <class Visit>
  void each_taken(const Visit& visit) const {
    auto ground = plot_.ground.begin();
    auto gap = plot_.gaps.begin();
    while (ground != plot_.ground.end() || gap != plot_.gaps.end()) {
      const bool is_ground =
          gap == plot_.gaps.end() || (ground != plot_.ground.end() && ground->begin <= gap->begin);
      const Stretch& stretch = is_ground ? *ground++ : *gap++;
      if (stretch.end >= area().x && stretch.begin <= area().right()) visit(stretch);
    }
  }

  const SeriesRequest& r_;
  SeriesPlot& plot_;
  const Series& series_;
  const SeriesIndex& index_;
  const std::string& language_;
  std::size_t first_ = 0, last_ = 0;
  std::ptrdiff_t now_ = -1;
  double top_ = 0, bottom_ = 0;
  bool plated_ = false;
};

}  // namespace

void plot_series(SeriesPlot& plot, const SeriesRequest& request) {
  Plotter(plot, request).plot();
}

}  // namespace tp
