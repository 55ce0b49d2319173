#include "view/svg_sheet.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "story/json_escape.hpp"

namespace tp {

namespace {

struct Rule {
  char letter;  ///< its classes begin with it
  const char* words;
};
constexpr Rule kRules[] = {{'f', "fill:"}, {'s', "stroke:"}, {'h', "stroke:"}, {'g', "stop-color:"}};

std::string hex(Color color) {
  char text[16];
  if (color.a == 255) {
    std::snprintf(text, sizeof text, "#%02x%02x%02x", color.r, color.g, color.b);
  } else {
    std::snprintf(text, sizeof text, "#%02x%02x%02x%02x", color.r, color.g, color.b, color.a);
  }
  return text;
}

bool is_opaque(const SvgSheet::Element& element) {
  return std::ranges::all_of(element.paints, [](const auto& paint) { return paint.second.a == 255; });
}

// "w23" is a line 2.3 px wide, "t0" the first style of type, "d14_36" dashes of 1.4 px with 3.6 px between,
// "b14_36" the same with blunt ends.
std::string style_rule(const std::string& name) {
  const int number = std::stoi(name.substr(1));
  std::string out = "." + name + "{";
  if (name[0] == 'b' || name[0] == 'd') {
    if (name[0] == 'b') out += "stroke-linecap:butt;";
    out += "stroke-dasharray:" + svg_number(number / 10.0);
    for (std::size_t at = name.find('_'); at != std::string::npos; at = name.find('_', at + 1))
      out += " " + svg_number(std::stoi(name.substr(at + 1)) / 10.0);
    return out + "}";
  }
  if (name[0] == 'w') return out + "stroke-width:" + svg_number(number / 10.0) + "}";
  const TypeFace& face = type_face(static_cast<TextStyle>(number));
  out += "font-size:" + svg_number(face.size_px) + "px";
  if (face.weight == Weight::kSemibold) out += ";font-weight:600";
  if (face.spacing_px > 0) out += ";letter-spacing:" + svg_number(face.spacing_px) + "px";
  return out + "}";
}

}  // namespace

std::string svg_number(double value) {
  // By hand: the program for the page has no printf of floating-point numbers.
  const long long tenths = std::llround(std::clamp(value, -1e12, 1e12) * 10);
  const long long size = tenths < 0 ? -tenths : tenths;
  std::string out = tenths < 0 ? "-" : "";
  if (size >= 10 || size == 0) out += std::to_string(size / 10);
  if (size % 10 != 0) out += '.', out += static_cast<char>('0' + size % 10);
  return out;
}

std::string svg_text(std::string_view words) {
  std::string out;
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t length = utf8_length(words, at);
    const std::string_view letter = words.substr(at, std::max<std::size_t>(1, length));
    at += letter.size();
    // XML knows neither control characters, however they are written, nor the two that are none.
    const bool control = static_cast<unsigned char>(letter[0]) < 0x20;
    if (length == 0 || letter == "\xEF\xBF\xBE" || letter == "\xEF\xBF\xBF") continue;
    if (letter == "&") {
      out += "&amp;";
    } else if (letter == "<") {
      out += "&lt;";
    } else if (letter == ">") {
      out += "&gt;";
    } else if (control) {
      out += ' ';
    } else {
      out += letter;
    }
  }
  return out;
}

std::string width_class(double width) {
  const int tenths = static_cast<int>(std::lround(width * 10));
  return tenths == 10 ? std::string() : "w" + std::to_string(tenths);
}

std::string svg_box(const Rect& rect) {
  return "M" + svg_point({rect.x, rect.y}) + "h" + svg_number(rect.width) + "v" + svg_number(rect.height) +
         "h" + svg_number(-rect.width) + "z";
}

std::string svg_point(Point point) {
  const std::string x = svg_number(point.x), y = svg_number(point.y);
  const bool parts_itself = y[0] == '-' || (y[0] == '.' && x.find('.') != std::string::npos);
  return x + (parts_itself ? "" : " ") + y;
}

void SvgSheet::fill(std::string path, Color color, const Rect& around) {
  if (color.a > 0) add({"<path", std::move(path), {{Paint::kFill, color}}, {}, around});
}

