// What do tests of drawing share? Dear ImGui without a GPU, the product's fonts, and what a frame's triangles
// must be.
#pragma once

#include <gtest/gtest.h>
#include <imgui.h>

#include <cmath>
#include <cstdio>
#include <functional>
#include <string>
#include <vector>

#include "support/source_dir.hpp"
#include "view/fonts.hpp"
#include "view/imgui_text_measurer.hpp"
#include "view/pen.hpp"

namespace tp {

inline std::string read_text(const std::string& path) {
  std::string out;
  if (std::FILE* file = std::fopen(path.c_str(), "rb")) {
    char block[65536];
    for (std::size_t got; (got = std::fread(block, 1, sizeof block, file)) > 0;) out.append(block, got);
    std::fclose(file);
  }
  return out;
}

inline std::vector<unsigned char> read_font(const std::string& name) {
  const std::string bytes = read_text(source_dir() + "/build/fonts/turning-point-sans-" + name + ".ttf");
  EXPECT_FALSE(bytes.empty()) << "build/fonts is made by ./scripts/setup";
  return {bytes.begin(), bytes.end()};
}

/// A Dear ImGui context that takes textures and draws nowhere.
class NullScreen {
 public:
  explicit NullScreen(Size size = {1280, 800}, double density = 1) : density_(density) {
    context_ = ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
    io.DisplaySize = {static_cast<float>(size.width), static_cast<float>(size.height)};
    io.DisplayFramebufferScale = {static_cast<float>(density), static_cast<float>(density)};
    EXPECT_TRUE(fonts_.add(read_font("regular"), Weight::kRegular));
    EXPECT_TRUE(fonts_.add(read_font("semibold"), Weight::kSemibold));
    EXPECT_TRUE(fonts_.add(read_font("extra-regular"), Weight::kRegular));
    EXPECT_TRUE(fonts_.add(read_font("extra-semibold"), Weight::kSemibold));
    fonts_.install(*io.Fonts);
  }
  ~NullScreen() {
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
      texture->SetTexID(ImTextureID_Invalid);
      texture->SetStatus(ImTextureStatus_Destroyed);
    }
    ImGui::DestroyContext(context_);
  }

  /// Runs `draw` between NewFrame and Render.
  const ImDrawData& frame(const std::function<void()>& draw) {
    ImGui::NewFrame();
    pen_.begin(*ImGui::GetBackgroundDrawList(), density_);
    draw();
    ImGui::Render();
    for (ImTextureData* texture : *ImGui::GetDrawData()->Textures) {
      if (texture->Status == ImTextureStatus_WantCreate) texture->SetTexID(1);
      if (texture->Status == ImTextureStatus_WantDestroy) texture->SetTexID(ImTextureID_Invalid);
      texture->SetStatus(texture->Status == ImTextureStatus_WantDestroy ? ImTextureStatus_Destroyed
                                                                        : ImTextureStatus_OK);
    }
    return *ImGui::GetDrawData();
  }

  Pen& pen() { return pen_; }
  const Fonts& fonts() const { return fonts_; }
  const ImGuiTextMeasurer& measurer() const { return measurer_; }

 private:
  Fonts fonts_;
  ImGuiTextMeasurer measurer_{fonts_};
  Pen pen_{fonts_};
  ImGuiContext* context_ = nullptr;
  double density_ = 1;
};

/// Every corner is somewhere, and every triangle has three of them.
inline void expect_sound(const ImDrawData& data) {
  for (const ImDrawList* list : data.CmdLists) {
    for (const ImDrawVert& vertex : list->VtxBuffer) {
      ASSERT_TRUE(std::isfinite(vertex.pos.x) && std::isfinite(vertex.pos.y));
      ASSERT_LT(std::abs(vertex.pos.x), 1e5f);
      ASSERT_LT(std::abs(vertex.pos.y), 1e5f);
    }
    ASSERT_EQ(list->IdxBuffer.Size % 3, 0);
    for (const ImDrawIdx index : list->IdxBuffer)
      ASSERT_LT(index, static_cast<ImDrawIdx>(list->VtxBuffer.Size));
  }
}

/// All corners of a frame, for comparing two.
inline std::vector<float> corners_of(const ImDrawData& data) {
  std::vector<float> out;
  for (const ImDrawList* list : data.CmdLists)
    for (const ImDrawVert& vertex : list->VtxBuffer)
      out.insert(out.end(), {vertex.pos.x, vertex.pos.y, static_cast<float>(vertex.col >> 16),
                             static_cast<float>(vertex.col & 0xffff)});
  return out;
}

}  // namespace tp
