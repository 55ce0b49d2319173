// How is the card read in a window of our own? The native panel: everything of the card, scrolling, its links
// clickable.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "app/program.hpp"
#include "view/card_writer.hpp"
#include "view/theme.hpp"

namespace tp {

class Pen;

/// On a page the card is HTML and nobody asks for this. Links lead to actions, sources to the browser.
class CardPanel {
 public:
  using Open = std::function<void(const std::string&)>;

  void on_open_link(Open open) { open_ = std::move(open); }

  /// True for input over the panel, and for the rest of a press that began there.
  bool takes(const InputEvent& event, const Rect& area);
  /// Scrolls, points or clicks, where `takes` said so. Clicks become actions of the program. Always used.
  bool input(const InputEvent& event, Program& program);

  /// Covers `area`.
  void draw(Pen& pen, const Theme& theme, const TextMeasurer& measurer, const Program& program,
            const Rect& area);

  /// Something that the last input changed has not been drawn yet.
  bool wants_frame() const { return wants_frame_; }
  bool over_link() const { return hovered_ >= 0; }
  double scroll() const { return scroll_; }  ///< CSS px from the card's top
  double most_scroll() const;                ///< CSS px
  /// The links as they were drawn last, in CSS px of the canvas.
  const std::vector<CardTarget>& targets() const { return targets_; }

 private:
  enum class Press : std::uint8_t { kNone, kContent, kThumb };
  Rect thumb() const;
  void point_at(Point at);
  void scroll_to(double px);
  void press(Point at);
  void drag(const InputEvent& event);
  void release(Program& program);

  Open open_;
  std::string shown_;  // the id of the card on screen: another one starts at its top
  Rect area_;
  double content_ = 0;  // height of the card, CSS px
  double scroll_ = 0;
  std::vector<CardTarget> targets_;
  int hovered_ = -1;  // of targets_
  int pressed_on_ = -1;
  Press press_ = Press::kNone;
  Point last_{-1, -1};
  bool wants_frame_ = false;
};

}  // namespace tp
