#include "time/edtf_hints.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>
#include <vector>

#include "time/clock_text.hpp"
#include "time/edtf_reader.hpp"

namespace tp {
namespace {

// Longer texts are no dates that somebody mistyped.
constexpr std::size_t kLongestGuess = 64;
constexpr std::size_t kLongestQuote = 40;

constexpr std::array<std::string_view, 12> kMonths = {"january",   "february", "march",    "april",
                                                      "may",       "june",     "july",     "august",
                                                      "september", "october",  "november", "december"};
constexpr std::array<std::string_view, 5> kSeasons = {"spring", "summer", "autumn", "winter", "fall"};

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}
constexpr std::array<std::string_view, 8> kAbout = {"circa",         "c",     "ca", "cca", "about", "around",
                                                    "approximately", "approx"};
constexpr std::array<std::string_view, 4> kPerhaps = {"perhaps", "maybe", "possibly", "probably"};
constexpr std::array<std::string_view, 2> kBefore = {"bc", "bce"};
constexpr std::array<std::string_view, 2> kCommon = {"ad", "ce"};
constexpr std::array<std::string_view, 2> kSince = {"since ", "from "};
constexpr std::array<std::string_view, 3> kUntil = {"until ", "till ", "to "};
constexpr std::array<std::string_view, 6> kOpen = {"present", "now", "today", "open", "ongoing", "*"};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) {
  return c >= 'a' && c <= 'z';
}

std::string canonical(std::string_view edtf) {
  const DateResult<DateRange> read = read_edtf_range(edtf);
  return read.value ? to_edtf(*read.value) : "";
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

// Lower case, with plain hyphens and spaces and none around it.
std::string tidied(std::string_view text) {
  std::string tidy(text);
  for (const std::string_view dash : {"\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2212"}) {
    replace_all(tidy, dash, "-");
  }
  replace_all(tidy, "\u00a0", " ");
  for (char& c : tidy) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (c == '\t' || c == '\n' || c == '\r') c = ' ';
  }
  const std::size_t first = tidy.find_first_not_of(' ');
  if (first == std::string::npos) return "";
  return tidy.substr(first, tidy.find_last_not_of(' ') + 1 - first);
}

// A run of digits or of letters.
struct Token {
  std::string text;
  bool number = false;
};

// None where the text holds anything else than digits, letters and the punctuation of dates.
std::vector<Token> tokens_of(std::string_view text) {
  std::vector<Token> tokens;
  if (text.starts_with('-') || text.ends_with('-')) return tokens;  // a sign or something missing
  char before = ' ';
  for (const char c : text) {
    if (is_digit(c) || is_letter(c)) {
      const bool continues = is_digit(c) ? is_digit(before) : is_letter(before);
      if (!continues) tokens.push_back({"", is_digit(c)});
      tokens.back().text += c;
    } else if (std::string_view(" ,./-'").find(c) == std::string_view::npos) {
      return {};
    }
    before = c;
  }
  return tokens;
}

int number_of(const Token& token) {
  return token.text.size() > 9 ? -1 : std::atoi(token.text.c_str());
}

// A name of three letters and more, or the whole of it: "oct", "sept", "october". From 1.
template <std::size_t N>
int place_of(const Token& token, const std::array<std::string_view, N>& names) {
  if (token.number || token.text.size() < 3) return 0;
  for (std::size_t i = 0; i < N; ++i) {
    if (names[i].starts_with(token.text)) return static_cast<int>(i) + 1;
  }
  return 0;
}

