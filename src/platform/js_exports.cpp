// Which functions does the page call, and how is it called back? One program for each instance of the module;
// every pointer from the page is copied before these return. Part of the web program only.
#include <emscripten.h>

#include <cstdlib>
#include <cstring>
#include <memory>
#include <string>

#include "app/words.hpp"
#include "bridge/commands.hpp"
#include "bridge/messages.hpp"
#include "bridge/messages_map.hpp"
#include "platform/frame.hpp"

// clang-format off
EM_JS(void, tp_post, (const char* json), { Module["tpOnMessage"](UTF8ToString(json)); });
EM_JS(void, tp_ask_for_frame, (double delay_ms), { Module["tpRequestFrame"](delay_ms); });
// clang-format on

namespace tp {
namespace {

class WebProgram {
 public:
  FrameRunner& runner() { return runner_; }

  bool open() {
    std::string reason;
    if (runner_.open({}, reason)) return true;
    tp_post(error_message("no-webgl2", reason).c_str());
    return false;
  }

  bool load(std::string_view json) {
    const Diagnostics diagnostics = runner_.load(json);
    if (!diagnostics.items.empty()) tp_post(diagnostics_message(diagnostics, "story").c_str());
    if (diagnostics.refuses()) return false;
    tp_post(ready_message(runner_.program()).c_str());
    want_frame();
    return true;
  }

  void command(std::string_view json) {
    Program& program = runner_.program();
    if (!program.has_story()) return;
    CommandResult result = read_command(json, program.story(), program.state());
    if (!result.error.empty()) tp_post(error_message("bad-command", result.error).c_str());
    if (result.dpr > 0) runner_.set_density(result.dpr);
    if (!result.accent.empty() || !result.ink.empty() || !result.paper.empty())
      runner_.set_colors({rgb_of(result.accent), rgb_of(result.ink), rgb_of(result.paper)});
    for (Action& action : result.actions) program.push(std::move(action));
    if (!result.words.empty()) learn_words(result.language, result.words);
    if (!result.locate.empty()) tp_post(located_message(result.locate, program).c_str());
    if (!result.actions.empty()) want_frame();
  }

  bool input(const InputEvent& event) {
    const bool used = runner_.input(event);
    if (runner_.program().wants_frame()) want_frame();
    return used;
  }

  // 1: another frame at once. While playing waits, the page is asked to come back later.
  int frame(double now_ms) {
    asked_ = false;
    const long long before = runner_.frames_drawn();
    const bool another = runner_.frame(now_ms);
    if (runner_.frames_drawn() == before) return 0;
    publish();
    const double wait = runner_.next_frame_in_ms();
    if (!another && wait > 0) tp_ask_for_frame(wait);
    return another ? 1 : 0;
  }

  std::string card(std::string_view id) const {
    const Program& program = runner_.program();
    if (!program.has_story()) return {};
    const Ref ref = program.story().find(id);
    if (!id.empty() && !ref.valid()) return "null";
    const State& state = program.state();
    return card_json(
        make_card(program.story(), program.index(), ref, state.at, state.language, &program.shown()),
        program.story());
  }

 private:
  void want_frame() {
    if (asked_) return;
    asked_ = true;
    tp_ask_for_frame(0);
  }

  // Every frame counts in the state, so a frame that changed nothing else still says so; the page merges.
  void publish() {
    const Program& program = runner_.program();
    const FrameChanges& changes = runner_.changes();
    tp_post(change_message(program, runner_.frames_drawn(), runner_.cpu_ms()).c_str());
    if (changes.selection) tp_post(select_message(program).c_str());
    if (changes.card) tp_post(card_message(program.card(), program.story()).c_str());
    if (changes.comparison) tp_post(comparison_message(program).c_str());
    if (changes.chains) tp_post(chains_message(program).c_str());
    if (changes.found) tp_post(found_message(program).c_str());
    if (changes.facets) publish_facets(program);
    if (changes.step) tp_post(step_message(program).c_str());
    if (changes.cursor) tp_post(cursor_message(program.cursor()).c_str());
    if (!changes.announcement.empty()) tp_post(announce_message(changes.announcement).c_str());
  }

  void publish_facets(const Program& program) {
    std::string facets = facets_message(program);
    if (facets == facets_) return;
    facets_ = std::move(facets);
    tp_post(facets_.c_str());
  }

  FrameRunner runner_;
  std::string facets_;  // as last told
  bool asked_ = false;
};

std::unique_ptr<WebProgram>& instance() {
  static std::unique_ptr<WebProgram> program;
  return program;
}

WebProgram& web() {
  if (!instance()) instance() = std::make_unique<WebProgram>();
  return *instance();
}

std::string_view view_of(const char* text) {
  return text ? std::string_view(text) : std::string_view();
}

}  // namespace
}  // namespace tp

extern "C" {

EMSCRIPTEN_KEEPALIVE void tp_font(const unsigned char* bytes, int length, int weight) {
  tp::web().runner().add_font({bytes, static_cast<std::size_t>(length)}, weight);
}

EMSCRIPTEN_KEEPALIVE int tp_open() {
  return tp::web().open() ? 1 : 0;
}

EMSCRIPTEN_KEEPALIVE int tp_load(const char* json, int length) {
  return tp::web().load({json, static_cast<std::size_t>(length)}) ? 1 : 0;
}

/// Coasts and borders of the geographic map, when it is shown first.
EMSCRIPTEN_KEEPALIVE int tp_borders(const unsigned char* bytes, int length) {
  return tp::web().runner().program().set_borders({bytes, static_cast<std::size_t>(length)}) ? 1 : 0;
}

EMSCRIPTEN_KEEPALIVE void tp_command(const char* json) {
  tp::web().command(tp::view_of(json));
}

EMSCRIPTEN_KEEPALIVE int tp_input(int type, int pointer, double x, double y, double wheel_x, double wheel_y,
                                  double pinch, int clicks, int key, int shift, int zoom_modifier, int pane) {
  tp::InputEvent event;
  event.type = static_cast<tp::InputEvent::Type>(type);
  event.pointer = static_cast<tp::PointerKind>(pointer);
  event.at = {x, y};
  event.wheel = {wheel_x, wheel_y};
  event.pinch = pinch;
  event.clicks = clicks;
  event.key = static_cast<tp::Key>(key);
  event.shift = shift != 0;
  event.zoom_modifier = zoom_modifier != 0;
  event.pane = static_cast<tp::PaneFocus>(pane);
  return tp::web().input(event) ? 1 : 0;
}

EMSCRIPTEN_KEEPALIVE int tp_frame(double now_ms) {
  return tp::web().frame(now_ms);
}

EMSCRIPTEN_KEEPALIVE void tp_context_lost() {
  tp::web().runner().context_lost();
}

EMSCRIPTEN_KEEPALIVE void tp_context_restored() {
  tp::web().runner().context_restored();
}

EMSCRIPTEN_KEEPALIVE void tp_close() {
  tp::instance().reset();
}

/// The caller frees what it gets; null where there is no story.
EMSCRIPTEN_KEEPALIVE char* tp_card(const char* id) {
  const std::string json = tp::web().card(tp::view_of(id));
  if (json.empty()) return nullptr;
  char* copy = static_cast<char*>(std::malloc(json.size() + 1));
  if (copy) std::memcpy(copy, json.c_str(), json.size() + 1);
  return copy;
}

}  // extern "C"
