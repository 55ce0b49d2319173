// Compare, trace, focus, account, ghosts, brush and legend: what each draws, and that each leaves no trace
// when it is left.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "app/map_drawn.hpp"
#include "app/moments.hpp"
#include "support.hpp"

namespace tp {
namespace {

Instant at(std::string_view edtf) {
  return moment_of(*parse_date(edtf).value);
}
NamedMoment named(std::string_view edtf) {
  return named_moment(*parse_date_range(edtf).value);
}

struct MapModesTest : ::testing::Test {
  MapModesTest() {
    open.act(SetAppearance{false, true});
    open.act(Select{});
    open.act(SetPlayhead{at("2024-01-01")});
  }
  const MapScene& map() const { return open.program.scene().map; }
  const State& state() const { return open.program.state(); }
  ActorIndex actor(std::string_view id) const { return ActorIndex(open.find(id).index); }
  std::size_t edges_of(EdgeRole role) const {
    return static_cast<std::size_t>(std::count_if(map().edges.begin(), map().edges.end(),
                                                  [&](const EdgeMark& edge) { return edge.role == role; }));
  }
  const EdgeMark* edge(std::string_view id) const {
    for (const EdgeMark& edge : map().edges)
      if (edge.ref == open.find(id)) return &edge;
    return nullptr;
  }
  OpenProgram open;
};

TEST_F(MapModesTest, EachModeLeavesThePictureAsItWas) {
  const std::string before = open.scene();
  const std::vector<std::pair<Action, Action>> there_and_back{
      {SetCompare{ComparePair{named("2020"), named("2025-08-08")}}, SetCompare{}},
      {SetTrace{TracePair{actor("azerbaijan"), actor("us-congress")}}, SetTrace{}},
      {SetFocus{FocusPoint{actor("section-907"), 1}}, SetFocus{}},
      {SetTeller{actor("azerbaijan")}, SetTeller{}},
      {SetGhosts{true}, SetGhosts{false}},
      {SetPlaces{true}, SetPlaces{false}},
      {DragBrush{100, 400}, SetBrush{}},
      {HideRelations{0xffffu}, HideRelations{0}},
  };
  for (const auto& [there, back] : there_and_back) {
    open.act(there);
    EXPECT_NE(open.scene(), before) << name_of(there);
    open.act(back);
    EXPECT_EQ(open.scene(), before) << name_of(there);
  }
}

TEST_F(MapModesTest, EachModeIsAFunctionOfTheDate) {
  for (const Action& mode :
       {Action{SetTrace{TracePair{actor("azerbaijan"), actor("us-congress")}}},
        Action{SetFocus{FocusPoint{actor("armenia"), 2}}}, Action{SetTeller{actor("armenia")}},
        Action{SetGhosts{true}}, Action{SetCompare{ComparePair{named("2001"), named("2021")}}}}) {
    open.act(mode);
    open.act(SetPlayhead{at("2003-05")});
    const std::string before = open.scene();
    for (const char* date : {"1991", "2025-08-08", "1989", "2020-10"}) open.act(SetPlayhead{at(date)});
    open.act(SetPlayhead{at("2003-05")});
    EXPECT_EQ(open.scene(), before) << name_of(mode);
  }
}

TEST_F(MapModesTest, CompareDrawsWhatTheListsSay) {
  open.act(SetCompare{ComparePair{named("2020-01-01"), named("2025-08-08")}});
  const Comparison& c = open.program.map_findings().comparison;
  EXPECT_GT(c.gained.size() * c.lost.size() * c.flipped.size(), 0u);
  EXPECT_EQ(edges_of(EdgeRole::kGained), c.gained.size());
  EXPECT_EQ(edges_of(EdgeRole::kLost), c.lost.size());
  EXPECT_EQ(edges_of(EdgeRole::kFlipped), c.flipped.size());
  EXPECT_EQ(edges_of(EdgeRole::kUnchanged), c.unchanged.size());
  EXPECT_EQ(map().badges.size(), c.gained.size() + c.lost.size() + c.flipped.size());
  for (const EdgeMark& edge : map().edges)
    if (edge.role == EdgeRole::kUnchanged) {
      EXPECT_EQ(edge.emphasis, Emphasis::kDimmed);
    }
}

TEST_F(MapModesTest, SwappingTurnsGainsIntoLosses) {
  open.act(SetCompare{ComparePair{named("2020-01-01"), named("2025-08-08")}});
  const std::size_t gained = edges_of(EdgeRole::kGained), lost = edges_of(EdgeRole::kLost);
  open.act(SwapCompare{});
  EXPECT_EQ(edges_of(EdgeRole::kGained), lost);
  EXPECT_EQ(edges_of(EdgeRole::kLost), gained);
  EXPECT_EQ(state().modes.compare->a.edtf, "2025-08-08");
}

TEST_F(MapModesTest, CompareDoesNotDependOnThePlayhead) {
  open.act(SetCompare{ComparePair{named("2020-01-01"), named("2025-08-08")}});
  const MapScene before = map();
  open.act(SetPlayhead{at("1993")});
  ASSERT_EQ(map().edges.size(), before.edges.size());
  for (std::size_t i = 0; i < before.edges.size(); ++i) {
    EXPECT_EQ(map().edges[i].ref, before.edges[i].ref);
    EXPECT_EQ(map().edges[i].role, before.edges[i].role);
    EXPECT_EQ(map().edges[i].curve, before.edges[i].curve);
  }
}

TEST_F(MapModesTest, ATraceStandsOutAndTheRestStepsBack) {
  open.act(SetTrace{TracePair{actor("azerbaijan"), actor("us-congress")}});
  const auto& chains = open.program.map_findings().chains;
  ASSERT_FALSE(chains.empty());
  std::size_t on_chain = 0;
  for (const EdgeMark& edge : map().edges) on_chain += edge.on_chain;
  EXPECT_EQ(on_chain, chains.front().links.size());
  for (const NodeMark& node : map().nodes) {
    const auto& actors = chains.front().actors;
    const bool on = std::find(actors.begin(), actors.end(), ActorIndex(node.ref.index)) != actors.end();
    EXPECT_EQ(node.emphasis == Emphasis::kRelated, on);
  }
}

TEST_F(MapModesTest, ATraceBegunWithOneActorEndsAtTheNextThatIsChosen) {
  open.act(SetTrace{TracePair{actor("azerbaijan"), actor("azerbaijan")}});
  open.act(Select{open.find("us-congress")});
  ASSERT_TRUE(state().modes.trace.has_value());
  EXPECT_EQ(state().modes.trace->to, actor("us-congress"));
}

TEST_F(MapModesTest, GhostsAreWhatHeldBeforeAndWillHold) {
  open.act(SetGhosts{true});
  EXPECT_GT(edges_of(EdgeRole::kPast), 0u);
  open.act(SetPlayhead{at("1993-06-01")});
  EXPECT_GT(edges_of(EdgeRole::kFuture), 0u);
  for (const EdgeMark& edge : map().edges) {
    const Relation& relation = open.program.story().relations[edge.ref.index];
    const TimeRange outer = relation.phases[edge.phase].when.outer();
    if (edge.role == EdgeRole::kPast) {
      EXPECT_LE(outer.end, state().at);
    }
    if (edge.role == EdgeRole::kFuture) {
      EXPECT_GT(outer.begin, state().at);
    }
    if (edge.role == EdgeRole::kHolds) {
      EXPECT_GE(phase_at(relation, state().at), 0);
    }
  }
  EXPECT_EQ(map().relation_count, relations_at(open.program.story(), state().at).size())
      << "ghosts do not count";
}

TEST_F(MapModesTest, AnAccountFadesWhatOnlyOthersClaim) {
  open.act(SetPlayhead{at("2023-09-25")});
  open.act(SetTeller{actor("armenia")});
  ASSERT_NE(edge("rel-az-karabakh-armenians"), nullptr);
  EXPECT_NE(edge("rel-az-karabakh-armenians")->emphasis, Emphasis::kDimmed) << "Armenia says so";
  const bool quoted = std::any_of(map().labels.begin(), map().labels.end(), [](const LabelBox& label) {
    return label.text.find("Armenia: \u201c") == 0;
  });
  EXPECT_TRUE(quoted) << "what a party claims is shown as its words";
  open.act(SetTeller{actor("azerbaijan")});
  EXPECT_EQ(edge("rel-az-karabakh-armenians")->emphasis, Emphasis::kDimmed);
  for (const EdgeMark& edge : map().edges) {
    const Phase& phase = open.program.story().relations[edge.ref.index].phases[edge.phase];
    if (phase.status == Status::kFact) {
      EXPECT_EQ(edge.emphasis, Emphasis::kNormal);
    }
  }
}

TEST_F(MapModesTest, AFocusFramesWhatIsWithinItsStepsAndFadesTheRest) {
  const auto distance_from_middle = [&](std::string_view id) {
    for (const NodeMark& node : map().nodes)
      if (node.ref == open.find(id)) {
        const Point d = node.center - map().area.center();
        return d.x * d.x + d.y * d.y;
      }
    return 1e9;
  };
  const double before = distance_from_middle("bp");
  open.act(SetFocus{FocusPoint{actor("bp"), 1}});
  EXPECT_LT(distance_from_middle("bp"), before);
  std::set<std::uint32_t> near{actor("bp").value};
  for (const EdgeMark& edge : map().edges) {
    const Relation& relation = open.program.story().relations[edge.ref.index];
    if (relation.from == actor("bp")) near.insert(relation.to.value);
    if (relation.to == actor("bp")) near.insert(relation.from.value);
  }
  EXPECT_GT(near.size(), 1u);
  for (const NodeMark& node : map().nodes)
    EXPECT_EQ(node.emphasis == Emphasis::kDimmed, near.count(node.ref.index) == 0)
        << open.program.story().id_of(node.ref);
}

TEST_F(MapModesTest, AFocusMovesNobodyWhenTheDateChanges) {
  open.act(SetFocus{FocusPoint{actor("armenia"), 1}});
  std::map<std::uint32_t, Point> places;
  for (const char* date : {"1989", "2002-01-25", "2020-10", "2025-08-08"}) {
    open.act(SetPlayhead{at(date)});
    for (const NodeMark& node : map().nodes)
      EXPECT_EQ(places.emplace(node.ref.index, node.center).first->second, node.center) << date;
  }
}

TEST_F(MapModesTest, ARangeShowsEverythingThatHeldInIt) {
  const DateResult<DateRange> range = parse_date_range("2020-09/2023-10");
  open.act(SetBrush{BrushRange{"2020-09/2023-10", range.value->outer()}});
  std::set<std::uint32_t> drawn;
  for (const EdgeMark& edge : map().edges) drawn.insert(edge.ref.index);
  for (std::size_t i = 0; i < open.program.story().relations.size(); ++i) {
    const auto& phases = open.program.story().relations[i].phases;
    const bool held = std::any_of(phases.begin(), phases.end(), [&](const Phase& phase) {
      return phase.when.outer().overlaps(range.value->outer());
    });
    EXPECT_EQ(drawn.count(static_cast<std::uint32_t>(i)) == 1, held) << i;
  }
  EXPECT_EQ(map().relation_count, drawn.size());
  EXPECT_NE(map().as_of_date.text.find("2020"), std::string::npos) << map().as_of_date.text;
  EXPECT_FALSE(open.program.scene().handles.brush.empty());
}

TEST_F(MapModesTest, TheLegendCountsAndHides) {
  for (const LegendEntry& entry : std::vector<LegendEntry>(map().legend)) {
    const std::uint32_t count = map().class_counts[static_cast<std::size_t>(entry.of)];
    EXPECT_GT(count, 0u);
    const std::size_t before = map().edges.size();
    open.act(HideRelations{bit_of(entry.of)});
    EXPECT_EQ(map().edges.size(), before - count) << key_of(entry.of);
    const auto found = std::find_if(map().legend.begin(), map().legend.end(),
                                    [&](const LegendEntry& e) { return e.of == entry.of; });
    ASSERT_NE(found, map().legend.end()) << "a hidden class can be shown again";
    EXPECT_TRUE(found->hidden);
    EXPECT_NE(map().counts.text.find(std::to_string(count) + " hidden"), std::string::npos);
    open.act(HideRelations{0});
  }
}

TEST_F(MapModesTest, WhatIsSelectedIsNeverHidden) {
  open.act(HideRelations{0xffffffffu});
  EXPECT_TRUE(map().edges.empty());
  const auto holding = relations_at(open.program.story(), state().at);
  for (const Holding& one : holding) {
    open.act(Select{Ref::of(Kind::kRelation, one.relation)});
    ASSERT_EQ(map().edges.size(), 1u);
    EXPECT_EQ(map().edges[0].ref, state().selected);
  }
}

TEST_F(MapModesTest, KeysOfTheLegendAreStable) {
  for (std::size_t i = 0; i < kRelationClasses; ++i) {
    const auto c = static_cast<RelationClass>(i);
    EXPECT_EQ(class_named(key_of(c)), c);
  }
  EXPECT_EQ(class_named("nothing"), std::nullopt);
  EXPECT_EQ(key_of(RelationClass::kHostile), "hostile");
  EXPECT_EQ(key_of(RelationClass::kUncertain), "uncertain");
}

TEST_F(MapModesTest, AnEditedStoryKeepsTheModes) {
  open.act(SetFocus{FocusPoint{actor("armenia"), 2}});
  open.act(SetTeller{actor("azerbaijan")});
  open.act(SetTrace{TracePair{actor("azerbaijan"), actor("us-congress")}});
  const std::string before = open.scene();
  ASSERT_FALSE(open.program.load(real_story()).refuses());
  open.settle();
  EXPECT_EQ(open.scene(), before);
}

}  // namespace
}  // namespace tp
