#include "app/trace.hpp"

#include <algorithm>
#include <numeric>

#include "base/sort.hpp"

namespace tp {

namespace {

constexpr std::uint32_t kNone = 0xffffffffu;
using Path = std::vector<std::uint32_t>;  // actors

/// The best relation from one actor to a neighbour.
struct Link {
  std::uint32_t to = 0;
  std::uint32_t strength = 0;  ///< in thousandths, so that sums are exact
  Holding holding;
};

/// How good a path is; less is better.
struct Cost {
  std::size_t length = 0;
  std::uint64_t strength = 0;
};

bool is_better(const Cost& a, const Path& a_path, const Cost& b, const Path& b_path) {
  if (a.length != b.length) return a.length < b.length;
  if (a.strength != b.strength) return a.strength > b.strength;
  return a_path < b_path;
}

/// Who is joined to whom at one instant.
class Network {
 public:
  Network(const Story& story, Instant t) : links_(story.actors.size()) {
    for (const Holding& holding : relations_at(story, t)) {
      const Relation& relation = story[holding.relation];
      if (relation.from == relation.to) continue;
      const float strength = relation.phases[holding.phase].strength;
      const auto thousandths = static_cast<std::uint32_t>(static_cast<double>(strength) * 1000 + 0.5);
      add(relation.from.value, {relation.to.value, thousandths, holding});
      add(relation.to.value, {relation.from.value, thousandths, holding});
    }
  }

  std::size_t size() const { return links_.size(); }
  const std::vector<Link>& of(std::uint32_t actor) const { return links_[actor]; }
  const Link* between(std::uint32_t a, std::uint32_t b) const {
    for (const Link& link : links_[a])
      if (link.to == b) return &link;
    return nullptr;
  }

 private:
  // Relations come in the story's order, so of equally strong parallels the first stays.
  void add(std::uint32_t from, const Link& link) {
    for (Link& known : links_[from]) {
      if (known.to != link.to) continue;
      if (link.strength > known.strength) known = link;
      return;
    }
    links_[from].push_back(link);
  }

  std::vector<std::vector<Link>> links_;
};

/// The best path around what is closed, layer by layer from its start.
class Search {
 public:
  explicit Search(const Network& network) : network_(network) {}

  /// Actors with `closed[i] != 0` are not passed; of the first step, those in `shut` are not taken.
  Path find(std::uint32_t from, std::uint32_t to, const std::vector<char>& closed, const Path& shut) {
    reached_.assign(network_.size(), {kNone, 0, kNone});
    reached_[from] = {0, 0, kNone};
    Path layer{from};
    for (std::uint32_t depth = 1; !layer.empty() && reached_[to].depth == kNone; ++depth) {
      Path next;
      sort_list(layer);
      for (const std::uint32_t actor : layer) {
        for (const Link& link : network_.of(actor)) {
          const bool barred = depth == 1 && std::find(shut.begin(), shut.end(), link.to) != shut.end();
          if (!barred && closed[link.to] == 0) step(actor, link, depth, next);
        }
      }
      layer = std::move(next);
    }
    return way_to(to);
  }

 private:
  struct Reached {
    std::uint32_t depth = kNone;
    std::uint64_t strength = 0;
    std::uint32_t by = kNone;
  };

  void step(std::uint32_t actor, const Link& link, std::uint32_t depth, Path& next) {
    Reached& there = reached_[link.to];
    const std::uint64_t strength = reached_[actor].strength + link.strength;
    if (there.depth == kNone) {
      there = {depth, strength, actor};
      next.push_back(link.to);
    } else if (there.depth == depth && strength > there.strength) {
      there = {depth, strength, actor};
    }
  }

  Path way_to(std::uint32_t to) const {
    Path path;
    if (reached_[to].depth == kNone) return path;
    for (std::uint32_t at = to; at != kNone; at = reached_[at].by) path.push_back(at);
    std::reverse(path.begin(), path.end());
    return path;
  }

