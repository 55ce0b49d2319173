#include "app/card.hpp"

#include <algorithm>

#include "app/palette.hpp"
#include "app/series_values.hpp"
#include "app/words.hpp"
#include "time/format_date.hpp"

namespace tp {

namespace {

class CardWriter {
 public:
  CardWriter(const Story& story, const StoryIndex& index, Instant at, std::string_view language,
             const Shown* shown)
      : story_(story),
        index_(index),
        at_(at),
        language_(language),
        words_(words_in(language)),
        shown_(shown) {}

  Card write_list(const std::vector<std::uint32_t>& all) {
    constexpr std::size_t kMost = 1000;
    std::vector<std::uint32_t> events;
    for (const std::uint32_t event : all)
      if (!shown_ || shown_->event(event)) events.push_back(event);
    if (events.empty()) events = all;  // a cluster of what is dimmed is what the reader asked for
    card_.kind_words = words_.list_kind;
    card_.title = events.size() == 1 ? say(story_.events[events.front()].title)
                                     : fill(words_.events, {std::to_string(events.size())});
    if (!events.empty()) set_when(story_.events[events.front()].when);
    for (std::size_t i = 0; i < events.size() && i < kMost; ++i) {
      CardLink out = link(EventIndex(events[i]));
      out.date.clear();  // the same for all: the card's
      const TrackIndex track = story_.events[events[i]].track;
      if (track.valid()) out.detail = say(story_[track].title);
      card_.events.push_back(std::move(out));
    }
    if (events.size() > kMost) card_.also = fill(words_.more, {std::to_string(events.size() - kMost)});
    return std::move(card_);
  }

  Card write(Ref ref) {
    card_.ref = ref;
    card_.id = std::string(ref.valid() ? story_.id_of(ref) : story_.id);
    switch (ref.kind) {
      case Kind::kEvent:
        write_event(story_.events[ref.index]);
        break;
      case Kind::kActor:
        write_actor(story_.actors[ref.index]);
        break;
      case Kind::kRelation:
        write_relation(story_.relations[ref.index]);
        break;
      case Kind::kPeriod:
        write_period(story_.periods[ref.index]);
        break;
      case Kind::kTerm:
        write_term(story_.glossary[ref.index]);
        break;
      case Kind::kSource:
        write_source(story_.sources[ref.index]);
        break;
      case Kind::kSeries:
        write_series(story_.series[ref.index]);
        break;
      case Kind::kTrack:
        write_track(ref);
        break;
      default:
        write_story();
        break;
    }
    return std::move(card_);
  }

 private:
  std::string say(const Text& text) const { return std::string(text.in(language_)); }

  std::string name_of(ActorIndex actor) const {
    const std::string_view brief = story_[actor].short_name.in(language_);
    return brief.empty() ? say(story_[actor].name) : std::string(brief);
  }

  std::string names_of(const std::vector<ActorIndex>& actors) const {
    std::string names;
    for (ActorIndex actor : actors) names += (names.empty() ? "" : ", ") + say(story_[actor].name);
    return names;
  }

  std::string status_words(Status status, const std::vector<ActorIndex>& by) const {
    if (status == Status::kFact) return std::string(words_.fact);
    if (status == Status::kDisputed) return std::string(words_.disputed);
    return by.empty() ? std::string(words_.claim) : fill(words_.claim_by, {names_of(by)});
  }

  std::vector<CardSource> cite(const std::vector<SourceRef>& refs) const {
    std::vector<CardSource> cited;
    for (const SourceRef& ref : refs) {
      const Source& source = story_[ref.source];
      CardSource out;
      out.ref = Ref::of(Kind::kSource, ref.source);
      out.number = source_number(ref.source);
      out.title = source.title;
      out.publisher = source.publisher.empty() ? source.authors : source.publisher;
      out.date = date_words(source.issued);
      out.url = source.url;
      out.locator = ref.locator;
      out.supports = say(ref.supports);
      out.seen = source.note.find("not opened") == std::string_view::npos;
      cited.push_back(std::move(out));
    }
    return cited;
  }

  // A source's date is EDTF where it was given in parts, else whatever its description says.
  std::string date_words(std::string_view issued) const {
    const DateResult<DateRange> parsed = parse_date_range(issued);
    return parsed.value ? format_date_range(*parsed.value, language_, DateStyle::kLong) : std::string(issued);
  }

  CardLink link(EventIndex event) const {
    const Event& e = story_[event];
    CardLink out;
    out.ref = Ref::of(Kind::kEvent, event);
    out.date = format_date_range(e.when, language_, DateStyle::kShort);
    out.words = say(e.title);
    out.status = e.status;
    return out;
  }

