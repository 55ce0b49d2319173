#include "story/reading.hpp"

#include <algorithm>
#include <cmath>

#include "story/closest.hpp"
#include "story/json_scan.hpp"

namespace tp {

std::string_view Reading::keep(const JsonValue& value) {
  return value.is_kept ? value.text : story.strings.keep(value.text);
}

std::string_view Reading::raw(const JsonValue& value) const {
  const Token token = next_token(json, value.offset);
  return json.substr(token.begin, token.end - token.begin);
}

std::uint32_t Reading::use(const JsonValue& at, std::string_view id, Wanted wanted) {
  const std::uint32_t number = names.number_of(id);
  uses.push_back({number, wanted, Spot(at.offset)});
  return number;
}

bool Reading::expect(const JsonValue& value, JsonType type, std::string_view expected) {
  if (value.is(type)) return true;
  problems.error("wrong-type", value.offset, [&] { return wording::wrong_type(expected, value.type); });
  return false;
}

void read(Reading& reading, const JsonValue& value, std::string_view& into) {
  if (reading.expect(value, JsonType::kString, "a string")) into = reading.keep(value);
}

void read(Reading& reading, const JsonValue& value, bool& into) {
  if (reading.expect(value, JsonType::kBoolean, "true or false")) into = value.number != 0;
}

void read(Reading& reading, const JsonValue& value, Rgb& into) {
  if (!reading.expect(value, JsonType::kString, "a colour such as \"#0b6e6e\"")) return;
  const auto digit = [](char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
  };
  std::array<int, 6> digits{};
  bool is_color = value.text.size() == 7 && value.text[0] == '#';
  for (std::size_t i = 0; is_color && i < 6; ++i) {
    digits[i] = digit(value.text[i + 1]);
    is_color = digits[i] >= 0;
  }
  if (!is_color) {
    reading.problems.error("bad-color", value.offset, [&] { return wording::bad_color(value.text); });
    return;
  }
  const auto byte = [&](std::size_t at) {
    return static_cast<std::uint8_t>(digits[at] * 16 + digits[at + 1]);
  };
  into = {byte(0), byte(2), byte(4)};
}

std::optional<std::size_t> read_choice(Reading& reading, const JsonValue& value, std::string_view what,
                                       std::span<const std::string_view> choices) {
  if (!reading.expect(value, JsonType::kString, "a string")) return std::nullopt;
  for (std::size_t i = 0; i < choices.size(); ++i) {
    if (choices[i] == value.text) return i;
  }
  reading.problems.error("bad-value", value.offset,
                         [&] { return wording::bad_choice(what, value.text, choices); });
  return std::nullopt;
}

void read(Reading& reading, const JsonValue& value, Status& into) {
  constexpr std::array<std::string_view, 3> kStatuses = {"fact", "claim", "disputed"};
  if (const auto at = read_choice(reading, value, "status", kStatuses)) into = static_cast<Status>(*at);
}

namespace {

std::string range_text(std::string_view kind, double least, double most) {
  const auto number = [](double n) { return std::to_string(static_cast<long long>(n)); };
  return std::string(kind) + " from " + number(least) + " to " + number(most);
}

}  // namespace

std::optional<double> read_number(Reading& reading, const JsonValue& value, std::string_view what,
                                  double least, double most) {
  if (!value.is(JsonType::kNumber)) {
    reading.expect(value, JsonType::kNumber, range_text("a number", least, most));
    return std::nullopt;
  }
  if (value.number >= least && value.number <= most) return value.number;
  reading.problems.error("out-of-range", value.offset, [&] {
    return wording::out_of_range(what, reading.raw(value), range_text("a number", least, most));
  });
  return std::nullopt;
}

std::optional<int> read_whole(Reading& reading, const JsonValue& value, std::string_view what, int least,
                              int most) {
  if (!value.is(JsonType::kNumber)) {
    reading.expect(value, JsonType::kNumber, range_text("a whole number", least, most));
    return std::nullopt;
  }
  if (value.number >= least && value.number <= most && std::trunc(value.number) == value.number) {
    return static_cast<int>(value.number);
  }
  reading.problems.error("out-of-range", value.offset, [&] {
    return wording::out_of_range(what, reading.raw(value), range_text("a whole number", least, most));
  });
  return std::nullopt;
}

bool has_length(Reading& reading, const JsonValue& array, std::size_t length, std::string_view expected) {
  const std::size_t found = JsonInside(array).count();
  if (found == length) return true;
  reading.problems.error("wrong-length", array.offset,
                         [&] { return wording::wrong_length(expected, found); });
  return false;
}

const JsonValue* member_of(const JsonValue& object, std::string_view name) {
  if (!object.is(JsonType::kObject)) return nullptr;
  for (const JsonValue& member : JsonInside(object)) {
    if (member.key == name) return &member;
  }
  return nullptr;
}

bool is_empty_text(const JsonValue& value) {
  if (value.is(JsonType::kString)) return value.text.empty();
  if (!value.is(JsonType::kObject)) return false;
  const JsonInside inside(value);
  return std::all_of(inside.begin(), inside.end(),
                     [](const JsonValue& one) { return one.is(JsonType::kString) && one.text.empty(); });
}

namespace detail {

void report_not_object(Reading& reading, const JsonValue& value, std::string_view what) {
  reading.problems.error("wrong-type", value.offset, [&] {
    return wording::wrong_type(std::string(what) + " as an object", value.type);
  });
}

void check_unknown(Reading& reading, const JsonValue& member, std::span<const std::string_view> known) {
  if (std::find(known.begin(), known.end(), member.key) != known.end()) return;
  reading.problems.warning("unknown-field", member.key_offset,
                           [&] { return wording::unknown_field(member.key, closest_of(member.key, known)); });
}

void report_missing(Reading& reading, const JsonValue& object, std::string_view what,
                    std::string_view field) {
  reading.problems.error("missing-field", object.offset, [&] { return wording::missing_field(what, field); });
}

bool says_something(Reading& reading, const JsonValue& member) {
  const bool is_empty_array = member.is(JsonType::kArray) && member.span == 1;
  if (!is_empty_array && !is_empty_text(member)) return true;
  reading.problems.error("empty", member.offset, [&] { return wording::empty_field(member.key); });
  return false;
}

}  // namespace detail
}  // namespace tp
