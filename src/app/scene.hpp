// What exactly is on the screen? Placed rectangles, curves and words; views, hit testing and speech read only
// this.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/geometry.hpp"
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
  double opacity = 1;
};

/// One soft or hard end of a span.
struct SpanEnd {
  double soft_px = 0;  ///< width over which it fades in because the date is not known more finely
  bool open = false;   ///< goes on beyond what is drawn: fades out at the edge
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
  std::span<const std::uint32_t>
      members;        ///< of a cluster, as positions in Story::events; the plan owns them
  std::string count;  ///< of a cluster: "9"
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
};

struct OverviewTick {
  double x = 0;
  Ink ink;
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
};

enum class Dash : std::uint8_t { kSolid, kDashed, kDotted, kDashDot };

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
};

struct LegendEntry {
  LabelBox label;
  Rect sample;
  int valence = 0;
  Dash dash = Dash::kSolid;
};

/// Edges, nodes and their labels lie where they are before the reader pans; `offset` moves all of them. So a
/// pan changes one number, and whoever draws or looks up can keep what it made for a generation.
struct MapScene {
  Rect area;
  Point offset;
  std::uint32_t generation = 0;           ///< another one: something else than the offset differs
  std::size_t actors = 0, relations = 0;  ///< drawn as holding
  LabelBox as_of;                         ///< "As of"
  LabelBox as_of_date;                    ///< "8 August 2025"
  LabelBox counts;                        ///< "31 of 40 actors, 46 relations"
  std::vector<EdgeMark> edges;
  std::vector<NodeMark> nodes;
  std::vector<LabelBox> labels;
  std::vector<LegendEntry> legend;
};

/// A button drawn in the picture. Each also has a key and a command.
struct ButtonMark {
  enum class Icon : std::uint8_t { kZoomIn, kZoomOut, kFit, kPrevious, kNext, kPlay, kPause };
  enum class Target : std::uint8_t { kTimeline, kMap, kStory };
  Rect rect;
  Icon icon = Icon::kFit;
  Target target = Target::kTimeline;
  std::string name;  ///< for tooltip and speech
  bool hovered = false;
  bool enabled = true;
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
    kPlot,
    kMap
  };
  Type type = Type::kRef;
  Ref ref;
  std::uint32_t number = 0;  ///< which mark or button
};

struct Tooltip {
  bool visible = false;
  Rect rect;
  std::vector<LabelBox> lines;
};

struct Scene {
  Size canvas;
  MapScene map;
  TimelineScene timeline;
  std::vector<ButtonMark> buttons;
  Tooltip tooltip;
};

/// The scene as text, one line a thing, coordinates rounded to a tenth of a pixel: for golden tests.
std::string scene_text(const Scene& scene, const Story& story);

}  // namespace tp
