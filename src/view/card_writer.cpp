#include "view/card_writer.hpp"

#include <algorithm>
#include <array>

#include "view/draw.hpp"
#include "view/pen.hpp"
#include "view/rich_text.hpp"

namespace tp {

namespace {

constexpr double kChip = 18;
constexpr double kSection = 22;  // above the caption of a section
constexpr double kIndent = 16;
constexpr double kArrowGap = 26;  // between "before" and "after"
constexpr double kBoxPad = 12;
constexpr double kDateColumn = 0.3;  // of the width, at most

// The panel's own captions, as they stand on the page.
namespace caption {
constexpr std::string_view kChanged = "WHAT CHANGED";
constexpr std::string_view kBefore = "Before";
constexpr std::string_view kAfter = "After";
constexpr std::string_view kViews = "WHO SAYS WHAT";
constexpr std::string_view kPhases = "HOW IT WENT";
constexpr std::string_view kActors = "WHO TAKES PART";
constexpr std::string_view kRelations = "RELATIONS";
constexpr std::string_view kEvents = "EVENTS";
constexpr std::string_view kFigures = "FIGURES";
constexpr std::string_view kSources = "SOURCES";
constexpr std::string_view kNow = "now";
constexpr std::string_view kNotSeen = "cited from general knowledge, not opened";
}  // namespace caption

bool is_address(std::string_view target) {
  return target.starts_with("http://") || target.starts_with("https://");
}

Color status_color(Status status, const Theme& theme) {
  return status == Status::kFact    ? theme.accent
         : status == Status::kClaim ? readable(theme.track[3], theme.paper, theme.ink, kTextContrast)
                                    : theme.valence_text[0];
}

}  // namespace

CardWriter::CardWriter(Pen& pen, const Theme& theme, const TextMeasurer& measurer, const Story& story,
                       std::string_view language, Point top_left, double width)
    : pen_(pen),
      theme_(theme),
      measurer_(measurer),
      story_(story),
      language_(language),
      x_(top_left.x),
      y_(top_left.y),
      width_(width) {}

double CardWriter::write(const Card& card) {
  const double top = y_;
  write_head(card);
  write_rich(card.summary);
  write_rich(card.body);
  write_changes(card.changes);
  write_views(card.views);
  write_phases(card.phases);
  write_links(caption::kActors, card.actors, false);
  write_links(caption::kRelations, card.relations, true);
  write_links(caption::kEvents, card.events, true);
  write_figures(card.figures);
  write_sources(caption::kSources, card.sources);
  write_neighbours(card);
  return y_ - top;
}

void CardWriter::write_head(const Card& card) {
  double x = x_;
  const double middle = y_ + kChip / 2;
  if (!card.kind_words.empty()) {
    const Color ink =
        card.track >= 0 ? text_color({Ink::Role::kTrack, card.track, {}}, theme_) : theme_.muted;
    const Shape* shape = card.track >= 0 ? &card.shape : nullptr;
    x = chip({x, middle}, card.kind_words, ink, mix(theme_.paper, ink, 0.1), shape, Status::kFact) + 6;
  }
  if (card.has_status) {
    const Color ink = status_color(card.status, theme_);
    const Shape dot = Shape::kCircle;
    x = chip({x, middle}, card.status_words, ink, mix(theme_.paper, ink, 0.1), &dot, card.status) + 6;
  }
  const double date_width = measurer_.measure(card.date, TextStyle::kLabel).width;
  const bool beside = x + date_width <= x_ + width_;
  if (!beside) y_ += kChip + 4;
  const Rect date{beside ? x_ + width_ - date_width : x_, y_, date_width, kChip};
  pen_.text_in(date, card.date, TextStyle::kLabel, theme_.muted);
  y_ += kChip + 10;
  write_title(card.title);
  if (!card.also.empty()) {
    y_ += 2;
    const std::array<FlowRun, 1> runs{{{card.also, TextStyle::kLabel, theme_.muted, false, -1}}};
    y_ += flow(runs);
  }
}

double CardWriter::chip(Point left_middle, std::string_view words, Color ink, Color ground,
                        const Shape* shape, Status status) {
  constexpr double kPad = 9, kSign = 9;
  const double sign = shape ? kSign + 5 : 0;
  const double most = x_ + width_ - left_middle.x;
  const double text = measurer_.measure(words, TextStyle::kSmallStrong).width;
  const double width = std::min(most, text + 2 * kPad + sign);
  const Rect rect = pen_.snap(Rect{left_middle.x, left_middle.y - kChip / 2, width, kChip});
  pen_.fill(rect, ground, kChip / 2);
  if (shape)
    draw_shape(pen_, *shape, {rect.x + kPad + kSign / 2 - 1, rect.center().y}, kSign,
               {ink, ground, status, false});
  pen_.push_clip(rect);
  pen_.text_in({rect.x + kPad + sign, rect.y, text, rect.height}, words, TextStyle::kSmallStrong, ink);
  pen_.pop_clip();
  return rect.right();
}

void CardWriter::write_title(const std::string& title) {
  if (title.empty()) return;
  const std::array<FlowRun, 1> runs{{{title, TextStyle::kTitle, theme_.ink, false, -1}}};
  y_ += flow(runs);
}

std::string CardWriter::title_of(const std::string& id) const {
  const Ref ref = story_.find(id);
  switch (ref.kind) {
    case Kind::kEvent:
      return std::string(story_.events[ref.index].title.in(language_));
    case Kind::kActor:
      return std::string(story_.actors[ref.index].name.in(language_));
    case Kind::kPeriod:
      return std::string(story_.periods[ref.index].title.in(language_));
    case Kind::kTerm:
      return std::string(story_.glossary[ref.index].term.in(language_));
    case Kind::kSource:
      return std::string(story_.sources[ref.index].title);
    case Kind::kTrack:
      return std::string(story_.tracks[ref.index].title.in(language_));
    case Kind::kSeries:
      return std::string(story_.series[ref.index].title.in(language_));
    default:
      return id;
  }
}

void CardWriter::write_rich(const std::string& text) {
  if (text.empty()) return;
  for (const RichBlock& block : read_rich_text(text)) {
    y_ += block.item ? 4 : 10;
    std::vector<std::string> titles(block.runs.size());
    std::vector<FlowRun> runs;
    for (std::size_t i = 0; i < block.runs.size(); ++i) {
      const RichRun& run = block.runs[i];
      if (run.words.empty()) titles[i] = title_of(run.target);
      const bool link = !run.target.empty();
      runs.push_back({run.words.empty() ? std::string_view(titles[i]) : std::string_view(run.words),
                      TextStyle::kBody, link ? theme_.accent : theme_.body, run.strong,
                      link ? static_cast<int>(i) : -1});
    }
    const double indent = block.item ? kIndent : 0;
    if (block.item) pen_.disc({x_ + 5, y_ + type_face(TextStyle::kBody).line_px / 2}, 2, theme_.muted);
    links_.clear();
    y_ += flow(runs, indent);
    for (const FlowLink& link : links_) {
      const std::string& target = block.runs[static_cast<std::size_t>(link.link)].target;
      const bool outside = is_address(target);
      targets_.push_back(
          {link.rect, outside ? Ref{} : story_.find(target), outside ? target : std::string()});
    }
  }
}

void CardWriter::section(std::string_view caption) {
  y_ += kSection;
  const double line = type_face(TextStyle::kCaps).line_px;
  pen_.text_in({x_, y_, width_, line}, caption, TextStyle::kCaps, theme_.muted);
  y_ += line + 6;
}

double CardWriter::write_change_box(const Rect& rect, std::string_view caption, const std::string& words,
                                    Color color, bool draw) {
  const std::array<FlowRun, 1> runs{{{words, TextStyle::kLabelStrong, color, false, -1}}};
  const double top = rect.y + kBoxPad - 3;
  const double line = type_face(TextStyle::kSmall).line_px;
  if (draw) pen_.text_in({rect.x + kBoxPad, top, rect.width, line}, caption, TextStyle::kSmall, theme_.muted);
  const double text = flow_text(draw ? &pen_ : nullptr, measurer_, {rect.x + kBoxPad, top + line + 3},
                                rect.width - 2 * kBoxPad, runs);
  return line + 3 + text + 2 * kBoxPad - 4;
}

void CardWriter::write_changes(const std::vector<CardChange>& changes) {
  if (changes.empty()) return;
  section(caption::kChanged);
  const double box = (width_ - kArrowGap) / 2;
  for (std::size_t i = 0; i < changes.size(); ++i) {
    const CardChange& change = changes[i];
    if (i > 0) y_ += 10;
    if (!change.what.empty()) {
      const std::array<FlowRun, 1> what{{{change.what, TextStyle::kLabel, theme_.body, false, -1}}};
      y_ += flow(what) + 4;
    }
    Rect before{x_, y_, box, 0}, after{x_ + box + kArrowGap, y_, box, 0};
    const double height =
        std::max(write_change_box(before, caption::kBefore, change.before, theme_.ink, false),
                 write_change_box(after, caption::kAfter, change.after, theme_.ink, false));
    before.height = after.height = height;
    pen_.fill(pen_.snap(before), theme_.sunken, measure::kRadiusBox);
    pen_.fill(pen_.snap(after), theme_.accent_wash, measure::kRadiusBox);
    write_change_box(before, caption::kBefore, change.before, theme_.ink, true);
    write_change_box(after, caption::kAfter, change.after,
                     readable(theme_.accent, theme_.accent_wash, theme_.ink, kTextContrast), true);
    const Point c{x_ + box + kArrowGap / 2, before.center().y};
    pen_.line({c.x - 6, c.y}, {c.x + 5, c.y}, theme_.muted, 1.4);
    const std::array<Point, 3> head{{{c.x + 1.5, c.y - 3.5}, {c.x + 5, c.y}, {c.x + 1.5, c.y + 3.5}}};
    pen_.polyline(head, theme_.muted, 1.4);
    y_ += height;
  }
}

void CardWriter::write_views(const std::vector<CardView>& views) {
  if (views.empty()) return;
  section(caption::kViews);
  for (std::size_t i = 0; i < views.size(); ++i) {
    const CardView& view = views[i];
    if (i > 0) y_ += 8;
    const std::array<FlowRun, 1> who{{{view.who, TextStyle::kLabelStrong, theme_.ink, false, 0}}};
    links_.clear();
    y_ += flow(who) + 1;
    add_targets(view.by);
    const std::array<FlowRun, 1> text{{{view.text, TextStyle::kLabel, theme_.body, false, -1}}};
    y_ += flow(text, kIndent);
    write_notes(view.sources, kIndent);
  }
}

// Sources of a part of the card: their numbers lead to them.
void CardWriter::write_notes(const std::vector<CardSource>& sources, double indent) {
  double x = x_ + indent;
  const double line = type_face(TextStyle::kSmall).line_px;
  bool any = false;
  for (const CardSource& source : sources) {
    const std::string words = "[" + source.number + "]";
    const double width = measurer_.measure(words, TextStyle::kSmall).width;
    if (x + width > x_ + width_) break;
    const Rect rect{x, y_ + 1, width, line};
    pen_.text_in(rect, words, TextStyle::kSmall, theme_.accent);
    targets_.push_back({rect, source.ref, {}});
    x += width + 5;
    any = true;
  }
  if (any) y_ += line + 1;
}

void CardWriter::write_phases(const std::vector<CardPhase>& phases) {
  if (phases.empty()) return;
  section(caption::kPhases);
  for (const CardPhase& phase : phases) write_phase(phase);
}

void CardWriter::write_phase(const CardPhase& phase) {
  const double top = y_;
  const Ink ink{Ink::Role::kValence, phase.valence, {}};
  const std::string now = phase.holds_now ? "  " + std::string(caption::kNow) : std::string();
  const std::array<FlowRun, 2> date{{{phase.date, TextStyle::kSmall, theme_.muted, false, -1},
                                     {now, TextStyle::kSmallStrong, theme_.accent, false, -1}}};
  y_ += flow(date, kIndent);
  const std::string& words = phase.label.empty() ? phase.type : phase.label;
  const std::array<FlowRun, 1> label{{{words, phase.holds_now ? TextStyle::kLabelStrong : TextStyle::kLabel,
                                       text_color(ink, theme_), false, -1}}};
  y_ += flow(label, kIndent);
  if (phase.status != Status::kFact) {
    const std::array<FlowRun, 1> status{
        {{phase.status_words, TextStyle::kSmallStrong, status_color(phase.status, theme_), false, -1}}};
    y_ += flow(status, kIndent);
  }
  for (const CardLink& event : phase.events) {
    const std::array<FlowRun, 1> link{{{event.words, TextStyle::kLabel, theme_.accent, false, 0}}};
    links_.clear();
    y_ += flow(link, kIndent);
    add_targets(event.ref);
  }
  write_notes(phase.sources, kIndent);
  const double bar = pen_.whole_width(phase.holds_now ? 3 : 2);
  pen_.fill({pen_.snap(x_ + 2), top + 2, bar, y_ - top - 3},
            graphic_color(ink, theme_).faded(phase.holds_now ? 1 : 0.55), 1);
  y_ += 10;
}

void CardWriter::write_links(std::string_view caption, const std::vector<CardLink>& links, bool dated) {
  if (links.empty()) return;
  section(caption);
  // Dates stand in a column of their own where that leaves room for the words, else above them.
  double column = 0;
  for (const CardLink& link : links)
    if (dated) column = std::max(column, measurer_.measure(link.date, TextStyle::kSmall).width + 12);
  const bool above = column > width_ * kDateColumn;
  if (above) column = 0;
  for (const CardLink& link : links) {
    const bool quiet = !dated && !link.holds_now;
    const double line = type_face(above ? TextStyle::kSmall : TextStyle::kLabel).line_px;
    if (dated) pen_.text_in({x_, y_, width_, line}, link.date, TextStyle::kSmall, theme_.muted);
    if (above) y_ += line;
    const std::string detail = link.detail.empty() ? std::string() : "  " + link.detail;
    const std::array<FlowRun, 2> runs{
        {{link.words, TextStyle::kLabel, quiet ? theme_.muted : theme_.accent, false, 0},
         {detail, TextStyle::kSmall, theme_.muted, false, -1}}};
    links_.clear();
    y_ += flow(runs, column) + (above ? 6 : 3);
    add_targets(link.ref);
  }
}

void CardWriter::write_figures(const std::vector<CardFigure>& figures) {
  if (figures.empty()) return;
  section(caption::kFigures);
  double column = 0;
  for (const CardFigure& figure : figures)
    column = std::max(column, measurer_.measure(figure.date, TextStyle::kSmall).width + 12);
  for (const CardFigure& figure : figures) {
    const double line = type_face(TextStyle::kLabel).line_px;
    pen_.text_in({x_, y_, column, line}, figure.date, TextStyle::kSmall, theme_.muted);
    const TextStyle style = figure.holds_now ? TextStyle::kLabelStrong : TextStyle::kLabel;
    const std::array<FlowRun, 1> runs{
        {{figure.words, style, figure.is_gap ? theme_.muted : theme_.body, false, -1}}};
    y_ += flow(runs, column) + 3;
  }
}

void CardWriter::write_sources(std::string_view caption, const std::vector<CardSource>& sources) {
  if (sources.empty()) return;
  section(caption);
  for (const CardSource& source : sources) {
    const double indent = std::max(20.0, measurer_.measure(source.number, TextStyle::kLabel).width + 8);
    pen_.text_in({x_, y_, indent, type_face(TextStyle::kLabel).line_px}, source.number, TextStyle::kLabel,
                 theme_.muted);
    const std::array<FlowRun, 1> title{{{source.title, TextStyle::kLabel, theme_.accent, false, 0}}};
    links_.clear();
    y_ += flow(title, indent);
    add_targets(source.url.empty() ? source.ref : Ref{}, source.url);
    std::string about = source.publisher;
    for (const std::string* part : {&source.date, &source.locator, &source.supports})
      if (!part->empty()) about += (about.empty() ? "" : " \u00b7 ") + *part;
    if (!source.seen) about += (about.empty() ? "" : " \u00b7 ") + std::string(caption::kNotSeen);
    if (!about.empty()) {
      const std::array<FlowRun, 1> runs{{{about, TextStyle::kSmall, theme_.muted, false, -1}}};
      y_ += flow(runs, indent);
    }
    y_ += 6;
  }
}

void CardWriter::write_neighbours(const Card& card) {
  if (!card.previous.valid() && !card.next.valid()) return;
  y_ += kSection;
  pen_.hairline_across(x_, x_ + width_, y_ - 10, theme_.line);
  const double half = card.previous.valid() && card.next.valid() ? (width_ - 16) / 2 : width_;
  double height = 0;
  if (card.previous.valid()) {
    const std::string words = "\u2039 " + card.previous_title;
    const std::array<FlowRun, 1> runs{{{words, TextStyle::kLabel, theme_.muted, false, 0}}};
    links_.clear();
    height = flow_text(&pen_, measurer_, {x_, y_}, half, runs, &links_);
    add_targets(card.previous);
  }
  if (card.next.valid()) {
    const std::string words = card.next_title + " \u203a";
    const double width = std::min(half, measurer_.measure(words, TextStyle::kLabelStrong).width + 1);
    const std::array<FlowRun, 1> runs{{{words, TextStyle::kLabelStrong, theme_.ink, false, 0}}};
    links_.clear();
    height = std::max(height, flow_text(&pen_, measurer_, {x_ + width_ - width, y_}, width, runs, &links_));
    add_targets(card.next);
  }
  y_ += height;
}

double CardWriter::flow(std::span<const FlowRun> runs, double indent) {
  return flow_text(&pen_, measurer_, {x_ + indent, y_}, width_ - indent, runs, &links_);
}

void CardWriter::add_targets(Ref ref, const std::string& url) {
  for (const FlowLink& link : links_) targets_.push_back({link.rect, ref, url});
}

}  // namespace tp
