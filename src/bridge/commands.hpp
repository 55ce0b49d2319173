// What can the page tell the program? JSON text in, actions out; nothing else comes through this door.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/action.hpp"
#include "app/state.hpp"
#include "story/model.hpp"

namespace tp {

struct CommandResult {
  std::vector<Action> actions;
  std::string error;     ///< one line, where the command made no sense
  std::string locate;    ///< "locate": the id that the page asks the place of
  double dpr = 0;        ///< "resize": the device pixel ratio; 0 in all other commands
  std::string language;  ///< "words": whose `words` are to be learned
  std::vector<std::pair<std::string, std::string>> words;
  std::string accent, ink, paper;  ///< "appearance": "#rrggbb" from the host's style, or empty
};

/// Never throws; a hostile or broken command gives an error and no action.
CommandResult read_command(std::string_view json, const Story& story, const State& state);

/// "#rrggbb" as a colour; nothing where it is none.
std::optional<Rgb> rgb_of(const std::string& text);

}  // namespace tp
