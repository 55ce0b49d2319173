#include "app/map_scene.hpp"

#include <algorithm>
#include <array>

#include "app/map_drawn.hpp"
#include "app/map_emphasis.hpp"
#include "app/map_heading.hpp"
#include "app/map_labels.hpp"
#include "app/map_place.hpp"
#include "layout/edge_paths.hpp"

namespace tp {

namespace {

constexpr double kGhostOpacity = 0.55;
constexpr double kBadgeRadius = 7;
constexpr double kReach = 16;  // px that heads, rings and badges stand out from their curve or mark

bool is_ghost(EdgeRole role) {
  return role == EdgeRole::kPast || role == EdgeRole::kFuture;
}

class Builder {
 public:
  Builder(const MapPlan& plan, const MapFindings& findings, const State& state, const Story& story,
          const StoryIndex& index, const Shown& shown, EdgePathKeeper& paths)
      : plan_(plan),
        state_(state),
        story_(story),
        times_(index.phase_times),
        drawn_(choose_relations(state, story, index, findings, shown)),
        emphasis_(state, story, index, findings, drawn_, shown),
        paths_(paths),
        places_(place_actors(plan, state, story, index)),
        earth_(earth_share(plan, state)) {
    scene_.area = state.panes.map;
    if (earth_ > 0) add_ground(frame_of(ground_arrangement(), plan, state.panes, story, index));
  }

  const DrawnMap& drawn() const { return drawn_; }

  MapScene build() {
    count();
    add_nodes();
    add_edges();
    add_badges();
    if (earth_ >= 1) add_anchors();
    return std::move(scene_);
  }

 private:
  bool compact() const { return plan_.key.compact; }
  const Relation& relation_of(const DrawnRelation& drawn) const { return story_.relations[drawn.relation]; }

  void count() {
    scene_.relation_count = drawn_.relation_count;
    scene_.class_counts = drawn_.class_counts;
    std::vector<char> counted(story_.actors.size(), 0);
    const bool by_date = !state_.modes.compare && !state_.modes.brush;
    for (const DrawnRelation& drawn : drawn_.relations) {
      const Relation& relation = relation_of(drawn);
      if (is_ghost(drawn.role) || (by_date && times_.phase_at(drawn.relation, state_.at) < 0)) continue;
      counted[relation.from.at()] = counted[relation.to.at()] = 1;
    }
    scene_.actor_count = static_cast<std::size_t>(std::count(counted.begin(), counted.end(), 1));
  }

  double radius_of(std::size_t actor) const {
    return plan_.radius[actor] * (1 + (kGeoMarkScale - 1) * earth_);
  }

  void add_nodes() {
    std::vector<double> presence(story_.actors.size(), 0);
    for (const DrawnRelation& drawn : drawn_.relations) {
      const double opacity = drawn.opacity * (is_ghost(drawn.role) ? kGhostOpacity : 1);
      for (const ActorIndex actor : {relation_of(drawn).from, relation_of(drawn).to})
        presence[actor.at()] = std::max(presence[actor.at()], opacity);
    }
    node_of_actor_.assign(story_.actors.size(), 0);
    for (std::size_t i = 0; i < story_.actors.size(); ++i) {
      const bool wanted = emphasis_.is_wanted(i);
      if (presence[i] <= 0 && !wanted) continue;
      NodeMark node;
      node.ref = {Kind::kActor, static_cast<std::uint32_t>(i)};
      node.kind = story_.actors[i].kind;
      node.center = places_[i];
      node.radius = radius_of(i);
      if (node.radius >= 11) node.monogram = plan_.monograms[i];
      node.has_relations = presence[i] > 0;
      node.opacity = wanted ? 1 : std::max(presence[i], 0.0);
      node.emphasis = emphasis_.of_actor(i);
      node_of_actor_[i] = static_cast<std::uint32_t>(scene_.nodes.size());
      scene_.nodes.push_back(std::move(node));
    }
  }

  void add_edges() {
    EdgePathRequest request;
    const bool large = is_large_map(story_);
    if (large) {
      for (std::size_t i = 0; i < places_.size(); ++i) request.nodes.push_back({places_[i], radius_of(i)});
    } else {
      for (const NodeMark& node : scene_.nodes) request.nodes.push_back({node.center, node.radius});
    }
    const auto node_of = [&](ActorIndex actor) { return large ? actor.value : node_of_actor_[actor.at()]; };
    request.edges.reserve(drawn_.relations.size());
    for (const DrawnRelation& drawn : drawn_.relations) {
      const Relation& relation = relation_of(drawn);
      request.edges.push_back({node_of(relation.from), node_of(relation.to), relation.directed, 2});
    }
    const std::vector<EdgePath> paths = paths_.trace(request);
    scene_.edges.reserve(paths.size());
    for (std::size_t i = 0; i < paths.size(); ++i) add_edge(drawn_.relations[i], paths[i]);
  }

