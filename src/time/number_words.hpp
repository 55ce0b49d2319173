// How is a number written in a sentence? Grouped digits, "1.5 million", Roman numerals, and the ending after
// it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "time/date_words.hpp"

namespace tp {

/// A number from a million on that is short in words: "13.8" and the pattern of "billion".
struct ShortNumber {
  std::string digits;
  std::string_view unit;  ///< empty: the number has no such form without losing digits
};
ShortNumber short_number(const DateWords& words, std::int64_t number);

/// `number` ≥ 0: plain up to four digits, then grouped, "1.5 million" where that is exact.
std::string number_text(const DateWords& words, std::int64_t number);

/// Any number as it is written: grouped from five digits on, at most six digits after the sign, none that are
/// 0 at the end; a minus that is one. Not finite: a dash.
std::string decimal_text(const DateWords& words, double number);

/// What follows the number, by its last spoken word ("-ci" after 1992, "th" after 19).
std::string_view number_ending(const NumberEndings& endings, std::int64_t number);

/// 1 … 3999; other numbers in digits.
std::string roman_numeral(std::int64_t number);

}  // namespace tp
