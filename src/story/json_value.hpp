// What stands at one place of a JSON text? A small tree for one element, in one array, dropped before the
// next.
#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string_view>

namespace tp {

enum class JsonType : std::uint8_t { kNull, kBoolean, kNumber, kString, kArray, kObject };

/// One value. The values inside it follow it in memory, so `span` leads to its next sibling.
struct JsonValue {
  JsonType type = JsonType::kNull;
  bool is_kept = false;      ///< `text` belongs to the story's StringStore already
  std::uint32_t offset = 0;  ///< of its first byte in the file
  std::uint32_t key_offset = 0;
  std::uint32_t span = 1;  ///< this value and all inside it
  std::string_view key;    ///< where it is a member of an object
  std::string_view text;   ///< of a string, decoded
  double number = 0;       ///< of a number; 1 for true

  bool is(JsonType other) const { return type == other; }
  const JsonValue* begin_inside() const { return this + 1; }
  const JsonValue* end_inside() const { return this + span; }
};

/// The members of an object or the elements of an array, in file order; nothing for other values.
class JsonInside {
 public:
  class Iterator {
   public:
    using iterator_category = std::forward_iterator_tag;
    using value_type = JsonValue;
    using difference_type = std::ptrdiff_t;
    using pointer = const JsonValue*;
    using reference = const JsonValue&;

    Iterator() = default;
    explicit Iterator(const JsonValue* at) : at_(at) {}
    const JsonValue& operator*() const { return *at_; }
    const JsonValue* operator->() const { return at_; }
    Iterator& operator++() {
      at_ += at_->span;
      return *this;
    }
    Iterator operator++(int) {
      const Iterator before = *this;
      ++*this;
      return before;
    }
    friend bool operator==(const Iterator&, const Iterator&) = default;

   private:
    const JsonValue* at_ = nullptr;
  };

  explicit JsonInside(const JsonValue& of) : of_(&of) {}
  Iterator begin() const { return Iterator(of_->begin_inside()); }
  Iterator end() const { return Iterator(of_->end_inside()); }
  std::size_t count() const {
    std::size_t n = 0;
    for (Iterator i = begin(); i != end(); ++i) ++n;
    return n;
  }

 private:
  const JsonValue* of_;
};

}  // namespace tp
