#include "app/map_labels.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "app/lens.hpp"
#include "app/map_drawn.hpp"
#include "app/words.hpp"
#include "base/sort.hpp"
#include "layout/curve_grid.hpp"
#include "layout/edge_paths.hpp"
#include "layout/label_placement.hpp"

namespace tp {

namespace {

constexpr double kQuietLabels = 12;          // of relations that nothing asks for, at zoom 1
constexpr std::size_t kMostCommunities = 4;  // whose names are tried in every order
constexpr double kBeforeAll = 1000;          // priority of what has its place already
constexpr double kLongName = 74;             // px from which a name may be broken into two lines
constexpr double kLongNameCompact = 50;      // the same where there is little room
constexpr double kLineStep = 15;             // px between the baselines of a broken name
constexpr double kBesideWords = 5;  // px at either side of a relation's words, so that they join no name
constexpr double kMostNames = 400;  // tried on a large map, at zoom 1
constexpr std::size_t kMostLinesKeptOff = 2500;
constexpr std::uint32_t kMostLines = 6;  // crossings beyond which places do not differ

// The space nearest to the middle of a name, or npos.
std::size_t middle_space(std::string_view name) {
  std::size_t best = std::string_view::npos;
  const auto off = [&](std::size_t i) {
    return i * 2 > name.size() ? i * 2 - name.size() : name.size() - i * 2;
  };
  for (std::size_t i = 1; i + 1 < name.size(); ++i)
    if (name[i] == ' ' && (best == std::string_view::npos || off(i) < off(best))) best = i;
  return best;
}

// A relation or an actor by how much its words matter.
struct Ranked {
  double rank = 0;
  std::size_t of = 0;
};

constexpr auto comes_first = [](const Ranked& a, const Ranked& b) { return a.rank > b.rank; };

// The first `count` of the list in order; of equals the earlier. Costs one comparison for most of what is
// left out.
void keep_best(std::vector<Ranked>& list, std::size_t count) {
  if (list.size() > 2 * count) {
    std::vector<Ranked> best;
    best.reserve(2 * count);
    double least = -1e300;
    for (const Ranked& one : list) {
      if (one.rank <= least) continue;
      best.push_back(one);
      if (best.size() < 2 * count) continue;
      sort_list(best, comes_first);
      best.resize(count);
      if (count > 0) least = best.back().rank;
    }
    list = std::move(best);
  }
  sort_list(list, comes_first);
  if (list.size() > count) list.resize(count);
}

class Labeler {
 public:
  Labeler(MapScene& map, const Rect& bounds, const MapPlan& plan, const State& state, const Story& story,
          const TextMeasurer& measurer)
      : map_(map),
        plan_(plan),
        state_(state),
        story_(story),
        measurer_(measurer),
        words_(words_in(state.language)) {
    request_.bounds = bounds;
    request_.gap_px = 3;
  }

  void write() {
    for (const NodeMark& node : map_.nodes)
      request_.obstacles.push_back(
          {node.center.x - node.radius, node.center.y - node.radius, 2 * node.radius, 2 * node.radius});
    for (const EdgeBadge& badge : map_.badges)
      request_.obstacles.push_back(Rect{badge.center.x, badge.center.y, 0, 0}.grown(badge.radius));
    // In a thicket there is no place off the lines.
    for (std::size_t i = 0; i < map_.edges.size() && map_.edges.size() <= kMostLinesKeptOff; ++i) {
      const EdgeMark& edge = map_.edges[i];
      if (edge.opacity * (edge.emphasis == Emphasis::kDimmed ? 0.5 : 1) > 0.3) lines_.add(edge.curve);
    }
    find_worth_naming();
    for (std::size_t i = 0; i < map_.nodes.size(); ++i) want_name(i);
    settle_communities();
    want_relations();
    const std::vector<PlacedLabel> placed = place_labels(request_);
    publish(placed, place_otherwise(placed));
  }

 private:
  bool compact() const { return plan_.key.compact; }

