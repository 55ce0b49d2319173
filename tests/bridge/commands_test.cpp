// What the page may ask: every command becomes the right action, and nonsense becomes a sentence, never a
// crash.
#include "bridge/commands.hpp"

#include <gtest/gtest.h>

#include "../app/support.hpp"
#include "app/words.hpp"
#include "base/random.hpp"

namespace tp {
namespace {

struct CommandsTest : ::testing::Test {
  CommandResult read(std::string_view json) {
    return read_command(json, open.program.story(), open.program.state());
  }
  template <class T>
  T only(std::string_view json) {
    const CommandResult result = read(json);
    EXPECT_EQ(result.error, "");
    if (result.actions.size() != 1 || !std::holds_alternative<T>(result.actions.front())) {
      ADD_FAILURE() << json;
      return T{};
    }
    return std::get<T>(result.actions.front());
  }
  OpenProgram open;
};

TEST_F(CommandsTest, SelectFindsAnyIdAndClearsWithAnEmptyOne) {
  const std::string id(open.program.story().events.front().id);
  EXPECT_EQ(only<Select>("{\"type\":\"select\",\"id\":\"" + id + "\"}").ref, open.find(id));
  EXPECT_FALSE(only<Select>(R"({"type":"select","id":""})").ref.valid());
}

TEST_F(CommandsTest, WordsOfAnotherLanguageAreLearnedByTheirNames) {
  const CommandResult result =
      read(R"({"type":"words","language":"az","words":{"fact":"Fakt","no_such_word":"x","disputed":7}})");
  EXPECT_TRUE(result.error.empty());
  learn_words(result.language, result.words);
  EXPECT_EQ(words_in("az").fact, "Fakt");
  EXPECT_EQ(words_in("az-Latn").fact, "Fakt");
  EXPECT_EQ(words_in("az").disputed, words_in("en").disputed) << "what was not said stays English";
  EXPECT_EQ(words_in("en").fact, "Fact");
  const std::string_view held = words_in("az").fact;
  learn_words("az", std::vector<std::pair<std::string, std::string>>{{"fact", "Fakt!"}});
  EXPECT_EQ(words_in("az").fact, "Fakt!");
  EXPECT_EQ(held, "Fakt") << "who holds the old words may go on reading them";
}

TEST_F(CommandsTest, WordsWithoutALanguageAreAMistake) {
  for (const char* json : {R"({"type":"words"})", R"({"type":"words","language":"az","words":[1]})"})
    EXPECT_FALSE(read(json).error.empty()) << json;
}

TEST_F(CommandsTest, AnUnknownIdIsSaidAndDoesNothing) {
  const CommandResult result = read(R"({"type":"select","id":"socarr"})");
  EXPECT_TRUE(result.actions.empty());
  EXPECT_NE(result.error.find("socarr"), std::string::npos);
}

TEST_F(CommandsTest, ATimeIsAnEdtfDate) {
  EXPECT_EQ(only<SetPlayhead>(R"({"type":"setTime","edtf":"2025-08-08"})").at, (Instant{20308, 43'200'000}));
  EXPECT_FALSE(read(R"({"type":"setTime","edtf":"8 August 2025"})").error.empty());
}

TEST_F(CommandsTest, PanesAreTakenAsMeasuredAndKeptSane) {
  const Panes panes =
      only<Resize>(
          R"({"type":"resize","width":1280,"height":700,"dpr":2,"kind":"medium","map":[0,0,800,400],"timeline":[0,400,1280,300]})")
          .panes;
  EXPECT_EQ(panes.kind, LayoutKind::kMedium);
  EXPECT_EQ(panes.timeline, (Rect{0, 400, 1280, 300}));
  const CommandResult wild =
      read(R"({"type":"resize","width":1e300,"height":-4,"dpr":1e9,"map":[1,2,-3],"timeline":["a",0,1,2]})");
  const Panes held = std::get<Resize>(wild.actions.at(0)).panes;
  EXPECT_LE(held.canvas.width, 32768);
  EXPECT_EQ(held.canvas.height, 0);
  EXPECT_TRUE(held.map.empty() && held.timeline.empty());
  EXPECT_LE(wild.dpr, 8);
}

TEST_F(CommandsTest, AFilterNamesTracksStatusesAndActors) {
  const Story& story = open.program.story();
  const std::string track(story.tracks[1].id), actor(story.actors[3].id);
  const Filter filter = only<SetFilter>(R"({"type":"filter","hideTracks":[")" + track +
                                        R"("],"hideStatuses":["claim","disputed","nonsense"],"actors":[")" +
                                        actor + R"("],"text":"waiver","mode":"hide"})")
                            .filter;
  EXPECT_EQ(filter.hidden_tracks, (std::vector<std::uint32_t>{1}));
  EXPECT_EQ(filter.hidden_statuses, Filter::bit(Status::kClaim) | Filter::bit(Status::kDisputed));
  EXPECT_EQ(filter.actors, (std::vector<std::uint32_t>{3}));
  EXPECT_EQ(filter.text, "waiver");
  EXPECT_EQ(filter.mode, Filter::Mode::kHide);
  EXPECT_FALSE(only<SetFilter>(R"({"type":"filter"})").filter.is_on());
  const CommandResult wrong = read(R"({"type":"filter","hideTracks":["nobody",7,{}],"text":[1]})");
  EXPECT_NE(wrong.error.find("nobody"), std::string::npos);
}

