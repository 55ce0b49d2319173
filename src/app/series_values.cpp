#include "app/series_values.hpp"

#include <algorithm>

#include "app/words.hpp"
#include "time/number_words.hpp"

namespace tp {

SeriesIndex index_series(const Series& series) {
  SeriesIndex index;
  std::vector<std::optional<double>> values;
  values.reserve(series.points.size());
  index.spans.reserve(series.points.size());
  for (const SeriesPoint& point : series.points) {
    index.spans.push_back(point.when.bounds());
    values.push_back(point.value);
  }
  if (series.kind == SeriesKind::kStep) {
    for (std::size_t i = 0; i + 1 < index.spans.size(); ++i) index.spans[i].end = index.spans[i + 1].begin;
    if (!index.spans.empty() && values.back()) index.spans.back().end = latest_instant();
  }
  index.extremes = RangeExtremes(values);
  if (const auto all = index.extremes.between(0, values.size())) {
    index.low = std::min(0.0, all->least);
    index.high = std::max(0.0, all->largest);
  }
  if (index.high <= index.low) index.high = index.low + 1;
  return index;
}

std::ptrdiff_t point_at(const Series&, const SeriesIndex& index, Instant t) {
  const auto after = std::upper_bound(index.spans.begin(), index.spans.end(), t,
                                      [](Instant at, const TimeRange& span) { return at < span.begin; });
  // A coarse date may reach over finer ones that follow it: the finest that contains `t` speaks, and few
  // dates overlap.
  constexpr int kLooksBack = 8;
  std::ptrdiff_t found = after - index.spans.begin() - 1;
  for (int looked = 0; found >= 0 && looked < kLooksBack; --found, ++looked)
    if (index.spans[static_cast<std::size_t>(found)].contains(t)) return found;
  return -1;
}

std::string unit_words(const Series& series, std::string_view language) {
  std::string_view unit = series.unit.in(language);
  if (unit == "1") return {};
  if (unit.size() > 2 && unit.front() == '[' && unit.back() == ']') unit = unit.substr(1, unit.size() - 2);
  return std::string(unit);
}

std::string number_words(const Series& series, std::size_t point, std::string_view language) {
  const std::optional<double>& value = series.points[point].value;
  return value ? decimal_text(date_words(language), *value) : std::string(words_in(language).no_figure);
}

std::string value_words(const Series& series, std::size_t point, std::string_view language) {
  std::string text = number_words(series, point, language);
  const std::string unit = unit_words(series, language);
  if (unit.empty() || !series.points[point].value) return text;
  const bool close = unit == "%" || unit == "\u2030" || unit == "\u00b0";
  return text + (close ? "" : "\u00a0") + unit;
}

}  // namespace tp
