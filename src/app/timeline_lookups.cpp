// What does the timeline look up once, so that no frame has to go through all events?
#include <algorithm>

#include "app/moments.hpp"
#include "app/palette.hpp"
#include "app/timeline_scene.hpp"
#include "app/update.hpp"

namespace tp {

namespace {

constexpr double kTickPitch = 1.5;  // px between two ticks of the overview

std::vector<OverviewTick> list_ticks(const Rect& overview, const Story& story, const StoryIndex& index) {
  std::vector<OverviewTick> ticks;
  if (overview.empty()) return ticks;
  const TimeScale whole = fit_range(whole_range(index), overview.x, overview.right());
  double last = -1e9;
  for (EventIndex event : index.events_in_time) {
    const double x = whole.to_px(moment_of(story[event].when));
    if (x - last < kTickPitch) continue;
    last = x;
    ticks.push_back({x, ink_of(story, index, story[event].track)});
  }
  return ticks;
}

}  // namespace

void TimelineLookups::update(const TimelinePlan& plan, const TimelineIndex* events, Ref selected,
                             const Story& story, const StoryIndex& index) {
  if (!(overview_ == plan.frame.overview)) {
    overview_ = plan.frame.overview;
    ticks_ = list_ticks(overview_, story, index);
  }
  if (events_ == events && selected_ == selected) return;
  events_ = events;
  selected_ = selected;
  find_related(story, index);
}

void TimelineLookups::find_related(const Story& story, const StoryIndex& index) {
  related_.assign(events_ ? events_->lanes.size() : 0, {});
  if (!events_) return;
  const auto add = [&](EventIndex event) {
    related_[events_->lane_of(story[event].track)].push_back(events_->place_of[event.at()]);
  };
  if (selected_.kind == Kind::kActor)
    for (EventIndex event : index.events_of_actor.of(selected_.index)) add(event);
  if (selected_.kind == Kind::kRelation)
    for (EventIndex event : index.events_of_relation.of(selected_.index)) add(event);
  if (selected_.kind == Kind::kTrack)
    for (EventIndex event : index.events_in_time)
      if (story[event].track.value == selected_.index) add(event);
  for (std::vector<std::uint32_t>& places : related_) std::sort(places.begin(), places.end());
}

bool TimelineLookups::is_related(const PlannedMark& mark) const {
  if (mark.lane >= related_.size()) return false;
  const std::vector<std::uint32_t>& places = related_[mark.lane];
  const auto first =
      static_cast<std::uint32_t>(mark.members.data() - events_->lanes[mark.lane].events().data());
  const auto found = std::lower_bound(places.begin(), places.end(), first);
  return found != places.end() && *found - first < mark.members.size();
}

bool TimelineLookups::holds(const PlannedMark& mark, std::uint32_t event) const {
  if (!events_) return std::find(mark.members.begin(), mark.members.end(), event) != mark.members.end();
  if (mark.event == event) return true;
  if (mark.form != MarkForm::kCluster) return false;
  const std::uint32_t place = events_->place_of[event];
  const auto all = events_->lanes[mark.lane].events();
  const auto first = static_cast<std::uint32_t>(mark.members.data() - all.data());
  return place - first < mark.members.size() && all[place] == event;
}

}  // namespace tp
