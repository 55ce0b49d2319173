#include "bridge/exact_view.hpp"

#include <algorithm>
#include <cmath>
#include <span>

#include "app/moments.hpp"
#include "app/relation_class.hpp"
#include "app/view_history.hpp"
#include "base/sort.hpp"
#include "bridge/messages_parts.hpp"
#include "time/date.hpp"

namespace tp {

namespace {

enum Place : std::size_t {
  kAtDay,
  kAtMs,
  kAnchorDay,
  kAnchorMs,
  kAnchorPx,
  kMsPerPx,
  kMapZoom,
  kMapX,
  kMapY,
  kGrabbed,
  kFramed,  // actors, to the end
};

std::optional<std::pair<std::string, std::string>> pair_in(const JsonOut& json, const char* key) {
  const std::string text = text_in(json, key);
  const std::size_t slash = text.find('/');
  if (slash == std::string::npos) return std::nullopt;
  return std::pair{text.substr(0, slash), text.substr(slash + 1)};
}

std::optional<NamedMoment> moment(const std::string& edtf) {
  const DateResult<DateRange> parsed = parse_date_range(edtf);
  if (!parsed.value) return std::nullopt;
  return named_moment(*parsed.value);
}

ActorIndex actor(const std::string& id, const Story& story) {
  const Ref ref = story.find(id);
  return ref.kind == Kind::kActor ? ActorIndex(ref.index) : ActorIndex{};
}

std::vector<std::uint32_t> indexes(const JsonOut& json, const char* key, Kind kind, const Story& story) {
  std::vector<std::uint32_t> list;
  for (const std::string& id : texts_in(json, key))
    if (const Ref ref = story.find(id); ref.kind == kind) list.push_back(ref.index);
  return list;
}

Filter filter_of(const JsonOut& json, const Story& story) {
  const auto found = json.find("filter");
  if (found == json.end() || !found->is_object()) return {};
  Filter filter;
  filter.hidden_tracks = indexes(*found, "hideTracks", Kind::kTrack, story);
  filter.actors = indexes(*found, "actors", Kind::kActor, story);
  for (const std::string& word : texts_in(*found, "hideStatuses"))
    for (const Status status : {Status::kFact, Status::kClaim, Status::kDisputed})
      if (word == status_word(status)) filter.hidden_statuses |= Filter::bit(status);
  filter.text = text_in(*found, "text");
  filter.mode = text_in(*found, "mode") == "hide" ? Filter::Mode::kHide : Filter::Mode::kDim;
  return tidied(std::move(filter), story);
}

MapModes modes_of(const JsonOut& json, const Story& story) {
  MapModes modes;
  if (const auto dates = pair_in(json, "compare")) {
    const auto a = moment(dates->first), b = moment(dates->second);
    if (a && b) modes.compare = ComparePair{*a, *b};
  }
  if (const auto ends = pair_in(json, "trace")) {
    const TracePair pair{actor(ends->first, story), actor(ends->second, story)};
    if (pair.from.valid() && pair.to.valid()) modes.trace = pair;
  }
  const std::string brush = text_in(json, "brush");
  if (const auto range = parse_date_range(brush); range.value)
    modes.brush = BrushRange{brush, range.value->outer()};
  if (const ActorIndex focus = actor(text_in(json, "focus"), story); focus.valid()) {
    const double steps = std::clamp(number_in(json, "focusSteps", 1), 1.0, double{kMostFocusSteps});
    modes.arrangement.focus = FocusPoint{focus, static_cast<int>(steps)};
  }
  modes.arrangement.places = truth_in(json, "places");
  modes.told_by = actor(text_in(json, "toldBy"), story);
  modes.ghosts = truth_in(json, "ghosts");
  for (const std::string& key : texts_in(json, "hiddenRelations"))
    if (const std::optional<RelationClass> c = class_named(key)) modes.hidden |= bit_of(*c);
  return modes;
}

// None where one of them is no number.
std::vector<double> numbers_in(const JsonOut& json, const char* key) {
  std::vector<double> numbers;
  const auto found = json.find(key);
  if (found == json.end() || !found->is_array()) return numbers;
  for (const JsonOut& one : *found) {
    if (!one.is_number() || !std::isfinite(one.get<double>())) return {};
    numbers.push_back(one.get<double>());
  }
  return numbers;
}

Instant instant(double day, double ms) {
  return {static_cast<std::int64_t>(day), static_cast<std::int32_t>(ms)};
}

// Whole numbers that an instant can have.
bool is_instant(double day, double ms) {
  return std::abs(day) < 1e13 && ms >= 0 && ms < double{kMsPerDay};
}

}  // namespace

JsonOut exact_view(const State& state) {
  const TimeScale& scale = state.glide ? state.glide->to : state.scale;
  JsonOut out = JsonOut::array();
  for (const double number : {static_cast<double>(state.at.day), static_cast<double>(state.at.ms),
                              static_cast<double>(scale.anchor.day), static_cast<double>(scale.anchor.ms),
                              scale.anchor_px, scale.ms_per_px, state.map.zoom, state.map.pan.x,
                              state.map.pan.y, static_cast<double>(state.modes.grabbed)})
    out.push_back(number);
  for (const ActorIndex framed : state.modes.arrangement.framed)
    out.push_back(static_cast<double>(framed.value));
  return out;
}

std::optional<PastView> read_exact_view(std::string_view source, const Program& program) {
  const JsonOut json = JsonOut::parse(source.begin(), source.end(), nullptr, false);
  if (!json.is_object()) return std::nullopt;
  const std::vector<double> exact = numbers_in(json, "exact");
  if (exact.size() < kFramed || !is_instant(exact[kAtDay], exact[kAtMs]) ||
      !is_instant(exact[kAnchorDay], exact[kAnchorMs]) || exact[kMsPerPx] <= 0 || exact[kMapZoom] <= 0)
    return std::nullopt;
  const Story& story = program.story();
  PastView view;
  view.at = instant(exact[kAtDay], exact[kAtMs]);
  view.selected = story.find(text_in(json, "select"));
  view.scale = {instant(exact[kAnchorDay], exact[kAnchorMs]), exact[kAnchorPx], exact[kMsPerPx]};
  view.plot_width = program.state().plot_width;
  view.map = {exact[kMapZoom], {exact[kMapX], exact[kMapY]}};
  view.modes = modes_of(json, story);
  if (view.modes.compare && (exact[kGrabbed] == 1 || exact[kGrabbed] == 2))
    view.modes.grabbed = exact[kGrabbed] == 1 ? CompareEnd::kA : CompareEnd::kB;
  for (const double framed : std::span(exact).subspan(kFramed))
    if (framed >= 0 && framed < static_cast<double>(story.actors.size()))
      view.modes.arrangement.framed.push_back(ActorIndex(static_cast<std::uint32_t>(framed)));
  view.filter = filter_of(json, story);
  if (const Ref tour = story.find(text_in(json, "tour")); tour.kind == Kind::kTour)
    view.tour = {tour.index, static_cast<std::uint32_t>(std::clamp(number_in(json, "step"), 0.0, 1e6))};
  for (const std::uint32_t track : indexes(json, "folded", Kind::kTrack, story))
    view.folded.push_back({Kind::kTrack, track});
  sort_list(view.folded);
  return view;
}

}  // namespace tp
