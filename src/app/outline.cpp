#include "app/outline.hpp"

#include <algorithm>

#include "app/moments.hpp"

namespace tp {

namespace {

// Where a step of a tour stands in time: where the event that it selects begins, else the date it puts the
// playhead at.
Instant moment_of_step(const Story& story, const Step& step) {
  if (step.select.kind == Kind::kEvent) return story.events[step.select.index].when.outer().begin;
  if (step.at) return step.at->bounds().begin;
  if (step.range) return step.range->outer().begin;
  return earliest_instant();
}

// A step's range frames the picture, so neighbours overlap. A chapter begins with its range where that is
// after where the step before had put the playhead, else with what the step is about.
Instant begin_of_chapter(const Story& story, const Step* before, const Step& step) {
  const Instant moment = moment_of_step(story, step);
  if (!step.range) return moment;
  const Instant framed = step.range->outer().begin;
  if (!before) return framed;
  Instant reached = moment_of_step(story, *before);
  if (before->at) reached = std::max(reached, before->at->bounds().begin);
  return framed < reached ? moment : framed;
}

// An event belongs to the last chapter that has begun.
std::vector<OutlineChapter> make_chapters(const Story& story, const StoryIndex& index,
                                          std::string_view language) {
  std::vector<OutlineChapter> chapters;
  std::vector<Instant> begins;
  if (!story.tours.empty()) {
    const Step* before = nullptr;
    for (const Step& step : story.tours.front().steps) {
      OutlineChapter chapter;
      chapter.id = step.id;
      chapter.title = step.title.in(language);
      chapter.text = step.text.in(language);
      chapters.push_back(std::move(chapter));
      begins.push_back(begin_of_chapter(story, before, step));
      before = &step;
    }
  }
  if (chapters.empty()) {
    chapters.push_back({});
    begins.push_back(earliest_instant());
  }
  for (EventIndex event : index.events_in_time) {
    const Instant at = story[event].when.outer().begin;
    std::size_t chapter = 0;
    for (std::size_t i = 0; i < begins.size(); ++i)
      if (begins[i] <= at && begins[i] >= begins[chapter]) chapter = i;
    chapters[chapter].events.push_back(event);
  }
  return chapters;
}

template <class Things>
std::vector<Card> cards_of(Kind kind, const Things& things, const Story& story, const StoryIndex& index,
                           Instant at, std::string_view language) {
  std::vector<Card> cards;
  for (std::uint32_t i = 0; i < things.size(); ++i)
    cards.push_back(make_card(story, index, {kind, i}, at, language));
  return cards;
}

void cite(std::vector<OutlineSource>& sources, const std::vector<CardSource>& cited, const Card& card) {
  for (const CardSource& source : cited) {
    auto& by = sources[source.ref.index].cited_by;
    if (!by.empty() && by.back().ref == card.ref) continue;
    CardLink link;
    link.ref = card.ref;
    link.words = card.title;
    link.date = card.date;
    by.push_back(std::move(link));
  }
}

void cite_all(std::vector<OutlineSource>& sources, const std::vector<Card>& cards) {
  for (const Card& card : cards) {
    cite(sources, card.sources, card);
    for (const CardView& view : card.views) cite(sources, view.sources, card);
    for (const CardPhase& phase : card.phases) cite(sources, phase.sources, card);
  }
}

}  // namespace

Outline make_outline(const Story& story, const StoryIndex& index, std::string_view language) {
  Outline outline;
  const Instant at = story.start.at ? moment_of(*story.start.at) : plus_ms(index.extent.end, -1);
  outline.chapters = make_chapters(story, index, language);
  for (EventIndex event : index.events_in_time)
    outline.events.push_back(make_card(story, index, Ref::of(Kind::kEvent, event), at, language));
  outline.actors = cards_of(Kind::kActor, story.actors, story, index, at, language);
  outline.relations = cards_of(Kind::kRelation, story.relations, story, index, at, language);
  outline.periods = cards_of(Kind::kPeriod, story.periods, story, index, at, language);
  outline.terms = cards_of(Kind::kTerm, story.glossary, story, index, at, language);
  outline.series = cards_of(Kind::kSeries, story.series, story, index, at, language);
  for (std::uint32_t i = 0; i < story.sources.size(); ++i) {
    OutlineSource source;
    source.source = make_card(story, index, {Kind::kSource, i}, at, language).sources.front();
    source.id = story.sources[i].id;
    source.authors = story.sources[i].authors;
    source.note = story.sources[i].note;
    outline.sources.push_back(std::move(source));
  }
  cite_all(outline.sources, outline.events);
  cite_all(outline.sources, outline.relations);
  cite_all(outline.sources, outline.actors);
  cite_all(outline.sources, outline.periods);
  cite_all(outline.sources, outline.terms);
  cite_all(outline.sources, outline.series);
  return outline;
}

}  // namespace tp
