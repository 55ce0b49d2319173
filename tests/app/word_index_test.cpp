// The index says of every word in which documents it is, however many there are.
#include "app/word_index.hpp"

#include <gtest/gtest.h>

#include <map>
#include <string>

#include "base/random.hpp"

namespace tp {
namespace {

using Lists = std::map<std::string, std::map<std::uint32_t, int>>;

Lists lists_of(const WordIndex& index) {
  Lists lists;
  for (std::uint32_t word = 0; word < index.word_count(); ++word) {
    auto& list = lists[std::string(index.word(word))];
    std::uint32_t last = 0;
    index.for_each_document(word, [&](std::uint32_t document, std::uint8_t places) {
      EXPECT_TRUE(list.empty() || document > last) << "in order, each once";
      last = document;
      list[document] = places;
    });
  }
  return lists;
}

TEST(WordIndex, HoldsExactlyWhatWasAdded) {
  for (const std::uint32_t vocabulary : {1u, 3u, 200u, 40000u}) {
    WordIndex index;
    Lists expected;
    Random random(vocabulary);
    std::uint32_t document = 0;
    for (int i = 0; i < 60000; ++i) {
      if (random.below(4) == 0) document += 1 + random.below(random.below(50) == 0 ? 100000 : 3);
      const std::string word = "w" + std::to_string(random.below(vocabulary));
      const auto places = static_cast<std::uint8_t>(random.below(4));
      index.add(word, document, places);
      expected[word][document] |= places;
    }
    EXPECT_EQ(lists_of(index), expected) << vocabulary;
  }
}

TEST(WordIndex, CanBeAskedWhileItGrows) {
  WordIndex index;
  Lists expected;
  for (std::uint32_t document = 0; document < 400; ++document) {
    index.add("the", document, 0);
    expected["the"][document] = 0;
    ASSERT_EQ(lists_of(index), expected) << document;
  }
}

TEST(WordIndex, StartsOver) {
  WordIndex index;
  index.add("a", 7, kInTitle);
  index.clear();
  EXPECT_EQ(index.word_count(), 0u);
  index.add("b", 0, 0);
  EXPECT_EQ(lists_of(index), (Lists{{"b", {{0, 0}}}}));
}

}  // namespace
}  // namespace tp
