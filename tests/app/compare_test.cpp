// What changed between two dates: gained, lost, flipped; the same in both directions.
#include "app/compare.hpp"

#include <gtest/gtest.h>

#include "app/moments.hpp"
#include "small_story.hpp"
#include "support.hpp"

namespace tp {
namespace {

Instant at(std::string_view edtf) {
  return moment_of(*parse_date(edtf).value);
}

std::vector<std::uint32_t> relations_of(const std::vector<RelationChange>& changes) {
  std::vector<std::uint32_t> out;
  for (const RelationChange& change : changes) out.push_back(change.relation.value);
  return out;
}
using Ids = std::vector<std::uint32_t>;

TEST(Compare, TellsGainedLostFlippedAndUnchanged) {
  const Story story = SmallStory(3)
                          .relation(0, 1, {{"2010/2020"}})
                          .relation(1, 2, {{"1990/2005"}})
                          .relation(0, 2, {{"1990/2004", "at_war_with", -2}, {"2005/2020", "at_war_with", 1}})
                          .relation(2, 0, {{"1990/2004", "partners", 1}, {"2005/2020", "allied_with", 1}})
                          .relation(1, 0, {{"1990/2004", "partners", 1}, {"2005/2020", "partners", 2, 0.9}})
                          .relation(2, 1, {{"2001/2002"}})
                          .read();
  const Comparison c = compare_relations(story, at("2000"), at("2015"));
  EXPECT_EQ(relations_of(c.gained), (Ids{0}));
  EXPECT_EQ(relations_of(c.lost), (Ids{1}));
  EXPECT_EQ(relations_of(c.flipped), (Ids{2, 3})) << "another sign, another type";
  EXPECT_EQ(relations_of(c.unchanged), (Ids{4})) << "more of the same is no flip";
  EXPECT_EQ(c.flipped[0].before, 0);
  EXPECT_EQ(c.flipped[0].after, 1);
}

TEST(Compare, OfADateWithItselfNothingChanged) {
  OpenProgram open;
  for (const char* date : {"1992-10-24", "2001", "2020-10", "2025-08-08"}) {
    const Comparison c = compare_relations(open.program.story(), at(date), at(date));
    EXPECT_TRUE(c.gained.empty() && c.lost.empty() && c.flipped.empty());
    EXPECT_EQ(c.unchanged.size(), relations_at(open.program.story(), at(date)).size());
  }
}

TEST(Compare, SwappedIsTheMirrorImage) {
  Random random(7);
  for (int round = 0; round < 60; ++round) {
    const Story story = random_story(random, 6, 14).read();
    const Instant a = at(std::to_string(1988 + random.below(30)));
    const Instant b = at(std::to_string(1988 + random.below(30)) + "-06-01");
    const Comparison there = compare_relations(story, a, b);
    const Comparison back = compare_relations(story, b, a);
    EXPECT_EQ(relations_of(there.gained), relations_of(back.lost));
    EXPECT_EQ(relations_of(there.lost), relations_of(back.gained));
    EXPECT_EQ(relations_of(there.flipped), relations_of(back.flipped));
    EXPECT_EQ(relations_of(there.unchanged), relations_of(back.unchanged));
    for (std::size_t i = 0; i < there.flipped.size(); ++i) {
      EXPECT_EQ(there.flipped[i].before, back.flipped[i].after);
      EXPECT_EQ(there.flipped[i].after, back.flipped[i].before);
    }
  }
}

TEST(Compare, EveryRelationThatHeldIsInExactlyOneList) {
  Random random(11);
  for (int round = 0; round < 60; ++round) {
    const Story story = random_story(random, 5, 12).read();
    const Instant a = at(std::to_string(1988 + random.below(30)));
    const Instant b = at(std::to_string(1988 + random.below(30)));
    const Comparison c = compare_relations(story, a, b);
    EXPECT_EQ(c.lost.size() + c.flipped.size() + c.unchanged.size(), relations_at(story, a).size());
    EXPECT_EQ(c.gained.size() + c.flipped.size() + c.unchanged.size(), relations_at(story, b).size());
  }
}

}  // namespace
}  // namespace tp
