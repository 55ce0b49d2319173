#include "time/format_date.hpp"

#include <cstdlib>
#include <utility>
#include <vector>

#include "time/calendar.hpp"
#include "time/clock_text.hpp"
#include "time/date_words.hpp"
#include "time/fill_pattern.hpp"
#include "time/number_words.hpp"

namespace tp {
namespace {

constexpr std::int64_t kMillionYears = 1'000'000;

// The number that people give the year. From 10,000 BCE on a round year is a rounded one: who writes Y-12000
// says "12,000 BCE", though counted without a year 0 it is 12,001 BCE.
std::int64_t spoken_year(std::int64_t year) {
  if (year > 0) return year;
  return year <= -10'000 && year % 100 == 0 ? -year : 1 - year;
}

// "13.8 billion" of "13.8 billion years ago"; without a unit where the year is not that old or not that
// round.
ShortNumber years_ago(const DateWords& words, std::int64_t year) {
  return year <= -kMillionYears + 1 ? short_number(words, spoken_year(year)) : ShortNumber{};
}

// "13.8 billion", "1988", "12,000".
std::string year_text(const DateWords& words, std::int64_t year) {
  return number_text(words, spoken_year(year));
}

// A decade that has no name like "the 1990s": before the common era, and the first ten years.
bool is_nameless_decade(const Date& date) {
  return date.precision == Precision::kDecade && date.year < 10;
}

std::int64_t last_year_of(const Date& date) {
  return civil_from_days(date.bounds().end.day).year - 1;
}

DateClass class_of(const DateWords& words, const Date& date) {
  switch (date.precision) {
    case Precision::kMillennium:
      return DateClass::kMillennium;
    case Precision::kCentury:
      return DateClass::kCentury;
    case Precision::kDecade:
      return is_nameless_decade(date) ? DateClass::kYear : DateClass::kDecade;
    case Precision::kYear:
      return years_ago(words, date.year).unit.empty() ? DateClass::kYear : DateClass::kAgo;
    case Precision::kSeason:
      return DateClass::kSeason;
    case Precision::kMonth:
      return DateClass::kMonth;
    default:
      return DateClass::kDay;
  }
}

// The 2nd century BCE holds the years −199 to −100, the 20th century CE (as 19XX) 1900 to 1999.
std::int64_t which_of(std::int64_t first_year, std::int64_t length) {
  if (first_year < 0) return -(first_year + length - 1) / length + 1;
  return first_year / length + 1;
}

bool has_time(const Date& date) {
  return date.precision > Precision::kDay;
}

std::string clock_of(const Date& date) {
  return clock_text(ms_of_day(date), date.precision);
}

std::string zone_text(const Date& date) {
  if (date.utc_offset_min == 0) return " UTC";
  const int size = std::abs(date.utc_offset_min);
  std::string text = date.utc_offset_min < 0 ? " (UTC\u2212" : " (UTC+";
  text += std::to_string(size / 60);
  if (size % 60 != 0) text += ":" + padded(size % 60, 2);
  return text + ")";
}

bool same_day(const Date& a, const Date& b) {
  return a.year == b.year && a.month == b.month && a.day == b.day;
}

// What the second date of an interval fills in.
constexpr std::pair<std::string_view, std::string_view> kNamesOfLast[] = {
    {"d", "d2"}, {"m", "m2"}, {"M", "M2"}, {"season", "season2"}, {"y", "y2"}, {"e", "e2"}};

// Says dates in one language and one style.
class Phrases {
 public:
  Phrases(std::string_view language, DateStyle style)
      : words_(date_words(language)), wording_(style == DateStyle::kLong ? words_.full : words_.brief) {}

  std::string date(const Date& date) const {
    const std::string text = in_form(wording_.plain, date);
    if (!date.unspecified) return text;
    if (date.precision == Precision::kYear) return fill_pattern(wording_.month_unknown, {{"x", text}});
    if (date.precision == Precision::kMonth) return fill_pattern(wording_.day_unknown, {{"x", text}});
    return text;
  }

