#include "app/program.hpp"

#include "app/gestures.hpp"
#include "app/make_scene.hpp"
#include "app/map_walk.hpp"
#include "app/moments.hpp"
#include "app/playback.hpp"
#include "app/update.hpp"
#include "app/view_history.hpp"
#include "time/format_date.hpp"

namespace tp {

namespace {

constexpr std::size_t kLogLength = 40;

Cursor cursor_for(const State& state, const Scene& scene, Gestures::Drag drag) {
  switch (drag) {
    case Gestures::Drag::kScrub:
    case Gestures::Drag::kHandle:
    case Gestures::Drag::kBrush:
    case Gestures::Drag::kOverviewLeft:
    case Gestures::Drag::kOverviewRight:
      return Cursor::kColumnResize;
    case Gestures::Drag::kPanTimeline:
    case Gestures::Drag::kPanMap:
    case Gestures::Drag::kOverview:
      return Cursor::kGrabbing;
    default:
      break;
  }
  if (state.hovered.valid() || state.hovered_button >= 0 || state.hovered_mark >= 0 ||
      state.hovered_legend >= 0)
    return Cursor::kPointer;
  if (scene.timeline.playhead_visible && scene.timeline.playhead_badge.rect.contains(state.pointer))
    return Cursor::kColumnResize;
  return Cursor::kDefault;
}

// True where things may be elsewhere than they were.
bool has_moved(const State& now, const State& before) {
  return !(now.scale == before.scale) || !(now.map == before.map) || now.at != before.at ||
         !(now.modes == before.modes) || !(now.move == before.move) || !(now.panes == before.panes) ||
         !(now.timeline == before.timeline) || !(now.selected == before.selected);
}

// What of the map's modes points into a story, by id.
struct ModeIds {
  std::string from, to, focus, teller;
};

ModeIds ids_of(const MapModes& modes, const Story& story) {
  const auto id = [&](ActorIndex actor) {
    return actor.valid() ? std::string(story[actor].id) : std::string();
  };
  ModeIds ids;
  if (modes.trace) ids.from = id(modes.trace->from), ids.to = id(modes.trace->to);
  if (modes.arrangement.focus) ids.focus = id(modes.arrangement.focus->actor);
  ids.teller = id(modes.told_by);
  return ids;
}

void find_again(MapModes& modes, const ModeIds& ids, const Story& story) {
  const auto actor = [&](const std::string& id) {
    const Ref ref = story.find(id);
    return ref.kind == Kind::kActor ? ActorIndex(ref.index) : ActorIndex{};
  };
  if (modes.trace) modes.trace = TracePair{actor(ids.from), actor(ids.to)};
  if (modes.trace && !(modes.trace->from.valid() && modes.trace->to.valid())) modes.trace.reset();
  if (modes.arrangement.focus) modes.arrangement.focus->actor = actor(ids.focus);
  if (modes.arrangement.focus && !modes.arrangement.focus->actor.valid()) modes.arrangement.focus.reset();
  modes.arrangement.framed.clear();
  modes.told_by = actor(ids.teller);
}

}  // namespace

struct Program::Parts {
  std::optional<Story> story;
  Borders borders;
  StoryIndex index;
  State state;
  State last;  // as it was a frame ago; kept, so that no frame allocates for it
  SceneMaker maker;
  Scene scene;
  SceneHits hits;
  Gestures gestures;
  Card card;
  Finder finder;
  ViewHistory history;
  std::vector<Action> queue;
  std::vector<Action> from_input;
  std::vector<std::string> log;
  Cursor cursor = Cursor::kDefault;
  std::uint32_t shown_revision = 0;
  const TextMeasurer* measured_by = nullptr;  // of the scene
  bool fresh = true;                          // the story is new: everything changed

  void apply(const Action& action) {
    if (const auto* walk = std::get_if<WalkMap>(&action)) {
      if (const auto next = walk_map(state, context(), maker.findings(), walk->way)) apply(*next);
      return;
    }
    if (!std::holds_alternative<Tick>(action)) {
      if (log.size() == kLogLength) log.erase(log.begin());
      log.emplace_back(name_of(action));
    }
    if (std::holds_alternative<Undo>(action)) {
      go_to(history.undo(view_of(state)));
    } else if (std::holds_alternative<Redo>(action)) {
      go_to(history.redo(view_of(state)));
    } else if (ViewHistory::concerns(action, state) && !history.goes_on(action)) {
      const PastView before = view_of(state);
      update(state, action, context());
      history.note(action, before, view_of(state));
    } else {
      update(state, action, context());
    }
    state.can_undo = history.can_undo();
    state.can_redo = history.can_redo();
    finder.filter(state.filter, *story, index);
  }

