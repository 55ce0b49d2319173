// What would somebody read aloud? The whole story in reading order, in words, for the page, print and speech.
#pragma once

#include <string>
#include <vector>

#include "app/card.hpp"
#include "story/model.hpp"
#include "story/relations_at.hpp"

namespace tp {

/// A step of the first tour with the events that fall to it.
struct OutlineChapter {
  std::string id;
  std::string title;
  std::string text;
  std::vector<EventIndex> events;
};

struct OutlineSource {
  CardSource source;
  std::string id;
  std::string authors;
  std::string note;
  std::vector<CardLink> cited_by;
};

struct Outline {
  std::vector<OutlineChapter> chapters;  ///< every event is in exactly one
  std::vector<Card> events;              ///< in time order
  std::vector<Card> actors;
  std::vector<Card> relations;
  std::vector<Card> periods;
  std::vector<Card> terms;
  std::vector<Card> series;
  std::vector<OutlineSource> sources;
};

Outline make_outline(const Story& story, const StoryIndex& index, std::string_view language);

}  // namespace tp
