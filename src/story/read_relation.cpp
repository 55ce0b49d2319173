// Relations and their phases, which may not overlap.
#include <algorithm>
#include <numeric>

#include "base/sort.hpp"
#include "story/read_parts.hpp"

namespace tp {
namespace {

void read_valence(Reading& reading, const JsonValue& value, Phase& phase) {
  if (const auto n = read_whole(reading, value, "valence", -2, 2))
    phase.valence = static_cast<std::int8_t>(*n);
}

void read_strength(Reading& reading, const JsonValue& value, Phase& phase) {
  if (const auto n = read_number(reading, value, "strength", 0, 1)) phase.strength = static_cast<float>(*n);
}

constexpr Field<Phase> kPhaseFields[] = {
    {"when", Need::kRequired, into<&Phase::when>},
    {"type", Need::kRequired, into<&Phase::type>},
    {"label", Need::kOptional, into<&Phase::label>},
    {"valence", Need::kOptional, read_valence},
    {"strength", Need::kOptional, read_strength},
    {"status", Need::kOptional, into<&Phase::status>},
    {"by", Need::kOptional,
     [](Reading& reading, const JsonValue& value, Phase& phase) {
       read_one_or_more(reading, value, phase.by);
     }},
    {"events", Need::kOptional, into<&Phase::events>},
    {"sources", Need::kOptional, into<&Phase::sources>},
};

}  // namespace

void read(Reading& reading, const JsonValue& value, Phase& phase) {
  if (!read_object(reading, value, "a phase", kPhaseFields, phase)) return;
  if (phase.status == Status::kClaim && phase.by.empty()) {
    reading.problems.warning("claim-by-nobody", value.offset, wording::claim_by_nobody);
  }
}

namespace {

void define_relation(Reading& reading, const JsonValue& value, Relation& relation) {
  define(reading, value, Ref::of(Kind::kRelation, RelationIndex(reading.story.relations.size() - 1)),
         relation.id);
}

constexpr Field<Relation> kFields[] = {
    {"id", Need::kRequired, define_relation},
    {"from", Need::kRequired, into<&Relation::from>},
    {"to", Need::kRequired, into<&Relation::to>},
    {"directed", Need::kOptional, into<&Relation::directed>},
    {"phases", Need::kRequired, into<&Relation::phases>},
};

/// The stretch in which a phase holds for certain: from its latest possible begin to its earliest possible
/// end. Where nothing is certain the begin is not before the end; it still says where the phase stands among
/// others.
TimeRange certain_stretch(const DateRange& when) {
  if (!when.is_interval) return when.outer();
  if (when.start.kind == EndKind::kUnknown)
    return {when.end.date.bounds().begin, when.end.date.bounds().begin};
  const Instant begin = when.start.kind == EndKind::kDate ? when.start.date.bounds().end : earliest_instant();
  switch (when.end.kind) {
    case EndKind::kDate:
      return {begin, when.end.date.bounds().begin};
    case EndKind::kOpen:
      return {begin, latest_instant()};
    case EndKind::kUnknown:
      break;
  }
  return {begin, begin};
}

struct PhasePlace {
  TimeRange certain;
  std::size_t offset = 0;  // of its `when`
  std::size_t index = 0;   // in the file

  bool certainly_meets(const PhasePlace& o) const {
    return std::max(certain.begin, o.certain.begin) < std::min(certain.end, o.certain.end);
  }
};

std::vector<PhasePlace> phases_in_time(const JsonValue& relation, const std::vector<Phase>& phases) {
  std::vector<PhasePlace> places;
  std::size_t index = 0;
  for (const JsonValue& phase : JsonInside(*member_of(relation, "phases"))) {
    const JsonValue* when = member_of(phase, "when");
    const bool was_read = when && phases[index].when != DateRange();
    places.push_back({certain_stretch(phases[index].when), was_read ? when->offset : kNowhere, index});
    ++index;
  }
  sort_list(places, [](const PhasePlace& a, const PhasePlace& b) { return a.certain < b.certain; });
  return places;
}

/// Each phase against the one before it that goes on longest: every phase that overlaps an earlier one is
/// named once.
void report_overlaps(Reading& reading, const std::vector<PhasePlace>& places,
                     const std::vector<Phase>& phases) {
  const PhasePlace* longest = nullptr;
  for (const PhasePlace& place : places) {
    if (place.offset == kNowhere) continue;
    if (longest) {
      const bool same = phases[place.index].when == phases[longest->index].when;
      if (same || place.certainly_meets(*longest)) {
        const PhasePlace& later = place.offset > longest->offset ? place : *longest;
        const PhasePlace& earlier = place.offset > longest->offset ? *longest : place;
        reading.problems.error(
            "overlap", later.offset,
            [&] {
              return wording::overlap(to_edtf(phases[later.index].when), to_edtf(phases[earlier.index].when));
            },
            earlier.offset);
      }
    }
    if (!longest || longest->certain.end < place.certain.end) longest = &place;
  }
}

void order_phases(const std::vector<PhasePlace>& places, std::vector<Phase>& phases) {
  std::vector<Phase> ordered;
  ordered.reserve(phases.size());
  for (const PhasePlace& place : places) ordered.push_back(std::move(phases[place.index]));
  phases = std::move(ordered);
}

}  // namespace

void read_relation(Reading& reading, const JsonValue& value) {
  Relation& relation = reading.story.relations.emplace_back();
  if (!read_object(reading, value, "a relation", kFields, relation)) return;
  const JsonValue* phases = member_of(value, "phases");
  if (!phases || !phases->is(JsonType::kArray)) return;
  if (relation.phases.size() < 2) return;
  const std::vector<PhasePlace> places = phases_in_time(value, relation.phases);
  report_overlaps(reading, places, relation.phases);
  order_phases(places, relation.phases);
}

}  // namespace tp
