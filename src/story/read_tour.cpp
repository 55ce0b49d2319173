// Tours, the start of the story, the quiz and the glossary: what leads a reader through it.
#include <cmath>

#include "story/read_parts.hpp"

namespace tp {
namespace {

void read_lens(Reading& reading, const JsonValue& value, Step& step) {
  read(reading, value, step.lens);
  if (!step.lens.empty()) reading.lenses.push_back({step.lens, value.offset});
}

void read_compare(Reading& reading, const JsonValue& value, Step& step) {
  constexpr std::string_view kExpected = "[date, date]";
  if (!reading.expect(value, JsonType::kArray, kExpected)) return;
  if (!has_length(reading, value, 2, kExpected)) return;
  JsonInside::Iterator at = JsonInside(value).begin();
  CompareDates& dates = step.compare.emplace();
  read(reading, *at, dates.before);
  read(reading, *++at, dates.after);
}

void define_step(Reading& reading, const JsonValue& value, Step& step) {
  define(reading, value, {Kind::kStep, reading.step_count}, step.id);
}

constexpr Field<Step> kStepFields[] = {
    {"id", Need::kRequired, define_step},
    {"title", Need::kRequired, into<&Step::title>},
    {"text", Need::kOptional, into<&Step::text>},
    {"notes", Need::kOptional, into<&Step::notes>},
    {"at", Need::kOptional, into<&Step::at>},
    {"range", Need::kOptional, into<&Step::range>},
    {"select", Need::kOptional, into<&Step::select>},
    {"focus", Need::kOptional, into<&Step::focus>},
    {"compare", Need::kOptional, read_compare},
    {"lens", Need::kOptional, read_lens},
    {"predict", Need::kOptional, into<&Step::predict>},
};

void define_tour(Reading& reading, const JsonValue& value, Tour& tour) {
  define(reading, value, {Kind::kTour, static_cast<std::uint32_t>(reading.story.tours.size() - 1)}, tour.id);
}

void read_audience(Reading& reading, const JsonValue& value, Tour& tour) {
  constexpr std::array<std::string_view, 2> kAudiences = {"reader", "class"};
  if (const auto at = read_choice(reading, value, "audience", kAudiences))
    tour.audience = static_cast<Audience>(*at);
}

constexpr Field<Tour> kTourFields[] = {
    {"id", Need::kRequired, define_tour},
    {"title", Need::kRequired, into<&Tour::title>},
    {"audience", Need::kOptional, read_audience},
    {"steps", Need::kRequired, into<&Tour::steps>},
};

void define_term(Reading& reading, const JsonValue& value, Term& term) {
  define(reading, value, {Kind::kTerm, static_cast<std::uint32_t>(reading.story.glossary.size() - 1)},
         term.id);
}

constexpr Field<Term> kTermFields[] = {
    {"id", Need::kRequired, define_term},
    {"term", Need::kRequired, into<&Term::term>},
    {"definition", Need::kRequired, into<&Term::definition>},
    {"sources", Need::kOptional, into<&Term::sources>},
};

/// How many choices there are is known when the whole question is read.
void read_answer(Reading& reading, const JsonValue& value, Question& question) {
  const bool is_place = value.is(JsonType::kNumber) && value.number >= 0 && value.number < 4e9 &&
                        std::trunc(value.number) == value.number;
  if (is_place) {
    question.answer = static_cast<std::uint32_t>(value.number);
  } else if (reading.expect(value, JsonType::kNumber, "a number, the place of the answer in \"choices\"")) {
    reading.problems.error("out-of-range", value.offset,
                           [&] { return wording::bad_answer(reading.raw(value)); });
  }
}

void define_question(Reading& reading, const JsonValue& value, Question& question) {
  define(reading, value, {Kind::kQuestion, static_cast<std::uint32_t>(reading.story.quiz.size() - 1)},
         question.id);
}

constexpr Field<Question> kQuestionFields[] = {
    {"id", Need::kOptional, define_question},
    {"question", Need::kRequired, into<&Question::question>},
    {"choices", Need::kRequired, into<&Question::choices>},
    {"answer", Need::kRequired, read_answer},
    {"explanation", Need::kOptional, into<&Question::explanation>},
    {"events", Need::kOptional, into<&Question::events>},
};

void check_answer(Reading& reading, const JsonValue& value, const Question& question) {
  const JsonValue* choices = member_of(value, "choices");
  const JsonValue* answer = member_of(value, "answer");
  if (!choices || !choices->is(JsonType::kArray) || question.choices.empty()) return;
  if (question.choices.size() < 2) {
    reading.problems.error("wrong-length", choices->offset, wording::too_few_choices);
    return;
  }
  if (!answer || question.answer < question.choices.size()) return;
  reading.problems.error("out-of-range", answer->offset,
                         [&] { return wording::no_such_choice(question.answer, question.choices.size()); });
}

/// The index of a tour; until it is resolved the number of its name.
void read_start_tour(Reading& reading, const JsonValue& value, Start& start) {
  if (!reading.expect(value, JsonType::kString, "a tour's id as a string")) return;
  start.tour = reading.use(value, value.text, Wanted::kTour);
  reading.has_start_tour = true;
}

constexpr Field<Start> kStartFields[] = {
    {"at", Need::kOptional, into<&Start::at>},
    {"range", Need::kOptional, into<&Start::range>},
    {"select", Need::kOptional, into<&Start::select>},
    {"tour", Need::kOptional, read_start_tour},
};

}  // namespace

void read(Reading& reading, const JsonValue& value, Step& step) {
  read_object(reading, value, "a step", kStepFields, step);
  ++reading.step_count;
}

void read_tour(Reading& reading, const JsonValue& value) {
  read_object(reading, value, "a tour", kTourFields, reading.story.tours.emplace_back());
}

void read_term(Reading& reading, const JsonValue& value) {
  read_object(reading, value, "a glossary term", kTermFields, reading.story.glossary.emplace_back());
}

void read_question(Reading& reading, const JsonValue& value) {
  Question& question = reading.story.quiz.emplace_back();
  if (read_object(reading, value, "a question", kQuestionFields, question))
    check_answer(reading, value, question);
}

void read_start(Reading& reading, const JsonValue& value, Story& story) {
  read_object(reading, value, "the start", kStartFields, story.start);
}

}  // namespace tp