  const Network& network_;
  std::vector<Reached> reached_;
};

Cost cost_of(const Path& path, const Network& network) {
  Cost cost{path.size(), 0};
  for (std::size_t i = 0; i + 1 < path.size(); ++i)
    cost.strength += network.between(path[i], path[i + 1])->strength;
  return cost;
}

/// Paths that leave the last one found at each of its actors in turn (Yen's spurs).
void add_spurs(const std::vector<Path>& found, Search& search, std::size_t actors, std::vector<Path>& spurs) {
  const Path& last = found.back();
  std::vector<char> closed(actors, 0);
  for (std::size_t i = 0; i + 1 < last.size(); ++i) {
    Path shut;
    for (const Path& path : found) {
      const bool same_root =
          path.size() > i + 1 &&
          std::equal(last.begin(), last.begin() + static_cast<std::ptrdiff_t>(i) + 1, path.begin());
      if (same_root) shut.push_back(path[i + 1]);
    }
    const Path spur = search.find(last[i], last.back(), closed, shut);
    closed[last[i]] = 1;
    if (spur.empty()) continue;
    Path whole(last.begin(), last.begin() + static_cast<std::ptrdiff_t>(i));
    whole.insert(whole.end(), spur.begin(), spur.end());
    if (std::find(spurs.begin(), spurs.end(), whole) == spurs.end()) spurs.push_back(std::move(whole));
  }
}

std::size_t best_of(const std::vector<Path>& paths, const Network& network) {
  std::size_t best = 0;
  for (std::size_t i = 1; i < paths.size(); ++i)
    if (is_better(cost_of(paths[i], network), paths[i], cost_of(paths[best], network), paths[best])) best = i;
  return best;
}

Chain chain_of(const Path& path, const Network& network) {
  Chain chain;
  for (std::size_t i = 0; i < path.size(); ++i) {
    chain.actors.emplace_back(path[i]);
    if (i + 1 < path.size()) chain.links.push_back(network.between(path[i], path[i + 1])->holding);
  }
  return chain;
}

/// A stretch in which a relation joins two actors, as places in the list of instants: from `first` up to, not
/// including, `last`.
struct Stretch {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::uint32_t a = 0;
  std::uint32_t b = 0;
};

/// Sets that are joined by size, so that joining can be undone in reverse order.
class Joined {
 public:
  explicit Joined(std::size_t count) : parent_(count), size_(count, 1) {
    std::iota(parent_.begin(), parent_.end(), 0u);
  }
  std::uint32_t root(std::uint32_t i) const {
    while (parent_[i] != i) i = parent_[i];
    return i;
  }
  void join(std::uint32_t a, std::uint32_t b) {
    a = root(a), b = root(b);
    if (a == b) return;
    if (size_[a] < size_[b]) std::swap(a, b);
    parent_[b] = a;
    size_[a] += size_[b];
    undo_.push_back(b);
  }
  std::size_t mark() const { return undo_.size(); }
  void back_to(std::size_t mark) {
    for (; undo_.size() > mark; undo_.pop_back()) {
      const std::uint32_t b = undo_.back();
      size_[parent_[b]] -= size_[b];
      parent_[b] = b;
    }
  }

 private:
  std::vector<std::uint32_t> parent_;
  std::vector<std::uint32_t> size_;
  std::vector<std::uint32_t> undo_;
};

/// Walks all instants in order, each with exactly the relations joined that hold then.
class Sweep {
 public:
  Sweep(const Story& story, ActorIndex from, ActorIndex to)
      : from_(from.value), to_(to.value), joined_(story.actors.size()) {
    for (const Relation& relation : story.relations) list(relation);
    sort_list(instants_);
    instants_.erase(std::unique(instants_.begin(), instants_.end()), instants_.end());
  }

