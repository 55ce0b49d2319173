#include "layout/graph_terms.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "base/sort.hpp"

namespace tp {
namespace {

constexpr std::uint32_t kFar = 0xffffffffu;

struct Link {
  std::uint32_t from = 0;
  std::uint32_t to = 0;
  std::uint32_t steps = 0;
  friend auto operator<=>(const Link&, const Link&) = default;
};

std::uint32_t steps_between(const GraphNode& a, const GraphNode& b) {
  if (a.group == 0 || b.group == 0) return 4;
  return a.group == b.group ? 3 : 6;
}

/// Each edge both ways, sorted, once.
std::vector<Link> list_links(const GraphLayoutRequest& request) {
  std::vector<Link> links;
  links.reserve(request.edges.size() * 2);
  const std::size_t n = request.nodes.size();
  for (const GraphEdge& e : request.edges) {
    if (e.from == e.to || e.from >= n || e.to >= n) continue;
    const std::uint32_t steps = steps_between(request.nodes[e.from], request.nodes[e.to]);
    links.push_back({e.from, e.to, steps});
    links.push_back({e.to, e.from, steps});
  }
  sort_list(links);
  links.erase(std::unique(links.begin(), links.end()), links.end());
  return links;
}

/// Links every group of two or more to a hub; returns how many hubs there are.
std::uint32_t add_hubs(const GraphLayoutRequest& request, std::vector<Link>& links) {
  std::map<std::uint32_t, std::vector<std::uint32_t>> groups;
  for (std::uint32_t i = 0; i < request.nodes.size(); ++i) {
    if (request.nodes[i].group != 0) groups[request.nodes[i].group].push_back(i);
  }
  std::uint32_t hub = static_cast<std::uint32_t>(request.nodes.size());
  for (const auto& [group, members] : groups) {
    if (members.size() < 2) continue;
    // The radius of a disc in which that many nodes sit about half an edge apart.
    const double radius = kStepsPerEdge * 0.25 * std::sqrt(static_cast<double>(members.size()));
    const std::uint32_t steps = std::max(2u, static_cast<std::uint32_t>(radius + 0.5));
    for (const std::uint32_t m : members) {
      links.push_back({hub, m, steps});
      links.push_back({m, hub, steps});
    }
    ++hub;
  }
  return hub - static_cast<std::uint32_t>(request.nodes.size());
}

/// Shortest paths from one node after another, with one bucket for each length (Dial 1969).
class PathLengths {
 public:
  explicit PathLengths(const SimpleGraph& graph) : graph_(graph), steps_(graph.node_count(), kFar) {
    std::uint32_t longest = 1;
    for (const std::uint32_t s : graph.steps) longest = std::max(longest, s);
    buckets_.resize(longest + 1);
  }

  /// Steps to every node that can be reached; the answer holds until the next call.
  const std::vector<std::uint32_t>& from(std::uint32_t source) {
    for (const std::uint32_t n : reached_) steps_[n] = kFar;
    reached_.clear();
    reach(source, 0);
    for (std::uint32_t at = 0; waiting_ > 0; ++at) {
      std::vector<std::uint32_t>& bucket = buckets_[at % buckets_.size()];
      for (std::size_t i = 0; i < bucket.size(); ++i) {
        if (steps_[bucket[i]] == at) spread(bucket[i], at);
      }
      waiting_ -= bucket.size();
      bucket.clear();
    }
    return steps_;
  }

 private:
  void reach(std::uint32_t node, std::uint32_t steps) {
    if (steps_[node] == kFar) reached_.push_back(node);
    steps_[node] = steps;
    buckets_[steps % buckets_.size()].push_back(node);
    ++waiting_;
  }

  void spread(std::uint32_t node, std::uint32_t at) {
    for (std::uint32_t l = graph_.first[node]; l < graph_.first[node + 1]; ++l) {
      const std::uint32_t steps = at + graph_.steps[l];
      if (steps < steps_[graph_.neighbor[l]]) reach(graph_.neighbor[l], steps);
    }
  }

