#include "layout/mark_clusters.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>
#include <utility>

#include "base/sort.hpp"

namespace tp {
namespace {

using Order = std::vector<std::uint32_t>;

Order indices(std::size_t count) {
  Order order(count);
  std::iota(order.begin(), order.end(), 0u);
  return order;
}

/// The place of each item when the most important comes first; no two are equal.
Order rank_by_priority(const std::vector<ClusterItem>& items) {
  Order order = indices(items.size());
  sort_list(order, [&](std::uint32_t a, std::uint32_t b) {
    return items[a].priority != items[b].priority ? items[a].priority > items[b].priority : a < b;
  });
  return order;
}

Order order_by_place(const std::vector<ClusterItem>& items) {
  Order order = indices(items.size());
  sort_list(order, [&](std::uint32_t a, std::uint32_t b) {
    const ClusterItem& l = items[a];
    const ClusterItem& r = items[b];
    if (l.row != r.row) return l.row < r.row;
    return l.x_px != r.x_px ? l.x_px < r.x_px : a < b;
  });
  return order;
}

/// Marks the items that are drawn where they are: each, from the most important down, unless one is too near.
/// `reach`: how far beyond half of a plain mark each turns others away.
std::vector<bool> choose_leads(const ClusterRequest& request, const Order& by_priority,
                               const std::vector<double>& reach) {
  std::vector<bool> is_lead(request.items.size(), false);
  struct Drawn {
    std::uint32_t row;
    double x_px;
    double reach;
    bool operator<(const Drawn& o) const { return row != o.row ? row < o.row : x_px < o.x_px; }
  };
  std::set<Drawn> drawn;
  for (const std::uint32_t i : by_priority) {
    const ClusterItem& item = request.items[i];
    const auto after = drawn.lower_bound({item.row, item.x_px, 0});
    const auto crowds = [&](const Drawn& other) {
      return other.row == item.row && std::abs(other.x_px - item.x_px) < request.mark_px / 2 + other.reach;
    };
    if (after != drawn.end() && crowds(*after)) continue;
    if (after != drawn.begin() && crowds(*std::prev(after))) continue;
    drawn.insert(after, {item.row, item.x_px, reach[i]});
    is_lead[i] = true;
  }
  return is_lead;
}

/// Splits the items between two neighbouring leads, `places[first]` and `places[last]`: returns the place of
/// the first that goes to the right one. Nearest wins, but an item never goes to a lead less important than
/// itself: since it was turned away, the other one is near enough.
std::size_t split_between(const ClusterRequest& request, const Order& places, std::size_t first,
                          std::size_t last, const Order& rank) {
  const double left_px = request.items[places[first]].x_px;
  const double right_px = request.items[places[last]].x_px;
  std::size_t split = first + 1;
  while (split < last &&
         request.items[places[split]].x_px - left_px <= right_px - request.items[places[split]].x_px) {
    ++split;
  }
  const std::uint32_t left_rank = rank[places[first]];
  const std::uint32_t right_rank = rank[places[last]];
  for (std::size_t p = last; left_rank < right_rank && p-- > split;) {
    if (rank[places[p]] < right_rank) split = p + 1;
  }
  for (std::size_t p = first + 1; right_rank < left_rank && p < split; ++p) {
    if (rank[places[p]] < left_rank) split = p;
  }
  return split;
}

std::vector<MarkCluster> gather(const ClusterRequest& request, const Order& places, const Order& rank,
                                const std::vector<bool>& is_lead) {
  std::vector<std::size_t> leads;
  for (std::size_t p = 0; p < places.size(); ++p) {
    if (is_lead[places[p]]) leads.push_back(p);
  }
  std::vector<MarkCluster> clusters;
  clusters.reserve(leads.size());
  std::size_t begin = 0;  // the first place that belongs to this cluster
  for (std::size_t l = 0; l < leads.size(); ++l) {
    const std::uint32_t lead = places[leads[l]];
    const ClusterItem& item = request.items[lead];
    std::size_t end = places.size();
    if (l + 1 < leads.size()) {
      const std::size_t next = leads[l + 1];
      const bool same_row = request.items[places[next]].row == item.row;
      if (same_row) {
        end = split_between(request, places, leads[l], next, rank);
      } else {
        end = leads[l] + 1;
        while (request.items[places[end]].row == item.row) ++end;
      }
    }
    clusters.push_back({item.x_px, item.row, lead, {}});
    clusters.back().members.assign(places.begin() + static_cast<std::ptrdiff_t>(begin),
                                   places.begin() + static_cast<std::ptrdiff_t>(end));
    begin = end;
  }
  return clusters;
}

/// Half of what it is drawn as, with half of the gap to the next.
double half_px(const ClusterRequest& request, const MarkCluster& cluster) {
  const bool is_cluster = cluster.members.size() > 1;
  return (is_cluster ? std::max(request.mark_px, request.cluster_px) : request.mark_px) / 2;
}

}  // namespace

std::vector<MarkCluster> gather_clusters(const ClusterRequest& request) {
  const Order by_priority = rank_by_priority(request.items);
  const Order places = order_by_place(request.items);
  Order rank(request.items.size());
  for (std::uint32_t r = 0; r < by_priority.size(); ++r) rank[by_priority[r]] = r;
  std::vector<double> reach(request.items.size(), request.mark_px / 2);
  for (;;) {
    std::vector<MarkCluster> clusters =
        gather(request, places, rank, choose_leads(request, by_priority, reach));
    bool grown = false;
    for (std::size_t c = 1; c < clusters.size(); ++c) {
      const MarkCluster& left = clusters[c - 1];
      const MarkCluster& right = clusters[c];
      const double apart_px = half_px(request, left) + half_px(request, right);
      if (left.row != right.row || right.x_px - left.x_px >= apart_px) continue;
      const std::uint32_t stronger = rank[left.lead] < rank[right.lead] ? left.lead : right.lead;
      const double wanted_px = apart_px - request.mark_px / 2;
      grown = grown || wanted_px > reach[stronger];
      reach[stronger] = std::max(reach[stronger], wanted_px);
    }
    // Every round lets at least one mark turn its neighbour away: it ends.
    if (!grown) return clusters;
  }
}

}  // namespace tp
