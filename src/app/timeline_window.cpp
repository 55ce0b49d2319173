#include "app/timeline_window.hpp"

#include <algorithm>
#include <cmath>

#include "app/timeline_marks.hpp"
#include "base/sort.hpp"

namespace tp {

namespace {

constexpr double kLeastChunk = 512;  // px
constexpr double kReach = kClusterSize + kClusterGap;
constexpr double kWordsOfBar = 220;      // px of a bar before a cut that are enough for its words
constexpr std::size_t kMostTitles = 40;  // of a piece that are tried: there is room for fewer
constexpr double kBetweenWords = 5;      // px from the words of one piece to those of the next

// What begins first lies below what begins inside of it.
void sort_outer_first(std::vector<IndexedBar>& bars) {
  sort_list(bars, [](const IndexedBar& a, const IndexedBar& b) {
    if (a.begin != b.begin) return a.begin < b.begin;
    return a.end != b.end ? a.end > b.end : a.event < b.event;
  });
}

}  // namespace

void WindowPlanner::reset() {
  *this = {};
}

void WindowPlanner::start(const TimelinePlanKey& key, const WindowStory& from) {
  pieces_.clear();
  plan_ = {};
  plan_.key = key;
  plan_.frame = timeline_frame(key.panes);
  plan_.lanes = plan_.frame.plot.width > 0 ? divide_lanes(plan_.frame, from.story, from.contents, key.lanes)
                                           : std::vector<Lane>{};
  plan_.heads = write_lane_heads(plan_.frame, plan_.lanes, from.story, key.language, from.measurer);
  grid_ = ChunkGrid(key.ms_per_px, key.origin, kLeastChunk);
  draft_ = {};
  draft_.key = key;
  last_ = first_ - 1;
}

const TimelinePlan& WindowPlanner::plan(const TimelinePlanKey& key, const TimeRange& visible,
                                        const WindowStory& from) {
  const bool same = last_ >= first_ && plan_.key == key;
  if (!same) start(key, from);
  const double around = (kReach + 4) * key.ms_per_px;
  const std::int64_t first = grid_.chunk_of(plus_ms(visible.begin, -around));
  const std::int64_t last = grid_.chunk_of(plus_ms(visible.end, around));
  if (!same || first != first_ || last != last_) {
    gather(first, last, from);
  } else {
    plan_ahead(from);
  }
  return plan_;
}

TimeRange WindowPlanner::range_of(std::int64_t chunk) const {
  return {grid_.begin_of(chunk), grid_.begin_of(chunk + 1)};
}

WindowPlanner::Piece& WindowPlanner::piece(std::int64_t chunk, std::size_t lane, bool with_words,
                                           const WindowStory& from) {
  const auto [found, is_new] = pieces_.try_emplace({chunk, lane});
  Piece& piece = found->second;
  if (is_new) piece = make_piece(chunk, plan_.lanes[lane], from);
  if (with_words && !piece.has_words) write(piece, chunk, plan_.lanes[lane], from);
  return piece;
}

void WindowPlanner::gather(std::int64_t first, std::int64_t last, const WindowStory& from) {
  first_ = first;
  last_ = last;
  plan_.marks.clear();
  plan_.labels.clear();
  for (std::size_t lane = 0; lane < plan_.lanes.size(); ++lane)
    if (!plan_.lanes[lane].band && plan_.lanes[lane].series < 0) gather_lane(lane, from);
  std::erase_if(pieces_, [&](const auto& entry) {
    return entry.first.first < first - 3 || entry.first.first > last + 3;
  });
}

void WindowPlanner::gather_lane(std::size_t lane, const WindowStory& from) {
  const std::size_t first_mark = plan_.marks.size(), first_label = plan_.labels.size();
  const auto for_each_piece = [&](const auto& take) {
    for (std::int64_t chunk = first_; chunk <= last_; ++chunk)
      take(piece(chunk, lane, true, from), chunk == first_);
  };
  // All bars lie below all points, whatever piece they are of.
  for_each_piece([&](const Piece& p, bool is_first) { gather_marks(p, 0, p.dimmed_begin, is_first); });
  for_each_piece([&](const Piece& p, bool) { gather_marks(p, p.dimmed_begin, p.dimmed_end, false); });
  for_each_piece([&](const Piece& p, bool) { gather_marks(p, p.dimmed_end, p.marks.size(), false); });
  found_.clear();
  for (std::size_t i = first_mark; i < plan_.marks.size(); ++i)
    found_.push_back({plan_.marks[i].event, static_cast<std::uint32_t>(i)});
  sort_list(found_, [](const Found& a, const Found& b) { return a.event < b.event; });
  for (std::int64_t chunk = first_; chunk <= last_; ++chunk) gather_labels(piece(chunk, lane, true, from));
  add_words_of_selected(lane, first_label, from);
}

// A bar is taken from the piece that it begins in, or from the first one.
void WindowPlanner::gather_marks(const Piece& piece, std::size_t begin, std::size_t end, bool with_earlier) {
  for (std::size_t i = begin; i < end; ++i)
    if (piece.stands[i] == Stands::kHere || (with_earlier && piece.stands[i] == Stands::kEarlier))
      plan_.marks.push_back(piece.marks[i]);
}

void WindowPlanner::gather_labels(const Piece& piece, std::uint32_t only) {
  for (const PlannedLabel& label : piece.labels) {
    const std::uint32_t event = piece.marks[label.mark].event;
    if (only != kNoPlace && event != only) continue;
    const auto found = std::lower_bound(found_.begin(), found_.end(), event,
                                        [](const Found& f, std::uint32_t e) { return f.event < e; });
    if (found == found_.end() || found->event != event) continue;
    plan_.labels.push_back(label);
    plan_.labels.back().mark = found->mark;
  }
}

// The words of what is selected are there as long as its bar is, wherever that begins.
void WindowPlanner::add_words_of_selected(std::size_t lane, std::size_t first_label,
                                          const WindowStory& from) {
  if (plan_.key.selected.kind != Kind::kEvent) return;
  const std::uint32_t event = plan_.key.selected.index;
  const auto mark =
      std::find_if(found_.begin(), found_.end(), [&](const Found& f) { return f.event == event; });
  if (mark == found_.end() || plan_.marks[mark->mark].form != MarkForm::kSpan) return;
  for (std::size_t i = first_label; i < plan_.labels.size(); ++i)
    if (plan_.labels[i].mark == mark->mark) return;
  const TimeRange bar = held_bounds(from.story.events[event].when, from.index.extent);
  gather_labels(piece(home_of(bar, from), lane, true, from), event);
}

// What a pan needs next is there before it comes: one piece in a frame, first its marks and then its words,
// so that none costs much more than the others.
void WindowPlanner::plan_ahead(const WindowStory& from) {
  for (const bool with_words : {false, true})
    for (std::size_t lane = 0; lane < plan_.lanes.size(); ++lane) {
      if (plan_.lanes[lane].band || plan_.lanes[lane].series >= 0) continue;
      for (const std::int64_t chunk : {first_ - 1, last_ + 1}) {
        const auto found = pieces_.find({chunk, lane});
        if (found == pieces_.end() || (with_words && !found->second.has_words))
          return void(piece(chunk, lane, with_words, from));
      }
    }
}

void WindowPlanner::Piece::add(PlannedMark mark, Stands where, bool without_words) {
  marks.push_back(std::move(mark));
  stands.push_back(where);
  wordless.push_back(without_words);
}

double WindowPlanner::bar_ms() const {
  return kSpanFrom * plan_.key.ms_per_px;
}

WindowPlanner::Piece WindowPlanner::make_piece(std::int64_t chunk, const Lane& lane,
                                               const WindowStory& from) {
  const LaneIndex& events = lane_index(lane, from);
  const LaneMarker marker(plan_.key, lane, events.has_stretches, from.index.extent);
  const TimeRange range = range_of(chunk);
  const double around = 2 * kReach * plan_.key.ms_per_px + 1;
  Piece piece;
  bars_.clear();
  if (!lane.folded) {
    events.bars.find({plus_ms(range.begin, -around), plus_ms(range.end, around)}, bar_ms(), bars_);
    sort_outer_first(bars_);
    add_bars(piece, chunk, marker, from);
  }
  piece.dimmed_begin = piece.marks.size();
  if (!lane.folded) add_points(piece, range, marker, events.dimmed, true, from);
  piece.dimmed_end = piece.marks.size();
  if (lane.folded) {
    add_selected(piece, range, marker, events.shown, from);
  } else {
    add_points(piece, range, marker, events.shown, false, from);
  }
  return piece;
}

std::int64_t WindowPlanner::home_of(const TimeRange& bar, const WindowStory& from) const {
  const Instant begin = std::max(bar.begin, from.index.extent.begin);
  const std::int64_t chunk = grid_.chunk_of(begin);
  const Instant cut = grid_.begin_of(chunk + 1);
  const bool has_room = ms_between(begin, cut) >= kWordsOfBar * plan_.key.ms_per_px;
  return has_room || bar.end <= cut ? chunk : chunk + 1;
}

void WindowPlanner::add_bars(Piece& piece, std::int64_t chunk, const LaneMarker& marker,
                             const WindowStory& from) {
  const SpanBarRequest room = marker.bar_room(from.measurer.measure("x", TextStyle::kLabel).height);
  for (const IndexedBar& bar : bars_) {
    const DateRange& when = from.story.events[bar.event].when;
    PlannedMark mark = marker.span(when, {marker.x_of(bar.begin), marker.x_of(bar.end)},
                                   bar_in_row(room, bar.row, bar.rows));
    mark.event = bar.event;
    mark.dimmed = bar.dimmed != 0;
    const LaneIndex& events = from.events.lanes[from.events.lane_of(from.story.events[bar.event].track)];
    mark.members =
        Members((mark.dimmed ? events.dimmed : events.shown).list(), (*from.events.place_of)[bar.event], 1);
    const std::int64_t begin = grid_.chunk_of(bar.begin);
    const Stands stands = begin == chunk  ? Stands::kHere
                          : begin < chunk ? Stands::kEarlier
                                          : Stands::kElsewhere;
    piece.add(std::move(mark), stands, home_of({bar.begin, bar.end}, from) != chunk);
  }
}

std::uint32_t WindowPlanner::selected_place(const PointIndex& points, const WindowStory& from) const {
  if (plan_.key.selected.kind != Kind::kEvent) return kNoPlace;
  const std::uint32_t place = (*from.events.place_of)[plan_.key.selected.index];
  const auto& events = points.list()->events;
  return place < events.size() && events[place] == plan_.key.selected.index ? place : kNoPlace;
}

void WindowPlanner::add_points(Piece& piece, const TimeRange& chunk, const LaneMarker& marker,
                               const PointIndex& points, bool dimmed, const WindowStory& from) {
  const double reach_ms = kReach * plan_.key.ms_per_px;
  points.clusters({plus_ms(chunk.begin, -reach_ms), plus_ms(chunk.end, reach_ms)}, reach_ms, bar_ms(),
                  selected_place(points, from), clusters_);
  bar_places_.clear();
  for (const IndexedBar& bar : bars_)
    if ((bar.dimmed != 0) == dimmed) bar_places_.push_back((*from.events.place_of)[bar.event]);
  sort_list(bar_places_);
  for (const IndexedCluster& cluster : clusters_) {
    const Instant middle = points.middle(cluster.lead);
    const auto first_bar = std::lower_bound(bar_places_.begin(), bar_places_.end(), cluster.first);
    const auto last_bar = std::lower_bound(first_bar, bar_places_.end(), cluster.last);
    Members members(points.list(), cluster.first, cluster.last - cluster.first, {first_bar, last_bar});
    const std::uint32_t lead = points.list()->events[cluster.lead];
    PlannedMark mark =
        marker.point(from.story.events[lead].when, marker.x_of(middle), members.size(), dimmed);
    mark.event = lead;
    mark.members = std::move(members);
    const bool is_here = chunk.begin <= middle && middle < chunk.end;
    piece.add(std::move(mark), is_here ? Stands::kHere : Stands::kElsewhere, !is_here);
  }
}

// Of a folded lane only what is selected is drawn as itself: it is never hidden.
void WindowPlanner::add_selected(Piece& piece, const TimeRange& chunk, const LaneMarker& marker,
                                 const PointIndex& points, const WindowStory& from) {
  const std::uint32_t place = selected_place(points, from);
  if (place == kNoPlace) return;
  const Instant middle = points.middle(place);
  if (middle < chunk.begin || middle >= chunk.end) return;
  const std::uint32_t event = points.list()->events[place];
  PlannedMark mark = marker.point(from.story.events[event].when, marker.x_of(middle), 1, false);
  mark.event = event;
  mark.members = Members(points.list(), place, 1);
  piece.add(std::move(mark), Stands::kHere, false);
}

// Leaves words to those that matter most: measuring and trying all of a dense lane finds room for no more.
void WindowPlanner::choose_titles(Piece& piece, const WindowStory& from) {
  struct Title {
    double priority;
    std::uint32_t mark, spare;
  };
  std::vector<Title> titles;
  for (std::uint32_t i = 0; i < piece.marks.size(); ++i) {
    const PlannedMark& mark = piece.marks[i];
    if (piece.wordless[i] || mark.dimmed) continue;
    titles.push_back({priority_of(from.story.events[mark.event], is_selected(plan_.key, mark.event)), i, 0});
  }
  if (titles.size() <= kMostTitles) return;
  sort_list(titles, [](const Title& a, const Title& b) { return a.priority > b.priority; });
  for (std::size_t i = kMostTitles; i < titles.size(); ++i) piece.wordless[titles[i].mark] = 1;
}

void WindowPlanner::write(Piece& piece, std::int64_t chunk, const Lane& lane, const WindowStory& from) {
  piece.has_words = true;
  choose_titles(piece, from);
  const TimeRange range = range_of(chunk);
  const LaneMarker marker(plan_.key, lane, lane_index(lane, from).has_stretches, from.index.extent);
  draft_.marks = std::move(piece.marks);
  LaneMarks marks{lane, marker.middle_y(), marker.bottom_y(), 0, piece.dimmed_begin, piece.dimmed_end};
  marks.from_px = marker.x_of(range.begin) + 1;
  marks.to_px = marker.x_of(range.end) - kBetweenWords;
  marks.wordless = piece.wordless;
  add_lane_labels(draft_, marks, from.story, from.index.extent, from.measurer);
  piece.marks = std::move(draft_.marks);
  piece.labels = std::move(draft_.labels);
  draft_.marks.clear();
  draft_.labels.clear();
}

}  // namespace tp
