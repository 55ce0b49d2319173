// No bytes crash the reader, and whatever it accepts survives writing and reading again.
#include <gtest/gtest.h>

#include "base/random.hpp"
#include "time/date.hpp"
#include "time/format_date.hpp"

namespace tp {
namespace {

constexpr int kRandomRounds = 50'000;
constexpr int kMutatedRounds = 150'000;
const char* const kLanguages[] = {"en", "az", "hy", "ru", "tr"};
const std::string_view kSeeds[] = {"1992",
                                   "1992-10",
                                   "1992-10-24",
                                   "1992-10-24T15:00:00Z",
                                   "1992-10-24T15:00:00.250+04:00",
                                   "199X",
                                   "19XX",
                                   "1XXX?",
                                   "1992-XX",
                                   "1992-XX-XX",
                                   "1992-10-XX~",
                                   "2020-21",
                                   "-0044",
                                   "-004X",
                                   "Y-13800000000~",
                                   "Y20000000000%",
                                   "1988-01/1994-05",
                                   "2025-08-08/..",
                                   "../1991",
                                   "/1991",
                                   "1988~/1994?",
                                   "2020/",
                                   "24 October 1992",
                                   "c. 44 BC",
                                   "1988–1994",
                                   "19th century",
                                   "10/24/1992",
                                   "Y-50000-03-01T12:00Z"};
const std::string_view kAlphabet = "0123456789-/.:TZXY?~%+ abcdest,\xe2\x80\x93";

char random_char(Random& random) {
  if (random.below(8) == 0) return static_cast<char>(random.below(256));
  return kAlphabet[random.below(static_cast<std::uint32_t>(kAlphabet.size()))];
}

std::string random_bytes(Random& random) {
  std::string text(random.below(24), ' ');
  for (char& c : text) c = random_char(random);
  return text;
}

std::string mutated(Random& random) {
  std::string text(kSeeds[random.below(static_cast<std::uint32_t>(std::size(kSeeds)))]);
  for (std::uint32_t i = 0, n = 1 + random.below(4); i < n; ++i) {
    const std::size_t at = random.below(static_cast<std::uint32_t>(text.size()) + 1);
    const std::uint32_t how = random.below(4);
    if (how == 0) text.insert(at, 1, random_char(random));
    if (how == 1 && at < text.size()) text.erase(at, 1);
    if (how == 2 && at < text.size()) text[at] = random_char(random);
    if (how == 3) text += text.substr(at);
  }
  return text;
}

bool is_utf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const std::size_t size = lead < 0x80   ? 1
                             : lead < 0xc2 ? 0
                             : lead < 0xe0 ? 2
                             : lead < 0xf0 ? 3
                             : lead < 0xf5 ? 4
                                           : 0;
    if (size == 0 || i + size > text.size()) return false;
    for (std::size_t k = 1; k < size; ++k) {
      if ((static_cast<unsigned char>(text[i + k]) & 0xc0u) != 0x80u) return false;
    }
    i += size;
  }
  return true;
}

void check_accepted(const DateRange& range, const std::string& text) {
  const std::string written = to_edtf(range);
  const DateResult<DateRange> again = parse_date_range(written);
  ASSERT_TRUE(again.value) << text << " was written as " << written << ": " << again.error.message;
  ASSERT_EQ(*again.value, range) << text << " was written as " << written;
  const TimeRange outer = range.outer();
  const TimeRange inner = range.inner();
  ASSERT_TRUE(outer.begin < outer.end && outer.begin <= inner.begin && inner.begin <= inner.end &&
              inner.end <= outer.end)
      << text;
  // One language and style each time: over all rounds every phrase meets every table.
  const std::size_t turn = text.size() + static_cast<std::size_t>(outer.begin.day & 0xff);
  const std::string said =
      format_date_range(range, kLanguages[turn % 5], turn % 2 == 0 ? DateStyle::kLong : DateStyle::kShort);
  ASSERT_FALSE(said.empty()) << text;
  ASSERT_TRUE(is_utf8(said)) << text;
  ASSERT_EQ(said.find_first_of("{}"), std::string::npos) << text << ": " << said;
}

void check(const std::string& text, int& accepted) {
  const DateResult<DateRange> result = parse_date_range(text);
  if (result.value) {
    ++accepted;
    check_accepted(*result.value, text);
  } else {
    ASSERT_FALSE(result.error.message.empty());
    ASSERT_LE(result.error.offset, text.size());
    ASSERT_TRUE(is_utf8(result.error.message)) << text;
  }
  const DateResult<Date> date = parse_date(text);
  ASSERT_EQ(date.value.has_value(), result.value && !result.value->is_interval) << text;
}

TEST(EdtfFuzz, SurvivesRandomBytes) {
  Random random(1);
  int accepted = 0;
  for (int i = 0; i < kRandomRounds && !HasFatalFailure(); ++i) check(random_bytes(random), accepted);
}

TEST(EdtfFuzz, SurvivesMutatedDatesAndReturnsWhatItAccepts) {
  Random random(2);
  int accepted = 0;
  for (int i = 0; i < kMutatedRounds && !HasFatalFailure(); ++i) check(mutated(random), accepted);
  // Enough of them must get through to say anything of the round trip.
  EXPECT_GT(accepted, kMutatedRounds / 50);
}

}  // namespace
}  // namespace tp
