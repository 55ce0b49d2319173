// What exactly is on the screen? Placed rectangles, curves and words; views, hit testing and speech read only
// this.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/map_geo.hpp"
#include "app/map_modes.hpp"
#include "app/members.hpp"
#include "app/relation_class.hpp"
#include "base/geometry.hpp"
#include "base/refill.hpp"
#include "layout/axis_layout.hpp"
#include "layout/text_measurer.hpp"
#include "story/model.hpp"

namespace tp {

/// Which colour a thing has; the theme knows the values for light and dark.
struct Ink {
  enum class Role : std::uint8_t {
    kInk,    ///< text that matters
    kMuted,  ///< secondary text
    kFaint,  ///< hairlines, ticks
    kAccent,
    kPaper,
    kTrack,    ///< `number`: place in the palette
    kValence,  ///< `number`: −2 … 2
    kCustom,   ///< `rgb`
  };
  Role role = Role::kInk;
  int number = 0;
  Rgb rgb{};
  friend bool operator==(const Ink&, const Ink&) = default;
};

/// How a thing stands to what the reader looks at.
enum class Emphasis : std::uint8_t {
  kNormal,
  kRelated,  ///< belongs to what is selected
  kSelected,
  kDimmed,  ///< something else is selected and this has nothing to do with it
};

/// One line of text in its box. The text is already cut to fit.
struct LabelBox {
  Rect rect;
  std::string text;
  TextStyle style = TextStyle::kLabel;
  Ink ink;
  Emphasis emphasis = Emphasis::kNormal;
  Ref ref;             ///< what a click on it means
  bool halo = false;   ///< paper around the letters so that lines below do not cross them
  bool plate = false;  ///< on a plate of paper: it may lie over marks
  bool held = false;   ///< at the edge of the plot, since what it names goes on there: no pan moves it
  double opacity = 1;
  /// Like a new one, but with room for letters.
  void clear() {
    renew(*this, &LabelBox::text);
    text.clear();
  }
  friend bool operator==(const LabelBox&, const LabelBox&) = default;
};

/// One soft or hard end of a span.
struct SpanEnd {
  double soft_px = 0;  ///< width over which it fades in because the date is not known more finely
  bool open = false;   ///< goes on beyond what is drawn: fades out at the edge
  friend bool operator==(const SpanEnd&, const SpanEnd&) = default;
};

enum class MarkForm : std::uint8_t { kPoint, kSpan, kCluster };

/// An event, or several too close to tell apart.
struct EventMark {
  Ref ref;  ///< the event; for a cluster its leading one
  MarkForm form = MarkForm::kPoint;
  Rect rect;  ///< what is drawn; a click may land a little outside
  Shape shape = Shape::kCircle;
  Ink ink;
  SpanEnd begin, end;      ///< for spans; for points the reach of a date known less finely than a pixel shows
  bool uncertain = false;  ///< hatched
  Status status = Status::kFact;  ///< a claim is hollow, a dispute half filled: never colour alone
  Emphasis emphasis = Emphasis::kNormal;
  bool hovered = false;
  Members members;    ///< as positions in Story::events
  std::string count;  ///< of a cluster: "9", "12k"
  /// Like a new one, but with room for members.
  void clear() {
    renew(*this, &EventMark::members);
    members.clear();
  }
  friend bool operator==(const EventMark&, const EventMark&) = default;
};

/// A named stretch behind a lane or behind all.
struct PeriodBand {
  Ref ref;
  Rect rect;
  Ink ink;
  SpanEnd begin, end;
  bool uncertain = false;
  bool holds_now = false;     ///< the playhead is in it
  bool whole_height = false;  ///< behind all lanes
  friend bool operator==(const PeriodBand&, const PeriodBand&) = default;
};

struct LaneHead {
  Ref ref;    ///< the track
  Rect rect;  ///< of the whole lane
  Rect icon;
  Shape shape = Shape::kCircle;
  Ink ink;
  bool has_icon = true;
  LabelBox title;
  bool hovered = false;
  Rect fold;  ///< a click here folds or unfolds; empty: the lane can't be folded
  bool folded = false;
  /// Like a new one, but with room for letters.
  void clear() {
    renew(*this, &LaneHead::title);
    title.clear();
  }
  friend bool operator==(const LaneHead&, const LaneHead&) = default;
};

struct OverviewTick {
  double x = 0;
  Ink ink;
  double share = 1;  ///< 0 … 1: how many events stand there, beside where most do
  friend bool operator==(const OverviewTick&, const OverviewTick&) = default;
};

/// The line that ties a label to its mark.
struct LabelTail {
  Rect rect;
  Ink ink;
  Emphasis emphasis = Emphasis::kNormal;
  double opacity = 1;
  friend bool operator==(const LabelTail&, const LabelTail&) = default;
};

/// One stretch along a lane.
struct Stretch {
  double begin = 0, end = 0;  ///< px
  friend bool operator==(const Stretch&, const Stretch&) = default;
};

/// One number of a series where it is drawn as a bar; for the other kinds, where a pointer finds it.
struct SeriesSample {
  std::uint32_t point = 0;  ///< in Series::points
  Rect rect;
  bool holds_now = false;  ///< the playhead is in it
  bool uncertain = false;
  friend bool operator==(const SeriesSample&, const SeriesSample&) = default;
};

/// A series as a small plot along the axis.
struct SeriesPlot {
  Ref ref;
  Rect rect;  ///< of the row, without its head
  Rect head;
  SeriesKind kind = SeriesKind::kLine;
  Ink ink;
  double zero_y = 0;
  std::vector<SeriesSample> samples;
  std::vector<Point> line;          ///< of line, step and band: all its runs, one after the other
  std::vector<std::uint32_t> runs;  ///< where in `line` each run begins; between two runs is a gap
  std::vector<Stretch> ground;      ///< where there are numbers: the line of zero
  std::vector<Stretch> gaps;        ///< where the story says that there is none
  std::vector<LabelBox> title;      ///< in the head
  LabelBox value;                   ///< at the playhead, or what is counted
  bool has_here = false;
  Point here;  ///< the value at the playhead
  Emphasis emphasis = Emphasis::kNormal;
  bool hovered = false;
  friend bool operator==(const SeriesPlot&, const SeriesPlot&) = default;
};

/// How many events stand along a folded lane.
struct DensityLine {
  Ref track;
  Ink ink;
  std::vector<Rect> bars;
  friend bool operator==(const DensityLine&, const DensityLine&) = default;
};

struct TimelineScene {
  Rect area;            ///< the pane
  Rect plot;            ///< where time runs: lanes without their heads
  Rect axis;            ///< ticks and their labels, below the plot
  bool folded = false;  ///< narrow: one band instead of lanes
  std::vector<LaneHead> lanes;
  std::vector<PeriodBand> bands;
  std::vector<EventMark> marks;
  std::vector<LabelBox> labels;
  std::vector<LabelTail> tails;
  std::vector<SeriesPlot> series;
  std::vector<DensityLine> densities;
  std::vector<AxisTick> ticks;  ///< x in canvas px
  std::vector<LabelBox> tick_labels;
  std::vector<LabelBox> context_labels;