void SvgSheet::stroke(std::string path, Color color, double width, std::string_view attributes,
                      std::string style) {
  if (color.a == 0) return;
  const std::string thick = width_class(width);
  if (!thick.empty() && !style.empty()) style = ' ' + style;
  add({"<path",
       " d=\"" + path + "\"" + std::string(attributes) + "/>",
       {{Paint::kStroke, color}},
       thick + style,
       {}});
}

std::string SvgSheet::dashes(std::span<const double> lengths, bool blunt) {
  std::string name;
  for (const double length : lengths)
    name += (name.empty() ? (blunt ? "b" : "d") : "_") + std::to_string(std::lround(length * 10));
  return name;
}

void SvgSheet::add_body(Element element, const Rect& outer) {
  add(std::move(element));
  body_ = elements_.size();
  body_outer_ = outer;
}

void SvgSheet::add_edge(Element element, const Rect& outer) {
  // A body's own edge, drawn right after it, is the same element: below the edge nothing of the body is
  // missed.
  const auto near = [](double a, double b) { return std::abs(a - b) < 0.2; };
  const bool same = body_ > 0 && body_ == elements_.size() && elements_.back().head == element.head &&
                    is_opaque(elements_.back()) && near(body_outer_.x, outer.x) &&
                    near(body_outer_.y, outer.y) && near(body_outer_.width, outer.width) &&
                    near(body_outer_.height, outer.height);
  if (!same) return add(std::move(element));
  Element& body = elements_.back();
  body.tail = std::move(element.tail);
  body.style = std::move(element.style);
  body.paints.push_back(element.paints.front());
  body_ = 0;
}

void SvgSheet::push_clip(const Rect& rect) {
  const std::string id = std::to_string(next_id());
  add({"<clipPath id=\"c" + id + "\"><path d=\"" + svg_box(rect) + "\"/></clipPath><g clip-path=\"url(#c" +
           id + ")\">",
       {},
       {},
       {},
       {}});
}

void SvgSheet::pop_clip() {
  add({"</g>", {}, {}, {}, {}});
}

namespace {

// Every class that the picture uses, with what it says.
class Classes {
 public:
  std::string color(SvgSheet::Paint paint, Color light, Color dark) {
    const Entry wanted{paint, light, dark};
    auto found = std::ranges::find(colors_, wanted);
    if (found == colors_.end()) found = colors_.insert(colors_.end(), wanted);
    return rule(paint).letter + std::to_string(found - colors_.begin());
  }
  /// One name or several, with spaces between.
  void use(const std::string& names) {
    for (std::size_t begin = 0; begin < names.size();) {
      const std::size_t end = std::min(names.find(' ', begin), names.size());
      const std::string style = names.substr(begin, end - begin);
      if (!style.empty() && std::ranges::find(styles_, style) == styles_.end()) styles_.push_back(style);
      begin = end + 1;
    }
  }

  std::string css() const {
    std::string light, dark;
    for (std::size_t i = 0; i < colors_.size(); ++i) {
      const Entry& entry = colors_[i];
      const auto said = [&](Color color) {
        return std::string(".") + rule(entry.paint).letter + std::to_string(i) + "{" +
               rule(entry.paint).words + hex(color) + "}";
      };
      light += said(entry.light);
      if (entry.light != entry.dark) dark += said(entry.dark);
    }
    std::string plain;
    for (const std::string& style : styles_) plain += style_rule(style);
    if (dark.empty()) return plain + light;
    return plain + light + "@media screen and (prefers-color-scheme:dark){" + dark + "}";
  }

 private:
  struct Entry {
    SvgSheet::Paint paint;
    Color light, dark;
    friend bool operator==(const Entry&, const Entry&) = default;
  };
  static const Rule& rule(SvgSheet::Paint paint) { return kRules[static_cast<std::size_t>(paint)]; }

