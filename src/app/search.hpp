// What does a reader find who types a few letters? The best hits in words, with what to mark in them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "app/search_index.hpp"
#include "app/state.hpp"
#include "story/model.hpp"

namespace tp {

/// UTF-16 units of a title, as the page's strings count.
struct MarkedStretch {
  std::uint32_t start = 0;
  std::uint32_t length = 0;
  friend bool operator==(const MarkedStretch&, const MarkedStretch&) = default;
};

struct Hit {
  Ref ref;
  std::string kind_words;
  std::string title;
  std::string detail;  ///< what else tells it apart; where the title doesn't say why it was found: the place
                       ///< in its text that does
  std::string date;
  std::string url;  ///< of a source
  std::vector<MarkedStretch> at;
};

struct Found {
  std::string text;
  std::size_t total = 0;
  bool complete = true;  ///< false: the story is still being read, and this will be said again
  std::vector<Hit> hits;
};

/// Titles that begin with what was typed come first, then titles that hold it, then other texts; within each
/// by importance, then time. The same answer for the same question, whatever was asked before.
Found make_found(const SearchQuery& query, SearchIndex& index, const Story& story, std::string_view language);

/// The first `limit` documents in that order.
std::vector<Ref> best_matches(const SearchMatches& matches, const SearchIndex& index, std::size_t limit);

/// Where the words of `title` begin with one of `words` (folded).
std::vector<MarkedStretch> marked_stretches(std::string_view title, const std::vector<std::string>& words);

/// "event", "actor", "relation", "source", "term", "period", "series".
const char* kind_word(Kind kind);

/// `text` cut to at most `bytes`, never inside a letter.
std::string_view cut_whole(std::string_view text, std::size_t bytes);

}  // namespace tp
