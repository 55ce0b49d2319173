#include "app/tooltip.hpp"

#include <algorithm>

#include "app/fit_text.hpp"
#include "app/series_values.hpp"
#include "app/words.hpp"
#include "time/format_date.hpp"

namespace tp {

namespace {

constexpr double kPad = 10;
constexpr double kAway = 14;
constexpr double kWidest = 420;
constexpr std::size_t kMostMembers = 5;

struct Line {
  std::string text;
  TextStyle style = TextStyle::kSmall;
  Ink ink{Ink::Role::kMuted};
};

std::string name_of(const Story& story, ActorIndex actor, std::string_view language) {
  const std::string_view brief = story[actor].short_name.in(language);
  return std::string(brief.empty() ? story[actor].name.in(language) : brief);
}

std::string status_of(Status status, const Words& words) {
  return std::string(status == Status::kFact    ? words.fact
                     : status == Status::kClaim ? words.claim
                                                : words.disputed);
}

std::vector<Line> event_lines(const Event& event, const std::string& language) {
  return {
      {std::string(event.title.in(language)), TextStyle::kLabelStrong, {}},
      {format_date_range(event.when, language) + " \u00b7 " + status_of(event.status, words_in(language))}};
}

std::vector<Line> cluster_lines(const EventMark& mark, const Story& story, const std::string& language) {
  const Words& words = words_in(language);
  std::vector<Line> lines{
      {fill(words.events, {std::to_string(mark.members.size())}), TextStyle::kLabelStrong, {}}};
  for (std::size_t i = 0; i < mark.members.size() && i < kMostMembers; ++i) {
    const Event& event = story.events[mark.members[i]];
    lines.push_back({format_date_range(event.when, language, DateStyle::kShort) + "  " +
                     std::string(event.title.in(language))});
  }
  if (mark.members.size() > kMostMembers)
    lines.push_back({fill(words.more, {std::to_string(mark.members.size() - kMostMembers)})});
  return lines;
}

// The number under the pointer, else at the playhead; and where it comes from.
std::vector<Line> series_lines(const Series& series, const State& state, const Story& story) {
  const std::string& language = state.language;
  const Words& words = words_in(language);
  std::vector<Line> lines{{std::string(series.title.in(language)), TextStyle::kLabelStrong, {}}};
  const bool pointed =
      state.hovered_mark >= 0 && static_cast<std::size_t>(state.hovered_mark) < series.points.size();
  const std::ptrdiff_t point =
      pointed ? state.hovered_mark : point_at(series, index_series(series), state.at);
  if (point >= 0) {
    const auto at = static_cast<std::size_t>(point);
    lines.push_back({fill(words.figures_at,
                          {format_date(series.points[at].when, language), value_words(series, at, language)}),
                     TextStyle::kLabel,
                     {}});
  } else {
    lines.push_back({std::string(series.unit.in(language))});
  }
  if (series.sources.empty()) return lines;
  const std::string_view source = story[series.sources.front().source].title;
  lines.push_back({fill(words.source_line, {source})});
  if (series.sources.size() > 1)
    lines.push_back({fill(words.more, {std::to_string(series.sources.size() - 1)})});
  return lines;
}

void add_phase(const Phase& phase, const State& state, std::vector<Line>& lines) {
  lines.push_back({std::string(phase.label.in(state.language)),
                   TextStyle::kLabel,
                   {Ink::Role::kValence, phase.valence, {}}});
  lines.push_back({format_date_range(phase.when, state.language) + " \u00b7 " +
                   status_of(phase.status, words_in(state.language))});
}

// The phase that is drawn; of a changed relation the one before it too.
std::vector<Line> relation_lines(const Relation& relation, const MapScene& map, const State& state,
                                 const Story& story, const MapFindings& findings) {
  std::vector<Line> lines{{name_of(story, relation.from, state.language) +
                               (relation.directed ? " \u2192 " : " \u2013 ") +
                               name_of(story, relation.to, state.language),
                           TextStyle::kLabelStrong,
                           {}}};
  for (const RelationChange& change : findings.comparison.flipped)
    if (Ref::of(Kind::kRelation, change.relation) == state.hovered)
      add_phase(relation.phases[static_cast<std::size_t>(change.before)], state, lines);
  for (const EdgeMark& edge : map.edges)
    if (edge.ref == state.hovered) add_phase(relation.phases[edge.phase], state, lines);
  return lines;
}

std::vector<Line> lines_for(const Scene& scene, const State& state, const Story& story,
                            const MapFindings& findings) {
  const std::string& language = state.language;
  if (state.hovered_button >= 0 && static_cast<std::size_t>(state.hovered_button) < scene.buttons.size())
    return {{std::string(scene.buttons[static_cast<std::size_t>(state.hovered_button)].name),
             TextStyle::kLabel,
             {}}};
  const auto entry = static_cast<std::size_t>(state.hovered_legend);
  if (state.hovered_legend >= 0 && entry < scene.map.legend.size()) {
    const Words& words = words_in(language);
    const LegendEntry& legend = scene.map.legend[entry];
    return {{fill(legend.hidden ? words.legend_show : words.legend_hide, {legend.label.text}),
             TextStyle::kLabel,
             {}}};
  }
  if (state.hovered_mark >= 0) {
    for (const EventMark& mark : scene.timeline.marks)
      if (mark.hovered && mark.form == MarkForm::kCluster) return cluster_lines(mark, story, language);
  }
  switch (state.hovered.kind) {
    case Kind::kEvent:
      return event_lines(story.events[state.hovered.index], language);
    case Kind::kRelation:
      return relation_lines(story.relations[state.hovered.index], scene.map, state, story, findings);
    case Kind::kActor: {
      const Actor& actor = story.actors[state.hovered.index];
      return {{std::string(actor.name.in(language)), TextStyle::kLabelStrong, {}},
              {std::string(kind_words(actor.kind, words_in(language)))}};
    }
    case Kind::kSeries:
      return series_lines(story.series[state.hovered.index], state, story);
    case Kind::kPeriod: {
      const Period& period = story.periods[state.hovered.index];
      return {{std::string(period.title.in(language)), TextStyle::kLabelStrong, {}},
              {format_date_range(period.when, language)}};
    }
    default:
      return {};
  }
}

}  // namespace

Tooltip make_tooltip(const Scene& scene, const State& state, const Story& story, const MapFindings& findings,
                     const TextMeasurer& measurer) {
  Tooltip tooltip;
  double width = 0;
  double y = kPad * 0.7;
  for (Line& line : lines_for(scene, state, story, findings)) {
    LabelBox box;
    line.text = cut_to_width(line.text, line.style,
                             std::max(80.0, std::min(kWidest, scene.canvas.width - 40)), measurer);
    const Size size = measurer.measure(line.text, line.style);
    box.rect = {kPad, y, size.width, size.height};
    box.text = std::move(line.text);
    box.style = line.style;
    box.ink = line.ink;
    y += size.height + 1;
    width = std::max(width, size.width);
    tooltip.lines.push_back(std::move(box));
  }
  if (tooltip.lines.empty()) return tooltip;
  tooltip.visible = true;
  tooltip.rect = {0, 0, width + 2 * kPad, y + kPad * 0.7};
  double left = state.pointer.x + kAway;
  double top = state.pointer.y + kAway;
  if (left + tooltip.rect.width > scene.canvas.width - 4) left = state.pointer.x - kAway - tooltip.rect.width;
  if (top + tooltip.rect.height > scene.canvas.height - 4)
    top = state.pointer.y - kAway - tooltip.rect.height;
  left = std::max(4.0, left);
  top = std::max(4.0, top);
  tooltip.rect = tooltip.rect.moved(left, top);
  for (LabelBox& line : tooltip.lines) line.rect = line.rect.moved(left, top);
  return tooltip;
}

}  // namespace tp
