#include "app/map_scene.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "app/moments.hpp"
#include "app/playback.hpp"
#include "app/words.hpp"
#include "layout/edge_paths.hpp"
#include "layout/label_placement.hpp"

namespace tp {

namespace {

constexpr double kGhost = 0.35;              // a selected relation that does not hold now
constexpr std::size_t kMostQuietLabels = 7;  // of relations that the selection does not concern
constexpr std::array<std::string_view, 6> kTalks{"mediates", "lobbies", "negotiates",
                                                 "consults", "hosts",   "advises"};

bool is_talk(std::string_view type) {
  return std::find(kTalks.begin(), kTalks.end(), type) != kTalks.end();
}

// A relation to be drawn: its phase, and how much of it is there.
struct Drawn {
  std::uint32_t relation = 0;
  std::uint32_t phase = 0;
  double opacity = 1;
  double glow = 0;
};

class Builder {
 public:
  Builder(const MapPlan& plan, const State& state, const Story& story, const StoryIndex& index,
          const TextMeasurer& measurer)
      : plan_(plan),
        state_(state),
        story_(story),
        index_(index),
        measurer_(measurer),
        words_(words_in(state.language)) {
    scene_.area = state.panes.map;
  }

  MapScene build() {
    if (scene_.area.empty() || plan_.positions.size() != story_.actors.size()) return std::move(scene_);
    find_drawn();
    add_nodes();
    add_edges();
    add_labels();
    add_heading();
    add_legend();
    return std::move(scene_);
  }

 private:
  bool compact() const { return plan_.key.compact; }

  Point place(std::size_t actor) const {
    const Rect plot = map_plot(state_.panes);
    const Point p = plan_.positions[actor];
    const Point fitted{plot.x + p.x / plan_.key.area.width * plot.width,
                       plot.y + p.y / plan_.key.area.height * plot.height};
    const Point middle = scene_.area.center();
    return middle + (fitted - middle) * state_.map.zoom + state_.map.pan;
  }

  bool concerns(const Relation& relation) const {
    switch (state_.selected.kind) {
      case Kind::kRelation:
        return &story_.relations[state_.selected.index] == &relation;
      case Kind::kActor:
        return relation.from.value == state_.selected.index || relation.to.value == state_.selected.index;
      case Kind::kEvent: {
        const auto rows = index_.relations_of_event.of(state_.selected.index);
        const auto self = static_cast<std::size_t>(&relation - story_.relations.data());
        return std::find(rows.begin(), rows.end(), RelationIndex(self)) != rows.end();
      }
      default:
        return false;
    }
  }

  bool concerns_actor(std::size_t actor) const {
    switch (state_.selected.kind) {
      case Kind::kActor:
        return state_.selected.index == actor;
      case Kind::kRelation: {
        const Relation& relation = story_.relations[state_.selected.index];
        return relation.from.value == actor || relation.to.value == actor;
      }
      case Kind::kEvent: {
        const auto& actors = story_.events[state_.selected.index].actors;
        return std::find(actors.begin(), actors.end(), ActorIndex(actor)) != actors.end();
      }
      default:
        return false;
    }
  }

  bool dims_others() const {
    return state_.selected.kind == Kind::kActor || state_.selected.kind == Kind::kRelation;
  }

  void find_drawn() {
    const double share = change_share(state_);
    const double glow = glow_share(state_);
    for (std::size_t i = 0; i < story_.relations.size(); ++i) {
      const Relation& relation = story_.relations[i];
      const int now = phase_at(relation, state_.at);
      const int before = state_.change.progress < 1 ? phase_at(relation, state_.change.from) : now;
      const auto id = static_cast<std::uint32_t>(i);
      if (now >= 0) {
        const bool changed = now != before;
        drawn_.push_back(
            {id, static_cast<std::uint32_t>(now), changed && before < 0 ? share : 1, changed ? glow : 0});
        relation_count_ += 1;
      } else if (before >= 0 && share < 1) {
        drawn_.push_back({id, static_cast<std::uint32_t>(before), 1 - share, 0});
      } else if (state_.selected == Ref{Kind::kRelation, id} && !relation.phases.empty()) {
        drawn_.push_back({id, nearest_phase(relation), kGhost, 0});
      }
    }
  }

  std::uint32_t nearest_phase(const Relation& relation) const {
    std::uint32_t best = 0;
    for (std::uint32_t i = 0; i < relation.phases.size(); ++i)
      if (relation.phases[i].when.outer().begin <= state_.at) best = i;
    return best;
  }