  std::optional<Instant> first() {
    std::vector<Stretch> stretches;
    for (const Span& span : spans_)
      stretches.push_back({place_of(span.range.begin), place_of(span.range.end), span.a, span.b});
    const std::uint32_t place =
        instants_.empty() ? kNone : walk(0, static_cast<std::uint32_t>(instants_.size()), stretches);
    return place == kNone ? std::nullopt : std::optional(instants_[place]);
  }

 private:
  struct Span {
    TimeRange range;
    std::uint32_t a, b;
  };

  // When some phase holds, exactly as phase_at says: the sure part always, the rest until a later phase ends.
  void list(const Relation& relation) {
    Instant until = latest_instant();
    for (std::size_t i = relation.phases.size(); i-- > 0;) {
      const TimeRange outer = relation.phases[i].when.outer();
      add({outer.begin, std::min(outer.end, until)}, relation);
      add(relation.phases[i].when.inner(), relation);
      until = std::min(until, outer.end);
    }
  }

  void add(TimeRange range, const Relation& relation) {
    if (range.end <= range.begin || relation.from == relation.to) return;
    spans_.push_back({range, relation.from.value, relation.to.value});
    instants_.push_back(range.begin);
    instants_.push_back(range.end);
  }

  std::uint32_t place_of(Instant t) const {
    return static_cast<std::uint32_t>(std::lower_bound(instants_.begin(), instants_.end(), t) -
                                      instants_.begin());
  }

  // The first place from `low` up to `high` at which the two are joined. `stretches` all meet that part.
  std::uint32_t walk(std::uint32_t low, std::uint32_t high, const std::vector<Stretch>& stretches) {
    const std::size_t mark = joined_.mark();
    const std::uint32_t middle = low + (high - low) / 2;
    std::vector<Stretch> left, right;
    for (const Stretch& stretch : stretches) {
      if (stretch.first <= low && stretch.last >= high) {
        joined_.join(stretch.a, stretch.b);
      } else {
        if (stretch.first < middle) left.push_back(stretch);
        if (stretch.last > middle) right.push_back(stretch);
      }
    }
    std::uint32_t found = kNone;
    if (joined_.root(from_) == joined_.root(to_)) {
      found = low;
    } else if (high - low > 1) {
      found = walk(low, middle, left);
      if (found == kNone) found = walk(middle, high, right);
    }
    joined_.back_to(mark);
    return found;
  }

  std::uint32_t from_, to_;
  Joined joined_;
  std::vector<Span> spans_;
  std::vector<Instant> instants_;
};

bool are_two(const Story& story, ActorIndex from, ActorIndex to) {
  return from.value < story.actors.size() && to.value < story.actors.size() && from != to;
}

}  // namespace

std::vector<Chain> find_chains(const Story& story, ActorIndex from, ActorIndex to, Instant t,
                               std::size_t most) {
  if (!are_two(story, from, to) || most == 0) return {};
  const Network network(story, t);
  Search search(network);
  std::vector<Path> found, spurs;
  Path best = search.find(from.value, to.value, std::vector<char>(network.size(), 0), {});
  while (!best.empty()) {
    found.push_back(std::move(best));
    if (found.size() == most) break;
    add_spurs(found, search, network.size(), spurs);
    if (spurs.empty()) break;
    const std::size_t next = best_of(spurs, network);
    best = std::move(spurs[next]);
    spurs.erase(spurs.begin() + static_cast<std::ptrdiff_t>(next));
  }
  std::vector<Chain> chains;
  for (const Path& path : found) chains.push_back(chain_of(path, network));
  return chains;
}

std::optional<Date> date_of_begin(const Story& story, Instant t) {
  for (const Relation& relation : story.relations)
    for (const Phase& phase : relation.phases)
      if (phase.when.start.kind == EndKind::kDate && phase.when.outer().begin == t)
        return phase.when.start.date;
  return std::nullopt;
}

std::optional<Instant> first_chain(const Story& story, ActorIndex from, ActorIndex to) {
  if (!are_two(story, from, to)) return std::nullopt;
  return Sweep(story, from, to).first();
}

}  // namespace tp