  std::vector<Entry> colors_;
  std::vector<std::string> styles_;
};

// A number as svg_number writes it; `at` is moved behind it. "1.5.5" is two.
double read_number(const std::string& path, std::size_t& at) {
  while (at < path.size() && path[at] == ' ') ++at;
  const bool below = at < path.size() && path[at] == '-';
  if (below) ++at;
  const auto digit = [&] { return at < path.size() && path[at] >= '0' && path[at] <= '9'; };
  double value = 0;
  for (; digit(); ++at) value = value * 10 + (path[at] - '0');
  if (at < path.size() && path[at] == '.') {
    ++at;
    for (double part = 10; digit(); ++at, part *= 10) value += (path[at] - '0') / part;
  }
  return below ? -value : value;
}

// "M1.5 2h…": where a path begins.
Point start_of(const std::string& path) {
  std::size_t at = 1;
  const double x = read_number(path, at);
  return {x, read_number(path, at)};
}

// The same path as a step from `from`, where that is shorter.
std::string moved(const std::string& path, Point from) {
  const Point start = start_of(path);
  const std::size_t written = 1 + svg_point(start).size();
  const std::string step = "m" + svg_point(start - from);
  return step.size() < written ? step + path.substr(written) : path;
}

// Neighbours of one colour in one element. One may go back to it past others that it does not touch.
class FilledPaths {
 public:
  void add(const std::string& names, const std::string& path, const Rect& around, bool opaque) {
    for (auto group = groups_.rbegin(); group != groups_.rend(); ++group) {
      const bool touches = std::ranges::any_of(
          group->around, [&](const Rect& other) { return other.grown(1).overlaps(around); });
      if (group->names == names && (opaque || !touches)) {
        group->path += moved(path, group->start);
        group->start = start_of(path);
        group->around.push_back(around);
        return;
      }
      if (touches) break;
    }
    groups_.push_back({names, path, start_of(path), {around}});
  }
  void write_to(std::string& out) {
    for (const Group& group : groups_)
      out += "<path class=\"" + group.names + "\" d=\"" + group.path + "\"/>";
    groups_.clear();
  }

 private:
  struct Group {
    std::string names, path;
    Point start;  // of its last part, where a closed path ends too
    std::vector<Rect> around;
  };
  std::vector<Group> groups_;
};

}  // namespace

namespace {

constexpr char kInherited[] =
    " font-family=\"'Turning Point Sans',Inter,system-ui,sans-serif\" stroke-linecap=\"round\" "
    "stroke-linejoin=\"round\"><style>[class*=s]{fill:none}[class*=h]{paint-order:stroke;stroke-width:4."
    "8px}";

// What stands between the root's attributes and its end; empty where the two differ in more than colours.
std::string inside_of(const SvgSheet& light, const SvgSheet& dark) {
  if (light.elements().size() != dark.elements().size()) return {};
  Classes classes;
  std::string out;
  FilledPaths filled;
  for (std::size_t i = 0; i < light.elements().size(); ++i) {
    const SvgSheet::Element& a = light.elements()[i];
    const SvgSheet::Element& b = dark.elements()[i];
    if (a.head != b.head || a.paints.size() != b.paints.size()) return {};
    std::string names = a.style;
    if (!names.empty()) classes.use(names);
    for (std::size_t k = 0; k < a.paints.size(); ++k) {
      if (!names.empty()) names += ' ';
      names += classes.color(a.paints[k].first, a.paints[k].second, b.paints[k].second);
    }
    if (!a.joins.empty()) {
      filled.add(names, a.tail, a.joins, is_opaque(a) && is_opaque(b));
      continue;
    }
    filled.write_to(out);
    out += a.head;
    if (!names.empty()) out += " class=\"" + names + "\"";
    out += a.tail;
  }
  filled.write_to(out);
  return kInherited + classes.css() + "</style>" + out;
}

}  // namespace

std::string svg_file(const SvgSheet& light, const SvgSheet& dark, Size size) {
  const std::string inside = inside_of(light, dark);
  if (inside.empty()) return {};
  const std::string width = svg_number(size.width), height = svg_number(size.height);
  return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + width + "\" height=\"" + height +
         "\" viewBox=\"0 0 " + width + " " + height + "\"" + inside + "</svg>\n";
}

std::string svg_group(const SvgSheet& sheet) {
  return "<g" + inside_of(sheet, sheet) + "</g>";
}

}  // namespace tp
