#include "app/map_drawn.hpp"

#include <algorithm>

#include "app/playback.hpp"
#include "story/relations_at.hpp"

namespace tp {

namespace {

constexpr double kGhost = 0.35;  // a selected relation that does not hold now

class Chooser {
 public:
  Chooser(const State& state, const Story& story, const StoryIndex& index, const MapFindings& findings,
          const Shown& shown)
      : state_(state), story_(story), times_(index.phase_times), findings_(findings), shown_(shown) {}

  DrawnMap choose() {
    if (state_.modes.compare) {
      add_comparison();
    } else if (state_.modes.brush) {
      add_range(state_.modes.brush->range);
    } else {
      add_date();
    }
    filter();
    return std::move(out_);
  }

 private:
  void add(std::size_t relation, int phase, EdgeRole role, double opacity = 1, double glow = 0) {
    out_.relations.push_back(
        {static_cast<std::uint32_t>(relation), static_cast<std::uint32_t>(phase), role, opacity, glow, -1});
  }

  RelationClass class_at(std::size_t relation, std::size_t phase) const {
    return findings_.class_of(story_, static_cast<std::uint32_t>(relation),
                              static_cast<std::uint32_t>(phase));
  }

  bool is_selected(std::size_t relation) const {
    return state_.selected == Ref{Kind::kRelation, static_cast<std::uint32_t>(relation)};
  }

  // What holds at the playhead, on its way from what held before it was moved.
  void add_date() {
    const double share = change_share(state_);
    const double glow = glow_share(state_);
    for (std::size_t i = 0; i < story_.relations.size(); ++i) {
      const Relation& relation = story_.relations[i];
      const int now = times_.phase_at(i, state_.at);
      const int before = state_.change.progress < 1 ? times_.phase_at(i, state_.change.from) : now;
      if (now >= 0) {
        const bool changed = now != before;
        add(i, now, EdgeRole::kHolds, changed && before < 0 ? share : 1, changed ? glow : 0);
        ++out_.relation_count;
      } else if (before >= 0 && share < 1) {
        add(i, before, EdgeRole::kHolds, 1 - share);
        out_.relations.back().leaving = true;
      } else if (relation.phases.empty()) {
        continue;
      } else if (state_.modes.ghosts) {
        add_ghost(i, relation);
      } else if (is_selected(i)) {
        add(i, static_cast<int>(nearest_phase(relation, state_.at)), EdgeRole::kHolds, kGhost);
      }
    }
  }

  // The nearer of what was last and what comes next; of equally near ones what was.
  void add_ghost(std::size_t i, const Relation& relation) {
    int past = -1, future = -1;
    for (std::size_t p = 0; p < relation.phases.size(); ++p) {
      const TimeRange outer = relation.phases[p].when.outer();
      if (outer.end <= state_.at) past = static_cast<int>(p);
      if (outer.begin > state_.at && future < 0) future = static_cast<int>(p);
    }
    const auto phase = [&](int p) { return relation.phases[static_cast<std::size_t>(p)].when.outer(); };
    const bool later = past < 0 || (future >= 0 && ms_between(state_.at, phase(future).begin) <
                                                       ms_between(phase(past).end, state_.at));
    if (later && future < 0) return;
    add(i, later ? future : past, later ? EdgeRole::kFuture : EdgeRole::kPast);
  }

  void add_comparison() {
    const Comparison& c = findings_.comparison;
    std::vector<const RelationChange*> change(story_.relations.size(), nullptr);
    std::vector<EdgeRole> role(story_.relations.size(), EdgeRole::kHolds);
    const auto list = [&](const std::vector<RelationChange>& changes, EdgeRole as) {
      for (const RelationChange& one : changes)
        change[one.relation.at()] = &one, role[one.relation.at()] = as;
      out_.relation_count += changes.size();
    };
    list(c.gained, EdgeRole::kGained);
    list(c.lost, EdgeRole::kLost);
    list(c.flipped, EdgeRole::kFlipped);
    list(c.unchanged, EdgeRole::kUnchanged);
    for (std::size_t i = 0; i < change.size(); ++i) {
      if (change[i]) {
        add(i, change[i]->after < 0 ? change[i]->before : change[i]->after, role[i]);
        if (role[i] == EdgeRole::kFlipped) out_.relations.back().before = change[i]->before;
      } else if (is_selected(i) && !story_.relations[i].phases.empty()) {
        add(i, static_cast<int>(nearest_phase(story_.relations[i], state_.at)), EdgeRole::kHolds, kGhost);
      }
    }
  }

