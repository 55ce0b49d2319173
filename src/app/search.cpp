#include "app/search.hpp"

#include <algorithm>
#include <array>
#include <bit>

#include "app/fold_text.hpp"
#include "app/words.hpp"
#include "time/format_date.hpp"

namespace tp {

namespace {

constexpr std::size_t kBeforeMatch = 36;  // bytes of a text shown before the word that was found
constexpr std::size_t kDetail = 110;      // bytes of a detail

// The longest of the words that `folded` begins with, in bytes; 0: none.
std::size_t matched_bytes(std::string_view folded, const std::vector<std::string>& words) {
  std::size_t longest = 0;
  for (const std::string& word : words)
    if (folded.starts_with(word)) longest = std::max(longest, word.size());
  return longest;
}

// How many of the words begin a word of the text, and where the first of these stands.
struct Coverage {
  std::size_t words = 0;
  std::size_t first = 0;
};

Coverage coverage(std::string_view text, const std::vector<std::string>& words) {
  std::uint32_t seen = 0;
  Coverage out;
  for (WordReader reader(text); reader.next();) {
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (!reader.word().starts_with(words[i])) continue;
      if (seen == 0) out.first = reader.begin();
      seen |= 1u << i;
    }
  }
  out.words = static_cast<std::size_t>(std::popcount(seen));
  return out;
}

// A line of `text` around the byte `middle`, between whole words.
std::string line_around(std::string_view text, std::size_t middle) {
  std::size_t begin = middle > kBeforeMatch ? middle - kBeforeMatch : 0;
  if (begin > 0) {
    const std::size_t space = text.find(' ', begin);
    begin = space < middle ? space + 1 : middle;
  }
  std::string_view rest = text.substr(begin);
  const bool cut = rest.size() > kDetail;
  if (cut) {
    rest = cut_whole(rest, kDetail);
    const std::size_t space = rest.rfind(' ');
    if (space != std::string_view::npos && space > middle - begin) rest = rest.substr(0, space);
  }
  return (begin > 0 ? "\u2026" : "") + std::string(rest) + (cut ? "\u2026" : "");
}

class HitWriter {
 public:
  HitWriter(const Story& story, std::string_view language, const std::vector<std::string>& words)
      : story_(story), language_(language), words_(words), interface_(words_in(language)) {}

  Hit write(Ref ref) {
    hit_ = {};
    hit_.ref = ref;
    write_title();
    hit_.at = marked_stretches(hit_.title, words_);
    if (coverage(hit_.title, words_).words < words_.size()) quote();
    return std::move(hit_);
  }

 private:
  std::string say(const Text& text) const { return std::string(text.in(language_)); }
  std::string brief(const Text& text) const { return line_around(without_markdown(text.in(language_)), 0); }
  std::string date(const DateRange& when) const {
    return format_date_range(when, language_, DateStyle::kShort);
  }

  void write_title() {
    const std::uint32_t i = hit_.ref.index;
    switch (hit_.ref.kind) {
      case Kind::kEvent: {
        const Event& event = story_.events[i];
        hit_.kind_words = interface_.kind_event;
        hit_.title = say(event.title);
        hit_.date = date(event.when);
        if (event.track.valid()) hit_.detail = say(story_[event.track].title);
        break;
      }
      case Kind::kActor:
        hit_.kind_words = kind_words(story_.actors[i].kind, interface_);
        hit_.title = say(story_.actors[i].name);
        hit_.detail = brief(story_.actors[i].summary);
        break;
      case Kind::kRelation:
        write_relation(story_.relations[i]);
        break;
      case Kind::kSource:
        write_source(story_.sources[i]);
        break;
      case Kind::kTerm:
        hit_.kind_words = interface_.kind_term;
        hit_.title = say(story_.glossary[i].term);
        hit_.detail = brief(story_.glossary[i].definition);
        break;
      case Kind::kPeriod:
        hit_.kind_words = interface_.kind_period;
        hit_.title = say(story_.periods[i].title);
        hit_.date = date(story_.periods[i].when);
        if (story_.periods[i].track.valid()) hit_.detail = say(story_[story_.periods[i].track].title);
        break;
      case Kind::kSeries:
        hit_.kind_words = interface_.kind_series;
        hit_.title = say(story_.series[i].title);
        hit_.detail = say(story_.series[i].unit);
        break;
      default:
        break;
    }
  }

