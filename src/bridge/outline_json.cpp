#include "bridge/json_parts.hpp"
#include "bridge/messages.hpp"
#include "time/format_date.hpp"

namespace tp {

namespace {

const char* series_word(SeriesKind kind) {
  switch (kind) {
    case SeriesKind::kLine:
      return "line";
    case SeriesKind::kBar:
      return "bar";
    case SeriesKind::kStep:
      return "step";
    case SeriesKind::kBand:
      return "band";
  }
  return "line";
}

JsonOut story_json(const Story& story, const std::string& language) {
  JsonOut languages = JsonOut::array();
  for (std::string_view tag : story.languages) languages.push_back(tag);
  JsonOut out;
  out["id"] = story.id;
  out["title"] = story.title.in(language);
  out["subtitle"] = story.subtitle.in(language);
  out["question"] = story.question.in(language);
  out["answer"] = story.answer.in(language);
  out["updated"] = story.updated ? to_edtf(*story.updated) : "";
  out["updatedWords"] = story.updated ? format_date(*story.updated, language) : "";
  out["license"] = story.license;
  out["credits"] = story.credits.in(language);
  out["languages"] = languages;
  out["lang"] = language;
  out["start"] = {{"at", story.start.at ? to_edtf(*story.start.at) : ""},
                  {"select", id_or_null(story.start.select, story)}};
  return out;
}

JsonOut chapters_json(const Outline& outline, const Story& story) {
  JsonOut chapters = JsonOut::array();
  for (const OutlineChapter& chapter : outline.chapters) {
    JsonOut events = JsonOut::array();
    for (EventIndex event : chapter.events) events.push_back(story[event].id);
    chapters.push_back(
        {{"id", chapter.id}, {"title", chapter.title}, {"text", chapter.text}, {"events", events}});
  }
  return chapters;
}

JsonOut series_json(const Series& series, const Card& card, const Story& story, const std::string& language) {
  JsonOut points = JsonOut::array();
  for (const SeriesPoint& point : series.points) {
    JsonOut value = point.value ? JsonOut(*point.value) : JsonOut(nullptr);
    points.push_back(
        {{"edtf", to_edtf(point.when)}, {"words", format_date(point.when, language)}, {"value", value}});
  }
  return {{"id", series.id},
          {"title", series.title.in(language)},
          {"unit", series.unit.in(language)},
          {"kind", series_word(series.kind)},
          {"points", points},
          {"sources", to_json_list(card.sources, story)}};
}

JsonOut period_json(const Card& card, const Story& story) {
  return {
      {"id", card.id},     {"kindWords", card.kind_words}, {"title", card.title},
      {"date", card.date}, {"dateEdtf", card.date_edtf},   {"sources", to_json_list(card.sources, story)}};
}

JsonOut term_json(const Card& card, const Story& story) {
  return {{"id", card.id},
          {"term", card.title},
          {"definition", card.summary},
          {"sources", to_json_list(card.sources, story)}};
}

JsonOut question_json(const Question& question, const Story& story, const std::string& language) {
  JsonOut choices = JsonOut::array();
  for (const Text& choice : question.choices) choices.push_back(choice.in(language));
  JsonOut events = JsonOut::array();
  for (EventIndex event : question.events)
    events.push_back({{"id", story[event].id}, {"words", story[event].title.in(language)}});
  return {
      {"id", question.id},         {"question", question.question.in(language)},       {"choices", choices},
      {"answer", question.answer}, {"explanation", question.explanation.in(language)}, {"events", events}};
}

JsonOut source_json(const OutlineSource& source, const Story& story) {
  JsonOut out = to_json(source.source, story);
  out["id"] = source.id;
  out["authors"] = source.authors;
  out["note"] = source.note;
  out["citedBy"] = to_json_list(source.cited_by, story);
  return out;
}

}  // namespace

std::string outline_json(const Outline& outline, const Story& story, const std::string& language) {
  JsonOut out;
  out["story"] = story_json(story, language);
  out["chapters"] = chapters_json(outline, story);
  out["events"] = to_json_list(outline.events, story);
  out["actors"] = to_json_list(outline.actors, story);
  out["relations"] = to_json_list(outline.relations, story);
  out["series"] = JsonOut::array();
  for (std::size_t i = 0; i < story.series.size(); ++i)
    out["series"].push_back(series_json(story.series[i], outline.series[i], story, language));
  out["periods"] = JsonOut::array();
  for (const Card& card : outline.periods) out["periods"].push_back(period_json(card, story));
  out["glossary"] = JsonOut::array();
  for (const Card& card : outline.terms) out["glossary"].push_back(term_json(card, story));
  out["quiz"] = JsonOut::array();
  for (const Question& question : story.quiz) out["quiz"].push_back(question_json(question, story, language));
  out["sources"] = JsonOut::array();
  for (const OutlineSource& source : outline.sources) out["sources"].push_back(source_json(source, story));
  return written(out);
}

}  // namespace tp
