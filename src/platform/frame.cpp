#include "platform/frame.hpp"

#include <algorithm>
#include <chrono>

#include "view/draw.hpp"

namespace tp {

namespace {

constexpr int kMostTries = 6;        // of drawing while the glyphs' texture grows: each doubles it
constexpr double kLongestStep = 50;  // ms: after a stall an animation goes on, it does not jump to its end

double clock_ms() {
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

}  // namespace

bool FrameRunner::add_font(std::span<const unsigned char> file, int weight) {
  if (weight == 0) return fonts_.add_fallback(file);
  return fonts_.add(file, weight >= 550 ? Weight::kSemibold : Weight::kRegular);
}

bool FrameRunner::open(const WindowRequest& request, std::string& reason) {
  if (!fonts_.ready()) {
    reason = "no font";
    return false;
  }
  if (!window_.open(request, reason)) return false;
  surface_.open(fonts_);
  if (renderer_.open()) return true;
  reason = "the OpenGL renderer did not start";
  close();
  return false;
}

void FrameRunner::close() {
  if (window_.is_open()) meshes_.close();
  renderer_.close();
  surface_.close();
  window_.close();
}

bool FrameRunner::input(const InputEvent& event) {
  if (panels_ && is_open() && panels_->input(event, program_)) return true;
  return program_.input(event);
}

void FrameRunner::set_density(double density) {
  if (density > 0) density_ = std::clamp(density, 0.5, 8.0);
}

void FrameRunner::set_colors(const HostColors& colors) {
  colors_ = colors;
}

double FrameRunner::elapsed_since_last(double now_ms) {
  const double elapsed = last_ms_ < 0 ? 0 : std::max(0.0, now_ms - last_ms_);
  last_ms_ = now_ms;
  // While playing waits at an event its time counts in full; a reader's pause never does.
  if (program_.has_story() && program_.state().playback.playing && rested_) return elapsed;
  return rested_ ? 0 : std::min(elapsed, kLongestStep);
}

void FrameRunner::choose_theme() {
  const ThemeChoice choice{program_.state().dark, colors_.accent, colors_.ink, colors_.paper};
  if (choice == theme_choice_) return;
  theme_choice_ = choice;
  theme_ = make_theme(choice);
}

bool FrameRunner::frame(double now_ms) {
  if (!is_open() || lost_ || !program_.has_story()) return false;
  const double started = clock_ms();
  const double elapsed = elapsed_since_last(now_ms);

  renderer_.begin_frame();
  const Size px = size_px();
  surface_.begin({px.width / density_, px.height / density_}, density_);

  changes_ = program_.frame(elapsed, measurer_);
  choose_theme();
  draw();
  for (int tries = 1; surface_.is_outdated() && tries < kMostTries; ++tries) {
    surface_.begin_again();
    draw();
  }
  ImDrawData& triangles = surface_.end();
  cpu_ms_ = clock_ms() - started;
  renderer_.draw(triangles, px, theme_.paper);
  if (!target_px_) window_.present();
  ++frames_;
  const Cursor cursor = panels_ && panels_->over_link() ? Cursor::kPointer : program_.cursor();
  if (cursor != shown_cursor_) window_.set_cursor(cursor);
  shown_cursor_ = cursor;

  const bool another = program_.wants_frame() || panels_want_frame();
  rested_ = !another;
  return another;
}

double FrameRunner::next_frame_in_ms() const {
  if (panels_want_frame()) return 0;
  return program_.next_frame_in_ms();
}

void FrameRunner::draw() {
  pen_.begin(surface_.picture(), density_);
  meshes_.set_screen({size_px().width / density_, size_px().height / density_}, density_);
  pen_.set_meshes(&meshes_);
  draw_scene(pen_, theme_, program_.scene(), program_.borders());
  if (!panels_) return;
  panels_->draw(pen_, theme_, measurer_, program_);
  pen_.begin(surface_.overlay(), density_);
  panels_->draw_above(pen_, theme_, program_, cpu_ms_);
}

void FrameRunner::context_lost() {
  lost_ = true;
  meshes_.forget();
  renderer_.close();
}

void FrameRunner::context_restored() {
  if (is_open()) lost_ = !renderer_.open();
}

}  // namespace tp
