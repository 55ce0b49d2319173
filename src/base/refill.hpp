// How is a thing made anew without asking for memory again? Lists are written over, element by element.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

namespace tp {

/// Writes a list over from its beginning. What was there beyond the last one written is dropped at the end.
template <class T>
class Refill {
 public:
  explicit Refill(std::vector<T>& list) : list_(list) {}
  Refill(const Refill&) = delete;
  Refill& operator=(const Refill&) = delete;
  ~Refill() { finish(); }

  /// The next element, as it was before: everything of it is to be assigned.
  T& next() {
    if (used_ == list_.size()) list_.emplace_back();
    return list_[used_++];
  }
  /// The next element, like a new one: `T::clear` may keep room, not values.
  T& next_clear() {
    T& element = next();
    element.clear();
    return element;
  }
  void drop_last() { --used_; }
  std::size_t size() const { return used_; }
  /// From here on the list is as long as what was written.
  void finish() {
    while (list_.size() > used_) list_.pop_back();
  }

 private:
  std::vector<T>& list_;
  std::size_t used_ = 0;
};

/// Makes `thing` a new one but for the named members, which stay as they are: for their room.
template <class T, class... Members>
void renew(T& thing, Members T::*... kept) {
  T fresh;
  ((fresh.*kept = std::move(thing.*kept)), ...);
  thing = std::move(fresh);
}

}  // namespace tp
