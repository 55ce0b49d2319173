// What is shared while a story is read, and how is each kind of field read? One overload of `read` for each
// type.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "story/json_value.hpp"
#include "story/language_use.hpp"
#include "story/limits.hpp"
#include "story/model.hpp"
#include "story/names.hpp"
#include "story/problems.hpp"
#include "story/wording.hpp"

namespace tp {

/// A place in the file that names an id.
struct Use {
  std::uint32_t number = 0;
  Wanted wanted = Wanted::kAnything;
  Spot spot = 0;
};

/// A `lens` of a tour step, to be checked when all ids are known.
struct LensUse {
  std::string_view word;
  std::uint32_t offset = 0;
};

/// A story while it is being read. Until `resolve`, an index in the story holds the number of a name instead.
struct Reading {
  Reading(std::string_view text, const Limits& most, Story& into, Problems& found)
      : json(text), limits(most), story(into), problems(found) {}

  std::string_view json;
  Limits limits;
  Story& story;
  Problems& problems;
  Names names;
  std::vector<Use> uses;  ///< in file order
  std::vector<LensUse> lenses;
  LanguageUse languages;
  std::size_t events_at = 0;  ///< where the first event begins in the file
  std::uint32_t step_count = 0;
  bool has_start_tour = false;
  bool is_unknown_format = false;

  /// The string of a value, owned by the story.
  std::string_view keep(const JsonValue& value);
  /// The file's bytes of a number or literal.
  std::string_view raw(const JsonValue& value) const;
  /// Notes that an id is used here and gives its number.
  std::uint32_t use(const JsonValue& at, std::string_view id, Wanted wanted);

  /// False, with an error, where the value is of another type.
  bool expect(const JsonValue& value, JsonType type, std::string_view expected);
};

enum class Need : std::uint8_t { kOptional, kRequired };

/// One field of an object: its name in the file and how it is read into a `T`.
template <class T>
struct Field {
  std::string_view name;
  Need need;
  void (*read)(Reading&, const JsonValue&, T&);
};

// Fields by type. Each reports what is wrong with its value and leaves the target as it was.
void read(Reading& reading, const JsonValue& value, std::string_view& into);
void read(Reading& reading, const JsonValue& value, bool& into);
void read(Reading& reading, const JsonValue& value, Text& into);
void read(Reading& reading, const JsonValue& value, Date& into);
void read(Reading& reading, const JsonValue& value, DateRange& into);
void read(Reading& reading, const JsonValue& value, Rgb& into);
void read(Reading& reading, const JsonValue& value, Status& into);
void read(Reading& reading, const JsonValue& value, ActorIndex& into);
void read(Reading& reading, const JsonValue& value, TrackIndex& into);
void read(Reading& reading, const JsonValue& value, EventIndex& into);
void read(Reading& reading, const JsonValue& value, QuestionIndex& into);
void read(Reading& reading, const JsonValue& value, Ref& into);
void read(Reading& reading, const JsonValue& value, SourceRef& into);

/// An array; elements that are wrong are reported and left as they are by default.
template <class T>
void read(Reading& reading, const JsonValue& value, std::vector<T>& into) {
  if (!reading.expect(value, JsonType::kArray, "an array")) return;
  into.clear();
  into.reserve(JsonInside(value).count());
  for (const JsonValue& element : JsonInside(value)) {
    into.emplace_back();
    read(reading, element, into.back());
  }
}

template <class T>
void read(Reading& reading, const JsonValue& value, std::optional<T>& into) {
  T read_value{};
  read(reading, value, read_value);
  into = std::move(read_value);
}

// Ids of actors or events that name one thing twice get a warning and keep the first.
void read(Reading& reading, const JsonValue& value, std::vector<ActorIndex>& into);
void read(Reading& reading, const JsonValue& value, std::vector<EventIndex>& into);
/// The same where a single id may stand instead of the array.
void read_one_or_more(Reading& reading, const JsonValue& value, std::vector<ActorIndex>& into);

/// An `http` or `https` address; everything else is an error, so that no script can hide in one.
void read_url(Reading& reading, const JsonValue& value, std::string_view& into);
/// One of `choices`; its place in them, or nothing after an error.
std::optional<std::size_t> read_choice(Reading& reading, const JsonValue& value, std::string_view what,
                                       std::span<const std::string_view> choices);
/// A number from `least` to `most`; nothing after an error.
std::optional<double> read_number(Reading& reading, const JsonValue& value, std::string_view what,
                                  double least, double most);
/// A whole number from `least` to `most`; nothing after an error.
std::optional<int> read_whole(Reading& reading, const JsonValue& value, std::string_view what, int least,
                              int most);

/// False, with an error, where an array has another number of elements.
bool has_length(Reading& reading, const JsonValue& array, std::size_t length, std::string_view expected);

/// Reads an id and gives it to `self`.
void define(Reading& reading, const JsonValue& value, Ref self, std::string_view& into);

/// A field that is read by the overload of `read` for its member's type.
template <auto Member, class T>
void into(Reading& reading, const JsonValue& value, T& object) {
  read(reading, value, object.*Member);
}

namespace detail {

void report_not_object(Reading& reading, const JsonValue& value, std::string_view what);
/// Reports a field that is none of `known`.
void check_unknown(Reading& reading, const JsonValue& member, std::span<const std::string_view> known);
void report_missing(Reading& reading, const JsonValue& object, std::string_view what, std::string_view field);
/// False, with an error, for a required field that is there but says nothing.
bool says_something(Reading& reading, const JsonValue& member);

}  // namespace detail

/// Reads an object by its table of fields: unknown ones are warnings, missing required ones errors. `what` is
/// said in messages ("an event"); `let_pass` are further fields that may be there and aren't read. False
/// where the value is no object.
template <class T, std::size_t N>
bool read_object(Reading& reading, const JsonValue& value, std::string_view what, const Field<T> (&fields)[N],
                 T& object, std::span<const std::string_view> let_pass = {}) {
  static_assert(N <= 64);
  if (!value.is(JsonType::kObject)) {
    detail::report_not_object(reading, value, what);
    return false;
  }
  std::uint64_t seen = 0;
  std::size_t at = 0;
  for (const JsonValue& member : JsonInside(value)) {
    // Authors and programs keep to one order: the next field is the likeliest.
    std::size_t tried = 0;
    while (tried < N && fields[at].name != member.key) {
      at = at + 1 < N ? at + 1 : 0;
      ++tried;
    }
    if (tried == N) {
      std::array<std::string_view, N> known;
      for (std::size_t i = 0; i < N; ++i) known[i] = fields[i].name;
      detail::check_unknown(reading, member, let_pass.empty() ? known : let_pass);
      continue;
    }
    seen |= std::uint64_t{1} << at;
    if (fields[at].need == Need::kRequired && !detail::says_something(reading, member)) continue;
    fields[at].read(reading, member, object);
  }
  for (std::size_t i = 0; i < N; ++i) {
    if (fields[i].need == Need::kRequired && (seen >> i & 1u) == 0) {
      detail::report_missing(reading, value, what, fields[i].name);
    }
  }
  return true;
}

/// "", {} or an object of nothing but empty strings.
bool is_empty_text(const JsonValue& value);

/// The member of an object with that name, or nothing.
const JsonValue* member_of(const JsonValue& object, std::string_view name);

}  // namespace tp