std::string two_digits(int number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

std::string year_text(const Token& year, bool before_common_era) {
  const int number = before_common_era ? 1 - number_of(year) : number_of(year);
  const std::string digits = padded(std::abs(number), 4);
  if (digits.size() > 4) return (number < 0 ? "Y-" : "Y") + digits;
  return (number < 0 ? "-" : "") + digits;
}

// Day and month where they can be told apart; 0 where not.
std::string numeric_date(int a, int b, const std::string& year) {
  if (a > 12 && b <= 12) return year + "-" + two_digits(b) + "-" + two_digits(a);
  if (b > 12 && a <= 12) return year + "-" + two_digits(a) + "-" + two_digits(b);
  return a == b ? year + "-" + two_digits(a) + "-" + two_digits(b) : "";
}

// What the words around a date say of it, taken off its tokens.
struct Marks {
  bool about = false;
  bool perhaps = false;
  bool before_common_era = false;
};

Marks take_marks(std::vector<Token>& tokens) {
  Marks marks;
  const auto take = [&](const Token& token) {
    if (is_one_of(token.text, kAbout)) return marks.about = true;
    if (is_one_of(token.text, kPerhaps)) return marks.perhaps = true;
    if (is_one_of(token.text, kBefore)) return marks.before_common_era = true;
    return is_one_of(token.text, kCommon) || token.text == "the" || token.text == "of";
  };
  std::erase_if(tokens, take);
  return marks;
}

bool is_ordinal_ending(const Token& token) {
  return token.text == "th" || token.text == "st" || token.text == "nd" || token.text == "rd";
}

// "1990s", "19th century".
std::string long_stretch(const std::vector<Token>& tokens, bool before_common_era) {
  if (tokens.size() == 2 && tokens[1].text == "s" && tokens[0].text.size() == 4) {
    const std::string& year = tokens[0].text;
    if (year.ends_with("00")) return year.substr(0, 2) + "XX";
    return year.ends_with("0") ? year.substr(0, 3) + "X" : "";
  }
  if (tokens.size() == 3 && is_ordinal_ending(tokens[1]) && tokens[2].text == "century") {
    const int century = number_of(tokens[0]);
    if (century < 1 || century > 99) return "";
    return (before_common_era ? "-" : "") + two_digits(century - 1) + "XX";
  }
  return "";
}

std::string with_month_name(const std::vector<Token>& tokens, bool before_common_era) {
  int month = 0;
  std::optional<Token> year;
  int day = 0;
  for (const Token& token : tokens) {
    if (!token.number) {
      if (month != 0) return "";
      month = place_of(token, kMonths);
      if (const int season = place_of(token, kSeasons); season > 0) month = season == 5 ? 23 : season + 20;
      if (month == 0) return "";
    } else if (token.text.size() > 2) {
      if (year) return "";
      year = token;
    } else {
      if (day != 0) return "";
      day = number_of(token);
    }
  }
  if (!year || month == 0) return "";
  const std::string text = year_text(*year, before_common_era) + "-" + two_digits(month);
  return day == 0 ? text : text + "-" + two_digits(day);
}

std::string only_numbers(const std::vector<Token>& tokens, bool before_common_era) {
  const std::size_t count = tokens.size();
  if (count == 1 && tokens[0].text.size() == 8) {
    const std::string& t = tokens[0].text;
    return t.substr(0, 4) + "-" + t.substr(4, 2) + "-" + t.substr(6);
  }
  if (count == 1) return year_text(tokens[0], before_common_era);
  const bool year_first = tokens.front().text.size() == 4;
  const bool year_last = tokens.back().text.size() == 4;
  if (count > 3 || year_first == year_last) return "";
  const std::string year = year_text(year_first ? tokens.front() : tokens.back(), before_common_era);
  const int second = number_of(tokens[1]);
  if (count == 2) return year + "-" + two_digits(year_first ? second : number_of(tokens[0]));
  if (year_first) return year + "-" + two_digits(second) + "-" + two_digits(number_of(tokens[2]));
  return numeric_date(number_of(tokens[0]), second, year);
}

// One date in words or in another order.
std::string guess_date(std::string_view text) {
  std::string upper(text);
  for (char& c : upper) c = is_letter(c) ? static_cast<char>(c - 'a' + 'A') : c;
  if (std::string plain = canonical(upper); !plain.empty()) return plain;

  // "?1992", "1992?-10": one mark, moved to where it belongs.
  const std::size_t mark = text.find_first_of("?~%");
  if (mark != std::string_view::npos) {
    std::string moved(text);
    moved.erase(mark, 1);
    const std::string date = guess_date(moved);
    return date.empty() ? "" : canonical(date + text[mark]);
  }
  if (upper.size() >= 16 && upper[10] == ' ') {
    upper[10] = 'T';
    return canonical(upper + "Z");
  }
  // What is only numbers in the right order is EDTF with a mistake, which the grammar names better.
  const bool numeric = text.find_first_not_of("0123456789-") == std::string_view::npos;
  if (numeric && text.size() != 8 && (text.find('-') == 4 || text.find('-') == std::string_view::npos))
    return "";
  std::vector<Token> tokens = tokens_of(text);
  const Marks marks = take_marks(tokens);
  std::string date = long_stretch(tokens, marks.before_common_era);
  if (date.empty()) {
    std::erase_if(tokens, is_ordinal_ending);
    if (tokens.empty()) return "";
    const bool named = std::any_of(tokens.begin(), tokens.end(), [](const Token& t) { return !t.number; });
    date = named ? with_month_name(tokens, marks.before_common_era)
                 : only_numbers(tokens, marks.before_common_era);
  }
  if (date.empty()) return "";
  if (marks.about || marks.perhaps) date += marks.about && marks.perhaps ? "%" : marks.about ? "~" : "?";
  return canonical(date);
}

std::string guess_end(std::string_view text) {
  const std::string tidy = tidied(text);
  if (is_one_of(tidy, kOpen) || tidy == "..") return "..";
  if (tidy.empty() || tidy == "unknown") return "";
  const std::string date = guess_date(tidy);
  return date.empty() ? "?" : date;
}

std::string guess_between(std::string_view start, std::string_view end) {
  return canonical(guess_end(start) + "/" + guess_end(end));
}

// "1988-1994", "1988 to 1994", "since 1988", "1988/present".
std::string guess_interval(std::string_view text) {
  for (const std::string_view word : kSince) {
    if (text.starts_with(word) && text.find(" to ") == std::string_view::npos) {
      return guess_between(text.substr(word.size()), "..");
    }
  }
  for (const std::string_view word : kUntil) {
    if (text.starts_with(word)) return guess_between("..", text.substr(word.size()));
  }
  for (const std::string_view join : {" to ", " - ", "/"}) {
    const std::size_t at = text.find(join);
    if (at == std::string_view::npos || text.find(join, at + join.size()) != std::string_view::npos) continue;
    const std::string_view start = text.substr(text.starts_with("from ") ? 5 : 0);
    const std::size_t cut = at - (text.size() - start.size());
    const std::string guess = guess_between(start.substr(0, cut), start.substr(cut + join.size()));
    if (!guess.empty()) return guess;
  }
  const bool two_years =
      text.size() == 9 && text[4] == '-' && std::all_of(text.begin() + 5, text.end(), is_digit);
  return two_years ? guess_between(text.substr(0, 4), text.substr(5)) : "";
}

// Bytes of the UTF-8 sequence at the start of `text`, 0 where it is broken (RFC 3629).
std::size_t sequence_size(std::string_view text) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u; };
  const unsigned lead = byte(0);
  if (lead < 0x80) return 1;
  const std::size_t size = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  if (lead < 0xc2 || lead > 0xf4) return 0;
  for (std::size_t i = 1; i < size; ++i) {
    if ((byte(i) & 0xc0u) != 0x80u) return 0;
  }
  const bool overlong = (lead == 0xe0 && byte(1) < 0xa0) || (lead == 0xf0 && byte(1) < 0x90);
  const bool beyond = (lead == 0xed && byte(1) >= 0xa0) || (lead == 0xf4 && byte(1) >= 0x90);
  return overlong || beyond ? 0 : size;
}

}  // namespace

std::string suggest_edtf(std::string_view text) {
  if (text.size() > kLongestGuess) return "";
  const std::string tidy = tidied(text);
  const std::string interval = guess_interval(tidy);
  return interval.empty() ? guess_date(tidy) : interval;
}

std::string quoted_for_message(std::string_view text) {
  std::string quoted;
  while (!text.empty()) {
    if (quoted.size() >= kLongestQuote) return quoted + "…";
    const std::size_t size = sequence_size(text);
    const bool control = size == 1 && (text.front() < ' ' || text.front() == '\x7f');
    quoted += size == 0 || control ? std::string_view("?") : text.substr(0, size);
    text.remove_prefix(std::max<std::size_t>(1, size));
  }
  return quoted;
}

}  // namespace tp
