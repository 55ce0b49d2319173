// What does a window of our own show beside and above the picture? The card, the author's banner, the debug
// overlay.
#pragma once

#include <string>

#include "platform/panels.hpp"
#include "view/card_panel.hpp"
#include "view/debug_overlay.hpp"

namespace tp {

class DesktopPanels final : public Panels {
 public:
  /// One line across the top, for the author; empty: none.
  void set_banner(std::string text) { banner_ = std::move(text); }
  /// Who opens links of the card in a browser; nobody by default.
  void on_open_link(CardPanel::Open open) { card_.on_open_link(std::move(open)); }

  bool input(const InputEvent& event, Program& program) override;
  void draw(Pen& pen, const Theme& theme, const TextMeasurer& measurer, const Program& program) override;
  void draw_above(Pen& pen, const Theme& theme, const Program& program, double cpu_ms) override;
  bool wants_frame() const override { return card_.wants_frame(); }
  bool over_link() const override { return card_.over_link(); }

 private:
  CardPanel card_;
  DebugOverlay debug_;
  std::string banner_;
};

}  // namespace tp
