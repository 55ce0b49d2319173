#include "app/words.hpp"

#include <array>
#include <utility>

#include "app/words_translated.hpp"

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

}  // namespace

const Words& words_in(std::string_view language) {
  const std::string_view primary = language.substr(0, language.find('-'));
  const std::array<std::pair<std::string_view, const Words*>, 4> translated{
      {{"az", &kAzerbaijaniWords}, {"hy", &kArmenianWords}, {"ru", &kRussianWords}, {"tr", &kTurkishWords}}};
  for (const auto& [tag, words] : translated)
    if (tag == primary) return *words;
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