  void add_edge(const DrawnRelation& drawn, const EdgePath& path) {
    const Relation& relation = relation_of(drawn);
    const Phase& phase = relation.phases[drawn.phase];
    EdgeMark& edge = scene_.edges.emplace_back();
    edge.ref = {Kind::kRelation, drawn.relation};
    edge.phase = drawn.phase;
    edge.curve = path.curve;
    edge.width = (1 + 2.6 * static_cast<double>(phase.strength)) * (compact() ? 0.8 : 1) *
                 std::max(0.3, plan_.crowding);
    edge.valence = phase.valence;
    edge.dash = dash_of(drawn.look);
    edge.arrow = relation.directed;
    edge.tip = path.tip;
    edge.tip_direction = path.tip_direction;
    edge.opacity = drawn.opacity * (is_ghost(drawn.role) ? kGhostOpacity : 1);
    edge.glow = drawn.glow;
    edge.emphasis = emphasis_.of_relation(drawn);
    edge.role = drawn.role;
    edge.on_chain = emphasis_.on_chain(drawn);
    if (is_ghost(drawn.role)) edge.width = compact() ? 0.9 : 1.1;
    if (drawn.before >= 0) {
      const Phase& before = relation.phases[static_cast<std::size_t>(drawn.before)];
      edge.before_valence = before.valence;
      edge.before_dash = dash_of(class_of(before));
    }
  }

  // While actors leave the geographic map its ground is that of the arrangement they leave.
  const MapArrangement& ground_arrangement() const {
    return is_on_earth(state_.modes.arrangement, plan_) ? state_.modes.arrangement : state_.move.before;
  }

  // Degrees to plan px, to the pane, to the reader's zoom: all products and shifts along either axis.
  void add_ground(const MapFrame& frame) {
    GeoScene& geo = scene_.geo;
    geo.opacity = earth_;
    geo.frame = plan_.geo.frame;
    geo.frame.px_per_lon *= frame.scale_x * state_.map.zoom;
    geo.frame.px_per_lat *= frame.scale_y * state_.map.zoom;
    geo.frame.origin = place_of_anchor(plan_.geo.frame.origin, frame, state_);
  }

  void add_anchors() {
    for (const NodeMark& node : scene_.nodes) {
      const Actor& actor = story_.actors[node.ref.index];
      if (!actor.geo) continue;
      const Point at = scene_.geo.frame.apply(*actor.geo);
      const Point way = node.center - at;
      if (way.x * way.x + way.y * way.y > node.radius * node.radius)
        scene_.geo.anchors.push_back({node.ref, at, node.center});
    }
  }

  // On its relation's middle, or along from there where another sign or a mark is in the way.
  void add_badges() {
    for (const EdgeMark& edge : scene_.edges) {
      const bool changed =
          edge.role == EdgeRole::kGained || edge.role == EdgeRole::kLost || edge.role == EdgeRole::kFlipped;
      if (!changed) continue;
      EdgeBadge badge{edge.ref,     edge.role,    bezier_at(edge.curve, 0.5),
                      kBadgeRadius, edge.valence, edge.emphasis};
      for (const double t : {0.5, 0.4, 0.6, 0.3, 0.7, 0.22, 0.78}) {
        const Point p = bezier_at(edge.curve, t);
        if (!is_free(p)) continue;
        badge.center = p;
        break;
      }
      scene_.badges.push_back(badge);
    }
  }

  bool is_free(Point p) const {
    const auto near = [p](Point q, double reach) {
      return (p.x - q.x) * (p.x - q.x) + (p.y - q.y) * (p.y - q.y) < reach * reach;
    };
    return std::none_of(scene_.badges.begin(), scene_.badges.end(),
                        [&](const EdgeBadge& other) { return near(other.center, 2 * kBadgeRadius + 2); }) &&
           std::none_of(scene_.nodes.begin(), scene_.nodes.end(), [&](const NodeMark& node) {
             return near(node.center, node.radius + kBadgeRadius + 2);
           });
  }

