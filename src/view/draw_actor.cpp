#include <array>

#include "view/draw.hpp"
#include "view/pen.hpp"

namespace tp {

namespace {

constexpr double kFlat = 0.72;  // height of a body or organization by its width
constexpr double kLeastForLetters = 7;
constexpr double kBigMonogram = 17;  // from this radius on two letters have room at label size

// The strokes of one actor, faded and coloured once.
struct Look {
  Color stroke;
  Color fill;
  double width;
};

// Ink thinned with paper and not with transparency: lines that end below must not shine through.
Look look_of(const Theme& theme, const NodeMark& node) {
  const double share = opacity_of(node.emphasis) * node.opacity * (node.has_relations ? 1 : 0.75);
  const Color stroke = mix(theme.paper, node.hovered ? theme.accent : theme.ink, share);
  return {stroke.faded(node.opacity), theme.raised.faded(node.opacity),
          node.has_relations ? measure::kOutline : measure::kOutlineQuiet};
}

Color law_sign(const Theme& theme, const Look& look) {
  return mix(look.fill, theme.track.front(), look.stroke.a / 255.0);
}

void box(Pen& pen, const Rect& rect, const Look& look, double radius) {
  const Rect snapped = pen.snap(rect);
  pen.fill(snapped.grown(-look.width / 2), look.fill, radius);
  pen.rounded(snapped, look.stroke, look.width, radius);
}

void shape(Pen& pen, std::span<const Point> corners, const Look& look) {
  pen.polygon(corners, look.fill);
  pen.outline(corners, look.stroke, look.width);
}

void circle(Pen& pen, Point center, double radius, const Look& look) {
  pen.disc(center, radius, look.fill);
  pen.ring(center, radius - look.width / 2, look.stroke, look.width);
}

Rect flat_rect(Point c, double r) {
  return {c.x - r, c.y - r * kFlat, 2 * r, 2 * r * kFlat};
}

void draw_government(Pen& pen, Point c, double r, const Look& look) {
  const Rect rect = flat_rect(c, r);
  box(pen, rect, look, 4);
  // A cornice tells a public body from any other organization.
  const double inset = look.width + 2.5;
  pen.hairline_across(rect.x + inset, rect.right() - inset, rect.y + inset + 1, look.stroke);
}

void draw_person(Pen& pen, Point c, double r, const Look& look) {
  circle(pen, c, r, look);
  draw_shape(pen, Shape::kPerson, {c.x, c.y + r * 0.02}, r * 1.06,
             {look.stroke, look.fill, Status::kFact, false});
}

void draw_company(Pen& pen, Point c, double r, const Look& look) {
  const double h = r * 0.87;
  const std::array<Point, 6> corners{{{c.x - r / 2, c.y - h},
                                      {c.x + r / 2, c.y - h},
                                      {c.x + r, c.y},
                                      {c.x + r / 2, c.y + h},
                                      {c.x - r / 2, c.y + h},
                                      {c.x - r, c.y}}};
  shape(pen, corners, look);
}

void draw_law(Pen& pen, Point c, double r, const Look& look) {
  const double side = r * 0.94;
  box(pen, {c.x - side, c.y - side, 2 * side, 2 * side}, look, 4);
}

void draw_treaty(Pen& pen, Point c, double r, const Look& look) {
  const double w = r * 0.74, h = r * 0.95, fold = r * 0.5;
  const std::array<Point, 5> sheet{{{c.x - w, c.y - h},
                                    {c.x + w - fold, c.y - h},
                                    {c.x + w, c.y - h + fold},
                                    {c.x + w, c.y + h},
                                    {c.x - w, c.y + h}}};
  shape(pen, sheet, look);
  const std::array<Point, 3> corner{
      {{c.x + w - fold, c.y - h}, {c.x + w, c.y - h + fold}, {c.x + w - fold, c.y - h + fold}}};
  pen.outline(corner, look.stroke, look.width * 0.8);
  for (double line : {0.05, 0.42})
    pen.hairline_across(c.x - w * 0.5, c.x + w * 0.5, c.y + line * h, look.stroke);
}

void draw_infrastructure(Pen& pen, Point c, double r, const Look& look) {
  const std::array<Point, 4> corners{{{c.x, c.y - r}, {c.x + r, c.y}, {c.x, c.y + r}, {c.x - r, c.y}}};
  shape(pen, corners, look);
}

void draw_community(Pen& pen, Point c, double r, const Look& look) {
  const double dot = r * 0.44;
  circle(pen, {c.x, c.y - r * 0.46}, dot, look);
  circle(pen, {c.x - r * 0.5, c.y + r * 0.4}, dot, look);
  circle(pen, {c.x + r * 0.5, c.y + r * 0.4}, dot, look);
}

void draw_place(Pen& pen, Point c, double r, const Look& look) {
  const double top = r * 0.62;
  const Point head{c.x, c.y - r * 0.3};
  constexpr std::array<std::array<double, 2>, 9> kArc{{{-0.86, 0.5},
                                                       {-1, 0},
                                                       {-0.87, -0.5},
                                                       {-0.5, -0.87},
                                                       {0, -1},
                                                       {0.5, -0.87},
                                                       {0.87, -0.5},
                                                       {1, 0},
                                                       {0.86, 0.5}}};
  std::array<Point, 10> pin;
  for (std::size_t i = 0; i < kArc.size(); ++i)
    pin[i] = {head.x + kArc[i][0] * top, head.y + kArc[i][1] * top};
  pin[9] = {c.x, c.y + r};
  shape(pen, pin, look);
  pen.disc(head, top * 0.36, look.stroke);
}

void draw_rings(Pen& pen, const Theme& theme, const NodeMark& node) {
  const double outside = node.radius + measure::kRingGap;
  if (node.emphasis == Emphasis::kSelected) {
    pen.disc(node.center, outside + 4, theme.accent.faded(0.16));
    pen.ring(node.center, outside, theme.accent, measure::kRing);
  } else if (node.emphasis == Emphasis::kRelated) {
    pen.ring(node.center, outside, theme.accent.faded(node.opacity), measure::kRing);
  }
  if (node.hovered) pen.ring(node.center, outside + 2.5, theme.accent.faded(0.55), 1.25);
}

void draw_body(Pen& pen, const Theme& theme, const NodeMark& node, const Look& look) {
  switch (node.kind) {
    case ActorKind::kState:
      return circle(pen, node.center, node.radius, look);
    case ActorKind::kGovernment:
      return draw_government(pen, node.center, node.radius, look);
    case ActorKind::kPerson:
      return draw_person(pen, node.center, node.radius, look);
    case ActorKind::kCompany:
      return draw_company(pen, node.center, node.radius, look);
    case ActorKind::kOrganization:
      return box(pen, flat_rect(node.center, node.radius), look, node.radius * kFlat);
    case ActorKind::kLaw: {
      const Color sign = law_sign(theme, look);
      return draw_law(pen, node.center, node.radius, {sign, mix(look.fill, sign, 0.09), look.width});
    }
    case ActorKind::kTreaty:
      return draw_treaty(pen, node.center, node.radius, look);
    case ActorKind::kInfrastructure:
      return draw_infrastructure(pen, node.center, node.radius, look);
    case ActorKind::kCommunity:
      return draw_community(pen, node.center, node.radius, look);
    case ActorKind::kPlace:
      return draw_place(pen, node.center, node.radius, look);
  }
}

bool shows_monogram(ActorKind kind) {
  return kind == ActorKind::kState || kind == ActorKind::kGovernment || kind == ActorKind::kCompany ||
         kind == ActorKind::kOrganization;
}

}  // namespace

void draw_actor(Pen& pen, const Theme& theme, const NodeMark& node) {
  if (node.opacity <= 0) return;
  draw_rings(pen, theme, node);
  draw_body(pen, theme, node, look_of(theme, node));
  draw_actor_letters(pen, theme, node);
}

void draw_actor_letters(Pen& pen, const Theme& theme, const NodeMark& node) {
  if (node.opacity <= 0) return;
  const bool is_law = node.kind == ActorKind::kLaw;
  if (node.radius < kLeastForLetters) return;
  if (!is_law && (node.monogram.empty() || !shows_monogram(node.kind))) return;
  const Look look = look_of(theme, node);
  if (is_law) {
    pen.text_centered(node.center, "§", node.radius > 12 ? TextStyle::kBody : TextStyle::kLabelStrong,
                      law_sign(theme, look));
    return;
  }
  const TextStyle style = node.radius >= kBigMonogram ? TextStyle::kLabelStrong : TextStyle::kSmallStrong;
  pen.text_centered(node.center, node.monogram, style, look.stroke);
}

}  // namespace tp
