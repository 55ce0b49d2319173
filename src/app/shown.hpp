// What does the filter leave? A bit for each event, actor and relation, and how many of what each choice
// would show.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "app/filter.hpp"
#include "story/relations_at.hpp"

namespace tp {

/// Bits with a count before each 64 of them (rank and select, Jacobson 1989).
class CountedBits {
 public:
  void assign(std::size_t size);
  void set(std::size_t i) { words_[i / 64] |= std::uint64_t{1} << (i % 64); }
  bool operator[](std::size_t i) const { return words_[i / 64] >> (i % 64) & 1; }
  /// After the last `set`.
  void count();
  std::size_t total() const { return before_.empty() ? 0 : before_.back(); }
  /// How many are set before place `i`, which may be the size.
  std::size_t rank(std::size_t i) const;
  /// The place of the `n`-th that is set, from 0; `n` must be less than the total. O(log size).
  std::size_t select(std::size_t n) const;

 private:
  std::vector<std::uint64_t> words_;
  std::vector<std::uint32_t> before_;
};

/// An event is shown where the filter lets it pass. An actor is shown where a shown event concerns it or a
/// shown relation ends at it. A relation is shown where a shown event is named by one of its phases; one that
/// names no event, where both its ends are shown for their events.
class Shown {
 public:
  /// Everything.
  void reset(const Story& story);
  bool everything() const { return everything_; }
  bool hides() const { return hides_; }  ///< what is not shown is not drawn at all, else it is dimmed
  bool event(std::size_t i) const { return everything_ || events_[i]; }
  bool actor(std::size_t i) const { return everything_ || actors_[i]; }
  bool relation(std::size_t i) const { return everything_ || relations_[i]; }
  /// False where what a reader selected is not what the filter shows; periods, terms … are never filtered.
  bool holds(Ref ref, const Filter& filter) const;

  std::size_t event_count() const { return everything_ ? all_ : places_.total(); }
  /// How many shown events have a place before this one in `StoryIndex::events_in_time`.
  std::size_t rank(std::size_t place) const { return everything_ ? place : places_.rank(place); }
  /// The place of the `n`-th shown event in time.
  std::size_t select(std::size_t n) const { return everything_ ? n : places_.select(n); }
  bool place(std::size_t i) const { return everything_ || places_[i]; }

 private:
  friend class FilteredStory;
  bool everything_ = true;
  bool hides_ = false;
  std::size_t all_ = 0;
  CountedBits events_, places_, actors_, relations_;
};

struct FacetCount {
  std::uint32_t count =
      0;  ///< events that would be shown if this were chosen, all else in the filter as it is
  std::uint32_t of = 0;
  friend bool operator==(const FacetCount&, const FacetCount&) = default;
};

struct Facets {
  std::vector<FacetCount> tracks;
  std::vector<FacetCount> statuses;  ///< fact, claim, disputed
  std::vector<FacetCount> actors;
};

/// Applies filters to one story. O(events + participations), nothing else.
class FilteredStory {
 public:
  void start(const Story& story);
  /// `matches`: for each event in the story's order, whether it has the filter's text; empty while that is
  /// not known yet, then the text filters nothing.
  void apply(const Filter& filter, const Story& story, const StoryIndex& index,
             const std::vector<std::uint64_t>& matches);
  const Shown& shown() const { return shown_; }
  const Facets& facets() const { return facets_; }
  /// Changes whenever anything that is shown may have changed.
  std::uint32_t revision() const { return revision_; }

 private:
  void read_columns(const Story& story);
  void judge_events(const Filter& filter, const Story& story, const StoryIndex& index,
                    const std::vector<std::uint64_t>& matches);
  void count_facets(const Story& story, const StoryIndex& index);
  void show_events(const StoryIndex& index);
  void show_map(const Story& story, const StoryIndex& index);

  Shown shown_;
  Facets facets_;
  std::uint32_t revision_ = 0;
  std::vector<std::uint32_t> track_of_;  ///< of each event; the number of tracks: none
  std::vector<std::uint8_t> status_of_;
  std::vector<std::uint8_t>
      fails_;  ///< of each event, a bit for each part of the filter that it does not pass
};

}  // namespace tp
