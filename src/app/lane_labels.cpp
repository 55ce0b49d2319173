#include "app/lane_labels.hpp"

#include <algorithm>
#include <array>
#include <iterator>

namespace tp {

namespace {

constexpr double kBeyondEnd = 12;  // how far past the end of the story words may reach
constexpr double kLabelGap = 6;
constexpr double kLeastWords = 6;      // a title of one letter
constexpr double kInBar = 6;           // from the end of a bar to the words inside it
constexpr double kLeastForWords = 12;  // the height of a bar that words look inside of
constexpr double kSpanEnd = 2;         // width of the line at an end of a bar
constexpr double kTail = 1.25;         // width of the line from a label to its mark
constexpr double kTailGap = 4;         // from there to the words
constexpr double kRow = 17;            // of labels, one above the other
constexpr int kMostRows = 4;
constexpr std::array<std::size_t, 3> kShortened{26, 20, 14};  // bytes of a title that has no room
constexpr int kShortenFrom = 4;                               // of importance

// The first words of a title, at most `letters` bytes of them, with an ellipsis; empty where that is no
// saving.
std::string shortened(std::string_view title, std::size_t letters) {
  if (title.size() <= letters) return {};
  const std::size_t cut = title.substr(0, letters + 1).rfind(' ');
  if (cut == std::string_view::npos || title.substr(0, cut).find(' ') == std::string_view::npos) return {};
  return std::string(title.substr(0, cut)) + "\u2026";
}

class LabelPlanner {
 public:
  LabelPlanner(TimelinePlan& plan, const LaneMarks& marks, const Story& story, const TimeRange& extent,
               const TextMeasurer& measurer)
      : plan_(plan), marks_(marks), story_(story), extent_(extent), measurer_(measurer) {}

  void add() {
    LabelRequest request;
    request.gap_px = 5;
    std::vector<PlannedLabel> wanted;
    // Nothing is written beyond the ends of the story: what stands at one is labelled on its other side.
    const double left = std::max(marks_.from_px, x_of(extent_.begin));
    const double right = std::min(marks_.to_px, x_of(extent_.end) + kBeyondEnd);
    if (right <= left) return;
    request.bounds = {left, lane().rect.y - 2, right - left, lane().rect.height + 2};
    obstacle_of_.assign(plan_.marks.size() - marks_.first, LabelItem::kNoObstacle);
    for (std::size_t i = marks_.first; i < plan_.marks.size(); ++i)
      if (!is_overlaid(i)) add_obstacles(i, request);
    for (std::size_t i = marks_.first; i < plan_.marks.size(); ++i) {
      const PlannedMark& mark = plan_.marks[i];
      if (mark.dimmed) continue;
      if (i - marks_.first < marks_.wordless.size() && marks_.wordless[i - marks_.first]) continue;
      const bool selected =
          key().selected.kind == Kind::kEvent && mark.members.contains(key().selected.index);
      const std::uint32_t shown = selected ? key().selected.index : mark.event;
      if (!selected && !has_room_beside(i)) continue;
      const Event& event = story_.events[shown];
      PlannedLabel label;
      label.mark = static_cast<std::uint32_t>(i);
      label.style = selected ? TextStyle::kLabelStrong : TextStyle::kLabel;
      label.text = std::string(event.title.in(key().language));
      LabelItem item;
      item.size = measurer_.measure(label.text, label.style);
      item.priority = priority_of(event, selected);
      item.required = selected;
      item.own_obstacle = obstacle_of_[i - marks_.first];
      add_candidates(mark, item);
      request.items.push_back(std::move(item));
      wanted.push_back(std::move(label));
    }
    for (LabelItem& item : request.items)
      if (item.required && !item.candidates.empty()) prefer_free_places(item, request);
    place(request, wanted);
    shorten_the_rest(request, wanted);
  }

 private:
  // What is selected is labelled whatever stands there: at the place where it covers least.
  static void prefer_free_places(LabelItem& item, const LabelRequest& request) {
    std::size_t best = 0;
    double least = 1e9;
    for (std::size_t c = 0; c < item.candidates.size(); ++c) {
      const Point p = item.candidates[c];
      const Rect rect{p.x, p.y, item.size.width, item.size.height};
      double covered = p.x + item.size.width > request.bounds.right() || p.x < request.bounds.x ? 1000 : 0;
      for (std::size_t o = 0; o < request.obstacles.size(); ++o)
        covered += o != item.own_obstacle && request.obstacles[o].overlaps(rect);
      if (covered >= least) continue;
      least = covered;
      best = c;
    }
    std::swap(item.candidates[0], item.candidates[best]);
    std::swap(item.tails[0], item.tails[best]);
  }

