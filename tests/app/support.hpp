// What do tests of the program share? Letters of one width, the real story, and a program that is already
// open.
#pragma once

#include <cstdio>
#include <string>

#include "app/program.hpp"
#include "layout/text_measurer.hpp"
#include "support/source_dir.hpp"

namespace tp {

/// Every character is 6.5 px wide and every line 16 px high (titles a little more), on every machine.
class FixedMeasurer : public TextMeasurer {
 public:
  Size measure(std::string_view text, TextStyle style) const override {
    double letters = 0;
    for (char c : text) letters += (static_cast<unsigned char>(c) & 0xc0) != 0x80;
    const double width = style == TextStyle::kSmall || style == TextStyle::kSmallStrong ? 6.0 : 6.5;
    return {letters * width, style == TextStyle::kTitle ? 26.0 : 16.0};
  }
};

inline std::string read_text(const std::string& path) {
  std::string out;
  if (std::FILE* file = std::fopen(path.c_str(), "rb")) {
    char block[65536];
    for (std::size_t got; (got = std::fread(block, 1, sizeof block, file)) > 0;) out.append(block, got);
    std::fclose(file);
  }
  return out;
}

inline const std::string& real_story() {
  static const std::string text = read_text(source_dir() + "/assets/story/us-azerbaijan.json");
  return text;
}

/// A program with a story, at a size, after its first frame.
struct OpenProgram {
  explicit OpenProgram(std::string_view json = real_story(), Size size = {1280, 726}) {
    diagnostics = program.load(json);
    program.push(Resize{divide_window(size)});
    settle();
  }

  /// Draws until nothing moves by itself; at most a minute of story time.
  void settle() {
    program.frame(0, measurer);
    for (int i = 0; i < 600 && program.wants_frame(); ++i) program.frame(100, measurer);
  }
  void act(Action action) {
    program.push(std::move(action));
    settle();
  }
  Ref find(std::string_view id) const { return program.story().find(id); }
  std::string scene() const { return scene_text(program.scene(), program.story()); }

  FixedMeasurer measurer;
  Program program;
  Diagnostics diagnostics;
};

}  // namespace tp