  CardLink link(ActorIndex actor) const {
    CardLink out;
    out.ref = Ref::of(Kind::kActor, actor);
    out.words = say(story_[actor].name);
    out.detail = kind_words(story_[actor].kind, words_);
    out.holds_now = exists_at(story_[actor], at_);
    return out;
  }

  // A relation as it is now; where it does not hold now, as it last was or first will be.
  CardLink link(RelationIndex relation) const {
    const Relation& r = story_[relation];
    CardLink out;
    out.ref = Ref::of(Kind::kRelation, relation);
    int phase = phase_at(r, at_);
    out.holds_now = phase >= 0;
    if (phase < 0) {
      phase = 0;
      for (std::size_t i = 0; i < r.phases.size(); ++i)
        if (r.phases[i].when.outer().begin <= at_) phase = static_cast<int>(i);
    }
    out.words = name_of(r.from) + (r.directed ? " \u2192 " : " \u2013 ") + name_of(r.to);
    if (r.phases.empty()) return out;
    const Phase& p = r.phases[static_cast<std::size_t>(phase)];
    out.detail = say(p.label).empty() ? std::string(p.type) : say(p.label);
    out.date = format_date_range(p.when, language_, DateStyle::kShort);
    out.status = p.status;
    return out;
  }

  template <class Range>
  std::vector<CardLink> links(const Range& items) const {
    std::vector<CardLink> out;
    for (const auto item : items) out.push_back(link(item));
    return out;
  }

  // What holds now first, else in the given order.
  std::vector<CardLink> relation_links(std::span<const RelationIndex> relations) const {
    std::vector<CardLink> all, out;
    for (const RelationIndex relation : relations) all.push_back(link(relation));
    for (const bool holds : {true, false})
      for (CardLink& item : all)
        if (item.holds_now == holds) out.push_back(std::move(item));
    return out;
  }

  void set_track(TrackIndex track) {
    card_.track = palette_place(index_, track);
    card_.shape = shape_of(story_, index_, track);
    card_.kind_words = track.valid() ? say(story_[track].title) : std::string(words_.kind_event);
  }

  void set_when(const DateRange& when) {
    card_.date = format_date_range(when, language_, DateStyle::kLong);
    card_.date_edtf = to_edtf(when);
  }

  void write_event(const Event& event) {
    set_track(event.track);
    set_when(event.when);
    card_.status = event.status;
    card_.has_status = true;
    card_.status_words = status_words(event.status, event.by);
    card_.title = say(event.title);
    card_.summary = say(event.summary);
    card_.body = say(event.body);
    for (const Change& change : event.changes)
      card_.changes.push_back({say(change.what), say(change.before), say(change.after)});
    for (const View& view : event.views) {
      CardView out;
      if (!view.by.empty()) out.by = Ref::of(Kind::kActor, view.by.front());
      out.who = names_of(view.by);
      out.text = say(view.text);
      out.sources = cite(view.sources);
      card_.views.push_back(std::move(out));
    }
    card_.actors = links(event.actors);
    card_.relations = relation_links(index_.relations_of_event.of(card_.ref.index));
    card_.sources = cite(event.sources);
    add_neighbours();
  }

  void add_neighbours() {
    const auto& order = index_.events_in_time;
    const std::size_t place = index_.place_in_time[card_.ref.index];
    const std::size_t before = shown_ ? shown_->rank(place) : place;
    const std::size_t until = shown_ ? shown_->rank(place + 1) : place + 1;
    const std::size_t count = shown_ ? shown_->event_count() : order.size();
    const auto event = [&](std::size_t n) { return order[shown_ ? shown_->select(n) : n]; };
    if (before > 0) set_neighbour(event(before - 1), card_.previous, card_.previous_title);
    if (until < count) set_neighbour(event(until), card_.next, card_.next_title);
  }

  void set_neighbour(EventIndex event, Ref& ref, std::string& title) const {
    ref = Ref::of(Kind::kEvent, event);
    title = say(story_[event].title);
  }

  void write_actor(const Actor& actor) {
    card_.kind_words = kind_words(actor.kind, words_);
    card_.title = say(actor.name);
    card_.summary = say(actor.summary);
    if (actor.active) set_when(*actor.active);
    std::string others;
    for (const Text::Translation& other : actor.name.translations()) {
      if (other.words == card_.title) continue;
      others += (others.empty() ? "" : " \u00b7 ") + std::string(other.words) + " (" +
                std::string(other.language) + ")";
    }
    if (!others.empty()) card_.also = fill(words_.also, {others});
    card_.relations = relation_links(index_.relations_of_actor.of(card_.ref.index));
    card_.events = links(index_.events_of_actor.of(card_.ref.index));
    card_.sources = cite(actor.sources);
  }

