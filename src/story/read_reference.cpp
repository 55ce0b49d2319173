// Ids: defining them, naming them, and addresses outside the story.
#include <algorithm>

#include "story/reading.hpp"

namespace tp {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}

/// Lower-case letters and digits in words joined by single hyphens.
bool is_kebab_case(std::string_view id) {
  char before = '-';
  for (const char c : id) {
    if (!is_lower(c) && !is_digit(c) && (c != '-' || before == '-')) return false;
    before = c;
  }
  return before != '-';
}

/// What reference managers make up: anything visible that can stand in a `[[link]]` and in an address.
bool is_source_id(std::string_view id) {
  constexpr std::string_view kOthers = "-_.:/@+#%&=?!~";
  return !id.empty() && std::all_of(id.begin(), id.end(), [&](char c) {
    const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return is_lower(lower) || is_digit(c) || kOthers.find(c) != std::string_view::npos;
  });
}

template <class T>
void read_index(Reading& reading, const JsonValue& value, Wanted wanted, std::string_view expected, T& into) {
  if (!reading.expect(value, JsonType::kString, expected)) return;
  const std::string_view id = value.text;
  into = T(std::size_t{reading.use(value, id, wanted)});
}

template <class T>
void read_index_list(Reading& reading, const JsonValue& value, std::string_view expected,
                     std::vector<T>& into) {
  if (!reading.expect(value, JsonType::kArray, expected)) return;
  into.clear();
  into.reserve(JsonInside(value).count());
  reading.names.begin_round();
  for (const JsonValue& element : JsonInside(value)) {
    T index;
    read(reading, element, index);
    if (!index.valid()) continue;
    if (!reading.names.first_in_round(index.value)) {
      reading.problems.warning("repeated", element.offset, [&] { return wording::repeated(element.text); });
      continue;
    }
    into.push_back(index);
  }
}

bool starts_with_scheme(std::string_view url, std::string_view scheme) {
  if (url.size() <= scheme.size()) return false;
  return std::equal(scheme.begin(), scheme.end(), url.begin(), [](char a, char b) {
    return a == b || (b >= 'A' && b <= 'Z' && a == static_cast<char>(b - 'A' + 'a'));
  });
}

/// `http` or `https`, a host, and no character that an address may not hold as it is.
bool is_web_address(std::string_view url) {
  const std::size_t scheme = starts_with_scheme(url, "https://")  ? 8
                             : starts_with_scheme(url, "http://") ? 7
                                                                  : 0;
  if (scheme == 0) return false;
  constexpr std::string_view kNever = "\"<>\\^`{|}";
  const bool is_clean = std::all_of(url.begin(), url.end(), [&](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte > 0x20 && byte != 0x7F && kNever.find(c) == std::string_view::npos;
  });
  const char first = url[scheme];
  return is_clean && first != '/' && first != '?' && first != '#' && first != ':' && first != '@';
}

}  // namespace

void define(Reading& reading, const JsonValue& value, Ref self, std::string_view& into) {
  if (!reading.expect(value, JsonType::kString, "a string")) return;
  into = reading.keep(value);
  const bool is_source = self.kind == Kind::kSource;
  if (into.empty()) return;  // said as an empty required field
  if (is_source ? !is_source_id(into) : !is_kebab_case(into)) {
    reading.problems.error("bad-id", value.offset, [&] { return wording::bad_id(into, is_source); });
  }
  if (!self.valid()) return;
  const std::uint32_t number = reading.names.number_of(into);
  if (!reading.names.define(number, into, self, value.offset)) {
    reading.problems.error(
        "duplicate-id", value.offset, [&] { return wording::duplicate_id(into); },
        reading.names[number].defined_at);
  }
}

void read(Reading& reading, const JsonValue& value, ActorIndex& into) {
  read_index(reading, value, Wanted::kActor, "an actor's id as a string", into);
}

void read(Reading& reading, const JsonValue& value, TrackIndex& into) {
  read_index(reading, value, Wanted::kTrack, "a track's id as a string", into);
}

void read(Reading& reading, const JsonValue& value, EventIndex& into) {
  read_index(reading, value, Wanted::kEvent, "an event's id as a string", into);
}

void read(Reading& reading, const JsonValue& value, QuestionIndex& into) {
  read_index(reading, value, Wanted::kQuestion, "a question's id as a string", into);
}

void read(Reading& reading, const JsonValue& value, Ref& into) {
  if (!reading.expect(value, JsonType::kString, "an id as a string")) return;
  // Until it is resolved any valid kind does.
  into = {Kind::kTrack, reading.use(value, value.text, Wanted::kAnything)};
}

void read(Reading& reading, const JsonValue& value, std::vector<ActorIndex>& into) {
  read_index_list(reading, value, "an array of actor ids", into);
}

void read(Reading& reading, const JsonValue& value, std::vector<EventIndex>& into) {
  read_index_list(reading, value, "an array of event ids", into);
}

void read_one_or_more(Reading& reading, const JsonValue& value, std::vector<ActorIndex>& into) {
  if (!value.is(JsonType::kString)) {
    return read_index_list(reading, value, "an actor's id or an array of them", into);
  }
  into.resize(1);
  read(reading, value, into[0]);
}

void read_url(Reading& reading, const JsonValue& value, std::string_view& into) {
  if (!reading.expect(value, JsonType::kString, "an address as a string")) return;
  if (!is_web_address(value.text)) {
    reading.problems.error("bad-url", value.offset, [&] { return wording::bad_url(value.text); });
    return;
  }
  into = reading.keep(value);
}

namespace {

constexpr Field<SourceRef> kSourceRefFields[] = {
    {"id", Need::kRequired,
     [](Reading& reading, const JsonValue& value, SourceRef& object) {
       read_index(reading, value, Wanted::kSource, "a source's id as a string", object.source);
     }},
    {"locator", Need::kOptional, into<&SourceRef::locator>},
    {"supports", Need::kOptional, into<&SourceRef::supports>},
};

}  // namespace

void read(Reading& reading, const JsonValue& value, SourceRef& into) {
  if (value.is(JsonType::kString)) {
    read_index(reading, value, Wanted::kSource, "a source's id", into.source);
  } else if (value.is(JsonType::kObject)) {
    read_object(reading, value, "a reference to a source", kSourceRefFields, into);
  } else {
    reading.expect(value, JsonType::kString, "a source's id, or an object with an \"id\"");
  }
}

}  // namespace tp