  // The best places first: each line that runs through one counts as much as three steps down the list.
  void order_by_lines(LabelItem& item, std::uint32_t own) const {
    if (map_.edges.size() > kMostLinesKeptOff) return;
    std::vector<double> costs;
    for (std::size_t i = 0; i < item.candidates.size(); ++i) {
      const Rect rect{item.candidates[i].x, item.candidates[i].y, item.size.width, item.size.height};
      const std::uint32_t lines = lines_.count_through(rect, kMostLines + own);
      const double cost = 3.0 * (lines > own ? lines - own : 0) + static_cast<double>(i);
      std::size_t place = i;
      costs.push_back(cost);
      for (; place > 0 && costs[place - 1] > cost; --place) {
        std::swap(costs[place], costs[place - 1]);
        std::swap(item.candidates[place], item.candidates[place - 1]);
      }
    }
  }

  void around(const NodeMark& node, LabelItem& item, double gap) const {
    const bool ringed = node.emphasis == Emphasis::kSelected || node.emphasis == Emphasis::kRelated;
    const double reach = node.radius + (ringed ? 4 : 0) + gap;
    const Point c = node.center;
    const double w = item.size.width, h = item.size.height, diagonal = reach * 0.72;
    for (const Point p :
         {Point{c.x - w / 2, c.y + reach},           Point{c.x + reach + 1, c.y - h / 2},
          Point{c.x - reach - 1 - w, c.y - h / 2},   Point{c.x - w / 2, c.y - reach - h},
          Point{c.x + diagonal, c.y + diagonal},     Point{c.x - diagonal - w, c.y + diagonal},
          Point{c.x + diagonal, c.y - diagonal - h}, Point{c.x - diagonal - w, c.y - diagonal - h},
          Point{c.x - w * 0.25, c.y + reach},        Point{c.x - w * 0.75, c.y + reach},
          Point{c.x - w * 0.25, c.y - reach - h},    Point{c.x - w * 0.75, c.y - reach - h},
          Point{c.x - w * 0.1, c.y + reach},         Point{c.x - w * 0.9, c.y + reach},
          Point{c.x - w * 0.1, c.y - reach - h},     Point{c.x - w * 0.9, c.y - reach - h},
          Point{c.x + reach + 1, c.y - h * 0.2},     Point{c.x + reach + 1, c.y - h * 0.8},
          Point{c.x - reach - 1 - w, c.y - h * 0.2}, Point{c.x - reach - 1 - w, c.y - h * 0.8}})
      item.candidates.push_back(p);
  }

  // On a large map only so many names as there could be room for, of those that matter most. With the zoom
  // the room grows.
  void find_worth_naming() {
    const double most = kMostNames * std::max(1.0, state_.map.zoom * state_.map.zoom);
    const bool all = !is_large_map(story_) || static_cast<double>(map_.nodes.size()) <= most;
    worth_naming_.assign(map_.nodes.size(), all);
    if (all) return;
    std::vector<Ranked> order;
    for (std::size_t i = 0; i < map_.nodes.size(); ++i) order.push_back({name_priority(map_.nodes[i]), i});
    keep_best(order, static_cast<std::size_t>(most));
    for (const Ranked& one : order) worth_naming_[one.of] = true;
  }

  double name_priority(const NodeMark& node) const {
    double priority = 10 + 10 * plan_.weight[node.ref.index];
    if (node.emphasis == Emphasis::kRelated) priority += 20;
    if (node.emphasis == Emphasis::kDimmed) priority -= 9;
    if (node.emphasis == Emphasis::kSelected) priority += 50;
    return priority;
  }

