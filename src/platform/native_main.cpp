// The desktop program: a window on a story, or a picture of one.
#include <SDL.h>

#include <cstdio>

#include "app/moments.hpp"
#include "bridge/commands.hpp"
#include "platform/desktop_panels.hpp"
#include "platform/files.hpp"
#include "platform/frame.hpp"
#include "platform/native_input.hpp"
#include "platform/options.hpp"
#include "platform/snapshot.hpp"

namespace tp {
namespace {

constexpr const char* kDefaultStory = "assets/story/us-azerbaijan.json";
constexpr int kWatchEveryMs = 250;
constexpr int kMostSettlingFrames = 600;
constexpr double kFrameMs = 16;

struct FontFile {
  const char* name;
  int weight;
};
constexpr FontFile kFonts[] = {
    {"turning-point-sans-regular.ttf", 400},          {"turning-point-sans-semibold.ttf", 600},
    {"turning-point-sans-european-regular.ttf", 400}, {"turning-point-sans-european-semibold.ttf", 600},
    {"turning-point-sans-cyrillic-regular.ttf", 400}, {"turning-point-sans-cyrillic-semibold.ttf", 600},
    {"turning-point-sans-extra-regular.ttf", 400},    {"turning-point-sans-extra-semibold.ttf", 600}};

int fail(const std::string& line) {
  std::fprintf(stderr, "turning-point: %s\n", line.c_str());
  return 1;
}

class NativeProgram {
 public:
  explicit NativeProgram(Options options) : options_(std::move(options)) { runner_.set_panels(&panels_); }

  int run() {
    if (!find_story())
      return fail("no story given, and " + std::string(kDefaultStory) + " is not beside the program");
    if (!load_fonts()) return fail("no fonts: build/fonts is made by ./scripts/setup");
    std::string reason;
    WindowRequest request;
    request.size = options_.size;
    request.visible = options_.screenshot.empty();
    if (!runner_.open(request, reason)) return fail(reason);
    load_borders();
    const bool loaded = read_story_file();
    if (!loaded && !options_.watch) return 1;
    panels_.on_open_link([](const std::string& url) { SDL_OpenURL(url.c_str()); });
    return options_.screenshot.empty() ? run_window() : take_screenshot();
  }

 private:
  bool find_story() {
    story_ = options_.story;
    if (!story_.empty()) return true;
    const auto found = find_beside_program(kDefaultStory);
    if (found) story_ = *found;
    return found.has_value();
  }

  bool load_fonts() {
    const auto folder = find_beside_program("build/fonts");
    if (!folder) return false;
    bool any = false;
    for (const FontFile& font : kFonts) {
      const auto bytes = read_file(*folder / font.name);
      if (!bytes) continue;
      any |= runner_.add_font({reinterpret_cast<const unsigned char*>(bytes->data()), bytes->size()},
                              font.weight);
    }
    return any;
  }

  // Every problem goes to the error stream; while watching, the first one also onto the picture, which stays.
  bool read_story_file() {
    const auto json = read_file(story_);
    const std::string name = story_.filename().string();
    if (!json) {
      fail("can't read " + story_.string());
      panels_.set_banner("Can't read " + name);
      return false;
    }
    const Diagnostics diagnostics = runner_.load(*json);
    if (!diagnostics.items.empty()) std::fputs(to_text(diagnostics, name).c_str(), stderr);
    panels_.set_banner({});
    if (!diagnostics.refuses()) {
      start_view();
      return true;
    }
    for (const Diagnostic& diagnostic : diagnostics.items) {
      if (diagnostic.severity != Severity::kError) continue;
      panels_.set_banner(to_line(diagnostic, name));
      break;
    }
    return false;
  }

  // What the command line asks for, once; an edited story keeps the view.
  void start_view() {
    if (started_) return;
    started_ = true;
    Program& program = runner_.program();
    resize();
    program.push(SetAppearance{options_.dark, !options_.screenshot.empty()});
    if (!options_.language.empty()) program.push(SetLanguage{options_.language});
    if (!options_.select.empty()) {
      const Ref ref = program.story().find(options_.select);
      if (!ref.valid()) fail("nothing in the story is called \"" + options_.select + "\"");
      program.push(Select{ref, !options_.at.has_value()});
    }
    if (options_.at) program.push(SetPlayhead{moment_of(*options_.at), false});
    for (const std::string& json : options_.commands) send(json);
    if (options_.debug) program.push(ToggleDebug{});
  }

