// Commands and messages of the map's modes: what the page sends and what it is told.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "../app/support.hpp"
#include "bridge/commands.hpp"
#include "bridge/messages.hpp"
#include "bridge/messages_map.hpp"

namespace tp {
namespace {

using Json = nlohmann::json;

struct MapBridge : ::testing::Test {
  // The error of a command, after it was applied.
  std::string send(const std::string& json) {
    CommandResult result = read_command(json, open.program.story(), open.program.state());
    for (Action& action : result.actions) open.program.push(std::move(action));
    open.settle();
    return result.error;
  }
  Json state() const { return parsed(change_message(open.program, 1, 1))["state"]; }
  static Json parsed(const std::string& text) {
    Json json = Json::parse(text, nullptr, false);
    EXPECT_FALSE(json.is_discarded()) << text.substr(0, 200);
    return json;
  }
  OpenProgram open;
};

TEST_F(MapBridge, EveryCommandShowsInTheState) {
  const Json before = state();
  EXPECT_TRUE(before["compare"].is_null());
  EXPECT_TRUE(before["hiddenRelations"].empty());
  EXPECT_EQ(send(R"({"type":"compare","a":"2020","b":"2025-08-08"})"), "");
  EXPECT_EQ(state()["compare"], "2020/2025-08-08");
  EXPECT_EQ(send(R"({"type":"swap"})"), "");
  EXPECT_EQ(state()["compare"], "2025-08-08/2020");
  EXPECT_EQ(send(R"({"type":"trace","from":"azerbaijan","to":"us-congress"})"), "");
  EXPECT_EQ(state()["trace"], "azerbaijan/us-congress");
  EXPECT_TRUE(state()["compare"].is_null()) << "one at a time";
  EXPECT_EQ(send(R"({"type":"focus","id":"armenia","steps":2})"), "");
  EXPECT_EQ(state()["focus"], "armenia");
  EXPECT_EQ(state()["focusSteps"], 2);
  EXPECT_EQ(send(R"({"type":"toldBy","id":"armenia"})"), "");
  EXPECT_EQ(state()["toldBy"], "armenia");
  EXPECT_EQ(send(R"({"type":"ghosts","on":true})"), "");
  EXPECT_EQ(state()["ghosts"], true);
  EXPECT_EQ(send(R"({"type":"places","on":true})"), "");
  EXPECT_EQ(state()["places"], true);
  EXPECT_EQ(send(R"({"type":"brush","range":"2020-09/2023-10"})"), "");
  EXPECT_EQ(state()["brush"], "2020-09/2023-10");
  EXPECT_EQ(send(R"({"type":"hideRelations","keys":["hostile","mediation"]})"), "");
  EXPECT_EQ(state()["hiddenRelations"], Json({"hostile", "mediation"}));
  for (const char* off : {R"({"type":"compare","a":"","b":""})", R"({"type":"trace","from":"","to":""})",
                          R"({"type":"focus","id":""})", R"({"type":"toldBy","id":""})",
                          R"({"type":"ghosts","on":false})", R"({"type":"places","on":false})",
                          R"({"type":"brush","range":""})", R"({"type":"hideRelations","keys":[]})"})
    EXPECT_EQ(send(off), "") << off;
  Json after = state();
  for (const char* key :
       {"compare", "trace", "focus", "focusSteps", "toldBy", "ghosts", "places", "brush", "hiddenRelations"})
    EXPECT_EQ(after[key], before[key]) << key;
}

TEST_F(MapBridge, NonsenseIsRefusedAndChangesNothing) {
  for (const char* bad :
       {R"({"type":"compare","a":"soon","b":"2020"})", R"({"type":"compare","a":"2020"})",
        R"({"type":"trace","from":"azerbaijan","to":"nobody"})",
        R"({"type":"trace","from":"rel-us-az-aid","to":"armenia"})", R"({"type":"focus","id":"waiver-2025"})",
        R"({"type":"toldBy","id":"nobody"})", R"({"type":"brush","range":"2020/1990"})",
        R"({"type":"hideRelations","keys":["everything"]})"}) {
    const std::string error = send(bad);
    EXPECT_FALSE(error.empty()) << bad;
    const Json now = state();
    for (const char* key : {"compare", "trace", "focus", "toldBy", "brush"})
      EXPECT_TRUE(now[key].is_null()) << bad;
    EXPECT_TRUE(now["hiddenRelations"].empty()) << bad;
  }
}

TEST_F(MapBridge, TheComparisonListsWhatChangedWithItsStatus) {
  EXPECT_FALSE(parsed(comparison_message(open.program))["on"]);
  send(R"({"type":"compare","a":"2020-01-01","b":"2025-08-08"})");
  const Json message = parsed(comparison_message(open.program));
  EXPECT_EQ(message["type"], "comparison");
  EXPECT_TRUE(message["on"]);
  EXPECT_EQ(message["a"], "2020-01-01");
  EXPECT_EQ(message["bWords"], "8 August 2025");
  const Comparison& c = open.program.map_findings().comparison;
  ASSERT_EQ(message["gained"].size(), c.gained.size());
  EXPECT_EQ(message["lost"].size(), c.lost.size());
  EXPECT_EQ(message["flipped"].size(), c.flipped.size());
  for (const char* list : {"gained", "lost"})
    for (const Json& item : message[list])
      for (const char* key : {"id", "title", "label", "valence", "status", "statusWords"})
        EXPECT_TRUE(item.contains(key) && !item[key].is_null()) << list << " " << key;
  for (const Json& item : message["flipped"])
    for (const char* side : {"before", "after"})
      for (const char* key : {"label", "valence", "status", "statusWords"})
        EXPECT_TRUE(item[side].contains(key)) << side << " " << key;
}

TEST_F(MapBridge, ChainsAlternateActorsAndRelations) {
  EXPECT_FALSE(parsed(chains_message(open.program))["on"]);
  send(R"({"type":"setTime","edtf":"2025-08-08"})");
  send(R"({"type":"trace","from":"azerbaijan","to":"us-congress"})");
  const Json message = parsed(chains_message(open.program));
  EXPECT_TRUE(message["on"]);
  EXPECT_EQ(message["fromWords"], "Azerbaijan");
  ASSERT_FALSE(message["chains"].empty());
  EXPECT_LE(message["chains"].size(), 4u);
  for (const Json& chain : message["chains"]) {
    EXPECT_EQ(chain.front()["id"], "azerbaijan");
    EXPECT_EQ(chain.back()["id"], "us-congress");
    for (std::size_t i = 0; i < chain.size(); ++i) {
      EXPECT_EQ(chain[i]["kind"], i % 2 == 0 ? "actor" : "relation");
      EXPECT_TRUE(open.find(chain[i]["id"].get<std::string>()).valid());
      EXPECT_FALSE(chain[i]["title"].get<std::string>().empty());
    }
  }
  EXPECT_TRUE(message["first"].is_string());
  EXPECT_FALSE(message["firstWords"].get<std::string>().empty());
}

TEST_F(MapBridge, FacetsNameLegendTellersAndPlaces) {
  const Json before = parsed(facets_message(open.program));
  EXPECT_TRUE(before["hasPlaces"]);
  EXPECT_GE(before["tellers"].size(), 5u);
  ASSERT_GE(before["relations"].size(), 3u);
  for (const Json& entry : before["relations"]) {
    EXPECT_GT(entry["count"], 0);
    EXPECT_FALSE(entry["hidden"]);
  }
  send(R"({"type":"hideRelations","keys":["hostile"]})");
  const Json after = parsed(facets_message(open.program));
  ASSERT_EQ(after["relations"].size(), before["relations"].size()) << "a hidden class stays in the list";
  for (const Json& entry : after["relations"]) EXPECT_EQ(entry["hidden"], entry["key"] == "hostile");
}

}  // namespace
}  // namespace tp
