#include "story/json_elements.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <nlohmann/json.hpp>
#include <unordered_map>
#include <vector>

#include "base/sort.hpp"
#include "story/json_cursor.hpp"
#include "story/json_scan.hpp"
#include "story/syntax_error.hpp"
#include "story/wording.hpp"

namespace tp {
namespace {

/// What nlohmann's parser pulls characters through.
struct CursorIterator {
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = char;

  JsonCursor* cursor = nullptr;

  char operator*() const { return cursor->current(); }
  CursorIterator& operator++() {
    cursor->advance();
    return *this;
  }
  CursorIterator operator++(int) {
    const CursorIterator before = *this;
    cursor->advance();
    return before;
  }
  // Compared with the end only.
  bool operator==(const CursorIterator&) const { return cursor->at_end(); }
  bool operator!=(const CursorIterator&) const { return !cursor->at_end(); }
};

constexpr std::size_t kFewKeys = 64;

/// Receives nlohmann's SAX events, grows the tree of one element and hands it to the sink.
class Parser {
 public:
  Parser(std::string_view json, const Limits& limits, StringStore& strings, Problems& problems,
         ElementSink& sink)
      : json_(json),
        limits_(limits),
        strings_(strings),
        problems_(problems),
        sink_(sink),
        cursor_(json, limits.string_bytes) {}

  bool run() {
    const bool parsed =
        nlohmann::ordered_json::sax_parse(CursorIterator{&cursor_}, CursorIterator{&cursor_}, this);
    return parsed && !stopped_;
  }

  bool null() { return word(JsonType::kNull, 0); }
  bool boolean(bool is_true) { return word(JsonType::kBoolean, is_true ? 1 : 0); }
  bool number_integer(std::int64_t value) { return word(JsonType::kNumber, static_cast<double>(value)); }
  bool number_unsigned(std::uint64_t value) { return word(JsonType::kNumber, static_cast<double>(value)); }
  bool number_float(double value, const std::string&) { return word(JsonType::kNumber, value); }
  bool binary(nlohmann::ordered_json::binary_t&) { return false; }

  bool string(std::string&) {
    accept(cursor_.string_end());
    JsonValue value;
    value.type = JsonType::kString;
    value.is_kept = cursor_.string_has_escapes();
    value.text = value.is_kept ? strings_.keep(cursor_.string()) : cursor_.string();
    return add(value, cursor_.string_offset());
  }

  bool key(std::string&) {
    key_ = cursor_.string_has_escapes() ? strings_.keep(cursor_.string()) : cursor_.string();
    key_offset_ = cursor_.string_offset();
    accepted_ = Accepted::kKey;
    accepted_end_ = cursor_.string_end();
    if (open_.size() == 1) note_top_key();
    return true;
  }

  bool start_object(std::size_t) { return open(JsonType::kObject); }
  bool end_object() { return close(); }
  bool start_array(std::size_t) { return open(JsonType::kArray); }
  bool end_array() { return close(); }

  bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) {
    if (cursor_.fault() != StringFault::kNone) {
      const bool bad_bytes = cursor_.fault() == StringFault::kBadUtf8;
      problems_.error(bad_bytes ? "invalid-utf8" : "bad-string", cursor_.fault_offset(), [&] {
        return wording::string_fault(cursor_.fault(), cursor_.fault_offset(), limits_.string_bytes);
      });
      return false;
    }
    const SyntaxError error = explain_syntax_error(json_, accepted_end_, accepted_);
    problems_.error("syntax", error.offset, [&] { return error.message; });
    return false;
  }

 private:
  /// An array or object that is not closed yet.
  struct Open {
    bool is_array = false;
    bool is_top_array = false;  // an array whose elements are handed out one by one
    std::uint32_t node = 0;
  };

  void accept(std::size_t end) {
    accepted_end_ = end;
    accepted_ = open_.empty()           ? Accepted::kWhole
                : open_.back().is_array ? Accepted::kValueInArray
                                        : Accepted::kValueInObject;
  }

  /// A number, null, true or false. What follows it directly belongs to it: "03" is not 0 and then 3.
  bool word(JsonType type, double number) {
    const std::size_t offset = cursor_.word_offset();
    const Token token = next_token(json_, offset);
    const std::string_view text = json_.substr(offset, token.end - offset);
    if (!is_json_word(text)) return stop("syntax", offset, explain_word(text));
    accept(token.end);
    JsonValue value;
    value.type = type;
    value.number = number;
    return add(value, offset);
  }

  bool stop(std::string_view code, std::size_t offset, std::string message) {
    stopped_ = true;
    problems_.error(code, offset, [&] { return std::move(message); });
    return false;
  }

  /// Puts a value at its place: into the element that is growing, or, complete as it is, to the sink.
  bool add(JsonValue value, std::size_t offset) {
    if (open_.empty()) return stop("not-an-object", offset, wording::not_an_object(value.type));
    if (tree_.size() >= limits_.element_values) {
      return stop("too-large", tree_.front().offset,
                  wording::too_many("values in one element", limits_.element_values));
    }
    value.offset = static_cast<std::uint32_t>(offset);
    if (!open_.back().is_array) {
      value.key = key_;
      value.key_offset = static_cast<std::uint32_t>(key_offset_);
    }
    tree_.push_back(value);
    if (value.is(JsonType::kArray) || value.is(JsonType::kObject)) return true;
    return !is_element_complete() || hand_out();
  }

