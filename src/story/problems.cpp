#include "story/problems.hpp"

#include <algorithm>

#include "base/sort.hpp"
#include "story/json_scan.hpp"
#include "story/locate.hpp"

namespace tp {
namespace {

bool is_earlier(const Problem& a, const Problem& b) {
  if (a.spot < b.spot || b.spot < a.spot) return a.spot < b.spot;
  return a.order < b.order;
}

/// Errors before warnings, then by place, then by the order of finding.
bool is_more_important(const Problem& a, const Problem& b) {
  if (a.severity != b.severity) return a.severity == Severity::kError;
  return is_earlier(a, b);
}

std::string place_text(const Place& place) {
  const std::string position = std::to_string(place.line) + ":" + std::to_string(place.column);
  return place.pointer.empty() ? position : place.pointer + " (" + position + ")";
}

}  // namespace

std::size_t Spot::in(std::string_view json) const {
  return inside == kNowhere ? offset : offset_in_string(json, offset, inside);
}

void Problems::count(Severity severity) {
  ++found_;
  ++(severity == Severity::kError ? error_count_ : warning_count_);
}

bool Problems::is_wanted(Severity severity, Spot spot) const {
  if (kept_.size() < Diagnostics::kMost) return true;
  return is_more_important({severity, {}, spot, {}, kNowhere, found_}, kept_.front());
}

void Problems::keep(Problem problem) {
  kept_.push_back(std::move(problem));
  std::push_heap(kept_.begin(), kept_.end(), is_more_important);
  if (kept_.size() <= Diagnostics::kMost) return;
  std::pop_heap(kept_.begin(), kept_.end(), is_more_important);
  kept_.pop_back();
}

void Problems::clear() {
  *this = Problems();
}

Diagnostics Problems::finish(std::string_view json) const {
  std::vector<const Problem*> sorted;
  for (const Problem& problem : kept_) sorted.push_back(&problem);
  sort_list(sorted, [](const Problem* a, const Problem* b) { return is_earlier(*a, *b); });

  std::vector<std::size_t> offsets;
  for (const Problem* problem : sorted) {
    offsets.push_back(problem->spot.in(json));
    if (problem->also != kNowhere) offsets.push_back(problem->also);
  }
  const std::vector<Place> places = locate(json, offsets);

  Diagnostics out;
  out.error_count = error_count_;
  out.warning_count = warning_count_;
  std::size_t next = 0;
  for (const Problem* problem : sorted) {
    const Place& place = places[next++];
    std::string message = problem->message;
    if (problem->also != kNowhere) message += " " + place_text(places[next++]);
    out.items.push_back({problem->severity, std::string(problem->code), place.pointer, place.line,
                         place.column, std::move(message)});
  }
  return out;
}

}  // namespace tp
