// Which events does a mark stand for? Neighbours in a list that is kept as long as they are, but for a few.
#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <memory>
#include <vector>

namespace tp {

/// Events in the order that marks gather them in. Marks point into it and share it, so that one that stands
/// for half a million costs no more than one that stands for one.
struct EventList {
  std::vector<std::uint32_t> events;
  /// For every event of the story its place in the list that holds it; null: nobody has looked it up.
  std::shared_ptr<const std::vector<std::uint32_t>> place_of;
  std::uint32_t number = 0;  ///< among the lists that share `place_of`
};

class Members {
 public:
  Members() = default;
  /// Those at the places `first` … `first + count − 1`, but for `skipped` ones: places of these, ascending.
  Members(std::shared_ptr<const EventList> list, std::uint32_t first, std::uint32_t count,
          std::vector<std::uint32_t> skipped = {})
      : list_(std::move(list)), first_(first), last_(first + count), skipped_(std::move(skipped)) {}

  std::size_t size() const { return last_ - first_ - skipped_.size(); }
  std::uint32_t operator[](std::size_t i) const;
  /// O(log skipped) where the list has places looked up, else O(size).
  bool contains(std::uint32_t event) const;
  /// True where one of these places, ascending, is a member's.
  bool holds_any_place(const std::vector<std::uint32_t>& places) const;
  const EventList* list() const { return list_.get(); }
  /// None; keeps room.
  void clear() {
    list_.reset();
    first_ = last_ = 0;
    skipped_.clear();
  }
  /// Equal where they are the same places of the same list.
  friend bool operator==(const Members&, const Members&) = default;

  class Iterator {
   public:
    using iterator_category = std::forward_iterator_tag;
    using value_type = std::uint32_t;
    using difference_type = std::ptrdiff_t;
    using pointer = const std::uint32_t*;
    using reference = std::uint32_t;
    Iterator() = default;
    Iterator(const Members* members, std::uint32_t place) : members_(members), place_(place) { skip(); }
    std::uint32_t operator*() const { return members_->list_->events[place_]; }
    Iterator& operator++() {
      ++place_;
      skip();
      return *this;
    }
    Iterator operator++(int) {
      Iterator old = *this;
      ++*this;
      return old;
    }
    friend bool operator==(const Iterator& a, const Iterator& b) { return a.place_ == b.place_; }

   private:
    void skip();
    const Members* members_ = nullptr;
    std::uint32_t place_ = 0;
    std::size_t next_skipped_ = 0;
  };
  Iterator begin() const { return {this, first_}; }
  Iterator end() const { return {this, last_}; }

 private:
  bool is_skipped(std::uint32_t place) const;
  std::shared_ptr<const EventList> list_;
  std::uint32_t first_ = 0, last_ = 0;
  std::vector<std::uint32_t> skipped_;
};

}  // namespace tp
