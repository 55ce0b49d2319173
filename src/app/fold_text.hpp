// Which words does a text have, for a reader who types no accents? Letters without case and marks, and where
// each word stands.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace tp {

/// What a letter is for searching: nothing (a combining mark), the end of a word, or one or two letters.
struct FoldedLetter {
  std::array<char32_t, 2> letters{};
  int count = 0;
  bool is_gap = false;
  bool is_word = false;  ///< a script without spaces: every letter begins a word
};

/// Case folding and decomposition as in the Unicode Character Database (CaseFolding.txt, and UnicodeData.txt
/// with its marks left out) for Latin (also Extended-A, -B, Additional and IPA), Greek, Cyrillic, Armenian
/// and Georgian; other scripts stay as they are. Letters that Unicode does not decompose go to the plain
/// letter that readers type instead: ı and İ to i, ə to e, ø to o, đ to d, ł to l; æ is ae and ß is ss.
FoldedLetter fold_letter(char32_t letter);

/// The code point at `at`, which moves behind it. A byte that is no UTF-8 counts as one U+FFFD.
char32_t next_code_point(std::string_view utf8, std::size_t& at);

/// Reads a text word by word.
class WordReader {
 public:
  static constexpr std::size_t kLongest = 56;  ///< bytes of a folded word; what is longer is cut

  explicit WordReader(std::string_view utf8) : text_(utf8) {}

  /// Goes to the next word; false after the last one.
  bool next();
  /// The word, folded, as UTF-8; until the next `next`.
  std::string_view word() const { return {word_.data(), length_}; }
  /// Where it begins in the text, in bytes and in UTF-16 units.
  std::size_t begin() const { return begin_; }
  std::uint32_t begin_utf16() const { return begin_utf16_; }
  /// Where the letters end, in UTF-16 units, that make the first `bytes` of the folded word.
  std::uint32_t end_utf16(std::size_t bytes) const;

 private:
  bool take(const FoldedLetter& folded);

  std::string_view text_;
  std::size_t at_ = 0;
  std::uint32_t at_utf16_ = 0;
  std::size_t begin_ = 0;
  std::uint32_t begin_utf16_ = 0;
  std::array<char, kLongest + 4> word_{};
  std::size_t length_ = 0;
};

}  // namespace tp
