// How does JSON text become a story, or a list of what is wrong with it?
#pragma once

#include <optional>
#include <string_view>

#include "story/diagnostics.hpp"
#include "story/limits.hpp"
#include "story/model.hpp"

namespace tp {

struct StoryResult {
  std::optional<Story> story;  ///< none where an error refuses the file
  Diagnostics diagnostics;
};

/// Reads, checks and resolves a whole file in one pass over the text; never throws, never crashes, keeps no
/// reference to `json`.
StoryResult read_story(std::string_view json, const Limits& limits = {});

}  // namespace tp