  // Everything that held at some instant of the range: of each relation the latest phase of each class.
  void add_range(TimeRange range) {
    for (std::size_t i = 0; i < story_.relations.size(); ++i) {
      const Relation& relation = story_.relations[i];
      RelationClasses seen = 0;
      const std::size_t first = out_.relations.size();
      for (std::size_t p = relation.phases.size(); p-- > 0;) {
        const Phase& phase = relation.phases[p];
        const RelationClasses look = bit_of(class_at(i, p));
        if (!phase.when.outer().overlaps(range) || (seen & look) != 0) continue;
        seen |= look;
        add(i, static_cast<int>(p), EdgeRole::kHolds);
      }
      std::reverse(out_.relations.begin() + static_cast<std::ptrdiff_t>(first), out_.relations.end());
      if (seen != 0) {
        ++out_.relation_count;
      } else if (is_selected(i) && !relation.phases.empty()) {
        add(i, static_cast<int>(nearest_phase(relation, state_.at)), EdgeRole::kHolds, kGhost);
      }
    }
  }

  // What the reader looks at is never left out: the selected relation, the shortest chain.
  bool is_kept(const DrawnRelation& drawn) const {
    if (is_selected(drawn.relation)) return true;
    if (findings_.chains.empty()) return false;
    const std::vector<Holding>& links = findings_.chains.front().links;
    return std::any_of(links.begin(), links.end(),
                       [&](const Holding& link) { return link.relation.value == drawn.relation; });
  }

  static RelationClasses classes_of(const DrawnRelation& drawn) {
    const RelationClass why = class_of(drawn.role, drawn.look);
    const bool ghost = drawn.role == EdgeRole::kPast || drawn.role == EdgeRole::kFuture;
    return ghost ? bit_of(why) : bit_of(why) | bit_of(drawn.look);
  }

  // Takes out what the filter hides and what the legend does; never what is selected.
  void filter() {
    if (shown_.hides())
      std::erase_if(out_.relations, [&](const DrawnRelation& drawn) {
        return !shown_.relation(drawn.relation) && !is_kept(drawn);
      });
    for (DrawnRelation& drawn : out_.relations) {
      drawn.look = class_at(drawn.relation, drawn.phase);
      if (drawn.leaving) continue;
      const RelationClasses classes = classes_of(drawn);
      for (std::size_t c = 0; c < kRelationClasses; ++c)
        if ((classes & bit_of(static_cast<RelationClass>(c))) != 0) ++out_.class_counts[c];
    }
    if (state_.modes.hidden == 0) return;
    const auto first =
        std::remove_if(out_.relations.begin(), out_.relations.end(), [&](const DrawnRelation& drawn) {
          return (classes_of(drawn) & state_.modes.hidden) != 0 && !is_kept(drawn);
        });
    out_.hidden_count = static_cast<std::size_t>(out_.relations.end() - first);
    out_.relations.erase(first, out_.relations.end());
  }

  const State& state_;
  const Story& story_;
  const PhaseTimes& times_;
  const MapFindings& findings_;
  const Shown& shown_;
  DrawnMap out_;
};

}  // namespace

bool is_large_map(const Story& story) {
  constexpr std::size_t kMany = 1500;
  return story.relations.size() >= kMany;
}

std::uint32_t nearest_phase(const Relation& relation, Instant t) {
  std::uint32_t best = 0;
  for (std::uint32_t i = 0; i < relation.phases.size(); ++i)
    if (relation.phases[i].when.outer().begin <= t) best = i;
  return best;
}

DrawnMap choose_relations(const State& state, const Story& story, const StoryIndex& index,
                          const MapFindings& findings, const Shown& shown) {
  return Chooser(state, story, index, findings, shown).choose();
}

}  // namespace tp
