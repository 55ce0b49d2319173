// Which documents hold a word that begins so? An inverted index: each distinct word once, with the numbers of
// the documents it is in.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace tp {

/// Where in a document a word stands; a word may stand in several places.
inline constexpr std::uint8_t kInTitle = 1;
inline constexpr std::uint8_t kBeginsTitle = 2;

/// Lists are byte-coded differences in chains of growing blocks (as in-memory indexing is usually done; see
/// Büttcher, Clarke & Cormack, Information Retrieval, 2010, chapter 4), so that 25 words of an event take
/// some 40 bytes and nothing is ever moved.
class WordIndex {
 public:
  void clear();
  /// Documents come in order: `document` is never less than before.
  void add(std::string_view word, std::uint32_t document, std::uint8_t places);

  std::uint32_t word_count() const { return static_cast<std::uint32_t>(entries_.size()); }
  std::string_view word(std::uint32_t number) const;
  /// Calls `take(document, places)` for each document with that word, in order.
  template <class Take>
  void for_each_document(std::uint32_t word, Take take) const;
  std::size_t bytes() const;

 private:
  static constexpr std::uint32_t kChunk = 1u << 16;
  static constexpr std::uint32_t kLink = 4;
  static constexpr std::uint32_t kNone = 0xffffffffu;
  static constexpr std::uint8_t kMostLevel = 6;
  static constexpr std::uint32_t block_size(std::uint32_t level) {
    return 16u << (level < kMostLevel ? level : kMostLevel);
  }

  struct Entry {
    std::uint32_t text = 0;
    std::uint32_t hash = 0;
    std::uint32_t head = kNone;
    std::uint32_t tail = 0;     ///< where the next byte goes
    std::uint32_t written = 0;  ///< the last document in the blocks
    std::uint32_t last = 0;     ///< the last document of all, not yet in them
    std::uint16_t left = 0;     ///< bytes of the block that are free
    std::uint8_t length = 0;
    std::uint8_t places = 0;  ///< of the last document
    std::uint8_t level = 0;
  };

  std::uint32_t entry_of(std::string_view word);
  void grow();
  void write(Entry& entry);
  void write_byte(Entry& entry, std::uint8_t byte);
  std::uint32_t new_block(std::uint32_t size);
  std::uint8_t* at(std::uint32_t place) { return chunks_[place / kChunk].get() + place % kChunk; }
  const std::uint8_t* at(std::uint32_t place) const { return chunks_[place / kChunk].get() + place % kChunk; }
  std::uint32_t link_at(std::uint32_t place) const;

  std::vector<std::uint32_t> slots_;  ///< open addressing; the size is a power of two
  std::vector<Entry> entries_;
  std::vector<char> letters_;
  std::vector<std::unique_ptr<std::uint8_t[]>> chunks_;
  std::uint32_t free_ = 0;  ///< in the last chunk
};

template <class Take>
void WordIndex::for_each_document(std::uint32_t number, Take take) const {
  const Entry& entry = entries_[number];
  std::uint32_t document = 0;
  if (entry.head != kNone) {
    std::uint32_t place = entry.head, level = 0, left = block_size(0) - kLink, value = 0, shift = 0;
    while (place != entry.tail) {
      if (left == 0) {
        place = link_at(place);
        left = block_size(++level) - kLink;
        continue;
      }
      const std::uint8_t byte = *at(place++);
      --left;
      value |= static_cast<std::uint32_t>(byte & 127) << shift;
      shift += 7;
      if (byte & 128) continue;
      document += value >> 2;
      take(document, static_cast<std::uint8_t>(value & 3));
      value = shift = 0;
    }
  }
  take(entry.last, entry.places);
}

}  // namespace tp
