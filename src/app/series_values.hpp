// What does a series say at an instant, and between which values does it run?
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "layout/range_extremes.hpp"
#include "story/model.hpp"

namespace tp {

/// Look-ups made once for a series.
struct SeriesIndex {
  std::vector<TimeRange> spans;  ///< for each point all that its date can mean; a step's goes on to the next
  RangeExtremes extremes;        ///< of the values; gaps count as nothing
  double low = 0;                ///< 0 or the least value
  double high = 0;               ///< 0 or the largest value; above `low`
};

SeriesIndex index_series(const Series& series);

/// The point whose date contains `t`, a gap too, or −1. The year 2021 speaks for all of 2021 and for nothing
/// else; a value of a `step` series holds until the next point, and the last one from then on.
std::ptrdiff_t point_at(const Series& series, const SeriesIndex& index, Instant t);

/// "12.9"; a gap: "no figure".
std::string number_words(const Series& series, std::size_t point, std::string_view language);
/// "12.9 billion m³ a year"; a gap: "no figure".
std::string value_words(const Series& series, std::size_t point, std::string_view language);
/// The unit as it is said after a number: a UCUM code without its brackets, nothing for a count.
std::string unit_words(const Series& series, std::string_view language);

}  // namespace tp