  std::string range(const DateRange& range) const {
    const bool dated_start = range.start.kind == EndKind::kDate;
    const bool dated_end = range.end.kind == EndKind::kDate;
    if (!range.is_interval || (dated_start && range.start == range.end)) return date(range.start.date);
    if (dated_start && dated_end) return stretch(range.start.date, range.end.date);
    if (dated_start) return half_open(range.start.date, range.end.kind, wording_.since, wording_.end_unknown);
    return half_open(range.end.date, range.start.kind, wording_.until, wording_.start_unknown);
  }

 private:
  // The phrase by those patterns, with its qualifier and its time.
  std::string in_form(const DatePatterns& patterns, const Date& date) const {
    std::vector<Filling> fillings = fillings_of(date);
    std::string_view pattern = patterns[static_cast<std::size_t>(class_of(words_, date))];
    const bool plain = &patterns == &wording_.plain;
    if (plain && is_nameless_decade(date)) pattern = wording_.between;
    // Around the plain phrase its time is in that already.
    const bool around_plain = pattern.find("{x}") != std::string_view::npos;
    if (around_plain) fillings.push_back({"x", unqualified(date)});

    constexpr std::string_view kQualifier = "{q}";
    const std::size_t at = pattern.find(kQualifier);
    std::string before;
    if (at != std::string_view::npos) {
      before = fill_pattern(pattern.substr(0, at), fillings);
      pattern.remove_prefix(at + kQualifier.size());
    }
    std::string phrase = fill_pattern(pattern, fillings);
    if (has_time(date) && !around_plain) {
      phrase = fill_pattern(words_.with_time, {{"x", phrase}, {"t", clock_of(date) + zone_text(date)}});
    }
    return before + qualified(std::move(phrase), date);
  }

  std::string unqualified(Date date) const {
    date.approximate = date.uncertain = date.unspecified = false;
    return in_form(wording_.plain, date);
  }

  std::string day_of(Date date) const {
    date.precision = Precision::kDay;
    return unqualified(date);
  }

  std::string qualified(std::string phrase, const Date& date) const {
    if (date.approximate) phrase = fill_pattern(wording_.about, {{"x", phrase}});
    if (date.uncertain) phrase = fill_pattern(wording_.perhaps, {{"x", phrase}});
    return phrase;
  }

  std::vector<Filling> fillings_of(const Date& date) const {
    const bool season = date.precision == Precision::kSeason;
    const auto month = static_cast<std::size_t>(season ? 0 : date.month - 1);
    const auto which_season = static_cast<std::size_t>(season ? date.month - 21 : 0);
    std::vector<Filling> fillings = {{"d", std::to_string(date.day)},
                                     {"m", std::string(wording_.months[month])},
                                     {"M", std::string(wording_.months_alone[month])},
                                     {"season", std::string(words_.seasons[which_season])},
                                     {"of-season", std::string(words_.of_seasons[which_season])},
                                     {"era", std::string(era_of(words_, last_year_of(date)))}};
    add_year(fillings, date);
    return fillings;
  }

  void add_year(std::vector<Filling>& fillings, const Date& date) const {
    std::int64_t number = spoken_year(date.year);
    if (date.precision <= Precision::kCentury) {
      number = which_of(date.year, date.precision == Precision::kCentury ? 100 : 1000);
      fillings.push_back({"n", std::to_string(number)});
      fillings.push_back({"R", roman_numeral(number)});
    }
    if (is_nameless_decade(date)) {
      add_years(fillings, date.year, last_year_of(date));
      return;
    }
    fillings.push_back({"y", year_text(words_, date.year)});
    fillings.push_back({"e", std::string(number_ending(words_.endings, number))});
  }

  // "50", "41" of 50–41 BCE; each with its era where the two differ.
  void add_years(std::vector<Filling>& fillings, std::int64_t first, std::int64_t last) const {
    const bool one_era = (first <= 0) == (last <= 0);
    std::erase_if(fillings, [one_era](const Filling& f) { return f.name == "era" && !one_era; });
    const auto text = [&](std::int64_t year) {
      return one_era ? year_text(words_, year) : year_of_axis(year);
    };
    const std::string_view ending = number_ending(words_.endings, spoken_year(last));
    fillings.push_back({"y", text(first)});
    fillings.push_back({"y2", text(last)});
    fillings.push_back({"e", std::string(ending)});
    fillings.push_back({"e2", std::string(ending)});
  }

