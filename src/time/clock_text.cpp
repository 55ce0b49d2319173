#include "time/clock_text.hpp"

namespace tp {

std::string clock_text(std::int64_t ms_of_day, Precision precision) {
  std::string text = padded(ms_of_day / 3'600'000, 2) + ":" + padded(ms_of_day / 60'000 % 60, 2);
  if (precision >= Precision::kSecond) text += ":" + padded(ms_of_day / 1'000 % 60, 2);
  if (precision >= Precision::kMillisecond) text += "." + padded(ms_of_day % 1'000, 3);
  return text;
}

std::int64_t ms_of_day(const Date& date) {
  return ((date.hour * 60 + date.minute) * 60 + date.second) * std::int64_t{1'000} + date.ms;
}

std::string padded(std::int64_t number, std::size_t digits) {
  std::string text = std::to_string(number);
  if (text.size() < digits) text.insert(0, digits - text.size(), '0');
  return text;
}

}  // namespace tp
