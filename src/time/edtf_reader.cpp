#include "time/edtf_reader.hpp"

#include <utility>

#include "time/calendar.hpp"
#include "time/clock_text.hpp"
#include "time/edtf_hints.hpp"

namespace tp {
namespace {

constexpr std::size_t kMostYearDigits = 4;
constexpr int kUnknownPart = -1;  // "XX"

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_qualifier(char c) {
  return c == '?' || c == '~' || c == '%';
}

std::string with_zeros(std::string_view digits, std::size_t size) {
  return std::string(size > digits.size() ? size - digits.size() : 0, '0').append(digits);
}

// A part of a date or time that is two digits.
struct Part {
  std::string_view name;    // "month"
  std::string_view plural;  // "months"
  int least;
  int most;
};
constexpr Part kMonth{"month", "months", 1, 12};
constexpr Part kDay{"day", "days", 1, 31};
constexpr Part kHour{"hour", "hours", 0, 23};
constexpr Part kMinute{"minute", "minutes", 0, 59};
constexpr Part kSecond{"second", "seconds", 0, 59};
constexpr Part kOffsetHour{"hour of the UTC offset", "these", 0, 23};
constexpr Part kOffsetMinute{"minute of the UTC offset", "these", 0, 59};

// Reads one date from the start of a text to its end. Every `read_…` returns false once an error is set.
class DateReader {
 public:
  explicit DateReader(std::string_view text) : text_(text) {}

  DateResult<Date> read() {
    if (read_parts()) return {date_, {}};
    return {std::nullopt, std::move(error_)};
  }

 private:
  bool read_parts() {
    if (text_.empty()) return fail(0, "no date: write one such as 1992, 1992-10 or 1992-10-24");
    if (!read_year()) return false;
    if (peek() == '-' && !read_month()) return false;
    if (peek() == '-' && !read_day()) return false;
    if (peek() == 'T' && !read_time()) return false;
    if (is_qualifier(peek())) read_qualifier();
    return at_ == text_.size() || fail_trailing();
  }

  char peek(std::size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }

  bool fail(std::size_t at, std::string message) {
    error_ = {at, std::move(message)};
    return false;
  }

  bool fail_trailing() {
    const std::string read(text_.substr(0, at_));
    if (text_.find_first_of("?~%") != std::string_view::npos) {
      return fail(at_, "one of ? (uncertain), ~ (approximate) or % (both) goes at the very end of a date");
    }
    const std::string rest = quoted_for_message(text_.substr(at_));
    return fail(at_, "\"" + rest + "\" after " + quoted_for_message(read) + " is not part of a date");
  }

  std::string_view take_digits() {
    const std::size_t from = at_;
    while (is_digit(peek())) ++at_;
    return text_.substr(from, at_ - from);
  }

  bool read_year() {
    if (peek() == 'Y') return read_long_year();
    const std::size_t from = at_;
    const bool negative = peek() == '-';
    if (negative) ++at_;
    const std::string sign = negative ? "-" : "";
    const std::string_view digits = take_digits();
    std::size_t hidden = 0;
    for (; peek() == 'X'; ++at_) ++hidden;
    if (digits.empty()) return fail_no_year(from, hidden);
    const std::size_t size = digits.size() + hidden;
    if (size > kMostYearDigits && hidden == 0) {
      const std::string shown = quoted_for_message(sign + std::string(digits));
      return fail(from, shown + ": a year of more than four digits starts with Y, Y" + shown);
    }
    if (size != kMostYearDigits) {
      const std::string shown = sign + std::string(digits) + std::string(hidden, 'X');
      std::string message = quoted_for_message(shown) + ": write the year with four digits";
      if (hidden == 0) message += ", " + sign + with_zeros(digits, kMostYearDigits);
      return fail(from, std::move(message));
    }
    return set_year(from, negative, digits, hidden);
  }

  bool fail_no_year(std::size_t from, std::size_t hidden) {
    if (hidden > 0) return fail(from, "a year needs at least its first digit: 1XXX, 19XX or 199X");
    const char c = peek();
    if (is_qualifier(c)) return fail_trailing();
    if (c == '[' || c == '{')
      return fail(at_, "sets of dates are not read: write an interval such as 1988/1994");
    if (c == '+') return fail(at_, "leave out the plus sign");
    return fail(from, "a date starts with a year of four digits: 1992, 1992-10 or 1992-10-24");
  }

  bool set_year(std::size_t from, bool negative, std::string_view digits, std::size_t hidden) {
    constexpr Precision kByHidden[] = {Precision::kYear, Precision::kDecade, Precision::kCentury,
                                       Precision::kMillennium};
    std::int64_t year = 0;
    for (const char digit : digits) year = year * 10 + (digit - '0');
    std::int64_t span = 1;
    for (std::size_t i = 0; i < hidden; ++i) span *= 10;
    if (negative && year == 0 && hidden == 0)
      return fail(from, "the year 0 has no sign: 0000 is the year 1 BCE");
    // The earliest year of "-004X" is −49.
    date_.year = negative ? -(year * span + span - 1) : year * span;
    date_.precision = kByHidden[hidden];
    date_.unspecified = hidden > 0;
    if (hidden > 0 && (peek() == '-' || peek() == 'T')) {
      return fail(at_, "a year with X has no month: leave out what comes after it");
    }
    return true;
  }

