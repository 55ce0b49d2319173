// Events: what happened, who says so, what it changed.
#include <algorithm>

#include "story/read_parts.hpp"

namespace tp {
namespace {

constexpr std::array<std::string_view, 4> kMediaKinds = {"image", "audio", "video", "link"};

constexpr Field<View> kViewFields[] = {
    {"by", Need::kRequired,
     [](Reading& reading, const JsonValue& value, View& view) { read_one_or_more(reading, value, view.by); }},
    {"text", Need::kRequired, into<&View::text>},
    {"sources", Need::kOptional, into<&View::sources>},
};

}  // namespace

void read(Reading& reading, const JsonValue& value, View& view) {
  read_object(reading, value, "a view", kViewFields, view);
}

namespace {

constexpr Field<Change> kChangeFields[] = {
    {"what", Need::kRequired, into<&Change::what>},
    {"before", Need::kOptional, into<&Change::before>},
    {"after", Need::kOptional, into<&Change::after>},
};

}  // namespace

void read(Reading& reading, const JsonValue& value, Change& change) {
  read_object(reading, value, "a change", kChangeFields, change);
}

namespace {

void read_media_kind(Reading& reading, const JsonValue& value, Media& media) {
  if (const auto at = read_choice(reading, value, "kind of media", kMediaKinds)) {
    media.kind = static_cast<MediaKind>(*at);
  }
}

constexpr Field<Media> kMediaFields[] = {
    {"kind", Need::kRequired, read_media_kind},
    {"url", Need::kRequired,
     [](Reading& reading, const JsonValue& value, Media& media) { read_url(reading, value, media.url); }},
    {"alt", Need::kOptional, into<&Media::alt>},
    {"caption", Need::kOptional, into<&Media::caption>},
    {"credit", Need::kOptional, into<&Media::credit>},
};

}  // namespace

void read(Reading& reading, const JsonValue& value, Media& media) {
  if (!read_object(reading, value, "a medium", kMediaFields, media)) return;
  const JsonValue* alt = member_of(value, "alt");
  const bool says_nothing = !alt || (alt->is(JsonType::kString) && alt->text.empty());
  if (media.kind == MediaKind::kImage && says_nothing && member_of(value, "kind")) {
    reading.problems.error("missing-alt", alt ? alt->offset : value.offset, wording::missing_alt);
  }
}

namespace {

void define_event(Reading& reading, const JsonValue& value, Event& event) {
  define(reading, value, Ref::of(Kind::kEvent, EventIndex(reading.story.events.size() - 1)), event.id);
}

void read_importance(Reading& reading, const JsonValue& value, Event& event) {
  if (const auto n = read_whole(reading, value, "importance", 1, 5))
    event.importance = static_cast<std::uint8_t>(*n);
}

constexpr Field<Event> kFields[] = {
    {"id", Need::kRequired, define_event},
    {"when", Need::kRequired, into<&Event::when>},
    {"track", Need::kOptional, into<&Event::track>},
    {"title", Need::kRequired, into<&Event::title>},
    {"summary", Need::kOptional, into<&Event::summary>},
    {"body", Need::kOptional, into<&Event::body>},
    {"actors", Need::kOptional, into<&Event::actors>},
    {"importance", Need::kOptional, read_importance},
    {"status", Need::kOptional, into<&Event::status>},
    {"by", Need::kOptional,
     [](Reading& reading, const JsonValue& value, Event& event) {
       read_one_or_more(reading, value, event.by);
     }},
    {"views", Need::kOptional, into<&Event::views>},
    {"changes", Need::kOptional, into<&Event::changes>},
    {"sources", Need::kOptional, into<&Event::sources>},
    {"media", Need::kOptional, into<&Event::media>},
};

/// A long list grows once: when some have been read, how many there are is guessed from the bytes they take
/// and those left. What other lists come behind them makes the guess too high, so it is held to what a file
/// of this size can be worth.
void make_room(Reading& reading, std::size_t offset) {
  constexpr std::size_t kSample = 512;
  std::vector<Event>& events = reading.story.events;
  if (events.empty()) reading.events_at = offset;
  if (events.size() != kSample) return;
  const std::size_t each = std::max<std::size_t>(1, (offset - reading.events_at) / kSample);
  const std::size_t left = (reading.json.size() - offset) / each + 1;
  const std::size_t most = std::min(reading.limits.events, 2 * reading.json.size() / sizeof(Event));
  events.reserve(std::min(most, kSample + left + left / 32));
}

/// A claim should say whose it is, a dispute who holds what.
void check_status(Reading& reading, const JsonValue& value, const Event& event) {
  if (event.status == Status::kClaim && event.by.empty()) {
    reading.problems.warning("claim-by-nobody", value.offset, wording::claim_by_nobody);
  }
  if (event.status == Status::kDisputed && event.views.empty()) {
    reading.problems.warning("dispute-without-views", value.offset, wording::dispute_without_views);
  }
}

}  // namespace

void read_event(Reading& reading, const JsonValue& value) {
  make_room(reading, value.offset);
  Event& event = reading.story.events.emplace_back();
  if (read_object(reading, value, "an event", kFields, event)) check_status(reading, value, event);
}

}  // namespace tp
