#include "app/word_index.hpp"

#include <algorithm>
#include <cstring>

namespace tp {

namespace {

// FNV-1a (Fowler, Noll & Vo), 32 bits.
std::uint32_t hash_of(std::string_view word) {
  std::uint32_t hash = 2166136261u;
  for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
  return hash;
}

}  // namespace

void WordIndex::clear() {
  *this = WordIndex();
}

std::string_view WordIndex::word(std::uint32_t number) const {
  return {letters_.data() + entries_[number].text, entries_[number].length};
}

void WordIndex::grow() {
  slots_.assign(std::max<std::size_t>(1024, slots_.size() * 2), kNone);
  const std::size_t mask = slots_.size() - 1;
  for (std::uint32_t i = 0; i < entries_.size(); ++i) {
    std::size_t slot = entries_[i].hash & mask;
    while (slots_[slot] != kNone) slot = (slot + 1) & mask;
    slots_[slot] = i;
  }
}

std::uint32_t WordIndex::entry_of(std::string_view word) {
  if (entries_.size() * 2 >= slots_.size()) grow();
  const std::uint32_t hash = hash_of(word);
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = hash & mask;
  for (; slots_[slot] != kNone; slot = (slot + 1) & mask) {
    const std::uint32_t found = slots_[slot];
    if (entries_[found].hash == hash && this->word(found) == word) return found;
  }
  slots_[slot] = word_count();
  Entry entry;
  entry.text = static_cast<std::uint32_t>(letters_.size());
  entry.hash = hash;
  entry.length = static_cast<std::uint8_t>(word.size());
  entry.last = kNone;
  letters_.insert(letters_.end(), word.begin(), word.end());
  entries_.push_back(entry);
  return slots_[slot];
}

void WordIndex::add(std::string_view word, std::uint32_t document, std::uint8_t places) {
  Entry& entry = entries_[entry_of(word)];
  if (entry.last == document) {
    entry.places |= places;
    return;
  }
  if (entry.last != kNone) write(entry);
  entry.last = document;
  entry.places = places;
}

// The last document goes into the blocks, as the distance from the one before.
void WordIndex::write(Entry& entry) {
  std::uint32_t value = (entry.last - entry.written) << 2 | entry.places;
  entry.written = entry.last;
  for (; value >= 128; value >>= 7) write_byte(entry, static_cast<std::uint8_t>(128 | (value & 127)));
  write_byte(entry, static_cast<std::uint8_t>(value));
}

void WordIndex::write_byte(Entry& entry, std::uint8_t byte) {
  if (entry.left == 0) {
    const bool first = entry.head == kNone;
    if (!first && entry.level < kMostLevel) ++entry.level;
    const std::uint32_t size = block_size(entry.level);
    const std::uint32_t block = new_block(size);
    if (first) {
      entry.head = block;
    } else {
      std::memcpy(at(entry.tail), &block, kLink);
    }
    entry.tail = block;
    entry.left = static_cast<std::uint16_t>(size - kLink);
  }
  *at(entry.tail++) = byte;
  --entry.left;
}

std::uint32_t WordIndex::new_block(std::uint32_t size) {
  if (chunks_.empty() || free_ + size > kChunk) {
    chunks_.emplace_back(new std::uint8_t[kChunk]);
    free_ = 0;
  }
  const std::uint32_t place = static_cast<std::uint32_t>(chunks_.size() - 1) * kChunk + free_;
  free_ += size;
  return place;
}

std::uint32_t WordIndex::link_at(std::uint32_t place) const {
  std::uint32_t link = 0;
  std::memcpy(&link, at(place), kLink);
  return link;
}

std::size_t WordIndex::bytes() const {
  return slots_.capacity() * sizeof(std::uint32_t) + entries_.capacity() * sizeof(Entry) +
         letters_.capacity() + chunks_.size() * kChunk;
}

}  // namespace tp
