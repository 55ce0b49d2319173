#include "base/paced.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <vector>

namespace tp {
namespace {

Paced<int> add_up(const std::vector<int>& numbers, std::size_t begin, std::size_t end) {
  int sum = 0;
  for (std::size_t i = begin; i < end; ++i) {
    co_await Work{1};
    sum += numbers[i];
  }
  co_return sum;
}

Paced<> note(std::vector<int>& sums, int sum) {
  co_await Work{1};
  sums.push_back(sum);
}

Paced<std::vector<int>> add_up_in_pairs(const std::vector<int>& numbers) {
  std::vector<int> sums;
  for (std::size_t i = 0; i + 1 < numbers.size(); i += 2) {
    const int sum = co_await add_up(numbers, i, i + 2);
    co_await note(sums, sum);
  }
  co_return sums;
}

std::vector<int> count_to(int last) {
  std::vector<int> numbers;
  for (int i = 1; i <= last; ++i) numbers.push_back(i);
  return numbers;
}

TEST(Paced, GivesTheSameWhereverItStops) {
  const std::vector<int> numbers = count_to(40);
  const std::vector<int> expected = finish(add_up_in_pairs(numbers));
  ASSERT_EQ(expected.size(), 20u);
  EXPECT_EQ(expected[0], 3);
  EXPECT_EQ(expected[19], 79);
  for (std::int64_t units = 1; units < 70; ++units) {
    PacedRun<std::vector<int>> run(add_up_in_pairs(numbers));
    int pieces = 1;
    while (!run.advance(units)) ++pieces;
    EXPECT_EQ(run.units_done(), 60);
    EXPECT_EQ(pieces, 60 / units + 1) << units;
    EXPECT_EQ(run.take(), expected) << units;
  }
}

TEST(Paced, DoesNothingBeforeItIsAdvanced) {
  std::vector<int> sums;
  {
    PacedRun<void> run(note(sums, 5));
    EXPECT_TRUE(sums.empty());
    EXPECT_FALSE(run.advance(0));
    EXPECT_TRUE(sums.empty());
    EXPECT_TRUE(run.advance(2));
    EXPECT_EQ(sums, std::vector<int>{5});
    EXPECT_TRUE(run.advance(2)) << "the end stays the end";
  }
  EXPECT_EQ(sums.size(), 1u);
}

// The address sanitizer sees what would be left over.
TEST(Paced, CanBeDroppedAnywhere) {
  const std::vector<int> numbers = count_to(40);
  for (std::int64_t units = 0; units < 60; ++units) {
    PacedRun<std::vector<int>> run(add_up_in_pairs(numbers));
    EXPECT_FALSE(run.advance(units));
  }
}

Paced<std::unique_ptr<int>> make_number(int n) {
  co_await Work{1};
  co_return std::make_unique<int>(n);
}

Paced<int> nest(int depth) {
  if (depth == 0) co_return *co_await make_number(7);
  co_return co_await nest(depth - 1) + 1;
}

TEST(Paced, ReturnsThroughManyDepthsAndWhatCannotBeCopied) {
  EXPECT_EQ(finish(nest(1000)), 1007);
}

Paced<int> count_calls(int calls) {
  int sum = 0;
  for (int i = 0; i < calls; ++i) sum += *co_await make_number(1);
  co_return sum;
}

// Were each return to go deeper into the stack, it would not be enough for so many.
TEST(Paced, AMillionCallsNeedNoDeeperStackThanOne) {
  EXPECT_EQ(finish(count_calls(1'000'000)), 1'000'000);
}

}  // namespace
}  // namespace tp
