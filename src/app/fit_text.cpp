#include "app/fit_text.hpp"

namespace tp {

std::string cut_to_width(std::string_view text, TextStyle style, double width_px,
                         const TextMeasurer& measurer) {
  if (measurer.measure(text, style).width <= width_px) return std::string(text);
  // The longest beginning that fits is found by halving; a letter of several bytes is never cut in two.
  std::size_t fits = 0, over = text.size();
  const auto cut = [&](std::size_t bytes) {
    while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xc0u) == 0x80u) --bytes;
    while (bytes > 0 && text[bytes - 1] == ' ') --bytes;
    return std::string(text.substr(0, bytes)) + "\u2026";
  };
  while (over - fits > 1) {
    const std::size_t middle = fits + (over - fits) / 2;
    (measurer.measure(cut(middle), style).width <= width_px ? fits : over) = middle;
  }
  std::string found = cut(fits);
  return found == "\u2026" ? std::string() : found;
}

std::vector<std::string> wrap_to_width(std::string_view text, TextStyle style, double width_px,
                                       std::size_t lines, const TextMeasurer& measurer) {
  std::vector<std::string> out;
  while (!text.empty() && out.size() + 1 < lines) {
    std::size_t end = 0;
    for (std::size_t at = 0; at <= text.size(); ++at) {
      if (at < text.size() && text[at] != ' ') continue;
      if (measurer.measure(text.substr(0, at), style).width > width_px) break;
      end = at;
    }
    if (end == 0) break;  // one word is too long for a line: it is cut
    out.emplace_back(text.substr(0, end));
    text.remove_prefix(end == text.size() ? end : end + 1);
  }
  if (text.empty()) return out;
  std::string last = cut_to_width(text, style, width_px, measurer);
  if (!last.empty()) out.push_back(std::move(last));
  return out;
}

}  // namespace tp
