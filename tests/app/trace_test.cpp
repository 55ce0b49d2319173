// Chains of relations: the shortest, its alternatives, and the first instant at which there is one; against
// answers found by trying everything.
#include "app/trace.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "app/moments.hpp"
#include "small_story.hpp"
#include "support.hpp"

namespace tp {
namespace {

Instant at(std::string_view edtf) {
  return moment_of(*parse_date(edtf).value);
}

std::vector<std::uint32_t> actors_of(const Chain& chain) {
  std::vector<std::uint32_t> out;
  for (const ActorIndex actor : chain.actors) out.push_back(actor.value);
  return out;
}
using Ids = std::vector<std::uint32_t>;

void expect_is_chain(const Chain& chain, const Story& story, Instant t) {
  ASSERT_EQ(chain.links.size() + 1, chain.actors.size());
  for (std::size_t i = 0; i < chain.links.size(); ++i) {
    const Relation& relation = story[chain.links[i].relation];
    const ActorIndex a = chain.actors[i], b = chain.actors[i + 1];
    EXPECT_TRUE((relation.from == a && relation.to == b) || (relation.from == b && relation.to == a));
    EXPECT_EQ(phase_at(relation, t), static_cast<int>(chain.links[i].phase));
  }
  std::vector<ActorIndex> once = chain.actors;
  std::sort(once.begin(), once.end());
  EXPECT_EQ(std::unique(once.begin(), once.end()), once.end()) << "no actor twice";
}

// All paths without a repeated actor, by walking every way.
void walk(const Story& story, Instant t, Ids& path, std::uint32_t to, std::vector<Ids>& found) {
  if (path.back() == to) {
    if (std::find(found.begin(), found.end(), path) == found.end()) found.push_back(path);
    return;
  }
  for (const Holding& holding : relations_at(story, t)) {
    const Relation& r = story[holding.relation];
    for (const auto& [from, next] :
         {std::pair{r.from.value, r.to.value}, std::pair{r.to.value, r.from.value}}) {
      if (from != path.back() || std::find(path.begin(), path.end(), next) != path.end()) continue;
      path.push_back(next);
      walk(story, t, path, to, found);
      path.pop_back();
    }
  }
}

TEST(Trace, FindsTheShortestChainInEitherDirection) {
  const Story story = SmallStory(5)
                          .relation(1, 0, {{"2000/2010"}})
                          .relation(1, 2, {{"2000/2010"}})
                          .relation(0, 3, {{"2000/2010"}})
                          .relation(3, 4, {{"2000/2010"}})
                          .relation(4, 2, {{"2000/2010"}})
                          .read();
  const auto chains = find_chains(story, ActorIndex(0u), ActorIndex(2u), at("2005"));
  ASSERT_EQ(chains.size(), 2u);
  EXPECT_EQ(actors_of(chains[0]), (Ids{0, 1, 2}));
  EXPECT_EQ(actors_of(chains[1]), (Ids{0, 3, 4, 2}));
  for (const Chain& chain : chains) expect_is_chain(chain, story, at("2005"));
}

TEST(Trace, PrefersStrongRelationsAmongEquallyShortChains) {
  const Story story = SmallStory(4)
                          .relation(0, 1, {{"2000/2010", "partners", 1, 0.4}})
                          .relation(1, 3, {{"2000/2010", "partners", 1, 0.4}})
                          .relation(0, 2, {{"2000/2010", "partners", 1, 0.5}})
                          .relation(2, 3, {{"2000/2010", "partners", 1, 0.5}})
                          .relation(2, 3, {{"2000/2010", "partners", 1, 0.9}})
                          .read();
  const auto chains = find_chains(story, ActorIndex(0u), ActorIndex(3u), at("2005"));
  ASSERT_EQ(chains.size(), 2u);
  EXPECT_EQ(actors_of(chains[0]), (Ids{0, 2, 3}));
  EXPECT_EQ(chains[0].links[1].relation.value, 4u) << "of two parallel relations the stronger";
}

TEST(Trace, KnowsOnlyWhatHoldsAtTheDate) {
  const Story story = SmallStory(3).relation(0, 1, {{"2000/2004"}}).relation(1, 2, {{"2003/2010"}}).read();
  EXPECT_TRUE(find_chains(story, ActorIndex(0u), ActorIndex(2u), at("2002")).empty());
  EXPECT_EQ(find_chains(story, ActorIndex(0u), ActorIndex(2u), at("2003-06")).size(), 1u);
  EXPECT_TRUE(find_chains(story, ActorIndex(0u), ActorIndex(2u), at("2006")).empty());
  EXPECT_EQ(first_chain(story, ActorIndex(0u), ActorIndex(2u)), parse_date("2003").value->bounds().begin);
}

TEST(Trace, OfNobodyOrOneselfIsEmpty) {
  const Story story = SmallStory(3).relation(0, 1, {{"2000/2004"}}).relation(0, 0, {{"2000/2004"}}).read();
  EXPECT_TRUE(find_chains(story, ActorIndex(0u), ActorIndex(0u), at("2002")).empty());
  EXPECT_TRUE(find_chains(story, ActorIndex{}, ActorIndex(1u), at("2002")).empty());
  EXPECT_TRUE(find_chains(story, ActorIndex(0u), ActorIndex(9u), at("2002")).empty());
  EXPECT_EQ(first_chain(story, ActorIndex(0u), ActorIndex(2u)), std::nullopt);
}

TEST(Trace, AgreesWithTryingEveryPath) {
  Random random(3);
  int joined = 0;
  for (int round = 0; round < 80; ++round) {
    const Story story = random_story(random, 6, 11).read();
    const Instant t = at(std::to_string(1990 + random.below(25)));
    std::vector<Ids> all;
    Ids path{0};
    walk(story, t, path, 5, all);
    const auto chains = find_chains(story, ActorIndex(0u), ActorIndex(5u), t, 4);
    ASSERT_EQ(chains.size(), std::min<std::size_t>(4, all.size()));
    std::vector<std::size_t> lengths;
    for (const Ids& p : all) lengths.push_back(p.size());
    std::sort(lengths.begin(), lengths.end());
    for (std::size_t i = 0; i < chains.size(); ++i) {
      expect_is_chain(chains[i], story, t);
      EXPECT_EQ(chains[i].actors.size(), lengths[i]) << "the " << i << "th shortest";
      for (std::size_t j = 0; j < i; ++j) EXPECT_NE(actors_of(chains[i]), actors_of(chains[j]));
    }
    EXPECT_EQ(chains, find_chains(story, ActorIndex(0u), ActorIndex(5u), t, 4)) << "the same answer twice";
    joined += !chains.empty();
  }
  EXPECT_GT(joined, 15);
}

// The first instant can only be one at
// which some phase begins.
std::optional<Instant> first_by_trying(const Story& story, ActorIndex from, ActorIndex to) {
  std::vector<Instant> begins;
  for (const Relation& relation : story.relations)
    for (const Phase& phase : relation.phases) {
      begins.push_back(phase.when.outer().begin);
      begins.push_back(phase.when.inner().begin);
    }
  std::sort(begins.begin(), begins.end());
  for (const Instant t : begins)
    if (!find_chains(story, from, to, t, 1).empty()) return t;
  return std::nullopt;
}

TEST(Trace, TheFirstChainAgreesWithTryingEveryDate) {
  Random random(5);
  int joined = 0;
  for (int round = 0; round < 120; ++round) {
    const Story story = random_story(random, 8, 10).read();
    const auto first = first_chain(story, ActorIndex(0u), ActorIndex(7u));
    EXPECT_EQ(first, first_by_trying(story, ActorIndex(0u), ActorIndex(7u))) << round;
    joined += first.has_value();
  }
  EXPECT_GT(joined, 20);
  EXPECT_LT(joined, 119);
}

TEST(Trace, OfTheRealStoryHoldsForEveryPair) {
  OpenProgram open;
  const Story& story = open.program.story();
  const Instant t = at("2025-08-08");
  for (std::size_t i = 1; i < story.actors.size(); ++i) {
    const auto chains = find_chains(story, ActorIndex(0u), ActorIndex(i), t);
    for (const Chain& chain : chains) expect_is_chain(chain, story, t);
    const auto first = first_chain(story, ActorIndex(0u), ActorIndex(i));
    if (!chains.empty()) {
      ASSERT_TRUE(first.has_value());
      EXPECT_LE(*first, t);
      EXPECT_FALSE(find_chains(story, ActorIndex(0u), ActorIndex(i), *first, 1).empty());
    }
  }
}

}  // namespace
}  // namespace tp
