// What can the page ask to find, filter or go back to? Inside the bridge only.
#pragma once

#include "bridge/commands.hpp"
#include "bridge/json_parts.hpp"

namespace tp {

/// False where `type` is another command.
bool read_view_command(const std::string& type, const JsonOut& json, const Story& story, CommandResult& out);

}  // namespace tp
