#include "app/map_walk.hpp"

#include <algorithm>

#include "app/words.hpp"
#include "time/format_date.hpp"

namespace tp {

namespace {

constexpr std::size_t kLongestSpoken = 24;  // bytes

bool has_end(const Relation& relation, ActorIndex actor) {
  return relation.from == actor || relation.to == actor;
}

const Phase& phase_of(const StoryContext& context, const WalkedRelation& walked) {
  return context.story[walked.relation].phases[walked.phase];
}

// Each drawn relation once, in the story's order: of several phases in a brushed range the latest.
std::vector<WalkedRelation> drawn_once(const State& state, const StoryContext& context,
                                       const MapFindings& findings) {
  std::vector<WalkedRelation> out;
  for (const DrawnRelation& drawn :
       choose_relations(state, context.story, context.index, findings, context.shown).relations) {
    if (drawn.leaving) continue;
    const WalkedRelation walked{RelationIndex(drawn.relation), drawn.phase};
    if (!out.empty() && out.back().relation == walked.relation) {
      out.back() = walked;
    } else {
      out.push_back(walked);
    }
  }
  return out;
}

std::vector<WalkedRelation> relations_of(const StoryContext& context,
                                         const std::vector<WalkedRelation>& drawn, ActorIndex actor) {
  std::vector<WalkedRelation> out;
  const auto stronger = [&](const WalkedRelation& a, const WalkedRelation& b) {
    return phase_of(context, a).strength > phase_of(context, b).strength;
  };
  for (const WalkedRelation& walked : drawn)
    if (has_end(context.story[walked.relation], actor))
      out.insert(std::upper_bound(out.begin(), out.end(), walked, stronger), walked);
  return out;
}

// Those with a relation, in the story's order.
std::vector<ActorIndex> actors_joined(const StoryContext& context, const std::vector<WalkedRelation>& drawn) {
  std::vector<char> joined(context.story.actors.size(), 0);
  for (const WalkedRelation& walked : drawn) {
    joined[context.story[walked.relation].from.at()] = 1;
    joined[context.story[walked.relation].to.at()] = 1;
  }
  std::vector<ActorIndex> out;
  for (std::size_t i = 0; i < joined.size(); ++i)
    if (joined[i]) out.push_back(ActorIndex(i));
  return out;
}

// The place before or after `from` in a ring of `count`; from outside of it its beginning or end.
std::size_t step_in_ring(std::ptrdiff_t from, std::ptrdiff_t count, int by) {
  if (from < 0) return by > 0 ? 0 : static_cast<std::size_t>(count - 1);
  return static_cast<std::size_t>((from + by + count) % count);
}

class Walker {
 public:
  Walker(const State& state, const StoryContext& context, const MapFindings& findings)
      : state_(state), context_(context), drawn_(drawn_once(state, context, findings)) {}

  std::optional<Select> go(MapWay way) const {
    if (drawn_.empty()) return std::nullopt;
    switch (state_.selected.kind) {
      case Kind::kRelation:
        return from_relation(RelationIndex(state_.selected.index), way);
      case Kind::kActor:
        return from_actor(ActorIndex(state_.selected.index), way);
      default:
        return to(entrance());
    }
  }

 private:
  static Select to(ActorIndex actor) { return {Ref::of(Kind::kActor, actor), true, true, actor}; }

  ActorIndex entrance() const {
    const std::vector<ActorIndex> joined = actors_joined(context_, drawn_);
    if (state_.selected.kind == Kind::kEvent)
      for (const ActorIndex actor : context_.story.events[state_.selected.index].actors)
        if (std::ranges::find(joined, actor) != joined.end()) return actor;
    return joined.front();
  }

  std::optional<Select> around(ActorIndex actor, RelationIndex from, int by) const {
    const std::vector<WalkedRelation> own = relations_of(context_, drawn_, actor);
    if (own.empty()) return std::nullopt;
    const auto at = std::ranges::find(own, from, &WalkedRelation::relation);
    const std::ptrdiff_t place = at == own.end() ? -1 : at - own.begin();
    const WalkedRelation& next = own[step_in_ring(place, std::ssize(own), by)];
    return Select{Ref::of(Kind::kRelation, next.relation), true, true, actor};
  }