  const MapPlan& plan_;
  const State& state_;
  const Story& story_;
  const PhaseTimes& times_;
  DrawnMap drawn_;
  MapEmphasis emphasis_;
  EdgePathKeeper& paths_;
  std::vector<Point> places_;
  double earth_ = 0;
  std::vector<std::uint32_t> node_of_actor_;
  MapScene scene_;
};

// Where labels may stand: the pane, or as much more as the reader has zoomed in.
Rect label_bounds(const MapScene& scene, double legend_top, double zoom) {
  const Rect& a = scene.area;
  const double top = scene.counts.text.empty() ? 30 : scene.counts.rect.bottom() - a.y + 4;
  const Rect pane{a.x + 4, a.y + top, a.width - 8, std::max(0.0, legend_top - a.y - top)};
  if (zoom <= 1) return pane;
  const Point c = a.center();
  return {c.x + (pane.x - c.x) * zoom, c.y + (pane.y - c.y) * zoom, pane.width * zoom, pane.height * zoom};
}

Rect bounds_of(const std::array<Point, 4>& curve) {
  const auto [left, right] = std::minmax({curve[0].x, curve[1].x, curve[2].x, curve[3].x});
  const auto [top, bottom] = std::minmax({curve[0].y, curve[1].y, curve[2].y, curve[3].y});
  return {left, top, right - left, bottom - top};
}

EdgeMark moved(EdgeMark edge, Point by) {
  for (Point& p : edge.curve) p = p + by;
  edge.tip = edge.tip + by;
  return edge;
}

}  // namespace

std::optional<EdgeMark> find_edge(const MapScene& map, Ref relation) {
  for (const EdgeMark& edge : map.edges)
    if (edge.ref == relation) return edge;
  if (map.whole)
    for (const EdgeMark& edge : map.whole->edges)
      if (edge.ref == relation) return moved(edge, map.offset);
  return std::nullopt;
}

MapScene map_picture(const MapPlan& plan, const MapFindings& findings, const State& state, const Story& story,
                     const StoryIndex& index, const Shown& shown, const TextMeasurer& measurer,
                     EdgePathKeeper& paths) {
  if (state.panes.map.empty() || plan.positions.size() != story.actors.size()) {
    MapScene nothing;
    nothing.area = state.panes.map;
    return nothing;
  }
  Builder builder(plan, findings, state, story, index, shown, paths);
  MapScene scene = builder.build();
  add_map_heading(scene, builder.drawn(), findings, state, story, measurer);
  const double legend_top = add_map_legend(scene, builder.drawn(), state, measurer);
  add_map_labels(scene, label_bounds(scene, legend_top, state.map.zoom), plan, state, story, measurer);
  return scene;
}

void MapPainter::paint(MapScene& scene, const MapPlan& plan, const MapFindings& findings, const State& state,
                       const Story& story, const StoryIndex& index, const Finder& finder,
                       const TextMeasurer& measurer) {
  if (!key_ || !key_->is_of(state, finder.revision())) {
    picture_ = map_picture(plan, findings, state, story, index, finder.shown(), measurer, paths_);
    picture_.moving = state.change.progress < 1 || state.move.progress < 1;
    key_ = Key{state.panes, state.map.zoom, state.at,       state.change,     state.modes,
               state.move,  state.selected, state.language, finder.revision()};
    ++generation_;
  }
  show(scene, state, story);
}

// Words that were moved under the heading or the legend would be cut by it.
bool lies_under_words(const MapScene& scene, const Rect& rect) {
  for (const LabelBox* label : {&scene.as_of, &scene.as_of_date, &scene.counts, &scene.geo.note})
    if (!label->text.empty() && label->rect.overlaps(rect)) return true;
  return std::any_of(scene.legend.begin(), scene.legend.end(), [&](const LegendEntry& entry) {
    return entry.label.rect.overlaps(rect) || entry.sample.grown(4).overlaps(rect);
  });
}

// Of the picture what is in the pane, where it is now. All that is copied is copied over what was there.
void MapPainter::show(MapScene& scene, const State& state, const Story& story) const {
  const Point by = state.map.pan;
  const Rect area = picture_.area.grown(kReach);
  scene.area = picture_.area;
  scene.generation = generation_;
  scene.offset = by;
  scene.whole = &picture_;
  scene.moving = picture_.moving;
  scene.arranging = {};
  scene.as_of = picture_.as_of;
  scene.as_of_date = picture_.as_of_date;
  scene.counts = picture_.counts;
  scene.actor_count = picture_.actor_count;
  scene.relation_count = picture_.relation_count;
  scene.class_counts = picture_.class_counts;
  scene.geo = picture_.geo;
  scene.geo.frame.origin = scene.geo.frame.origin + by;
  for (GeoAnchor& anchor : scene.geo.anchors) anchor.at = anchor.at + by, anchor.mark = anchor.mark + by;
  scene.legend = picture_.legend;
  for (std::size_t i = 0; i < scene.legend.size(); ++i)
    scene.legend[i].hovered = state.hovered_legend == static_cast<int>(i);
  const bool pointed_at_only = is_large_map(story);
  scene.edges.clear();
  for (const EdgeMark& edge : picture_.edges) {
    const bool hovered = state.hovered == edge.ref;
    if (pointed_at_only && !hovered) continue;
    if (!area.overlaps(bounds_of(edge.curve).grown(1).moved(by.x, by.y))) continue;
    scene.edges.push_back(moved(edge, by));
    scene.edges.back().hovered = hovered;
  }
  Refill<NodeMark> nodes(scene.nodes);
  for (const NodeMark& node : picture_.nodes) {
    const Point at = node.center + by;
    if (!area.overlaps(Rect{at.x, at.y, 0, 0}.grown(node.radius))) continue;
    NodeMark& drawn = nodes.next();
    drawn = node;
    drawn.center = at;
    drawn.hovered = state.hovered == node.ref;
  }
  scene.badges.clear();
  for (const EdgeBadge& badge : picture_.badges) {
    scene.badges.push_back(badge);
    scene.badges.back().center = badge.center + by;
  }
  Refill<LabelBox> labels(scene.labels);
  for (const LabelBox& label : picture_.labels) {
    const Rect rect = label.rect.moved(by.x, by.y);
    if (!area.overlaps(rect) || lies_under_words(scene, rect)) continue;
    LabelBox& drawn = labels.next();
    drawn = label;
    drawn.rect = rect;
  }
}

}  // namespace tp
