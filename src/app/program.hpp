// What is the program without its window? Story, state and scene; a platform feeds it input and shows its
// scene.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "app/action.hpp"
#include "app/borders.hpp"
#include "app/card.hpp"
#include "app/finder.hpp"
#include "app/input_event.hpp"
#include "app/map_findings.hpp"
#include "app/scene.hpp"
#include "app/state.hpp"
#include "layout/text_measurer.hpp"
#include "story/read_story.hpp"

namespace tp {

/// What a frame changed, for the page.
struct FrameChanges {
  bool state = false;  ///< anything that the page can read
  bool selection = false;
  bool card = false;  ///< the card says something else
  bool cursor = false;
  bool comparison = false;   ///< the lists of what two dates differ in
  bool chains = false;       ///< of a trace
  bool found = false;        ///< there is an answer to what was searched
  bool facets = false;       ///< the counts of the filter's choices
  bool step = false;         ///< the step of a tour
  std::string announcement;  ///< one short sentence for speech; mostly empty
};

struct PastView;

enum class Cursor : std::uint8_t { kDefault, kPointer, kGrab, kGrabbing, kColumnResize };

class Program {
 public:
  Program();
  ~Program();

  /// Takes a story's JSON text. A story that is refused leaves the one before in place.
  Diagnostics load(std::string_view json);
  bool has_story() const;

  void push(Action action);
  /// Shows a view that another program of the same story, language and panes said. After a frame has told it
  /// the panes.
  void show(const PastView& view);
  /// Turns input into actions. True where the program used it, false where it belongs to the page.
  bool input(const InputEvent& event);

  /// One frame: applies what is queued and `elapsed_ms` of animation, lays out what changed, builds the
  /// scene.
  FrameChanges frame(double elapsed_ms, const TextMeasurer& measurer);
  /// True where another frame would differ from the last one without any input.
  bool wants_frame() const;
  /// Milliseconds after which the next frame matters without any input: 0 at once (an animation), more while
  /// playing waits at an event, −1 where nothing will ever change.
  double next_frame_in_ms() const;

  /// Coasts and borders of the geographic map, once they are there. False where the bytes are something else.
  bool set_borders(std::span<const unsigned char> bytes);
  const Borders& borders() const;  ///< empty until then

  const Story& story() const;
  const StoryIndex& index() const;
  const State& state() const;
  const Scene& scene() const;
  const Card& card() const;
  const MapFindings& map_findings() const;
  const Found& found() const;
  /// What the filter leaves, and what its choices would.
  const Shown& shown() const;
  const Facets& facets() const;
  /// True where what is selected is drawn although the filter would not show it.
  bool selection_is_hidden() const;
  Cursor cursor() const;
  /// The last actions applied, the newest last.
  const std::vector<std::string>& action_log() const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace tp
