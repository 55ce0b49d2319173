#include "bridge/commands.hpp"

#include <cmath>
#include <cstdlib>

#include "app/moments.hpp"
#include "bridge/commands_map.hpp"
#include "bridge/commands_view.hpp"
#include "time/date.hpp"

namespace tp {

namespace {

using Json = JsonOut;

constexpr double kMostPx = 32768;

Rect rect(const Json& json, const char* key) {
  const auto found = json.find(key);
  if (found == json.end() || !found->is_array() || found->size() != 4) return {};
  double v[4];
  for (std::size_t i = 0; i < 4; ++i) {
    if (!(*found)[i].is_number()) return {};
    v[i] = std::min(kMostPx, std::max(-kMostPx, (*found)[i].get<double>()));
  }
  return {v[0], v[1], std::max(0.0, v[2]), std::max(0.0, v[3])};
}

LayoutKind kind(const std::string& words, Size container) {
  if (words == "wide") return LayoutKind::kWide;
  if (words == "medium") return LayoutKind::kMedium;
  if (words == "narrow") return LayoutKind::kNarrow;
  if (words == "short") return LayoutKind::kShort;
  return layout_kind(container);
}

void resize(const Json& json, CommandResult& out) {
  Panes panes;
  panes.canvas = {std::min(kMostPx, std::max(0.0, number_in(json, "width"))),
                  std::min(kMostPx, std::max(0.0, number_in(json, "height")))};
  panes.map = rect(json, "map");
  panes.timeline = rect(json, "timeline");
  panes.kind = kind(text_in(json, "kind"), panes.canvas);
  panes.touch = truth_in(json, "touch");
  out.dpr = std::min(8.0, std::max(0.25, number_in(json, "dpr", 1)));
  out.actions.push_back(Resize{panes});
}

// Of the interface in another language: texts by their names.
void words(const Json& json, CommandResult& out) {
  out.language = text_in(json, "language");
  const auto found = json.find("words");
  if (out.language.empty() || found == json.end() || !found->is_object()) {
    out.error = "words: a \"language\" and an object of \"words\" are needed";
    return;
  }
  for (const auto& [name, text] : found->items())
    if (text.is_string()) out.words.emplace_back(name, text.get<std::string>());
}

void select(const Json& json, const Story& story, CommandResult& out) {
  const std::string id = text_in(json, "id");
  const Ref ref = story.find(id);
  if (!id.empty() && !ref.valid()) {
    out.error = "select: nothing in this story has the id \"" + id + "\"";
    return;
  }
  Select action{ref};
  action.move_playhead = !json.contains("movePlayhead") || truth_in(json, "movePlayhead");
  out.actions.push_back(action);
}

void set_time(const Json& json, CommandResult& out) {
  const std::string edtf = text_in(json, "edtf");
  const DateResult<DateRange> parsed = parse_date_range(edtf);
  if (!parsed.value) {
    out.error = "setTime: \"" + edtf + "\" is no EDTF date: " + parsed.error.message;
    return;
  }
  out.actions.push_back(SetPlayhead{moment_of(*parsed.value)});
}

// An empty id is what is selected.
void read_timeline_command(const std::string& type, const Json& json, const Story& story,
                           CommandResult& out) {
  if (type == "showRange") {
    const std::string edtf = text_in(json, "range");
    const DateResult<DateRange> parsed = parse_date_range(edtf);
    if (parsed.value) {
      out.actions.push_back(ShowRange{parsed.value->outer()});
    } else {
      out.error = "showRange: \"" + edtf + "\" is no EDTF interval: " + parsed.error.message;
    }
    return;
  }
  const std::string id = text_in(json, "id");
  const Ref ref = story.find(id);
  if (!id.empty() && (!ref.valid() || (type == "fold" && ref.kind != Kind::kTrack))) {
    out.error =
        type + ": no " + (type == "fold" ? "track" : "thing") + " of this story has the id \"" + id + "\"";
  } else if (type == "fold") {
    out.actions.push_back(Fold{ref, !json.contains("folded") || truth_in(json, "folded")});
  } else {
    out.actions.push_back(FitTo{ref});
  }
}

}  // namespace

double number_in(const Json& json, const char* key, double otherwise) {
  const auto found = json.find(key);
  if (found == json.end() || !found->is_number()) return otherwise;
  const double value = found->get<double>();
  return std::isfinite(value) ? value : otherwise;
}

bool truth_in(const Json& json, const char* key) {
  const auto found = json.find(key);
  return found != json.end() && found->is_boolean() && found->get<bool>();
}

std::string text_in(const Json& json, const char* key) {
  const auto found = json.find(key);
  return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::vector<std::string> texts_in(const Json& json, const char* key) {
  std::vector<std::string> texts;
  const auto found = json.find(key);
  if (found == json.end() || !found->is_array()) return texts;
  for (const Json& one : *found)
    if (one.is_string()) texts.push_back(one.get<std::string>());
  return texts;
}

std::optional<Rgb> rgb_of(const std::string& text) {
  if (text.size() != 7 || text[0] != '#') return std::nullopt;
  char* end = nullptr;
  const unsigned long value = std::strtoul(text.c_str() + 1, &end, 16);
  if (*end != '\0') return std::nullopt;
  return Rgb{static_cast<std::uint8_t>(value >> 16), static_cast<std::uint8_t>(value >> 8 & 255),
             static_cast<std::uint8_t>(value & 255)};
}

CommandResult read_command(std::string_view source, const Story& story, const State& state) {
  CommandResult out;
  const Json json = Json::parse(source.begin(), source.end(), nullptr, false);
  if (!json.is_object()) {
    out.error = "a command is a JSON object with a \"type\"";
    return out;
  }
  const std::string type = text_in(json, "type");
  if (type == "resize") {
    resize(json, out);
  } else if (type == "appearance") {
    out.actions.push_back(SetAppearance{truth_in(json, "dark"), truth_in(json, "reducedMotion")});
    out.accent = text_in(json, "accent");
    out.ink = text_in(json, "ink");
    out.paper = text_in(json, "paper");
  } else if (type == "language") {
    out.actions.push_back(SetLanguage{text_in(json, "language")});
  } else if (type == "words") {
    words(json, out);
  } else if (type == "select") {
    select(json, story, out);
  } else if (type == "setTime") {
    set_time(json, out);
  } else if (type == "next" || type == "previous") {
    out.actions.push_back(SelectNext{type == "next" ? 1 : -1});
  } else if (type == "play" || type == "pause") {
    out.actions.push_back(SetPlaying{type == "play"});
  } else if (type == "fit") {
    out.actions.push_back(FitAll{});
    out.actions.push_back(FitMap{});
  } else if (type == "zoom") {
    out.actions.push_back(
        ZoomTimeline{number_in(json, "x", state.plot_width / 2), number_in(json, "factor", 1), true});
  } else if (type == "pan") {
    out.actions.push_back(PanTimeline{number_in(json, "by")});
  } else if (type == "fold" || type == "fitTo" || type == "showRange") {
    read_timeline_command(type, json, story, out);
  } else if (type == "locate") {
    out.locate = text_in(json, "id");
  } else if (!read_view_command(type, json, story, out) && !read_map_command(type, json, story, out) &&
             type != "visible") {
    out.error = "no command is called \"" + type + "\"";
  }
  return out;
}

}  // namespace tp
