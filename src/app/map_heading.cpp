#include "app/map_heading.hpp"

#include <array>

#include "app/map_plan.hpp"
#include "app/moments.hpp"
#include "app/words.hpp"
#include "time/format_date.hpp"

namespace tp {

namespace {

constexpr double kRow = 19;  // px between two rows of the legend

bool is_compact(const State& state) {
  return state.panes.kind == LayoutKind::kNarrow;
}

LabelBox line(std::string text, TextStyle style, Ink ink, double x, double middle,
              const TextMeasurer& measurer) {
  LabelBox box;
  const Size size = measurer.measure(text, style);
  box.rect = {x, middle - size.height / 2, size.width, size.height};
  box.text = std::move(text);
  box.style = style;
  box.ink = ink;
  return box;
}

std::string name_of(const Story& story, ActorIndex actor, const std::string& language) {
  return std::string(map_name(story[actor], language));
}

std::string edtf_words(const std::string& edtf, const std::string& language) {
  const DateResult<DateRange> parsed = parse_date_range(edtf);
  return parsed.value ? format_date_range(*parsed.value, language, DateStyle::kShort) : edtf;
}

std::string first_words(const Story& story, Instant first, const std::string& language) {
  if (const auto date = date_of_begin(story, first)) return format_date(*date, language, DateStyle::kShort);
  return std::string(words_in(language).always);
}

struct Form {
  RelationClass of;
  int valence;
  Dash dash;
};

// How the sample of each class is drawn.
constexpr std::array<Form, kRelationClasses> kForms{{{RelationClass::kClose, 2, Dash::kSolid},
                                                     {RelationClass::kNeutral, 0, Dash::kSolid},
                                                     {RelationClass::kHostile, -2, Dash::kDashed},
                                                     {RelationClass::kMediation, 0, Dash::kDotted},
                                                     {RelationClass::kUncertain, 0, Dash::kDashDot},
                                                     {RelationClass::kGained, 1, Dash::kSolid},
                                                     {RelationClass::kLost, 0, Dash::kDotted},
                                                     {RelationClass::kFlipped, 1, Dash::kSolid},
                                                     {RelationClass::kUnchanged, 0, Dash::kSolid},
                                                     {RelationClass::kPast, 0, Dash::kDotted},
                                                     {RelationClass::kFuture, 0, Dash::kDashed}}};

}  // namespace

void add_map_heading(MapScene& map, const DrawnMap& drawn, const MapFindings& findings, const State& state,
                     const Story& story, const TextMeasurer& measurer) {
  const Words& words = words_in(state.language);
  const MapModes& modes = state.modes;
  const double x = map.area.x + (is_compact(state) ? 16 : 24);
  const double y = map.area.y + 20;
  std::string lead(words.as_of),
      strong = playhead_words(story, state.selected, state.at, state.language, false);
  std::string rest = fill(words.counts, {std::to_string(map.actor_count), std::to_string(story.actors.size()),
                                         std::to_string(map.relation_count)});
  if (modes.compare) {
    const Comparison& c = findings.comparison;
    lead.clear();
    strong = fill(words.from_to, {edtf_words(modes.compare->a.edtf, state.language),
                                  edtf_words(modes.compare->b.edtf, state.language)});
    rest = fill(words.compared, {std::to_string(c.gained.size()), std::to_string(c.lost.size()),
                                 std::to_string(c.flipped.size()), std::to_string(c.unchanged.size())});
  } else if (modes.brush) {
    lead.clear();
    strong = fill(words.held_in, {edtf_words(modes.brush->edtf, state.language)});
  } else if (modes.trace) {
    const std::string from = name_of(story, modes.trace->from, state.language);
    const std::string to = name_of(story, modes.trace->to, state.language);
    rest = modes.trace->from == modes.trace->to ? fill(words.chain_begun, {from})
           : findings.chains.empty()
               ? fill(words.chains_none, {from, to})
               : fill(words.chain, {from, to, std::to_string(findings.chains.front().links.size())});
    if (findings.first_chain)
      rest += ", " + fill(words.first_joined, {first_words(story, *findings.first_chain, state.language)});
  }
  if (drawn.hidden_count > 0) rest += ", " + fill(words.hidden_shown, {std::to_string(drawn.hidden_count)});
  if (modes.told_by.valid())
    rest += ", " + fill(words.told_by, {name_of(story, modes.told_by, state.language)});
  map.as_of = line(lead, TextStyle::kLabel, {Ink::Role::kMuted, 0, {}}, x, y, measurer);
  const double after = lead.empty() ? x : map.as_of.rect.right() + 5;
  map.as_of_date = line(strong, TextStyle::kLabelStrong, {}, after, y, measurer);
  // Over ground or under marks that were moved there the words stand on paper.
  const bool framed = modes.arrangement.focus || !modes.arrangement.framed.empty();
  const bool covered = map.geo.opacity > 0 || framed || !(state.map == MapWindow{});
  map.as_of.plate = map.as_of_date.plate = covered;
  map.counts = line("\u00b7 " + rest, TextStyle::kLabel, {Ink::Role::kMuted, 0, {}},
                    map.as_of_date.rect.right() + 5, y, measurer);
  map.counts.plate = covered;
  if (map.counts.rect.right() <= map.area.right() - 8) return;
  // A second line where the first has no room.
  map.counts = line(rest, TextStyle::kLabel, {Ink::Role::kMuted, 0, {}}, x, y + 17, measurer);
  map.counts.plate = covered;
  if (map.counts.rect.right() > map.area.right() - 8) map.counts.text.clear();
}

void add_arranging(MapScene& map, double progress, const State& state, const Story& story,
                   const TextMeasurer& measurer) {
  constexpr double kBarWidth = 180, kBarHeight = 4, kGap = 10;
  map.area = state.panes.map;
  const Point middle = map.area.center();
  const std::string words = fill(words_in(state.language).arranging, {std::to_string(story.actors.size())});
  map.arranging.progress = progress;
  map.arranging.words =
      line(words, TextStyle::kLabel, {Ink::Role::kMuted, 0, {}}, 0, middle.y - kGap, measurer);
  map.arranging.words.rect.x = middle.x - map.arranging.words.rect.width / 2;
  const double width = std::min(kBarWidth, map.area.width - 32);
  map.arranging.bar = {middle.x - width / 2, middle.y + kGap - kBarHeight, width, kBarHeight};
}

double add_map_legend(MapScene& map, const DrawnMap& drawn, const State& state,
                      const TextMeasurer& measurer) {
  const Words& words = words_in(state.language);
  const bool compact = is_compact(state);
  const double left = map.area.x + (compact ? 16 : 24);
  const double right = map.area.right() - 8;
  double x = left;
  double y = 0;
  for (const Form& form : kForms) {
    const bool hidden = (state.modes.hidden & bit_of(form.of)) != 0;
    if (drawn.class_counts[static_cast<std::size_t>(form.of)] == 0 && !hidden) continue;
    LegendEntry entry;
    entry.of = form.of;
    entry.valence = form.valence;
    entry.dash = form.dash;
    entry.hidden = hidden;
    const double sample = compact ? 18.0 : 26.0;
    entry.label = line(std::string(words_of(form.of, words)), TextStyle::kSmall, {Ink::Role::kMuted, 0, {}},
                       x + sample + 6, y, measurer);
    if (entry.label.rect.right() > right && x > left) {
      x = left;
      y += kRow;
      entry.label.rect = entry.label.rect.moved(left + sample + 6 - entry.label.rect.x, kRow);
    }
    entry.sample = {x, y - 1, sample, 2};
    x = entry.label.rect.right() + (compact ? 12 : 20);
    map.legend.push_back(std::move(entry));
  }
  // The last row stands at the bottom.
  const double down = map.area.bottom() - 20 - y;
  for (LegendEntry& entry : map.legend) {
    entry.label.rect = entry.label.rect.moved(0, down);
    entry.sample = entry.sample.moved(0, down);
  }
  double top = map.area.bottom() - 28 - y;
  if (map.geo.opacity <= 0) return top;
  map.geo.note = line(std::string(words.borders_note), TextStyle::kSmall, {Ink::Role::kMuted, 0, {}}, left,
                      top - 8, measurer);
  map.geo.note.plate = true;
  return top - 18;
}

}  // namespace tp