  std::optional<Select> from_actor(ActorIndex actor, MapWay way) const {
    if (way == MapWay::kRight || way == MapWay::kLeft)
      return around(actor, {}, way == MapWay::kRight ? 1 : -1);
    const std::vector<ActorIndex> joined = actors_joined(context_, drawn_);
    const auto at = std::ranges::find(joined, actor);
    const std::ptrdiff_t place = at == joined.end() ? -1 : at - joined.begin();
    return to(joined[step_in_ring(place, std::ssize(joined), way == MapWay::kDown ? 1 : -1)]);
  }

  std::optional<Select> from_relation(RelationIndex relation, MapWay way) const {
    const Relation& r = context_.story[relation];
    const ActorIndex from = has_end(r, state_.walked_from) ? state_.walked_from : r.from;
    if (way == MapWay::kUp) return to(from);
    if (way == MapWay::kDown) return to(r.from == from ? r.to : r.from);
    return around(from, relation, way == MapWay::kRight ? 1 : -1);
  }

  const State& state_;
  const StoryContext& context_;
  std::vector<WalkedRelation> drawn_;
};

class Speaker {
 public:
  Speaker(const State& state, const StoryContext& context, const MapFindings& findings)
      : state_(state),
        context_(context),
        words_(words_in(state.language)),
        drawn_(drawn_once(state, context, findings)) {}

  std::string relation(RelationIndex index) const {
    const Relation& r = context_.story[index];
    const auto drawn = std::ranges::find(drawn_, index, &WalkedRelation::relation);
    if (r.phases.empty()) return {};
    const Phase& phase = r.phases[drawn == drawn_.end() ? nearest_phase(r, state_.at) : drawn->phase];
    const std::string_view label = phase.label.in(state_.language);
    std::string out = fill(r.directed ? words_.relation_to : words_.relation_between,
                           {name(r.from), name(r.to), label.empty() ? phase.type : label});
    out += ", " + format_date_range(phase.when, state_.language);
    if (phase.status != Status::kFact)
      out += ", " + std::string(phase.status == Status::kClaim ? words_.claim : words_.disputed);
    const std::size_t own =
        has_end(r, state_.walked_from) ? relations_of(context_, drawn_, state_.walked_from).size() : 0;
    if (own > 1) out += "; " + fill(words_.more, {std::to_string(own - 1)});
    return out;
  }

  std::string actor(ActorIndex index) const {
    const Actor& actor = context_.story[index];
    const std::size_t own = relations_of(context_, drawn_, index).size();
    return std::string(actor.name.in(state_.language)) + ", " + std::string(kind_words(actor.kind, words_)) +
           ", " + fill(words_.relations, {std::to_string(own)});
  }

 private:
  // Spoken, "Azerbaijan" is better than "AZ", and "Section 907" than a law's whole name.
  std::string name(ActorIndex actor) const {
    const Actor& a = context_.story[actor];
    const std::string_view full = a.name.in(state_.language), brief = a.short_name.in(state_.language);
    return std::string(brief.empty() || full.size() <= kLongestSpoken ? full : brief);
  }

  const State& state_;
  const StoryContext& context_;
  const Words& words_;
  std::vector<WalkedRelation> drawn_;
};

}  // namespace

std::vector<WalkedRelation> walked_relations(const State& state, const StoryContext& context,
                                             const MapFindings& findings, ActorIndex actor) {
  return relations_of(context, drawn_once(state, context, findings), actor);
}

std::optional<Select> walk_map(const State& state, const StoryContext& context, const MapFindings& findings,
                               MapWay way) {
  return Walker(state, context, findings).go(way);
}

std::string said_of_place(const State& state, const StoryContext& context, const MapFindings& findings) {
  if (state.selected.kind == Kind::kRelation)
    return Speaker(state, context, findings).relation(RelationIndex(state.selected.index));
  if (state.selected.kind == Kind::kActor)
    return Speaker(state, context, findings).actor(ActorIndex(state.selected.index));
  return {};
}

}  // namespace tp
