#include "app/words.hpp"

#include <list>

namespace tp {

namespace {

constexpr Words kEnglish{
    .as_of = "As of",
    .counts = "{0} of {1} actors, {2} relations",
    .whole_story = "Whole story",
    .events = "{0} events",
    .more = "and {0} more",
    .relations = "{0} relations",
    .relation_to = "{0} to {1}: {2}",
    .relation_between = "{0} and {1}: {2}",
    .fact = "Fact",
    .claim = "Claim",
    .claim_by = "Claim by {0}",
    .disputed = "Disputed",
    .kind_story = "The story",
    .kind_event = "Event",
    .kind_relation = "Relation",
    .kind_source = "Source",
    .kind_period = "Period",
    .kind_term = "Term",
    .kind_series = "Figures",
    .kind_tour = "Tour",
    .kind_state = "State",
    .kind_government = "Public body",
    .kind_person = "Person",
    .kind_company = "Company",
    .kind_organization = "Organisation",
    .kind_law = "Law",
    .kind_treaty = "Agreement",
    .kind_infrastructure = "Infrastructure",
    .kind_community = "Community",
    .kind_place = "Place",
    .close = "close",
    .neutral = "neutral",
    .hostile = "hostile or restrictive",
    .talks = "mediation, lobbying",
    .contested = "claimed or disputed",
    .gained = "gained",
    .lost = "lost",
    .flipped = "changed",
    .unchanged = "unchanged",
    .ghosts_past = "held before",
    .ghosts_future = "will hold later",
    .gained_label = "new: {0}",
    .lost_label = "ended: {0}",
    .flipped_label = "now: {0}",
    .from_to = "From {0} to {1}",
    .compared = "{0} gained, {1} lost, {2} changed, {3} unchanged",
    .held_in = "At some time in {0}",
    .told_by = "as told by {0}",
    .says = "{0}: \u201c{1}\u201d",
    .chain = "{0} to {1}: {2} relations",
    .chains_none = "{0} and {1} are not joined",
    .chain_begun = "chain from {0}: choose another actor",
    .first_joined = "first joined {0}",
    .always = "always",
    .hidden_shown = "{0} hidden",
    .legend_hide = "Hide: {0}",
    .legend_show = "Show: {0}",
    .borders_note = "Borders: Natural Earth 4.1 (2018), no statement on sovereignty",
    .zoom_in = "Zoom in",
    .zoom_out = "Zoom out",
    .show_all = "Show the whole story",
    .fit_map = "Fit the map",
    .arranging = "Arranging {0} actors",
    .also = "Also: {0}",
    .no_figure = "no figure",
    .figures_at = "{0}: {1}",
    .source_line = "Source: {0}",
    .fold_lane = "Fold \u201c{0}\u201d",
    .unfold_lane = "Unfold \u201c{0}\u201d",
    .list_kind = "At one time",
    .fit_selection = "Zoom to what is selected",
    .today = "today",
};

struct Name {
  std::string_view name;
  std::string_view Words::*word;
};
constexpr Name kNames[] = {
    {"as_of", &Words::as_of},
    {"counts", &Words::counts},
    {"whole_story", &Words::whole_story},
    {"events", &Words::events},
    {"more", &Words::more},
    {"relations", &Words::relations},
    {"relation_to", &Words::relation_to},
    {"relation_between", &Words::relation_between},
    {"fact", &Words::fact},
    {"claim", &Words::claim},
    {"claim_by", &Words::claim_by},
    {"disputed", &Words::disputed},
    {"kind_story", &Words::kind_story},
    {"kind_event", &Words::kind_event},
    {"kind_relation", &Words::kind_relation},
    {"kind_source", &Words::kind_source},
    {"kind_period", &Words::kind_period},
    {"kind_term", &Words::kind_term},
    {"kind_series", &Words::kind_series},
    {"kind_tour", &Words::kind_tour},
    {"kind_state", &Words::kind_state},
    {"kind_government", &Words::kind_government},
    {"kind_person", &Words::kind_person},
    {"kind_company", &Words::kind_company},
    {"kind_organization", &Words::kind_organization},
    {"kind_law", &Words::kind_law},
    {"kind_treaty", &Words::kind_treaty},
    {"kind_infrastructure", &Words::kind_infrastructure},
    {"kind_community", &Words::kind_community},
    {"kind_place", &Words::kind_place},
    {"close", &Words::close},
    {"neutral", &Words::neutral},
    {"hostile", &Words::hostile},
    {"talks", &Words::talks},
    {"contested", &Words::contested},
    {"gained", &Words::gained},
    {"lost", &Words::lost},
    {"flipped", &Words::flipped},
    {"unchanged", &Words::unchanged},
    {"ghosts_past", &Words::ghosts_past},
    {"ghosts_future", &Words::ghosts_future},
    {"gained_label", &Words::gained_label},
    {"lost_label", &Words::lost_label},
    {"flipped_label", &Words::flipped_label},
    {"from_to", &Words::from_to},
    {"compared", &Words::compared},
    {"held_in", &Words::held_in},
    {"told_by", &Words::told_by},
    {"says", &Words::says},
    {"chain", &Words::chain},
    {"chains_none", &Words::chains_none},
    {"chain_begun", &Words::chain_begun},
    {"first_joined", &Words::first_joined},
    {"always", &Words::always},
    {"hidden_shown", &Words::hidden_shown},
    {"legend_hide", &Words::legend_hide},
    {"legend_show", &Words::legend_show},
    {"borders_note", &Words::borders_note},
    {"zoom_in", &Words::zoom_in},
    {"zoom_out", &Words::zoom_out},
    {"show_all", &Words::show_all},
    {"fit_map", &Words::fit_map},
    {"arranging", &Words::arranging},
    {"also", &Words::also},
    {"no_figure", &Words::no_figure},
    {"figures_at", &Words::figures_at},
    {"source_line", &Words::source_line},
    {"fold_lane", &Words::fold_lane},
    {"unfold_lane", &Words::unfold_lane},
    {"list_kind", &Words::list_kind},
    {"fit_selection", &Words::fit_selection},
    {"today", &Words::today},
};

// Another language's, with the letters that they point to.
struct Learned {
  std::string language;
  std::list<std::string> texts;
  Words words = kEnglish;
};

std::list<Learned>& learned() {
  static std::list<Learned> all;
  return all;
}

std::string_view primary_of(std::string_view tag) {
  return tag.substr(0, tag.find('-'));
}

}  // namespace

void learn_words(std::string_view language, std::span<const std::pair<std::string, std::string>> words) {
  Learned fresh{std::string(primary_of(language)), {}, kEnglish};
  for (const auto& [name, text] : words)
    for (const Name& known : kNames)
      if (known.name == name) fresh.words.*known.word = fresh.texts.emplace_back(text);
  for (Learned& old : learned()) {
    if (old.language != fresh.language) continue;
    old.words = fresh.words;
    old.texts.splice(old.texts.end(), fresh.texts);  // the old letters stay: somebody may hold a view of them
    return;
  }
  learned().push_back(std::move(fresh));
}

const Words& words_in(std::string_view language) {
  for (const Learned& other : learned())
    if (other.language == primary_of(language)) return other.words;
  return kEnglish;
}

std::string fill(std::string_view pattern, std::initializer_list<std::string_view> values) {
  std::string out;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const bool slot = pattern[i] == '{' && i + 2 < pattern.size() && pattern[i + 2] == '}';
    const auto which = slot ? static_cast<std::size_t>(pattern[i + 1] - '0') : values.size();
    if (slot && which < values.size()) {
      out += values.begin()[which];
      i += 2;
    } else {
      out += pattern[i];
    }
  }
  return out;
}

std::string_view kind_words(ActorKind kind, const Words& words) {
  switch (kind) {
    case ActorKind::kState:
      return words.kind_state;
    case ActorKind::kGovernment:
      return words.kind_government;
    case ActorKind::kPerson:
      return words.kind_person;
    case ActorKind::kCompany:
      return words.kind_company;
    case ActorKind::kOrganization:
      return words.kind_organization;
    case ActorKind::kLaw:
      return words.kind_law;
    case ActorKind::kTreaty:
      return words.kind_treaty;
    case ActorKind::kInfrastructure:
      return words.kind_infrastructure;
    case ActorKind::kCommunity:
      return words.kind_community;
    case ActorKind::kPlace:
      return words.kind_place;
  }
  return {};
}

}  // namespace tp
