#include "app/map_plan.hpp"

#include <algorithm>
#include <cmath>

#include "layout/overlap_removal.hpp"

namespace tp {

namespace {

constexpr double kStep = 48;  // px of the pane that change nothing
constexpr double kLeast = 144;
constexpr double kMostCovered = 0.2;  // of the plot, by marks: more of them are smaller
constexpr double kLeastRadius = 2.5;
constexpr double kMarkRoom = 10;            // between two marks: a line and an arrow head fit
constexpr std::int64_t kApartUnits = 8000;  // of work for each mark of thousands, about

double stepped(double px) {
  return std::max(kLeast, std::round(px / kStep) * kStep);
}

bool is_upper(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

// Two or three letters that stand for a name: the short name itself where it is that short, else initials.
std::string monogram_of(const Actor& actor) {
  if (actor.kind != ActorKind::kState) return {};
  const std::string_view brief = actor.short_name.in("");
  if (brief.size() <= 3 && is_upper(brief)) return std::string(brief);
  const std::string_view name = actor.name.in("");
  std::string initials;
  bool word_begins = true;
  for (char c : name) {
    if (word_begins && c >= 'A' && c <= 'Z') initials += c;
    word_begins = c == ' ' || c == '-';
  }
  if (initials.size() >= 2) return initials.substr(0, 3);
  // The first two letters, whole code points.
  std::string two;
  int letters = 0;
  for (std::size_t i = 0; i < name.size() && letters < 2; ++letters) {
    std::size_t next = i + 1;
    while (next < name.size() && (static_cast<unsigned char>(name[next]) & 0xc0) == 0x80) ++next;
    two += name.substr(i, next - i);
    i = next;
  }
  return two;
}

std::vector<double> weights(const Story& story, const StoryIndex& index) {
  std::vector<double> weight(story.actors.size(), 0);
  double most = 1;
  for (std::size_t i = 0; i < weight.size(); ++i) {
    weight[i] =
        static_cast<double>(index.events_of_actor.of(i).size() + 2 * index.relations_of_actor.of(i).size());
    most = std::max(most, weight[i]);
  }
  for (double& w : weight) w /= most;
  return weight;
}

// Marks of thousands of actors would cover the map and each other; their words need room too.
double crowding(const MapPlan& plan) {
  double covered = 0;
  for (const double radius : plan.radius) covered += 3.1416 * radius * radius;
  const double allowed = kMostCovered * plan.key.area.width * plan.key.area.height;
  return covered > allowed ? std::sqrt(allowed / covered) : 1;
}

// An author's hints are made for one size of picture. In another the marks keep their size, so those that
// would touch are moved apart, as little as it takes; words find their own room.
Paced<> pull_marks_apart(MapPlan& plan) {
  BoxSet boxes;
  boxes.centers = plan.positions;
  const double room = kMarkRoom * plan.crowding;
  for (const double radius : plan.radius) boxes.sizes.push_back({2 * radius + room, 2 * radius + room});
  boxes.fixed.assign(plan.positions.size(), 0);
  const Rect bounds{-kMarkRoom, -kMarkRoom, plan.key.area.width + 2 * kMarkRoom,
                    plan.key.area.height + 2 * kMarkRoom};
  co_await remove_overlaps(boxes, bounds);
  plan.positions = std::move(boxes.centers);
}

std::vector<Point> found_again(const FormerPlaces& former, const Story& story) {
  std::vector<Point> previous(story.actors.size(), kNowhere);
  for (const auto& [id, place] : former.places) {
    const Ref ref = story.find(id);
    if (ref.kind == Kind::kActor) previous[ref.index] = place;
  }
  return previous;
}

// All of a plan that takes no layout.
MapPlan with_marks(const MapPlanKey& key, const Story& story, const StoryIndex& index) {
  MapPlan plan;
  plan.key = key;
  plan.weight = weights(story, index);
  const double scale = key.compact ? 0.72 : 1;
  for (std::size_t i = 0; i < story.actors.size(); ++i) {
    const double share = std::sqrt(plan.weight[i]);
    const bool state = story.actors[i].kind == ActorKind::kState;
    plan.radius.push_back((state ? 13 + 15 * share : 9 + 6 * share) * scale);
    plan.names.emplace_back(map_name(story.actors[i], key.language));
    plan.monograms.push_back(monogram_of(story.actors[i]));
  }
  plan.crowding = crowding(plan);
  if (plan.crowding < 1)
    for (double& radius : plan.radius) radius = std::max(kLeastRadius, radius * plan.crowding);
  return plan;
}

GraphLayoutRequest ask_for_places(const MapPlan& plan, const Story& story, const TextMeasurer& measurer,
                                  const FormerPlaces& former) {
  GraphLayoutRequest request;
  request.area = plan.key.area;
  request.asks_stress = false;
  std::vector<std::string_view> groups;
  for (std::size_t i = 0; i < story.actors.size(); ++i) {
    const Actor& actor = story.actors[i];
    GraphNode node;
    // Where there are so many, only some get words, and those take what is free.
    if (plan.crowding < 1) {
      node.size = {2 * plan.radius[i] + 2, 2 * plan.radius[i] + 2};
    } else {
      const Size name = measurer.measure(plan.names[i], TextStyle::kLabel);
      node.size = {std::max(2 * plan.radius[i], name.width) + 6, 2 * plan.radius[i] + name.height + 6};
    }
    if (actor.position)
      node.hint = Point{(actor.position->x + 1) / 2 * plan.key.area.width,
                        (actor.position->y + 1) / 2 * plan.key.area.height};
    if (!actor.group.empty()) {
      const auto found = std::find(groups.begin(), groups.end(), actor.group);
      node.group = static_cast<std::uint32_t>(found - groups.begin()) + 1;
      if (found == groups.end()) groups.push_back(actor.group);
    }
    request.nodes.push_back(node);
  }
  for (const Relation& relation : story.relations)
    request.edges.push_back({relation.from.value, relation.to.value});
  if (former.area == plan.key.area) request.previous = found_again(former, story);
  return request;
}

}  // namespace

FormerPlaces places_of(const MapPlan& plan, const Story& story) {
  FormerPlaces former{plan.key.area, {}};
  for (std::size_t i = 0; i < plan.positions.size() && i < story.actors.size(); ++i)
    former.places.emplace_back(story.actors[i].id, plan.positions[i]);
  return former;
}

std::string_view map_name(const Actor& actor, std::string_view language) {
  const std::string_view brief = actor.short_name.in(language);
  const bool letters = actor.kind == ActorKind::kState && brief.size() <= 3;
  return brief.empty() || letters ? actor.name.in(language) : brief;
}

Rect map_plot(const Panes& panes) {
  const bool compact = panes.kind == LayoutKind::kNarrow;
  const double side = compact ? 34 : 62;
  const double top = compact ? 46 : 52;
  const double bottom = compact ? 68 : 58;
  const Rect& a = panes.map;
  return {a.x + side, a.y + top, std::max(1.0, a.width - 2 * side), std::max(1.0, a.height - top - bottom)};
}

MapPlanKey map_plan_key(const Panes& panes, const std::string& language) {
  MapPlanKey key;
  const Rect plot = map_plot(panes);
  key.area = {stepped(plot.width), stepped(plot.height)};
  key.compact = panes.kind == LayoutKind::kNarrow;
  key.language = language;
  return key;
}

MapPlanner::MapPlanner(const MapPlanKey& key, const Story& story, const StoryIndex& index,
                       const TextMeasurer& measurer, const FormerPlaces& former)
    : story_(story),
      plan_(with_marks(key, story, index)),
      request_(ask_for_places(plan_, story, measurer, former)),
      expected_(expected_work(request_) + kApartUnits * static_cast<std::int64_t>(story.actors.size())),
      run_(go_on()) {}

double MapPlanner::progress() const {
  return std::min(1.0, static_cast<double>(run_.units_done()) / static_cast<double>(expected_));
}

Paced<> MapPlanner::go_on() {
  plan_.positions = (co_await lay_out_graph(request_)).positions;
  co_await pull_marks_apart(plan_);
  plan_.geo = co_await place_on_earth(story_, plan_.radius, plan_.key.area);
}

}  // namespace tp
