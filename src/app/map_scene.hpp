// What does the map look like now? The relations that its modes ask for between the plan's actors; panning
// only shifts it.
#pragma once

#include <optional>

#include "app/finder.hpp"
#include "app/map_findings.hpp"
#include "app/map_plan.hpp"
#include "app/scene.hpp"
#include "app/state.hpp"
#include "layout/edge_paths.hpp"
#include "story/relations_at.hpp"

namespace tp {

/// The whole map at the reader's zoom as if not panned, nothing hovered: all that is costly.
/// `paths`: those of the picture before, and then of this one.
MapScene map_picture(const MapPlan& plan, const MapFindings& findings, const State& state, const Story& story,
                     const StoryIndex& index, const Shown& shown, const TextMeasurer& measurer,
                     EdgePathKeeper& paths);

/// Keeps the picture while nothing that it shows changes; a pan or a hover costs what is on screen.
class MapPainter {
 public:
  MapPainter() = default;
  // Scenes point at the picture.
  MapPainter(const MapPainter&) = delete;
  MapPainter& operator=(const MapPainter&) = delete;
  /// Forgets the picture: another plan, another story, other fonts.
  void reset() { key_.reset(); }
  /// `scene` is written over.
  void paint(MapScene& scene, const MapPlan& plan, const MapFindings& findings, const State& state,
             const Story& story, const StoryIndex& index, const Finder& finder, const TextMeasurer& measurer);

 private:
  /// All of the state that a picture depends on.
  struct Key {
    Panes panes;
    double zoom = 1;
    Instant at;
    MapChange change;
    MapModes modes;
    MapMove move;
    Ref selected;
    std::string language;
    std::uint32_t filter = 0;  ///< Finder::revision
    bool is_of(const State& state, std::uint32_t answer) const {
      return panes == state.panes && zoom == state.map.zoom && at == state.at && change == state.change &&
             modes == state.modes && move == state.move && selected == state.selected &&
             language == state.language && filter == answer;
    }
  };
  void show(MapScene& scene, const State& state, const Story& story) const;

  std::optional<Key> key_;
  MapScene picture_;
  EdgePathKeeper paths_;
  std::uint32_t generation_ = 0;
};

}  // namespace tp
