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

const char* word(EdgeRole role) {
  switch (role) {
    case EdgeRole::kHolds:
      return "";
    case EdgeRole::kGained:
      return " gained";
    case EdgeRole::kLost:
      return " lost";
    case EdgeRole::kFlipped:
      return " flipped";
    case EdgeRole::kUnchanged:
      return " unchanged";
    case EdgeRole::kPast:
      return " past";
    case EdgeRole::kFuture:
      return " future";
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
    for (const NodeMark& node : map.nodes)
      line("node " + id(node.ref) + " " + at(node.center) + " r" + tenth(node.radius) + word(node.emphasis) +
           (node.opacity < 1 ? " opacity " + tenth(node.opacity) : ""));
    for (const EdgeMark& edge : map.edges)
      line("edge " + id(edge.ref) + "/" + std::to_string(edge.phase) + " " + at(edge.curve[0]) + " " +
           at(edge.curve[1]) + " " + at(edge.curve[2]) + " " + at(edge.curve[3]) + " " + word(edge.dash) +
           " " + std::to_string(edge.valence) + word(edge.role) + (edge.on_chain ? " chain" : "") +
           word(edge.emphasis) + (edge.opacity < 1 ? " opacity " + tenth(edge.opacity) : "") +
           (edge.glow > 0 ? " glow " + tenth(edge.glow) : ""));
    for (const LabelBox& box : map.labels) label("map label", box);
    for (const EdgeBadge& badge : map.badges)
      line("sign" + std::string(word(badge.role)) + " " + id(badge.ref) + " " + at(badge.center));
    for (const LegendEntry& entry : map.legend) label(entry.hidden ? "legend hidden" : "legend", entry.label);
  }

  void series(const SeriesPlot& plot) {
    line("series " + id(plot.ref) + " " + at(plot.rect) + " zero " + tenth(plot.zero_y) +
         word(plot.emphasis) + (plot.has_here ? " here " + at(plot.here) : ""));
    for (const SeriesSample& sample : plot.samples)
      line("  figure " + std::to_string(sample.point) + " " + at(sample.rect) +
           (sample.holds_now ? " now" : "") + (sample.uncertain ? " uncertain" : ""));
    for (std::size_t i = 0, run = 0; i < plot.line.size(); ++i) {
      const bool begins = run < plot.runs.size() && plot.runs[run] == i;
      run += begins;
      line(std::string(begins ? "  from " : "  to ") + at(plot.line[i]));
    }
    for (const Stretch& gap : plot.gaps) line("  gap " + tenth(gap.begin) + " " + tenth(gap.end));
    for (const LabelBox& box : plot.title) label("  title", box);
    label("  value", plot.value);
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
    for (const LabelTail& tail : timeline.tails) line("tail " + at(tail.rect));
    for (const SeriesPlot& plot : timeline.series) series(plot);
    for (const DensityLine& line_of : timeline.densities)
      for (const Rect& bar : line_of.bars) line("density " + id(line_of.track) + " " + at(bar));
    for (const LabelBox& box : timeline.tick_labels) label("tick", box);
    for (const LabelBox& box : timeline.context_labels) label("context", box);
    line("playhead " + tenth(timeline.playhead_x));
    label("badge", timeline.playhead_badge);
    line("overview " + at(timeline.overview) + " window " + at(timeline.overview_window));
  }

  void handles(const HandleScene& handles) {
    for (const HandleMark& mark : handles.marks) {
      line("handle " + tenth(mark.x) + (mark.grabbed ? " grabbed" : ""));
      label("badge", mark.badge);
    }
    if (!handles.brush.empty()) line("brush " + at(handles.brush));
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
  writer.handles(scene.handles);
  for (const ButtonMark& button : scene.buttons)
    writer.line("button \"" + std::string(button.name) + "\" " + at(button.rect));
  return writer.take();
}

}  // namespace tp
