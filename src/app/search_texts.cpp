#include "app/search_texts.hpp"

namespace tp {

namespace {

void add(const Text& text, bool is_title, std::vector<SearchText>& out) {
  if (text.translations().empty()) {
    if (!text.empty()) out.push_back({text.in({}), {}, is_title});
    return;
  }
  for (const Text::Translation& one : text.translations())
    if (!one.words.empty()) out.push_back({one.words, one.language, is_title});
}

void add_names(const Actor& actor, std::vector<SearchText>& out) {
  add(actor.name, true, out);
  add(actor.short_name, true, out);
}

// Where a link's target ends that begins at `at`; `at` itself where there is none.
std::size_t behind_target(std::string_view words, std::size_t at) {
  if (at >= words.size() || words[at] != '(') return at;
  const std::size_t close = words.find(')', at);
  return close == std::string_view::npos ? at : close + 1;
}

}  // namespace

void list_search_texts(const Story& story, Ref ref, std::vector<SearchText>& out) {
  out.clear();
  switch (ref.kind) {
    case Kind::kEvent: {
      const Event& event = story.events[ref.index];
      add(event.title, true, out);
      add(event.summary, false, out);
      add(event.body, false, out);
      break;
    }
    case Kind::kActor: {
      const Actor& actor = story.actors[ref.index];
      add_names(actor, out);
      add(actor.summary, false, out);
      break;
    }
    case Kind::kRelation: {
      const Relation& relation = story.relations[ref.index];
      add_names(story[relation.from], out);
      add_names(story[relation.to], out);
      for (const Phase& phase : relation.phases) {
        add(phase.label, false, out);
        if (phase.label.empty() && !phase.type.empty()) out.push_back({phase.type, {}, false});
      }
      break;
    }
    case Kind::kSource: {
      const Source& source = story.sources[ref.index];
      if (!source.title.empty()) out.push_back({source.title, {}, true});
      if (!source.authors.empty()) out.push_back({source.authors, {}, false});
      if (!source.publisher.empty()) out.push_back({source.publisher, {}, false});
      break;
    }
    case Kind::kTerm:
      add(story.glossary[ref.index].term, true, out);
      add(story.glossary[ref.index].definition, false, out);
      break;
    case Kind::kPeriod:
      add(story.periods[ref.index].title, true, out);
      break;
    case Kind::kSeries:
      add(story.series[ref.index].title, true, out);
      break;
    default:
      break;
  }
}

bool has_markdown(std::string_view words) {
  return words.find_first_of("[*\n") != std::string_view::npos;
}

std::string without_markdown(std::string_view words) {
  std::string out;
  out.reserve(words.size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    const char c = words[i];
    if (c == '[' && words.substr(i, 2) == "[[") {
      const std::size_t close = words.find("]]", i);
      const std::size_t bar = words.find('|', i);
      i = bar != std::string_view::npos && close != std::string_view::npos && bar < close ? bar : i + 1;
    } else if (c == ']') {
      if (words.substr(i, 2) == "]]") ++i;
      i = behind_target(words, i + 1) - 1;
    } else if (c == '*' || c == ' ' || c == '\n' || c == '\r') {
      if (!out.empty() && out.back() != ' ') out += ' ';
    } else if (c != '[') {
      out += c;
    }
  }
  return out;
}

}  // namespace tp
