// How does the picture become a static SVG? What a pen writes down, and the file made of it for light and
// dark.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/geometry.hpp"
#include "view/theme.hpp"

namespace tp {

/// One drawing, element by element, with its colours beside it. The same scene drawn with another theme gives
/// the same elements in other colours.
class SvgSheet {
 public:
  enum class Paint : std::uint8_t { kFill, kStroke, kHalo, kStop };
  struct Element {
    std::string head;  ///< "<circle"
    std::string tail;  ///< attributes and "/>"
    std::vector<std::pair<Paint, Color>> paints;
    std::string style;  ///< further classes, with spaces between
    Rect joins;  ///< around a filled path, which may share the element of others of its colour; else empty
  };

  void add(Element element) { elements_.push_back(std::move(element)); }
  /// A circle or a box of `outer` size: filled, and the edge drawn along the inside of it.
  void add_body(Element element, const Rect& outer);
  void add_edge(Element element, const Rect& outer);
  /// A filled path of SVG's path language.
  void fill(std::string path, Color color, const Rect& around);
  /// `style`: a further class, such as `dashes`.
  void stroke(std::string path, Color color, double width, std::string_view attributes = {},
              std::string style = {});
  /// Lengths in px, of what is drawn and what is not in turn.
  static std::string dashes(std::span<const double> lengths, bool blunt);
  void push_clip(const Rect& rect);
  void pop_clip();
  /// A name that no other part of this sheet has.
  int next_id() { return ++last_id_; }

  /// Words take the room that they have in the product's typeface, in whatever typeface they are shown: for a
  /// file that is read far from it.
  void keep_widths() { keeps_widths_ = true; }
  bool keeps_widths() const { return keeps_widths_; }

  std::span<const Element> elements() const { return elements_; }

 private:
  std::vector<Element> elements_;
  std::size_t body_ = 0;  // how many elements there were when the last body had been added
  Rect body_outer_;
  int last_id_ = 0;
  bool keeps_widths_ = false;
};

/// Numbers of SVG: tenths of a pixel, as short as they can be.
std::string svg_number(double value);
std::string svg_point(Point point);
/// A rectangle in its path language.
std::string svg_box(const Rect& rect);
/// Words as the content of an element: well-formed, whatever they are.
std::string svg_text(std::string_view words);
/// The class of a line of this width; none for one of a pixel.
std::string width_class(double width);

/// The whole file: the picture in the colours of both sheets, whichever the reader's system asks for. Empty
/// where the two are not drawings of the same scene.
std::string svg_file(const SvgSheet& light, const SvgSheet& dark, Size size);
/// The picture of one sheet as an element to put into a file.
std::string svg_group(const SvgSheet& sheet);

}  // namespace tp