  const SimpleGraph& graph_;
  std::vector<std::uint32_t> steps_;
  std::vector<std::uint32_t> reached_;
  std::vector<std::vector<std::uint32_t>> buckets_;
  std::size_t waiting_ = 0;
};

float ideal_of(std::uint32_t steps) {
  return static_cast<float>(steps) / static_cast<float>(kStepsPerEdge);
}

StressTerm both_ways(std::uint32_t a, std::uint32_t b, std::uint32_t steps) {
  const float ideal = ideal_of(steps);
  const float weight = 1 / (ideal * ideal);
  return {a, b, ideal, weight, weight};
}

constexpr std::int64_t kUnitsPerTerm = 10;  // what listing one takes, beside meeting it once

Work paths_from_one(const SimpleGraph& graph, const std::vector<std::uint32_t>& component) {
  const std::size_t links = graph.neighbor.size() / graph.node_count() * component.size();
  return Work{static_cast<std::int64_t>(component.size() + links)};
}

Paced<std::vector<StressTerm>> nothing() {
  co_return std::vector<StressTerm>{};
}

Paced<std::vector<StressTerm>> list_all_pairs(const SimpleGraph& graph,
                                              const std::vector<std::uint32_t>& component) {
  std::vector<StressTerm> terms;
  terms.reserve(component.size() * (component.size() - 1) / 2);
  PathLengths lengths(graph);
  for (std::size_t i = 0; i + 1 < component.size(); ++i) {
    co_await paths_from_one(graph, component);
    const std::vector<std::uint32_t>& steps = lengths.from(component[i]);
    for (std::size_t j = i + 1; j < component.size(); ++j) {
      terms.push_back(both_ways(component[i], component[j], steps[component[j]]));
    }
  }
  co_return terms;
}

struct Pivots {
  std::vector<std::uint32_t> nodes;
  std::vector<std::vector<std::uint32_t>> steps;  ///< from each pivot to each place in the component
  std::vector<std::uint32_t> nearest;             ///< for each place in the component, which pivot
};

/// Each next pivot is the node farthest from those before it.
Paced<Pivots> choose_pivots(const SimpleGraph& graph, const std::vector<std::uint32_t>& component,
                            std::size_t count) {
  Pivots pivots;
  pivots.nearest.assign(component.size(), 0);
  std::vector<std::uint32_t> least(component.size(), kFar);
  PathLengths lengths(graph);
  std::size_t next = 0;
  while (pivots.nodes.size() < count && least[next] != 0) {
    const std::uint32_t pivot = static_cast<std::uint32_t>(pivots.nodes.size());
    pivots.nodes.push_back(component[next]);
    co_await paths_from_one(graph, component);
    const std::vector<std::uint32_t>& steps = lengths.from(component[next]);
    std::vector<std::uint32_t>& local = pivots.steps.emplace_back(component.size());
    for (std::size_t i = 0; i < component.size(); ++i) {
      local[i] = steps[component[i]];
      if (local[i] < least[i]) least[i] = local[i], pivots.nearest[i] = pivot;
    }
    next = static_cast<std::size_t>(std::max_element(least.begin(), least.end()) - least.begin());
  }
  co_return pivots;
}

/// The pairs with one pivot: a node is held to it as strongly as the nodes of its region that are no more
/// than half as far would hold it together.
void add_pivot_terms(const Pivots& pivots, std::uint32_t p, const std::vector<std::uint32_t>& component,
                     std::vector<StressTerm>& terms) {
  const std::vector<std::uint32_t>& steps = pivots.steps[p];
  std::vector<std::uint32_t> region;
  for (std::size_t i = 0; i < component.size(); ++i) {
    if (pivots.nearest[i] == p) region.push_back(steps[i]);
  }
  sort_list(region);
  for (std::size_t i = 0; i < component.size(); ++i) {
    if (component[i] == pivots.nodes[p]) continue;
    const auto within = std::upper_bound(region.begin(), region.end(), steps[i] / 2) - region.begin();
    const float ideal = ideal_of(steps[i]);
    terms.push_back({component[i], pivots.nodes[p], ideal, static_cast<float>(within) / (ideal * ideal), 0});
  }
}

Paced<std::vector<StressTerm>> list_sparse(const SimpleGraph& graph,
                                           const std::vector<std::uint32_t>& component) {
  constexpr std::size_t kPivotTerms = 600'000;
  const std::size_t count = std::clamp<std::size_t>(kPivotTerms / component.size(), 40, 200);
  const Pivots pivots = co_await choose_pivots(graph, component, count);
  std::vector<StressTerm> terms;
  terms.reserve(graph.neighbor.size() / 2 + component.size() * pivots.nodes.size());
  for (const std::uint32_t node : component) {
    for (std::uint32_t l = graph.first[node]; l < graph.first[node + 1]; ++l) {
      if (node < graph.neighbor[l]) terms.push_back(both_ways(node, graph.neighbor[l], graph.steps[l]));
    }
  }
  for (std::uint32_t p = 0; p < pivots.nodes.size(); ++p) {
    co_await Work{kUnitsPerTerm * static_cast<std::int64_t>(component.size())};
    add_pivot_terms(pivots, p, component, terms);
  }
  co_return terms;
}

}  // namespace

SimpleGraph simplify(const GraphLayoutRequest& request) {
  std::vector<Link> links = list_links(request);
  const std::size_t nodes = request.nodes.size() + add_hubs(request, links);
  sort_list(links);
  SimpleGraph graph;
  graph.first.assign(nodes + 1, 0);
  for (const Link& link : links) ++graph.first[link.from + 1];
  for (std::size_t i = 0; i < nodes; ++i) graph.first[i + 1] += graph.first[i];
  for (const Link& link : links) {
    graph.neighbor.push_back(link.to);
    graph.steps.push_back(link.steps);
  }
  return graph;
}

std::vector<std::vector<std::uint32_t>> find_components(const SimpleGraph& graph) {
  std::vector<std::vector<std::uint32_t>> components;
  std::vector<bool> seen(graph.node_count(), false);
  for (std::uint32_t start = 0; start < graph.node_count(); ++start) {
    if (seen[start]) continue;
    seen[start] = true;
    std::vector<std::uint32_t> part{start};
    for (std::size_t i = 0; i < part.size(); ++i) {
      for (std::uint32_t l = graph.first[part[i]]; l < graph.first[part[i] + 1]; ++l) {
        const std::uint32_t next = graph.neighbor[l];
        if (!seen[next]) seen[next] = true, part.push_back(next);
      }
    }
    sort_list(part);
    components.push_back(std::move(part));
  }
  return components;
}

Paced<std::vector<StressTerm>> list_terms(const SimpleGraph& graph,
                                          const std::vector<std::uint32_t>& component,
                                          std::size_t most_for_all_pairs) {
  if (component.size() < 2) return nothing();
  return component.size() <= most_for_all_pairs ? list_all_pairs(graph, component)
                                                : list_sparse(graph, component);
}

}  // namespace tp
