#include "story/locate.hpp"

#include <algorithm>
#include <numeric>

#include "base/sort.hpp"
#include "story/json_scan.hpp"

namespace tp {
namespace {

constexpr std::size_t kLongestKey = 256;  // keeps 100 reports of nested megabyte keys small
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

enum class Next { kKey, kValue, kComma };

/// An array or object around the walk, and where in it the walk is.
struct Level {
  bool is_array = false;
  Next next = Next::kKey;
  std::size_t index = 0;       // in an array
  std::size_t key_offset = 0;  // in an object: the quote of the key read last
};

bool opens(TokenKind kind) {
  return kind == TokenKind::kOpenArray || kind == TokenKind::kOpenObject;
}

bool closes(TokenKind kind) {
  return kind == TokenKind::kCloseArray || kind == TokenKind::kCloseObject;
}

/// Follows the brackets, keys and commas of a JSON text.
class Walk {
 public:
  explicit Walk(std::string_view json) : json_(json), token_(next_token(json, 0)) {}

  /// The pointer of the value that holds the byte. Offsets must not go back.
  std::string pointer_at(std::size_t offset) {
    while (token_.kind != TokenKind::kEnd && token_.end <= offset) pass();
    if (levels_.empty()) return {};
    const bool inside = offset >= token_.begin;
    if (inside && is_key()) return pointer(levels_.size() - 1) + "/" + escaped_key(token_.begin);
    return pointer(inside && is_value() ? levels_.size() : levels_.size() - 1);
  }

 private:
  bool is_key() const {
    return token_.kind == TokenKind::kString && !levels_.empty() && levels_.back().next == Next::kKey;
  }
  bool is_value() const {
    const bool can_be =
        token_.kind == TokenKind::kString || token_.kind == TokenKind::kWord || opens(token_.kind);
    return can_be && !levels_.empty() && levels_.back().next == Next::kValue;
  }

  /// Takes note of the current token and goes to the next.
  void pass() {
    if (is_key()) {
      levels_.back().key_offset = token_.begin;
      levels_.back().next = Next::kValue;
    } else if (opens(token_.kind)) {
      open(token_.kind == TokenKind::kOpenArray);
    } else if (is_value()) {
      levels_.back().next = Next::kComma;
    } else if (token_.kind == TokenKind::kComma && !levels_.empty()) {
      levels_.back().next = levels_.back().is_array ? Next::kValue : Next::kKey;
      ++levels_.back().index;
    } else if (closes(token_.kind) && !levels_.empty()) {
      levels_.pop_back();
    }
    token_ = next_token(json_, token_.end);
  }

  void open(bool is_array) {
    if (!levels_.empty()) levels_.back().next = Next::kComma;
    levels_.push_back({is_array, is_array ? Next::kValue : Next::kKey});
  }

  std::string escaped_key(std::size_t quote) const {
    std::string out;
    for (const char c : decode_string(json_, quote)) {
      if (out.size() >= kLongestKey) return out + "…";
      if (c == '~') {
        out += "~0";
      } else if (c == '/') {
        out += "~1";
      } else {
        out += c;
      }
    }
    return out;
  }

  /// The way into the first `depth` levels.
  std::string pointer(std::size_t depth) const {
    std::string out;
    for (std::size_t i = 0; i < depth; ++i) {
      const Level& level = levels_[i];
      out += "/" + (level.is_array ? std::to_string(level.index) : escaped_key(level.key_offset));
    }
    return out;
  }

  std::string_view json_;
  Token token_;
  std::vector<Level> levels_;
};

/// Counts lines and characters on the way through the text.
class LineCounter {
 public:
  explicit LineCounter(std::string_view json)
      : json_(json), at_(json.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0) {}

  void go_to(std::size_t offset) {
    for (const std::size_t end = std::min(offset, json_.size()); at_ < end; ++at_) {
      if (json_[at_] == '\n') {
        ++line;
        column = 1;
      } else if ((static_cast<unsigned char>(json_[at_]) & 0xC0u) != 0x80u) {
        ++column;
      }
    }
  }

  std::size_t line = 1;
  std::size_t column = 1;

 private:
  std::string_view json_;
  std::size_t at_;
};

}  // namespace

std::vector<Place> locate(std::string_view json, const std::vector<std::size_t>& offsets) {
  std::vector<std::size_t> order(offsets.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  sort_list(order, [&](std::size_t a, std::size_t b) { return offsets[a] < offsets[b]; });

  std::vector<Place> places(offsets.size());
  Walk walk(json);
  LineCounter lines(json);
  for (const std::size_t i : order) {
    lines.go_to(offsets[i]);
    places[i] = {walk.pointer_at(offsets[i]), lines.line, lines.column};
  }
  return places;
}

}  // namespace tp
