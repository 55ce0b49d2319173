// How is each mistake said? Every message of the reader is worded here.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "story/json_cursor.hpp"
#include "story/json_value.hpp"
#include "story/model.hpp"
#include "story/names.hpp"

namespace tp::wording {

/// Text from a story made fit for one line of a report: control and direction characters escaped, long text
/// cut.
std::string shown(std::string_view text, std::size_t most = 60);
/// The same in double quotes.
std::string quoted(std::string_view text);
/// "; did you mean "…"?", or nothing where there is no suggestion.
std::string did_you_mean(std::string_view suggestion);
/// "an actor", "a track" …
std::string_view name_of(Kind kind);
std::string_view name_of(JsonType type);

std::string wrong_type(std::string_view expected, JsonType found);
std::string unknown_field(std::string_view field, std::string_view suggestion);
std::string missing_field(std::string_view owner, std::string_view field);
std::string empty_field(std::string_view field);
std::string bad_choice(std::string_view what, std::string_view given,
                       std::span<const std::string_view> choices);
std::string out_of_range(std::string_view what, std::string_view given, std::string_view allowed);
std::string invalid_utf8(std::size_t offset);
std::string string_fault(StringFault fault, std::size_t offset, std::size_t longest);
std::string unknown_id(Wanted wanted, std::string_view id, std::string_view suggestion);
std::string wrong_kind(Wanted wanted, std::string_view id, Kind found);
std::string bad_color(std::string_view given);
std::string bad_date(std::string_view reason);
std::string bad_id(std::string_view id, bool is_source);
std::string duplicate_id(std::string_view id);
std::string bad_url(std::string_view url);
std::string bad_language_tag(std::string_view tag);
std::string missing_language(std::string_view language);
std::string repeated(std::string_view id);
std::string unclosed_link();
std::string wrong_length(std::string_view expected, std::size_t found);
std::string overlap(std::string_view when, std::string_view other);
std::string claim_by_nobody();
std::string dispute_without_views();
std::string missing_alt();
std::string nameless_author();
std::string empty_csl_date();
std::string unknown_csl_type(std::string_view type, std::string_view suggestion);
std::string untitled_source();
std::string not_in_order(bool same_time);
std::string too_few_choices();
std::string bad_answer(std::string_view given);
std::string no_such_choice(std::size_t answer, std::size_t choices);
std::string unknown_lens(std::string_view word, std::string_view suggestion);
std::string unknown_format(std::string_view format);
std::string duplicate_key(std::string_view key);
std::string too_deep(std::size_t most);
std::string file_too_large(std::size_t most);
std::string empty_file();
std::string utf16();
std::string not_an_object(JsonType found);
std::string repeated_language(std::string_view language);
std::string untranslated(std::string_view language, std::string_view fallback, std::size_t missing,
                         std::size_t texts);
std::string too_many(std::string_view what, std::size_t most);

}  // namespace tp::wording
