// Sources: CSL-JSON items as reference managers export them.
#include <algorithm>

#include "story/closest.hpp"
#include "story/csl_fields.hpp"
#include "story/read_parts.hpp"

namespace tp {
namespace {

/// CSL writes numbers as strings too.
std::string number_text(Reading& reading, const JsonValue& value) {
  return std::string(value.is(JsonType::kNumber) ? reading.raw(value) : value.text);
}

void read_word(Reading& reading, const JsonValue& value, std::string_view& into) {
  if (value.is(JsonType::kNumber)) {
    into = reading.story.strings.keep(reading.raw(value));
  } else if (reading.expect(value, JsonType::kString, "a string or a number")) {
    into = reading.keep(value);
  }
}

void add_name_part(std::string& name, const JsonValue& person, std::string_view part) {
  const JsonValue* member = member_of(person, part);
  if (!member || !member->is(JsonType::kString) || member->text.empty()) return;
  if (!name.empty()) name += ' ';
  name += member->text;
}

/// "Family, Given", or the literal name of an organisation.
std::string name_text(const JsonValue& person) {
  std::string literal;
  add_name_part(literal, person, "literal");
  if (!literal.empty()) return literal;
  std::string family;
  add_name_part(family, person, "non-dropping-particle");
  add_name_part(family, person, "family");
  std::string given;
  add_name_part(given, person, "given");
  add_name_part(given, person, "dropping-particle");
  add_name_part(given, person, "suffix");
  if (family.empty() || given.empty()) return family + given;
  return family + ", " + given;
}

void read_authors(Reading& reading, const JsonValue& value, Source& source) {
  if (!reading.expect(value, JsonType::kArray, "an array of names")) return;
  std::string all;
  for (const JsonValue& person : JsonInside(value)) {
    if (!reading.expect(person, JsonType::kObject, "a name as an object")) continue;
    const std::string name = name_text(person);
    if (name.empty()) {
      reading.problems.error("missing-field", person.offset, wording::nameless_author);
      continue;
    }
    if (!all.empty()) all += "; ";
    all += name;
  }
  source.authors = reading.story.strings.keep(all);
}

bool is_digits(std::string_view text) {
  return !text.empty() && text.size() <= 11 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// A year of CSL as EDTF writes it: four digits, or Y before more.
std::string edtf_year(std::string_view year) {
  const bool negative = year.starts_with('-');
  std::string digits(negative ? year.substr(1) : year);
  if (!is_digits(digits)) return std::string(year);
  const bool is_long = digits.size() > 4;
  if (!is_long) digits.insert(0, 4 - digits.size(), '0');
  return std::string(is_long ? "Y" : "") + (negative ? "-" : "") + digits;
}

/// [2025, 8, 8] as "2025-08-08".
std::string edtf_parts(Reading& reading, const JsonValue& parts) {
  std::string edtf;
  for (const JsonValue& part : JsonInside(parts)) {
    std::string digits = number_text(reading, part);
    if (edtf.empty()) {
      edtf = edtf_year(digits);
      continue;
    }
    if (digits.size() == 1) digits.insert(0, 1, '0');
    edtf += "-" + digits;
  }
  return edtf;
}

/// One or two dates; the second ends a range.
std::string edtf_date_parts(Reading& reading, const JsonValue& value) {
  if (!reading.expect(value, JsonType::kArray, "an array such as [[2025, 8, 8]]")) return {};
  std::string edtf;
  for (const JsonValue& parts : JsonInside(value)) {
    if (!reading.expect(parts, JsonType::kArray, "an array such as [2025, 8, 8]")) return {};
    if (!edtf.empty()) edtf += '/';
    edtf += edtf_parts(reading, parts);
  }
  const DateResult<DateRange> range = parse_date_range(edtf);
  if (range.value) return to_edtf(*range.value);
  reading.problems.error("bad-date", value.offset, [&] { return wording::bad_date(range.error.message); });
  return {};
}

bool is_circa(const JsonValue& date) {
  const JsonValue* circa = member_of(date, "circa");
  if (!circa) return false;
  return circa->is(JsonType::kString) ? !circa->text.empty() && circa->text != "false" : circa->number != 0;
}

void read_date(Reading& reading, const JsonValue& value, std::string_view& into) {
  if (value.is(JsonType::kString)) {
    DateRange range;
    read(reading, value, range);
    into = reading.keep(value);
    return;
  }
  if (!reading.expect(value, JsonType::kObject, "a CSL date such as {\"date-parts\": [[2025, 8, 8]]}"))
    return;
  if (const JsonValue* parts = member_of(value, "date-parts")) {
    std::string edtf = edtf_date_parts(reading, *parts);
    if (!edtf.empty() && is_circa(value) && edtf.find_first_of("/?~%") == std::string::npos) edtf += '~';
    into = reading.story.strings.keep(edtf);
    return;
  }
  for (const std::string_view field : {"literal", "raw"}) {
    if (const JsonValue* text = member_of(value, field)) return read_word(reading, *text, into);
  }
  reading.problems.error("missing-field", value.offset, wording::empty_csl_date);
}

void define_source(Reading& reading, const JsonValue& value, Source& source) {
  JsonValue id = value;
  if (value.is(JsonType::kNumber)) {  // CSL allows it
    id.type = JsonType::kString;
    id.text = reading.raw(value);
  }
  define(reading, id, Ref::of(Kind::kSource, SourceIndex(reading.story.sources.size() - 1)), source.id);
}

void read_type(Reading& reading, const JsonValue& value, Source& source) {
  read(reading, value, source.type);
  if (source.type.empty() || std::find(kCslTypes.begin(), kCslTypes.end(), source.type) != kCslTypes.end())
    return;
  reading.problems.warning("unknown-type", value.offset, [&] {
    return wording::unknown_csl_type(source.type, closest_of(source.type, kCslTypes));
  });
}

template <auto Member>
void word(Reading& reading, const JsonValue& value, Source& source) {
  read_word(reading, value, source.*Member);
}

template <auto Member>
void date(Reading& reading, const JsonValue& value, Source& source) {
  read_date(reading, value, source.*Member);
}

/// The fields that are shown; all other fields of CSL are let pass.
constexpr Field<Source> kFields[] = {
    {"id", Need::kRequired, define_source},
    {"type", Need::kRequired, read_type},
    {"title", Need::kOptional, word<&Source::title>},
    {"author", Need::kOptional, read_authors},
    {"publisher", Need::kOptional, word<&Source::publisher>},
    {"URL", Need::kOptional,
     [](Reading& reading, const JsonValue& value, Source& source) { read_url(reading, value, source.url); }},
    {"issued", Need::kOptional, date<&Source::issued>},
    {"accessed", Need::kOptional, date<&Source::accessed>},
    {"note", Need::kOptional, word<&Source::note>},
};

}  // namespace

void read_source(Reading& reading, const JsonValue& value) {
  Source& source = reading.story.sources.emplace_back();
  if (!read_object(reading, value, "a source", kFields, source, kCslFields)) return;
  if (const JsonValue* container = member_of(value, "container-title");
      container && source.publisher.empty()) {
    read_word(reading, *container, source.publisher);
  }
  if (source.title.empty()) {
    reading.problems.warning("untitled-source", value.offset, wording::untitled_source);
  }
}

}  // namespace tp
