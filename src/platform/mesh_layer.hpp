// How do triangles that hardly change get onto the screen without being made and sent again? Buffers on the
// GPU, drawn from a callback of the draw list with a shader of their own.
#pragma once

#include <optional>

#include "view/mesh.hpp"

struct ImDrawCmd;

namespace tp {

/// Needs only a bare draw list and Dear ImGui's OpenGL 3 back end. After a lost context: `forget`, and the
/// mesh is asked for again.
class MeshLayer : public MeshKeeper {
 public:
  ~MeshLayer() override = default;  // buffers go with their context, or by `close`

  bool holds(const Key& key) const override { return key_ && *key_ == key; }
  void keep(const Key& key, const Mesh& mesh) override;
  void show(ImDrawList& list, Point offset) override;

  /// Says what the next frame is drawn into: its size in CSS px, device px for each of these.
  void set_screen(Size size, double density) { size_ = size, density_ = density; }
  /// Gives back what lies on the GPU; needs its context.
  void close();
  /// The context is gone, and all in it.
  void forget();

 private:
  static void draw(const ImDrawList* list, const ImDrawCmd* command);
  void draw(const ImDrawCmd& command);
  /// What a shader draws, and where it asks for things.
  struct Part {
    unsigned program = 0, array = 0, buffer = 0;
    int view = -1, shift = -1;
    int count = 0;  ///< of curves, or of corners
  };
  bool make_programs();
  void start(const Part& part) const;

  std::optional<Key> key_;
  Part curves_, flat_;
  unsigned indices_ = 0;
  int density_at_ = -1, pieces_at_ = -1;
  double most_bend_ = 0;
  Size size_;
  Point offset_;
  double density_ = 1;
};

}  // namespace tp