  bool read_long_year() {
    ++at_;
    const bool negative = peek() == '-';
    if (negative) ++at_;
    const std::size_t from = at_;
    const std::string_view digits = take_digits();
    if (digits.empty())
      return fail(from, "Y is followed by a year of more than four digits: Y12345 or Y-50000");
    if (peek() == 'X')
      return fail(at_, "a year with Y has no X: write its digits as 0 and add ~ (approximate)");
    if (peek() == 'E' || peek() == 'S')
      return fail(at_, "exponents are not read: write all digits of the year");
    if (digits.front() == '0' && digits.size() > 1) return fail(from, "leave out the zeros before the year");
    std::int64_t year = 0;
    for (const char digit : digits) {
      year = year * 10 + (digit - '0');
      if (year > kMaxYear) return fail(from, "the year is out of range: from Y-20000000000 to Y20000000000");
    }
    if (year <= 9999) {
      const std::string plain = (negative && year != 0 ? "-" : "") + padded(year, kMostYearDigits);
      return fail(0, "Y is for years of more than four digits: write it as " + plain);
    }
    date_.year = negative ? -year : year;
    return true;
  }

  // Two digits of that part, or XX where `unknown_allowed`.
  bool read_part(const Part& part, int& number, bool unknown_allowed = false) {
    const std::size_t from = at_;
    const std::string name(part.name);
    if (unknown_allowed && peek() == 'X' && peek(1) == 'X') {
      at_ += 2;
      number = kUnknownPart;
      return true;
    }
    const std::string_view digits = take_digits();
    if (peek() == 'X') return fail(from, "an unknown " + name + " is XX: one X beside a digit is not read");
    if (digits.empty()) return fail(from, "the " + name + " is missing here: write it with two digits");
    if (digits.size() != 2) {
      std::string message =
          quoted_for_message(text_.substr(0, at_)) + ": write the " + name + " with two digits";
      if (digits.size() == 1) message += ", " + std::string(text_.substr(0, from)) + with_zeros(digits, 2);
      return fail(from, std::move(message));
    }
    number = (digits[0] - '0') * 10 + (digits[1] - '0');
    return true;
  }

  bool check_part(const Part& part, int number, std::size_t from) {
    if (number >= part.least && number <= part.most) return true;
    return fail(from, std::string(part.name) + " " + padded(number, 2) + ": " + std::string(part.plural) +
                          " are " + padded(part.least, 2) + " to " + std::to_string(part.most));
  }

  bool read_checked(const Part& part, int& number) {
    const std::size_t from = at_;
    return read_part(part, number) && check_part(part, number, from);
  }

  bool read_month() {
    const std::size_t from = ++at_;
    int month = 0;
    if (!read_part(kMonth, month, true)) return false;
    if (month == kUnknownPart) {
      date_.unspecified = true;
      return true;
    }
    if (month >= 25 && month <= 41) {
      return fail(from, "season " + std::to_string(month) + ": seasons are 21 (spring) to 24 (winter)");
    }
    const bool is_season = month >= 21 && month <= 24;
    if (!is_season && !check_part(kMonth, month, from)) return false;
    date_.month = static_cast<std::uint8_t>(month);
    date_.precision = is_season ? Precision::kSeason : Precision::kMonth;
    return true;
  }

  bool read_day() {
    const std::size_t from = ++at_;
    int day = 0;
    if (date_.precision == Precision::kSeason)
      return fail(from - 1, "a season has no day: leave out what follows it");
    if (!read_part(kDay, day, true)) return false;
    if (date_.unspecified) {
      return day == kUnknownPart ||
             fail(from, "where the month is XX the day is XX as well: write only the year and XX");
    }
    if (day == kUnknownPart) {
      date_.unspecified = true;
      return true;
    }
    if (!check_part(kDay, day, from)) return false;
    const int last = days_in_month(date_.year, date_.month);
    if (day > last) {
      return fail(from, "day " + std::to_string(day) + ": " + std::string(text_.substr(0, from - 1)) +
                            " has " + std::to_string(last) + " days");
    }
    date_.day = static_cast<std::uint8_t>(day);
    date_.precision = Precision::kDay;
    return true;
  }

  bool read_time() {
    if (date_.precision != Precision::kDay)
      return fail(at_, "a time needs a whole date: 1992-10-24T15:00:00Z");
    ++at_;
    int hour = 0;
    int minute = 0;
    if (peek() == '2' && peek(1) == '4') return fail(at_, "hour 24: write the next day with T00:00:00");
    if (!read_checked(kHour, hour)) return false;
    if (peek() != ':') return fail(at_, "a time has hours and minutes: 15:00 or 15:00:00");
    ++at_;
    if (!read_checked(kMinute, minute)) return false;
    date_.hour = static_cast<std::uint8_t>(hour);
    date_.minute = static_cast<std::uint8_t>(minute);
    date_.precision = Precision::kMinute;
    if (peek() == ':' && !read_seconds()) return false;
    return read_offset();
  }

