#include "view/text_flow.hpp"

#include <algorithm>

#include "view/pen.hpp"

namespace tp {

namespace {

constexpr double kStrongShift = 0.35;  // px between the two strikes of a heavier word

class Setter {
 public:
  Setter(Pen* pen, const TextMeasurer& measurer, Point top_left, double width, std::vector<FlowLink>* links)
      : pen_(pen), measurer_(measurer), origin_(top_left), width_(width), links_(links) {}

  void set(const FlowRun& run) {
    std::string_view rest = run.words;
    const double space = measurer_.measure(" ", run.style).width;
    line_ = std::max(line_, type_face(run.style).line_px);
    while (!rest.empty()) {
      if (rest.front() == ' ') {
        pending_ = x_ > 0 ? std::max(pending_, space) : 0;
        rest.remove_prefix(1);
        continue;
      }
      const std::size_t end = std::min(rest.find(' '), rest.size());
      place(run, rest.substr(0, end));
      rest.remove_prefix(end);
    }
  }

  double height() const { return y_ + line_; }

 private:
  void place(const FlowRun& run, std::string_view word) {
    const Size size = measurer_.measure(word, run.style);
    const bool glued = pending_ <= 0 && x_ > 0;  // punctuation after a link stays with it
    if (x_ > 0 && !glued && x_ + pending_ + size.width > width_) {
      x_ = 0;
      pending_ = 0;
      y_ += line_;
      line_ = type_face(run.style).line_px;
    }
    const Rect rect{origin_.x + x_ + pending_, origin_.y + y_, size.width, line_};
    const double joined = pending_;
    if (pen_) {
      pen_->text_in(rect, word, run.style, run.color);
      if (run.strong) pen_->text_in(rect.moved(kStrongShift, 0), word, run.style, run.color);
    }
    if (run.link >= 0 && links_) add_link(run.link, rect, joined);
    x_ += pending_ + size.width;
    pending_ = 0;
  }

  void add_link(int link, const Rect& rect, double joined) {
    if (!links_->empty()) {
      FlowLink& last = links_->back();
      const bool follows =
          last.link == link && last.rect.y == rect.y && rect.x - last.rect.right() <= joined + 0.5;
      if (follows) {
        last.rect.width = rect.right() - last.rect.x;
        return;
      }
    }
    links_->push_back({rect, link});
  }

  Pen* pen_;
  const TextMeasurer& measurer_;
  Point origin_;
  double width_;
  std::vector<FlowLink>* links_;
  double x_ = 0, y_ = 0;
  double pending_ = 0;  // space before the next word, if it stays on this line
  double line_ = 0;
};

}  // namespace

double flow_text(Pen* pen, const TextMeasurer& measurer, Point top_left, double width,
                 std::span<const FlowRun> runs, std::vector<FlowLink>* links) {
  Setter setter(pen, measurer, top_left, width, links);
  for (const FlowRun& run : runs) setter.set(run);
  return setter.height();
}

}  // namespace tp
