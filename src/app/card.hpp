// What does the card say about what is selected? Words and links in reading order; the page and the native
// panel both show exactly this.
#pragma once

#include <string>
#include <vector>

#include "app/shown.hpp"
#include "story/model.hpp"
#include "story/relations_at.hpp"

namespace tp {

struct CardSource {
  Ref ref;
  std::string number;  ///< "12": its place in the story's numbered list of sources
  std::string title;
  std::string publisher;
  std::string date;
  std::string url;
  std::string locator;
  std::string supports;
  bool seen = true;  ///< false: cited from general knowledge, the page was not opened
};

struct CardView {
  Ref by;
  std::string who;
  std::string text;
  std::vector<CardSource> sources;
};

struct CardChange {
  std::string what, before, after;
};

/// A line that leads to an event, an actor or a relation.
struct CardLink {
  Ref ref;
  std::string date;
  std::string words;
  std::string detail;
  Status status = Status::kFact;
  bool holds_now = false;  ///< for relations and phases: true as of the playhead
};

/// One stretch of a relation, with what brought it about.
struct CardPhase {
  std::string date;
  std::string label;
  std::string type;
  Status status = Status::kFact;
  std::string status_words;
  int valence = 0;
  bool holds_now = false;
  std::vector<std::string> said_by;
  std::vector<CardLink> events;
  std::vector<CardSource> sources;
};

/// One number of a series.
struct CardFigure {
  std::string date;
  std::string edtf;
  std::string words;  ///< "12.9", or that there is no figure
  bool is_gap = false;
  bool holds_now = false;  ///< the playhead is in its date
};

struct Card {
  Ref ref;
  std::string id;
  std::string kind_words;  ///< "Law", "State", "Relation"
  int track = -1;          ///< place in the palette, for the colour of the kind
  Shape shape = Shape::kCircle;
  Status status = Status::kFact;
  bool has_status = false;
  std::string status_words;  ///< "Fact", "Claim by …", "Disputed"
  std::string date;          ///< as precise as it is known
  std::string date_edtf;     ///< for <time datetime>
  std::string title;
  std::string also;  ///< other names
  std::string summary;
  std::string body;
  std::vector<CardChange> changes;
  std::vector<CardView> views;
  std::vector<CardPhase> phases;    ///< of a relation
  std::vector<CardLink> actors;     ///< of an event
  std::vector<CardLink> relations;  ///< of an event or an actor
  std::vector<CardLink> events;     ///< of an actor or a relation
  std::vector<CardFigure> figures;  ///< of a series: around the playhead where there are very many
  std::vector<CardSource> sources;
  Ref previous, next;
  std::string previous_title, next_title;
};

/// The card of `ref` as of `at`; with an invalid ref, the card of the story itself: question and answer.
/// `shown`: what the filter leaves, so that previous and next step over the rest; null: no filter.
Card make_card(const Story& story, const StoryIndex& index, Ref ref, Instant at, std::string_view language,
               const Shown* shown = nullptr);

/// The card of several events that stand at one instant: links to each of the first thousand that the filter
/// shows; to all of them where it shows none.
Card make_list_card(const Story& story, const StoryIndex& index, const std::vector<std::uint32_t>& events,
                    Instant at, std::string_view language, const Shown* shown = nullptr);

/// Sources are numbered by their place in the story's list, from 1: the same number in card, page and print.
std::string source_number(SourceIndex source);

}  // namespace tp
