// What does Dear ImGui draw with here? Its draw lists and its glyph atlas, and nothing of its windows.
#pragma once

#include <memory>

#include "base/geometry.hpp"

struct ImDrawData;
struct ImDrawList;

namespace tp {

class Fonts;

/// Two layers of triangles for one frame after another, with the glyphs that they show. Widgets, windows,
/// navigation and settings of Dear ImGui are never started, so no program links them. One surface is open at
/// a time.
class Surface {
 public:
  Surface();
  ~Surface();
  Surface(const Surface&) = delete;
  Surface& operator=(const Surface&) = delete;

  /// Before the renderer opens, which finds its settings in the context that this makes current.
  void open(Fonts& fonts);
  /// After the renderer has closed.
  void close();
  bool is_open() const { return parts_ != nullptr; }

  /// Empties both layers. `size`: CSS px; `density`: device px for each CSS px.
  void begin(Size size, double density);
  ImDrawList& picture();
  ImDrawList& overlay();  ///< above the picture
  /// True where new glyphs have moved the others since both layers were empty: what was drawn before points
  /// at their old places. Whoever drew it begins again and draws it once more.
  bool is_outdated() const;
  /// Empties both layers, within the same frame.
  void begin_again();
  /// What the renderer draws; valid until the next `begin`.
  ImDrawData& end();

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace tp