  void want_name(std::size_t i) {
    const NodeMark& node = map_.nodes[i];
    if (!worth_naming_[i]) {
      broken_.push_back(false);
      request_.items.emplace_back();
      wanted_.emplace_back();
      return;
    }
    const bool strong = node.emphasis == Emphasis::kSelected || node.emphasis == Emphasis::kRelated ||
                        plan_.weight[node.ref.index] > 0.55;
    LabelBox box;
    box.text = plan_.names[node.ref.index];
    box.style = strong ? (compact() ? TextStyle::kSmallStrong : TextStyle::kLabelStrong)
                       : (compact() ? TextStyle::kSmall : TextStyle::kLabel);
    box.emphasis = node.emphasis;
    box.ref = node.ref;
    box.opacity = node.opacity;
    box.halo = true;
    LabelItem item;
    // Where there is little room, long names begin on two lines.
    broken_.push_back(compact() && may_break(box));
    item.size = name_size(box, broken_.back());
    item.own_obstacle = static_cast<std::uint32_t>(i);
    item.priority = name_priority(node);
    item.required = node.emphasis == Emphasis::kSelected;
    around(node, item, 3);
    around(node, item, 9);
    order_by_lines(item, 0);
    request_.items.push_back(std::move(item));
    wanted_.push_back(std::move(box));
  }

  bool is_own_claim(const EdgeMark& edge) const {
    const ActorIndex teller = state_.modes.told_by;
    const Phase& phase = story_.relations[edge.ref.index].phases[edge.phase];
    return teller.valid() && standing_of(phase, teller) == Standing::kOwn;
  }

  // Words that say what became of a relation, or who says so.
  std::string words_of_edge(const EdgeMark& edge, const Phase& phase) const {
    const std::string label(phase.label.in(state_.language));
    if (label.empty()) return label;
    if (is_own_claim(edge)) return fill(words_.says, {plan_.names[state_.modes.told_by.at()], label});
    if (edge.role == EdgeRole::kGained) return fill(words_.gained_label, {label});
    if (edge.role == EdgeRole::kLost) return fill(words_.lost_label, {label});
    if (edge.role == EdgeRole::kFlipped) return fill(words_.flipped_label, {label});
    return label;
  }

  double rank(const EdgeMark& edge) const {
    const Phase& phase = story_.relations[edge.ref.index].phases[edge.phase];
    const double about = edge.emphasis == Emphasis::kSelected  ? 60
                         : edge.emphasis == Emphasis::kRelated ? 12
                                                               : 0;
    const bool changed =
        edge.role == EdgeRole::kGained || edge.role == EdgeRole::kLost || edge.role == EdgeRole::kFlipped;
    return about + (changed ? 6 : 0) + (is_own_claim(edge) ? 40 : 0) +
           4 * static_cast<double>(phase.strength) + std::abs(edge.valence) + 4 * edge.glow;
  }

  void want_relations() {
    std::vector<Ranked> order;
    for (std::size_t i = 0; i < map_.edges.size(); ++i) {
      const EdgeMark& edge = map_.edges[i];
      const bool ghost = edge.role == EdgeRole::kPast || edge.role == EdgeRole::kFuture;
      if (!(ghost && edge.emphasis != Emphasis::kSelected)) order.push_back({rank(edge), i});
    }
    // Many relations: only so many of the best as could be shown at all.
    const double zoom = state_.map.zoom;
    double quiet = 0;
    const double most = (compact() ? (zoom < 1.4 ? 0 : 3) : kQuietLabels) * zoom * zoom;
    keep_best(order, static_cast<std::size_t>(200 + most));
    for (const Ranked& ranked : order) {
      const EdgeMark& edge = map_.edges[ranked.of];
      const bool asked =
          edge.emphasis == Emphasis::kRelated || edge.emphasis == Emphasis::kSelected || is_own_claim(edge);
      if (!asked && (edge.emphasis == Emphasis::kDimmed || quiet++ >= most)) continue;
      want_relation(edge, asked, ranked.rank);
    }
  }