  void add_nodes() {
    std::vector<double> presence(story_.actors.size(), 0);
    std::vector<char> counted(story_.actors.size(), 0);
    for (const Drawn& drawn : drawn_) {
      const Relation& relation = story_.relations[drawn.relation];
      for (ActorIndex actor : {relation.from, relation.to}) {
        presence[actor.at()] = std::max(presence[actor.at()], drawn.opacity);
        if (phase_at(relation, state_.at) >= 0) counted[actor.at()] = 1;
      }
    }
    node_of_actor_.assign(story_.actors.size(), -1);
    for (std::size_t i = 0; i < story_.actors.size(); ++i) {
      actor_count_ += static_cast<std::size_t>(counted[i]);
      const bool wanted = concerns_actor(i);
      if (presence[i] <= 0 && !wanted) continue;
      NodeMark node;
      node.ref = {Kind::kActor, static_cast<std::uint32_t>(i)};
      node.kind = story_.actors[i].kind;
      node.center = place(i);
      node.radius = plan_.radius[i];
      if (node.radius >= 11) node.monogram = plan_.monograms[i];
      node.has_relations = presence[i] > 0;
      node.opacity = wanted ? 1 : std::max(presence[i], 0.0);
      node.hovered = state_.hovered == node.ref;
      node.emphasis = node_emphasis(i, node.ref);
      node_of_actor_[i] = static_cast<int>(scene_.nodes.size());
      scene_.nodes.push_back(std::move(node));
    }
  }

  Emphasis node_emphasis(std::size_t actor, Ref ref) const {
    if (state_.selected == ref) return Emphasis::kSelected;
    if (concerns_actor(actor)) return Emphasis::kRelated;
    if (!dims_others()) return Emphasis::kNormal;
    if (state_.selected.kind == Kind::kActor) {
      for (const Drawn& drawn : drawn_) {
        const Relation& relation = story_.relations[drawn.relation];
        if (concerns(relation) && (relation.from.value == actor || relation.to.value == actor))
          return Emphasis::kNormal;
      }
    }
    return Emphasis::kDimmed;
  }

  void add_edges() {
    EdgePathRequest request;
    for (const NodeMark& node : scene_.nodes) request.nodes.push_back({node.center, node.radius});
    for (const Drawn& drawn : drawn_) {
      const Relation& relation = story_.relations[drawn.relation];
      request.edges.push_back({static_cast<std::uint32_t>(node_of_actor_[relation.from.at()]),
                               static_cast<std::uint32_t>(node_of_actor_[relation.to.at()]),
                               relation.directed, 2});
    }
    paths_ = trace_edges(request);
    for (std::size_t i = 0; i < drawn_.size(); ++i) {
      const Drawn& drawn = drawn_[i];
      const Relation& relation = story_.relations[drawn.relation];
      const Phase& phase = relation.phases[drawn.phase];
      const EdgePath& path = paths_[i];
      EdgeMark edge;
      edge.ref = {Kind::kRelation, drawn.relation};
      edge.phase = drawn.phase;
      edge.curve = path.curve;
      edge.width = (1 + 2.6 * static_cast<double>(phase.strength)) * (compact() ? 0.8 : 1) *
                   std::max(0.3, plan_.crowding);
      edge.valence = phase.valence;
      edge.dash = dash_of(phase);
      edge.arrow = relation.directed;
      edge.tip = path.tip;
      edge.tip_direction = path.tip_direction;
      edge.hovered = state_.hovered == edge.ref;
      edge.opacity = drawn.opacity;
      edge.glow = drawn.glow;
      edge.emphasis = state_.selected == edge.ref              ? Emphasis::kSelected
                      : concerns(relation)                     ? Emphasis::kRelated
                      : dims_others() || event_has_relations() ? Emphasis::kDimmed
                                                               : Emphasis::kNormal;
      scene_.edges.push_back(edge);
    }
  }

  bool event_has_relations() const {
    return state_.selected.kind == Kind::kEvent &&
           !index_.relations_of_event.of(state_.selected.index).empty();
  }