  void go_to(const std::optional<PastView>& view) {
    if (view) restore_view(state, *view);
  }

  StoryContext context() const { return {*story, index, finder.shown()}; }

  /// A map that is long in the making says so, and when it is there.
  std::string arranged(bool was_arranging) const {
    const MapScene& map = scene.map;
    const bool arranging = !map.arranging.words.text.empty();
    if (arranging == was_arranging) return {};
    return arranging ? map.arranging.words.text : map.counts.text;
  }

  std::string announcement(const State& before) const {
    const bool lists = state.timeline.listed != before.timeline.listed && !state.timeline.listed.empty();
    if (lists) return card.title;
    if (state.selected == before.selected || !state.selected.valid()) return {};
    if (std::string said = said_of_place(state, context(), maker.findings()); !said.empty()) return said;
    return card.date.empty() ? card.title : card.title + ", " + card.date;
  }
};

Program::Program() : parts_(std::make_unique<Parts>()) {}
Program::~Program() = default;

Diagnostics Program::load(std::string_view json) {
  StoryResult result = read_story(json);
  if (!result.story) return std::move(result.diagnostics);
  Parts& p = *parts_;
  const bool first = !p.story;
  const std::string selected(first ? std::string_view{} : p.story->id_of(p.state.selected));
  const ModeIds modes = first ? ModeIds{} : ids_of(p.state.modes, *p.story);
  std::vector<std::string> folded;
  for (const Ref track : p.state.timeline.folded) folded.emplace_back(p.story->id_of(track));
  const FilterByName filter = first ? FilterByName{} : by_name(p.state.filter, *p.story);
  if (first) {
    p.maker.reset();
  } else {
    p.maker.reset_for_edit(*p.story);
  }
  p.story = std::move(result.story);
  p.index = index_story(*p.story);
  p.finder.start(*p.story);
  p.history.clear();
  p.fresh = true;
  if (p.state.language.empty()) p.state.language = p.story->languages.front();
  if (first) {
    start_story(p.state, p.context());
  } else {
    // An edited story keeps the view: what was selected is found again by its id.
    p.state.selected = p.story->find(selected);
    p.state.filter = found_again(filter, *p.story);
    p.state.tour = {};
    p.state.hovered = {};
    find_again(p.state.modes, modes, *p.story);
    p.state.move = {p.state.modes.arrangement, 1};
    p.state.timeline = {};
    for (const std::string& id : folded) update(p.state, Fold{p.story->find(id), true}, p.context());
    p.state.change = {p.state.at, 1};
  }
  return std::move(result.diagnostics);
}

bool Program::has_story() const {
  return parts_->story.has_value();
}

void Program::push(Action action) {
  parts_->queue.push_back(std::move(action));
}

void Program::show(const PastView& view) {
  Parts& p = *parts_;
  if (!p.story) return;
  show_view(p.state, view);
  p.finder.filter(p.state.filter, *p.story, p.index);
  p.fresh = true;
}

bool Program::input(const InputEvent& event) {
  Parts& p = *parts_;
  if (!p.story) return false;
  p.from_input.clear();
  const bool used = p.gestures.handle(event, p.scene, p.hits, p.state, p.from_input);
  for (Action& action : p.from_input) p.queue.push_back(std::move(action));
  return used;
}

FrameChanges Program::frame(double elapsed_ms, const TextMeasurer& measurer) {
  Parts& p = *parts_;
  FrameChanges changes;
  if (!p.story) return changes;
  p.last = p.state;
  const State& before = p.last;
  const bool was_arranging = !p.scene.map.arranging.words.text.empty();
  for (const Action& action : p.queue) p.apply(action);
  p.queue.clear();
  p.apply(Tick{elapsed_ms});

  changes.found = p.finder.answer(p.state.search, p.state.language, *p.story, p.index);
  const bool refiltered = p.fresh || p.finder.revision() != p.shown_revision;
  p.shown_revision = p.finder.revision();
  // A scene is made from these alone: where none has changed, the one that is there is the one that would be
  // made.
  if (refiltered || p.maker.is_arranging() || p.measured_by != &measurer || !(p.state == before)) {
    p.maker.make(p.scene, p.state, *p.story, p.index, p.finder, measurer);
    p.hits.build(p.scene);
    p.measured_by = &measurer;
    if (has_moved(p.state, before)) p.gestures.look_again(p.hits, p.state, p.queue);
  }

  changes.selection = p.fresh || !(p.state.selected == before.selected);
  const std::vector<std::uint32_t>& listed = p.state.timeline.listed;
  changes.card = changes.selection || p.state.at != before.at || p.state.language != before.language ||
                 refiltered || listed != before.timeline.listed;
  if (changes.card) {
    p.card =
        listed.empty()
            ? make_card(*p.story, p.index, p.state.selected, p.state.at, p.state.language, &p.finder.shown())
            : make_list_card(*p.story, p.index, listed, p.state.at, p.state.language, &p.finder.shown());
  }
  changes.facets = refiltered || p.state.language != before.language;
  changes.step =
      !(p.state.tour == before.tour) || (p.state.tour.valid() && p.state.language != before.language);
  changes.state = changes.card || !(p.state.scale == before.scale) || !(p.state.hovered == before.hovered) ||
                  !(p.state.modes == before.modes) || p.state.playback.playing != before.playback.playing ||
                  !(p.state.panes == before.panes) || p.state.timeline.folded != before.timeline.folded ||
                  changes.step || p.state.can_undo != before.can_undo || p.state.can_redo != before.can_redo;
  changes.comparison =
      p.fresh ? p.state.modes.compare.has_value() : p.state.modes.compare != before.modes.compare;
  changes.chains = p.state.modes.trace != before.modes.trace ||
                   (p.state.modes.trace && (p.fresh || p.state.at != before.at));
  changes.facets = changes.facets || p.state.modes != before.modes || p.state.at != before.at;
  changes.announcement = p.fresh ? std::string() : p.announcement(before);
  if (changes.announcement.empty()) changes.announcement = p.arranged(was_arranging);
  const Cursor cursor = cursor_for(p.state, p.scene, p.gestures.drag());
  changes.cursor = cursor != p.cursor;
  p.cursor = cursor;
  p.fresh = false;
  return changes;
}

bool Program::wants_frame() const {
  const Parts& p = *parts_;
  return p.story && (!p.queue.empty() || p.state.change.progress < 1 || p.state.move.progress < 1 ||
                     p.state.glide || p.finder.is_reading() || p.maker.is_arranging() ||
                     p.state.playback.travel || p.state.timeline.moves());
}

double Program::next_frame_in_ms() const {
  const Parts& p = *parts_;
  if (wants_frame()) return 0;
  if (!p.story || !p.state.playback.playing) return -1;
  return std::max(0.0, dwell_ms(p.state, p.context()) - p.state.playback.waited_ms);
}

bool Program::set_borders(std::span<const unsigned char> bytes) {
  std::optional<Borders> borders = read_borders(bytes);
  if (!borders) return false;
  parts_->borders = std::move(*borders);
  return true;
}
const Borders& Program::borders() const {
  return parts_->borders;
}

const Story& Program::story() const {
  return *parts_->story;
}
const StoryIndex& Program::index() const {
  return parts_->index;
}
const State& Program::state() const {
  return parts_->state;
}
const Scene& Program::scene() const {
  return parts_->scene;
}
const MapFindings& Program::map_findings() const {
  return parts_->maker.findings();
}
const Card& Program::card() const {
  return parts_->card;
}
const Found& Program::found() const {
  return parts_->finder.found();
}
const Shown& Program::shown() const {
  return parts_->finder.shown();
}
const Facets& Program::facets() const {
  return parts_->finder.facets();
}
bool Program::selection_is_hidden() const {
  return !shown().holds(parts_->state.selected, parts_->state.filter);
}
Cursor Program::cursor() const {
  return parts_->cursor;
}
const std::vector<std::string>& Program::action_log() const {
  return parts_->log;
}

}  // namespace tp
