// How is the card read in a window of our own? The native panel: everything of the card, scrolling, its links
// clickable.
#pragma once

#include <functional>
#include <string>

#include "app/program.hpp"
#include "view/theme.hpp"

namespace tp {

class Pen;

/// On a page the card is HTML and this draws nothing. Links lead to actions, sources to the browser.
class CardPanel {
 public:
  using Act = std::function<void(Action)>;
  using Open = std::function<void(const std::string&)>;

  void on_open_link(Open open) { open_ = std::move(open); }

  /// True for input over the panel, and for the rest of a press that began there.
  bool takes(const InputEvent& event, const Rect& area);
  /// Hands it to Dear ImGui. Always used.
  bool input(const InputEvent& event);

  /// Draws into a Dear ImGui window that covers `area`. Clicks become actions of the program, in its next
  /// frame.
  void draw(Pen& pen, const Theme& theme, const TextMeasurer& measurer, Program& program, const Rect& area);

  /// Dear ImGui needs a frame or two to answer a click.
  bool wants_frame() const { return frames_wanted_ > 0; }
  bool over_link() const { return over_link_; }

 private:
  Open open_;
  std::string shown_;  // the id of the card on screen: another one starts at its top
  int frames_wanted_ = 0;
  bool pressed_ = false;
  bool over_link_ = false;
};

}  // namespace tp
