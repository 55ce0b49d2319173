// Does every id that is used exist, and is it of the right kind? Turns the names in a story into indexes.
#pragma once

#include "story/reading.hpp"

namespace tp {

/// Reports each use of an id that is unknown or names something else, and each unknown lens.
void check_uses(Reading& reading);

/// Replaces the number of a name by the index of its thing, everywhere. Only after `check_uses` found no
/// error.
void resolve(Reading& reading);

}  // namespace tp
