#include "app/search_index.hpp"

#include <algorithm>
#include <array>
#include <bit>

#include "app/fold_text.hpp"

namespace tp {

namespace {

constexpr std::size_t kMostQueryBytes = 4096;
constexpr std::size_t kRanks = 64;

void set_bit(DocumentBits& bits, std::uint32_t number) {
  bits[number / 64] |= std::uint64_t{1} << (number % 64);
}

void keep_common(DocumentBits& bits, const DocumentBits& other) {
  for (std::size_t i = 0; i < bits.size(); ++i) bits[i] &= other[i];
}

// Things of one kind go into buckets by rank, the highest first; within a bucket they keep their order.
template <class RankOf, class RefOf>
void add_ranked(std::size_t count, RankOf rank_of, RefOf ref_of, std::vector<Ref>& out) {
  std::array<std::size_t, kRanks + 1> starts{};
  for (std::size_t i = 0; i < count; ++i) ++starts[kRanks - rank_of(i)];
  for (std::size_t r = 1; r <= kRanks; ++r) starts[r] += starts[r - 1];
  const std::size_t first = out.size();
  out.resize(first + count);
  for (std::size_t i = 0; i < count; ++i) out[first + starts[kRanks - 1 - rank_of(i)]++] = ref_of(i);
}

void add_all(Kind kind, std::size_t count, std::vector<Ref>& out) {
  for (std::size_t i = 0; i < count; ++i) out.push_back({kind, static_cast<std::uint32_t>(i)});
}

}  // namespace

std::vector<std::string> query_words(std::string_view text) {
  std::vector<std::string> words;
  WordReader reader(text.substr(0, kMostQueryBytes));
  while (words.size() < kMostQueryWords && reader.next()) {
    if (std::find(words.begin(), words.end(), reader.word()) == words.end())
      words.emplace_back(reader.word());
  }
  return words;
}

void SearchIndex::clear() {
  *this = SearchIndex();
}

void SearchIndex::start(const Story& story, const StoryIndex& index) {
  clear();
  started_ = true;
  documents_.reserve(story.actors.size() + story.glossary.size() + story.periods.size() +
                     story.series.size() + story.events.size() + story.relations.size() +
                     story.sources.size());
  add_ranked(
      story.actors.size(),
      [&](std::size_t i) { return std::min(kRanks - 1, index.events_of_actor.of(i).size()); },
      [](std::size_t i) {
        return Ref{Kind::kActor, static_cast<std::uint32_t>(i)};
      },
      documents_);
  add_all(Kind::kTerm, story.glossary.size(), documents_);
  add_all(Kind::kPeriod, story.periods.size(), documents_);
  add_all(Kind::kSeries, story.series.size(), documents_);
  add_ranked(
      story.events.size(),
      [&](std::size_t i) { return std::size_t{story[index.events_in_time[i]].importance}; },
      [&](std::size_t i) { return Ref::of(Kind::kEvent, index.events_in_time[i]); }, documents_);
  add_all(Kind::kRelation, story.relations.size(), documents_);
  add_all(Kind::kSource, story.sources.size(), documents_);
}

void SearchIndex::build(const Story& story, std::size_t bytes) {
  read_bytes_ = 0;
  while (built_ < documents_.size() && read_bytes_ < bytes)
    read_document(story, static_cast<std::uint32_t>(built_++));
}

void SearchIndex::read_document(const Story& story, std::uint32_t number) {
  list_search_texts(story, documents_[number], texts_);
  read_bytes_ += 32;  // what a document costs without a word
  for (const SearchText& text : texts_) read_text(text, number);
}

void SearchIndex::read_text(const SearchText& text, std::uint32_t number) {
  read_bytes_ += text.words.size();
  std::string plain;
  std::string_view words = text.words;
  if (has_markdown(words)) words = plain = without_markdown(words);
  std::uint8_t places = text.is_title ? kInTitle | kBeginsTitle : 0;
  for (WordReader reader(words); reader.next();) {
    words_.add(reader.word(), number, places);
    places &= kInTitle;
  }
}

// The words of the index that begin so.
void SearchIndex::choose_words(WordMatches& match, const WordMatches* shorter) const {
  const std::string_view prefix = match.text;
  const auto begins = [&](std::uint32_t word) {
    return words_.word(word).substr(0, prefix.size()) == prefix;
  };
  if (shorter) {
    for (const std::uint32_t word : shorter->words)
      if (begins(word)) match.words.push_back(word);
    return;
  }
  for (std::uint32_t word = 0; word < words_.word_count(); ++word)
    if (begins(word)) match.words.push_back(word);
}

void SearchIndex::gather(WordMatches& match) const {
  const std::size_t size = (documents_.size() + 63) / 64;
  SearchMatches& found = match.found;
  found.anywhere.assign(size, 0);
  found.in_title.assign(size, 0);
  found.begins_title.assign(size, 0);
  for (const std::uint32_t word : match.words) {
    words_.for_each_document(word, [&](std::uint32_t document, std::uint8_t places) {
      set_bit(found.anywhere, document);
      if (places & kInTitle) set_bit(found.in_title, document);
      if (places & kBeginsTitle) set_bit(found.begins_title, document);
    });
  }
}

const SearchMatches& SearchIndex::find(const std::vector<std::string>& words) {
  if (asked_at_ != built_) asked_.clear();
  asked_at_ = built_;
  if (asked_.size() > words.size()) asked_.resize(words.size());
  answer_ = {};
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool known = i < asked_.size();
    if (!known || asked_[i].text != words[i]) {
      WordMatches next;
      next.text = words[i];
      const bool longer = known && words[i].starts_with(asked_[i].text);
      choose_words(next, longer ? &asked_[i] : nullptr);
      gather(next);
      if (known) {
        asked_[i] = std::move(next);
      } else {
        asked_.push_back(std::move(next));
      }
    }
    const SearchMatches& found = asked_[i].found;
    if (i == 0) {
      answer_ = found;
      continue;
    }
    keep_common(answer_.anywhere, found.anywhere);
    keep_common(answer_.in_title, found.in_title);
    keep_common(answer_.begins_title, found.in_title);
  }
  for (const std::uint64_t bits : answer_.anywhere)
    answer_.total += static_cast<std::size_t>(std::popcount(bits));
  return answer_;
}

std::size_t SearchIndex::bytes() const {
  return words_.bytes() + documents_.capacity() * sizeof(Ref);
}

}  // namespace tp
