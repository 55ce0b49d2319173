// `poster story.json fonts-folder out-folder picture…`: draws the story's opening view as static SVG, for the
// time before there is a program and for wherever there is none. A picture is
// `name:kind:width,height:x,y,width,height:x,y,width,height`, with the places of map and timeline in CSS px,
// and becomes `name.svg`.
#include <imgui.h>

#include <array>
#include <cstdio>
#include <optional>
#include <string>

#include "app/program.hpp"
#include "view/draw.hpp"
#include "view/fonts.hpp"
#include "view/imgui_text_measurer.hpp"
#include "view/pen.hpp"
#include "view/surface.hpp"
#include "view/svg_sheet.hpp"

namespace tp {
namespace {

constexpr double kLongMs = 1000;     // of animation in one frame: nothing moves afterwards
constexpr int kMostFrames = 10'000;  // a map of thousands takes its time

std::optional<std::string> read_file(const std::string& path) {
  std::FILE* file = std::fopen(path.c_str(), "rb");
  if (!file) return std::nullopt;
  std::string out;
  char block[65536];
  for (std::size_t got; (got = std::fread(block, 1, sizeof block, file)) > 0;) out.append(block, got);
  const bool whole = std::ferror(file) == 0;
  std::fclose(file);
  if (!whole) return std::nullopt;
  return out;
}

bool write_file(const std::string& path, const std::string& text) {
  std::FILE* file = std::fopen(path.c_str(), "wb");
  if (!file) return false;
  const bool whole = std::fwrite(text.data(), 1, text.size(), file) == text.size();
  return std::fclose(file) == 0 && whole;
}

bool add_font(Fonts& fonts, const std::string& path, Weight weight) {
  const auto bytes = read_file(path);
  return bytes && fonts.add({reinterpret_cast<const unsigned char*>(bytes->data()), bytes->size()}, weight);
}

struct Picture {
  std::string name;
  Panes panes;
};

std::optional<Picture> read_picture(const char* text) {
  Picture picture;
  std::array<char, 32> name{}, kind{};
  Size& canvas = picture.panes.canvas;
  Rect& map = picture.panes.map;
  Rect& timeline = picture.panes.timeline;
  if (std::sscanf(text, "%31[a-z-]:%31[a-z]:%lf,%lf:%lf,%lf,%lf,%lf:%lf,%lf,%lf,%lf", name.data(),
                  kind.data(), &canvas.width, &canvas.height, &map.x, &map.y, &map.width, &map.height,
                  &timeline.x, &timeline.y, &timeline.width, &timeline.height) != 12)
    return std::nullopt;
  picture.name = name.data();
  const std::string layout = kind.data();
  if (layout != "wide" && layout != "narrow") return std::nullopt;
  picture.panes.kind = layout == "wide" ? LayoutKind::kWide : LayoutKind::kNarrow;
  picture.panes.touch = layout == "narrow";
  return picture;
}

// The opening view, drawn once nothing moves any more.
SvgSheet draw(const std::string& json, const Panes& panes, bool dark, Fonts& fonts) {
  Surface surface;
  surface.open(fonts);
  // Letters are measured and never drawn: no texture is ever asked for.
  ImGui::GetIO().BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
  surface.begin(panes.canvas, 1);
  const ImGuiTextMeasurer measurer(fonts);
  Program program;
  program.load(json);
  program.push(Resize{panes});
  program.push(SetAppearance{dark, true});
  program.frame(kLongMs, measurer);
  for (int i = 0; i < kMostFrames && program.wants_frame(); ++i) program.frame(kLongMs, measurer);
  SvgSheet sheet;
  Pen pen(fonts);
  pen.begin(sheet);
  draw_scene(pen, make_theme({.dark = dark, .accent = {}, .ink = {}, .paper = {}}), program.scene());
  return sheet;
}

int fail(const std::string& line) {
  std::fprintf(stderr, "poster: %s\n", line.c_str());
  return 1;
}

int run(int count, char** words) {
  if (count < 5)
    return fail("usage: poster story.json fonts-folder out-folder name:kind:canvas:map:timeline…");
  const auto json = read_file(words[1]);
  if (!json) return fail("can't read " + std::string(words[1]));
  if (Program program; program.load(*json).refuses()) return fail(std::string(words[1]) + " is refused");
  const std::string folder = std::string(words[2]) + "/turning-point-sans-";
  Fonts fonts;
  if (!add_font(fonts, folder + "regular.ttf", Weight::kRegular) ||
      !add_font(fonts, folder + "semibold.ttf", Weight::kSemibold))
    return fail("no fonts in " + std::string(words[2]));
  // Letters beyond Latin, where they are.
  for (const char* letters : {"european-", "cyrillic-", "extra-"}) {
    add_font(fonts, folder + letters + "regular.ttf", Weight::kRegular);
    add_font(fonts, folder + letters + "semibold.ttf", Weight::kSemibold);
  }
  const std::string out = std::string(words[3]) + "/";
  for (int i = 4; i < count; ++i) {
    const auto picture = read_picture(words[i]);
    if (!picture) return fail("no picture is described by " + std::string(words[i]));
    const std::string svg = svg_file(draw(*json, picture->panes, false, fonts),
                                     draw(*json, picture->panes, true, fonts), picture->panes.canvas);
    if (svg.empty()) return fail("light and dark are different pictures");
    if (!write_file(out + picture->name + ".svg", svg)) return fail("can't write to " + out);
  }
  return 0;
}

}  // namespace
}  // namespace tp

int main(int count, char** words) {
  return tp::run(count, words);
}
