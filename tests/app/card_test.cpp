// The card says what the story says: no more, no less, and with its sources.
#include <gtest/gtest.h>

#include "support.hpp"

namespace tp {
namespace {

constexpr std::string_view kStory = R"({
  "format": "turning-point/1", "id": "small", "languages": ["en", "az"],
  "title": {"en": "A story", "az": "Hekayə"}, "question": "What changed?", "answer": "A little.",
  "tracks": [{"id": "law", "title": "Law"}],
  "actors": [
    {"id": "a", "kind": "state", "name": {"en": "Aland", "az": "Alandiya"}},
    {"id": "b", "kind": "law", "name": "The clause", "short": "Clause"}],
  "relations": [{"id": "r", "from": "b", "to": "a", "phases": [
    {"when": "1992-10-24/2002-01-25", "type": "restricts", "label": "restricts aid", "valence": -2, "status": "fact", "events": ["e1"], "sources": ["s1"]},
    {"when": "2002-01-25/2023-06", "type": "restricts", "label": "waived", "valence": -1, "status": "claim", "by": "a", "events": ["e2"], "sources": ["s2"]}]}],
  "events": [
    {"id": "e2", "when": "2002-01-25", "track": "law", "title": "Waiver", "summary": "For a year.", "status": "disputed", "actors": ["a"],
     "views": [{"by": "a", "text": "Unfair.", "sources": ["s2"]}], "changes": [{"what": "Aid", "before": "barred", "after": "allowed"}], "sources": [{"id": "s2", "locator": "p. 3"}]},
    {"id": "e1", "when": "1992-10", "track": "law", "title": "Clause", "summary": "In force.", "status": "fact", "actors": ["a", "b"], "sources": ["s1"]}],
  "sources": [
    {"id": "s1", "type": "legislation", "title": "The act", "publisher": "Congress", "URL": "https://example.org/act", "issued": {"date-parts": [[1992, 10, 24]]}},
    {"id": "s2", "type": "webpage", "title": "The notice", "note": "not opened"}]
})";

struct CardTest : ::testing::Test {
  CardTest() : open(kStory) {}
  const Card& card(std::string_view id, std::string_view at = "") {
    if (!at.empty()) open.act(SetPlayhead{parse_date(at).value->bounds().begin});
    Select action{open.find(id)};
    action.move_playhead = at.empty();
    open.act(action);
    return open.program.card();
  }
  OpenProgram open;
};

TEST_F(CardTest, AnEventSaysItsDateAsPreciselyAsItIsKnown) {
  EXPECT_EQ(card("e1").date, "October 1992");
  EXPECT_EQ(card("e1").date_edtf, "1992-10");
  EXPECT_EQ(card("e2").date, "25 January 2002");
}

TEST_F(CardTest, AnEventKeepsStatusViewsChangesAndSourcesApart) {
  const Card& e2 = card("e2");
  EXPECT_EQ(e2.status, Status::kDisputed);
  EXPECT_EQ(e2.status_words, "Disputed");
  ASSERT_EQ(e2.views.size(), 1u);
  EXPECT_EQ(e2.views[0].who, "Aland");
  ASSERT_EQ(e2.views[0].sources.size(), 1u);
  EXPECT_EQ(e2.views[0].sources[0].number, "2");
  EXPECT_FALSE(e2.views[0].sources[0].seen);
  ASSERT_EQ(e2.changes.size(), 1u);
  EXPECT_EQ(e2.changes[0].after, "allowed");
  ASSERT_EQ(e2.sources.size(), 1u);
  EXPECT_EQ(e2.sources[0].locator, "p. 3");
  EXPECT_EQ(e2.previous_title, "Clause");
  EXPECT_FALSE(e2.next.valid());
}

TEST_F(CardTest, ARelationIsALedgerOfItsPhasesWithTheOneThatHoldsMarked) {
  const Card& before = card("r", "1995-01-01");
  ASSERT_EQ(before.phases.size(), 2u);
  EXPECT_TRUE(before.phases[0].holds_now);
  EXPECT_FALSE(before.phases[1].holds_now);
  EXPECT_EQ(before.phases[0].events.at(0).words, "Clause");
  EXPECT_EQ(before.phases[0].sources.at(0).url, "https://example.org/act");
  const Card& after = card("r", "2010-01-01");
  EXPECT_TRUE(after.phases[1].holds_now);
  EXPECT_EQ(after.phases[1].status_words, "Claim by Aland");
}

TEST_F(CardTest, AnActorListsItsRelationsAndItsEventsInTimeOrder) {
  const Card& a = card("a");
  ASSERT_EQ(a.events.size(), 2u);
  EXPECT_EQ(a.events[0].words, "Clause");
  EXPECT_EQ(a.events[1].words, "Waiver");
  ASSERT_EQ(a.relations.size(), 1u);
  EXPECT_EQ(a.also, "Also: Alandiya (az)");
}

TEST_F(CardTest, NothingSelectedShowsQuestionAndAnswer) {
  open.act(Select{});
  EXPECT_EQ(open.program.card().title, "What changed?");
  EXPECT_EQ(open.program.card().summary, "A little.");
}

TEST_F(CardTest, EveryCardOfTheRealStoryHasATitleAndEveryEventASource) {
  OpenProgram real;
  const Story& story = real.program.story();
  for (const auto& [kind, count] : {std::pair{Kind::kEvent, story.events.size()},
                                    {Kind::kActor, story.actors.size()},
                                    {Kind::kRelation, story.relations.size()},
                                    {Kind::kSource, story.sources.size()},
                                    {Kind::kTerm, story.glossary.size()},
                                    {Kind::kPeriod, story.periods.size()}}) {
    for (std::uint32_t i = 0; i < count; ++i) {
      const Card made = make_card(story, real.program.index(), {kind, i}, real.program.state().at, "en");
      EXPECT_FALSE(made.title.empty()) << made.id;
      EXPECT_FALSE(kind == Kind::kEvent && made.sources.empty()) << made.id;
      for (const CardPhase& phase : made.phases)
        EXPECT_FALSE(phase.sources.empty()) << made.id << " " << phase.date;
    }
  }
}

}  // namespace
}  // namespace tp
