// What is in the model after reading: every field of full.json, and the rules that need a sentence each.
#include <gtest/gtest.h>

#include "story_files.hpp"
#include "support/source_dir.hpp"

namespace tp {
namespace {

class FullStory : public testing::Test {
 protected:
  static Story read() { return must_read(file_text(source_dir() + "/tests/stories/valid/full.json")); }
  const Story story_ = read();

  const Actor& actor(std::string_view id) const { return story_.actors[story_.find(id).index]; }
  const Event& event(std::string_view id) const { return story_.events[story_.find(id).index]; }
};

TEST_F(FullStory, HasItsTopLevel) {
  EXPECT_EQ(story_.id, "full");
  EXPECT_EQ(story_.languages, (std::vector<std::string_view>{"en", "az"}));
  EXPECT_EQ(story_.title.in("en"), "Every field once");
  EXPECT_EQ(story_.title.in("az-Latn"), "Hər sahə bir dəfə");
  EXPECT_EQ(story_.subtitle.in("en"), "A story for tests");
  EXPECT_EQ(story_.question.in("en"), "Is every field read?");
  EXPECT_EQ(story_.answer.in("en"), "Yes: see [[law-passed]].");
  EXPECT_EQ(to_edtf(*story_.updated), "2026-01-31");
  EXPECT_EQ(story_.license, "CC-BY-4.0");
  EXPECT_EQ(story_.credits.in("en"), "Written by nobody");
  EXPECT_EQ(to_edtf(*story_.start.at), "1992-10-24");
  EXPECT_EQ(to_edtf(*story_.start.range), "1990/2026");
  EXPECT_EQ(story_.start.select, story_.find("law-passed"));
  EXPECT_EQ(story_.start.tour, 0u);
}

TEST_F(FullStory, HasItsActors) {
  const Actor& north = actor("north");
  EXPECT_EQ(north.kind, ActorKind::kState);
  EXPECT_EQ(north.name.in("en"), "Northland");
  EXPECT_EQ(north.short_name.in("az"), "Ş");
  EXPECT_EQ(north.summary.in("en"), "A state.");
  EXPECT_EQ(to_edtf(*north.active), "1918/..");
  EXPECT_DOUBLE_EQ(north.geo->longitude, -77.04);
  EXPECT_DOUBLE_EQ(north.geo->latitude, 38.91);
  EXPECT_DOUBLE_EQ(north.position->x, -0.5);
  EXPECT_DOUBLE_EQ(north.position->y, 0.25);
  EXPECT_EQ(north.group, "states");
  EXPECT_EQ(north.url, "https://example.org/north");
  EXPECT_EQ(story_[north.sources.at(0).source].id, "register");
  EXPECT_FALSE(actor("assembly").geo.has_value());
  EXPECT_EQ(actor("assembly").kind, ActorKind::kGovernment);
}

TEST_F(FullStory, HasItsRelationsWithPhasesInTimeOrder) {
  const Relation& relation = story_.relations.at(0);
  EXPECT_EQ(story_[relation.from].id, "north");
  EXPECT_EQ(story_[relation.to].id, "south");
  EXPECT_TRUE(relation.directed);
  ASSERT_EQ(relation.phases.size(), 2u);
  EXPECT_EQ(relation.phases[0].type, "restricts") << "the file has it second";
  EXPECT_EQ(relation.phases[0].valence, -2);
  EXPECT_EQ(relation.phases[0].status, Status::kFact);
  EXPECT_EQ(story_[relation.phases[0].events.at(0)].id, "law-passed");
  const Phase& waived = relation.phases[1];
  EXPECT_EQ(to_edtf(waived.when), "2002-01-25/2025-08-08");
  EXPECT_EQ(waived.label.in("en"), "waives the law each year");
  EXPECT_EQ(waived.valence, 1);
  EXPECT_FLOAT_EQ(waived.strength, 0.25f);
  EXPECT_EQ(waived.status, Status::kClaim);
  EXPECT_EQ(story_[waived.by.at(0)].id, "north");
  EXPECT_EQ(waived.sources.at(0).locator, "p. 5");
  EXPECT_EQ(waived.sources.at(0).supports.in("en"), "the date");
  EXPECT_FALSE(story_.relations.at(1).directed);
  EXPECT_FLOAT_EQ(story_.relations.at(1).phases.at(0).strength, 0.5f);
}

TEST_F(FullStory, HasItsEvents) {
  const Event& law = event("law-passed");
  EXPECT_EQ(to_edtf(law.when), "1992-10-24");
  EXPECT_EQ(story_[law.track].id, "law");
  EXPECT_EQ(law.body.in("en"), "First paragraph.\n\nSee [[register|the register]].");
  ASSERT_EQ(law.actors.size(), 2u);
  EXPECT_EQ(story_[law.actors[1]].id, "south");
  EXPECT_EQ(law.importance, 5);
  EXPECT_EQ(law.changes.at(0).what.in("en"), "Aid");
  EXPECT_EQ(law.changes.at(0).before.in("en"), "allowed");
  EXPECT_EQ(law.changes.at(0).after.in("az"), "məhdud");
  EXPECT_EQ(story_[law.sources.at(1).source].id, "Smith2020");
  EXPECT_EQ(law.sources.at(1).locator, "pp. 3–4");
  ASSERT_EQ(law.media.size(), 2u);
  EXPECT_EQ(law.media[0].kind, MediaKind::kImage);
  EXPECT_EQ(law.media[0].url, "https://example.org/a.jpg");
  EXPECT_EQ(law.media[0].alt.in("en"), "A page of print");
  EXPECT_EQ(law.media[0].caption.in("en"), "The law");
  EXPECT_EQ(law.media[0].credit.in("en"), "Archive");
  EXPECT_EQ(law.media[1].kind, MediaKind::kLink);
}

TEST_F(FullStory, KeepsWhoSaysWhat) {
  const Event& meeting = event("meeting");
  EXPECT_EQ(meeting.status, Status::kDisputed);
  ASSERT_EQ(meeting.views.size(), 2u);
  EXPECT_EQ(story_[meeting.views[0].by.at(0)].id, "north");
  EXPECT_EQ(story_[meeting.views[0].sources.at(0).source].id, "Smith2020");
  ASSERT_EQ(meeting.views[1].by.size(), 2u);
  EXPECT_EQ(story_[meeting.views[1].by[1]].id, "assembly");
  EXPECT_EQ(meeting.views[1].text.in("en"), "It helped.");
  const Event& statement = event("statement");
  EXPECT_EQ(statement.status, Status::kClaim);
  EXPECT_EQ(story_[statement.by.at(0)].id, "south");
  EXPECT_EQ(statement.importance, 3);
  EXPECT_FALSE(statement.track.valid());
  EXPECT_TRUE(statement.when.is_soft());
}

TEST_F(FullStory, HasItsTracksPeriodsAndSeries) {
  EXPECT_EQ(*story_.tracks.at(0).color, (Rgb{0x0b, 0x6e, 0x6e}));
  EXPECT_EQ(*story_.tracks.at(0).icon, Shape::kSquare);
  EXPECT_FALSE(story_.tracks.at(1).color.has_value());
  const Period& period = story_.periods.at(0);
  EXPECT_EQ(to_edtf(period.when), "199X");
  EXPECT_EQ(story_.tracks.at(period.track.at()).id, "talks");
  EXPECT_EQ(*period.color, (Rgb{0xa0, 0xa0, 0xff}));
  EXPECT_EQ(period.sources.size(), 1u);
  const Series& series = story_.series.at(0);
  EXPECT_EQ(series.kind, SeriesKind::kBar);
  EXPECT_EQ(series.unit.in("az"), "[USD]");
  ASSERT_EQ(series.points.size(), 3u);
  EXPECT_DOUBLE_EQ(*series.points[0].value, 1.5);
  EXPECT_FALSE(series.points[1].value.has_value());
  EXPECT_DOUBLE_EQ(*series.points[2].value, -2000);
  EXPECT_EQ(series.points[2].when.year, 1994);
}

TEST_F(FullStory, HasItsSources) {
  const Source& source = story_.sources.at(0);
  EXPECT_EQ(source.type, "legislation");
  EXPECT_EQ(source.title, "The register");
  EXPECT_EQ(source.authors, "van Doe, Jane; The Office");
  EXPECT_EQ(source.publisher, "State Press");
  EXPECT_EQ(source.url, "https://example.org/register?id=907#top");
  EXPECT_EQ(source.issued, "1992-10-24");
  EXPECT_EQ(source.accessed, "2025-08-09");
  EXPECT_EQ(source.note, "Opened.");
  EXPECT_EQ(story_.sources.at(1).publisher, "Journal of Waivers");
  EXPECT_EQ(story_.sources.at(1).issued, "2020~");
}

TEST_F(FullStory, HasItsGlossaryToursAndQuiz) {
  EXPECT_EQ(story_.glossary.at(0).term.in("en"), "waiver");
  EXPECT_EQ(story_.glossary.at(0).definition.in("en"), "Leave not to apply a law.");
  const Tour& tour = story_.tours.at(0);
  EXPECT_EQ(tour.audience, Audience::kClass);
  const Step& step = tour.steps.at(0);
  EXPECT_EQ(step.notes.in("en"), "Ask first.");
  EXPECT_EQ(to_edtf(*step.at), "1992-10-24");
  EXPECT_EQ(to_edtf(*step.range), "1991/1994");
  EXPECT_EQ(step.select, story_.find("law-passed"));
  EXPECT_EQ(step.focus.size(), 2u);
  EXPECT_EQ(to_edtf(step.compare->before), "1992");
  EXPECT_EQ(to_edtf(step.compare->after), "2025-08-09");
  EXPECT_EQ(step.lens, "law");
  EXPECT_EQ(story_.find("walk-end"), (Ref{Kind::kStep, 1}));
  EXPECT_EQ(tour.steps.at(1).select.kind, Kind::kSeries);
  const Question& question = story_.quiz.at(0);
  EXPECT_EQ(question.id, "what-passed");
  EXPECT_EQ(story_.find("what-passed"), (Ref{Kind::kQuestion, 0}));
  EXPECT_EQ(story_.id_of(story_.find("what-passed")), "what-passed");
  EXPECT_FALSE(step.predict.valid());
  EXPECT_EQ(tour.steps.at(1).predict.at(), 0u);
  EXPECT_EQ(question.choices.size(), 2u);
  EXPECT_EQ(question.answer, 0u);
  EXPECT_EQ(story_[question.events.at(0)].id, "law-passed");
}

TEST(Languages, MayStandAfterTheTexts) {
  const Story story = must_read(R"({"title": {"az": "Bir", "en": "One"}, "events": [], "id": "x",
      "format": "turning-point/1", "languages": ["az", "en"]})");
  EXPECT_EQ(story.title.in("hy"), "Bir");
}

TEST(Languages, ThatAreMissingAreOneWarningEach) {
  const std::string json =
      R"({"format": "turning-point/1", "id": "x", "languages": ["en", "az", "hy"], "title": "One",
  "subtitle": {"en": "Two", "az": "İki"}, "question": {"en": "Three", "az": "Üç", "hy": "Երեք"}, "events": []})";
  EXPECT_EQ(report_of(json),
            "test.json:1:84: warning: /title: \"az\": 1 of 3 texts is missing and will be shown in \"en\"; "
            "this is the first\n"
            "test.json:1:84: warning: /title: \"hy\": 2 of 3 texts are missing and will be shown in \"en\"; "
            "this is the first\n");
}

