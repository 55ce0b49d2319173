#include "platform/picture.hpp"

#include <imgui.h>

#include "app/view_history.hpp"
#include "app/words.hpp"
#include "bridge/commands.hpp"
#include "bridge/exact_view.hpp"
#include "view/draw.hpp"
#include "view/imgui_text_measurer.hpp"
#include "view/pen.hpp"
#include "view/surface.hpp"
#include "view/svg_sheet.hpp"

namespace tp {

namespace {

constexpr double kLongMs = 1000;     // of animation in one frame: nothing moves afterwards
constexpr int kMostFrames = 10'000;  // a large story is read in slices, where it is filtered by words

}  // namespace

bool Picture::add_font(std::span<const unsigned char> file, int weight) {
  if (weight == 0) return fonts_.add_fallback(file);
  return fonts_.add(file, weight >= 550 ? Weight::kSemibold : Weight::kRegular);
}

std::string Picture::command(std::string_view json) {
  if (!program_.has_story()) return "no story";
  CommandResult result = read_command(json, program_.story(), program_.state());
  if (!result.accent.empty() || !result.ink.empty() || !result.paper.empty()) {
    choice_.accent = rgb_of(result.accent);
    choice_.ink = rgb_of(result.ink);
    choice_.paper = rgb_of(result.paper);
  }
  for (Action& action : result.actions) program_.push(std::move(action));
  if (!result.words.empty()) learn_words(result.language, result.words);
  return result.error;
}

// At least one frame, then as many as change something.
void Picture::settle(const TextMeasurer& measurer) {
  program_.frame(kLongMs, measurer);
  for (int i = 0; i < kMostFrames && program_.wants_frame(); ++i) program_.frame(kLongMs, measurer);
}

std::string Picture::svg(std::string_view json) {
  if (!program_.has_story() || !fonts_.ready()) return {};
  Surface surface;
  surface.open(fonts_);
  // Letters are measured and never drawn: no texture is ever asked for.
  ImGui::GetIO().BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
  surface.begin({1, 1}, 1);
  const ImGuiTextMeasurer measurer(fonts_);
  settle(measurer);
  const std::optional<PastView> view = read_exact_view(json, program_);
  if (!view) return {};
  program_.show(*view);
  settle(measurer);
  choice_.dark = program_.state().dark;
  SvgSheet sheet;
  sheet.keep_widths();
  Pen pen(fonts_);
  pen.begin(sheet);
  draw_scene(pen, make_theme(choice_), program_.scene(), program_.borders());
  return svg_group(sheet);
}

}  // namespace tp
