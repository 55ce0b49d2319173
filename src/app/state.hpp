// What does the program know between two frames? One plain struct that only `update` changes.
#pragma once

#include <optional>
#include <string>

#include "app/filter.hpp"
#include "app/map_modes.hpp"
#include "app/panes.hpp"
#include "app/timeline_view.hpp"
#include "story/model.hpp"
#include "time/time_scale.hpp"

namespace tp {

/// How the map is zoomed and moved, relative to fitting its pane.
struct MapWindow {
  double zoom = 1;
  Point pan;  ///< px
  friend bool operator==(const MapWindow&, const MapWindow&) = default;
};

/// The map's way from how it was to how it is, after the playhead moved.
struct MapChange {
  Instant from;
  double progress = 1;  ///< 0 … 1; 1: settled
  friend bool operator==(const MapChange&, const MapChange&) = default;
};

/// The map's way from one arrangement of its actors to another.
struct MapMove {
  MapArrangement before;
  double progress = 1;  ///< 0 … 1; 1: there
  friend bool operator==(const MapMove&, const MapMove&) = default;
};

/// The timeline's way to a new window.
struct Glide {
  TimeScale from, to;
  double progress = 0;
  friend bool operator==(const Glide&, const Glide&) = default;
};

/// The playhead's way to the next event that playing stops at.
struct Travel {
  Instant from;
  std::uint32_t to = 0;  ///< the event
  double length_ms = 0;
  double gone_ms = 0;
  friend bool operator==(const Travel&, const Travel&) = default;
};

/// The step of a tour that is shown.
struct TourPlace {
  std::uint32_t tour = 0xffffffffu;  ///< none
  std::uint32_t step = 0;
  bool valid() const { return tour != 0xffffffffu; }
  friend bool operator==(const TourPlace&, const TourPlace&) = default;
};

/// What the reader asked; a new number each time, so that the same question is answered again.
struct SearchQuery {
  static constexpr std::size_t kLongest = 1024;  ///< bytes; what is longer is cut
  std::string text;
  std::uint32_t limit = 20;
  std::uint32_t number = 0;
  friend bool operator==(const SearchQuery&, const SearchQuery&) = default;
};

struct Playback {
  bool playing = false;
  double waited_ms = 0;
  std::optional<Travel> travel;
  friend bool operator==(const Playback&, const Playback&) = default;
};

struct State {
  Panes panes;
  bool dark = false;
  bool reduced_motion = false;
  bool debug = false;
  std::string language;

  Instant at;
  Ref selected;
  ActorIndex walked_from;  ///< the actor whose relations the arrow keys walk
  Ref hovered;
  int hovered_button = -1;
  int hovered_mark = -1;
  Point pointer;

  TimeScale scale;  ///< px from the left edge of the plot
  double plot_width = 0;
  TimelineView timeline;
  MapWindow map;
  MapModes modes;
  MapMove move;
  int hovered_legend = -1;

  Filter filter;
  SearchQuery search;
  TourPlace tour;
  bool can_undo = false;
  bool can_redo = false;

  MapChange change;
  std::optional<Glide> glide;
  Playback playback;
  bool scrubbing = false;

  /// Anything that needs the next frame by itself.
  bool animating() const {
    return change.progress < 1 || move.progress < 1 || glide.has_value() || playback.playing ||
           timeline.moves();
  }
  friend bool operator==(const State&, const State&) = default;
};

}  // namespace tp
