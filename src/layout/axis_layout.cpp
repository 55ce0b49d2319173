#include "layout/axis_layout.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>

#include "base/refill.hpp"
#include "time/calendar.hpp"
#include "time/format_date.hpp"

namespace tp {
namespace {

constexpr TextStyle kTickStyle = TextStyle::kSmall;
constexpr TextStyle kContextStyle = TextStyle::kSmallStrong;

YearClass classify(const TimeRange& visible) {
  YearClass years;
  const std::int64_t first = civil_from_days(std::max(visible.begin, earliest_instant()).day).year;
  const std::int64_t last = civil_from_days(std::min(visible.end, latest_instant()).day).year;
  const std::int64_t reach = std::max(std::abs(first), std::abs(last));
  while (years.largest < reach && years.largest < kMaxYear) years.largest = years.largest * 10 + 9;
  years.before_common = first <= 0;
  return years;
}

/// Measures what labels can be at their widest.
class WidestLabels {
 public:
  WidestLabels(const AxisRequest& request, YearClass years, const TextMeasurer& measurer)
      : language_(request.language), measurer_(measurer), years_(years) {}

  double tick_px(TickStep step) const {
    double widest = 0;
    for (const Instant t : samples(step)) {
      widest = std::max(widest, widest_with_digits(format_tick(t, step, language_), kTickStyle));
    }
    return widest;
  }

  double context_px(TickStep step) const {
    double widest = 0;
    for (const Instant t : context_samples(step)) {
      widest = std::max(widest, widest_with_digits(format_tick_context(t, step, language_), kContextStyle));
    }
    return widest;
  }

 private:
  /// The width of the text were all its digits the widest one.
  double widest_with_digits(std::string text, TextStyle style) const {
    const char digit = widest_digit(style);
    for (char& c : text) {
      if (c >= '0' && c <= '9') c = digit;
    }
    return measurer_.measure(text, style).width;
  }

  char widest_digit(TextStyle style) const {
    char widest = '0';
    double most = 0;
    for (char digit = '0'; digit <= '9'; ++digit) {
      const double width = measurer_.measure(std::string_view(&digit, 1), style).width;
      if (width > most) most = width, widest = digit;
    }
    return widest;
  }

  /// Instants whose labels are as wide as any of that step, but for which digits they have.
  std::vector<Instant> samples(TickStep step) const {
    if (step.unit == TickUnit::kYear) return year_samples(step);
    if (step.unit == TickUnit::kMonth) return month_samples(2023);
    if (step.unit == TickUnit::kDay) return {start_of_day({2023, 1, 31})};
    return {{0, 0}};
  }

  std::vector<Instant> context_samples(TickStep step) const {
    if (step.unit == TickUnit::kYear) return {};
    std::vector<Instant> instants;
    for (const std::int64_t year : full_years()) {
      if (step.unit == TickUnit::kMonth) {
        instants.push_back(start_of_day({year, 1, 1}));
        continue;
      }
      for (int month = 1; month <= 12; ++month) instants.push_back(start_of_day({year, month, 28}));
    }
    return instants;
  }

  static std::vector<Instant> month_samples(std::int64_t year) {
    std::vector<Instant> instants;
    for (int month = 1; month <= 12; ++month) instants.push_back(start_of_day({year, month, 1}));
    return instants;
  }

  /// Years whose every digit is used: the longest number of either era.
  std::vector<std::int64_t> full_years() const {
    const std::int64_t year = std::min(years_.largest / 9 * 8, kMaxYear - 1);
    std::vector<std::int64_t> years{year};
    if (years_.before_common) years.push_back(-year + 1);
    return years;
  }

  /// Round years of every length: "13.8 billion years ago" is longer than "20 billion years ago".
  std::vector<Instant> year_samples(TickStep step) const {
    std::vector<Instant> instants;
    for (std::int64_t nines = 9'999; nines <= years_.largest; nines = nines * 10 + 9) {
      const std::int64_t eights = nines / 9 * 8;
      for (const std::int64_t year : {eights, nines / 9 * 1 + eights / 10}) {
        if (year >= kMaxYear) continue;
        instants.push_back(floor_to_tick(start_of_day({year, 1, 1}), step));
        if (years_.before_common) instants.push_back(floor_to_tick(start_of_day({-year, 1, 1}), step));
      }
    }
    return instants;
  }

  std::string_view language_;
  const TextMeasurer& measurer_;
  YearClass years_;
};

bool nests_in(TickStep fine, TickStep coarse) {
  if (fine.unit != coarse.unit)
    return fine.unit < coarse.unit;  // every unit begins with one of each smaller unit
  return coarse.count % fine.count == 0;
}

}  // namespace

/// Lays out one axis.
class AxisWriter::Builder {
 public:
  Builder(AxisWriter& writer, const AxisRequest& request, const TextMeasurer& measurer)
      : writer_(writer), layout_(writer.layout_), request_(request), measurer_(measurer) {}

  void build() {
    choose_steps();
    add_ticks();
    add_contexts();
  }

