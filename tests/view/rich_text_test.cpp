#include "view/rich_text.hpp"

#include <gtest/gtest.h>

namespace tp {
namespace {

std::string as_text(const std::vector<RichBlock>& blocks) {
  std::string out;
  for (const RichBlock& block : blocks) {
    out += block.item ? "* " : "";
    for (const RichRun& run : block.runs) {
      if (run.strong) out += "<b>";
      out += run.target.empty() ? run.words : "{" + run.words + "|" + run.target + "}";
      if (run.strong) out += "</b>";
    }
    out += "\n";
  }
  return out;
}

TEST(RichText, ReadsParagraphsItemsAndLinks) {
  EXPECT_EQ(as_text(read_rich_text("One [[law|the law]] and\ntwo.\n\n- first\n- second [[id]]\n\nLast.")),
            "One {the law|law} and two.\n* first\n* second {|id}\nLast.\n");
}

TEST(RichText, ReadsEmphasisAlsoAroundLinks) {
  EXPECT_EQ(as_text(read_rich_text("**What does [[s|907]] say?** It *bars* aid.")),
            "<b>What does </b><b>{907|s}</b><b> say?</b> It <b>bars</b> aid.\n");
}

TEST(RichText, ReadsAddresses) {
  EXPECT_EQ(as_text(read_rich_text("See [the register](https://example.org/a).")),
            "See {the register|https://example.org/a}.\n");
}

TEST(RichText, ShowsWhatIsLeftOpenAsItWasWritten) {
  for (const char* text : {"[[open", "[half](open", "2 * 3", "** alone", "]] }", "a|b", "[not a link]"})
    EXPECT_EQ(as_text(read_rich_text(text)), std::string(text) + "\n");
}

TEST(RichText, HasNoBlocksWhereThereAreNoWords) {
  EXPECT_TRUE(read_rich_text("").empty());
  EXPECT_TRUE(read_rich_text("\n \n\t\n").empty());
}

}  // namespace
}  // namespace tp