  bool read_seconds() {
    ++at_;
    int second = 0;
    if (peek() == '6' && peek(1) == '0')
      return fail(at_, "second 60: leap seconds are not counted, write 59");
    if (!read_checked(kSecond, second)) return false;
    date_.second = static_cast<std::uint8_t>(second);
    date_.precision = Precision::kSecond;
    if (peek() == ',') return fail(at_, "write a point before the parts of a second, not a comma");
    if (peek() != '.') return true;
    const std::size_t from = ++at_;
    const std::string_view digits = take_digits();
    if (digits.empty() || digits.size() > 3) return fail(from, "parts of a second have one to three digits");
    int ms = 0;
    for (std::size_t i = 0; i < 3; ++i) ms = ms * 10 + (i < digits.size() ? digits[i] - '0' : 0);
    date_.ms = static_cast<std::uint16_t>(ms);
    date_.precision = Precision::kMillisecond;
    return true;
  }

  bool read_offset() {
    if (peek() == 'Z') ++at_;
    if (peek() != '+' && peek() != '-') return true;
    if (text_[at_ - 1] == 'Z') return fail(at_, "write either Z or an offset such as +04:00, not both");
    const int sign = peek() == '-' ? -1 : 1;
    ++at_;
    int hour = 0;
    int minute = 0;
    if (!read_checked(kOffsetHour, hour)) return false;
    if (peek() == ':') {
      ++at_;
      if (!read_checked(kOffsetMinute, minute)) return false;
    }
    date_.utc_offset_min = static_cast<std::int16_t>(sign * (hour * 60 + minute));
    return true;
  }

  void read_qualifier() {
    date_.uncertain = peek() != '~';
    date_.approximate = peek() != '?';
    ++at_;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  Date date_;
  DateError error_;
};

DateResult<DateEnd> read_end(std::string_view text) {
  if (text.empty()) return {DateEnd{EndKind::kUnknown, {}}, {}};
  if (text == "..") return {DateEnd{EndKind::kOpen, {}}, {}};
  DateResult<Date> date = read_edtf_date(text);
  if (!date.value) return {std::nullopt, std::move(date.error)};
  return {DateEnd{EndKind::kDate, *date.value}, {}};
}

DateResult<DateRange> read_interval(std::string_view text, std::size_t slash) {
  const auto fail = [](std::size_t at, std::string message) {
    return DateResult<DateRange>{std::nullopt, {at, std::move(message)}};
  };
  if (text.find('/', slash + 1) != std::string_view::npos) {
    return fail(text.find('/', slash + 1),
                "an interval has one slash, 1988/1994, and a date has hyphens, 1992-10-24");
  }
  DateResult<DateEnd> start = read_end(text.substr(0, slash));
  if (!start.value) return fail(start.error.offset, std::move(start.error.message));
  DateResult<DateEnd> end = read_end(text.substr(slash + 1));
  if (!end.value) return fail(slash + 1 + end.error.offset, std::move(end.error.message));
  if (start.value->kind != EndKind::kDate && end.value->kind != EndKind::kDate) {
    return fail(0, "an interval needs a date at one end at least: 1988/.. or ../1994");
  }
  const DateRange range{*start.value, *end.value, true};
  // One moment in common is enough: 1992/1992-03 starts and ends early in 1992.
  const TimeRange outer = range.outer();
  if (outer.begin >= outer.end) {
    return fail(slash + 1, "the interval ends (" + to_edtf(range.end.date) + ") before it starts (" +
                               to_edtf(range.start.date) + "): swap the two");
  }
  return {range, {}};
}

// A suggestion says more than what the grammar stumbled over.
template <class T>
DateResult<T> with_hint(DateResult<T> result, std::string_view text) {
  if (result.value) return result;
  const std::string meant = suggest_edtf(text);
  if (!meant.empty()) result.error.message = quoted_for_message(text) + ": write it as " + meant;
  return result;
}

}  // namespace

DateResult<Date> read_edtf_date(std::string_view text) {
  return DateReader(text).read();
}

DateResult<DateRange> read_edtf_range(std::string_view text) {
  const std::size_t slash = text.find('/');
  if (slash != std::string_view::npos) return read_interval(text, slash);
  DateResult<Date> date = read_edtf_date(text);
  if (!date.value) return {std::nullopt, std::move(date.error)};
  const DateEnd end{EndKind::kDate, *date.value};
  return {DateRange{end, end, false}, {}};
}

DateResult<Date> parse_date(std::string_view edtf) {
  DateResult<Date> result = read_edtf_date(edtf);
  if (!result.value && read_edtf_range(edtf).value) {
    return {std::nullopt, {edtf.find('/'), "an interval, where one date is needed"}};
  }
  return with_hint(std::move(result), edtf);
}

DateResult<DateRange> parse_date_range(std::string_view edtf) {
  return with_hint(read_edtf_range(edtf), edtf);
}

}  // namespace tp
