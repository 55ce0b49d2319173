// Which commands of the page are about the map's modes? Compare, trace, focus, account, ghosts, places,
// brush, legend. Inside the bridge only.
#pragma once

#include <string>

#include "bridge/commands.hpp"
#include "bridge/json_parts.hpp"

namespace tp {

/// False where `type` is none of them. A command that makes no sense leaves an error in `out` and no action.
bool read_map_command(const std::string& type, const JsonOut& json, const Story& story, CommandResult& out);

}  // namespace tp
