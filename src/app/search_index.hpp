// Which things of a story hold all of these words? Made once for a story, in slices, so that a key stroke is
// an answer from an index.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "app/search_texts.hpp"
#include "app/word_index.hpp"
#include "story/relations_at.hpp"

namespace tp {

/// One bit for each document.
using DocumentBits = std::vector<std::uint64_t>;

/// Documents that hold every word asked for.
struct SearchMatches {
  DocumentBits anywhere;
  DocumentBits in_title;      ///< all words in a title
  DocumentBits begins_title;  ///< and the first of them is where a title begins
  std::size_t total = 0;
};

/// At most `kMostQueryWords` folded words of what a reader typed, each once; the rest counts for nothing.
inline constexpr std::size_t kMostQueryWords = 12;
std::vector<std::string> query_words(std::string_view text);

class SearchIndex {
 public:
  /// Forgets everything.
  void clear();
  bool is_started() const { return started_; }
  bool is_complete() const { return started_ && built_ == documents_.size(); }
  /// Numbers the documents, what matters first: actors by how many events they have, terms, periods and
  /// series, events by importance and time, relations, sources.
  void start(const Story& story, const StoryIndex& index);
  /// Reads on for about `bytes` of text. O(text), no clock: the same slices everywhere.
  void build(const Story& story, std::size_t bytes);

  std::size_t document_count() const { return documents_.size(); }
  Ref document(std::size_t number) const { return documents_[number]; }

  /// Documents read so far in which every word begins some word. What the last question had in common with
  /// this one is kept: one more letter narrows the last word. No words: nothing.
  const SearchMatches& find(const std::vector<std::string>& words);

  std::size_t bytes() const;

 private:
  struct WordMatches {
    std::string text;
    std::vector<std::uint32_t> words;  ///< of the index
    SearchMatches found;
  };
  void read_document(const Story& story, std::uint32_t number);
  void read_text(const SearchText& text, std::uint32_t number);
  void choose_words(WordMatches& match, const WordMatches* shorter) const;
  void gather(WordMatches& match) const;

  bool started_ = false;
  std::vector<Ref> documents_;
  std::size_t built_ = 0;
  std::size_t read_bytes_ = 0;
  WordIndex words_;
  std::vector<SearchText> texts_;  ///< of the document that is read
  std::vector<WordMatches> asked_;
  std::size_t asked_at_ = 0;  ///< how many documents had been read
  SearchMatches answer_;
};

}  // namespace tp
