// What did an author mean who wrote a date as people do? "24 October 1992" → "1992-10-24", for error
// messages.
#pragma once

#include <string>
#include <string_view>

namespace tp {

/// The EDTF text that a text which isn't EDTF most likely stands for; empty where that is unsure (10/11/1992
/// may be in October or in November). Whatever it returns parses.
std::string suggest_edtf(std::string_view text);

/// At most about 40 bytes of `text` for use in a message: control characters and broken UTF-8 replaced.
std::string quoted_for_message(std::string_view text);

}  // namespace tp
