// What happens in a frame, in which order? The one place where program, view and window meet.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "app/program.hpp"
#include "platform/mesh_layer.hpp"
#include "platform/panels.hpp"
#include "platform/renderer.hpp"
#include "platform/window.hpp"
#include "view/fonts.hpp"
#include "view/imgui_text_measurer.hpp"
#include "view/pen.hpp"
#include "view/surface.hpp"
#include "view/theme.hpp"

namespace tp {

/// Colours that the host's style sets.
struct HostColors {
  std::optional<Rgb> accent, ink, paper;
  friend bool operator==(const HostColors&, const HostColors&) = default;
};

/// Anatomy of a frame (see `frame`):
///   1. collect   input and commands have been queued in the program since the last frame; time joins them
///   2. update    the program applies them in order; nothing else writes state
///   3. lay out   what changed is placed anew, with the real widths of words
///   4. draw      scene to triangles; what the card's panel draws here was clicked in step 1
///   5. publish   what changed is left in `changes()` for the page; the GPU shows the triangles
///   6. rest      the answer says whether another frame would differ from this one
class FrameRunner {
 public:
  FrameRunner() = default;
  ~FrameRunner() { close(); }
  FrameRunner(const FrameRunner&) = delete;
  FrameRunner& operator=(const FrameRunner&) = delete;

  /// TrueType bytes, before `open`: weight 400 or 600, 0 for letters that neither has. False: not a font.
  bool add_font(std::span<const unsigned char> file, int weight);
  /// False, with a reason of one line, where there is no font or no GL context.
  bool open(const WindowRequest& request, std::string& reason);
  /// Gives everything back; `open` may follow again.
  void close();
  bool is_open() const { return surface_.is_open(); }
  /// What stands beside and above the picture; nothing by default. Must outlive this.
  void set_panels(Panels* panels) { panels_ = panels; }

  Diagnostics load(std::string_view json) { return program_.load(json); }
  /// True where it was used, false where it belongs to the page.
  bool input(const InputEvent& event);
  /// Device px for each CSS px.
  void set_density(double density);
  void set_colors(const HostColors& colors);
  /// Draws into whatever is bound, of this size in device px, in place of the window; nothing: into the
  /// window.
  void set_target(std::optional<Size> size_px) { target_px_ = size_px; }

  /// Draws one frame. `now_ms`: any steady clock. True: call again at once; false: rest until something comes
  /// in, or for `next_frame_in_ms()`.
  bool frame(double now_ms);
  /// Milliseconds until something changes by itself; −1: never.
  double next_frame_in_ms() const;
  /// What the last frame changed.
  const FrameChanges& changes() const { return changes_; }

  /// The GPU forgot everything (`webglcontextlost`): no frames until it is back.
  void context_lost();
  void context_restored();

  Program& program() { return program_; }
  const Program& program() const { return program_; }
  Window& window() { return window_; }
  double density() const { return density_; }
  const Theme& theme() const { return theme_; }
  double cpu_ms() const { return cpu_ms_; }  ///< of the last frame, without waiting for the GPU
  long long frames_drawn() const { return frames_; }

 private:
  Size size_px() const { return target_px_ ? *target_px_ : window_.size_px(); }
  double elapsed_since_last(double now_ms);
  void choose_theme();
  bool panels_want_frame() const { return panels_ && panels_->wants_frame(); }
  void draw();

  Program program_;
  Window window_;
  Renderer renderer_;
  Fonts fonts_;
  ImGuiTextMeasurer measurer_{fonts_};
  Pen pen_{fonts_};
  Surface surface_;
  MeshLayer meshes_;
  Panels* panels_ = nullptr;
  ThemeChoice theme_choice_;
  Theme theme_ = make_theme({});
  HostColors colors_;
  std::optional<Size> target_px_;
  FrameChanges changes_;
  double density_ = 1;
  Cursor shown_cursor_ = Cursor::kDefault;
  double last_ms_ = -1;
  bool rested_ = true;
  bool lost_ = false;
  double cpu_ms_ = 0;
  long long frames_ = 0;
};

}  // namespace tp