TEST(Languages, OfOtherTagsAreAlternativeSpellings) {
  const std::string json = R"({"format": "turning-point/1", "id": "x", "languages": ["en", "az-Latn"],
  "title": {"en": "One", "az": "Bir", "az-Cyrl": "Бир"}, "events": []})";
  EXPECT_EQ(report_of(json), "");
  EXPECT_EQ(must_read(json).title.in("az-Cyrl-AZ"), "Бир");
}

TEST(Format, MayHaveAMinorVersion) {
  std::string json = story_with("\"later\": 1");
  json.replace(json.find("point/1"), 7, "point/1.4");
  EXPECT_EQ(report_of(json), "test.json:1:101: warning: /later: unknown field \"later\"\n");
}

TEST(References, MayComeBeforeWhatTheyName) {
  const Story story =
      must_read(story_with(R"("events": [{"id": "e", "when": "1992", "title": "E", "actors": ["a\u0062"]}],
      "actors": [{"id": "\u0061b", "kind": "state", "name": "AB"}])"));
  EXPECT_EQ(story[story.events.at(0).actors.at(0)].name.in("en"), "AB");
}

TEST(Sources, MayHaveAnyFieldOfCsl) {
  EXPECT_EQ(report_of(story_with(
                R"("sources": [{"id": 907, "type": "bill", "title": "Bill", "DOI": "10.1/x", "volume": "2",
      "page": "1-2", "editor": [{"family": "E"}], "event-date": {"raw": "1992"}, "citation-key": "k",
      "issued": {"date-parts": [["1992", 10], [1993]]}, "accessed": {"literal": "last spring"}}])")),
            "");
}

TEST(Sources, SayDatesAsEdtf) {
  const auto issued = [](std::string_view date) {
    return std::string(
        must_read(story_with(R"("sources": [{"id": "s", "type": "book", "title": "T", "issued": )" +
                             std::string(date) + "}]"))
            .sources.at(0)
            .issued);
  };
  EXPECT_EQ(issued(R"({"date-parts": [[2025, 8, 8]]})"), "2025-08-08");
  EXPECT_EQ(issued(R"({"date-parts": [[-44, 3]]})"), "-0044-03");
  EXPECT_EQ(issued(R"({"date-parts": [[12025]]})"), "Y12025");
  EXPECT_EQ(issued(R"({"date-parts": [[1988], [1994, 5]]})"), "1988/1994-05");
  EXPECT_EQ(issued(R"({"literal": "spring 1992"})"), "spring 1992");
  EXPECT_EQ(issued(R"({"raw": "1992?"})"), "1992?");
  EXPECT_EQ(issued(R"("1992~")"), "1992~");
}

}  // namespace
}  // namespace tp
