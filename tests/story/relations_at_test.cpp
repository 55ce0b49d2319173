#include "story/relations_at.hpp"

#include <gtest/gtest.h>

#include "story_files.hpp"

namespace tp {
namespace {

Instant at(std::string_view edtf) {
  return parse_date(edtf).value->bounds().begin;
}

std::string relation(std::string_view id, std::vector<std::string> phases) {
  std::string json = R"({"id": ")" + std::string(id) + R"(", "from": "a", "to": "b", "phases": [)";
  for (std::size_t i = 0; i < phases.size(); ++i) {
    json += (i ? ", " : "") + (R"({"type": "owns", "when": ")" + phases[i]) + "\"}";
  }
  return json + "]}";
}

std::string actors() {
  return R"("actors": [{"id": "a", "kind": "state", "name": "A", "active": "1918/1920"}, {"id": "b", "kind": "state", "name": "B"}])";
}

Relation phases(std::vector<std::string> when, Story& story) {
  story = must_read(story_with(actors() + ", \"relations\": [" + relation("r", std::move(when)) + "]"));
  return story.relations.empty() ? Relation() : story.relations.front();
}

TEST(PhaseAt, HoldsFromItsBeginToItsEnd) {
  Story story;
  const Relation r = phases({"1992-10-24/2002-01-25"}, story);
  EXPECT_EQ(phase_at(r, at("1992-10-23")), -1);
  EXPECT_EQ(phase_at(r, at("1992-10-24")), 0);
  EXPECT_EQ(phase_at(r, at("2002-01-25")), 0) << "the last day is part of it";
  EXPECT_EQ(phase_at(r, at("2002-01-26")), -1);
}

TEST(PhaseAt, IsNothingInAGap) {
  Story story;
  const Relation r = phases({"1990/1992", "1995/1997"}, story);
  EXPECT_EQ(phase_at(r, at("1991")), 0);
  EXPECT_EQ(phase_at(r, at("1993-06")), -1);
  EXPECT_EQ(phase_at(r, at("1996")), 1);
}

TEST(PhaseAt, TakesTheLaterOneWhereNeighboursTouch) {
  Story story;
  const Relation r = phases({"1992/2023-06", "2023-06/2025"}, story);
  EXPECT_EQ(phase_at(r, at("2023-05-31")), 0);
  EXPECT_EQ(phase_at(r, at("2023-06-15")), 1);
  EXPECT_EQ(phase_at(r, at("2023-07-01")), 1);
}

TEST(PhaseAt, TakesTheOneThatHoldsForCertain) {
  Story story;
  const Relation r = phases({"2023/2025", "2023-06"}, story);
  EXPECT_EQ(phase_at(r, at("2023-06-15")), 0) << "the month is certain, and first in time";
  EXPECT_EQ(to_edtf(r.phases[0].when), "2023-06");
  EXPECT_EQ(phase_at(r, at("2024-06")), 1);
  EXPECT_EQ(phase_at(r, at("2023-09")), 1) << "may have begun";
}

TEST(PhaseAt, GoesOnWhereTheEndIsOpenOrUnknownUntilALaterPhase) {
  Story story;
  const Relation open = phases({"../1991", "1994/.."}, story);
  EXPECT_EQ(phase_at(open, earliest_instant()), 0);
  EXPECT_EQ(phase_at(open, at("1993")), -1);
  EXPECT_EQ(phase_at(open, at("Y20250")), 1);
  Story other;
  const Relation unknown = phases({"1988/", "1994/2000"}, other);
  EXPECT_EQ(phase_at(unknown, at("1990")), 0);
  EXPECT_EQ(phase_at(unknown, at("1995")), 1);
  EXPECT_EQ(phase_at(unknown, at("2005")), -1) << "the first ended before the second began";
}

TEST(PhaseAt, IsNeverMoreThanOneAndNeverGoesBack) {
  Story story;
  const Relation r = phases({"2000/2003", "1990/1995", "1995-06/1999", "2003-05/2010", "1980/1985"}, story);
  int last = -1;
  for (std::int64_t day = at("1975").day; day < at("2015").day; ++day) {
    const int phase = phase_at(r, {day, 0});
    if (phase < 0) continue;
    EXPECT_GE(phase, last) << day;
    last = phase;
  }
  EXPECT_EQ(last, 4);
}

TEST(RelationsAt, ListsWhatHoldsInTheOrderOfTheRelations) {
  const Story story =
      must_read(story_with(actors() + ", \"relations\": [" + relation("r", {"1990/1995", "1996/1999"}) +
                           ", " + relation("s", {"1980/1985"}) + ", " + relation("t", {"1991/.."}) + "]"));
  const std::vector<Holding> holding = relations_at(story, at("1997"));
  ASSERT_EQ(holding.size(), 2u);
  EXPECT_EQ(holding[0], (Holding{RelationIndex(std::size_t{0}), 1}));
  EXPECT_EQ(holding[1], (Holding{RelationIndex(std::size_t{2}), 0}));
  EXPECT_TRUE(relations_at(story, at("1970")).empty());
}

TEST(ExistsAt, IsAlwaysWithoutStatedTime) {
  const Story story = must_read(story_with(actors()));
  EXPECT_FALSE(exists_at(story.actors[0], at("1917")));
  EXPECT_TRUE(exists_at(story.actors[0], at("1920-12-31")));
  EXPECT_FALSE(exists_at(story.actors[0], at("1921")));
  EXPECT_TRUE(exists_at(story.actors[1], at("Y-50000")));
}

}  // namespace
}  // namespace tp
