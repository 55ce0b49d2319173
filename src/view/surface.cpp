#include "view/surface.hpp"

#include <imgui.h>
#include <imgui_internal.h>

#include <cfloat>

#include "view/fonts.hpp"
#include "view/to_imgui.hpp"

namespace tp {

namespace {

constexpr double kRoundness = 0.1;  // device px that a round corner may miss

}  // namespace

// The context is made but not initialised: that alone would register windows, tables and their settings. It
// is where the renderer keeps its data and reads what it needs. Whoever keeps an atlas of their own tells it
// of each new frame themselves (imgui.cpp, notes on 1.92).
struct Surface::Parts {
  ImFontAtlas atlas;
  ImGuiContext context{&atlas};
  ImDrawListSharedData shared;
  ImDrawList picture{&shared};
  ImDrawList overlay{&shared};
  ImDrawData data;
  Size size;
  int frame = 0;
  int texture = -1;  ///< the glyphs' when both layers were empty

  Parts() {
    shared.FontAtlas = &atlas;
    shared.InitialFlags = ImDrawListFlags_AntiAliasedLines | ImDrawListFlags_AntiAliasedLinesUseTex |
                          ImDrawListFlags_AntiAliasedFill;
    shared.CurveTessellationTol = 1.25f;
    ImFontAtlasAddDrawListSharedData(&atlas, &shared);
  }
  ~Parts() { ImFontAtlasRemoveDrawListSharedData(&atlas, &shared); }
  Parts(const Parts&) = delete;
  Parts& operator=(const Parts&) = delete;

  void clear() {
    for (ImDrawList* list : {&picture, &overlay}) {
      list->_ResetForNewFrame();
      list->PushTexture(atlas.TexRef);
      list->PushClipRect({0, 0}, vec(size.width, size.height));
    }
    texture = atlas.TexData->UniqueID;
  }
};

Surface::Surface() = default;

Surface::~Surface() {
  close();
}

void Surface::open(Fonts& fonts) {
  close();
  parts_ = std::make_unique<Parts>();
  ImGui::SetCurrentContext(&parts_->context);
  fonts.install(parts_->atlas);
}

void Surface::close() {
  if (!parts_) return;
  ImGui::SetCurrentContext(nullptr);
  parts_.reset();
}

void Surface::begin(Size size, double density) {
  Parts& parts = *parts_;
  const bool textures = (ImGui::GetIO().BackendFlags & ImGuiBackendFlags_RendererHasTextures) != 0;
  ImFontAtlasUpdateNewFrame(&parts.atlas, ++parts.frame, textures);
  const ImVec2 whole = vec(size.width, size.height);
  parts.shared.ClipRectFullscreen = {0, 0, whole.x, whole.y};
  parts.shared.SetCircleTessellationMaxError(static_cast<float>(kRoundness / density));
  parts.size = size;
  parts.clear();
  parts.data.Clear();
  parts.data.DisplaySize = whole;
  parts.data.FramebufferScale = vec(density, density);
}

ImDrawList& Surface::picture() {
  return parts_->picture;
}

ImDrawList& Surface::overlay() {
  return parts_->overlay;
}

bool Surface::is_outdated() const {
  return parts_->atlas.TexData->UniqueID != parts_->texture;
}

void Surface::begin_again() {
  parts_->clear();
}

ImDrawData& Surface::end() {
  Parts& parts = *parts_;
  ImDrawData& data = parts.data;
  data.AddDrawList(&parts.picture);
  data.AddDrawList(&parts.overlay);
  data.Valid = true;
  // The renderer gives textures back that one user holds.
  ImVector<ImTextureData*>& textures = ImGui::GetPlatformIO().Textures;
  textures.resize(0);
  for (ImTextureData* texture : parts.atlas.TexList) {
    texture->RefCount = 1;
    textures.push_back(texture);
  }
  data.Textures = &textures;
  return data;
}

}  // namespace tp
