#include "base/sort.hpp"

#include <algorithm>
#include <cstring>
#include <memory>

namespace tp {

namespace {

constexpr std::size_t kRun = 8;  // elements that are put in order one by one before runs are merged

struct Sorter {
  std::size_t size;
  Before before;
  const void* context;

  bool comes_before(const char* a, const char* b) const { return before(context, a, b); }

  // In words: most elements are one or a few, and a call of memcpy costs more than copying them.
  void copy(char* to, const char* from) const {
    for (std::size_t at = 0; at < size; at += 4) std::memcpy(to + at, from + at, 4);
  }

  void insert_each(char* begin, const char* end, char* spare) const {
    for (char* next = begin + size; next < end; next += size) {
      char* place = next;
      while (place > begin && comes_before(next, place - size)) place -= size;
      if (place == next) continue;
      copy(spare, next);
      std::memmove(place + size, place, static_cast<std::size_t>(next - place));
      copy(place, spare);
    }
  }

  // The left run waits in `spare` while both are written where they stood.
  void merge(char* left, char* right, const char* end, char* spare) const {
    if (!comes_before(right, right - size)) return;
    const std::size_t length = static_cast<std::size_t>(right - left);
    std::memcpy(spare, left, length);
    const char* from = spare;
    const char* const spare_end = spare + length;
    char* to = left;
    const char* next = right;
    while (from < spare_end && next < end) {
      const char*& taken = comes_before(next, from) ? next : from;
      copy(to, taken);
      taken += size;
      to += size;
    }
    std::memcpy(to, from, static_cast<std::size_t>(spare_end - from));
  }
};

}  // namespace

void sort_bytes(void* first, std::size_t count, std::size_t size, Before before, const void* context) {
  if (count < 2) return;
  const Sorter sorter{size, before, context};
  char* const begin = static_cast<char*>(first);
  char* const end = begin + count * size;
  const auto spare = std::make_unique_for_overwrite<char[]>(std::max<std::size_t>(1, count) * size);
  const std::size_t run = kRun * size;
  const auto up_to = [&](char* at, std::size_t length) {
    return static_cast<std::size_t>(end - at) > length ? at + length : end;
  };
  for (char* at = begin; at < end; at = up_to(at, run)) sorter.insert_each(at, up_to(at, run), spare.get());
  for (std::size_t length = run; length < count * size; length *= 2) {
    for (char* at = begin; static_cast<std::size_t>(end - at) > length; at = up_to(at, 2 * length))
      sorter.merge(at, at + length, up_to(at, 2 * length), spare.get());
  }
}

}  // namespace tp
