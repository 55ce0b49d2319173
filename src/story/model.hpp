// What is in a story? Strict types: after reading, every reference is an index that exists and every date is
// parsed.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/index.hpp"
#include "story/text.hpp"
#include "time/date.hpp"

namespace tp {

using TrackIndex = Index<struct TrackTag>;
using ActorIndex = Index<struct ActorTag>;
using RelationIndex = Index<struct RelationTag>;
using EventIndex = Index<struct EventTag>;
using SourceIndex = Index<struct SourceTag>;
using QuestionIndex = Index<struct QuestionTag>;

enum class Kind : std::uint8_t {
  kNone,
  kTrack,
  kActor,
  kRelation,
  kEvent,
  kPeriod,
  kSeries,
  kSource,
  kTerm,
  kTour,
  kStep,
  kQuestion
};

/// Anything in the story that has an id.
struct Ref {
  Kind kind = Kind::kNone;
  std::uint32_t index = 0;  ///< in the array of that kind; a step's is counted over all tours in order

  bool valid() const { return kind != Kind::kNone; }
  template <class Tag>
  static Ref of(Kind kind, Index<Tag> i) {
    return i.valid() ? Ref{kind, i.value} : Ref{};
  }
  friend constexpr auto operator<=>(const Ref&, const Ref&) = default;
};

enum class Status : std::uint8_t { kFact, kClaim, kDisputed };
enum class ActorKind : std::uint8_t {
  kState,
  kGovernment,
  kPerson,
  kCompany,
  kOrganization,
  kLaw,
  kTreaty,
  kInfrastructure,
  kCommunity,
  kPlace
};
enum class Shape : std::uint8_t { kCircle, kSquare, kDiamond, kTriangle, kHexagon, kPerson, kStar, kCross };
enum class SeriesKind : std::uint8_t { kLine, kBar, kStep, kBand };
enum class Audience : std::uint8_t { kReader, kClass };

struct Rgb {
  std::uint8_t r = 0, g = 0, b = 0;
  friend bool operator==(const Rgb&, const Rgb&) = default;
};

struct SourceRef {
  SourceIndex source;
  std::string_view locator;
  Text supports;
};

struct Track {
  std::string_view id;
  Text title;
  std::optional<Rgb> color;
  std::optional<Shape> icon;
};

struct GeoPoint {
  double longitude = 0;  ///< degrees east
  double latitude = 0;   ///< degrees north
};

struct MapHint {
  double x = 0;  ///< −1 (left) … 1 (right)
  double y = 0;  ///< −1 (top) … 1 (bottom)
};

struct Actor {
  std::string_view id;
  ActorKind kind = ActorKind::kOrganization;
  Text name;
  Text short_name;  ///< `short` of the story; empty: use the name
  Text summary;
  std::optional<DateRange> active;
  std::optional<GeoPoint> geo;
  std::optional<MapHint> position;
  std::string_view group;
  std::string_view url;
  std::vector<SourceRef> sources;
};

struct Phase {
  DateRange when;
  std::string_view type;  ///< open vocabulary: "restricts", "mediates" …
  Text label;
  std::int8_t valence = 0;  ///< −2 hostile … +2 close
  float strength = 0.5f;    ///< 0 … 1
  Status status = Status::kFact;
  std::vector<ActorIndex> by;
  std::vector<EventIndex> events;
  std::vector<SourceRef> sources;
};

struct Relation {
  std::string_view id;
  ActorIndex from;
  ActorIndex to;
  bool directed = true;
  std::vector<Phase> phases;  ///< in time order, never overlapping
};

struct View {
  std::vector<ActorIndex> by;  ///< who holds it; at least one
  Text text;
  std::vector<SourceRef> sources;
};

struct Change {
  Text what;
  Text before;
  Text after;
};

enum class MediaKind : std::uint8_t { kImage, kAudio, kVideo, kLink };

struct Media {
  MediaKind kind = MediaKind::kLink;
  std::string_view url;
  Text alt;
  Text caption;
  Text credit;
};

struct Event {
  std::string_view id;
  DateRange when;
  TrackIndex track;  ///< invalid: the one track that events without one share
  Text title;
  Text summary;
  Text body;
  std::vector<ActorIndex> actors;
  std::uint8_t importance = 3;  ///< 1 … 5
  Status status = Status::kFact;
  std::vector<ActorIndex> by;
  std::vector<View> views;
  std::vector<Change> changes;
  std::vector<SourceRef> sources;
  std::vector<Media> media;
};

struct Period {
  std::string_view id;
  DateRange when;
  Text title;
  TrackIndex track;  ///< invalid: behind the whole timeline
  std::optional<Rgb> color;
  std::vector<SourceRef> sources;
};

struct SeriesPoint {
  Date when;
  std::optional<double> value;  ///< none: a gap
};

struct Series {
  std::string_view id;
  Text title;
  Text unit;
  SeriesKind kind = SeriesKind::kLine;
  TrackIndex track;
  std::vector<SeriesPoint> points;  ///< in time order
  std::vector<SourceRef> sources;
};

/// A CSL-JSON item: the fields that are shown.
struct Source {
  std::string_view id;
  std::string_view type;
  std::string_view title;
  std::string_view authors;    ///< "Family, Given; …" or the literal name
  std::string_view publisher;  ///< publisher, else container-title
  std::string_view url;
  std::string_view issued;    ///< as EDTF where it has date-parts, else its literal
  std::string_view accessed;  ///< likewise
  std::string_view note;
};

struct Term {
  std::string_view id;
  Text term;
  Text definition;
  std::vector<SourceRef> sources;
};

struct CompareDates {
  Date before;
  Date after;
};

struct Step {
  std::string_view id;
  Text title;
  Text text;
  Text notes;  ///< for the presenter only
  std::optional<Date> at;
  std::optional<DateRange> range;
  Ref select;
  std::vector<ActorIndex> focus;
  std::optional<CompareDates> compare;
  std::string_view lens;
  QuestionIndex predict;  ///< asked before the step is shown
};

struct Tour {
  std::string_view id;
  Text title;
  Audience audience = Audience::kReader;
  std::vector<Step> steps;
};

struct Question {
  std::string_view id;  ///< empty where nothing names it
  Text question;
  std::vector<Text> choices;
  std::uint32_t answer = 0;
  Text explanation;
  std::vector<EventIndex> events;
};

struct Start {
  std::optional<Date> at;
  std::optional<DateRange> range;
  Ref select;
  std::uint32_t tour = 0;
};

/// A whole story. Movable, not copyable: its texts point into `strings`.
struct Story {
  StringStore strings;

