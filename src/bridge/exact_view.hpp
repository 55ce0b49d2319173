// How does a second program show what the first one shows, to the pixel? The state that the page is told
// names dates by the day and no zoom; the answer to `locate` "@view" are the numbers behind them.
#pragma once

#include <optional>
#include <string_view>

#include "app/program.hpp"

namespace tp {

struct PastView;

/// The view that `json` means for `program`, which has the same story, language and panes: the `state` of a
/// change_message, with the `rect` of located_message("@view", …) as "exact". Nothing where it is something
/// else; ids that the story doesn't have are left out.
std::optional<PastView> read_exact_view(std::string_view json, const Program& program);

}  // namespace tp
