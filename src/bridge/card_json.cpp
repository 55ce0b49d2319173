#include "bridge/json_parts.hpp"

namespace tp {

namespace {

const char* shape_word(Shape shape) {
  switch (shape) {
    case Shape::kCircle:
      return "circle";
    case Shape::kSquare:
      return "square";
    case Shape::kDiamond:
      return "diamond";
    case Shape::kTriangle:
      return "triangle";
    case Shape::kHexagon:
      return "hexagon";
    case Shape::kPerson:
      return "person";
    case Shape::kStar:
      return "star";
    case Shape::kCross:
      return "cross";
  }
  return "circle";
}

const char* kind_word(Kind kind) {
  switch (kind) {
    case Kind::kNone:
      return "story";
    case Kind::kTrack:
      return "track";
    case Kind::kActor:
      return "actor";
    case Kind::kRelation:
      return "relation";
    case Kind::kEvent:
      return "event";
    case Kind::kPeriod:
      return "period";
    case Kind::kSeries:
      return "series";
    case Kind::kSource:
      return "source";
    case Kind::kTerm:
      return "term";
    case Kind::kTour:
      return "tour";
    case Kind::kStep:
      return "step";
    case Kind::kQuestion:
      return "question";
  }
  return "story";
}

JsonOut neighbour(Ref ref, const std::string& title, const Story& story) {
  if (!ref.valid()) return nullptr;
  return {{"id", story.id_of(ref)}, {"title", title}};
}

}  // namespace

JsonOut id_or_null(Ref ref, const Story& story) {
  if (!ref.valid()) return nullptr;
  return story.id_of(ref);
}

const char* status_word(Status status) {
  switch (status) {
    case Status::kFact:
      return "fact";
    case Status::kClaim:
      return "claim";
    case Status::kDisputed:
      return "disputed";
  }
  return "fact";
}

JsonOut to_json(const CardSource& source, const Story& story) {
  return {{"n", source.number},        {"id", id_or_null(source.ref, story)},
          {"title", source.title},     {"publisher", source.publisher},
          {"date", source.date},       {"url", source.url},
          {"locator", source.locator}, {"supports", source.supports},
          {"seen", source.seen}};
}

JsonOut to_json(const CardChange& change, const Story&) {
  return {{"what", change.what}, {"before", change.before}, {"after", change.after}};
}

JsonOut to_json(const CardView& view, const Story& story) {
  return {{"by", id_or_null(view.by, story)},
          {"who", view.who},
          {"text", view.text},
          {"sources", to_json_list(view.sources, story)}};
}

JsonOut to_json(const CardPhase& phase, const Story& story) {
  return {{"date", phase.date},
          {"label", phase.label},
          {"type", phase.type},
          {"status", status_word(phase.status)},
          {"statusWords", phase.status_words},
          {"valence", phase.valence},
          {"holdsNow", phase.holds_now},
          {"saidBy", phase.said_by},
          {"events", to_json_list(phase.events, story)},
          {"sources", to_json_list(phase.sources, story)}};
}

JsonOut to_json(const CardLink& link, const Story& story) {
  return {{"id", id_or_null(link.ref, story)},
          {"date", link.date},
          {"words", link.words},
          {"detail", link.detail},
          {"status", status_word(link.status)},
          {"holdsNow", link.holds_now}};
}

JsonOut to_json(const CardFigure& figure, const Story&) {
  return {{"date", figure.date},
          {"dateEdtf", figure.edtf},
          {"words", figure.words},
          {"gap", figure.is_gap},
          {"holdsNow", figure.holds_now}};
}

JsonOut to_json(const Card& card, const Story& story) {
  JsonOut out;
  out["id"] = card.id;
  out["kind"] = kind_word(card.ref.kind);
  out["kindWords"] = card.kind_words;
  out["track"] = card.track;
  out["shape"] = shape_word(card.shape);
  if (card.has_status) out["status"] = status_word(card.status);
  out["statusWords"] = card.status_words;
  out["date"] = card.date;
  out["dateEdtf"] = card.date_edtf;
  out["title"] = card.title;
  out["also"] = card.also;
  out["summary"] = card.summary;
  out["body"] = card.body;
  out["changes"] = to_json_list(card.changes, story);
  out["views"] = to_json_list(card.views, story);
  out["phases"] = to_json_list(card.phases, story);
  out["actors"] = to_json_list(card.actors, story);
  out["relations"] = to_json_list(card.relations, story);
  out["events"] = to_json_list(card.events, story);
  out["figures"] = to_json_list(card.figures, story);
  out["sources"] = to_json_list(card.sources, story);
  out["previous"] = neighbour(card.previous, card.previous_title, story);
  out["next"] = neighbour(card.next, card.next_title, story);
  return out;
}

std::string written(const JsonOut& json) {
  return json.dump(-1, ' ', false, JsonOut::error_handler_t::replace);
}

}  // namespace tp
