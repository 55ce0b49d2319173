#include "bridge/messages.hpp"

#include "app/moments.hpp"
#include "bridge/json_parts.hpp"
#include "bridge/messages_parts.hpp"
#include "time/calendar.hpp"
#include "time/date.hpp"
#include "time/format_date.hpp"

namespace tp {

namespace {

const char* layout_word(LayoutKind kind) {
  switch (kind) {
    case LayoutKind::kWide:
      return "wide";
    case LayoutKind::kMedium:
      return "medium";
    case LayoutKind::kNarrow:
      return "narrow";
    case LayoutKind::kShort:
      return "short";
  }
  return "wide";
}

// A day where a day says it; the time too once the reader has zoomed in so far that it matters.
std::string day_text(Instant at, double ms_per_px) {
  constexpr double kTimeMatters = 60'000;
  return to_edtf(ms_per_px < kTimeMatters ? at : Instant{at.day, 0});
}

JsonOut ids_of(const std::vector<Ref>& refs, const Story& story) {
  JsonOut ids = JsonOut::array();
  for (const Ref ref : refs) ids.push_back(story.id_of(ref));
  return ids;
}

JsonOut state_json(const Program& program, long long frames, double cpu_ms) {
  const State& state = program.state();
  const Story& story = program.story();
  const double zoom = state.scale.ms_per_px;
  const TimeRange shown = state.scale.visible(0, state.plot_width);
  JsonOut out;
  out["at"] = day_text(state.at, zoom);
  out["atWords"] = playhead_words(story, state.selected, state.at, state.language, false);
  out["range"] = day_text(shown.begin, zoom) + "/" + day_text(shown.end, zoom);
  out["select"] = id_or_null(state.selected, story);
  out["hover"] = id_or_null(state.hovered, story);
  out["playing"] = state.playback.playing;
  out["folded"] = ids_of(state.timeline.folded, story);
  out["layout"] = layout_word(state.panes.kind);
  out["lang"] = state.language;
  out["frames"] = frames;
  out["cpuMs"] = cpu_ms;
  out["counts"] = {{"events", story.events.size()},
                   {"actors", program.scene().map.actor_count},
                   {"relations", program.scene().map.relation_count}};
  add_map_state(out, state, story);
  add_view_state(out, program);
  return out;
}

JsonOut rect_json(const Rect& r) {
  return JsonOut::array({r.x, r.y, r.width, r.height});
}

std::string message(const char* type, std::initializer_list<std::pair<const char*, JsonOut>> parts) {
  JsonOut out;
  out["type"] = type;
  for (const auto& [key, value] : parts) out[key] = value;
  return written(out);
}

JsonOut place_of(Ref ref, const Scene& scene) {
  for (const NodeMark& node : scene.map.nodes)
    if (node.ref == ref)
      return rect_json(
          {node.center.x - node.radius, node.center.y - node.radius, 2 * node.radius, 2 * node.radius});
  if (const auto edge = find_edge(scene.map, ref)) {
    const Point middle = (edge->curve[0] + edge->curve[1] * 3 + edge->curve[2] * 3 + edge->curve[3]) * 0.125;
    return rect_json({middle.x - 2, middle.y - 2, 4, 4});
  }
  for (const EventMark& mark : scene.timeline.marks) {
    if (mark.ref == ref) return rect_json(mark.rect);
    if (ref.kind == Kind::kEvent && mark.members.contains(ref.index)) return rect_json(mark.rect);
  }
  for (const PeriodBand& band : scene.timeline.bands)
    if (band.ref == ref) return rect_json(band.rect);
  for (const LaneHead& lane : scene.timeline.lanes)
    if (lane.ref == ref) return rect_json(lane.icon);
  for (const SeriesPlot& plot : scene.timeline.series)
    if (plot.ref == ref) return rect_json(plot.rect);
  return nullptr;
}

// Things that have no id but that tests and tours point at.
JsonOut place_of(const std::string& name, const Program& program) {
  const TimelineScene& timeline = program.scene().timeline;
  if (name == "@playhead" && timeline.playhead_visible) return rect_json(timeline.playhead_badge.rect);
  if (name == "@plot") return rect_json(timeline.plot);
  if (name == "@axis") return rect_json(timeline.axis);
  if (name == "@overview" && !timeline.overview.empty()) return rect_json(timeline.overview);
  for (const HandleMark& mark : program.scene().handles.marks)
    if (name == (mark.end == CompareEnd::kA ? "@compareA" : "@compareB")) return rect_json(mark.badge.rect);
  for (const LegendEntry& entry : program.scene().map.legend)
    if (name == "@legend:" + std::string(key_of(entry.of))) return rect_json(entry.label.rect);
  if (name == "@window" && !timeline.overview.empty()) return rect_json(timeline.overview_window);
  if (name.starts_with("@fold:")) {
    const Ref track = program.story().find(name.substr(6));
    for (const LaneHead& lane : timeline.lanes)
      if (track.valid() && lane.ref == track && !lane.fold.empty()) return rect_json(lane.fold);
  }
  if (name == "@view") return exact_view(program.state());
  if (name == "@map") return rect_json(program.scene().map.area);
  if (name == "@cluster")
    for (const EventMark& mark : timeline.marks)
      if (mark.form == MarkForm::kCluster) return rect_json(mark.rect);
  const Ref ref = program.story().find(name);
  return ref.valid() ? place_of(ref, program.scene()) : JsonOut(nullptr);
}

const char* cursor_word(Cursor cursor) {
  switch (cursor) {
    case Cursor::kDefault:
      return "default";
    case Cursor::kPointer:
      return "pointer";
    case Cursor::kGrab:
      return "grab";
    case Cursor::kGrabbing:
      return "grabbing";
    case Cursor::kColumnResize:
      return "col-resize";
  }
  return "default";
}

}  // namespace

std::string ready_message(const Program& program) {
  const Story& story = program.story();
  const std::string& language = program.state().language;
  JsonOut languages = JsonOut::array();
  for (std::string_view tag : story.languages) languages.push_back(tag);
  return message("ready", {{"id", story.id},
                           {"title", story.title.in(language)},
                           {"question", story.question.in(language)},
                           {"answer", story.answer.in(language)},
                           {"languages", languages}});
}

std::string change_message(const Program& program, long long frames, double cpu_ms) {
  return message("change", {{"state", state_json(program, frames, cpu_ms)}});
}

std::string select_message(const Program& program) {
  return message("select", {{"id", id_or_null(program.state().selected, program.story())}});
}

std::string card_message(const Card& card, const Story& story) {
  return message("card", {{"card", to_json(card, story)}});
}
std::string card_json(const Card& card, const Story& story) {
  return written(to_json(card, story));
}
std::string cursor_message(Cursor cursor) {
  return message("cursor", {{"cursor", cursor_word(cursor)}});
}
std::string announce_message(const std::string& words) {
  return message("announce", {{"text", words}});
}

std::string error_message(const std::string& code, const std::string& words) {
  return message("error", {{"code", code}, {"text", words}});
}

std::string diagnostics_message(const Diagnostics& diagnostics, const std::string& file) {
  JsonOut lines = JsonOut::array();
  for (const Diagnostic& diagnostic : diagnostics.items) lines.push_back(to_line(diagnostic, file));
  return message("diagnostics", {{"refused", diagnostics.refuses()},
                                 {"errors", diagnostics.error_count},
                                 {"warnings", diagnostics.warning_count},
                                 {"lines", lines}});
}

std::string located_message(const std::string& id, const Program& program) {
  return message("located", {{"id", id}, {"rect", place_of(id, program)}});
}

}  // namespace tp
