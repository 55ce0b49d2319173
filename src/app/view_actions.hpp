// What can a reader do to find things and to go back? Search, filter, undo and redo, tours.
#pragma once

#include <cstdint>
#include <string>

#include "app/filter.hpp"

namespace tp {

/// An empty text clears the answer.
struct Search {
  std::string text;
  std::uint32_t limit = 20;
};
struct SetFilter {
  Filter filter;
};
struct Undo {};
struct Redo {};
/// A hand has let go: what it does next is a step of its own in the history of views.
struct EndGesture {};
/// Shows a step of a tour as its author framed it; an invalid tour leaves the view and ends the tour.
struct ShowStep {
  std::uint32_t tour = kNoTour;
  std::uint32_t step = 0;
  static constexpr std::uint32_t kNoTour = 0xffffffffu;
};

}  // namespace tp
