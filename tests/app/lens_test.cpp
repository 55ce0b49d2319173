// One party's account: facts and its own words stay, what others claim steps back.
#include "app/lens.hpp"

#include <gtest/gtest.h>

#include "small_story.hpp"
#include "support.hpp"

namespace tp {
namespace {

TEST(Lens, FactsAreNobodysAndClaimsAreOfThoseWhoMakeThem) {
  const Story story = SmallStory(3)
                          .relation(0, 1, {{"2000/2001", "partners", 1, 0.5, "fact"}})
                          .relation(0, 1, {{"2000/2001", "partners", 1, 0.5, "claim", "a1"}})
                          .relation(0, 1, {{"2000/2001", "partners", 1, 0.5, "disputed", "a2"}})
                          .relation(0, 1, {{"2000/2001", "partners", 1, 0.5, "disputed"}})
                          .read();
  ASSERT_EQ(story.relations.size(), 4u);
  const auto standing = [&](std::size_t relation, std::uint32_t teller) {
    return standing_of(story.relations[relation].phases[0], ActorIndex(teller));
  };
  for (std::uint32_t teller : {0u, 1u, 2u}) EXPECT_EQ(standing(0, teller), Standing::kFact);
  EXPECT_EQ(standing(1, 1), Standing::kOwn);
  EXPECT_EQ(standing(1, 0), Standing::kOthers);
  EXPECT_EQ(standing(2, 2), Standing::kOwn);
  EXPECT_EQ(standing(2, 1), Standing::kOthers);
  for (std::uint32_t teller : {0u, 1u, 2u}) EXPECT_EQ(standing(3, teller), Standing::kOthers);
}

TEST(Lens, CountsTheStatementsOfEveryTeller) {
  const Story story = SmallStory(3)
                          .relation(0, 1, {{"2000/2001", "partners", 1, 0.5, "claim", "a2"}})
                          .relation(0, 1, {{"2000/2001", "partners", 1, 0.5, "disputed", "a2"}})
                          .relation(0, 1, {{"2000/2001", "partners", 1, 0.5, "claim", "a1"}})
                          .read();
  const std::vector<Teller> tellers = find_tellers(story);
  ASSERT_EQ(tellers.size(), 2u);
  EXPECT_EQ(tellers[0].actor.value, 2u);
  EXPECT_EQ(tellers[0].count, 2u);
  EXPECT_EQ(tellers[1].actor.value, 1u);
}

TEST(Lens, TheRealStoryHasRivalAccounts) {
  OpenProgram open;
  const std::vector<Teller> tellers = find_tellers(open.program.story());
  EXPECT_GE(tellers.size(), 5u);
  for (std::size_t i = 1; i < tellers.size(); ++i) EXPECT_GE(tellers[i - 1].count, tellers[i].count);
}

}  // namespace
}  // namespace tp
