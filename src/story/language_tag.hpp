// Is this a language tag, and what does it fall back to? BCP 47 (RFC 5646, look-up of RFC 4647).
#pragma once

#include <string_view>

namespace tp {

/// Well-formed as RFC 5646 has it, without its irregular old tags ("i-klingon"); not whether the language
/// exists.
bool is_language_tag(std::string_view tag);

/// Tags compare without regard to case.
bool same_language(std::string_view a, std::string_view b);

/// "az-Latn-AZ" → "az-Latn" → "az" → "".
std::string_view shorter_tag(std::string_view tag);

}  // namespace tp
