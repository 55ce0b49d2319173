#include "app/borders.hpp"

#include <algorithm>

namespace tp {

namespace {

constexpr double kStep = 0.01;  // degrees
constexpr std::uint32_t kMostPoints = 1u << 20;

class Reader {
 public:
  explicit Reader(std::span<const unsigned char> bytes) : bytes_(bytes) {}

  bool ok() const { return ok_; }
  bool at_end() const { return at_ == bytes_.size(); }

  std::uint8_t byte() {
    if (at_ < bytes_.size()) return bytes_[at_++];
    ok_ = false;
    return 0;
  }

  std::uint32_t number() {
    std::uint32_t value = 0;
    for (unsigned shift = 0; shift < 32; shift += 7) {
      const std::uint8_t next = byte();
      value |= static_cast<std::uint32_t>(next & 0x7f) << shift;
      if ((next & 0x80) == 0) return value;
    }
    ok_ = false;
    return 0;
  }

  std::int32_t signed_number() {
    const std::uint32_t value = number();
    return static_cast<std::int32_t>(value >> 1) ^ -static_cast<std::int32_t>(value & 1);
  }

 private:
  std::span<const unsigned char> bytes_;
  std::size_t at_ = 0;
  bool ok_ = true;
};

bool read_line(Reader& in, BorderLine& line) {
  line.coast = in.byte() == 0;
  const std::uint32_t count = in.number();
  if (!in.ok() || count < 2 || count > kMostPoints) return false;
  std::int64_t longitude = 0, latitude = 0;
  line.low = {1e9, 1e9};
  line.high = {-1e9, -1e9};
  for (std::uint32_t i = 0; i < count; ++i) {
    longitude += in.signed_number();
    latitude += in.signed_number();
    if (!in.ok()) return false;
    const GeoPoint p{static_cast<double>(longitude) * kStep, static_cast<double>(latitude) * kStep};
    line.low = {std::min(line.low.longitude, p.longitude), std::min(line.low.latitude, p.latitude)};
    line.high = {std::max(line.high.longitude, p.longitude), std::max(line.high.latitude, p.latitude)};
    line.points.push_back(p);
  }
  return true;
}

}  // namespace

std::optional<Borders> read_borders(std::span<const unsigned char> bytes) {
  Reader in(bytes);
  for (const char c : {'T', 'P', 'B', '1'})
    if (in.byte() != static_cast<std::uint8_t>(c)) return std::nullopt;
  const std::uint32_t count = in.number();
  Borders borders;
  for (std::uint32_t i = 0; i < count; ++i) {
    BorderLine line;
    if (!read_line(in, line)) return std::nullopt;
    borders.lines.push_back(std::move(line));
  }
  if (!in.ok() || !in.at_end()) return std::nullopt;
  return borders;
}

}  // namespace tp
