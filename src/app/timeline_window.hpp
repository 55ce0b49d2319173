// How is a large story planned? In pieces of its lanes, and of these only what is around the window.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "app/timeline_chunks.hpp"
#include "app/timeline_index.hpp"
#include "app/timeline_plan.hpp"

namespace tp {

class LaneMarker;

/// What a plan of a window is made from.
struct WindowStory {
  const Story& story;
  const StoryIndex& index;
  const TimelineIndex& events;  ///< must outlive the plan
  const LaneContents& contents;
  const TextMeasurer& measurer;
};

/// Plans for windows. What stands in a piece depends on its key alone, never on the window nor on the way
/// there, so that panning there and back gives the same picture. Its cost follows pixels: O(m log n) for m
/// marks.
class WindowPlanner {
 public:
  /// From this many events on.
  static constexpr std::size_t kLargeStory = 401;
  void reset();
  /// Marks and words of the pieces that `visible` touches. While the key stays, one piece beside them is
  /// planned ahead with each call.
  const TimelinePlan& plan(const TimelinePlanKey& key, const TimeRange& visible, const WindowStory& from);
  const TimelinePlan& planned() const { return plan_; }

 private:
  enum class Stands : std::uint8_t { kElsewhere, kHere, kEarlier };  ///< of a bar: where it begins
  /// One chunk of one lane.
  struct Piece {
    std::vector<PlannedMark> marks;  ///< bars, dimmed points, points
    std::vector<Stands> stands;
    std::vector<char> wordless;  ///< its words are another piece's
    std::size_t dimmed_begin = 0, dimmed_end = 0;
    std::vector<PlannedLabel> labels;  ///< `mark`: in `marks`
    bool has_words = false;
    void add(PlannedMark mark, Stands where, bool without_words);
  };
  using PieceKey = std::pair<std::int64_t, std::size_t>;  ///< chunk, lane

  void start(const TimelinePlanKey& key, const WindowStory& from);
  Piece& piece(std::int64_t chunk, std::size_t lane, bool with_words, const WindowStory& from);
  void gather(std::int64_t first, std::int64_t last, const WindowStory& from);
  void gather_lane(std::size_t lane, const WindowStory& from);
  void gather_marks(const Piece& piece, std::size_t begin, std::size_t end, bool with_earlier);
  void gather_labels(const Piece& piece, std::uint32_t only = kNoPlace);
  void add_words_of_selected(std::size_t lane, std::size_t first_label, const WindowStory& from);
  void plan_ahead(const WindowStory& from);

  Piece make_piece(std::int64_t chunk, const Lane& lane, const WindowStory& from);
  void add_bars(Piece& piece, std::int64_t chunk, const LaneMarker& marker, const WindowStory& from);
  void add_points(Piece& piece, const TimeRange& chunk, const LaneMarker& marker, const PointIndex& points,
                  bool dimmed, const WindowStory& from);
  void add_selected(Piece& piece, const TimeRange& chunk, const LaneMarker& marker, const PointIndex& points,
                    const WindowStory& from);
  void choose_titles(Piece& piece, const WindowStory& from);
  void write(Piece& piece, std::int64_t chunk, const Lane& lane, const WindowStory& from);
  /// The chunk that a bar's words stand in.
  std::int64_t home_of(const TimeRange& bar, const WindowStory& from) const;
  /// The place of the selected event among these, or kNoPlace.
  std::uint32_t selected_place(const PointIndex& points, const WindowStory& from) const;
  TimeRange range_of(std::int64_t chunk) const;
  double bar_ms() const;
  const LaneIndex& lane_index(const Lane& lane, const WindowStory& from) const {
    return from.events.lanes[from.events.lane_of(lane.track)];
  }

  TimelinePlan plan_;
  ChunkGrid grid_;
  std::map<PieceKey, Piece> pieces_;
  std::int64_t first_ = 0, last_ = -1;  ///< chunks that are seen
  TimelinePlan draft_;                  ///< of one piece
  std::vector<IndexedBar> bars_;
  std::vector<IndexedCluster> clusters_;
  std::vector<std::uint32_t> bar_places_;
  struct Found {
    std::uint32_t event, mark;
  };
  std::vector<Found> found_;  ///< marks of the lane that is gathered, by their event
};

}  // namespace tp