  void write_relation(const Relation& relation) {
    hit_.kind_words = interface_.kind_relation;
    hit_.title = say(story_[relation.from].name) + (relation.directed ? " \u2192 " : " \u2013 ") +
                 say(story_[relation.to].name);
    if (relation.phases.empty()) return;
    const Phase& last = relation.phases.back();
    hit_.detail = last.label.empty() ? std::string(last.type) : say(last.label);
    hit_.date = date(last.when);
  }

  void write_source(const Source& source) {
    hit_.kind_words = interface_.kind_source;
    hit_.title = source.title;
    hit_.detail = source.authors;
    if (!source.publisher.empty() && source.publisher != source.authors)
      hit_.detail += (hit_.detail.empty() ? "" : " \u00b7 ") + std::string(source.publisher);
    const DateResult<DateRange> issued = parse_date_range(source.issued);
    hit_.date = issued.value ? date(*issued.value) : std::string(source.issued);
    hit_.url = source.url;
  }

  // The text that says most of what was typed; the reader's language wins where two say as much.
  void quote() {
    list_search_texts(story_, hit_.ref, texts_);
    Coverage best;
    bool best_is_own = false;
    std::string line;
    for (const SearchText& text : texts_) {
      if (text.words == hit_.title) continue;
      const bool own = text.language.empty() || text.language == language_;
      const std::string plain = without_markdown(text.words);
      const Coverage here = coverage(plain, words_);
      if (here.words < best.words || here.words == 0) continue;
      if (here.words == best.words && (best_is_own || !own)) continue;
      best = here;
      best_is_own = own;
      line = line_around(plain, here.first);
    }
    if (!line.empty()) hit_.detail = std::move(line);
  }

  const Story& story_;
  std::string_view language_;
  const std::vector<std::string>& words_;
  const Words& interface_;
  std::vector<SearchText> texts_;
  Hit hit_;
};

}  // namespace

const char* kind_word(Kind kind) {
  switch (kind) {
    case Kind::kEvent:
      return "event";
    case Kind::kActor:
      return "actor";
    case Kind::kRelation:
      return "relation";
    case Kind::kSource:
      return "source";
    case Kind::kTerm:
      return "term";
    case Kind::kPeriod:
      return "period";
    case Kind::kSeries:
      return "series";
    default:
      return "";
  }
}

std::string_view cut_whole(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return text;
  while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0) == 0x80) --bytes;
  return text.substr(0, bytes);
}

std::vector<MarkedStretch> marked_stretches(std::string_view title, const std::vector<std::string>& words) {
  std::vector<MarkedStretch> marks;
  for (WordReader reader(title); reader.next();) {
    const std::size_t bytes = matched_bytes(reader.word(), words);
    if (bytes == 0) continue;
    const std::uint32_t begin = reader.begin_utf16();
    const std::uint32_t end = reader.end_utf16(bytes);
    if (!marks.empty() && marks.back().start + marks.back().length == begin) {
      marks.back().length = end - marks.back().start;
    } else {
      marks.push_back({begin, end - begin});
    }
  }
  return marks;
}

std::vector<Ref> best_matches(const SearchMatches& matches, const SearchIndex& index, std::size_t limit) {
  // Documents are numbered by importance, so the first ones of each class are its best.
  std::array<std::vector<Ref>, 3> classes;
  const auto take = [&](std::uint64_t bits, std::size_t word, std::vector<Ref>& out) {
    for (; bits && out.size() < limit; bits &= bits - 1)
      out.push_back(index.document(word * 64 + static_cast<std::size_t>(std::countr_zero(bits))));
  };
  for (std::size_t i = 0; i < matches.anywhere.size() && classes[0].size() < limit; ++i) {
    const std::uint64_t begins = matches.begins_title[i];
    const std::uint64_t titles = matches.in_title[i] & ~begins;
    take(begins, i, classes[0]);
    take(titles, i, classes[1]);
    take(matches.anywhere[i] & ~begins & ~titles, i, classes[2]);
  }
  std::vector<Ref> best = std::move(classes[0]);
  for (const std::size_t more : {std::size_t{1}, std::size_t{2}})
    for (const Ref ref : classes[more])
      if (best.size() < limit) best.push_back(ref);
  return best;
}

Found make_found(const SearchQuery& query, SearchIndex& index, const Story& story,
                 std::string_view language) {
  Found found;
  found.text = query.text;
  found.complete = index.is_complete();
  const std::vector<std::string> words = query_words(query.text);
  const SearchMatches& matches = index.find(words);
  found.total = matches.total;
  HitWriter writer(story, language, words);
  for (const Ref ref : best_matches(matches, index, query.limit)) found.hits.push_back(writer.write(ref));
  return found;
}

}  // namespace tp
