#include "app/series_scene.hpp"

#include <algorithm>
#include <cmath>

#include "app/fit_text.hpp"
#include "app/moments.hpp"
#include "app/palette.hpp"
#include "base/sort.hpp"
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
  explicit Plotter(const SeriesRequest& r)
      : r_(r),
        series_(r.story.series[static_cast<std::size_t>(r.lane.series)]),
        index_(r.timeline.series[static_cast<std::size_t>(r.lane.series)]),
        language_(r.state.language) {}

  SeriesPlot plot() {
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
    return std::move(plot_);
  }

 private:
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
    std::vector<Point> line;
    std::vector<std::uint32_t> runs;
    for (std::size_t run = 0; run < plot_.runs.size(); ++run) {
      const std::size_t begin = plot_.runs[run];
      const std::size_t end = run + 1 < plot_.runs.size() ? plot_.runs[run + 1] : plot_.line.size();
      const std::size_t before = line.size();
      for (std::size_t i = begin; i < end; ++i) {
        Point p = plot_.line[i];
        const std::size_t inner = p.x < lo ? i + 1 : i - 1;  // the neighbour towards the view
        if (p.x < lo || p.x > hi) {
          if (inner < begin || inner >= end) continue;
          const Point q = plot_.line[inner];
          const double edge = p.x < lo ? lo : hi;
          if ((p.x < lo && q.x <= lo) || (p.x > hi && q.x >= hi)) continue;
          p = {edge, p.y + (q.y - p.y) * ((edge - p.x) / (q.x - p.x))};
        }
        line.push_back(p);
      }
      if (line.size() > before) runs.push_back(static_cast<std::uint32_t>(before));
    }
    plot_.line = std::move(line);
    plot_.runs = std::move(runs);
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

  LabelBox label(std::string text, TextStyle style, Ink ink) const {
    LabelBox box;
    const Size size = r_.measurer.measure(text, style);
    box.rect = {0, 0, size.width, size.height};
    box.text = std::move(text);
    box.style = style;
    box.ink = ink;
    box.ref = plot_.ref;
    return box;
  }

  void add_title() {
    if (r_.frame.folded) return;
    constexpr double kApart = 8;
    const Ink ink = plot_.emphasis == Emphasis::kSelected ? Ink{Ink::Role::kInk} : Ink{Ink::Role::kMuted};
    const TextStyle style = TextStyle::kSmall;
    const double line = r_.measurer.measure("x", style).height;
    const auto fits = static_cast<std::size_t>(std::max(1.0, (r_.lane.rect.height + 2) / line));
    const std::vector<std::string> lines =
        wrap_to_width(series_.title.in(language_), style, plot_.head.width - kApart, fits, r_.measurer);
    double y = r_.lane.rect.center().y - line * static_cast<double>(lines.size()) / 2;
    for (const std::string& words : lines) {
      LabelBox box = label(words, style, ink);
      box.rect.x = plot_.head.x;
      box.rect.y = y;
      y += line;
      plot_.title.push_back(std::move(box));
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
    LabelBox box = label(std::move(words), style, now_ >= 0 ? Ink{} : Ink{Ink::Role::kMuted});
    box.rect.y = r_.lane.rect.center().y - box.rect.height / 2;
    box.rect.x = value_x(box.rect.width);
    box.plate = plated_;
    plot_.value = std::move(box);
  }

  // Left of the first figure in view, right of the last, else in the widest room between two; where there is
  // none, at the beginning of the plot on a plate of paper.
  double value_x(double width) {
    const double left = area().x + kValueGap, right = area().right() - kValueGap;
    std::vector<Stretch> taken = plot_.ground;
    taken.insert(taken.end(), plot_.gaps.begin(), plot_.gaps.end());
    sort_list(taken, [](const Stretch& a, const Stretch& b) { return a.begin < b.begin; });
    std::erase_if(taken, [&](const Stretch& s) { return s.end < area().x || s.begin > area().right(); });
    if (taken.empty()) return left;
    if (taken.front().begin - kValueGap - width >= left) return taken.front().begin - kValueGap - width;
    double end = taken.front().end;
    for (const Stretch& stretch : taken) {
      if (stretch.begin - end >= width + 2 * kValueGap) return end + kValueGap;
      end = std::max(end, stretch.end);
    }
    if (end + kValueGap + width <= right) return end + kValueGap;
    plated_ = true;
    return left;
  }

  const SeriesRequest& r_;
  const Series& series_;
  const SeriesIndex& index_;
  const std::string& language_;
  SeriesPlot plot_;
  std::size_t first_ = 0, last_ = 0;
  std::ptrdiff_t now_ = -1;
  double top_ = 0, bottom_ = 0;
  bool plated_ = false;
};

}  // namespace

SeriesPlot series_plot(const SeriesRequest& request) {
  return Plotter(request).plot();
}

}  // namespace tp