  // False where a point stands so close between two others that no words fit, which saves trying them: most
  // of a dense lane.
  bool has_room_beside(std::size_t mark) const {
    const Rect& r = plan_.marks[mark].rect;
    if (plan_.marks[mark].form == MarkForm::kSpan || lane().all || has_rows(r)) return true;
    constexpr double kLeast = kLabelGap + kLeastWords;
    const bool next = mark + 1 < plan_.marks.size() && is_point(mark + 1);
    const bool before = mark > marks_.dimmed_end && is_point(mark - 1);
    if (!next || plan_.marks[mark + 1].rect.x - r.right() >= kLeast) return true;
    return !before || r.x - plan_.marks[mark - 1].rect.right() >= kLeast;
  }

  bool is_point(std::size_t mark) const {
    return plan_.marks[mark].form != MarkForm::kSpan && !plan_.marks[mark].dimmed;
  }

  // Dimmed points: words may lie over them.
  bool is_overlaid(std::size_t mark) const { return mark >= marks_.dimmed_begin && mark < marks_.dimmed_end; }

  // Points are in the way whole; of a stretch only its ends, for its body is ground.
  void add_obstacles(std::size_t mark, LabelRequest& request) {
    const PlannedMark& m = plan_.marks[mark];
    if (m.form != MarkForm::kSpan || lane().all) {
      obstacle_of_[mark - marks_.first] = static_cast<std::uint32_t>(request.obstacles.size());
      request.obstacles.push_back(m.rect);
      return;
    }
    const Rect& r = m.rect;
    if (!m.open_begin) request.obstacles.push_back({r.x, r.y, kSpanEnd, r.height});
    if (!m.open_end) request.obstacles.push_back({r.right() - kSpanEnd, r.y, kSpanEnd, r.height});
    bars_.push_back(r);
  }