  bool is_element_complete() const {
    return open_.size() == 1 || (open_.size() == 2 && open_.back().is_top_array);
  }

  bool hand_out() {
    bool goes_on = true;
    if (open_.size() == 2) {
      goes_on = sink_.element(tree_.front(), element_++);
    } else {
      goes_on = sink_.member(tree_.front());
    }
    tree_.clear();
    stopped_ = !goes_on;
    return goes_on;
  }

  bool open(JsonType type) {
    const std::size_t offset = cursor_.bracket_offset();
    if (open_.size() >= limits_.nesting) return stop("too-deep", offset, wording::too_deep(limits_.nesting));
    const bool is_array = type == JsonType::kArray;
    accepted_ = is_array ? Accepted::kArrayBegin : Accepted::kObjectBegin;
    accepted_end_ = offset + 1;
    if (open_.empty()) {
      if (is_array) return stop("not-an-object", offset, wording::not_an_object(type));
      open_.push_back({});
      return true;
    }
    JsonValue value;
    value.type = type;
    const auto node = static_cast<std::uint32_t>(tree_.size());
    if (!add(value, offset)) return false;
    const bool is_top_array = is_array && open_.size() == 1;
    open_.push_back({is_array, is_top_array, node});
    if (is_top_array) {
      sink_.array(tree_.front());
      tree_.clear();
      element_ = 0;
    }
    return true;
  }

  bool close() {
    const Open closed = open_.back();
    open_.pop_back();
    accept(cursor_.bracket_offset() + 1);
    if (open_.empty() || closed.is_top_array) return true;
    JsonValue& value = tree_[closed.node];
    value.span = static_cast<std::uint32_t>(tree_.size()) - closed.node;
    if (!closed.is_array) check_keys(value);
    return !is_element_complete() || hand_out();
  }

  void report_twice(std::string_view key, std::size_t offset, std::size_t first) {
    problems_.error(
        "duplicate-key", offset, [&] { return wording::duplicate_key(key); }, first);
  }

  void note_top_key() {
    const auto [first, is_new] = top_keys_.try_emplace(key_, key_offset_);
    if (!is_new) report_twice(key_, key_offset_, first->second);
  }

  void check_keys(const JsonValue& object) {
    if (JsonInside(object).count() <= kFewKeys) {
      check_few_keys(object);
    } else {
      check_many_keys(object);
    }
  }

  /// Looks through the keys before one only where a filter of one bit for each says that it may be among
  /// them.
  void check_few_keys(const JsonValue& object) {
    std::uint64_t filter = 0;
    for (const JsonValue& member : JsonInside(object)) {
      const std::uint64_t bit = std::uint64_t{1} << (key_hash(member.key) % 64);
      const bool may_be_twice = (filter & bit) != 0;
      filter |= bit;
      if (!may_be_twice) continue;
      for (const JsonValue& earlier : JsonInside(object)) {
        if (&earlier == &member) break;
        if (earlier.key != member.key) continue;
        report_twice(member.key, member.key_offset, earlier.key_offset);
        break;
      }
    }
  }

  void check_many_keys(const JsonValue& object) {
    sorted_.clear();
    for (const JsonValue& member : JsonInside(object)) sorted_.push_back(&member);
    sort_list(sorted_, [](const JsonValue* a, const JsonValue* b) {
      return a->key != b->key ? a->key < b->key : a->key_offset < b->key_offset;
    });
    const JsonValue* first = sorted_.front();
    for (std::size_t i = 1; i < sorted_.size(); ++i) {
      if (sorted_[i]->key != first->key) {
        first = sorted_[i];
      } else {
        report_twice(first->key, sorted_[i]->key_offset, first->key_offset);
      }
    }
  }

  static std::size_t key_hash(std::string_view key) {
    if (key.empty()) return 0;
    const auto byte = [](char c) { return static_cast<std::size_t>(static_cast<unsigned char>(c)); };
    return byte(key.front()) * 31 + byte(key.back()) * 7 + byte(key[key.size() / 2]) * 3 + key.size();
  }

  std::string_view json_;
  const Limits& limits_;
  StringStore& strings_;
  Problems& problems_;
  ElementSink& sink_;
  JsonCursor cursor_;
  std::vector<Open> open_;
  std::vector<JsonValue> tree_;
  std::vector<const JsonValue*> sorted_;
  std::unordered_map<std::string_view, std::size_t> top_keys_;  // for look-up only
  std::string_view key_;
  std::size_t key_offset_ = 0;
  std::size_t element_ = 0;
  Accepted accepted_ = Accepted::kNothing;
  std::size_t accepted_end_ = 0;
  bool stopped_ = false;
};

}  // namespace

bool read_elements(std::string_view json, const Limits& limits, StringStore& strings, Problems& problems,
                   ElementSink& sink) {
  return Parser(json, limits, strings, problems, sink).run();
}

}  // namespace tp
