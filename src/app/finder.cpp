#include "app/finder.hpp"

#include <bit>

namespace tp {

namespace {

constexpr std::size_t kSlice = 384 * 1024;  // bytes of text read in a frame: a few milliseconds

// The documents that are events, as bits in the story's order.
std::vector<std::uint64_t> matching_events(const SearchMatches& matches, const SearchIndex& index,
                                           std::size_t event_count) {
  std::vector<std::uint64_t> events((event_count + 63) / 64, 0);
  for (std::size_t i = 0; i < matches.anywhere.size(); ++i) {
    for (std::uint64_t bits = matches.anywhere[i]; bits; bits &= bits - 1) {
      const Ref ref = index.document(i * 64 + static_cast<std::size_t>(std::countr_zero(bits)));
      if (ref.kind == Kind::kEvent) events[ref.index / 64] |= std::uint64_t{1} << (ref.index % 64);
    }
  }
  return events;
}

}  // namespace

void Finder::start(const Story& story) {
  index_.clear();
  found_ = {};
  answered_ = 0;
  answered_in_.clear();
  filtered_.start(story);
  applied_ = {};
  is_applied_ = text_is_late_ = false;
}

void Finder::read_on(const Story& story, const StoryIndex& index) {
  if (!index_.is_started()) index_.start(story, index);
  if (!index_.is_complete()) index_.build(story, kSlice);
}

void Finder::apply(const Story& story, const StoryIndex& index) {
  const std::vector<std::string> words = query_words(applied_.text);
  text_is_late_ = !words.empty() && !index_.is_complete();
  std::vector<std::uint64_t> matches;
  if (!words.empty() && !text_is_late_)
    matches = matching_events(index_.find(words), index_, story.events.size());
  filtered_.apply(applied_, story, index, matches);
}

void Finder::filter(const Filter& filter, const Story& story, const StoryIndex& index) {
  if (is_applied_ && filter == applied_) return;
  applied_ = filter;
  is_applied_ = true;
  if (!filter.text.empty()) read_on(story, index);
  apply(story, index);
}

bool Finder::answer(const SearchQuery& query, std::string_view language, const Story& story,
                    const StoryIndex& index) {
  const bool asked = query.number != answered_ || (!found_.text.empty() && language != answered_in_);
  const bool was_reading = is_reading();
  if (was_reading || (asked && !query.text.empty())) read_on(story, index);
  const bool now_complete = was_reading && !is_reading();
  if (now_complete && text_is_late_) apply(story, index);
  if (!asked && !(now_complete && !found_.complete)) return false;
  answered_ = query.number;
  answered_in_ = language;
  found_ = {};
  if (index_.is_started()) found_ = make_found(query, index_, story, language);
  found_.text = query.text;
  return true;
}

}  // namespace tp
