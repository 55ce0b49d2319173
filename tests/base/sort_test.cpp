// Lists of every length and kind in order, against the standard library's answer.
#include "base/sort.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "base/random.hpp"

namespace tp {
namespace {

struct Card {
  std::uint32_t value = 0;
  std::uint32_t dealt = 0;  // which one it was before
  double weight = 0;
  friend bool operator==(const Card&, const Card&) = default;
};

std::vector<Card> deal(std::size_t count, std::uint32_t values, Random& random) {
  std::vector<Card> cards(count);
  for (std::uint32_t i = 0; i < count; ++i)
    cards[i] = {static_cast<std::uint32_t>(random.below(values)), i, 0.5 * i};
  return cards;
}

constexpr auto lower = [](const Card& a, const Card& b) { return a.value < b.value; };

TEST(SortList, KeepsTheOrderOfEqualsAtEveryLength) {
  Random random(11);
  for (std::size_t count = 0; count < 200; ++count) {
    for (const std::uint32_t values : {1u, 2u, 5u, 1000u}) {
      std::vector<Card> cards = deal(count, values, random);
      std::vector<Card> expected = cards;
      std::stable_sort(expected.begin(), expected.end(), lower);
      sort_list(cards, lower);
      ASSERT_EQ(cards, expected) << count << " cards of " << values << " values";
    }
  }
}

TEST(SortList, SortsWordsOfFourAndOfEightBytes) {
  Random random(12);
  std::vector<std::uint32_t> small(5000);
  for (std::uint32_t& value : small) value = static_cast<std::uint32_t>(random.below(100'000));
  std::vector<double> large(small.begin(), small.end());
  sort_list(small);
  EXPECT_TRUE(std::is_sorted(small.begin(), small.end()));
  sort_list(large, [](double a, double b) { return a > b; });
  EXPECT_TRUE(std::is_sorted(large.rbegin(), large.rend()));
}

TEST(SortList, ComparesWhatIsInOrderAlreadyOnceForEachElementAndRun) {
  std::vector<std::uint32_t> list(1 << 16);
  std::iota(list.begin(), list.end(), 0u);
  std::size_t compared = 0;
  sort_list(list, [&](std::uint32_t a, std::uint32_t b) {
    ++compared;
    return a < b;
  });
  EXPECT_LT(compared, list.size() * 5 / 4);
}

TEST(SortList, NeedsNoMoreThanNLogNComparisons) {
  Random random(13);
  std::vector<std::uint32_t> list(1 << 14);
  for (std::uint32_t& value : list) value = static_cast<std::uint32_t>(random.below(1u << 30));
  std::size_t compared = 0;
  sort_list(list, [&](std::uint32_t a, std::uint32_t b) {
    ++compared;
    return a < b;
  });
  EXPECT_LT(compared, list.size() * 15);
}

}  // namespace
}  // namespace tp
