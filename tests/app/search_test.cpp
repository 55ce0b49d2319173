// What is typed is found: in every language, best first, whatever was typed before, however hostile.
#include "app/search.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "app/fold_text.hpp"
#include "base/random.hpp"
#include "support.hpp"

namespace tp {
namespace {

constexpr std::string_view kStory = R"({
  "format": "turning-point/1", "id": "small", "languages": ["en", "az", "hy"],
  "title": "A story", "tracks": [{"id": "law", "title": "Law"}],
  "actors": [
    {"id": "aze", "kind": "state", "name": {"en": "Azerbaijan", "az": "Azərbaycan"}, "summary": "A state on the Caspian Sea."},
    {"id": "arm", "kind": "state", "name": {"en": "Armenia", "hy": "Հայաստան"}},
    {"id": "baku", "kind": "place", "name": {"en": "Baku", "az": "Bakı"}}],
  "relations": [{"id": "r", "from": "aze", "to": "arm", "phases": [
    {"when": "1992/1994", "type": "at_war_with", "label": "war"},
    {"when": "2025/..", "type": "peace_with", "label": "initialled a treaty"}]}],
  "events": [
    {"id": "late", "when": "2025-08-08", "track": "law", "title": "Waiver of the clause", "summary": "Signed in Washington.", "importance": 5},
    {"id": "early", "when": "1992-10-24", "track": "law", "title": "The clause", "summary": "Bars aid until a waiver is signed.", "importance": 5},
    {"id": "minor", "when": "1991-01-01", "title": "Waivers discussed", "summary": "In [[baku|the capital]], see [notes](https://example.org/zzz).", "importance": 1},
    {"id": "speech", "when": "2001-01-01", "title": {"en": "A speech", "az": "Əliyevin çıxışı"}, "summary": {"en": "It mattered.", "az": "Bu vacib idi, o cümlədən Bakı üçün."}}],
  "periods": [{"id": "p", "when": "1992/1994", "title": "Years of the clause"}],
  "series": [{"id": "aid", "title": "Aid to Baku", "unit": "USD", "points": [["1992", 1], ["1993", 2]]}],
  "glossary": [{"id": "g", "term": "Waiver", "definition": "Setting a rule aside for a year, by the president."}],
  "sources": [{"id": "s", "type": "webpage", "title": "The notice", "author": [{"family": "Öztürk", "given": "Ayşe"}], "publisher": "Federal Register", "URL": "https://example.org/n", "issued": {"date-parts": [[2002, 1, 30]]}}]
})";

struct SearchTest : ::testing::Test {
  SearchTest() : open(kStory) {}
  Found ask(std::string text, std::uint32_t limit = 20, std::string language = "en") {
    SearchQuery query;
    query.text = std::move(text);
    query.limit = limit;
    if (!index.is_started()) index.start(open.program.story(), open.program.index());
    index.build(open.program.story(), 1u << 30);
    return make_found(query, index, open.program.story(), language);
  }
  std::vector<std::string> ids(const Found& found) const {
    std::vector<std::string> out;
    for (const Hit& hit : found.hits) out.emplace_back(open.program.story().id_of(hit.ref));
    return out;
  }
  OpenProgram open;
  SearchIndex index;
};

using Ids = std::vector<std::string>;

TEST_F(SearchTest, TitlesThatBeginSoComeFirstThenTitlesThenTexts) {
  EXPECT_EQ(ids(ask("waiver")), (Ids{"g", "late", "minor", "early"}));
  EXPECT_EQ(ids(ask("clause")), (Ids{"p", "early", "late"})) << "by importance, then time";
}

TEST_F(SearchTest, EveryWordMustBeThere) {
  EXPECT_EQ(ids(ask("waiver signed")), (Ids{"early", "late"})) << "both only in what they say: by time";
  EXPECT_EQ(ids(ask("signed waiver")), ids(ask("waiver signed")));
  EXPECT_EQ(ids(ask("waiver nonsense")), Ids{});
  EXPECT_EQ(ids(ask("armenia azerbaijan")), (Ids{"r"}));
}

TEST_F(SearchTest, AnyLanguageOfTheStoryIsFoundWithoutAccents) {
  EXPECT_EQ(ids(ask("azerbaycan")), (Ids{"aze", "r"}));
  EXPECT_EQ(ids(ask("eliyev")), (Ids{"speech"}));
  EXPECT_EQ(ids(ask("ELİYEV")), (Ids{"speech"}));
  EXPECT_EQ(ids(ask("ՀԱՅԱՍՏԱՆ")), (Ids{"arm", "r"}));
  EXPECT_EQ(ids(ask("ozturk")), (Ids{"s"}));
  EXPECT_EQ(ids(ask("baki")), (Ids{"baku", "speech"}));
}

