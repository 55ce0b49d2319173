// Which translations of the interface's words are there? Each as a table of its own; English is beside them.
#pragma once

#include "app/words.hpp"

namespace tp {

extern const Words kAzerbaijaniWords;
extern const Words kArmenianWords;
extern const Words kRussianWords;
extern const Words kTurkishWords;

}  // namespace tp
