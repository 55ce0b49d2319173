// What has been found, and what does the filter leave? Keeps the index, the answer and what is shown in step
// with the state.
#pragma once

#include <string>

#include "app/search.hpp"
#include "app/shown.hpp"

namespace tp {

class Finder {
 public:
  /// Another story: nothing is read yet and everything is shown.
  void start(const Story& story);

  /// Brings what is shown in step with the filter; at once, but for a text in a story that is still being
  /// read, which filters nothing until it is.
  void filter(const Filter& filter, const Story& story, const StoryIndex& index);
  /// Once a frame: reads on where something asks for it, and answers. True: `found()` is new.
  bool answer(const SearchQuery& query, std::string_view language, const Story& story,
              const StoryIndex& index);
  /// True while the next frame has more to read.
  bool is_reading() const { return index_.is_started() && !index_.is_complete(); }

  const Found& found() const { return found_; }
  const Shown& shown() const { return filtered_.shown(); }
  const Facets& facets() const { return filtered_.facets(); }
  std::uint32_t revision() const { return filtered_.revision(); }

 private:
  void read_on(const Story& story, const StoryIndex& index);
  void apply(const Story& story, const StoryIndex& index);

  SearchIndex index_;
  Found found_;
  std::uint32_t answered_ = 0;  ///< the number of the question
  std::string answered_in_;     ///< which language
  FilteredStory filtered_;
  Filter applied_;
  bool is_applied_ = false;
  bool text_is_late_ = false;
};

}  // namespace tp
