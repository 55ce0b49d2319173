#include "app/overview_density.hpp"

#include <algorithm>

#include "app/density.hpp"
#include "app/palette.hpp"
#include "app/update.hpp"

namespace tp {

namespace {

constexpr double kOverviewPitch = 2;

// One line of density over all rows; each bucket has the colour of the track that has most events in it.
void add_density(const Rect& strip, const std::vector<std::vector<Instant>>& rows, bool dimmed,
                 const Story& story, const StoryIndex& index, std::vector<OverviewTick>& ticks) {
  struct Stack {
    std::uint32_t count = 0, most = 0;
    std::size_t row = 0;
  };
  const TimeScale whole = fit_range(whole_range(index), strip.x, strip.right());
  std::vector<Stack> stacks(static_cast<std::size_t>(strip.width / kOverviewPitch) + 2);
  std::uint32_t tallest = 0;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    const auto buckets =
        count_density(rows[row], whole, whole.from_px(strip.x), strip.x, strip.right(), kOverviewPitch);
    for (const DensityBucket& bucket : buckets) {
      const double place = (bucket.x - strip.x) / kOverviewPitch + 0.5;
      Stack& stack =
          stacks[static_cast<std::size_t>(std::clamp(place, 0.0, static_cast<double>(stacks.size() - 1)))];
      stack.count += bucket.count;
      tallest = std::max(tallest, stack.count);
      if (bucket.count > stack.most) {
        stack.most = bucket.count;
        stack.row = row;
      }
    }
  }
  for (std::size_t i = 0; i < stacks.size(); ++i) {
    if (stacks[i].count == 0) continue;
    const TrackIndex track = stacks[i].row < story.tracks.size() ? TrackIndex(stacks[i].row) : TrackIndex();
    const Ink ink = dimmed ? Ink{Ink::Role::kFaint} : ink_of(story, index, track);
    ticks.push_back({strip.x + (static_cast<double>(i) + 0.5) * kOverviewPitch, ink,
                     density_share(stacks[i].count, tallest)});
  }
}

}  // namespace

std::vector<OverviewTick> overview_density(const Rect& strip, const Story& story, const StoryIndex& index,
                                           const AxisIndex& timeline) {
  std::vector<OverviewTick> ticks;
  if (strip.empty()) return ticks;
  add_density(strip, timeline.dimmed, true, story, index, ticks);
  add_density(strip, timeline.moments, false, story, index, ticks);
  return ticks;
}

}  // namespace tp