  // In a frame of its own: a command may need what the one before it changed.
  void send(const std::string& json) {
    Program& program = runner_.program();
    runner_.frame(0);
    CommandResult result = read_command(json, program.story(), program.state());
    if (!result.error.empty()) fail(result.error);
    for (Action& action : result.actions) program.push(std::move(action));
  }

  void load_borders() {
    const auto file = find_beside_program("build/places/borders.bin");
    const auto bytes = file ? read_file(*file) : std::nullopt;
    if (bytes)
      runner_.program().set_borders({reinterpret_cast<const unsigned char*>(bytes->data()), bytes->size()});
  }

  void resize() {
    const bool picture = !options_.screenshot.empty();
    const Size size = picture ? options_.size : runner_.window().size();
    double density = options_.density;
    if (density <= 0) density = picture ? 1 : runner_.window().size_px().width / std::max(1.0, size.width);
    runner_.set_density(density);
    const Size px = picture ? Size{size.width * density, size.height * density} : runner_.window().size_px();
    runner_.program().push(Resize{divide_window({px.width / density, px.height / density})});
  }

  int take_screenshot() {
    const Size px{options_.size.width * runner_.density(), options_.size.height * runner_.density()};
    const SnapshotTarget target(px);
    if (!target.ready()) return fail("no framebuffer of that size");
    runner_.set_target(px);
    double now = 0;
    for (int i = 0; i < kMostSettlingFrames && runner_.frame(now); ++i) now += kFrameMs;
    runner_.frame(now);
    std::string reason;
    return write_png(options_.screenshot, px, target.read_pixels(), reason) ? 0 : fail(reason);
  }

  int run_window() {
    FileWatch watch(story_);
    bool draw = true;
    while (!quit_) {
      if (draw) draw = runner_.frame(static_cast<double>(SDL_GetTicks64()));
      draw = wait_for_events(draw) || draw;
      if (options_.watch && watch.changed()) {
        read_story_file();
        draw = true;
      }
    }
    return 0;
  }

  // Sleeps until something happens; true where it calls for a frame.
  bool wait_for_events(bool drawing) {
    SDL_Event event;
    const double until = runner_.next_frame_in_ms();
    int timeout = drawing ? 0 : until >= 0 ? static_cast<int>(until) + 1 : -1;
    if (options_.watch && (timeout < 0 || timeout > kWatchEveryMs)) timeout = kWatchEveryMs;
    bool wanted = timeout < 0 ? SDL_WaitEvent(&event) != 0 : SDL_WaitEventTimeout(&event, timeout) != 0;
    if (!wanted) return !drawing && until >= 0 && runner_.next_frame_in_ms() <= kWatchEveryMs;
    bool draw = false;
    do {
      draw |= handle(event);
    } while (SDL_PollEvent(&event));
    return draw;
  }

  bool handle(const SDL_Event& event) {
    if (event.type == SDL_QUIT) quit_ = true;
    if (event.type == SDL_WINDOWEVENT) {
      if (event.window.event == SDL_WINDOWEVENT_SIZE_CHANGED ||
          event.window.event == SDL_WINDOWEVENT_DISPLAY_CHANGED) {
        resize();
        return true;
      }
      if (event.window.event == SDL_WINDOWEVENT_EXPOSED) return true;
    }
    const auto input = input_.translate(event);
    return input && runner_.input(*input);
  }

  Options options_;
  std::filesystem::path story_;
  DesktopPanels panels_;
  FrameRunner runner_;
  NativeInput input_;
  bool started_ = false;
  bool quit_ = false;
};

}  // namespace
}  // namespace tp

int main(int argc, char** argv) {
  const tp::OptionsResult result = tp::read_options(std::vector<std::string>(argv + 1, argv + argc));
  if (!result.error.empty()) {
    tp::fail(result.error);
    return 2;
  }
  if (result.options.help) {
    std::fputs(tp::usage(), stdout);
    return 0;
  }
  return tp::NativeProgram(result.options).run();
}
