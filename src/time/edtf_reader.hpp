// How is EDTF text read? The grammar itself; parse_date and parse_date_range of date.hpp are the way in.
#pragma once

#include <string_view>

#include "time/date.hpp"

namespace tp {

/// The reading without suggestions for texts that are no EDTF at all.
DateResult<Date> read_edtf_date(std::string_view text);
DateResult<DateRange> read_edtf_range(std::string_view text);

}  // namespace tp
