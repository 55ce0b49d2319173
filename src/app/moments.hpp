// At which instant does the playhead stand when it is put at a date?
#pragma once

#include "app/map_modes.hpp"
#include "story/model.hpp"
#include "story/relations_at.hpp"

namespace tp {

/// The middle of what the date can mean: noon of a day, mid-month of a month. A date known to the year is
/// never taken for its first of January.
Instant moment_of(const Date& date);
/// Where a stretch of time begins; an interval without a known begin: where it ends.
Instant moment_of(const DateRange& range);

/// The moment of a date as a reader gave it; of a stretch its begin, and where that is not known its end.
NamedMoment named_moment(const DateRange& range);

/// The place in `index.events_in_time` of the last event that has begun by `t`, or −1.
std::ptrdiff_t last_event_begun(const Story& story, const StoryIndex& index, Instant t);

/// What the playhead's badge says: the date of the selected event as precisely as it is known while the
/// playhead stands at it, else the day.
std::string playhead_words(const Story& story, Ref selected, Instant at, std::string_view language,
                           bool brief);

}  // namespace tp