  void want_relation(const EdgeMark& edge, bool asked, double ranked) {
    const Phase& phase = story_.relations[edge.ref.index].phases[edge.phase];
    LabelBox box;
    box.text = words_of_edge(edge, phase);
    if (box.text.empty()) return;
    box.style = TextStyle::kSmall;
    box.ink = {Ink::Role::kValence, edge.valence, {}};
    box.emphasis = edge.emphasis;
    box.ref = edge.ref;
    box.opacity = edge.opacity;
    box.halo = true;
    LabelItem item;
    item.size = measurer_.measure(box.text, box.style);
    item.size.width += 2 * kBesideWords;
    item.priority = asked ? 9 + ranked / 10 : ranked / 10;
    // In an account its own words come before the names of actors.
    if (is_own_claim(edge)) item.priority += 40;
    item.required = edge.emphasis == Emphasis::kSelected;
    for (double t : {0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74}) {
      const Point p = bezier_at(edge.curve, t);
      item.candidates.push_back({p.x - item.size.width / 2, p.y - item.size.height / 2});
    }
    // A sign stands on the line itself; words have room beside it.
    const bool changed =
        edge.role == EdgeRole::kGained || edge.role == EdgeRole::kLost || edge.role == EdgeRole::kFlipped;
    if (changed)
      for (const Point& p : along_candidates(edge.curve, item.size, 5)) item.candidates.push_back(p);
    order_by_lines(item, 1);
    request_.items.push_back(std::move(item));
    wanted_.push_back(std::move(box));
  }

  bool may_break(const LabelBox& box) const {
    return middle_space(box.text) != std::string_view::npos &&
           measurer_.measure(box.text, box.style).width > (compact() ? kLongNameCompact : kLongName);
  }

  Size name_size(const LabelBox& box, bool broken) const {
    if (!broken) return measurer_.measure(box.text, box.style);
    const std::size_t space = middle_space(box.text);
    const Size first = measurer_.measure(std::string_view(box.text).substr(0, space), box.style);
    const Size second = measurer_.measure(std::string_view(box.text).substr(space + 1), box.style);
    return {std::max(first.width, second.width), first.height + kLineStep};
  }

  // The names of the communities first, all of them or none. One order and one form of each after the other
  // is tried until all have a place: few communities, few tries.
  void settle_communities() {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < map_.nodes.size(); ++i)
      if (is_community(i)) order.push_back(i);
    if (order.empty() || order.size() > kMostCommunities) return;
    const std::size_t forms = std::size_t{1} << order.size();
    for (std::size_t form = 0; form < forms; ++form) {
      // Every order by exchanging neighbours in turn, back to the first at the end.
      const std::vector<std::size_t> first = order;
      do {
        if (try_communities(order, form)) return;
        next_order(order);
      } while (order != first);
    }
  }

  // The next of all orders (Narayana Pandita, 14th century); after the last the first.
  static void next_order(std::vector<std::size_t>& order) {
    std::size_t k = order.size() - 1;
    while (k > 0 && order[k - 1] > order[k]) --k;
    if (k > 0) {
      std::size_t other = order.size() - 1;
      while (order[other] < order[k - 1]) --other;
      std::swap(order[k - 1], order[other]);
    }
    std::reverse(order.begin() + static_cast<std::ptrdiff_t>(k), order.end());
  }

  // `form`: a bit for each that is written the other way than usual, in the order of the nodes.
  bool try_communities(const std::vector<std::size_t>& order, std::size_t form) {
    LabelRequest request;
    request.bounds = request_.bounds;
    request.gap_px = request_.gap_px;
    request.obstacles = request_.obstacles;
    std::vector<bool> broken;
    for (const std::size_t i : order) {
      const auto rank = static_cast<std::size_t>(
          std::count_if(order.begin(), order.end(), [&](std::size_t other) { return other < i; }));
      const bool other_form = (form >> rank & 1) != 0;
      if (other_form && !may_break(wanted_[i])) return false;
      broken.push_back(broken_[i] != other_form);
      LabelItem item = request_.items[i];
      if (other_form) item = name_item(i, broken.back());
      item.required = false;
      item.priority = 0;  // in the given order
      request.items.push_back(std::move(item));
    }
    const std::vector<PlacedLabel> placed = place_labels(request);
    if (std::any_of(placed.begin(), placed.end(), [](const PlacedLabel& label) { return !label.shown; }))
      return false;
    for (std::size_t k = 0; k < order.size(); ++k) {
      LabelItem& item = request_.items[order[k]];
      item.size = request.items[k].size;
      item.candidates = {{placed[k].rect.x, placed[k].rect.y}};
      item.priority += kBeforeAll;
      broken_[order[k]] = broken[k];
    }
    return true;
  }

