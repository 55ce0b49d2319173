#include "allocation_count.hpp"

#include <atomic>
#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <new>

namespace {

std::atomic<std::size_t> g_bytes{0}, g_calls{0};

// Asks malloc, which the address sanitizer watches as it does its own `operator new`. What malloc says that a
// block holds may be a little more than was asked for, and differs from time to time: the size that was asked
// for is kept before the block.
constexpr std::size_t kBefore = alignof(std::max_align_t);

void* take(std::size_t size) {
  void* block = std::malloc(kBefore + size);
  if (!block) std::abort();
  std::memcpy(block, &size, sizeof size);
  g_bytes += size;
  ++g_calls;
  return static_cast<char*>(block) + kBefore;
}

void give_back(void* memory) {
  if (!memory) return;
  void* block = static_cast<char*>(memory) - kBefore;
  std::size_t size = 0;
  std::memcpy(&size, block, sizeof size);
  g_bytes -= size;
  std::free(block);
}

}  // namespace

namespace tp {

std::size_t bytes_in_use() {
  return g_bytes;
}
std::size_t allocations() {
  return g_calls;
}

}  // namespace tp

// The other forms, of arrays and of those that do not throw, call these.
void* operator new(std::size_t size) {
  return take(size);
}
void operator delete(void* memory) noexcept {
  give_back(memory);
}
void operator delete(void* memory, std::size_t) noexcept {
  give_back(memory);
}
