#include "bridge/commands_map.hpp"

#include <algorithm>

#include "app/moments.hpp"
#include "app/relation_class.hpp"
#include "time/date.hpp"

namespace tp {

namespace {

// Nothing, with an error, where the text is no date. Of an interval its begin counts.
std::optional<NamedMoment> moment(const std::string& edtf, CommandResult& out) {
  const DateResult<DateRange> parsed = parse_date_range(edtf);
  if (parsed.value) return named_moment(*parsed.value);
  out.error = "\"" + edtf + "\" is no EDTF date: " + parsed.error.message;
  return std::nullopt;
}

std::optional<ActorIndex> actor(const std::string& id, const Story& story, CommandResult& out) {
  const Ref ref = story.find(id);
  if (ref.kind == Kind::kActor) return ActorIndex(ref.index);
  out.error = "no actor of this story has the id \"" + id + "\"";
  return std::nullopt;
}

void compare(const JsonOut& json, CommandResult& out) {
  const std::string a = text_in(json, "a"), b = text_in(json, "b");
  if (a.empty() && b.empty()) return out.actions.push_back(SetCompare{});
  const std::optional<NamedMoment> first = moment(a, out);
  const std::optional<NamedMoment> second = first ? moment(b, out) : std::nullopt;
  if (second) out.actions.push_back(SetCompare{ComparePair{*first, *second}});
}

void trace(const JsonOut& json, const Story& story, CommandResult& out) {
  const std::string from = text_in(json, "from"), to = text_in(json, "to");
  if (from.empty() && to.empty()) return out.actions.push_back(SetTrace{});
  const std::optional<ActorIndex> first = actor(from, story, out);
  const std::optional<ActorIndex> second = first ? actor(to, story, out) : std::nullopt;
  if (second) out.actions.push_back(SetTrace{TracePair{*first, *second}});
}

void focus(const JsonOut& json, const Story& story, CommandResult& out) {
  const std::string id = text_in(json, "id");
  if (id.empty()) return out.actions.push_back(SetFocus{});
  const std::optional<ActorIndex> center = actor(id, story, out);
  if (!center) return;
  const double wanted = number_in(json, "steps", 1);
  out.actions.push_back(
      SetFocus{FocusPoint{*center, static_cast<int>(std::clamp(wanted, 1.0, double{kMostFocusSteps}))}});
}

void told_by(const JsonOut& json, const Story& story, CommandResult& out) {
  const std::string id = text_in(json, "id");
  if (id.empty()) return out.actions.push_back(SetTeller{});
  if (const std::optional<ActorIndex> teller = actor(id, story, out))
    out.actions.push_back(SetTeller{*teller});
}

void brush(const JsonOut& json, CommandResult& out) {
  const std::string edtf = text_in(json, "range");
  if (edtf.empty()) return out.actions.push_back(SetBrush{});
  const DateResult<DateRange> parsed = parse_date_range(edtf);
  if (parsed.value) {
    out.actions.push_back(SetBrush{BrushRange{to_edtf(*parsed.value), parsed.value->outer()}});
  } else {
    out.error = "\"" + edtf + "\" is no EDTF date or interval: " + parsed.error.message;
  }
}

void hide_relations(const JsonOut& json, CommandResult& out) {
  RelationClasses hidden = 0;
  for (const std::string& key : texts_in(json, "keys")) {
    const std::optional<RelationClass> c = class_named(key);
    if (!c) {
      out.error = "the legend has no entry \"" + key + "\"";
      return;
    }
    hidden |= bit_of(*c);
  }
  out.actions.push_back(HideRelations{hidden});
}

}  // namespace

bool read_map_command(const std::string& type, const JsonOut& json, const Story& story, CommandResult& out) {
  if (type == "compare") {
    compare(json, out);
  } else if (type == "swap") {
    out.actions.push_back(SwapCompare{});
  } else if (type == "trace") {
    trace(json, story, out);
  } else if (type == "focus") {
    focus(json, story, out);
  } else if (type == "toldBy") {
    told_by(json, story, out);
  } else if (type == "ghosts") {
    out.actions.push_back(SetGhosts{truth_in(json, "on")});
  } else if (type == "places") {
    out.actions.push_back(SetPlaces{truth_in(json, "on")});
  } else if (type == "brush") {
    brush(json, out);
  } else if (type == "hideRelations") {
    hide_relations(json, out);
  } else {
    return false;
  }
  if (!out.error.empty()) out.error = type + ": " + out.error;
  return true;
}

}  // namespace tp
