#include "view/card_panel.hpp"

#include <imgui.h>

#include "view/card_writer.hpp"
#include "view/pen.hpp"
#include "view/to_imgui.hpp"

namespace tp {

namespace {

constexpr int kFramesToAnswer = 3;
constexpr double kPadX = 24;
constexpr double kPadTop = 20;
constexpr double kPadBottom = 28;
constexpr double kWheelPerNotch = 60;  // px of scrolling that Dear ImGui takes for one notch of a wheel

// Pushes what makes the panel look like the rest of the picture, and takes it back.
class PanelStyle {
 public:
  PanelStyle(const Theme& theme) {
    const auto color = [&](ImGuiCol which, Color value) {
      ImGui::PushStyleColor(which, packed(value));
      ++colors_;
    };
    color(ImGuiCol_WindowBg, theme.paper);
    color(ImGuiCol_ScrollbarBg, theme.paper.faded(0));
    color(ImGuiCol_ScrollbarGrab, theme.tick);
    color(ImGuiCol_ScrollbarGrabHovered, theme.muted);
    color(ImGuiCol_ScrollbarGrabActive, theme.accent);
    const auto number = [&](ImGuiStyleVar which, float value) {
      ImGui::PushStyleVar(which, value);
      ++numbers_;
    };
    number(ImGuiStyleVar_WindowBorderSize, 0);
    number(ImGuiStyleVar_WindowRounding, 0);
    number(ImGuiStyleVar_ScrollbarSize, 10);
    number(ImGuiStyleVar_ScrollbarRounding, 5);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
    numbers_ += 2;
  }
  ~PanelStyle() {
    ImGui::PopStyleVar(numbers_);
    ImGui::PopStyleColor(colors_);
  }
  PanelStyle(const PanelStyle&) = delete;
  PanelStyle& operator=(const PanelStyle&) = delete;

 private:
  int colors_ = 0;
  int numbers_ = 0;
};

void hairlines(Pen& pen, const Theme& theme, const Rect& area) {
  pen.hairline_down(area.x, area.y, area.bottom(), theme.line);
  pen.hairline_across(area.x, area.right(), area.y, theme.line);
}

}  // namespace

bool CardPanel::takes(const InputEvent& event, const Rect& area) {
  using Type = InputEvent::Type;
  if (event.type == Type::kKey || event.type == Type::kPinch) return false;
  const bool inside = area.contains(event.at);
  if (event.type == Type::kPointerDown) pressed_ = inside;
  const bool ours = inside || pressed_;
  if (event.type == Type::kPointerUp || event.type == Type::kPointerCancel) pressed_ = false;
  if (!ours && over_link_) {
    over_link_ = false;
    frames_wanted_ = kFramesToAnswer;
  }
  return ours;
}

bool CardPanel::input(const InputEvent& event) {
  using Type = InputEvent::Type;
  ImGuiIO& io = ImGui::GetIO();
  io.AddMousePosEvent(static_cast<float>(event.at.x), static_cast<float>(event.at.y));
  if (event.type == Type::kPointerDown) io.AddMouseButtonEvent(ImGuiMouseButton_Left, true);
  if (event.type == Type::kPointerUp || event.type == Type::kPointerCancel)
    io.AddMouseButtonEvent(ImGuiMouseButton_Left, false);
  if (event.type == Type::kWheel) {
    io.AddMouseWheelEvent(static_cast<float>(-event.wheel.x / kWheelPerNotch),
                          static_cast<float>(-event.wheel.y / kWheelPerNotch));
  }
  frames_wanted_ = kFramesToAnswer;
  return true;
}

void CardPanel::draw(Pen& pen, const Theme& theme, const TextMeasurer& measurer, Program& program,
                     const Rect& area) {
  if (frames_wanted_ > 0) --frames_wanted_;
  over_link_ = false;
  const PanelStyle style(theme);
  ImGui::SetNextWindowPos(vec(area.x, area.y));
  ImGui::SetNextWindowSize(vec(area.width, area.height));
  constexpr ImGuiWindowFlags kFlags = ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize |
                                      ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoCollapse |
                                      ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoNav |
                                      ImGuiWindowFlags_NoBringToFrontOnFocus;
  if (ImGui::Begin("card", nullptr, kFlags)) {
    const Card& card = program.card();
    if (card.id != shown_ || ImGui::IsWindowAppearing()) {
      ImGui::SetScrollY(0);
      shown_ = card.id;
      frames_wanted_ = std::max(frames_wanted_, 1);  // the scrollbar's length follows one frame later
    }
    pen.begin(*ImGui::GetWindowDrawList(), pen.density());
    const ImVec2 start = ImGui::GetCursorScreenPos();
    const Point top_left{static_cast<double>(start.x) + kPadX, static_cast<double>(start.y) + kPadTop};
    CardWriter writer(pen, theme, measurer, program.story(), program.state().language, top_left,
                      area.width - 2 * kPadX);
    const double height = writer.write(card);
    int number = 0;
    for (const CardTarget& target : writer.targets()) {
      ImGui::SetCursorScreenPos(vec(target.rect.x, target.rect.y));
      ImGui::PushID(number++);
      if (ImGui::InvisibleButton("link", vec(target.rect.width, target.rect.height))) {
        if (target.ref.valid() || target.url.empty()) program.push(Select{target.ref});
        if (!target.url.empty() && open_) open_(target.url);
      }
      if (ImGui::IsItemHovered()) {
        over_link_ = true;
        pen.fill({target.rect.x, target.rect.bottom() - 1.5, target.rect.width, 1}, theme.accent);
      }
      ImGui::PopID();
    }
    ImGui::SetCursorScreenPos(start);
    ImGui::Dummy(vec(1, height + kPadTop + kPadBottom));
    hairlines(pen, theme, area);
  }
  ImGui::End();
}

}  // namespace tp
