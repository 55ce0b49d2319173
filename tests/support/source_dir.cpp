#include "support/source_dir.hpp"

namespace tp {

std::string source_dir() {
  return TP_SOURCE_DIR;
}

}  // namespace tp
