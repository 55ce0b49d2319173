// How does a test of the map write a small story? Actors by name, relations by their phases.
#pragma once

#include <string>
#include <vector>

#include "base/random.hpp"
#include "story/read_story.hpp"
#include "story/relations_at.hpp"

namespace tp {

/// Puts a story together as JSON text and reads it.
class SmallStory {
 public:
  explicit SmallStory(int actors) {
    for (int i = 0; i < actors; ++i) {
      json_ += (i ? "," : "") + std::string(R"({"id":"a)") + std::to_string(i) +
               R"(","kind":"state","name":"Actor )" + std::to_string(i) + R"("})";
    }
    json_ += "],\"relations\":[";
  }

  struct PhaseText {
    std::string when;
    std::string type = "partners";
    int valence = 1;
    double strength = 0.5;
    std::string status = "fact";
    std::string by = {};
  };

  SmallStory& relation(int from, int to, const std::vector<PhaseText>& phases) {
    json_ += (count_ ? "," : "") + std::string(R"({"id":"r)") + std::to_string(count_) + R"(","from":"a)" +
             std::to_string(from) + R"(","to":"a)" + std::to_string(to) + R"(","phases":[)";
    ++count_;
    for (std::size_t i = 0; i < phases.size(); ++i) {
      const PhaseText& p = phases[i];
      json_ += (i ? "," : "") + std::string(R"({"when":")") + p.when + R"(","type":")" + p.type +
               R"(","label":")" + p.type + R"(","valence":)" + std::to_string(p.valence) + R"(,"strength":)" +
               std::to_string(p.strength) + R"(,"status":")" + p.status + "\"" +
               (p.by.empty() ? "" : R"(,"by":[")" + p.by + R"("])") + "}";
    }
    json_ += "]}";
    return *this;
  }

  std::string json() const {
    return R"({"format":"turning-point/1","id":"small","languages":["en"],"title":"Small","actors":[)" +
           json_ +
           R"(],"events":[{"id":"e0","when":"2000","title":"Begin"},{"id":"e1","when":"2020-05-05","title":"End"}]})";
  }

  Story read() const {
    StoryResult result = read_story(json());
    return result.story ? std::move(*result.story) : Story{};
  }

 private:
  std::string json_;
  int count_ = 0;
};

/// Relations among a few actors that begin, change and end at random years and days.
inline SmallStory random_story(Random& random, int actors, int relations) {
  SmallStory story(actors);
  for (int r = 0; r < relations; ++r) {
    const int from = static_cast<int>(random.below(static_cast<std::uint32_t>(actors)));
    const int to = static_cast<int>(random.below(static_cast<std::uint32_t>(actors)));
    std::vector<SmallStory::PhaseText> phases;
    int year = 1990 + static_cast<int>(random.below(20));
    for (std::uint32_t p = 0; p <= random.below(3); ++p) {
      const int end = year + static_cast<int>(random.below(5));
      const bool days = random.below(2) == 0;
      SmallStory::PhaseText phase;
      phase.when = days ? std::to_string(year) + "-03-04/" + std::to_string(end) + "-09-10"
                        : std::to_string(year) + "/" + std::to_string(end);
      phase.type = random.below(2) == 0 ? "partners" : "at_war_with";
      phase.valence = static_cast<int>(random.below(5)) - 2;
      phase.strength = static_cast<double>(random.below(11)) / 10;
      phases.push_back(phase);
      year = end + 1 + static_cast<int>(random.below(2));
    }
    story.relation(from, to, phases);
  }
  return story;
}

}  // namespace tp
