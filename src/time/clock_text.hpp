// How is a time of day written? "14:30", "14:30:05", "14:30:05.250", the same in EDTF, in words and on an
// axis.
#pragma once

#include <cstdint>
#include <string>

#include "time/date.hpp"

namespace tp {

/// As many parts as the precision has (minutes at the least). `ms_of_day` is 0 … 86,399,999.
std::string clock_text(std::int64_t ms_of_day, Precision precision);
/// The parts of a date as milliseconds into its day, as written (not in UTC).
std::int64_t ms_of_day(const Date& date);

/// `number` ≥ 0 with zeros before it, `digits` long at the least.
std::string padded(std::int64_t number, std::size_t digits);

}  // namespace tp