  std::string year_of_axis(std::int64_t year) const {
    return fill_pattern(words_.year_of_axis,
                        {{"y", year_text(words_, year)}, {"era", std::string(era_of(words_, year))}});
  }

  std::string half_open(const Date& date, EndKind other, const DatePatterns& form,
                        std::string_view unknown) const {
    const std::string phrase = in_form(form, date);
    if (other == EndKind::kOpen) return phrase;
    return fill_pattern(unknown,
                        {{"x", in_form(wording_.plain, date)}, {"since", phrase}, {"until", phrase}});
  }

  // From one date to another, saying once what they share.
  std::string stretch(const Date& a, const Date& b) const {
    const bool alike = a.approximate == b.approximate && a.uncertain == b.uncertain;
    const std::string joined = alike ? shared_phrase(a, b) : "";
    if (!joined.empty()) return qualified(joined, a);
    return in_form(wording_.plain, a) + " – " + in_form(wording_.plain, b);
  }

  // Empty where the two share nothing that is said once.
  std::string shared_phrase(const Date& a, const Date& b) const {
    if (has_time(a) && has_time(b) && same_day(a, b) && a.utc_offset_min == b.utc_offset_min) {
      const std::string times = clock_of(a) + "–" + clock_of(b) + zone_text(a);
      return fill_pattern(words_.with_time, {{"x", day_of(a)}, {"t", times}});
    }
    const DateClass kind = class_of(words_, a);
    if (a.precision != b.precision || kind != class_of(words_, b)) return "";
    if (kind == DateClass::kAgo) return shared_ago(a.year, b.year);
    const std::string_view pattern = shared_pattern(kind, a, b);
    if (pattern.empty()) return "";
    std::vector<Filling> fillings = fillings_of(a);
    for (Filling& last : fillings_of(b)) {
      for (const auto& [name, name_of_last] : kNamesOfLast) {
        if (last.name == name) fillings.push_back({name_of_last, std::move(last.text)});
      }
    }
    return fill_pattern(pattern, fillings);
  }

  std::string_view shared_pattern(DateClass kind, const Date& a, const Date& b) const {
    const bool same_year = a.year == b.year;
    if (kind == DateClass::kYear && a.precision == Precision::kYear && (a.year <= 0) == (b.year <= 0)) {
      return wording_.years;
    }
    if (kind == DateClass::kSeason && same_year) return wording_.seasons_in_year;
    if (kind == DateClass::kMonth && same_year) return wording_.months_in_year;
    if (kind == DateClass::kDay && !has_time(a) && same_year) {
      return a.month == b.month ? wording_.days_in_month : wording_.days_in_year;
    }
    return {};
  }

  // "13.8–4.5 billion years ago".
  std::string shared_ago(std::int64_t from, std::int64_t to) const {
    const ShortNumber first = years_ago(words_, from);
    const ShortNumber last = years_ago(words_, to);
    if (first.unit != last.unit) return "";
    const std::string numbers = fill_pattern(first.unit, {{"x", first.digits + "–" + last.digits}});
    return fill_pattern(wording_.plain[static_cast<std::size_t>(DateClass::kAgo)], {{"y", numbers}});
  }

  const DateWords& words_;
  const DateWording& wording_;
};

Date date_of(Instant instant) {
  const CivilDay civil = civil_from_days(instant.day);
  Date date;
  date.year = civil.year;
  date.month = static_cast<std::uint8_t>(civil.month);
  date.day = static_cast<std::uint8_t>(civil.day);
  date.precision = Precision::kDay;
  return date;
}

}  // namespace

std::string format_date(const Date& date, std::string_view language, DateStyle style) {
  return Phrases(language, style).date(date);
}

std::string format_date_range(const DateRange& range, std::string_view language, DateStyle style) {
  return Phrases(language, style).range(range);
}

std::string format_day(Instant instant, std::string_view language, DateStyle style) {
  return format_date(date_of(instant), language, style);
}

}  // namespace tp