  void add_labels() {
    LabelRequest request;
    request.bounds = {scene_.area.x + 4, scene_.area.y + 30, scene_.area.width - 8, scene_.area.height - 56};
    // Zoomed in, the pane shows a part that panning moves: words go where they would in a pane that shows
    // all.
    if (state_.map.zoom > 1) request.bounds = scaled_about_middle(request.bounds, state_.map.zoom);
    request.gap_px = 3;
    std::vector<LabelBox> wanted;
    for (const NodeMark& node : scene_.nodes) {
      request.obstacles.push_back(
          {node.center.x - node.radius, node.center.y - node.radius, 2 * node.radius, 2 * node.radius});
    }
    for (std::size_t i = 0; i < scene_.nodes.size(); ++i) want_node_label(i, request, wanted);
    want_edge_labels(request, wanted);
    const std::vector<PlacedLabel> placed = place_labels(request);
    // No community is named while there is room for the name of another only.
    bool every_community = true;
    for (std::size_t i = 0; i < placed.size(); ++i)
      every_community = every_community && (placed[i].shown || !is_community(wanted[i].ref));
    for (std::size_t i = 0; i < placed.size(); ++i) {
      const bool left_out =
          is_community(wanted[i].ref) && !every_community && wanted[i].emphasis != Emphasis::kSelected;
      if (!placed[i].shown || left_out) continue;
      wanted[i].rect = placed[i].rect;
      scene_.labels.push_back(std::move(wanted[i]));
    }
  }

  Rect scaled_about_middle(const Rect& rect, double by) const {
    const Point middle = scene_.area.center();
    return {middle.x + (rect.x - middle.x) * by, middle.y + (rect.y - middle.y) * by, rect.width * by,
            rect.height * by};
  }

  bool is_community(Ref ref) const {
    return ref.kind == Kind::kActor && story_.actors[ref.index].kind == ActorKind::kCommunity;
  }

  void want_node_label(std::size_t i, LabelRequest& request, std::vector<LabelBox>& wanted) const {
    const NodeMark& node = scene_.nodes[i];
    const bool strong = node.emphasis == Emphasis::kSelected || node.emphasis == Emphasis::kRelated ||
                        plan_.weight[node.ref.index] > 0.55;
    LabelBox box;
    box.text = plan_.names[node.ref.index];
    box.style = strong ? TextStyle::kLabelStrong : TextStyle::kLabel;
    box.emphasis = node.emphasis;
    box.ref = node.ref;
    box.opacity = node.opacity;
    box.halo = true;
    LabelItem item;
    item.size = measurer_.measure(box.text, box.style);
    item.own_obstacle = static_cast<std::uint32_t>(i);
    item.priority = 10 + 10 * plan_.weight[node.ref.index] + (node.hovered ? 40 : 0);
    // None of them is left out for want of importance.
    if (node.kind == ActorKind::kCommunity) item.priority += 18;
    if (node.emphasis == Emphasis::kRelated) item.priority += 20;
    if (node.emphasis == Emphasis::kSelected) item.priority += 50;
    item.required = node.emphasis == Emphasis::kSelected;
    const double ring = strong && node.emphasis != Emphasis::kNormal ? 4 : 0;
    const double reach = node.radius + ring + 3;
    const Point c = node.center;
    const double w = item.size.width, h = item.size.height, diagonal = reach * 0.72;
    item.candidates = {{c.x - w / 2, c.y + reach},           {c.x + reach + 1, c.y - h / 2},
                       {c.x - reach - 1 - w, c.y - h / 2},   {c.x - w / 2, c.y - reach - h},
                       {c.x + diagonal, c.y + diagonal},     {c.x - diagonal - w, c.y + diagonal},
                       {c.x + diagonal, c.y - diagonal - h}, {c.x - diagonal - w, c.y - diagonal - h}};
    request.items.push_back(std::move(item));
    wanted.push_back(std::move(box));
  }

  void want_edge_labels(LabelRequest& request, std::vector<LabelBox>& wanted) const {
    std::vector<std::size_t> order(scene_.edges.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    const auto rank = [&](std::size_t i) {
      const EdgeMark& edge = scene_.edges[i];
      const Phase& phase = story_.relations[edge.ref.index].phases[edge.phase];
      const double about = edge.emphasis == Emphasis::kSelected  ? 60
                           : edge.emphasis == Emphasis::kRelated ? 12
                                                                 : 0;
      return about + (edge.hovered ? 50 : 0) + 4 * static_cast<double>(phase.strength) +
             std::abs(edge.valence) + 4 * edge.glow;
    };
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return rank(a) > rank(b); });
    std::size_t quiet = 0;
    for (std::size_t i : order) {
      const EdgeMark& edge = scene_.edges[i];
      const bool concerned =
          edge.emphasis == Emphasis::kRelated || edge.emphasis == Emphasis::kSelected || edge.hovered;
      if (!concerned && (edge.emphasis == Emphasis::kDimmed || compact() || quiet++ >= kMostQuietLabels))
        continue;
      const Phase& phase = story_.relations[edge.ref.index].phases[edge.phase];
      LabelBox box;
      box.text = std::string(phase.label.in(state_.language));
      if (box.text.empty()) continue;
      box.style = TextStyle::kSmall;
      box.ink = {Ink::Role::kValence, edge.valence};
      box.emphasis = edge.emphasis;
      box.ref = edge.ref;
      box.opacity = edge.opacity;
      box.halo = true;
      LabelItem item;
      item.size = measurer_.measure(box.text, box.style);
      item.priority = concerned ? 9 + rank(i) / 10 : rank(i) / 10;
      item.required = edge.emphasis == Emphasis::kSelected;
      for (double t : {0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74}) {
        const Point p = bezier_at(edge.curve, t);
        item.candidates.push_back({p.x - item.size.width / 2, p.y - item.size.height / 2});
      }
      request.items.push_back(std::move(item));
      wanted.push_back(std::move(box));
    }
  }