TEST_F(CommandsTest, FoldNamesATrackAndWhichWay) {
  const Fold folds = only<Fold>(R"({"type":"fold","id":"law"})");
  EXPECT_EQ(folds.track, open.find("law"));
  EXPECT_TRUE(folds.folded);
  EXPECT_TRUE(only<Fold>(R"({"type":"fold","id":"law","folded":true})").folded);
  EXPECT_FALSE(only<Fold>(R"({"type":"fold","id":"law","folded":false})").folded);
  EXPECT_FALSE(only<Fold>(R"({"type":"fold"})").track.valid()) << "the track of what is selected";
  for (const char* id : {"lawn", "azerbaijan"}) {
    const CommandResult wrong = read(std::string(R"({"type":"fold","id":")") + id + "\"}");
    EXPECT_TRUE(wrong.actions.empty()) << id;
    EXPECT_NE(wrong.error.find(id), std::string::npos);
  }
}

TEST_F(CommandsTest, FitToNamesAnythingOrWhatIsSelected) {
  for (const char* id : {"law", "azerbaijan", "waiver-2025", "series-gas-to-europe"})
    EXPECT_EQ(only<FitTo>(std::string(R"({"type":"fitTo","id":")") + id + "\"}").ref, open.find(id)) << id;
  EXPECT_FALSE(only<FitTo>(R"({"type":"fitTo","id":""})").ref.valid());
  const CommandResult wrong = read(R"({"type":"fitTo","id":"nobody"})");
  EXPECT_TRUE(wrong.actions.empty());
  EXPECT_NE(wrong.error.find("nobody"), std::string::npos);
}

TEST_F(CommandsTest, ShowRangeTakesAnEdtfIntervalWhole) {
  const ShowRange show = only<ShowRange>(R"({"type":"showRange","range":"1991/1994-05"})");
  EXPECT_EQ(show.range.begin, parse_date("1991").value->bounds().begin);
  EXPECT_EQ(show.range.end, parse_date("1994-05").value->bounds().end);
  for (const char* range : {"", "yesterday", "1994/1991/1990"}) {
    const CommandResult wrong = read(std::string(R"({"type":"showRange","range":")") + range + "\"}");
    EXPECT_TRUE(wrong.actions.empty()) << range;
    EXPECT_NE(wrong.error, "") << range;
  }
}

TEST_F(CommandsTest, SearchHistoryAndToursAreCommands) {
  const Search search = only<Search>(R"({"type":"search","text":"əli","limit":7})");
  EXPECT_EQ(search.text, "əli");
  EXPECT_EQ(search.limit, 7u);
  EXPECT_EQ(only<Search>(R"({"type":"search","text":"a","limit":-1e300})").limit, 0u);
  only<Undo>(R"({"type":"undo"})");
  only<Redo>(R"({"type":"redo"})");
  const std::string tour(open.program.story().tours.front().id);
  EXPECT_EQ(only<ShowStep>("{\"type\":\"tour\",\"id\":\"" + tour + "\",\"step\":2}").step, 2u);
  EXPECT_EQ(only<ShowStep>(R"({"type":"tour","id":""})").tour, ShowStep::kNoTour);
  EXPECT_FALSE(read(R"({"type":"tour","id":"nowhere"})").error.empty());
}

TEST_F(CommandsTest, BrokenCommandsGiveASentence) {
  for (const char* json : {"", "{", "[]", "null", "42", "{\"type\":7}", "{\"type\":\"explode\"}",
                           "{\"type\":\"select\",\"id\":{}", "\xff\xfe"}) {
    const CommandResult result = read(json);
    EXPECT_TRUE(result.actions.empty()) << json;
    EXPECT_FALSE(result.error.empty()) << json;
  }
}

TEST_F(CommandsTest, RandomBytesNeverCrash) {
  Random random(7);
  const std::string_view letters = "{}[]\":,0123456789.eE+-typeselctzomrdAT \\u\x80\xff";
  for (int i = 0; i < 20000; ++i) {
    std::string json = i % 2 ? R"({"type":"resize","width":100,"map":[0,0,1,1]})" : "";
    const std::uint32_t edits = random.below(12) + 1;
    for (std::uint32_t k = 0; k < edits; ++k) {
      const char c = letters[random.below(static_cast<std::uint32_t>(letters.size()))];
      json.insert(json.begin() + random.below(static_cast<std::uint32_t>(json.size() + 1)), c);
    }
    read(json);
  }
}

}  // namespace
}  // namespace tp
