#include "story/model.hpp"

namespace tp {
namespace {

template <class T>
std::string_view id_at(const std::vector<T>& list, std::uint32_t index) {
  return index < list.size() ? std::string_view(list[index].id) : std::string_view();
}

std::string_view step_id(const std::vector<Tour>& tours, std::size_t index) {
  for (const Tour& tour : tours) {
    if (index < tour.steps.size()) return tour.steps[index].id;
    index -= tour.steps.size();
  }
  return {};
}

}  // namespace

Ref Story::find(std::string_view wanted) const {
  const auto at = ids.find(wanted);
  return at == ids.end() ? Ref() : at->second;
}

std::string_view Story::id_of(Ref ref) const {
  switch (ref.kind) {
    case Kind::kTrack:
      return id_at(tracks, ref.index);
    case Kind::kActor:
      return id_at(actors, ref.index);
    case Kind::kRelation:
      return id_at(relations, ref.index);
    case Kind::kEvent:
      return id_at(events, ref.index);
    case Kind::kPeriod:
      return id_at(periods, ref.index);
    case Kind::kSeries:
      return id_at(series, ref.index);
    case Kind::kSource:
      return id_at(sources, ref.index);
    case Kind::kTerm:
      return id_at(glossary, ref.index);
    case Kind::kTour:
      return id_at(tours, ref.index);
    case Kind::kStep:
      return step_id(tours, ref.index);
    case Kind::kQuestion:
      return id_at(quiz, ref.index);
    case Kind::kNone:
      break;
  }
  return {};
}

}  // namespace tp