  LabelBox line(std::string text, TextStyle style, Ink ink, double x, double middle) const {
    LabelBox box;
    const Size size = measurer_.measure(text, style);
    box.rect = {x, middle - size.height / 2, size.width, size.height};
    box.text = std::move(text);
    box.style = style;
    box.ink = ink;
    return box;
  }

  void add_heading() {
    const double x = scene_.area.x + (compact() ? 16 : 24);
    const double y = scene_.area.y + 20;
    scene_.as_of = line(std::string(words_.as_of), TextStyle::kLabel, {Ink::Role::kMuted}, x, y);
    const std::string date = playhead_words(story_, state_.selected, state_.at, state_.language, false);
    scene_.as_of_date = line(date, TextStyle::kLabelStrong, {}, scene_.as_of.rect.right() + 5, y);
    const std::string counts =
        fill(words_.counts, {std::to_string(actor_count_), std::to_string(story_.actors.size()),
                             std::to_string(relation_count_)});
    scene_.counts = line("\u00b7 " + counts, TextStyle::kLabel, {Ink::Role::kMuted},
                         scene_.as_of_date.rect.right() + 5, y);
    if (scene_.counts.rect.right() > scene_.area.right() - 8) scene_.counts.text.clear();
  }

  // Made from what is on screen: a form that nothing has is not explained.
  void add_legend() {
    struct Form {
      std::string_view words;
      int valence;
      Dash dash;
    };
    const std::array<Form, 5> forms{{{words_.close, 2, Dash::kSolid},
                                     {words_.neutral, 0, Dash::kSolid},
                                     {words_.hostile, -2, Dash::kDashed},
                                     {words_.talks, 0, Dash::kDotted},
                                     {words_.contested, 0, Dash::kDashDot}}};
    double x = scene_.area.x + (compact() ? 16 : 24);
    const double y = scene_.area.bottom() - 20;
    for (const Form& form : forms) {
      const bool seen = std::any_of(scene_.edges.begin(), scene_.edges.end(), [&](const EdgeMark& edge) {
        return edge.dash == form.dash &&
               (form.dash != Dash::kSolid || (form.valence > 0) == (edge.valence > 0));
      });
      if (!seen) continue;
      LegendEntry entry;
      entry.sample = {x, y - 1, compact() ? 18.0 : 26.0, 2};
      entry.valence = form.valence;
      entry.dash = form.dash;
      entry.label =
          line(std::string(form.words), TextStyle::kSmall, {Ink::Role::kMuted}, entry.sample.right() + 6, y);
      if (entry.label.rect.right() > scene_.area.right() - 8) break;
      x = entry.label.rect.right() + (compact() ? 12 : 20);
      scene_.legend.push_back(std::move(entry));
    }
  }

  const MapPlan& plan_;
  const State& state_;
  const Story& story_;
  const StoryIndex& index_;
  const TextMeasurer& measurer_;
  const Words& words_;
  MapScene scene_;
  std::vector<Drawn> drawn_;
  std::vector<EdgePath> paths_;
  std::vector<int> node_of_actor_;
  std::size_t actor_count_ = 0;
  std::size_t relation_count_ = 0;
};

}  // namespace

Dash dash_of(const Phase& phase) {
  if (phase.status != Status::kFact) return Dash::kDashDot;
  if (is_talk(phase.type)) return Dash::kDotted;
  return phase.valence < 0 ? Dash::kDashed : Dash::kSolid;
}

MapScene map_scene(const MapPlan& plan, const State& state, const Story& story, const StoryIndex& index,
                   const TextMeasurer& measurer) {
  return Builder(plan, state, story, index, measurer).build();
}

}  // namespace tp
