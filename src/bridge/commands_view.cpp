#include "bridge/commands_view.hpp"

#include <algorithm>

namespace tp {

namespace {

// The things of one kind with those ids; an id that names no such thing is said, and the rest counts.
std::vector<std::uint32_t> indexes(const std::vector<std::string>& ids, Kind kind, const char* what,
                                   const Story& story, CommandResult& out) {
  std::vector<std::uint32_t> list;
  for (const std::string& id : ids) {
    const Ref ref = story.find(id);
    if (ref.kind == kind) {
      list.push_back(ref.index);
    } else {
      out.error = std::string("filter: no ") + what + " of this story has the id \"" + id + "\"";
    }
  }
  return list;
}

void filter(const JsonOut& json, const Story& story, CommandResult& out) {
  Filter filter;
  filter.hidden_tracks = indexes(texts_in(json, "hideTracks"), Kind::kTrack, "track", story, out);
  filter.actors = indexes(texts_in(json, "actors"), Kind::kActor, "actor", story, out);
  for (const std::string& word : texts_in(json, "hideStatuses"))
    for (const Status status : {Status::kFact, Status::kClaim, Status::kDisputed})
      if (word == status_word(status)) filter.hidden_statuses |= Filter::bit(status);
  filter.text = text_in(json, "text");
  filter.mode = text_in(json, "mode") == "hide" ? Filter::Mode::kHide : Filter::Mode::kDim;
  out.actions.push_back(SetFilter{std::move(filter)});
}

void show_step(const JsonOut& json, const Story& story, CommandResult& out) {
  const std::string id = text_in(json, "id");
  const Ref ref = story.find(id);
  if (!id.empty() && ref.kind != Kind::kTour) {
    out.error = "tour: no tour of this story has the id \"" + id + "\"";
    return;
  }
  ShowStep show;
  if (!id.empty()) show.tour = ref.index;
  show.step = static_cast<std::uint32_t>(std::clamp(number_in(json, "step"), 0.0, 1e6));
  out.actions.push_back(show);
}

}  // namespace

bool read_view_command(const std::string& type, const JsonOut& json, const Story& story, CommandResult& out) {
  if (type == "search") {
    const double limit = std::clamp(number_in(json, "limit", 20), 0.0, 1e6);
    out.actions.push_back(Search{text_in(json, "text"), static_cast<std::uint32_t>(limit)});
  } else if (type == "filter") {
    filter(json, story, out);
  } else if (type == "undo") {
    out.actions.push_back(Undo{});
  } else if (type == "redo") {
    out.actions.push_back(Redo{});
  } else if (type == "tour") {
    show_step(json, story, out);
  } else {
    return false;
  }
  return true;
}

}  // namespace tp
