// Which words of a thing can be searched? Its titles and what else it says, in every language of the story.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "story/model.hpp"

namespace tp {

struct SearchText {
  std::string_view words;     ///< as in the story, with its Markdown
  std::string_view language;  ///< empty: in no stated one
  bool is_title = false;
};

/// The texts of an event, actor, relation, source, term, period or series go into `out`, titles first; of
/// anything else none.
void list_search_texts(const Story& story, Ref ref, std::vector<SearchText>& out);

/// Story text as a reader sees it: links and `[[id|words]]` become their words, marks of emphasis and line
/// breaks become spaces.
std::string without_markdown(std::string_view words);
bool has_markdown(std::string_view words);

}  // namespace tp
