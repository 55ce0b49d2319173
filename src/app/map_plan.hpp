// Where does each actor stand on the map? One layout of the whole story for the shape of its pane; no date in
// it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/map_geo.hpp"
#include "app/panes.hpp"
#include "base/geometry.hpp"
#include "base/paced.hpp"
#include "layout/graph_layout.hpp"
#include "layout/text_measurer.hpp"
#include "story/relations_at.hpp"

namespace tp {

struct MapPlanKey {
  Size area;             ///< of the plot, in steps: resizing a little moves nobody
  bool compact = false;  ///< narrow: smaller marks
  std::string language;
  friend bool operator==(const MapPlanKey&, const MapPlanKey&) = default;
};

struct MapPlan {
  MapPlanKey key;
  std::vector<Point> positions;    ///< of each actor, inside the area
  GeoPlaces geo;                   ///< the same on the geographic map; empty where no actor has coordinates
  std::vector<double> radius;      ///< of each actor's mark, canvas px
  double crowding = 1;             ///< below 1: marks are that much smaller, for there are many
  std::vector<double> weight;      ///< of each actor, 0 … 1: how much of the story concerns it
  std::vector<std::string> names;  ///< as written below the mark
  std::vector<std::string> monograms;
};

/// Where actors stood before their story was edited, by id: those found again hardly move.
struct FormerPlaces {
  Size area;
  std::vector<std::pair<std::string, Point>> places;  ///< in plan px
};
FormerPlaces places_of(const MapPlan& plan, const Story& story);

/// What the map calls an actor: its short name, but not the two or three letters of a state.
std::string_view map_name(const Actor& actor, std::string_view language);

MapPlanKey map_plan_key(const Panes& panes, const std::string& language);

/// A plan on its way, made in as many pieces as the caller likes: thousands of actors take longer than a
/// frame.
class MapPlanner {
 public:
  /// Measures all names here and now. `story` must live as long.
  MapPlanner(const MapPlanKey& key, const Story& story, const StoryIndex& index, const TextMeasurer& measurer,
             const FormerPlaces& former);

  /// Goes on for about so much work, see `GraphLayoutRequest`; true once the plan is there.
  bool advance(std::int64_t units) { return run_.advance(units); }
  /// 0 … 1, about.
  double progress() const;
  const MapPlanKey& key() const { return plan_.key; }
  /// The plan, once, after it is there.
  MapPlan take() { return std::move(plan_); }

 private:
  Paced<> go_on();

  const Story& story_;
  MapPlan plan_;
  GraphLayoutRequest request_;
  std::int64_t expected_ = 0;
  PacedRun<void> run_;
};

/// Where the map is drawn in its pane: below its heading, above its legend.
Rect map_plot(const Panes& panes);

}  // namespace tp
