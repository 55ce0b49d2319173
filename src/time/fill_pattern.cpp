#include "time/fill_pattern.hpp"

#include <algorithm>

namespace tp {

std::string fill_pattern(std::string_view pattern, std::span<const Filling> fillings) {
  std::string text;
  while (!pattern.empty()) {
    const std::size_t open = pattern.find('{');
    text += pattern.substr(0, open);
    if (open == std::string_view::npos) break;
    const std::size_t close = pattern.find('}', open);
    if (close == std::string_view::npos) break;
    const std::string_view name = pattern.substr(open + 1, close - open - 1);
    const auto filling =
        std::find_if(fillings.begin(), fillings.end(), [name](const Filling& f) { return f.name == name; });
    if (filling != fillings.end()) text += filling->text;
    pattern.remove_prefix(close + 1);
  }
  return text;
}

}  // namespace tp
