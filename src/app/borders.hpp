// Where do coasts and borders run? The geographic ground of the map, read from its own small file.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "story/model.hpp"

namespace tp {

struct BorderLine {
  bool coast = true;  ///< else a border between two countries
  std::vector<GeoPoint> points;
  GeoPoint low, high;  ///< its extent, degrees
};

struct Borders {
  std::vector<BorderLine> lines;
};

/// Reads what web/build/borders.ts writes: "TPB1", the number of lines, and for each its kind (0 coast, 1
/// border), the number of its points and the points as steps of a hundredth of a degree from one to the next.
/// Numbers are little-endian base 128 with a sign in the lowest bit where they have one. None where the bytes
/// are anything else; any bytes may come.
std::optional<Borders> read_borders(std::span<const unsigned char> bytes);

}  // namespace tp