  std::string_view id;
  std::vector<std::string_view> languages;  ///< the first is the default; never empty
  Text title, subtitle, question, answer;
  std::optional<Date> updated;
  std::string_view license;
  Text credits;
  Start start;

  std::vector<Track> tracks;
  std::vector<Actor> actors;
  std::vector<Relation> relations;
  std::vector<Event> events;
  std::vector<Period> periods;
  std::vector<Series> series;
  std::vector<Source> sources;
  std::vector<Term> glossary;
  std::vector<Tour> tours;
  std::vector<Question> quiz;

  std::unordered_map<std::string_view, Ref> ids;  ///< every id of the file; for look-up only, never listed

  Story() = default;
  Story(Story&&) = default;
  Story& operator=(Story&&) = default;

  /// The thing with that id, or an invalid Ref.
  Ref find(std::string_view id) const;
  std::string_view id_of(Ref ref) const;

  const Track& operator[](TrackIndex i) const { return tracks[i.at()]; }
  const Actor& operator[](ActorIndex i) const { return actors[i.at()]; }
  const Relation& operator[](RelationIndex i) const { return relations[i.at()]; }
  const Event& operator[](EventIndex i) const { return events[i.at()]; }
  const Source& operator[](SourceIndex i) const { return sources[i.at()]; }
};

}  // namespace tp