  bool lies_over_dimmed(const Rect& rect) const {
    std::size_t low = marks_.dimmed_begin, high = marks_.dimmed_end;  // they are in order of x
    while (low < high) {
      const std::size_t middle = (low + high) / 2;
      if (plan_.marks[middle].rect.right() <= rect.x) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low < marks_.dimmed_end && plan_.marks[low].rect.overlaps(rect);
  }

  // Moves what found a place from `wanted` to the plan; it stands there from then on.
  void place(LabelRequest& request, std::vector<PlannedLabel>& wanted) {
    if (wanted.empty()) return;
    const std::vector<PlacedLabel> placed = place_labels(request);
    const std::vector<LabelItem> items = std::move(request.items);
    std::vector<PlannedLabel> left;
    request.items.clear();
    for (std::size_t i = 0; i < placed.size(); ++i) {
      if (placed[i].shown) {
        wanted[i].rect = placed[i].rect;
        wanted[i].plate = lies_over_dimmed(placed[i].rect);
        wanted[i].tail = items[i].tails[placed[i].candidate];
        if (!wanted[i].tail.empty()) request.standing.push_back(wanted[i].tail);
        request.standing.push_back(placed[i].rect);
        plan_.labels.push_back(std::move(wanted[i]));
      } else {
        left.push_back(std::move(wanted[i]));
      }
    }
    wanted = std::move(left);
  }

  // What matters most and found no room is said in fewer words before it is left out.
  void shorten_the_rest(LabelRequest& request, std::vector<PlannedLabel>& wanted) {
    for (const std::size_t letters : kShortened) {
      std::vector<PlannedLabel> trying, kept;
      for (PlannedLabel& label : wanted) {
        const PlannedMark& mark = plan_.marks[label.mark];
        const Event& event = story_.events[mark.event];
        std::string brief = shortened(event.title.in(key().language), letters);
        if (event.importance < kShortenFrom || brief.empty()) {
          kept.push_back(std::move(label));
          continue;
        }
        label.text = std::move(brief);
        LabelItem item;
        item.size = measurer_.measure(label.text, label.style);
        item.priority = priority_of(event, false);
        item.own_obstacle = obstacle_of_[label.mark - marks_.first];
        add_candidates(mark, item);
        request.items.push_back(std::move(item));
        trying.push_back(std::move(label));
      }
      place(request, trying);
      std::move(trying.begin(), trying.end(), std::back_inserter(kept));
      wanted = std::move(kept);
    }
  }

  void add_candidates(const PlannedMark& mark, LabelItem& item) const {
    const Rect& r = mark.rect;
    if (mark.form == MarkForm::kSpan) return lane().all ? add_flags_on_span(r, item) : add_in_bar(r, item);
    if (!lane().all) {
      add_plain(r.right() + kLabelGap, marks_.middle_y, item);
      add_plain(r.x - kLabelGap - item.size.width, marks_.middle_y, item);
    }
    // In a lane of several rows the words may stand above or below, on a line that leads to the mark.
    for (int row = 1; row <= kMostRows; ++row) {
      if (has_row_above(r, row)) add_flag(r.center().x, above(r, row), r.y, item);
      if (has_row_below(r, row)) add_flag(r.center().x, below(r, row), r.bottom(), item);
    }
  }

  static double above(const Rect& r, int row) { return r.y - kTailGap / 2 - kRow * row; }
  static double below(const Rect& r, int row) { return r.bottom() + kTailGap / 2 + kRow * (row - 1); }
  bool has_row_above(const Rect& r, int row) const { return above(r, row) >= lane().rect.y; }
  bool has_row_below(const Rect& r, int row) const {
    return below(r, row) + kRow <= marks_.bottom_y && !lane().all;
  }
  bool has_rows(const Rect& r) const { return has_row_above(r, 1) || has_row_below(r, 1); }

  static void add_plain(double x, double middle_y, LabelItem& item) {
    item.candidates.push_back({x, middle_y - item.size.height / 2});
    item.tails.emplace_back();
  }

  // Inside the bar where it is long and high enough, from its beginning on; else after or before it.
  void add_in_bar(const Rect& bar, LabelItem& item) const {
    const double y = bar.center().y;
    // What is open reaches far beyond the story, where nothing is written.
    const double left = std::max({bar.x, x_of(extent_.begin), marks_.from_px});
    const double right = std::min({bar.right(), x_of(extent_.end), marks_.to_px});
    const double slack = right - left - item.size.width - 2 * kInBar;
    if (slack >= 0 && bar.height >= kLeastForWords) {
      constexpr int kPlaces = 8;
      for (int i = 0; i <= kPlaces; ++i) {
        const double x = left + kInBar + slack * i / kPlaces;
        if (is_only_on(bar, x, item.size.width)) add_plain(x, y, item);
      }
    }
    add_plain(bar.right() + kLabelGap, y, item);
    add_plain(bar.x - kLabelGap - item.size.width, y, item);
  }

  // False where the words would lie on a bar inside this one, and seem to be its.
  bool is_only_on(const Rect& bar, double x, double width) const {
    const auto begins_before = [](const Rect& b, double at) { return b.x < at; };
    for (auto b = std::lower_bound(bars_.begin(), bars_.end(), bar.x, begins_before);
         b != bars_.end() && b->x < x + width; ++b) {
      const bool inner = b->height < bar.height && b->y < bar.bottom() && b->bottom() > bar.y;
      if (inner && b->right() > x) return false;
    }
    return true;
  }

  // Words on a pole at `x`: right of it, then left of it. The pole reaches from them to `foot_y`.
  static void add_flag(double x, double y, double foot_y, LabelItem& item) {
    const double top = std::min(y + 2, foot_y);
    const double bottom = std::max(y + item.size.height - 2, foot_y);
    const Rect pole{x - kTail / 2, top, kTail, bottom - top};
    item.candidates.push_back({x + kTailGap, y});
    item.candidates.push_back({x - kTailGap - item.size.width, y});
    item.tails.insert(item.tails.end(), 2, pole);
  }

  // In the one lane of a narrow pane: planted where the stretch begins, else wherever along it there is room.
  void add_flags_on_span(const Rect& r, LabelItem& item) const {
    const double slack = std::max(0.0, r.width - item.size.width - kTailGap);
    for (int row = 0; row < kMostRows; ++row) {
      const double y = marks_.middle_y - kMarkInOneLane / 2 - kTailGap / 2 - kRow * (row + 1);
      if (y < lane().rect.y - 2) break;
      for (double share : {0.0, 0.25, 0.5, 0.75, 1.0}) {
        add_flag(r.x + slack * share, y, r.y, item);
        // Left of its pole a label would stand before its stretch.
        if (share == 0) {
          item.candidates.pop_back();
          item.tails.pop_back();
        }
        if (slack <= 0) break;
      }
      if (slack <= 0) add_flag(r.right(), y, r.y, item);
    }
  }

  const Lane& lane() const { return marks_.lane; }
  const TimelinePlanKey& key() const { return plan_.key; }
  double x_of(Instant t) const { return content_x(t, extent_, key()); }

  TimelinePlan& plan_;
  const LaneMarks& marks_;
  const Story& story_;
  const TimeRange& extent_;
  const TextMeasurer& measurer_;
  std::vector<std::uint32_t> obstacle_of_;  ///< for each mark of the lane
  std::vector<Rect> bars_;                  ///< of the lane, by where they begin
};

}  // namespace

bool is_selected(const TimelinePlanKey& key, std::uint32_t event) {
  return key.selected.kind == Kind::kEvent && key.selected.index == event;
}

double priority_of(const Event& event, bool selected) {
  const double reach = static_cast<double>(event.actors.size());
  return (selected ? 1000 : 0) + event.importance * 10.0 + std::min(9.0, reach);
}

void add_lane_labels(TimelinePlan& plan, const LaneMarks& marks, const Story& story, const TimeRange& extent,
                     const TextMeasurer& measurer) {
  LabelPlanner(plan, marks, story, extent, measurer).add();
}

}  // namespace tp
