// Series: numbers along the time axis.
#include "story/read_parts.hpp"

namespace tp {
namespace {

constexpr std::array<std::string_view, 4> kKinds = {"line", "bar", "step", "band"};
constexpr std::string_view kPoint = "[date, number or null]";

void define_series(Reading& reading, const JsonValue& value, Series& series) {
  const auto index = static_cast<std::uint32_t>(reading.story.series.size() - 1);
  define(reading, value, {Kind::kSeries, index}, series.id);
}

/// A UCUM code is the same in every language, so a plain string lacks no translation.
void read_unit(Reading& reading, const JsonValue& value, Series& series) {
  if (value.is(JsonType::kString)) {
    series.unit = Text(reading.keep(value));
  } else {
    read(reading, value, series.unit);
  }
}

void read_kind(Reading& reading, const JsonValue& value, Series& series) {
  if (const auto at = read_choice(reading, value, "kind of series", kKinds)) {
    series.kind = static_cast<SeriesKind>(*at);
  }
}

constexpr Field<Series> kFields[] = {
    {"id", Need::kRequired, define_series},
    {"title", Need::kRequired, into<&Series::title>},
    {"unit", Need::kRequired, read_unit},
    {"kind", Need::kOptional, read_kind},
    {"track", Need::kOptional, into<&Series::track>},
    {"points", Need::kRequired, into<&Series::points>},
    {"sources", Need::kOptional, into<&Series::sources>},
};

/// Each point begins after the one before it.
void check_order(Reading& reading, const JsonValue& points, const std::vector<SeriesPoint>& read_points) {
  const JsonValue* before = nullptr;
  Instant last = earliest_instant();
  std::size_t index = 0;
  for (const JsonValue& point : JsonInside(points)) {
    const Date& when = read_points[index++].when;
    if (when == Date()) continue;  // could not be read, and was reported
    const Instant begin = when.bounds().begin;
    if (before && begin <= last) {
      reading.problems.error(
          "not-in-order", point.offset, [&] { return wording::not_in_order(begin == last); }, before->offset);
      continue;
    }
    last = begin;
    before = &point;
  }
}

}  // namespace

void read(Reading& reading, const JsonValue& value, SeriesPoint& point) {
  if (!reading.expect(value, JsonType::kArray, kPoint)) return;
  if (!has_length(reading, value, 2, kPoint)) return;
  JsonInside::Iterator at = JsonInside(value).begin();
  read(reading, *at, point.when);
  ++at;
  if (at->is(JsonType::kNull)) return;
  if (reading.expect(*at, JsonType::kNumber, "a number or null")) point.value = at->number;
}

void read_series(Reading& reading, const JsonValue& value) {
  Series& series = reading.story.series.emplace_back();
  if (!read_object(reading, value, "a series", kFields, series)) return;
  const JsonValue* points = member_of(value, "points");
  if (points && points->is(JsonType::kArray)) check_order(reading, *points, series.points);
}

}  // namespace tp
