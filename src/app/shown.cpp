#include "app/shown.hpp"

#include <algorithm>
#include <bit>

namespace tp {

namespace {

constexpr std::uint8_t kTrackFails = 1, kStatusFails = 2, kActorsFail = 4, kTextFails = 8;

bool only(std::uint8_t fails, std::uint8_t part) {
  return (fails & ~part) == 0;
}

}  // namespace

void CountedBits::assign(std::size_t size) {
  words_.assign((size + 63) / 64, 0);
  before_.clear();
}

void CountedBits::count() {
  before_.resize(words_.size() + 1);
  std::uint32_t sum = 0;
  for (std::size_t i = 0; i < words_.size(); ++i) {
    before_[i] = sum;
    sum += static_cast<std::uint32_t>(std::popcount(words_[i]));
  }
  before_[words_.size()] = sum;
}

std::size_t CountedBits::rank(std::size_t i) const {
  const std::size_t word = i / 64;
  if (word >= words_.size()) return total();
  const std::uint64_t below = words_[word] & ((std::uint64_t{1} << (i % 64)) - 1);
  return before_[word] + static_cast<std::size_t>(std::popcount(below));
}

std::size_t CountedBits::select(std::size_t n) const {
  std::size_t low = 0, high = words_.size();
  while (high - low > 1) {
    const std::size_t middle = (low + high) / 2;
    (before_[middle] <= n ? low : high) = middle;
  }
  std::uint64_t bits = words_[low];
  for (std::size_t left = n - before_[low]; left > 0; --left) bits &= bits - 1;
  return low * 64 + static_cast<std::size_t>(std::countr_zero(bits));
}

void Shown::reset(const Story& story) {
  *this = {};
  all_ = story.events.size();
}

bool Shown::holds(Ref ref, const Filter& filter) const {
  if (everything_) return true;
  switch (ref.kind) {
    case Kind::kEvent:
      return event(ref.index);
    case Kind::kActor:
      return actor(ref.index);
    case Kind::kRelation:
      return relation(ref.index);
    case Kind::kTrack:
      return !std::binary_search(filter.hidden_tracks.begin(), filter.hidden_tracks.end(), ref.index);
    default:
      return true;
  }
}

void FilteredStory::start(const Story& story) {
  shown_.reset(story);
  facets_ = {};
  track_of_.clear();
  status_of_.clear();
  ++revision_;
}

// Events are large; what is asked of each of them at every change fits into five bytes.
void FilteredStory::read_columns(const Story& story) {
  if (track_of_.size() == story.events.size()) return;
  track_of_.clear();
  track_of_.reserve(story.events.size());
  status_of_.clear();
  status_of_.reserve(story.events.size());
  for (const Event& event : story.events) {
    track_of_.push_back(event.track.valid() ? event.track.value
                                            : static_cast<std::uint32_t>(story.tracks.size()));
    status_of_.push_back(static_cast<std::uint8_t>(event.status));
  }
}

void FilteredStory::judge_events(const Filter& filter, const Story& story, const StoryIndex& index,
                                 const std::vector<std::uint64_t>& matches) {
  const std::size_t count = story.events.size();
  std::vector<std::uint8_t> hidden_track(story.tracks.size() + 1, 0);
  for (const std::uint32_t track : filter.hidden_tracks) hidden_track[track] = kTrackFails;
  const bool by_text = !filter.text.empty() && !matches.empty();
  const std::uint8_t all = filter.actors.empty() ? 0 : kActorsFail;
  fails_.resize(count);
  for (std::size_t i = 0; i < count; ++i) {
    const bool status_fails = filter.hidden_statuses >> status_of_[i] & 1;
    const bool text_fails = by_text && !(matches[i / 64] >> (i % 64) & 1);
    fails_[i] = static_cast<std::uint8_t>(all | hidden_track[track_of_[i]] |
                                          (status_fails ? kStatusFails : 0) | (text_fails ? kTextFails : 0));
  }
  for (const std::uint32_t actor : filter.actors)
    for (const EventIndex event : index.events_of_actor.of(actor))
      fails_[event.at()] &= static_cast<std::uint8_t>(~kActorsFail);
}

void FilteredStory::count_facets(const Story& story, const StoryIndex& index) {
  facets_.tracks.assign(story.tracks.size() + 1, {});
  facets_.statuses.assign(3, {});
  facets_.actors.assign(story.actors.size(), {});
  for (std::size_t i = 0; i < fails_.size(); ++i) {
    FacetCount& track = facets_.tracks[track_of_[i]];
    ++track.of;
    track.count += only(fails_[i], kTrackFails);
    FacetCount& status = facets_.statuses[status_of_[i]];
    ++status.of;
    status.count += only(fails_[i], kStatusFails);
  }
  facets_.tracks.pop_back();
  for (std::size_t i = 0; i < facets_.actors.size(); ++i) {
    const auto events = index.events_of_actor.of(i);
    facets_.actors[i].of = static_cast<std::uint32_t>(events.size());
    for (const EventIndex event : events) facets_.actors[i].count += only(fails_[event.at()], kActorsFail);
  }
}

void FilteredStory::show_events(const StoryIndex& index) {
  shown_.events_.assign(fails_.size());
  shown_.places_.assign(fails_.size());
  for (std::size_t i = 0; i < fails_.size(); ++i) {
    if (fails_[i]) continue;
    shown_.events_.set(i);
    shown_.places_.set(index.place_in_time[i]);
  }
  shown_.places_.count();
}

void FilteredStory::show_map(const Story& story, const StoryIndex& index) {
  const auto any_shown = [&](std::span<const EventIndex> events) {
    return std::any_of(events.begin(), events.end(), [&](EventIndex event) { return !fails_[event.at()]; });
  };
  std::vector<char> by_event(story.actors.size(), 0);
  shown_.actors_.assign(story.actors.size());
  for (std::size_t i = 0; i < story.actors.size(); ++i) {
    by_event[i] = any_shown(index.events_of_actor.of(i));
    if (by_event[i]) shown_.actors_.set(i);
  }
  shown_.relations_.assign(story.relations.size());
  for (std::size_t i = 0; i < story.relations.size(); ++i) {
    const Relation& relation = story.relations[i];
    const auto events = index.events_of_relation.of(i);
    const bool is_shown =
        events.empty() ? by_event[relation.from.at()] && by_event[relation.to.at()] : any_shown(events);
    if (!is_shown) continue;
    shown_.relations_.set(i);
    shown_.actors_.set(relation.from.at());
    shown_.actors_.set(relation.to.at());
  }
}

void FilteredStory::apply(const Filter& filter, const Story& story, const StoryIndex& index,
                          const std::vector<std::uint64_t>& matches) {
  ++revision_;
  read_columns(story);
  judge_events(filter, story, index, matches);
  count_facets(story, index);
  shown_.reset(story);
  if (!filter.is_on()) return;
  shown_.everything_ = false;
  shown_.hides_ = filter.mode == Filter::Mode::kHide;
  show_events(index);
  show_map(story, index);
}

}  // namespace tp
