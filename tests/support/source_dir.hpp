// Where are the project's own files? Said once, so that no other test is compiled anew in another folder.
#pragma once

#include <string>

namespace tp {

/// The folder of the project, without a slash at its end.
std::string source_dir();

}  // namespace tp
