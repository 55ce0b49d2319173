#include "view/card_panel.hpp"

#include <algorithm>

#include "view/pen.hpp"

namespace tp {

namespace {

constexpr double kPadX = 24;
constexpr double kPadTop = 20;
constexpr double kPadBottom = 28;
constexpr double kThumbWidth = 4;
constexpr double kThumbInset = 3;   // from the panel's edges
constexpr double kThumbReach = 10;  // px from the right edge that take hold of it
constexpr double kShortestThumb = 24;

}  // namespace

double CardPanel::most_scroll() const {
  return std::max(0.0, content_ - area_.height);
}

Rect CardPanel::thumb() const {
  if (most_scroll() <= 0) return {};
  const double track = area_.height - 2 * kThumbInset;
  const double height = std::min(track, std::max(kShortestThumb, track * area_.height / content_));
  return {area_.right() - kThumbInset - kThumbWidth,
          area_.y + kThumbInset + (track - height) * scroll_ / most_scroll(), kThumbWidth, height};
}

bool CardPanel::takes(const InputEvent& event, const Rect& area) {
  using Type = InputEvent::Type;
  if (event.type == Type::kKey || event.type == Type::kPinch) return false;
  const bool ours = area.contains(event.at) || press_ != Press::kNone;
  if (!ours || event.type == Type::kPointerLeave) point_at({-1, -1});
  return ours;
}

// Which link is under the pointer, by the places where they were drawn last.
void CardPanel::point_at(Point at) {
  int found = -1;
  if (area_.contains(at)) {
    for (std::size_t i = 0; i < targets_.size() && found < 0; ++i)
      if (targets_[i].rect.contains(at)) found = static_cast<int>(i);
  }
  wants_frame_ |= found != hovered_;
  hovered_ = found;
  last_ = at;
}

void CardPanel::scroll_to(double px) {
  const double before = scroll_;
  scroll_ = std::clamp(px, 0.0, most_scroll());
  wants_frame_ |= scroll_ != before;
}

void CardPanel::press(Point at) {
  const bool on_thumb = at.x >= area_.right() - kThumbReach && most_scroll() > 0;
  press_ = on_thumb ? Press::kThumb : Press::kContent;
  pressed_on_ = on_thumb ? -1 : hovered_;
  wants_frame_ = true;
}

void CardPanel::drag(const InputEvent& event) {
  const double moved = event.at.y - last_.y;
  if (press_ == Press::kThumb) {
    const double free = area_.height - 2 * kThumbInset - thumb().height;
    if (free > 0) scroll_to(scroll_ + moved * most_scroll() / free);
  } else if (press_ == Press::kContent && event.pointer == PointerKind::kTouch) {
    scroll_to(scroll_ - moved);
  }
}

// A click is a press and a release on one and the same link.
void CardPanel::release(Program& program) {
  const int clicked = pressed_on_ == hovered_ ? hovered_ : -1;
  press_ = Press::kNone;
  pressed_on_ = -1;
  wants_frame_ = true;
  if (clicked < 0) return;
  const CardTarget& target = targets_[static_cast<std::size_t>(clicked)];
  if (target.ref.valid() || target.url.empty()) program.push(Select{target.ref});
  if (!target.url.empty() && open_) open_(target.url);
}

bool CardPanel::input(const InputEvent& event, Program& program) {
  using Type = InputEvent::Type;
  if (event.type == Type::kPointerMove) drag(event);
  if (event.type == Type::kWheel) scroll_to(scroll_ + event.wheel.y);
  if (event.type != Type::kPointerLeave) point_at(event.at);
  if (event.type == Type::kPointerDown) press(event.at);
  if (event.type == Type::kPointerCancel) pressed_on_ = -1;
  if (event.type == Type::kPointerUp || event.type == Type::kPointerCancel) release(program);
  return true;
}

void CardPanel::draw(Pen& pen, const Theme& theme, const TextMeasurer& measurer, const Program& program,
                     const Rect& area) {
  wants_frame_ = false;
  area_ = area;
  const Card& card = program.card();
  if (card.id != shown_) {
    shown_ = card.id;
    scroll_ = 0;
  }
  pen.fill(area, theme.paper);
  pen.push_clip(area);
  const double top = area.y + kPadTop - pen.snap(scroll_);
  CardWriter writer(pen, theme, measurer, program.story(), program.state().language, {area.x + kPadX, top},
                    area.width - 2 * kPadX);
  content_ = writer.write(card) + kPadTop + kPadBottom;
  targets_ = writer.targets();
  point_at(last_);
  wants_frame_ = false;
  scroll_to(scroll_);  // a shorter card or a higher panel has less to scroll: drawn so in the next frame
  if (hovered_ >= 0) {
    const Rect& rect = targets_[static_cast<std::size_t>(hovered_)].rect;
    pen.fill({rect.x, rect.bottom() - 1.5, rect.width, 1}, theme.accent);
  }
  if (most_scroll() > 0) {
    const bool held = press_ == Press::kThumb;
    const bool near = held || (area.contains(last_) && last_.x >= area.right() - kThumbReach);
    pen.fill(thumb(), held ? theme.accent : near ? theme.muted : theme.tick, kThumbWidth / 2);
  }
  pen.hairline_down(area.x, area.y, area.bottom(), theme.line);
  pen.hairline_across(area.x, area.right(), area.y, theme.line);
  pen.pop_clip();
}

}  // namespace tp
