// How does a text fit into so many pixels? Broken into lines at words, cut with an ellipsis at a letter.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "layout/text_measurer.hpp"

namespace tp {

/// The text, or as much of its beginning as fits with an ellipsis; empty where not even one letter does.
std::string cut_to_width(std::string_view text, TextStyle style, double width_px,
                         const TextMeasurer& measurer);

/// At most `lines` lines of whole words, the last one cut where words are left over.
std::vector<std::string> wrap_to_width(std::string_view text, TextStyle style, double width_px,
                                       std::size_t lines, const TextMeasurer& measurer);

}  // namespace tp
