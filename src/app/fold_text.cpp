#include "app/fold_text.hpp"

#include <algorithm>
#include <span>

namespace tp {

namespace {

// The plain letter of each Latin letter from U+00C0 and from U+1E00 on. Capitals stand for two letters,
// '-' ends a word, '.' stays as it is. Made from UnicodeData.txt (Unicode 14): the first letter of the
// decomposition, else the letter in the character's name ("LATIN SMALL LETTER L WITH STROKE").
constexpr std::string_view kLatin =
    "aaaaaaAceeeeiiiidnooooo-ouuuuyTSaaaaaaAceeeeiiiidnooooo-ouuuuyTy"  // 00C0
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiJJjjkkqlllllll"  // 0100
    "lllnnnnnnnnnooooooOOrrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs"  // 0140
    "bbbb..occdddd.eeeffgg.iikkl.mnnooo..ppr..s.ttttuuuvyyzzz..z....."  // 0180
    "....DDDLLLNNNaaiioouuuuuuuuuueaaaaAAggggkkoooozzjDDDgg..nnaaAAoo"  // 01C0
    "aaaaeeeeiiiioooorrrruuuusstt..hhnd..zzaaeeooooooooyylntj..acclts"  // 0200
    "z..b.veejjqqrryyaa.bocddeeeeee.jgggg.hh.iiilll.mmmnnno......rrr."  // 0240
    "r.ssj.s.t.uvv..yzzzz.....b.ghj.lq.............hh";                 // 0280
constexpr std::string_view kLatinAdditional =
    "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm"   // 1E00
    "mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv"   // 1E40
    "wwwwwwwwwwxxxxyyzzzzzzhtwyasssS.aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee"   // 1E80
    "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy....yy";  // 1EC0

struct Pair {
  char16_t from, to;
};
// Small letters with a mark, and the letter under it.
constexpr Pair kCyrillic[] = {{0x0439, 0x0438}, {0x0450, 0x0435}, {0x0451, 0x0435}, {0x0453, 0x0433},
                              {0x0457, 0x0456}, {0x045C, 0x043A}, {0x045D, 0x0438}, {0x045E, 0x0443},
                              {0x0477, 0x0475}, {0x04C2, 0x0436}, {0x04D1, 0x0430}, {0x04D3, 0x0430},
                              {0x04D7, 0x0435}, {0x04DB, 0x04D9}, {0x04DD, 0x0436}, {0x04DF, 0x0437},
                              {0x04E3, 0x0438}, {0x04E5, 0x0438}, {0x04E7, 0x043E}, {0x04EB, 0x04E9},
                              {0x04ED, 0x044D}, {0x04EF, 0x0443}, {0x04F1, 0x0443}, {0x04F3, 0x0443},
                              {0x04F5, 0x0447}, {0x04F9, 0x044B}};
constexpr Pair kGreek[] = {{0x0386, 0x03B1}, {0x0388, 0x03B5}, {0x0389, 0x03B7}, {0x038A, 0x03B9},
                           {0x038C, 0x03BF}, {0x038E, 0x03C5}, {0x038F, 0x03C9}, {0x0390, 0x03B9},
                           {0x03AA, 0x03B9}, {0x03AB, 0x03C5}, {0x03AC, 0x03B1}, {0x03AD, 0x03B5},
                           {0x03AE, 0x03B7}, {0x03AF, 0x03B9}, {0x03B0, 0x03C5}, {0x03C2, 0x03C3},
                           {0x03CA, 0x03B9}, {0x03CB, 0x03C5}, {0x03CC, 0x03BF}, {0x03CD, 0x03C5},
                           {0x03CE, 0x03C9}, {0x03CF, 0x03D7}};

struct Stretch {
  char32_t first, last;
  bool holds(char32_t c) const { return c >= first && c <= last; }
};
// What separates words beyond Latin-1: punctuation, symbols, spaces.
constexpr Stretch kGaps[] = {
    {0x0375, 0x0375}, {0x037E, 0x037E}, {0x0384, 0x0385}, {0x0387, 0x0387},  {0x0482, 0x0482},
    {0x055A, 0x055F}, {0x0589, 0x058F}, {0x05BE, 0x05BE}, {0x060C, 0x060D},  {0x061B, 0x061F},
    {0x066A, 0x066D}, {0x06D4, 0x06D4}, {0x0964, 0x0965}, {0x10FB, 0x10FB},  {0x1680, 0x1680},
    {0x2000, 0x200A}, {0x200E, 0x205F}, {0x2061, 0x2BFF}, {0x2E00, 0x2E7F},  {0x3000, 0x3004},
    {0x3008, 0x3020}, {0x3030, 0x3030}, {0xD800, 0xF8FF}, {0xFE10, 0xFE1F},  {0xFE30, 0xFE6F},
    {0xFF00, 0xFF0F}, {0xFF1A, 0xFF20}, {0xFFF0, 0xFFFF}, {0x1F000, 0x1FAFF}};
// What belongs to the letter before it: combining marks, soft hyphens, joiners, letter-like apostrophes.
constexpr Stretch kMarks[] = {{0x00AD, 0x00AD}, {0x02B0, 0x036F}, {0x0483, 0x0489}, {0x0559, 0x0559},
                              {0x0591, 0x05BD}, {0x05BF, 0x05C7}, {0x0610, 0x061A}, {0x064B, 0x065F},
                              {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF}, {0x200B, 0x200D}, {0x2060, 0x2060},
                              {0x20D0, 0x20FF}, {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}, {0xFEFF, 0xFEFF}};
// Kana, Han, Hangul: a reader types what stands anywhere in a sentence.
constexpr Stretch kUnspaced[] = {
    {0x3040, 0x30FF}, {0x3400, 0x9FFF}, {0xAC00, 0xD7A3}, {0xF900, 0xFAFF}, {0x20000, 0x3FFFF}};

bool holds(std::span<const Stretch> stretches, char32_t c) {
  for (const Stretch& stretch : stretches)
    if (stretch.holds(c)) return true;
  return false;
}

FoldedLetter one(char32_t c) {
  return {{c, 0}, 1, false, false};
}
FoldedLetter two(char32_t a, char32_t b) {
  return {{a, b}, 2, false, false};
}
FoldedLetter gap() {
  return {{}, 0, true, false};
}

FoldedLetter fold_latin(char plain, char32_t itself) {
  switch (plain) {
    case '-':
      return gap();
    case '.':
      return one(itself);
    case 'A':
      return two('a', 'e');
    case 'O':
      return two('o', 'e');
    case 'T':
      return two('t', 'h');
    case 'S':
      return two('s', 's');
    case 'J':
      return two('i', 'j');
    case 'L':
      return two('l', 'j');
    case 'N':
      return two('n', 'j');
    case 'D':
      return two('d', 'z');
    default:
      return one(static_cast<unsigned char>(plain));
  }
}

char32_t under_its_mark(std::span<const Pair> pairs, char32_t c) {
  for (const Pair& pair : pairs)
    if (pair.from == c) return pair.to;
  return c;
}

char32_t fold_cyrillic(char32_t c) {
  const bool paired = (c >= 0x0460 && c <= 0x0481) || (c >= 0x048A && c <= 0x04BF) || c >= 0x04D0;
  if (c < 0x0410) {
    c += 0x50;
  } else if (c < 0x0430) {
    c += 0x20;
  } else if (c == 0x04C0) {
    c = 0x04CF;
  } else if (c > 0x04C0 && c < 0x04CF) {
    c += c & 1;
  } else if (paired) {
    c |= 1;
  }
  return under_its_mark(kCyrillic, c);
}

char32_t fold_greek(char32_t c) {
  if (c >= 0x0391 && c <= 0x03A9) return under_its_mark(kGreek, c + 0x20);
  const bool paired = (c >= 0x03D8 && c <= 0x03EF) || (c >= 0x0370 && c <= 0x0373) || c == 0x0376;
  return paired ? c | 1 : under_its_mark(kGreek, c);
}

// Georgian has three forms of one alphabet: capitals of old (Asomtavruli, Nuskhuri) and of headlines.
char32_t fold_georgian(char32_t c) {
  if (c >= 0x1C90 && c <= 0x1CBF && c != 0x1CBB && c != 0x1CBC) return c - 0x1C90 + 0x10D0;
  if (c >= 0x10A0 && c <= 0x10C5) return c + 0x30;
  if (c >= 0x2D00 && c <= 0x2D25) return c - 0x2D00 + 0x10D0;
  return c;
}

constexpr bool is_plain_letter(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

std::size_t write_utf8(char32_t c, char* out) {
  const auto byte = [](char32_t value) { return static_cast<char>(static_cast<unsigned char>(value)); };
  if (c < 0x80) {
    out[0] = byte(c);
    return 1;
  }
  if (c < 0x800) {
    out[0] = byte(0xC0 | c >> 6);
    out[1] = byte(0x80 | (c & 63));
    return 2;
  }
  if (c < 0x10000) {
    out[0] = byte(0xE0 | c >> 12);
    out[1] = byte(0x80 | (c >> 6 & 63));
    out[2] = byte(0x80 | (c & 63));
    return 3;
  }
  out[0] = byte(0xF0 | c >> 18);
  out[1] = byte(0x80 | (c >> 12 & 63));
  out[2] = byte(0x80 | (c >> 6 & 63));
  out[3] = byte(0x80 | (c & 63));
  return 4;
}

std::uint32_t utf16_units(char32_t c) {
  return c >= 0x10000 ? 2 : 1;
}

}  // namespace

FoldedLetter fold_letter(char32_t c) {
  if (is_plain_letter(c)) return one(c < 'a' && c > '9' ? c + 32 : c);
  if (c < 0x00C0 && c != 0x00AD) return gap();
  if (c >= 0x00C0 && c < 0x02B0) return fold_latin(kLatin[c - 0x00C0], c);
  if (c >= 0x1E00 && c < 0x1F00) return fold_latin(kLatinAdditional[c - 0x1E00], c);
  if (holds(kMarks, c)) return {};
  if (holds(kGaps, c) && !(c >= 0x2D00 && c <= 0x2D25)) return gap();
  if (c >= 0x0370 && c < 0x0400) return one(fold_greek(c));
  if (c >= 0x0400 && c < 0x0530) return one(fold_cyrillic(c));
  if (c >= 0x0531 && c <= 0x0556) return one(c + 0x30);
  if (c == 0x0587) return two(0x0565, 0x0582);  // և, as it is taken apart where it is written large
  if (c == 0x2C65 || c == 0x2C66) return one(c == 0x2C65 ? 'a' : 't');  // small ones of Ⱥ and Ⱦ
  if (holds(kUnspaced, c)) return {{c, 0}, 1, false, true};
  return one(fold_georgian(c));
}

char32_t next_code_point(std::string_view utf8, std::size_t& at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(utf8[i]); };
  const char32_t first = byte(at++);
  if (first < 0x80) return first;
  const std::size_t more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : 1;
  constexpr char32_t kLeast[] = {0, 0x80, 0x800, 0x10000};
  if (first < 0xC2 || first > 0xF4 || utf8.size() - at < more) return 0xFFFD;
  char32_t c = first & (0x3Fu >> more);
  for (std::size_t i = 0; i < more; ++i) {
    if ((byte(at + i) & 0xC0) != 0x80) return 0xFFFD;
    c = c << 6 | (byte(at + i) & 0x3F);
  }
  if (c < kLeast[more] || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) return 0xFFFD;
  at += more;
  return c;
}

// Adds the letters; false where the word has no room for more.
bool WordReader::take(const FoldedLetter& folded) {
  for (int i = 0; i < folded.count; ++i) {
    char bytes[4];
    const std::size_t count = write_utf8(folded.letters[static_cast<std::size_t>(i)], bytes);
    if (length_ + count > kLongest) return false;
    std::copy_n(bytes, count, word_.data() + length_);
    length_ += count;
  }
  return true;
}

bool WordReader::next() {
  length_ = 0;
  bool full = false;
  while (at_ < text_.size()) {
    const std::size_t before = at_;
    const char32_t c = next_code_point(text_, at_);
    const FoldedLetter folded = fold_letter(c);
    const bool ends = folded.is_gap || (folded.is_word && length_ > 0);
    if (ends && length_ > 0) {
      at_ = before;
      return true;
    }
    if (folded.count > 0) {
      if (length_ == 0) {
        begin_ = before;
        begin_utf16_ = at_utf16_;
      }
      full = full || !take(folded);
    }
    at_utf16_ += utf16_units(c);
    if (folded.is_word) return true;
  }
  return length_ > 0;
}

std::uint32_t WordReader::end_utf16(std::size_t bytes) const {
  std::size_t at = begin_, made = 0;
  std::uint32_t end = begin_utf16_, here = begin_utf16_;
  while (at < text_.size()) {
    const char32_t c = next_code_point(text_, at);
    const FoldedLetter folded = fold_letter(c);
    if (folded.is_gap || (made >= bytes && folded.count > 0)) break;
    for (int i = 0; i < folded.count; ++i) {
      char scratch[4];
      made += write_utf8(folded.letters[static_cast<std::size_t>(i)], scratch);
    }
    here += utf16_units(c);
    end = here;
    if (made > kLongest) break;
  }
  return end;
}

}  // namespace tp
