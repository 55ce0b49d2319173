#include "generate_story.hpp"

#include <array>
#include <string_view>

#include "base/random.hpp"

namespace tp {
namespace {

constexpr std::array<std::string_view, 3> kLanguages = {"en", "az", "hy"};
constexpr std::array<std::array<std::string_view, 10>, 3> kWords = {{
    {"treaty", "assembly", "signs", "a", "waiver", "after", "talks", "on", "transit", "aid"},
    {"müqavilə", "məclis", "imzalayır", "bir", "imtina", "sonra", "danışıqlar", "haqqında", "tranzit",
     "yardım"},
    {"պայմանագիր", "ժողով", "ստորագրում", "մի", "հրաժարում", "հետո", "բանակցություններ", "մասին", "տարանցում",
     "օգնություն"},
}};
constexpr std::array<std::string_view, 6> kTypes = {"restricts", "waives",   "mediates",
                                                    "supplies",  "supports", "opposes"};
constexpr std::array<std::string_view, 5> kKinds = {"state", "person", "company", "law", "place"};
constexpr std::uint32_t kTracks = 6;
constexpr std::uint32_t kSources = 50;

std::string two_digits(std::uint32_t n) {
  return (n < 10 ? "0" : "") + std::to_string(n);
}

class Generator {
 public:
  Generator(const StorySize& size, std::uint64_t seed) : size_(size), random_(seed) {}

  std::string generate() {
    out_ = "{\n\"format\": \"turning-point/1\",\n\"id\": \"generated\",\n\"languages\": [";
    for (std::uint32_t i = 0; i < size_.languages; ++i) out_ += (i ? ", " : "") + quoted(kLanguages[i]);
    out_ += "],\n\"title\": " + text(4);
    list("tracks", kTracks, [&](std::uint32_t i) { add_track(i); });
    list("sources", kSources, [&](std::uint32_t i) { add_source(i); });
    list("actors", size_.actors, [&](std::uint32_t i) { add_actor(i); });
    list("events", size_.events, [&](std::uint32_t i) { add_event(i); });
    const std::uint32_t relations = size_.actors > 0 ? size_.relations : 0;
    list("relations", relations, [&](std::uint32_t i) { add_relation(i); });
    return std::move(out_) + "\n}\n";
  }

 private:
  static std::string quoted(std::string_view words) { return "\"" + std::string(words) + "\""; }
  static std::string id(std::string_view kind, std::uint32_t i) {
    return quoted(std::string(kind) + "-" + std::to_string(i));
  }

  std::string words(std::uint32_t language, std::uint32_t count) {
    std::string out;
    for (std::uint32_t i = 0; i < count; ++i) {
      out += i ? " " : "";
      out += kWords[language][random_.below(10)];
    }
    return quoted(out);
  }

  std::string text(std::uint32_t count) {
    if (size_.languages == 1) return words(0, count);
    std::string out = "{";
    for (std::uint32_t i = 0; i < size_.languages; ++i) {
      out += (i ? ", " : "") + quoted(kLanguages[i]) + ": " + words(i, count);
    }
    return out + "}";
  }

  std::string day(std::uint32_t year) {
    return std::to_string(year) + "-" + two_digits(1 + random_.below(12)) + "-" +
           two_digits(1 + random_.below(28));
  }

  template <class Add>
  void list(std::string_view name, std::uint32_t count, Add add) {
    out_ += ",\n" + quoted(name) + ": [";
    for (std::uint32_t i = 0; i < count; ++i) {
      out_ += i ? ",\n" : "\n";
      add(i);
    }
    out_ += "\n]";
  }

  void add_track(std::uint32_t i) { out_ += "{\"id\": " + id("track", i) + ", \"title\": " + text(1) + "}"; }

  void add_source(std::uint32_t i) {
    out_ += "{\"id\": " + id("source", i) + ", \"type\": \"webpage\", \"title\": " + words(0, 5) +
            ", \"URL\": \"https://example.org/" + std::to_string(i) +
            "\", \"issued\": {\"date-parts\": [[2020, 5]]}}";
  }

  void add_actor(std::uint32_t i) {
    out_ += "{\"id\": " + id("actor", i) + ", \"kind\": " + quoted(kKinds[random_.below(5)]) +
            ", \"name\": " + text(2) + "}";
  }

  void add_event(std::uint32_t i) {
    const std::uint32_t year = 1900 + random_.below(126);
    out_ += "{\"id\": " + id("event", i) + ", \"when\": \"" + day(year);
    if (random_.below(8) == 0) out_ += "/" + day(year + 1);
    out_ += "\", \"track\": " + id("track", random_.below(kTracks)) + ", \"title\": " + text(4);
    out_ += ", \"summary\": " + text(size_.summary_words) +
            ", \"importance\": " + std::to_string(1 + random_.below(5));
    if (size_.actors > 0) out_ += ", \"actors\": " + two_actors();
    out_ += ", \"sources\": [" + id("source", random_.below(kSources)) + "]}";
  }

  std::string two_actors() {
    const std::uint32_t first = random_.below(size_.actors);
    const std::uint32_t second = random_.below(size_.actors);
    return "[" + id("actor", first) + (first == second ? "" : ", " + id("actor", second)) + "]";
  }

  void add_relation(std::uint32_t i) {
    out_ += "{\"id\": " + id("relation", i) + ", \"from\": " + id("actor", random_.below(size_.actors)) +
            ", \"to\": " + id("actor", random_.below(size_.actors)) + ", \"phases\": [";
    std::uint32_t year = 1900 + random_.below(60);
    const std::uint32_t phases = 1 + random_.below(3);
    for (std::uint32_t k = 0; k < phases; ++k) {
      const std::uint32_t drawn = year + 1 + random_.below(20);
      const std::uint32_t end = size_.lasting && k + 1 == phases ? 2030 : drawn;
      out_ += k ? ", " : "";
      out_ += "{\"when\": \"" + std::to_string(year) + "/" + std::to_string(end) +
              "\", \"type\": " + quoted(kTypes[random_.below(6)]) +
              ", \"valence\": " + std::to_string(static_cast<int>(random_.below(5)) - 2);
      if (size_.events > 0) out_ += ", \"events\": [" + id("event", random_.below(size_.events)) + "]";
      out_ += "}";
      year = end + random_.below(3);
    }
    out_ += "]}";
  }

  StorySize size_;
  Random random_;
  std::string out_;
};

}  // namespace

std::string generate_story(const StorySize& size, std::uint64_t seed) {
  return Generator(size, seed).generate();
}

}  // namespace tp
