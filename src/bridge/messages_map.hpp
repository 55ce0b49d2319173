// What does the program tell the page of the map's modes? Comparison and chains as lists.
#pragma once

#include <string>

#include "app/program.hpp"

namespace tp {

/// {"type":"comparison", on, a, b, aWords, bWords, gained, lost, flipped}
std::string comparison_message(const Program& program);
/// {"type":"chains", on, from, to, fromWords, toWords, chains, first, firstWords}
std::string chains_message(const Program& program);

}  // namespace tp
