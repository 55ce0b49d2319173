// How does a frame become an image? A target of any size to draw into, its pixels, and a PNG file.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/geometry.hpp"

namespace tp {

/// A framebuffer object, bound as long as it lives. Needs a current GL context.
class SnapshotTarget {
 public:
  explicit SnapshotTarget(Size size_px);
  ~SnapshotTarget();
  SnapshotTarget(const SnapshotTarget&) = delete;
  SnapshotTarget& operator=(const SnapshotTarget&) = delete;

  bool ready() const { return ready_; }
  /// RGB, rows from the top down.
  std::vector<std::uint8_t> read_pixels() const;

 private:
  int width_ = 0, height_ = 0;
  unsigned framebuffer_ = 0, colors_ = 0;
  bool ready_ = false;
};

/// False where the file can't be written; `reason` says why.
bool write_png(const std::string& path, Size size_px, const std::vector<std::uint8_t>& rgb,
               std::string& reason);

}  // namespace tp
