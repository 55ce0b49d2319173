// `outline story.json [language]`: checks a story and prints it in reading order as JSON, for the page's
// text. Diagnostics go to stderr; exit status 1 where the story is refused, 2 where it can't be read.
#include <cstdio>
#include <string>

#include "bridge/messages.hpp"
#include "story/read_story.hpp"

namespace {

bool read_file(const char* path, std::string& out) {
  std::FILE* file = std::fopen(path, "rb");
  if (!file) return false;
  char block[65536];
  for (std::size_t got; (got = std::fread(block, 1, sizeof block, file)) > 0;) out.append(block, got);
  const bool whole = std::ferror(file) == 0;
  std::fclose(file);
  return whole;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fputs("usage: outline story.json [language]\n", stderr);
    return 2;
  }
  std::string json;
  if (!read_file(argv[1], json)) {
    std::fprintf(stderr, "%s: error: this file can't be read; check the path\n", argv[1]);
    return 2;
  }
  const tp::StoryResult result = tp::read_story(json);
  std::fputs(tp::to_text(result.diagnostics, argv[1]).c_str(), stderr);
  if (!result.story) return 1;
  const tp::Story& story = *result.story;
  const std::string language(argc > 2 ? argv[2] : story.languages.front());
  const tp::Outline outline = tp::make_outline(story, tp::index_story(story), language);
  std::puts(tp::outline_json(outline, story, language).c_str());
  return 0;
}
