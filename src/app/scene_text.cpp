// The scene in words and rounded numbers, one line a thing: golden tests compare it, reviewers read its diff.
#include <cmath>
#include <cstdio>

#include "app/scene.hpp"

namespace tp {

namespace {

std::string tenth(double value) {
  char text[32];
  const double rounded = std::round(value * 10) / 10;
  std::snprintf(text, sizeof text, "%.1f", rounded == 0 ? 0.0 : rounded);
  return text;
}

std::string at(const Rect& r) {
  return tenth(r.x) + "," + tenth(r.y) + " " + tenth(r.width) + "x" + tenth(r.height);
}
std::string at(Point p) {
  return tenth(p.x) + "," + tenth(p.y);
}

const char* word(Emphasis emphasis) {
  switch (emphasis) {
    case Emphasis::kNormal:
      return "";
    case Emphasis::kRelated:
      return " related";
    case Emphasis::kSelected:
      return " selected";
    case Emphasis::kDimmed:
      return " dimmed";
  }
  return "";
}

const char* word(MarkForm form) {
  switch (form) {
    case MarkForm::kPoint:
      return "point";
    case MarkForm::kSpan:
      return "span";
    case MarkForm::kCluster:
      return "cluster";
  }
  return "";
}

const char* word(Dash dash) {
  switch (dash) {
    case Dash::kSolid:
      return "solid";
    case Dash::kDashed:
      return "dashed";
    case Dash::kDotted:
      return "dotted";
    case Dash::kDashDot:
      return "dash-dot";
  }
  return "";
}

class Writer {
 public:
  explicit Writer(const Story& story) : story_(story) {}

  std::string id(Ref ref) const { return ref.valid() ? std::string(story_.id_of(ref)) : "-"; }
  void line(const std::string& text) { out_ += text + "\n"; }
  void label(const char* what, const LabelBox& box) {
    if (box.text.empty()) return;
    std::string extra = word(box.emphasis);
    if (box.opacity < 1) extra += " opacity " + tenth(box.opacity);
    line(std::string(what) + " \"" + box.text + "\" " + at(box.rect) + extra);
  }

  void map(const MapScene& map) {
    line("map " + at(map.area));
    label("heading", map.as_of_date);
    label("heading", map.counts);
    const Point by = map.offset;
    for (const NodeMark& node : map.nodes)
      line("node " + id(node.ref) + " " + at(node.center + by) + " r" + tenth(node.radius) +
           word(node.emphasis) + (node.opacity < 1 ? " opacity " + tenth(node.opacity) : ""));
    for (const EdgeMark& edge : map.edges)
      line("edge " + id(edge.ref) + "/" + std::to_string(edge.phase) + " " + at(edge.curve[0] + by) + " " +
           at(edge.curve[1] + by) + " " + at(edge.curve[2] + by) + " " + at(edge.curve[3] + by) + " " +
           word(edge.dash) + " " + std::to_string(edge.valence) + word(edge.emphasis) +
           (edge.opacity < 1 ? " opacity " + tenth(edge.opacity) : "") +
           (edge.glow > 0 ? " glow " + tenth(edge.glow) : ""));
    for (LabelBox box : map.labels) {
      box.rect = box.rect.moved(by.x, by.y);
      label("map label", box);
    }
    for (const LegendEntry& entry : map.legend) label("legend", entry.label);
  }

  void timeline(const TimelineScene& timeline) {
    line("timeline " + at(timeline.area) + " plot " + at(timeline.plot));
    for (const LaneHead& lane : timeline.lanes) line("lane " + id(lane.ref) + " " + at(lane.rect));
    for (const PeriodBand& band : timeline.bands)
      line("band " + id(band.ref) + " " + at(band.rect) + " soft " + tenth(band.begin.soft_px) + " " +
           tenth(band.end.soft_px) + (band.begin.open ? " open-begin" : "") +
           (band.end.open ? " open-end" : "") + (band.uncertain ? " uncertain" : ""));
    for (const EventMark& mark : timeline.marks)
      line(std::string(word(mark.form)) + " " + id(mark.ref) + " " + at(mark.rect) + word(mark.emphasis) +
           (mark.count.empty() ? "" : " of " + mark.count) + (mark.uncertain ? " uncertain" : ""));
    for (const LabelBox& box : timeline.labels) label("label", box);
    for (const LabelBox& box : timeline.tick_labels) label("tick", box);
    for (const LabelBox& box : timeline.context_labels) label("context", box);
    line("playhead " + tenth(timeline.playhead_x));
    label("badge", timeline.playhead_badge);
    line("overview " + at(timeline.overview) + " window " + at(timeline.overview_window));
  }

  std::string take() { return std::move(out_); }

 private:
  const Story& story_;
  std::string out_;
};

}  // namespace

std::string scene_text(const Scene& scene, const Story& story) {
  Writer writer(story);
  writer.map(scene.map);
  writer.timeline(scene.timeline);
  for (const ButtonMark& button : scene.buttons)
    writer.line("button \"" + button.name + "\" " + at(button.rect));
  return writer.take();
}

}  // namespace tp
