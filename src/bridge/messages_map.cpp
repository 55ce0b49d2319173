#include "bridge/messages_map.hpp"

#include "app/words.hpp"
#include "bridge/messages_parts.hpp"
#include "time/format_date.hpp"

namespace tp {

namespace {

std::string date_words(const std::string& edtf, const std::string& language) {
  const DateResult<DateRange> parsed = parse_date_range(edtf);
  return parsed.value ? format_date_range(*parsed.value, language) : edtf;
}

std::string name_of(ActorIndex actor, const Story& story, const std::string& language) {
  return std::string(story[actor].name.in(language));
}

std::string title_of(const Relation& relation, const Story& story, const std::string& language) {
  return name_of(relation.from, story, language) + (relation.directed ? " \u2192 " : " \u2013 ") +
         name_of(relation.to, story, language);
}

JsonOut phrase(const Phase& phase, const std::string& language) {
  const Words& words = words_in(language);
  const std::string_view label = phase.label.in(language);
  JsonOut out;
  out["label"] = label.empty() ? phase.type : label;
  out["valence"] = phase.valence;
  out["status"] = status_word(phase.status);
  out["statusWords"] = phase.status == Status::kFact    ? words.fact
                       : phase.status == Status::kClaim ? words.claim
                                                        : words.disputed;
  return out;
}

JsonOut titled(const Relation& relation, const Story& story, const std::string& language) {
  JsonOut out;
  out["id"] = relation.id;
  out["title"] = title_of(relation, story, language);
  return out;
}

JsonOut items(const std::vector<RelationChange>& changes, const Story& story, const std::string& language) {
  JsonOut list = JsonOut::array();
  for (const RelationChange& change : changes) {
    const Relation& relation = story[change.relation];
    const int phase = change.after < 0 ? change.before : change.after;
    JsonOut item = titled(relation, story, language);
    item.update(phrase(relation.phases[static_cast<std::size_t>(phase)], language));
    list.push_back(std::move(item));
  }
  return list;
}

JsonOut flips(const std::vector<RelationChange>& changes, const Story& story, const std::string& language) {
  JsonOut list = JsonOut::array();
  for (const RelationChange& change : changes) {
    const Relation& relation = story[change.relation];
    JsonOut item = titled(relation, story, language);
    item["before"] = phrase(relation.phases[static_cast<std::size_t>(change.before)], language);
    item["after"] = phrase(relation.phases[static_cast<std::size_t>(change.after)], language);
    list.push_back(std::move(item));
  }
  return list;
}

JsonOut chain_json(const Chain& chain, const Story& story, const std::string& language) {
  JsonOut list = JsonOut::array();
  const auto add = [&](std::string_view id, std::string title, const char* kind) {
    JsonOut item;
    item["id"] = id;
    item["title"] = std::move(title);
    item["kind"] = kind;
    list.push_back(std::move(item));
  };
  for (std::size_t i = 0; i < chain.actors.size(); ++i) {
    add(story[chain.actors[i]].id, name_of(chain.actors[i], story, language), "actor");
    if (i == chain.links.size()) continue;
    const Relation& relation = story[chain.links[i].relation];
    const Phase& phase = relation.phases[chain.links[i].phase];
    const std::string_view label = phase.label.in(language);
    add(relation.id, std::string(label.empty() ? phase.type : label), "relation");
  }
  return list;
}

// The date as its phase gives it, as precisely as it is known.
void add_first(JsonOut& out, const std::optional<Instant>& first, const Story& story,
               const std::string& language) {
  out["first"] = nullptr;
  out["firstWords"] = "";
  if (!first) return;
  const std::optional<Date> date = date_of_begin(story, *first);
  out["first"] = date ? to_edtf(*date) : "..";
  out["firstWords"] = date ? format_date(*date, language) : std::string(words_in(language).always);
}

}  // namespace

std::string comparison_message(const Program& program) {
  const State& state = program.state();
  const Story& story = program.story();
  const std::optional<ComparePair>& pair = state.modes.compare;
  const Comparison none;
  const Comparison& c = pair ? program.map_findings().comparison : none;
  JsonOut out;
  out["type"] = "comparison";
  out["on"] = pair.has_value();
  out["a"] = pair ? pair->a.edtf : "";
  out["b"] = pair ? pair->b.edtf : "";
  out["aWords"] = pair ? date_words(pair->a.edtf, state.language) : "";
  out["bWords"] = pair ? date_words(pair->b.edtf, state.language) : "";
  out["gained"] = items(c.gained, story, state.language);
  out["lost"] = items(c.lost, story, state.language);
  out["flipped"] = flips(c.flipped, story, state.language);
  out["unchanged"] = c.unchanged.size();
  return written(out);
}

std::string chains_message(const Program& program) {
  const State& state = program.state();
  const Story& story = program.story();
  const std::optional<TracePair>& pair = state.modes.trace;
  JsonOut out;
  out["type"] = "chains";
  out["on"] = pair.has_value();
  out["from"] = pair ? story[pair->from].id : std::string_view{};
  out["to"] = pair ? story[pair->to].id : std::string_view{};
  out["fromWords"] = pair ? name_of(pair->from, story, state.language) : "";
  out["toWords"] = pair ? name_of(pair->to, story, state.language) : "";
  JsonOut chains = JsonOut::array();
  if (pair)
    for (const Chain& chain : program.map_findings().chains)
      chains.push_back(chain_json(chain, story, state.language));
  out["chains"] = std::move(chains);
  add_first(out, pair ? program.map_findings().first_chain : std::nullopt, story, state.language);
  return written(out);
}

void add_map_facets(JsonOut& out, const Program& program) {
  const State& state = program.state();
  const Words& words = words_in(state.language);
  JsonOut relations = JsonOut::array();
  for (std::size_t i = 0; i < kRelationClasses; ++i) {
    const auto c = static_cast<RelationClass>(i);
    const bool hidden = (state.modes.hidden & bit_of(c)) != 0;
    const std::uint32_t count = program.scene().map.class_counts[i];
    if (count == 0 && !hidden) continue;
    JsonOut entry;
    entry["key"] = key_of(c);
    entry["words"] = words_of(c, words);
    entry["count"] = count;
    entry["hidden"] = hidden;
    relations.push_back(std::move(entry));
  }
  out["relations"] = std::move(relations);
  JsonOut tellers = JsonOut::array();
  for (const Teller& teller : program.map_findings().tellers) {
    JsonOut entry;
    entry["id"] = program.story()[teller.actor].id;
    entry["title"] = name_of(teller.actor, program.story(), state.language);
    entry["count"] = teller.count;
    tellers.push_back(std::move(entry));
  }
  out["tellers"] = std::move(tellers);
  out["hasPlaces"] = program.map_findings().has_places;
}

void add_map_state(JsonOut& out, const State& state, const Story& story) {
  const MapModes& modes = state.modes;
  const auto id_of = [&](ActorIndex actor) {
    return actor.valid() ? JsonOut(story[actor].id) : JsonOut(nullptr);
  };
  out["compare"] = nullptr;
  if (modes.compare) out["compare"] = modes.compare->a.edtf + "/" + modes.compare->b.edtf;
  out["trace"] = nullptr;
  if (modes.trace)
    out["trace"] = std::string(story[modes.trace->from].id) + "/" + std::string(story[modes.trace->to].id);
  const std::optional<FocusPoint>& focus = modes.arrangement.focus;
  out["focus"] = focus ? id_of(focus->actor) : JsonOut(nullptr);
  out["focusSteps"] = focus ? focus->steps : 0;
  out["toldBy"] = id_of(modes.told_by);
  out["ghosts"] = modes.ghosts;
  out["places"] = modes.arrangement.places;
  out["brush"] = modes.brush ? JsonOut(modes.brush->edtf) : JsonOut(nullptr);
  JsonOut hidden = JsonOut::array();
  for (std::size_t i = 0; i < kRelationClasses; ++i)
    if ((modes.hidden & bit_of(static_cast<RelationClass>(i))) != 0)
      hidden.push_back(key_of(static_cast<RelationClass>(i)));
  out["hiddenRelations"] = std::move(hidden);
}

}  // namespace tp
