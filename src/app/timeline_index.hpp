// Which events matter most in a stretch of time? Look-ups made once for a story and a filter, so that a plan
// costs what a window shows and not what there is.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "app/members.hpp"
#include "app/shown.hpp"
#include "app/timeline_base.hpp"

namespace tp {

/// "Place": a position in the list of a `PointIndex`.
inline constexpr std::uint32_t kNoPlace = 0xffffffffu;

/// Neighbours that are drawn as one mark: their places, those of bars among them.
struct IndexedCluster {
  std::uint32_t lead = 0;
  std::uint32_t first = 0, last = 0;  ///< `last` is not one of them
};

/// Points of one lane by time.
class PointIndex {
 public:
  /// `events`: by their middle. Writes their places into `place_of`, which all lists share.
  void build(std::span<const IndexedEvent> events, const std::vector<std::uint8_t>& ranks,
             const std::shared_ptr<std::vector<std::uint32_t>>& place_of, std::uint32_t number);

  const std::shared_ptr<const EventList>& list() const { return list_; }
  Instant middle(std::uint32_t place) const { return middle_[place]; }
  /// True where that place is drawn as a bar when stretches of `bar_ms` or longer are.
  bool is_bar(std::uint32_t place, double bar_ms) const;

  /// The marks whose middle is between the two instants, in time order: from the most important event down,
  /// an event leads a cluster unless a lead is already nearer than `reach_ms`; the others belong to the
  /// nearest lead. The same leads come out for every window that holds them, since what is chosen parts what
  /// is left into two halves that do not concern one another. O(m log n) for m leads. `first_choice`: a place
  /// that leads whatever its importance, or `kNoPlace`.
  void clusters(const TimeRange& window, double reach_ms, double bar_ms, std::uint32_t first_choice,
                std::vector<IndexedCluster>& out) const;

 private:
  struct Search;
  /// The most important place of [first, last) that is not drawn as a bar, or kNoPlace.
  std::uint32_t best(std::uint32_t first, std::uint32_t last, float bar_ms) const;

  std::shared_ptr<const EventList> list_;
  std::vector<Instant> middle_;
  /// The least key (the most important), the shortest and the longest stretch of some places.
  struct Node {
    std::uint32_t key = kNoPlace;
    float shortest = 0, longest = 0;
  };
  // A complete binary tree over the places, the root at 1.
  std::uint32_t width_ = 1;
  std::vector<Node> tree_;
};

/// Stretches of one lane. Of one row none overlap, so there are no more long ones than fit.
class BarIndex {
 public:
  /// `bars`: by their begin, with their rows; those that have none are left out.
  void build(std::span<const IndexedBar> bars);
  /// Those of `bar_ms` or longer that touch the window, row by row.
  void find(const TimeRange& window, double bar_ms, std::vector<IndexedBar>& out) const;

 private:
  struct Row {
    std::vector<IndexedBar> bars;  ///< in time order
    std::vector<float> longest;    ///< a complete binary tree over them, the root at 1
  };
  std::array<Row, kMostBarRows> rows_;
};

struct LaneIndex {
  PointIndex shown, dimmed;
  BarIndex bars;
  bool has_stretches = false;
};

/// What a timeline index depends on, beside the story: equal keys, equal indexes.
struct TimelineIndexKey {
  bool one_lane = false;          ///< for the events of every track
  std::uint32_t filter = 0;       ///< which answer of the filter
  std::uint32_t kept = kNoPlace;  ///< an event that counts as shown though the filter does not show it
  friend bool operator==(const TimelineIndexKey&, const TimelineIndexKey&) = default;
};

/// All lanes of a story.
struct TimelineIndex {
  TimelineIndexKey key;
  std::vector<LaneIndex> lanes;  ///< by track, those without a track last; or one
  std::shared_ptr<const std::vector<std::uint32_t>> place_of;  ///< of each event in the list that holds it
  std::size_t lane_of(TrackIndex track) const {
    return key.one_lane ? 0 : track.valid() ? track.at() : lanes.size() - 1;
  }
};

/// Brings an index in step with a key, after an answer of the filter or where another hidden event is kept:
/// only lanes that changed are made again, from what no filter changes. O(events of these lanes), without
/// sorting. Any index may be given that is empty or of the same base.
void index_timeline(TimelineIndex& timeline, const TimelineIndexKey& key, const TimelineBase& base,
                    const Story& story, const Shown& shown);

/// Which events of each list belong to what is selected: asked for every mark of every frame.
class RelatedEvents {
 public:
  RelatedEvents() = default;
  /// `of_track`: the events of a selected track.
  RelatedEvents(const TimelineIndex& timeline, Ref selected, const StoryIndex& index,
                std::span<const std::uint32_t> of_track);
  bool any(const Members& members) const;

 private:
  std::vector<std::vector<std::uint32_t>> places_;  ///< by list, ascending
};

}  // namespace tp
