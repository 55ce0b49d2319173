// Which words of a story's text are emphasised, listed or lead somewhere? Its small Markdown, read for
// drawing.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tp {

struct RichRun {
  std::string words;   ///< empty: the title of what `target` names
  std::string target;  ///< an id of the story or a web address; empty: no link
  bool strong = false;
};

/// A paragraph or an item of a list.
struct RichBlock {
  bool item = false;
  std::vector<RichRun> runs;
};

/// Paragraphs (empty line between), "- " items, **strong**, *emphasis*, [[id]], [[id|words]] and
/// [words](address). Anything else, and anything left open, is shown as it was written.
std::vector<RichBlock> read_rich_text(std::string_view text);

}  // namespace tp
