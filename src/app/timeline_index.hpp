// Which events matter most in a stretch of time? Look-ups made once for a story, so that a plan of a window
// costs what it shows and not what there is.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "story/relations_at.hpp"

namespace tp {

/// A stretch of time that has a row of its own at the foot of its lane, at every zoom the same one.
struct IndexedStretch {
  double begin_ms = 0, end_ms = 0;  ///< from the story's first instant
  std::uint32_t place = 0;
  std::uint32_t row = 0;
};

/// Events that a plan gathers into one mark: neighbours in `LaneIndex::events`.
struct IndexedCluster {
  std::uint32_t lead = 0;  ///< the place of the most important one
  std::uint32_t first = 0;
  std::uint32_t count = 0;
};

/// The events of one lane by time. "Place" is a position in it.
class LaneIndex {
 public:
  static constexpr std::size_t kRows = 4;

  /// `in_time`: the lane's events in the order of `StoryIndex::events_in_time`.
  void build(const Story& story, const TimeRange& extent, std::span<const std::uint32_t> in_time);

  std::span<const std::uint32_t> events() const { return events_; }
  double middle_ms(std::uint32_t place) const { return middle_ms_[place]; }
  bool has_stretches() const { return has_stretches_; }

  /// The marks of a window from `begin_ms` to `end_ms`, in time order: from the most important event down, an
  /// event leads a cluster unless a lead is already nearer than `reach_ms`. Exactly the same leads come out
  /// for every window that holds them, since what is chosen splits what is left into two halves that do not
  /// concern one another. Stretches of `span_ms` or longer that have a row are drawn there and lead nothing.
  /// O(m log n) for m leads. `first_choice`: a place that leads whatever its importance (what is selected),
  /// or `kNone`.
  void clusters(double begin_ms, double end_ms, double reach_ms, double span_ms, std::uint32_t first_choice,
                std::vector<IndexedCluster>& out) const;

  /// Those of `span_ms` or longer that have a row and touch the window. Of one row none overlap, so there are
  /// no more than fit.
  void stretches(double begin_ms, double end_ms, double span_ms, std::vector<IndexedStretch>& out) const;
  std::uint32_t row_count() const;
  /// True where that place is drawn as a stretch when those of `span_ms` or longer are.
  bool is_stretch(std::uint32_t place, double span_ms) const {
    return span_[width_ + place] >= static_cast<float>(span_ms);
  }

  static constexpr std::uint32_t kNone = 0xffffffffu;

 private:
  struct Search;
  void give_rows(const Story& story, const TimeRange& extent, std::span<const std::uint32_t> in_time);
  void build_tree(const Story& story);
  /// The most important place of [first, last) that is not drawn as a stretch, or kNone.
  std::uint32_t best(std::uint32_t first, std::uint32_t last, float span) const;

  std::vector<std::uint32_t> events_;
  std::vector<double> middle_ms_;
  std::array<std::vector<IndexedStretch>, kRows> rows_;  ///< each in time order
  std::vector<std::uint8_t> row_of_;                     ///< of each place; kRows: none
  // A complete binary tree over the places, the root at 1: the least key (the most important), the shortest
  // and the longest stretch below each node. Places without a row have length 0.
  std::uint32_t width_ = 1;
  std::vector<std::uint32_t> key_;
  std::vector<float> span_, longest_;
  bool has_stretches_ = false;
};

/// All lanes of a story.
struct TimelineIndex {
  bool folded = false;                  ///< one lane for everything
  std::vector<LaneIndex> lanes;         ///< by track, those without a track last; folded: one
  std::vector<std::uint32_t> place_of;  ///< of each event in its lane
  std::size_t lane_of(TrackIndex track) const {
    return folded ? 0 : track.valid() ? track.at() : lanes.size() - 1;
  }
};

TimelineIndex index_timeline(const Story& story, const StoryIndex& index, bool folded);

/// How much an event matters among its neighbours, 0 … 59: its importance, then how many it concerns.
std::uint32_t weight_of(const Event& event);

}  // namespace tp
