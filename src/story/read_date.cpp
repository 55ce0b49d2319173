// EDTF dates and intervals: parsed by time/, reported here.
#include "story/reading.hpp"

namespace tp {
namespace {

template <class T>
void read_edtf(Reading& reading, const JsonValue& value, std::string_view expected,
               DateResult<T> (*parse)(std::string_view), T& into) {
  if (!reading.expect(value, JsonType::kString, expected)) return;
  DateResult<T> result = parse(value.text);
  if (result.value) {
    into = *result.value;
    return;
  }
  reading.problems.error("bad-date", Spot(value.offset, result.error.offset),
                         [&] { return wording::bad_date(result.error.message); });
}

}  // namespace

void read(Reading& reading, const JsonValue& value, Date& into) {
  read_edtf(reading, value, "an EDTF date as a string", parse_date, into);
}

void read(Reading& reading, const JsonValue& value, DateRange& into) {
  read_edtf(reading, value, "an EDTF date or interval as a string", parse_date_range, into);
}

}  // namespace tp