  void write_relation(const Relation& relation) {
    card_.kind_words = words_.kind_relation;
    card_.title = say(story_[relation.from].name) + (relation.directed ? " \u2192 " : " \u2013 ") +
                  say(story_[relation.to].name);
    card_.actors = {link(relation.from), link(relation.to)};
    const int now = phase_at(relation, at_);
    for (std::size_t i = 0; i < relation.phases.size(); ++i) {
      const Phase& phase = relation.phases[i];
      CardPhase out;
      out.date = format_date_range(phase.when, language_, DateStyle::kLong);
      out.label = say(phase.label);
      out.type = phase.type;
      out.status = phase.status;
      out.status_words = status_words(phase.status, phase.by);
      out.valence = phase.valence;
      out.holds_now = static_cast<int>(i) == now;
      for (ActorIndex by : phase.by) out.said_by.push_back(say(story_[by].name));
      out.events = links(phase.events);
      out.sources = cite(phase.sources);
      card_.phases.push_back(std::move(out));
    }
    card_.events = links(index_.events_of_relation.of(card_.ref.index));
  }

  void write_period(const Period& period) {
    card_.kind_words =
        period.track.valid() ? say(story_[period.track].title) : std::string(words_.kind_period);
    set_when(period.when);
    card_.title = say(period.title);
    card_.sources = cite(period.sources);
    const TimeRange outer = period.when.outer();
    for (EventIndex event : index_.events_in_time)
      if (story_[event].importance >= 4 && outer.overlaps(story_[event].when.outer()))
        card_.events.push_back(link(event));
  }

  void write_term(const Term& term) {
    card_.kind_words = words_.kind_term;
    card_.title = say(term.term);
    card_.summary = say(term.definition);
    card_.sources = cite(term.sources);
  }

  void write_source(const Source& source) {
    card_.kind_words = words_.kind_source;
    card_.title = source.title;
    card_.date = date_words(source.issued);
    SourceRef self;
    self.source = SourceIndex(static_cast<std::size_t>(&source - story_.sources.data()));
    card_.sources = cite({self});
  }

  void write_series(const Series& series) {
    card_.kind_words = words_.kind_series;
    card_.title = say(series.title);
    const SeriesIndex figures = index_series(series);
    const std::ptrdiff_t now = point_at(series, figures, at_);
    if (now >= 0) {
      const auto point = static_cast<std::size_t>(now);
      card_.summary =
          fill(words_.figures_at, {format_date(series.points[point].when, language_, DateStyle::kLong),
                                   value_words(series, point, language_)});
    } else {
      card_.summary = say(series.unit);
    }
    add_figures(series, now);
    card_.sources = cite(series.sources);
  }

  void add_figures(const Series& series, std::ptrdiff_t now) {
    constexpr std::size_t kMost = 400;
    const std::size_t count = series.points.size();
    const auto middle = static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, now));
    const std::size_t first =
        count <= kMost || middle < kMost / 2 ? 0 : std::min(middle - kMost / 2, count - kMost);
    for (std::size_t i = first; i < count && i < first + kMost; ++i) {
      const SeriesPoint& point = series.points[i];
      // The unit is said once, above.
      card_.figures.push_back({format_date(point.when, language_, DateStyle::kShort), to_edtf(point.when),
                               number_words(series, i, language_), !point.value,
                               static_cast<std::ptrdiff_t>(i) == now});
    }
  }

  void write_track(Ref ref) {
    const TrackIndex track(ref.index);
    set_track(track);
    card_.title = say(story_[track].title);
    for (EventIndex event : index_.events_in_time)
      if (story_[event].track == track) card_.events.push_back(link(event));
  }

  void write_story() {
    card_.kind_words = words_.kind_story;
    card_.title = say(story_.question).empty() ? say(story_.title) : say(story_.question);
    card_.summary = say(story_.answer);
    card_.body = say(story_.subtitle);
    if (!index_.events_in_time.empty())
      set_neighbour(index_.events_in_time.front(), card_.next, card_.next_title);
  }

  const Story& story_;
  const StoryIndex& index_;
  Instant at_;
  std::string_view language_;
  const Words& words_;
  const Shown* shown_;
  Card card_;
};

}  // namespace

std::string source_number(SourceIndex source) {
  return std::to_string(source.value + 1);
}

Card make_list_card(const Story& story, const StoryIndex& index, const std::vector<std::uint32_t>& events,
                    Instant at, std::string_view language, const Shown* shown) {
  return CardWriter(story, index, at, language, shown).write_list(events);
}

Card make_card(const Story& story, const StoryIndex& index, Ref ref, Instant at, std::string_view language,
               const Shown* shown) {
  return CardWriter(story, index, at, language, shown).write(ref);
}

}  // namespace tp
