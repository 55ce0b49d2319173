#include "story/wording.hpp"

#include <cstdint>
#include <string>

#include "story/closest.hpp"
#include "story/json_escape.hpp"

namespace tp::wording {
namespace {

/// Characters that would break the line, hide text or turn its direction around in a terminal.
bool is_unfit(std::string_view character) {
  const auto first = static_cast<unsigned char>(character[0]);
  if (character.size() == 1) return first < 0x20 || first == 0x7F;
  if (character.size() == 2) return first == 0xC2 && static_cast<unsigned char>(character[1]) < 0xA0;
  const bool format = character >= "\u200B" && character <= "\u200F";
  const bool separator_or_embedding = character >= "\u2028" && character <= "\u202E";
  const bool isolate = character >= "\u2060" && character <= "\u206F";
  return character.size() == 3 && (format || separator_or_embedding || isolate || character == "\uFEFF");
}

std::string escaped(std::string_view character) {
  std::uint32_t code = static_cast<unsigned char>(character[0]);
  if (character.size() > 1) code &= 0xFFu >> (character.size() + 1);
  for (const char c : character.substr(1)) code = (code << 6) | (static_cast<unsigned char>(c) & 0x3Fu);
  std::string digits;
  for (; code > 0 || digits.size() < 4; code >>= 4)
    digits.insert(digits.begin(), "0123456789abcdef"[code & 15u]);
  return "\\u" + digits;
}

std::string limit_text(std::size_t limit) {
  std::string digits = std::to_string(limit);
  for (std::size_t i = digits.size(); i > 3; i -= 3) digits.insert(i - 3, ",");
  return digits;
}

}  // namespace

std::string shown(std::string_view text, std::size_t most) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    if (out.size() >= most) return out + "…";
    const std::size_t length = utf8_length(text, at);
    const std::string_view character = text.substr(at, length == 0 ? 1 : length);
    if (length == 0) {
      out += "?";
    } else if (is_unfit(character)) {
      out += escaped(character);
    } else {
      out += character;
    }
    at += character.size();
  }
  return out;
}

std::string quoted(std::string_view text) {
  return "\"" + shown(text) + "\"";
}

std::string did_you_mean(std::string_view suggestion) {
  return suggestion.empty() ? "" : "; did you mean " + quoted(suggestion) + "?";
}

std::string_view name_of(Kind kind) {
  switch (kind) {
    case Kind::kTrack:
      return "a track";
    case Kind::kActor:
      return "an actor";
    case Kind::kRelation:
      return "a relation";
    case Kind::kEvent:
      return "an event";
    case Kind::kPeriod:
      return "a period";
    case Kind::kSeries:
      return "a series";
    case Kind::kSource:
      return "a source";
    case Kind::kTerm:
      return "a glossary term";
    case Kind::kTour:
      return "a tour";
    case Kind::kStep:
      return "a tour step";
    case Kind::kQuestion:
      return "a question";
    case Kind::kNone:
      break;
  }
  return "anything";
}

std::string_view name_of(JsonType type) {
  switch (type) {
    case JsonType::kNull:
      return "null";
    case JsonType::kBoolean:
      return "a boolean";
    case JsonType::kNumber:
      return "a number";
    case JsonType::kString:
      return "a string";
    case JsonType::kArray:
      return "an array";
    case JsonType::kObject:
      return "an object";
  }
  return "something else";
}

std::string wrong_type(std::string_view expected, JsonType found) {
  return "expected " + std::string(expected) + ", found " + std::string(name_of(found));
}

std::string unknown_field(std::string_view field, std::string_view suggestion) {
  return "unknown field " + quoted(field) + did_you_mean(suggestion);
}

std::string missing_field(std::string_view owner, std::string_view field) {
  return std::string(owner) + " needs " + quoted(field);
}

std::string empty_field(std::string_view field) {
  return quoted(field) + " is empty";
}

std::string bad_choice(std::string_view what, std::string_view given,
                       std::span<const std::string_view> choices) {
  const std::string_view suggestion = closest_of(given, choices);
  std::string out = quoted(given) + " is no " + std::string(what);
  if (!suggestion.empty()) return out + did_you_mean(suggestion);
  out += "; it is one of ";
  for (const std::string_view choice : choices) {
    if (choice.data() != choices.front().data()) out += ", ";
    out += choice;
  }
  return out;
}

std::string out_of_range(std::string_view what, std::string_view given, std::string_view allowed) {
  return std::string(what) + " is " + std::string(allowed) + ", found " + shown(given);
}

std::string invalid_utf8(std::size_t offset) {
  return "invalid UTF-8 at byte " + std::to_string(offset) + " (counted from 0)";
}

std::string string_fault(StringFault fault, std::size_t offset, std::size_t longest) {
  switch (fault) {
    case StringFault::kUnclosed:
      return "this string is not closed before the end of the file";
    case StringFault::kControl:
      return "a control character inside a string: is the closing quote missing? A line break is written "
             "\\n, a tab \\t";
    case StringFault::kBadUtf8:
      return invalid_utf8(offset);
    case StringFault::kUnknownEscape:
      return "a backslash that begins no escape; write \\\\ for a backslash";
    case StringFault::kBadHex:
      return "\\u needs four hexadecimal digits";
    case StringFault::kLoneSurrogate:
      return "half of a surrogate pair; \\uD800 to \\uDFFF stand in pairs, high then low";
    case StringFault::kTooLong:
      return "a string is longer than " + limit_text(longest) + " bytes";
    case StringFault::kNone:
      break;
  }
  return {};
}

