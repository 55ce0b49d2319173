#include "time/number_words.hpp"

#include <cmath>

#include "time/fill_pattern.hpp"

namespace tp {
namespace {

constexpr std::int64_t kMillion = 1'000'000;
constexpr std::int64_t kBillion = 1'000'000'000;

std::string grouped(const DateWords& words, std::int64_t number) {
  std::string digits = std::to_string(number);
  if (digits.size() < 5) return digits;
  for (std::size_t from_end = 3; from_end < digits.size(); from_end += 3 + words.group_sign.size()) {
    digits.insert(digits.size() - from_end, words.group_sign);
  }
  return digits;
}

// `thousandths` of a unit, without zeros at the end.
std::string decimal(const DateWords& words, std::int64_t thousandths) {
  std::string text = grouped(words, thousandths / 1000);
  std::string fraction = std::to_string(1000 + thousandths % 1000).substr(1);
  fraction.erase(fraction.find_last_not_of('0') + 1);
  if (!fraction.empty()) text.append(words.decimal_sign).append(fraction);
  return text;
}

}  // namespace

ShortNumber short_number(const DateWords& words, std::int64_t number) {
  if (number >= kBillion && number % kMillion == 0) {
    return {decimal(words, number / (kBillion / 1000)), words.billion};
  }
  // A tenth of a million at the finest: "years ago" counts from today, where the year 0 is 0.002 million
  // years ago.
  if (number >= kMillion && number % (kMillion / 10) == 0) {
    return {decimal(words, number / (kMillion / 1000)), words.million};
  }
  return {};
}

std::string number_text(const DateWords& words, std::int64_t number) {
  const ShortNumber brief = short_number(words, number);
  if (brief.unit.empty()) return grouped(words, number);
  return fill_pattern(brief.unit, {{"x", brief.digits}});
}

std::string decimal_text(const DateWords& words, double number) {
  if (!std::isfinite(number)) return "\u2013";
  constexpr double kMost = 9e18;  // of 64 bits
  const double size = std::abs(number);
  if (size >= kMost) return number < 0 ? "< \u22129e18" : "> 9e18";
  // Nine digits in all are more than a figure of a story has; what is left is how binary numbers round.
  std::int64_t scale = 1;
  int digits = 0;
  const auto whole = [&] { return std::round(size * static_cast<double>(scale)); };
  while (digits < 6 && size * static_cast<double>(scale) < 1e9 &&
         std::abs(whole() - size * static_cast<double>(scale)) > size * static_cast<double>(scale) * 1e-9) {
    scale *= 10;
    ++digits;
  }
  const auto scaled = static_cast<std::int64_t>(whole());
  std::string text = number < 0 && scaled != 0 ? "\u2212" : "";
  text += grouped(words, scaled / scale);
  std::string fraction = std::to_string(scale + scaled % scale).substr(1);
  fraction.erase(fraction.find_last_not_of('0') + 1);
  if (!fraction.empty()) text.append(words.decimal_sign).append(fraction);
  return text;
}

std::string_view number_ending(const NumberEndings& endings, std::int64_t number) {
  if (number == 1 && !endings.only_one.empty()) return endings.only_one;
  if (number % 100 >= 11 && number % 100 <= 19 && !endings.teens.empty()) return endings.teens;
  if (number % 10 != 0 || number == 0) return endings.units[static_cast<std::size_t>(number % 10)];
  if (number % 100 != 0) return endings.tens[static_cast<std::size_t>(number / 10 % 10)];
  if (number % 1'000 != 0) return endings.hundred;
  if (number % kMillion != 0) return endings.thousand;
  return number % kBillion != 0 ? endings.million : endings.billion;
}

std::string roman_numeral(std::int64_t number) {
  struct Numeral {
    std::int64_t value;
    std::string_view letters;
  };
  constexpr Numeral kNumerals[] = {{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"},
                                   {90, "XC"},  {50, "L"},   {40, "XL"}, {10, "X"},   {9, "IX"},
                                   {5, "V"},    {4, "IV"},   {1, "I"}};
  if (number < 1 || number > 3999) return std::to_string(number);
  std::string text;
  for (const Numeral& numeral : kNumerals) {
    for (; number >= numeral.value; number -= numeral.value) text += numeral.letters;
  }
  return text;
}

}  // namespace tp
