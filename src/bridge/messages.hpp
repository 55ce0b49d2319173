// What does the program tell the page? Changes out as JSON text: state, card, place of a thing, diagnostics,
// outline.
#pragma once

#include <string>

#include "app/card.hpp"
#include "app/outline.hpp"
#include "app/program.hpp"
#include "story/diagnostics.hpp"

namespace tp {

std::string ready_message(const Program& program);
/// `frames`: drawn so far; `cpu_ms`: of the last one.
std::string change_message(const Program& program, long long frames, double cpu_ms);
std::string select_message(const Program& program);
std::string card_message(const Card& card, const Story& story);
std::string card_json(const Card& card, const Story& story);
std::string cursor_message(Cursor cursor);
std::string announce_message(const std::string& words);
std::string error_message(const std::string& code, const std::string& words);
std::string diagnostics_message(const Diagnostics& diagnostics, const std::string& file);
/// Where a thing is drawn, in canvas px; null where it is not on screen.
std::string located_message(const std::string& id, const Program& program);
/// {"type":"found", …}: the answer to the last search.
std::string found_message(const Program& program);
/// {"type":"facets", …}: what each choice of the filter would show. At most 200 actors, those with the most
/// events, and those that are chosen.
std::string facets_message(const Program& program);
/// {"type":"step", …}: the step of a tour that is shown; "tour" is null after it was left.
std::string step_message(const Program& program);
/// The whole story in reading order.
std::string outline_json(const Outline& outline, const Story& story, const std::string& language);

}  // namespace tp
