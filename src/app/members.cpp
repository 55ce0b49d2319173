#include "app/members.hpp"

#include <algorithm>

namespace tp {

void Members::Iterator::skip() {
  const auto& skipped = members_->skipped_;
  while (next_skipped_ < skipped.size() && skipped[next_skipped_] <= place_) {
    if (skipped[next_skipped_] == place_) ++place_;
    ++next_skipped_;
  }
}

bool Members::is_skipped(std::uint32_t place) const {
  return std::binary_search(skipped_.begin(), skipped_.end(), place);
}

std::uint32_t Members::operator[](std::size_t i) const {
  auto place = first_ + static_cast<std::uint32_t>(i);
  for (const std::uint32_t skipped : skipped_) place += skipped <= place;
  return list_->events[place];
}

bool Members::contains(std::uint32_t event) const {
  if (!list_) return false;
  if (!list_->place_of) return std::find(begin(), end(), event) != end();
  if (event >= list_->place_of->size()) return false;  // of another story
  const std::uint32_t place = (*list_->place_of)[event];
  return place >= first_ && place < last_ && list_->events[place] == event && !is_skipped(place);
}

bool Members::holds_any_place(const std::vector<std::uint32_t>& places) const {
  for (auto place = std::lower_bound(places.begin(), places.end(), first_);
       place != places.end() && *place < last_; ++place)
    if (!is_skipped(*place)) return true;
  return false;
}

}  // namespace tp
