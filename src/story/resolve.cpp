#include "story/resolve.hpp"

#include "story/closest.hpp"

namespace tp {
namespace {

// Guesses look through all ids; past this many looks a file is beyond being helped by guesses.
constexpr std::size_t kMostLooks = 20'000'000;

class Guesser {
 public:
  explicit Guesser(const Names& names) : names_(names) {}

  std::string_view guess(std::string_view id, Wanted wanted) {
    if (looks_ > kMostLooks) return {};
    looks_ += names_.all().size();
    Closest closest(id);
    for (const Name& name : names_.all()) {
      const bool fits = wanted == Wanted::kAnything ? name.ref.valid() : name.ref.kind == kind_of(wanted);
      if (fits) closest.offer(name.id);
    }
    return closest.found();
  }

 private:
  const Names& names_;
  std::size_t looks_ = 0;
};

void check_use(Reading& reading, Guesser& guesser, const Use& use) {
  const Name& name = reading.names[use.number];
  if (!name.ref.valid()) {
    reading.problems.error("unknown-id", use.spot, [&] {
      return wording::unknown_id(use.wanted, name.id, guesser.guess(name.id, use.wanted));
    });
  } else if (use.wanted != Wanted::kAnything && name.ref.kind != kind_of(use.wanted)) {
    reading.problems.error("wrong-kind", use.spot,
                           [&] { return wording::wrong_kind(use.wanted, name.id, name.ref.kind); });
  }
}

void check_lens(Reading& reading, const LensUse& lens) {
  for (const std::string_view status : {"fact", "claim", "disputed"}) {
    if (lens.word == status) return;
  }
  const Kind kind = reading.names[reading.names.number_of(lens.word)].ref.kind;
  if (kind == Kind::kTrack || kind == Kind::kSeries) return;
  reading.problems.error("unknown-lens", lens.offset, [&] {
    Closest closest(lens.word);
    for (const std::string_view status : {"fact", "claim", "disputed"}) closest.offer(status);
    for (const Track& track : reading.story.tracks) closest.offer(track.id);
    for (const Series& series : reading.story.series) closest.offer(series.id);
    return wording::unknown_lens(lens.word, closest.found());
  });
}

/// Visits every index of a story.
class Resolver {
 public:
  explicit Resolver(const Names& names) : names_(names) {}

  template <class Tag>
  void operator()(Index<Tag>& index) const {
    if (index.valid()) index = Index<Tag>(std::size_t{names_[index.value].ref.index});
  }
  void operator()(Ref& ref) const {
    if (ref.valid()) ref = names_[ref.index].ref;
  }
  void operator()(SourceRef& source) const { (*this)(source.source); }
  void operator()(View& view) const { all(view.by, view.sources); }
  void operator()(Phase& phase) const { all(phase.by, phase.events, phase.sources); }
  void operator()(Step& step) const { all(step.select, step.focus, step.predict); }
  void operator()(Actor& actor) const { all(actor.sources); }
  void operator()(Relation& relation) const { all(relation.from, relation.to, relation.phases); }
  void operator()(Event& event) const {
    all(event.track, event.actors, event.by, event.views, event.sources);
  }
  void operator()(Period& period) const { all(period.track, period.sources); }
  void operator()(Series& series) const { all(series.track, series.sources); }
  void operator()(Term& term) const { all(term.sources); }
  void operator()(Tour& tour) const { all(tour.steps); }
  void operator()(Question& question) const { all(question.events); }
  template <class T>
  void operator()(std::vector<T>& list) const {
    for (T& one : list) (*this)(one);
  }

 private:
  template <class... Parts>
  void all(Parts&... parts) const {
    ((*this)(parts), ...);
  }

  const Names& names_;
};

}  // namespace

void check_uses(Reading& reading) {
  Guesser guesser(reading.names);
  for (const Use& use : reading.uses) check_use(reading, guesser, use);
  for (const LensUse& lens : reading.lenses) check_lens(reading, lens);
}

void resolve(Reading& reading) {
  const Resolver resolver(reading.names);
  Story& story = reading.story;
  resolver(story.actors);
  resolver(story.relations);
  resolver(story.events);
  resolver(story.periods);
  resolver(story.series);
  resolver(story.glossary);
  resolver(story.tours);
  resolver(story.quiz);
  resolver(story.start.select);
  if (reading.has_start_tour) story.start.tour = reading.names[story.start.tour].ref.index;

  story.ids.reserve(reading.names.defined_count());
  for (const Name& name : reading.names.all()) {
    if (name.ref.valid()) story.ids.emplace(name.id, name.ref);
  }
}

}  // namespace tp