TEST_F(SearchTest, AllKindsAreFound) {
  EXPECT_EQ(ids(ask("initialled")), (Ids{"r"}));
  EXPECT_EQ(ids(ask("federal")), (Ids{"s"}));
  EXPECT_EQ(ids(ask("years")), (Ids{"p"}));
  EXPECT_EQ(ids(ask("aid")), (Ids{"aid", "early"}));
  EXPECT_EQ(ids(ask("president")), (Ids{"g"}));
  EXPECT_EQ(ids(ask("zzz")), Ids{}) << "the target of a link is not text";
  EXPECT_EQ(ids(ask("capital")), (Ids{"minor"}));
}

TEST_F(SearchTest, AHitSaysWhatItIsAndWhyItWasFound) {
  const Found found = ask("notice");
  ASSERT_EQ(found.hits.size(), 1u);
  EXPECT_EQ(found.hits[0].kind_words, "Source");
  EXPECT_EQ(found.hits[0].url, "https://example.org/n");
  EXPECT_NE(found.hits[0].date.find("2002"), std::string::npos);
  EXPECT_EQ(found.hits[0].at, (std::vector<MarkedStretch>{{4, 6}}));
  const Found quoted = ask("washington");
  ASSERT_EQ(quoted.hits.size(), 1u);
  EXPECT_EQ(quoted.hits[0].detail, "Signed in Washington.");
  EXPECT_TRUE(quoted.hits[0].at.empty());
  const Found other = ask("cixis");
  ASSERT_EQ(other.hits.size(), 1u);
  EXPECT_EQ(other.hits[0].title, "A speech");
  EXPECT_EQ(other.hits[0].detail, "Əliyevin çıxışı");
  EXPECT_EQ(ask("cixis", 20, "az").hits[0].at, (std::vector<MarkedStretch>{{9, 5}}));
}

TEST_F(SearchTest, OneMoreLetterNarrowsAndTheAnswerIsThatOfAFreshQuestion) {
  for (const std::string_view typed :
       {"waiver signed in", "azerbaycan", "the clause", "Bakı üçün", "a s e"}) {
    Found last;
    for (std::size_t n = 0; n <= typed.size(); ++n) {
      const Found step = ask(std::string(typed.substr(0, n)));
      SearchIndex fresh;
      std::swap(fresh, index);
      EXPECT_EQ(ids(step), ids(ask(std::string(typed.substr(0, n))))) << typed.substr(0, n);
      if (n > 1 && typed[n - 1] != ' ' && typed[n - 2] != ' ') {
        EXPECT_LE(step.total, last.total) << typed.substr(0, n);
      }
      std::swap(fresh, index);
      last = step;
    }
  }
}

TEST_F(SearchTest, TheLimitCutsTheListAndNotTheCount) {
  const Found found = ask("a", 2);
  EXPECT_EQ(found.hits.size(), 2u);
  EXPECT_GT(found.total, 4u);
  Ids first = ids(ask("a"));
  first.resize(2);
  EXPECT_EQ(ids(found), first);
  EXPECT_TRUE(ask("a", 0).hits.empty());
  EXPECT_EQ(ask("").total, 0u);
  EXPECT_EQ(ask(" .,;- ").total, 0u);
}