std::string unknown_id(Wanted wanted, std::string_view id, std::string_view suggestion) {
  const std::string_view kind = wanted == Wanted::kAnything ? "a thing" : name_of(kind_of(wanted));
  const std::string what(kind.substr(kind.find(' ') + 1));
  return (wanted == Wanted::kAnything ? "nothing has the id " : "no " + what + " ") + quoted(id) +
         did_you_mean(suggestion);
}

std::string wrong_kind(Wanted wanted, std::string_view id, Kind found) {
  return quoted(id) + " is " + std::string(name_of(found)) + ", and " +
         std::string(name_of(kind_of(wanted))) + " is wanted here";
}

std::string bad_color(std::string_view given) {
  return quoted(given) + " is no colour; write it as #rrggbb, such as #0b6e6e";
}

std::string bad_date(std::string_view reason) {
  return "no EDTF date: " + std::string(reason);
}

std::string bad_id(std::string_view id, bool is_source) {
  if (is_source)
    return "the source id " + quoted(id) + " has spaces or characters that can't stand in a link";
  return "the id " + quoted(id) + " is not in kebab-case, such as \"section-907\"";
}

std::string duplicate_id(std::string_view id) {
  return "the id " + quoted(id) + " is taken; the first is";
}

std::string bad_url(std::string_view url) {
  return quoted(url) + " is no address that begins with http:// or https://";
}

std::string bad_language_tag(std::string_view tag) {
  return quoted(tag) + " is no language tag, such as \"en\" or \"az-Latn\" (BCP 47)";
}

std::string missing_language(std::string_view language) {
  return "no text in " + quoted(language) + ", the story's first language";
}

std::string repeated(std::string_view id) {
  return quoted(id) + " is in this list already";
}

std::string unclosed_link() {
  return "a link that is not closed; write [[id]] or [[id|words]]";
}

std::string wrong_length(std::string_view expected, std::size_t found) {
  return "expected " + std::string(expected) + ", found an array of " + std::to_string(found);
}

std::string overlap(std::string_view when, std::string_view other) {
  return "this phase (" + shown(when) + ") overlaps another of the relation (" + shown(other) + "), which is";
}

std::string claim_by_nobody() {
  return "a claim without \"by\": who says it?";
}

std::string dispute_without_views() {
  return "disputed, but no \"views\" say who holds what";
}

std::string missing_alt() {
  return "an image needs \"alt\": what it shows, for those who can't see it";
}

std::string nameless_author() {
  return "a name needs \"family\" or \"literal\"";
}

std::string empty_csl_date() {
  return "a CSL date needs \"date-parts\", \"literal\" or \"raw\"";
}

std::string unknown_csl_type(std::string_view type, std::string_view suggestion) {
  return quoted(type) + " is no CSL type" + did_you_mean(suggestion);
}

std::string untitled_source() {
  return "a source without \"title\" can only be shown by its id";
}

std::string not_in_order(bool same_time) {
  return same_time ? "a second point at one time; the first is"
                   : "points stand in time order; this one is before";
}

std::string too_few_choices() {
  return "a question needs two choices at least";
}

std::string bad_answer(std::string_view given) {
  return "the answer is a place in \"choices\", counted from 0; found " + shown(given);
}

std::string no_such_choice(std::size_t answer, std::size_t choices) {
  return "there is no choice " + std::to_string(answer) + "; they are 0 to " + std::to_string(choices - 1);
}

std::string unknown_lens(std::string_view word, std::string_view suggestion) {
  return quoted(word) + " is no track, no series and no status" + did_you_mean(suggestion);
}

std::string unknown_format(std::string_view format) {
  return quoted(format) + " is a format that this program can't read; it reads \"turning-point/1\"";
}

std::string duplicate_key(std::string_view key) {
  return "the field " + quoted(key) + " is there twice; the first is";
}

std::string too_deep(std::size_t most) {
  return "arrays and objects are nested more than " + std::to_string(most) + " deep";
}

std::string file_too_large(std::size_t most) {
  return "the file is larger than " + limit_text(most) + " bytes";
}

std::string utf16() {
  return "the file is UTF-16; save it as UTF-8";
}

std::string empty_file() {
  return "the file is empty";
}

std::string not_an_object(JsonType found) {
  return "a story is one object, found " + std::string(name_of(found));
}

std::string repeated_language(std::string_view language) {
  return "the language " + quoted(language) + " is there twice";
}

std::string untranslated(std::string_view language, std::string_view fallback, std::size_t missing,
                         std::size_t texts) {
  const std::string counts = std::to_string(missing) + " of " + std::to_string(texts) + " texts";
  return quoted(language) + ": " + counts + (missing == 1 ? " is" : " are") +
         " missing and will be shown in " + quoted(fallback) + "; this is the first";
}

std::string too_many(std::string_view what, std::size_t most) {
  return "more than " + limit_text(most) + " " + std::string(what);
}

}  // namespace tp::wording