 private:
  void choose_steps() {
    const Key key{request_.scale.ms_per_px, request_.label_gap_px, request_.minor_gap_px, request_.language,
                  classify(request_.scale.visible(request_.left_px, request_.right_px))};
    if (writer_.key_ == key) return;
    writer_.key_ = key;
    layout_.step = choose_step();
    layout_.minor_step = choose_minor_step(layout_.step);
  }

  double shortest_px(TickStep step) const { return shortest_ms(step) / request_.scale.ms_per_px; }

  TickStep choose_step() const {
    const WidestLabels widest(request_, writer_.key_.years, measurer_);
    for (const TickStep step : tick_steps()) {
      const double room = shortest_px(step) - request_.label_gap_px;
      if (room <= 0 || room < widest.tick_px(step)) continue;
      if (step.unit == TickUnit::kYear) return step;
      if (shortest_px(context_step(step)) - request_.label_gap_px >= widest.context_px(step)) return step;
    }
    return tick_steps().back();
  }

  TickStep choose_minor_step(TickStep major) const {
    for (const TickStep step : tick_steps()) {
      if (step == major) break;
      if (shortest_px(step) >= request_.minor_gap_px && nests_in(step, major)) return step;
    }
    return major;
  }

  /// What is in view and a millisecond more, to which pixels are rounded.
  TimeRange visible() const {
    const TimeRange range = request_.scale.visible(request_.left_px, request_.right_px);
    return {plus_ms(range.begin, -1), plus_ms(range.end, 2)};
  }

  void add_ticks() {
    const std::vector<Instant>&majors = writer_.majors_, &minors = writer_.minors_;
    list_ticks(visible(), layout_.step, writer_.majors_);
    writer_.minors_.clear();
    if (layout_.minor_step != layout_.step) list_ticks(visible(), layout_.minor_step, writer_.minors_);
    Refill<AxisTick> ticks(layout_.ticks);
    auto major = majors.begin();
    auto minor = minors.begin();
    while (major != majors.end() || minor != minors.end()) {
      const bool is_major = minor == minors.end() || (major != majors.end() && *major <= *minor);
      const Instant t = is_major ? *major++ : *minor;
      if (minor != minors.end() && *minor == t) ++minor;
      add_tick(t, is_major, ticks);
    }
  }

  void add_tick(Instant t, bool is_major, Refill<AxisTick>& ticks) {
    const double x = request_.scale.to_px(t);
    if (x < request_.left_px || x > request_.right_px) return;
    AxisTick& tick = ticks.next();
    tick = {t, x, is_major, {}, x, 0};
    if (is_major) add_label(tick);
  }

  void add_label(AxisTick& tick) {
    std::string label = format_tick(tick.instant, layout_.step, request_.language);
    const double width = measurer_.measure(label, kTickStyle).width;
    const double x = tick.x_px - width / 2;
    if (x < request_.left_px || x + width > request_.right_px) return;
    // Only where all of time is so small that even the coarsest step is too fine.
    if (x < next_label_px_) return;
    next_label_px_ = x + width + request_.label_gap_px;
    tick.label = std::move(label);
    tick.label_x_px = x;
    tick.label_width_px = width;
  }

  void add_contexts() {
    layout_.contexts.clear();
    if (layout_.step.unit == TickUnit::kYear) return;
    const TickStep step = context_step(layout_.step);
    TimeRange range = visible();
    range.begin = floor_to_tick(std::max(range.begin, earliest_instant()), step);
    std::vector<Instant>& begins = writer_.majors_;
    list_ticks(range, step, begins);
    for (std::size_t i = 0; i < begins.size(); ++i) {
      AxisContext context;
      context.label = format_tick_context(begins[i], layout_.step, request_.language);
      context.width_px = measurer_.measure(context.label, kContextStyle).width;
      context.begin_px = request_.scale.to_px(begins[i]);
      const double end_px = request_.scale.to_px(next_tick(begins[i], step));
      const double pushed_px = end_px - request_.label_gap_px - context.width_px;
      context.x_px = std::min(std::max(context.begin_px, request_.left_px), pushed_px);
      if (context.begin_px > request_.right_px || context.x_px + context.width_px <= request_.left_px)
        continue;
      const bool is_held = context.begin_px <= request_.left_px;
      if (is_held || context.x_px + context.width_px <= request_.right_px)
        layout_.contexts.push_back(std::move(context));
    }
  }

  AxisWriter& writer_;
  AxisLayout& layout_;
  const AxisRequest& request_;
  const TextMeasurer& measurer_;
  double next_label_px_ = -std::numeric_limits<double>::infinity();
};

const AxisLayout& AxisWriter::lay_out(const AxisRequest& request, const TextMeasurer& measurer) {
  const double ms_per_px = request.scale.ms_per_px;
  if (!(request.right_px > request.left_px) || !(ms_per_px > 0) || !std::isfinite(ms_per_px)) {
    layout_ = {};
    key_ = {};
  } else {
    Builder(*this, request, measurer).build();
  }
  return layout_;
}

AxisLayout lay_out_axis(const AxisRequest& request, const TextMeasurer& measurer) {
  return AxisWriter().lay_out(request, measurer);
}

}  // namespace tp
