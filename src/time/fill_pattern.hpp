// How do words get into a phrase pattern? "{d} {m} {y}" with a day, a month and a year.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace tp {

/// What stands for "{name}".
struct Filling {
  std::string_view name;
  std::string text;
};

/// Names without a filling vanish. What is filled in is not looked at again.
std::string fill_pattern(std::string_view pattern, std::span<const Filling> fillings);
inline std::string fill_pattern(std::string_view pattern, std::initializer_list<Filling> fillings) {
  return fill_pattern(pattern, std::span<const Filling>(fillings.begin(), fillings.size()));
}

}  // namespace tp
