// What does the interface itself say? Its few words, by language, as data.
#pragma once

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "story/model.hpp"

namespace tp {

struct Words {
  std::string_view as_of;
  std::string_view counts;  ///< {0} shown actors, {1} all actors, {2} relations
  std::string_view whole_story;
  std::string_view events;                         ///< {0} how many
  std::string_view more;                           ///< {0} how many
  std::string_view relations;                      ///< {0} how many
  std::string_view relation_to, relation_between;  ///< {0}, {1}: actors, {2}: what one does or both have
  std::string_view fact, claim, claim_by, disputed;
  std::string_view kind_story, kind_event, kind_relation, kind_source, kind_period, kind_term, kind_series,
      kind_tour;
  std::string_view kind_state, kind_government, kind_person, kind_company, kind_organization, kind_law,
      kind_treaty, kind_infrastructure, kind_community, kind_place;
  std::string_view close, neutral, hostile, talks, contested;
  std::string_view gained, lost, flipped, unchanged, ghosts_past, ghosts_future;
  std::string_view gained_label, lost_label, flipped_label;  ///< {0} the relation's words
  std::string_view from_to;                                  ///< {0} and {1}: two dates
  std::string_view compared;                         ///< {0} gained, {1} lost, {2} flipped, {3} unchanged
  std::string_view held_in;                          ///< {0} a range
  std::string_view told_by;                          ///< {0} who; appended to the heading
  std::string_view says;                             ///< {0} who, {1} their words
  std::string_view chain, chains_none, chain_begun;  ///< {0}, {1}: actors, {2}: how many relations
  std::string_view first_joined;                     ///< {0} a date
  std::string_view always;
  std::string_view hidden_shown;              ///< {0} how many hidden
  std::string_view legend_hide, legend_show;  ///< {0} the class
  std::string_view borders_note;
  std::string_view zoom_in, zoom_out, show_all, fit_map;
  std::string_view arranging;  ///< {0} how many actors
  std::string_view also;
  // Of the timeline.
  std::string_view no_figure;               ///< a gap in a series
  std::string_view figures_at;              ///< {0} date, {1} value
  std::string_view source_line;             ///< {0} the source
  std::string_view fold_lane, unfold_lane;  ///< {0} the track
  std::string_view list_kind;               ///< of a card that lists events
  std::string_view fit_selection;
  std::string_view today;
};

/// Takes over the words of another language, each by its name above: the page has them and brings those that
/// are wanted. What is missing stays English, what is unknown is left out. For the whole program, not for one
/// story.
void learn_words(std::string_view language, std::span<const std::pair<std::string, std::string>> words);

/// `language` is a BCP 47 tag; only its primary subtag counts. English where it has not been learned.
const Words& words_in(std::string_view language);

/// The pattern with {0}, {1} … replaced.
std::string fill(std::string_view pattern, std::initializer_list<std::string_view> values);

std::string_view kind_words(ActorKind kind, const Words& words);

}  // namespace tp