  double playhead_x = 0;
  bool playhead_visible = false;
  LabelBox playhead_badge;

  Rect overview;         ///< the strip of the whole story; empty where there is no room
  Rect overview_window;  ///< what the plot shows of it
  std::vector<OverviewTick> overview_ticks;
  double overview_playhead_x = 0;
  LabelBox overview_label;
  friend bool operator==(const TimelineScene&, const TimelineScene&) = default;
};

/// An actor on the map.
struct NodeMark {
  Ref ref;
  ActorKind kind = ActorKind::kState;
  Point center;
  double radius = 0;
  std::string monogram;  ///< two or three letters inside, or empty
  Emphasis emphasis = Emphasis::kNormal;
  bool hovered = false;
  bool has_relations = true;  ///< none as of the playhead: drawn quietly
  double opacity = 1;
  friend bool operator==(const NodeMark&, const NodeMark&) = default;
};

/// A relation on the map as of the playhead (or on its way in or out).
struct EdgeMark {
  Ref ref;
  std::uint32_t phase = 0;
  std::array<Point, 4> curve{};
  double width = 1;
  int valence = 0;
  Dash dash = Dash::kSolid;
  bool arrow = false;
  Point tip, tip_direction;
  Emphasis emphasis = Emphasis::kNormal;
  bool hovered = false;
  double opacity = 1;  ///< below 1 while it comes or goes
  double glow = 0;     ///< 1 … 0 after it changed
  EdgeRole role = EdgeRole::kHolds;
  int before_valence = 0;  ///< of a flipped one: how it was, drawn on its first half
  Dash before_dash = Dash::kSolid;
  bool on_chain = false;  ///< of the shortest chain of a trace
  friend bool operator==(const EdgeMark&, const EdgeMark&) = default;
};

/// A round sign on a relation: what became of it between two dates.
struct EdgeBadge {
  Ref ref;
  EdgeRole role = EdgeRole::kGained;  ///< plus, cross or two arrows
  Point center;
  double radius = 8;
  int valence = 0;
  Emphasis emphasis = Emphasis::kNormal;
  friend bool operator==(const EdgeBadge&, const EdgeBadge&) = default;
};

/// An entry also filters: a click hides and shows its class.
struct LegendEntry {
  LabelBox label;
  Rect sample;
  RelationClass of = RelationClass::kNeutral;
  int valence = 0;
  Dash dash = Dash::kSolid;
  bool hidden = false;  ///< struck through
  bool hovered = false;
  friend bool operator==(const LegendEntry&, const LegendEntry&) = default;
};

/// Where an actor truly is on the geographic map, when its mark had to stand beside that.
struct GeoAnchor {
  Ref ref;
  Point at;
  Point mark;
  friend bool operator==(const GeoAnchor&, const GeoAnchor&) = default;
};

/// The geographic ground below the map; not there in the network.
struct GeoScene {
  double opacity = 0;  ///< 0: nothing to draw
  GeoFrame frame;      ///< degrees to canvas px
  std::vector<GeoAnchor> anchors;
  LabelBox note;  ///< what the borders are and are not
  friend bool operator==(const GeoScene&, const GeoScene&) = default;
};

/// What stands in the place of a map whose actors have no places yet.
struct ArrangingScene {
  double progress = 0;  ///< 0 … 1
  LabelBox words;       ///< "Arranging 5000 actors"; none: the map is there
  Rect bar;
  friend bool operator==(const ArrangingScene&, const ArrangingScene&) = default;
};

struct MapScene {
  Rect area;
  std::uint32_t generation = 0;     ///< of `whole`: as long as it is equal, so is what is drawn but for where
  Point offset;                     ///< how far `whole` has been panned
  const MapScene* whole = nullptr;  ///< not panned, nothing hovered, all that lies outside the pane too
  bool moving = false;              ///< relations come, go or glow, or actors are on their way
  ArrangingScene arranging;
  GeoScene geo;
  LabelBox as_of;                                              ///< "As of"
  LabelBox as_of_date;                                         ///< "8 August 2025"
  LabelBox counts;                                             ///< "31 of 40 actors, 46 relations"
  std::size_t actor_count = 0;                                 ///< that have a relation
  std::size_t relation_count = 0;                              ///< that hold
  std::array<std::uint32_t, kRelationClasses> class_counts{};  ///< on the map, or hidden by the legend
  std::vector<EdgeMark>
      edges;  ///< of a large map only what the pointer is on; the others are those of `whole`
  std::vector<NodeMark> nodes;
  std::vector<EdgeBadge> badges;
  std::vector<LabelBox> labels;
  std::vector<LegendEntry> legend;
  friend bool operator==(const MapScene&, const MapScene&) = default;
};

/// The first line drawn of a relation, where it is now; none where it is not on the map.
std::optional<EdgeMark> find_edge(const MapScene& map, Ref relation);

/// One of the two compared dates on the timeline.
struct HandleMark {
  CompareEnd end = CompareEnd::kA;
  double x = 0;
  bool visible = false;  ///< its line; the badge stays at the edge
  bool grabbed = false;  ///< the arrow keys move it
  LabelBox badge;
  friend bool operator==(const HandleMark&, const HandleMark&) = default;
};

/// What the map's modes put on the timeline.
struct HandleScene {
  std::vector<HandleMark> marks;
  Rect brush;  ///< the brushed range within the plot and axis; empty: none
  friend bool operator==(const HandleScene&, const HandleScene&) = default;
};

/// A button drawn in the picture. Each also has a key and a command.
struct ButtonMark {
  enum class Icon : std::uint8_t { kZoomIn, kZoomOut, kFit, kPrevious, kNext, kPlay, kPause };
  enum class Target : std::uint8_t { kTimeline, kMap, kStory };
  Rect rect;
  Icon icon = Icon::kFit;
  Target target = Target::kTimeline;
  std::string_view name;  ///< one of the interface's words, for tooltip and speech
  bool hovered = false;
  bool enabled = true;
  friend bool operator==(const ButtonMark&, const ButtonMark&) = default;
};

/// What a place under the pointer means.
struct HitTarget {
  enum class Type : std::uint8_t {
    kRef,
    kCluster,
    kButton,
    kPlayhead,
    kAxis,
    kOverview,
    kOverviewWindow,
    kOverviewLeft,
    kOverviewRight,
    kFold,
    kSeries,  ///< `number`: the point
    kPlot,
    kMap,
    kHandle,  ///< `number`: which of the handles
    kLegend,  ///< `number`: which entry
  };
  Type type = Type::kRef;
  Ref ref;
  std::uint32_t number = 0;  ///< which mark, button or point
  static constexpr std::uint32_t kNoNumber = 0xffffffffu;
};

struct Tooltip {
  bool visible = false;
  Rect rect;
  std::vector<LabelBox> lines;
  friend bool operator==(const Tooltip&, const Tooltip&) = default;
};

struct Scene {
  Size canvas;
  MapScene map;
  TimelineScene timeline;
  HandleScene handles;
  std::vector<ButtonMark> buttons;
  Tooltip tooltip;
  friend bool operator==(const Scene&, const Scene&) = default;
};

/// The scene as text, one line a thing, coordinates rounded to a tenth of a pixel: for golden tests.
std::string scene_text(const Scene& scene, const Story& story);

}  // namespace tp
