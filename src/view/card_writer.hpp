// What stands where on the card? Sets a card into one column, from its chips to its sources.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/card.hpp"
#include "base/geometry.hpp"
#include "layout/text_measurer.hpp"
#include "view/text_flow.hpp"
#include "view/theme.hpp"

namespace tp {

class Pen;

/// What can be clicked: leads to a thing of the story, or to an address on the web.
struct CardTarget {
  Rect rect;
  Ref ref;
  std::string url;
};

class CardWriter {
 public:
  CardWriter(Pen& pen, const Theme& theme, const TextMeasurer& measurer, const Story& story,
             std::string_view language, Point top_left, double width);

  /// Draws the card; returns its height.
  double write(const Card& card);
  const std::vector<CardTarget>& targets() const { return targets_; }

 private:
  void write_head(const Card& card);
  void write_title(const std::string& title);
  void write_rich(const std::string& text);
  void write_changes(const std::vector<CardChange>& changes);
  double write_change_box(const Rect& rect, std::string_view caption, const std::string& words, Color color,
                          bool draw);
  void write_views(const std::vector<CardView>& views);
  void write_phases(const std::vector<CardPhase>& phases);
  void write_phase(const CardPhase& phase);
  void write_links(std::string_view caption, const std::vector<CardLink>& links, bool dated);
  void write_figures(const std::vector<CardFigure>& figures);
  void write_sources(std::string_view caption, const std::vector<CardSource>& sources);
  void write_notes(const std::vector<CardSource>& sources, double indent);
  void write_neighbours(const Card& card);

  void section(std::string_view caption);
  double chip(Point left_middle, std::string_view words, Color ink, Color ground, const Shape* shape,
              Status status);
  double flow(std::span<const FlowRun> runs, double indent = 0);
  void add_targets(Ref ref, const std::string& url = {});
  std::string title_of(const std::string& id) const;

  Pen& pen_;
  const Theme& theme_;
  const TextMeasurer& measurer_;
  const Story& story_;
  std::string_view language_;
  double x_;
  double y_;
  double width_;
  std::vector<CardTarget> targets_;
  std::vector<FlowLink> links_;
};

}  // namespace tp
