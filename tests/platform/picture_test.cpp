// What a reader saves as SVG is what the canvas shows: a second program draws the view that a first one says.
#include "platform/picture.hpp"

#include <gtest/gtest.h>
#include <imgui.h>

#include "../app/support.hpp"
#include "bridge/commands.hpp"
#include "bridge/messages.hpp"
#include "view/imgui_text_measurer.hpp"
#include "view/surface.hpp"

namespace tp {
namespace {

using Commands = std::vector<std::string>;

std::vector<unsigned char> font(const std::string& name) {
  const std::string bytes = read_text(source_dir() + "/build/fonts/turning-point-sans-" + name + ".ttf");
  EXPECT_FALSE(bytes.empty()) << "build/fonts is made by ./scripts/setup";
  return {bytes.begin(), bytes.end()};
}

constexpr char kWide[] =
    R"({"type":"resize","width":1280,"height":633,"dpr":1,"touch":false,"kind":"wide","map":[0,0,883,340],"timeline":[0,340,1280,293]})";
constexpr char kNarrow[] =
    R"({"type":"resize","width":390,"height":544,"dpr":3,"touch":true,"kind":"narrow","map":[0,0,390,388],"timeline":[0,388,390,156]})";

/// What both programs are told before anything is looked at.
struct Told {
  std::string resize = kWide;
  std::string appearance = R"({"type":"appearance","dark":false,"reducedMotion":false})";
  std::string story = real_story();
};

/// The program on the canvas: its scene, and what it says of its view.
struct Shown {
  std::string scene, state, exact;
  std::string view() const { return state.substr(0, state.size() - 1) + ",\"exact\":" + exact + "}"; }
};

/// What stands behind `key` in a message, whose last it is.
std::string last_of(const std::string& message, const std::string& key) {
  const std::size_t begin = message.find('"' + key + "\":") + key.size() + 3;
  return message.substr(begin, message.size() - begin - 1);
}

Shown shown_after(const Told& told, const Commands& commands, const std::vector<Action>& gestures = {},
                  bool at_rest = true) {
  Fonts fonts;
  for (const char* name : {"regular", "semibold"})
    fonts.add(font(name), std::string_view(name) == "regular" ? Weight::kRegular : Weight::kSemibold);
  Surface surface;
  surface.open(fonts);
  ImGui::GetIO().BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
  surface.begin({1, 1}, 1);
  const ImGuiTextMeasurer measurer(fonts);
  Program program;
  EXPECT_FALSE(program.load(told.story).refuses());
  const auto settle = [&] {
    program.frame(0, measurer);
    for (int i = 0; i < 600 && program.wants_frame(); ++i) program.frame(100, measurer);
  };
  Commands all{told.resize, told.appearance};
  all.insert(all.end(), commands.begin(), commands.end());
  for (const std::string& json : all) {
    CommandResult result = read_command(json, program.story(), program.state());
    EXPECT_EQ(result.error, "") << json;
    for (Action& action : result.actions) program.push(std::move(action));
    settle();
  }
  for (const Action& gesture : gestures) {
    program.push(gesture);
    if (at_rest) settle();
  }
  if (!at_rest) program.frame(16, measurer);
  return {scene_text(program.scene(), program.story()), last_of(change_message(program, 7, 1.5), "state"),
          last_of(located_message("@view", program), "rect")};
}

struct Saved {
  std::string scene, svg;
};

Saved saved(const Told& told, const std::string& view) {
  Picture picture;
  EXPECT_TRUE(picture.add_font(font("regular"), 400));
  EXPECT_TRUE(picture.add_font(font("semibold"), 600));
  EXPECT_TRUE(picture.load(told.story));
  EXPECT_EQ(picture.command(told.resize), "");
  EXPECT_EQ(picture.command(told.appearance), "");
  std::string svg = picture.svg(view);
  return {scene_text(picture.program().scene(), picture.program().story()), std::move(svg)};
}

struct View {
  const char* name;
  Commands commands;
  std::vector<Action> gestures;
};

std::vector<View> views() {
  const Rect map{0, 0, 883, 340};
  return {
      {"opening", {}, {}},
      {"date and selection",
       {R"({"type":"select","id":"us-congress"})", R"({"type":"setTime","edtf":"1998-05"})"},
       {}},
      {"nothing selected", {R"({"type":"select","id":""})"}, {}},
      {"zoom and pan of both panes",
       {},
       {ZoomTimeline{611.7, 3.3, false}, PanTimeline{-77.25}, ZoomMap{{300.5, 100.25}, 2.7},
        PanMap{{31.5, -12.125}}}},
      {"far in", {}, {ZoomTimeline{900, 4000, false}, PanTimeline{10.3}}},
      {"compare", {R"({"type":"compare","a":"2020","b":"2025-08-08"})"}, {GrabCompare{CompareEnd::kB}}},
      {"compare by hand",
       {R"({"type":"compare","a":"2020","b":"2025-08-08"})"},
       {DragCompare{CompareEnd::kA, 333}}},
      {"trace", {R"({"type":"trace","from":"azerbaijan","to":"us-congress"})"}, {}},
      {"half a trace", {R"({"type":"trace","from":"azerbaijan","to":"azerbaijan"})"}, {}},
      {"focus", {R"({"type":"focus","id":"armenia","steps":2})"}, {}},
      {"account, ghosts, legend",
       {R"({"type":"toldBy","id":"armenia"})", R"({"type":"ghosts","on":true})",
        R"({"type":"hideRelations","keys":["hostile","past"]})"},
       {}},
      {"places", {R"({"type":"places","on":true})"}, {ZoomMap{map.center(), 1.8}}},
      {"brush", {}, {DragBrush{200, 480}}},
      {"filter dimmed", {R"({"type":"filter","hideStatuses":["claim"],"text":"aid","mode":"dim"})"}, {}},
      {"filter hidden", {R"({"type":"filter","actors":["armenia"],"mode":"hide"})"}, {}},
      {"folded", {R"({"type":"fold","id":"law","folded":true})"}, {}},
      {"a step of a tour", {}, {ShowStep{0, 2}}},
      {"a tour left", {}, {ShowStep{0, 2}, ShowStep{}, PanTimeline{40}}},
  };
}

TEST(Picture, DrawsTheSceneOfTheProgramThatSaidTheView) {
  const Told told;
  std::string before;
  for (const View& view : views()) {
    const Shown shown = shown_after(told, view.commands, view.gestures);
    const Saved copy = saved(told, shown.view());
    EXPECT_EQ(copy.scene, shown.scene) << view.name;
    EXPECT_NE(copy.scene, before) << view.name << " looks like the view before it";
    before = copy.scene;
    EXPECT_TRUE(copy.svg.starts_with("<g ") && copy.svg.ends_with("</g>")) << view.name;
  }
}

TEST(Picture, DrawsANarrowPictureToo) {
  Told told;
  told.resize = kNarrow;
  const Shown shown = shown_after(told, {R"({"type":"select","id":"armenia"})"}, {ZoomMap{{100, 100}, 2}});
  EXPECT_EQ(saved(told, shown.view()).scene, shown.scene);
}

TEST(Picture, ShowsWhereAnythingThatMovesIsGoing) {
  const Told told;
  const std::vector<Action> gestures{ZoomTimeline{500, 2, true}, SetPlayhead{{10'000, 0}},
                                     SetFocus{FocusPoint{ActorIndex(2), 1}}};
  const Shown going = shown_after(told, {}, gestures, false), there = shown_after(told, {}, gestures);
  EXPECT_NE(going.scene, there.scene);
  EXPECT_EQ(saved(told, going.view()).scene, there.scene);
}

TEST(Picture, HasTheColoursOfItsAppearance) {
  Told told;
  const Shown shown = shown_after(told, {});
  const std::string light = saved(told, shown.view()).svg;
  told.appearance = R"({"type":"appearance","dark":true,"reducedMotion":true})";
  const std::string dark = saved(told, shown.view()).svg;
  told.appearance =
      R"({"type":"appearance","dark":false,"accent":"#7a1fa2","paper":"#fff8e7","ink":"#222222"})";
  const std::string own = saved(told, shown.view()).svg;
  EXPECT_NE(light, dark);
  EXPECT_NE(own.find("#fff8e7"), std::string::npos);
  for (const std::string* svg : {&light, &dark, &own}) {
    EXPECT_EQ(svg->find("@media"), std::string::npos) << "one colour scheme only";
    EXPECT_EQ(svg->find("href"), std::string::npos);
    EXPECT_EQ(svg->find("<script"), std::string::npos);
  }
}

TEST(Picture, TakesNoViewThatIsNone) {
  const Told told;
  const Shown shown = shown_after(told, {});
  const auto svg_of = [&](const std::string& state, const std::string& exact) {
    return saved(told, Shown{"", state, exact}.view()).svg;
  };
  EXPECT_FALSE(svg_of(shown.state, shown.exact).empty());
  EXPECT_EQ(saved(told, "").svg, "");
  EXPECT_EQ(saved(told, "[]").svg, "");
  EXPECT_EQ(saved(told, shown.state).svg, "");
  for (const char* none : {"7", "[]", "[1,2,3]", "[20000,0,20000,0,0,0,1,0,0,0]",
                           "[20000,0,20000,0,0,1,-1,0,0,0]", "[20000,1e9,20000,0,0,1,1,0,0,0]",
                           "[1e99,0,20000,0,0,1,1,0,0,0]", "[20000,0,20000,0,0,1,1,0,0,null]"})
    EXPECT_EQ(svg_of(shown.state, none), "") << none;
  EXPECT_FALSE(
      svg_of(R"({"select":"nobody","compare":"x/y","trace":"a/b","brush":7,"focus":"nobody","filter":[],)"
             R"("tour":"t","step":-4,"folded":["x",3]})",
             "[20000,0,20000,0,0,1e8,1,0,0,9,-1,1e9,0.5]")
          .empty());
}

TEST(Picture, WritesWordsThatXmlCanRead) {
  const std::string story =
      R"({"format":"turning-point/1","id":"x","languages":["en"],"title":"T","tracks":[{"id":"k","title":"]]>&lt;"}],
      "actors":[{"id":"a","name":"<script>\u0001\ufffe&\"'</text>","kind":"state"},{"id":"b","name":"b","kind":"person"}],
      "events":[{"id":"e","when":"2000","title":"a\u0000b\u0007</svg><image href='x'/>","track":"k","actors":["a","b"]}],
      "relations":[{"id":"r","from":"a","to":"b","phases":[{"when":"2000/","type":"alliance","label":"]]>\uffff"}]}]})";
  Told told;
  told.story = story;
  const std::string svg = saved(told, shown_after(told, {R"({"type":"select","id":"e"})"}).view()).svg;
  ASSERT_FALSE(svg.empty());
  EXPECT_NE(svg.find("&lt;script&gt;"), std::string::npos);
  for (const char* bad :
       {"<script", "</svg", "<image", "\x01", "\x07", "\xEF\xBF\xBE", "\xEF\xBF\xBF", "]]>"})
    EXPECT_EQ(svg.find(bad), std::string::npos) << bad;
  EXPECT_EQ(svg.find('\0'), std::string::npos);
}

}  // namespace
}  // namespace tp