  LabelItem name_item(std::size_t i, bool broken) const {
    LabelItem item;
    item.size = name_size(wanted_[i], broken);
    item.own_obstacle = static_cast<std::uint32_t>(i);
    item.priority = request_.items[i].priority;
    around(map_.nodes[i], item, 2);
    around(map_.nodes[i], item, 8);
    order_by_lines(item, 0);
    return item;
  }

  // Long names without room get a second chance: on two lines where they had one, on one where they had two.
  std::vector<PlacedLabel> place_otherwise(const std::vector<PlacedLabel>& placed) const {
    LabelRequest request;
    request.items.resize(placed.size());
    bool any = false;
    for (std::size_t i = 0; i < map_.nodes.size(); ++i) {
      if (!worth_naming_[i] || placed[i].shown || !may_break(wanted_[i])) continue;
      request.items[i] = name_item(i, !broken_[i]);
      any = true;
    }
    if (!any) return std::vector<PlacedLabel>(placed.size());
    request.bounds = request_.bounds;
    request.gap_px = request_.gap_px;
    request.obstacles = request_.obstacles;
    for (const PlacedLabel& label : placed)
      if (label.shown) request.obstacles.push_back(label.rect.grown(request_.gap_px));
    return place_labels(request);
  }

  bool is_community(std::size_t i) const {
    return i < map_.nodes.size() && map_.nodes[i].kind == ActorKind::kCommunity;
  }

  // No community is named while there is room for the name of another only.
  void publish(const std::vector<PlacedLabel>& placed, const std::vector<PlacedLabel>& otherwise) {
    bool every_community = true;
    for (std::size_t i = 0; i < placed.size(); ++i)
      every_community = every_community && (placed[i].shown || otherwise[i].shown || !is_community(i));
    for (std::size_t i = 0; i < placed.size(); ++i) {
      const bool selected = wanted_[i].emphasis == Emphasis::kSelected;
      if (is_community(i) && !every_community && !selected) continue;
      const bool is_name = i < map_.nodes.size();
      const bool first = placed[i].shown;
      if (!first && !otherwise[i].shown) continue;
      const Rect& rect = first ? placed[i].rect : otherwise[i].rect;
      if (is_name && may_break(wanted_[i]) && broken_[i] == first) {
        break_name(i, rect);
      } else {
        wanted_[i].rect =
            is_name ? rect : Rect{rect.x + kBesideWords, rect.y, rect.width - 2 * kBesideWords, rect.height};
        map_.labels.push_back(std::move(wanted_[i]));
      }
    }
  }

  // Two lines, flush with the side on which the mark is.
  void break_name(std::size_t i, const Rect& rect) {
    const std::string name = wanted_[i].text;
    const std::size_t space = middle_space(name);
    const double middle = map_.nodes[i].center.x;
    const double side = rect.x > middle ? 0 : rect.right() < middle ? 1 : 0.5;
    double y = rect.y;
    for (const std::string& text : {name.substr(0, space), name.substr(space + 1)}) {
      LabelBox line = wanted_[i];
      const Size size = measurer_.measure(text, line.style);
      line.text = text;
      line.rect = {rect.x + (rect.width - size.width) * side, y, size.width, size.height};
      map_.labels.push_back(std::move(line));
      y += kLineStep;
    }
  }

  MapScene& map_;
  const MapPlan& plan_;
  const State& state_;
  const Story& story_;
  const TextMeasurer& measurer_;
  const Words& words_;
  LabelRequest request_;
  std::vector<bool> worth_naming_;  // of each node
  std::vector<bool> broken_;        // of each node: its name begins on two lines
  CurveGrid lines_;
  std::vector<LabelBox> wanted_;  // of each item of the request; those of the nodes come first
};

}  // namespace

void add_map_labels(MapScene& map, const Rect& bounds, const MapPlan& plan, const State& state,
                    const Story& story, const TextMeasurer& measurer) {
  Labeler(map, bounds, plan, state, story, measurer).write();
}

}  // namespace tp
