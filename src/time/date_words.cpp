#include "time/date_words.hpp"

namespace tp {
namespace {

using Names12 = std::array<std::string_view, 12>;

// The same pattern for every class.
constexpr DatePatterns all(std::string_view pattern) {
  DatePatterns patterns{};
  for (std::string_view& p : patterns) p = pattern;
  return patterns;
}

// In every table the patterns stand in the order of DateClass:
// millennium, century, decade, year, season, month, day, years ago.

constexpr Names12 kEnglishMonths = {"January", "February", "March",     "April",   "May",      "June",
                                    "July",    "August",   "September", "October", "November", "December"};
constexpr Names12 kEnglishShort = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                   "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr DateWords kEnglish = {
    .language = "en",
    .seasons = {"spring", "summer", "autumn", "winter"},
    .of_seasons = {"spring", "summer", "autumn", "winter"},
    .before_common = " BCE",
    .common = " CE",
    .decimal_sign = ".",
    .group_sign = ",",
    .million = "{x} million",
    .billion = "{x} billion",
    .with_time = "{x}, {t}",
    .year_of_axis = "{y}{era}",
    .month_of_day = "{M} {y}{era}",
    .endings = {.teens = "th",
                .units = {"th", "st", "nd", "rd", "th", "th", "th", "th", "th", "th"},
                .tens = {"th", "th", "th", "th", "th", "th", "th", "th", "th", "th"},
                .hundred = "th",
                .thousand = "th",
                .million = "th",
                .billion = "th"},
    .full = {.months = kEnglishMonths,
             .months_alone = kEnglishMonths,
             .plain = {"{n}{e} millennium{era}", "{n}{e} century{era}", "{y}s{era}", "{y}{era}",
                       "{season} {y}{era}", "{M} {y}{era}", "{d} {m} {y}{era}", "{y} years ago"},
             .since = {"since {q}the {x}", "since {q}the {x}", "since {q}the {x}", "since {q}{x}",
                       "since {q}{x}", "since {q}{x}", "since {q}{x}", "for {q}the last {y} years"},
             .until = {"until {q}the {x}", "until {q}the {x}", "until {q}the {x}", "until {q}{x}",
                       "until {q}{x}", "until {q}{x}", "until {q}{x}", "until {q}{x}"},
             .days_in_month = "{d}–{d2} {m} {y}{era}",
             .days_in_year = "{d} {m} – {d2} {m2} {y}{era}",
             .months_in_year = "{M}–{M2} {y}{era}",
             .seasons_in_year = "{season}–{season2} {y}{era}",
             .years = "{y}–{y2}{era}",
             .between = "between {y} and {y2}{era}",
             .about = "about {x}",
             .perhaps = "perhaps {x}",
             .day_unknown = "{x}, day not known",
             .month_unknown = "{x}, month not known",
             .end_unknown = "from {x}, end not known",
             .start_unknown = "{until}, start not known"},
    .brief = {.months = kEnglishShort,
              .months_alone = kEnglishShort,
              .plain = {"{n}{e} mill.{era}", "{n}{e} c.{era}", "{y}s{era}", "{y}{era}", "{season} {y}{era}",
                        "{M} {y}{era}", "{d} {m} {y}{era}", "{y} years ago"},
              .since = all("since {q}{x}"),
              .until = all("until {q}{x}"),
              .days_in_month = "{d}–{d2} {m} {y}{era}",
              .days_in_year = "{d} {m} – {d2} {m2} {y}{era}",
              .months_in_year = "{M}–{M2} {y}{era}",
              .seasons_in_year = "{season}–{season2} {y}{era}",
              .years = "{y}–{y2}{era}",
              .between = "{y}–{y2}{era}",
              .about = "c. {x}",
              .perhaps = "{x}?",
              .day_unknown = "{x}",
              .month_unknown = "{x}",
              .end_unknown = "{x} – ?",
              .start_unknown = "? – {x}"}};

constexpr Names12 kAzerbaijaniMonths = {"yanvar", "fevral", "mart",     "aprel",   "may",    "iyun",
                                        "iyul",   "avqust", "sentyabr", "oktyabr", "noyabr", "dekabr"};
constexpr Names12 kAzerbaijaniShort = {"yan", "fev", "mar", "apr", "may", "iyn",
                                       "iyl", "avq", "sen", "okt", "noy", "dek"};
constexpr DateWords kAzerbaijani = {
    .language = "az",
    .seasons = {"yazı", "yayı", "payızı", "qışı"},
    .of_seasons = {"yazı", "yayı", "payızı", "qışı"},
    .before_common = "e.ə. ",
    .common = "b.e. ",
    .decimal_sign = ",",
    .group_sign = "\u00a0",
    .million = "{x} milyon",
    .billion = "{x} milyard",
    .with_time = "{x}, {t}",
    .year_of_axis = "{era}{y}",
    .month_of_day = "{M} {era}{y}",
    // By vowel harmony: bir-inci, üç-üncü, altı-ncı, doqquz-uncu.
    .endings = {.units = {"-cı", "-ci", "-ci", "-cü", "-cü", "-ci", "-cı", "-ci", "-ci", "-cu"},
                .tens = {"", "-cu", "-ci", "-cu", "-cı", "-ci", "-cı", "-ci", "-ci", "-cı"},
                .hundred = "-cü",
                .thousand = "-ci",
                .million = "-cu",
                .billion = "-cı"},
    .full = {.months = kAzerbaijaniMonths,
             .months_alone = kAzerbaijaniMonths,
             .plain = {"{era}{R} minillik", "{era}{R} əsr", "{era}{y}{e} illər", "{era}{y}{e} il",
                       "{era}{y}{e} ilin {season}", "{M} {era}{y}", "{d} {m} {era}{y}", "{y} il əvvəl"},
             .since = {"{era}{R} minillikdən", "{era}{R} əsrdən", "{era}{y}{e} illərdən", "{era}{y}{e} ildən",
                       "{era}{y}{e} ilin {of-season}ndan", "{era}{y}{e} ilin {M} ayından",
                       "{d} {m} {era}{y}{e} ildən", "son {y} il ərzində"},
             .until = {"{era}{R} minilliyədək", "{era}{R} əsrədək", "{era}{y}{e} illərədək",
                       "{era}{y}{e} ilədək", "{era}{y}{e} ilin {of-season}nadək",
                       "{era}{y}{e} ilin {M} ayınadək", "{d} {m} {era}{y}{e} ilədək", "{y} il əvvələdək"},
             .days_in_month = "{d}–{d2} {m} {era}{y}",
             .days_in_year = "{d} {m} – {d2} {m2} {era}{y}",
             .months_in_year = "{M}–{M2} {era}{y}",
             .seasons_in_year = "{era}{y}{e} ilin {season} – {season2}",
             .years = "{era}{y}–{y2}{e2} illər",
             .between = "{era}{y}–{y2}{e2} illər arasında",
             .about = "təxminən {x}",
             .perhaps = "{x} (dəqiq deyil)",
             .day_unknown = "{x}, günü məlum deyil",
             .month_unknown = "{x}, ayı məlum deyil",
             .end_unknown = "{since}, sonu məlum deyil",
             .start_unknown = "{until}, başlanğıcı məlum deyil"},
    .brief = {.months = kAzerbaijaniShort,
              .months_alone = kAzerbaijaniShort,
              .plain = {"{era}{R} minillik", "{era}{R} əsr", "{era}{y}{e} illər", "{era}{y}",
                        "{era}{y} {season}", "{M} {era}{y}", "{d} {m} {era}{y}", "{y} il əvvəl"},
              .since = all("{x} –"),
              .until = all("– {x}"),
              .days_in_month = "{d}–{d2} {m} {era}{y}",
              .days_in_year = "{d} {m} – {d2} {m2} {era}{y}",
              .months_in_year = "{M}–{M2} {era}{y}",
              .seasons_in_year = "{era}{y} {season} – {season2}",
              .years = "{era}{y}–{y2}",
              .between = "{era}{y}–{y2}",
              .about = "təx. {x}",
              .perhaps = "{x}?",
              .day_unknown = "{x}",
              .month_unknown = "{x}",
              .end_unknown = "{x} – ?",
              .start_unknown = "? – {x}"}};

constexpr Names12 kArmenianMonthsOf = {"հունվարի",   "փետրվարի",   "մարտի",     "ապրիլի",
                                       "մայիսի",     "հունիսի",    "հուլիսի",   "օգոստոսի",
                                       "սեպտեմբերի", "հոկտեմբերի", "նոյեմբերի", "դեկտեմբերի"};
constexpr Names12 kArmenianMonths = {"հունվար", "փետրվար", "մարտ",      "ապրիլ",     "մայիս",    "հունիս",
                                     "հուլիս",  "օգոստոս", "սեպտեմբեր", "հոկտեմբեր", "նոյեմբեր", "դեկտեմբեր"};
constexpr Names12 kArmenianShort = {"հնվ", "փտվ", "մրտ", "ապր", "մյս", "հնս",
                                    "հլս", "օգս", "սեպ", "հոկ", "նոյ", "դեկ"};
constexpr DateWords kArmenian = {
    .language = "hy",
    .seasons = {"գարուն", "ամառ", "աշուն", "ձմեռ"},
    .of_seasons = {"գարնան", "ամռան", "աշնան", "ձմռան"},
    .before_common = "մ.թ.ա. ",
    .common = "մ.թ. ",
    .decimal_sign = ",",
    .group_sign = "\u00a0",
    .million = "{x} միլիոն",
    .billion = "{x} միլիարդ",
    .with_time = "{x}, {t}",
    .year_of_axis = "{era}{y}",
    .month_of_day = "{era}{y} թ. {M}",
    .endings = {.only_one = "-ին",
                .units = {"-րդ", "-րդ", "-րդ", "-րդ", "-րդ", "-րդ", "-րդ", "-րդ", "-րդ", "-րդ"},
                .tens = {"-րդ", "-րդ", "-րդ", "-րդ", "-րդ", "-րդ", "-րդ", "-րդ", "-րդ", "-րդ"},
                .hundred = "-րդ",
                .thousand = "-րդ",
                .million = "-րդ",
                .billion = "-րդ"},
    .full = {.months = kArmenianMonthsOf,
             .months_alone = kArmenianMonths,
             .plain = {"{era}{n}{e} հազարամյակ", "{era}{n}{e} դար", "{era}{y}-ական թթ.", "{era}{y} թ.",
                       "{era}{y} թ. {season}", "{era}{y} թ. {M}", "{era}{y} թ. {m} {d}", "{y} տարի առաջ"},
             .since = {"{era}{n}{e} հազարամյակից", "{era}{n}{e} դարից", "{era}{y}-ական թվականներից",
                       "{era}{y} թվականից", "{era}{y} թ. {of-season}ից", "{era}{y} թ. {M}ից",
                       "{era}{y} թ. {m} {d}-ից", "վերջին {y} տարում"},
             .until = {"մինչև {era}{n}{e} հազարամյակը", "մինչև {era}{n}{e} դարը",
                       "մինչև {era}{y}-ական թվականները", "մինչև {era}{y} թվականը",
                       "մինչև {era}{y} թ. {season}ը", "մինչև {era}{y} թ. {M}ը", "մինչև {era}{y} թ. {m} {d}-ը",
                       "մինչև {y} տարի առաջ"},
             .days_in_month = "{era}{y} թ. {m} {d}–{d2}",
             .days_in_year = "{era}{y} թ. {m} {d} – {m2} {d2}",
             .months_in_year = "{era}{y} թ. {M}–{M2}",
             .seasons_in_year = "{era}{y} թ. {season}–{season2}",
             .years = "{era}{y}–{y2} թթ.",
             .between = "{era}{y}–{y2} թթ. միջև",
             .about = "մոտավորապես {x}",
             .perhaps = "ենթադրաբար {x}",
             .day_unknown = "{x}, օրը հայտնի չէ",
             .month_unknown = "{x}, ամիսը հայտնի չէ",
             .end_unknown = "{since}, ավարտը հայտնի չէ",
             .start_unknown = "{until}, սկիզբը հայտնի չէ"},
    .brief = {.months = kArmenianShort,
              .months_alone = kArmenianShort,
              .plain = {"{era}{n}{e} հազ.", "{era}{n}{e} դար", "{era}{y}-ական թթ.", "{era}{y}",
                        "{season} {era}{y}", "{M} {era}{y}", "{d} {m} {era}{y}", "{y} տարի առաջ"},
              .since = all("{x} –"),
              .until = all("– {x}"),
              .days_in_month = "{d}–{d2} {m} {era}{y}",
              .days_in_year = "{d} {m} – {d2} {m2} {era}{y}",
              .months_in_year = "{M}–{M2} {era}{y}",
              .seasons_in_year = "{season}–{season2} {era}{y}",
              .years = "{era}{y}–{y2}",
              .between = "{era}{y}–{y2}",
              .about = "մոտ {x}",
              .perhaps = "{x}?",
              .day_unknown = "{x}",
              .month_unknown = "{x}",
              .end_unknown = "{x} – ?",
              .start_unknown = "? – {x}"}};

constexpr Names12 kRussianMonthsOf = {"января", "февраля", "марта",    "апреля",  "мая",    "июня",
                                      "июля",   "августа", "сентября", "октября", "ноября", "декабря"};
constexpr Names12 kRussianMonths = {"январь", "февраль", "март",     "апрель",  "май",    "июнь",
                                    "июль",   "август",  "сентябрь", "октябрь", "ноябрь", "декабрь"};
constexpr Names12 kRussianShortOf = {"янв.", "февр.", "мар.",  "апр.", "мая",   "июн.",
                                     "июл.", "авг.",  "сент.", "окт.", "нояб.", "дек."};
constexpr Names12 kRussianShort = {"янв.", "февр.", "март",  "апр.", "май",   "июнь",
                                   "июль", "авг.",  "сент.", "окт.", "нояб.", "дек."};
constexpr DateWords kRussian = {
    .language = "ru",
    .seasons = {"весна", "лето", "осень", "зима"},
    .of_seasons = {"весны", "лета", "осени", "зимы"},
    .before_common = " до н. э.",
    .common = " н. э.",
    .decimal_sign = ",",
    .group_sign = "\u00a0",
    .million = "{x} млн",
    .billion = "{x} млрд",
    .with_time = "{x}, {t}",
    .year_of_axis = "{y}{era}",
    .month_of_day = "{M} {y} г.{era}",
    .full = {.months = kRussianMonthsOf,
             .months_alone = kRussianMonths,
             .plain = {"{R} тысячелетие{era}", "{R} век{era}", "{y}-е гг.{era}", "{y} г.{era}",
                       "{season} {y} г.{era}", "{M} {y} г.{era}", "{d} {m} {y} г.{era}", "{y} лет назад"},
             .since = {"с {R} тысячелетия{era}", "с {R} века{era}", "с {y}-х гг.{era}", "с {y} г.{era}",
                       "с {of-season} {y} г.{era}", "с {m} {y} г.{era}", "с {d} {m} {y} г.{era}",
                       "последние {y} лет"},
             .until = {"до {R} тысячелетия{era}", "до {R} века{era}", "до {y}-х гг.{era}", "до {y} г.{era}",
                       "до {of-season} {y} г.{era}", "до {m} {y} г.{era}", "до {d} {m} {y} г.{era}",
                       "до рубежа {y} лет назад"},
             .days_in_month = "{d}–{d2} {m} {y} г.{era}",
             .days_in_year = "{d} {m} – {d2} {m2} {y} г.{era}",
             .months_in_year = "{M}–{M2} {y} г.{era}",
             .seasons_in_year = "{season}–{season2} {y} г.{era}",
             .years = "{y}–{y2} гг.{era}",
             .between = "между {y} и {y2} гг.{era}",
             .about = "примерно {x}",
             .perhaps = "предположительно {x}",
             .day_unknown = "{x}, день неизвестен",
             .month_unknown = "{x}, месяц неизвестен",
             .end_unknown = "{since}, окончание неизвестно",
             .start_unknown = "{until}, начало неизвестно"},
    .brief = {.months = kRussianShortOf,
              .months_alone = kRussianShort,
              .plain = {"{R} тыс.{era}", "{R} в.{era}", "{y}-е{era}", "{y}{era}", "{season} {y}{era}",
                        "{M} {y}{era}", "{d} {m} {y}{era}", "{y} лет назад"},
              .since = all("{x} –"),
              .until = all("– {x}"),
              .days_in_month = "{d}–{d2} {m} {y}{era}",
              .days_in_year = "{d} {m} – {d2} {m2} {y}{era}",
              .months_in_year = "{M}–{M2} {y}{era}",
              .seasons_in_year = "{season}–{season2} {y}{era}",
              .years = "{y}–{y2}{era}",
              .between = "{y}–{y2}{era}",
              .about = "ок. {x}",
              .perhaps = "{x}?",
              .day_unknown = "{x}",
              .month_unknown = "{x}",
              .end_unknown = "{x} – ?",
              .start_unknown = "? – {x}"}};

constexpr Names12 kTurkishMonths = {"Ocak",   "Şubat",   "Mart",  "Nisan", "Mayıs", "Haziran",
                                    "Temmuz", "Ağustos", "Eylül", "Ekim",  "Kasım", "Aralık"};
constexpr Names12 kTurkishShort = {"Oca", "Şub", "Mar", "Nis", "May", "Haz",
                                   "Tem", "Ağu", "Eyl", "Eki", "Kas", "Ara"};
constexpr DateWords kTurkish = {
    .language = "tr",
    .seasons = {"ilkbaharı", "yazı", "sonbaharı", "kışı"},
    .of_seasons = {"ilkbaharı", "yazı", "sonbaharı", "kışı"},
    .before_common = "MÖ ",
    .common = "MS ",
    .decimal_sign = ",",
    .group_sign = ".",
    .million = "{x} milyon",
    .billion = "{x} milyar",
    .with_time = "{x}, {t}",
    .year_of_axis = "{era}{y}",
    .month_of_day = "{M} {era}{y}",
    // By vowel harmony, for "1990'lı yıllar": bir'li, üç'lü, altı'lı, dokuz'lu.
    .endings = {.units = {"lı", "li", "li", "lü", "lü", "li", "lı", "li", "li", "lu"},
                .tens = {"", "lu", "li", "lu", "lı", "li", "lı", "li", "li", "lı"},
                .hundred = "lü",
                .thousand = "li",
                .million = "lu",
                .billion = "lı"},
    .full = {.months = kTurkishMonths,
             .months_alone = kTurkishMonths,
             .plain = {"{era}{n}. binyıl", "{era}{n}. yüzyıl", "{era}{y}'{e} yıllar", "{era}{y}",
                       "{era}{y} {season}", "{M} {era}{y}", "{d} {m} {era}{y}", "{y} yıl önce"},
             .since = {"{era}{n}. binyıldan itibaren", "{era}{n}. yüzyıldan itibaren",
                       "{era}{y}'{e} yıllardan itibaren", "{era}{y} yılından itibaren",
                       "{era}{y} {of-season}ndan itibaren", "{M} {era}{y} tarihinden itibaren",
                       "{d} {m} {era}{y} tarihinden itibaren", "son {y} yıldır"},
             .until = {"{era}{n}. binyıla kadar", "{era}{n}. yüzyıla kadar", "{era}{y}'{e} yıllara kadar",
                       "{era}{y} yılına kadar", "{era}{y} {of-season}na kadar", "{M} {era}{y} tarihine kadar",
                       "{d} {m} {era}{y} tarihine kadar", "{y} yıl öncesine kadar"},
             .days_in_month = "{d}–{d2} {m} {era}{y}",
             .days_in_year = "{d} {m} – {d2} {m2} {era}{y}",
             .months_in_year = "{M}–{M2} {era}{y}",
             .seasons_in_year = "{era}{y} {season} – {season2}",
             .years = "{era}{y}–{y2}",
             .between = "{era}{y} ile {y2} arasında",
             .about = "yaklaşık {x}",
             .perhaps = "{x} (kesin değil)",
             .day_unknown = "{x}, günü bilinmiyor",
             .month_unknown = "{x}, ayı bilinmiyor",
             .end_unknown = "{since}, bitişi bilinmiyor",
             .start_unknown = "{until}, başlangıcı bilinmiyor"},
    .brief = {.months = kTurkishShort,
              .months_alone = kTurkishShort,
              .plain = {"{era}{n}. binyıl", "{era}{n}. yy.", "{era}{y}'{e} yıllar", "{era}{y}",
                        "{era}{y} {season}", "{M} {era}{y}", "{d} {m} {era}{y}", "{y} yıl önce"},
              .since = all("{x} –"),
              .until = all("– {x}"),
              .days_in_month = "{d}–{d2} {m} {era}{y}",
              .days_in_year = "{d} {m} – {d2} {m2} {era}{y}",
              .months_in_year = "{M}–{M2} {era}{y}",
              .seasons_in_year = "{era}{y} {season} – {season2}",
              .years = "{era}{y}–{y2}",
              .between = "{era}{y}–{y2}",
              .about = "yak. {x}",
              .perhaps = "{x}?",
              .day_unknown = "{x}",
              .month_unknown = "{x}",
              .end_unknown = "{x} – ?",
              .start_unknown = "? – {x}"}};

constexpr std::array kTables = {&kEnglish, &kAzerbaijani, &kArmenian, &kRussian, &kTurkish};

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool same_tag(std::string_view tag, std::string_view lower_case) {
  if (tag.size() != lower_case.size()) return false;
  for (std::size_t i = 0; i < tag.size(); ++i) {
    if (lower(tag[i]) != lower_case[i]) return false;
  }
  return true;
}

}  // namespace

std::span<const DateWords* const> all_date_words() {
  return kTables;
}

std::string_view era_of(const DateWords& words, std::int64_t year) {
  if (year <= 0) return words.before_common;
  return year < 1'000 || year >= 10'000 ? words.common : std::string_view();
}

const DateWords& date_words(std::string_view language) {
  while (!language.empty()) {
    for (const DateWords* words : kTables) {
      if (same_tag(language, words->language)) return *words;
    }
    const std::size_t end = language.find_last_of("-_");
    language = language.substr(0, end == std::string_view::npos ? 0 : end);
  }
  return kEnglish;
}

}  // namespace tp
