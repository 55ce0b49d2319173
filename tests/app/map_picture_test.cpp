// How good is the picture of the map? Labels, crossings and steadiness on the real story, counted and
// bounded.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "app/moments.hpp"
#include "layout/edge_paths.hpp"
#include "small_story.hpp"
#include "support.hpp"

namespace tp {
namespace {

Instant at(std::string_view edtf) {
  return moment_of(*parse_date(edtf).value);
}

constexpr Size kSizes[] = {{1280, 800}, {820, 1100}, {390, 844}};
constexpr const char* kDates[] = {"1993-06-01", "2002-02-01", "2020-11-12", "2023-10-01", "2025-08-08"};

bool cross(Point a, Point b, Point c, Point d) {
  const auto side = [](Point p, Point q, Point r) {
    return (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
  };
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

bool curves_cross(const std::array<Point, 4>& one, const std::array<Point, 4>& other) {
  constexpr int kPieces = 10;
  for (int i = 0; i < kPieces; ++i)
    for (int j = 0; j < kPieces; ++j)
      if (cross(bezier_at(one, i / 10.0), bezier_at(one, (i + 1) / 10.0), bezier_at(other, j / 10.0),
                bezier_at(other, (j + 1) / 10.0)))
        return true;
  return false;
}

struct Quality {
  std::size_t edges = 0, crossings = 0, actors = 0, named = 0, collisions = 0, on_marks = 0;
};

Quality measure(const MapScene& map) {
  Quality q;
  q.edges = map.edges.size();
  for (std::size_t i = 0; i < map.edges.size(); ++i)
    for (std::size_t j = 0; j < i; ++j) q.crossings += curves_cross(map.edges[i].curve, map.edges[j].curve);
  q.actors = map.nodes.size();
  std::set<std::uint32_t> named;
  for (const LabelBox& label : map.labels)
    if (label.ref.kind == Kind::kActor) named.insert(label.ref.index);
  q.named = named.size();
  for (std::size_t i = 0; i < map.labels.size(); ++i)
    for (std::size_t j = 0; j < i; ++j)
      q.collisions +=
          map.labels[i].rect.overlaps(map.labels[j].rect) && map.labels[i].ref != map.labels[j].ref;
  for (const LabelBox& label : map.labels)
    for (const NodeMark& node : map.nodes)
      q.on_marks += label.ref != node.ref && label.rect.contains(node.center);
  return q;
}

TEST(MapPicture, NamesActorsWithoutCollisionsAndWithFewCrossings) {
  for (const Size size : kSizes) {
    OpenProgram open(real_story(), size);
    open.act(Select{});
    for (const char* date : kDates) {
      open.act(SetPlayhead{at(date)});
      const Quality q = measure(open.program.scene().map);
      const double share = static_cast<double>(q.named) / static_cast<double>(q.actors);
      std::printf("%4.0f px %-10s %2zu actors, %2zu named; %2zu relations, %3zu crossings\n", size.width,
                  date, q.actors, q.named, q.edges, q.crossings);
      EXPECT_EQ(q.collisions, 0u) << size.width << " " << date;
      EXPECT_EQ(q.on_marks, 0u) << size.width << " " << date;
      EXPECT_GE(share, size.width < 600 ? 0.6 : 0.9) << size.width << " " << date;
      EXPECT_LE(q.crossings, q.edges * 5 / 2) << size.width << " " << date;
    }
  }
}

TEST(MapPicture, PanningMovesEverythingByTheSamePixels) {
  OpenProgram open;
  open.act(SetPlayhead{at("2025-08-08")});
  for (const double zoom : {1.0, 1.8}) {
    open.act(FitMap{});
    open.act(ZoomMap{open.program.scene().map.area.center(), zoom});
    const MapScene before = open.program.scene().map;
    const Point pan = open.program.state().map.pan;
    open.act(PanMap{{37, -23}});
    const Point by = open.program.state().map.pan - pan;
    const MapScene& after = open.program.scene().map;
    std::size_t same = 0;
    for (const LabelBox& old : before.labels)
      for (const LabelBox& now : after.labels) {
        if (now.text != old.text || !(now.ref == old.ref)) continue;
        EXPECT_NEAR(now.rect.x - old.rect.x, by.x, 1e-9) << now.text;
        EXPECT_NEAR(now.rect.y - old.rect.y, by.y, 1e-9) << now.text;
        ++same;
      }
    EXPECT_GT(same, 10u);
    open.act(PanMap{Point{-37, 23}});
  }
}

// A few events and actors between which relations run as `pairs` says, all of them from 2000 on.
SmallStory graph(int actors, const std::vector<std::pair<int, int>>& pairs) {
  SmallStory story(actors);
  for (const auto& [from, to] : pairs) story.relation(from, to, {{"2000/2020"}});
  return story;
}

TEST(MapPicture, HoldsForEveryKindOfGraph) {
  std::vector<std::pair<int, int>> chain, star, complete, tangle;
  for (int i = 0; i + 1 < 60; ++i) chain.emplace_back(i, i + 1);
  for (int i = 1; i < 40; ++i) star.emplace_back(0, i);
  for (int i = 0; i < 14; ++i)
    for (int j = 0; j < i; ++j) complete.emplace_back(i, j);
  for (int i = 0; i < 6; ++i)
    for (int k = 0; k < 4; ++k) tangle.emplace_back(i / 2, k % 2 ? i / 2 : i % 3);
  const std::vector<SmallStory> stories{
      graph(0, {}),        graph(1, {}),     graph(1, {{0, 0}, {0, 0}}),
      graph(12, {}),       graph(60, chain), graph(40, star),
      graph(14, complete), graph(3, tangle), graph(6, {{0, 1}, {2, 3}, {4, 5}})};
  for (std::size_t s = 0; s < stories.size(); ++s) {
    for (const Size size : kSizes) {
      OpenProgram open(stories[s].json(), size);
      ASSERT_TRUE(open.program.has_story()) << s << to_text(open.diagnostics, "small");
      open.act(SetPlayhead{at("2010")});
      open.act(Select{});
      const Story& story = open.program.story();
      const MapScene& map = open.program.scene().map;
      EXPECT_EQ(map.edges.size(), story.relations.size()) << s;
      EXPECT_EQ(measure(map).collisions, 0u) << s;
      for (const EdgeMark& edge : map.edges)
        for (const Point p : edge.curve) EXPECT_TRUE(std::isfinite(p.x) && std::isfinite(p.y)) << s;
      const std::string before = open.scene();
      open.act(SetGhosts{true});
      if (story.actors.size() > 1) {
        open.act(SetFocus{FocusPoint{ActorIndex(0u), 3}});
        open.act(SetTrace{TracePair{ActorIndex(0u), ActorIndex(story.actors.size() - 1)}});
      }
      open.act(SetPlaces{true});
      for (const Action& back :
           {Action{SetPlaces{}}, Action{SetTrace{}}, Action{SetFocus{}}, Action{SetGhosts{}}})
        open.act(back);
      EXPECT_EQ(open.scene(), before) << s;
    }
  }
}

TEST(MapPicture, AnActorAddedToAnEditedStoryHardlyMovesTheOthers) {
  std::vector<std::pair<int, int>> pairs;
  Random random(2);
  for (int i = 1; i < 30; ++i)
    pairs.emplace_back(i, static_cast<int>(random.below(static_cast<std::uint32_t>(i))));
  OpenProgram open(graph(30, pairs).json());
  open.act(SetPlayhead{at("2010")});
  open.act(Select{});
  std::map<std::string, Point> before;
  for (const NodeMark& node : open.program.scene().map.nodes)
    before[std::string(open.program.story().id_of(node.ref))] = node.center;
  ASSERT_EQ(before.size(), 30u);
  pairs.emplace_back(30, 4);
  pairs.emplace_back(30, 9);
  ASSERT_FALSE(open.program.load(graph(31, pairs).json()).refuses());
  open.settle();
  std::vector<double> moved;
  for (const NodeMark& node : open.program.scene().map.nodes) {
    const auto found = before.find(std::string(open.program.story().id_of(node.ref)));
    if (found == before.end()) continue;
    const Point d = node.center - found->second;
    moved.push_back(std::sqrt(d.x * d.x + d.y * d.y));
  }
  ASSERT_EQ(moved.size(), 30u);
  std::sort(moved.begin(), moved.end());
  EXPECT_LT(moved[15], 12) << "half of them";
  EXPECT_LT(moved[29], 120) << "all of them";
}

TEST(MapPicture, HoveringMovesNothing) {
  OpenProgram open;
  open.act(SetPlayhead{at("2025-08-08")});
  const std::string before = open.scene();
  open.act(Hover{open.find("armenia"), -1, -1, {300, 300}});
  EXPECT_EQ(open.scene(), before);
}

}  // namespace
}  // namespace tp