// The same question asked of the story itself, text by text.
std::vector<Ref> by_reading(const Story& story, const std::vector<std::string>& words) {
  std::vector<Ref> found;
  std::vector<SearchText> texts;
  for (const auto& [kind, count] : {std::pair{Kind::kEvent, story.events.size()},
                                    {Kind::kActor, story.actors.size()},
                                    {Kind::kRelation, story.relations.size()},
                                    {Kind::kSource, story.sources.size()},
                                    {Kind::kTerm, story.glossary.size()},
                                    {Kind::kPeriod, story.periods.size()},
                                    {Kind::kSeries, story.series.size()}}) {
    for (std::uint32_t i = 0; i < count; ++i) {
      list_search_texts(story, {kind, i}, texts);
      const bool all = std::all_of(words.begin(), words.end(), [&](const std::string& word) {
        return std::any_of(texts.begin(), texts.end(), [&](const SearchText& text) {
          const std::string plain = without_markdown(text.words);
          for (WordReader reader(plain); reader.next();)
            if (reader.word().starts_with(word)) return true;
          return false;
        });
      });
      if (all && !words.empty()) found.push_back({kind, i});
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

TEST(SearchRealStory, FindsWhatReadingEveryTextFinds) {
  OpenProgram open;
  const Story& story = open.program.story();
  SearchIndex index;
  index.start(story, open.program.index());
  while (!index.is_complete()) index.build(story, 1000);
  for (const std::string_view text :
       {"907", "waiver", "aliyev", "a", "trump pashinyan", "karabakh", "soc", "section 907 aid", "Əliyev",
        "ə", "nagorno-karabakh corridor", "u.s.", "peace treaty 2025", "oil pipe"}) {
    const std::vector<std::string> words = query_words(text);
    const SearchMatches& matches = index.find(words);
    std::vector<Ref> all = best_matches(matches, index, 1u << 20);
    EXPECT_EQ(all.size(), matches.total) << text;
    std::sort(all.begin(), all.end());
    EXPECT_EQ(all, by_reading(story, words)) << text;
  }
}

TEST(SearchRealStory, MarksStandWhereTheWordsDo) {
  OpenProgram open;
  SearchIndex index;
  index.start(open.program.story(), open.program.index());
  index.build(open.program.story(), 1u << 30);
  for (const char* text : {"az", "section 9", "wai", "the"}) {
    SearchQuery query;
    query.text = text;
    query.limit = 200;
    const std::vector<std::string> words = query_words(text);
    for (const Hit& hit : make_found(query, index, open.program.story(), "en").hits) {
      std::uint32_t units = 0, last = 0;
      for (std::size_t at = 0; at < hit.title.size();)
        units += next_code_point(hit.title, at) > 0xFFFF ? 2 : 1;
      for (const MarkedStretch& mark : hit.at) {
        EXPECT_GT(mark.length, 0u);
        EXPECT_GE(mark.start, last) << hit.title;
        last = mark.start + mark.length;
        EXPECT_LE(last, units) << hit.title;
      }
    }
  }
}

TEST(SearchProgram, AnswersEachQuestionOnceAndTheSameQuestionAgain) {
  OpenProgram open;
  open.program.push(Search{"waiver", 5});
  FrameChanges changes = open.program.frame(16, open.measurer);
  EXPECT_TRUE(changes.found);
  EXPECT_EQ(open.program.found().text, "waiver");
  EXPECT_EQ(open.program.found().hits.size(), 5u);
  EXPECT_TRUE(open.program.found().complete);
  EXPECT_FALSE(open.program.frame(16, open.measurer).found);
  open.program.push(Search{"waiver", 5});
  EXPECT_TRUE(open.program.frame(16, open.measurer).found);
  open.program.push(Search{"", 5});
  EXPECT_TRUE(open.program.frame(16, open.measurer).found);
  EXPECT_TRUE(open.program.found().hits.empty());
  open.settle();
  EXPECT_FALSE(open.program.wants_frame());
}

TEST(SearchProgram, HostileQuestionsAreAnsweredLikeAnyOther) {
  OpenProgram open;
  std::string words;
  for (int i = 0; i < 100000; ++i) words += "w" + std::to_string(i) + " ";
  for (const std::string& text :
       {std::string(1 << 20, 'a'), words, std::string("\xff\xfe\x80 waiver"), std::string("a\0b\x01\x1f", 5),
        std::string("\xf0\x9f"), std::string(1 << 20, '\xcc'), std::string("]]]])))[[[((|"),
        std::string("\u202e\u200b\ufeff")}) {
    open.program.push(Search{text, 4000000000u});
    open.program.frame(16, open.measurer);
    EXPECT_LE(open.program.found().text.size(), SearchQuery::kLongest);
    EXPECT_LE(open.program.found().hits.size(), 200u);
  }
}

TEST(SearchTexts, AreReadAsAReaderSeesThem) {
  EXPECT_EQ(without_markdown("a *b* [c](https://x.y/z) [[id|d e]] [[f]]"), "a b c d e f");
  Random random(3);
  const std::string_view letters = "[]()|*\nab ";
  for (int i = 0; i < 20000; ++i) {
    std::string text;
    for (std::uint32_t n = random.below(16); n > 0; --n)
      text += letters[random.below(static_cast<std::uint32_t>(letters.size()))];
    EXPECT_LE(without_markdown(text).size(), text.size());
  }
}

}  // namespace
}  // namespace tp
