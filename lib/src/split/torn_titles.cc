#include "split/torn_titles.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "numbering/numbering.h"
#include "split/line_patterns.h"
#include "split/page_habits.h"
#include "tables/lexicon.h"
#include "tables/word_list.h"
#include "tables/word_table.h"
#include "text/chars.h"

namespace jianbao {
namespace {

/// How titles of documents begin and end.
struct TitleWords {
  explicit TitleWords(const Rules::Tables& tables)
      : owners(tables.compiled<WordTable>().beginnings("title-owner")),
        abouts(tables.compiled<WordTable>().beginnings("title-about")),
        genres(tables.compiled<WordTable>().endings("genre")),
        rests(tables.compiled<WordTable>().beginnings("title-rest")),
        genre_begins(tables.compiled<WordTable>().beginnings("genre")),
        regions(tables.compiled<WordTable>().endings("region")),
        districts(tables.compiled<WordTable>().endings("district")) {
    for (const std::string& word : tables.compiled<WordTable>().list("headline-word")) headline.add(word);
  }

  PrefixIndex owners, abouts;
  SuffixIndex genres;
  PrefixIndex rests, genre_begins;
  SuffixIndex regions;
  WordList headline;      ///< that titles of documents have not
  SuffixIndex districts;  ///< which common words end with as well

  std::size_t about(std::string_view text) const {
    std::size_t at = std::string_view::npos;
    return abouts.search(text, 0, at) ? at : std::string_view::npos;
  }
};

constexpr std::size_t kNone = std::string_view::npos;

/// 临渊市… and no 资本市场…, 各城市…: the name of a place stands before `end`, with a word for its kind.
bool is_place(std::string_view text, std::size_t end) {
  constexpr int kCommon = 41;  // a word counted a thousand times; 州市 is one as well
  const std::size_t kind = before(text, end), name = before(text, kind);
  std::size_t behind = end;
  if (behind < text.size()) next_char(text, behind);
  return word_frequency(text.substr(name, end - name)) < kCommon && (behind == end || word_frequency(text.substr(kind, behind - kind)) < kCommon);
}

class TornTitles {
 public:
  TornTitles(const Page& page, const Rules& rules, std::vector<Line>& lines)
      : page_(page), rules_(rules), lines_(lines), words_(rules.tables().compiled<TitleWords>()), parted_(are_all_parted(lines)) {}

  void join() {
    std::vector<bool> goes_on(lines_.size());
    for (std::size_t i = 0; i + 1 < lines_.size(); ++i) {
      const std::size_t last = lines_[i].shape == Shape::deck ? last_of_occasion(i) : last_line(i);
      for (std::size_t n = i + 1; n <= last; ++n) add(lines_[n], lines_[i]), goes_on[n] = true;
      i = last;
    }
    std::size_t kept = 0;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (goes_on[i]) continue;
      if (kept != i) lines_[kept] = std::move(lines_[i]);
      ++kept;
    }
    lines_.resize(kept);
  }

  /// 全民健身健步走大赛竞赛规程⏎一、主办单位：: what kind of document it is, right over the first unit.
  void find_over_units() {
    for (std::size_t i = 0; i + 1 < lines_.size(); ++i) {
      const bool head = may_be_head(lines_[i]) && lines_[i].open && !lines_[i].label && lines_[i].chars > kBareGenre;
      if (!head || !counts_from_one(lines_[i + 1])) continue;
      if (const std::string_view title = view(i); words_.genres.find(without_note(title)) > 0 && !words_.headline.any_in(title)) lines_[i].shape = Shape::document_title;
    }
  }

 private:
  static constexpr std::size_t kMost = 4;        // printed lines of a title
  static constexpr std::uint32_t kLongest = 44;  // characters of one of them
  static constexpr std::uint32_t kBareGenre = 4;  // characters of what kind of document it is: 实施方案, 发展规划, 细则

  static void add(const Line& rest, Line& title) {
    title.more.push_back(rest.span);
    title.chars += rest.chars;
    if (title.shape != Shape::deck) title.shape = Shape::document_title;
  }

  /// An empty line before nearly each line says nothing.
  static bool are_all_parted(const std::vector<Line>& lines) {
    const auto blank = static_cast<std::size_t>(std::count_if(lines.begin(), lines.end(), [](const Line& line) { return line.blank_before; }));
    return 8 * blank >= 7 * lines.size();
  }

  std::string_view view(std::size_t i) const { return page_.view(lines_[i].span); }

  bool mentions_about(std::string_view text) const { return words_.about(text) != kNone; }

  /// The last line of the title that begins with line `i`; `i` where none does.
  std::size_t last_line(std::size_t i) const {
    std::size_t last = i;
    if (!may_begin(i)) return last;
    std::string whole(view(i));
    for (std::size_t end = i + 1; end < lines_.size() && end < i + kMost && stands_below(end); ++end) {
      if (!may_go_on(end) && !may_end(end)) break;
      const std::string above = whole;
      whole += view(end);
      if (is_title(i, end, above, whole)) last = end;
      if (!may_go_on(end)) break;
    }
    return last;
  }

  /// ——2024年1月22日在松澜市⏎第十七届人民代表大会⏎第四次会议上: where and when a report was given, below its title.
  std::size_t last_of_occasion(std::size_t i) const {
    std::string whole(view(i));
    if (!whole.starts_with("——") || shape_of_words(whole, rules_) == Shape::deck) return i;
    for (std::size_t end = i + 1; end < lines_.size() && end < i + kMost && stands_below(end) && lines_[end].open && !lines_[end].label; ++end) {
      whole += view(end);
      if (shape_of_words(whole, rules_) == Shape::deck) return end;
    }
    return i;
  }

  bool stands_below(std::size_t i) const {
    return lines_[i].depth == lines_[i - 1].depth && (!lines_[i].blank_before || lines_[i].depth > 0 || (parted_ && lines_[i - 1].shape == Shape::organisation)) && !lines_[i].beside;
  }

  /// A part of a title may break off behind a mark that no line ends with else: 深化改革、⏎促进发展.
  bool may_go_on(std::size_t i) const {
    const Line& line = lines_[i];
    if (!line.open || line.chars > kLongest || line.label || line.signs) return false;
    switch (line.shape) {
      case Shape::brief: case Shape::brief_act: case Shape::brief_marked: case Shape::organisation: case Shape::tiny: return true;
      case Shape::name: return names_owner(view(i), true);  // 国务院关于…: a surname, too
      case Shape::prose: return last_char(view(i)) == U'、';
      default: return false;
    }
  }

  bool may_begin(std::size_t i) const {
    const bool in_text = i > 0 && lines_[i - 1].open && lines_[i - 1].shape == Shape::prose && !lines_[i].blank_before;
    const bool complete = lines_[i].shape == Shape::document_title && lines_[i].open;
    return !in_text && (may_go_on(i) || (complete && is_only_end(i + 1)));
  }

  /// 的通知, 实施细则, and the last character of one: no title is nothing but that.
  bool is_only_end(std::size_t i) const {
    const std::string_view text = view(i);
    return lines_[i].open && (bool(words_.rests.find(text)) || (lines_[i].chars <= kBareGenre && words_.genres.find(text) == text.size()));
  }

  bool may_end(std::size_t i) const {
    const Line& line = lines_[i];
    if (!line.open || line.label) return false;
    switch (line.shape) {
      case Shape::document_title: return true;
      case Shape::notice_heading: return line.chars <= kBareGenre;
      case Shape::name: return words_.genres.find(view(i)) > 0;  // 展的若干意见: a surname, too
      default: return line.chars == 1;  // 应急预⏎案
    }
  }

  bool is_title(std::size_t begin, std::size_t end, std::string_view above, std::string_view whole) const {
    const Shape last = lines_[end].shape;
    const bool sure = lines_[begin].shape != Shape::document_title && (last == Shape::document_title || may_go_on(end)) && last != Shape::tiny && !is_set_apart(begin, end);
    if (!sure && !document_follows(end)) return false;
    if (shape_of_words(whole, rules_) == Shape::document_title && begins_matter(begin, end) && (last != Shape::document_title || began_above(end, above))) return true;
    return is_owned(begin, end, above, whole);
  }

  bool is_set_apart(std::size_t begin, std::size_t end) const {
    return !parted_ && std::any_of(lines_.begin() + static_cast<std::ptrdiff_t>(begin) + 1, lines_.begin() + static_cast<std::ptrdiff_t>(end) + 1, [](const Line& line) { return line.blank_before; });
  }

  /// 关于…⏎和美乡村建设的实施方案, …供水提质增效⏎实施方案: the last line alone reads as a title, but what it is about began above. 中共云岭县委
  /// ⏎关于…的规定: so did who issues it; at the head of a page that is no masthead.
  bool began_above(std::size_t end, std::string_view above) const {
    const std::string_view last = view(end);
    return lines_[end].chars <= kBareGenre || bool(words_.rests.find(last)) || mentions_about(above) != mentions_about(last);
  }

  /// Nothing but who issues a document stands above the line that says what it is about: no kicker.
  bool begins_matter(std::size_t begin, std::size_t end) const {
    std::size_t about = begin;
    while (about <= end && !mentions_about(view(about))) ++about;
    if (about == begin || about > end) return true;
    const Line& first = lines_[begin];
    const bool at_head = begin == 0 || first.blank_before || document_follows(end);
    return at_head && (first.shape == Shape::organisation || names_owner(view(begin), true));
  }

  /// 临渊市历史文化名城⏎名镇保护办法: the title begins with whose it is, ends with what it is, and its last line is no title by itself.
  bool is_owned(std::size_t begin, std::size_t end, std::string_view above, std::string_view whole) const {
    const std::string_view last = view(end);
    if (lines_[begin].shape == Shape::organisation && !is_torn(whole, above.size())) return false;  // who issues it
    if (!names_owner(view(begin), true) || words_.genres.find(without_note(whole)) == 0) return false;
    if (names_owner(last, false) || mentions_about(last) || last.starts_with(above.substr(0, 2 * kHan))) return false;
    if (!mentions_about(above) && words_.headline.any_in(above)) return false;  // 临渊市出台新规
    return document_follows(end);
  }

  static constexpr std::size_t kHan = 3;  // bytes

  /// 应急处⏎置预案, 工作暂行⏎办法实施细则: what ends like an office's name at `at` goes on in a word, or in what kind of document it is.
  bool is_torn(std::string_view title, std::size_t at) const {
    return word_across(title, {at, at}, kGoodWord) || words_.genre_begins.find(title, at);
  }

  static std::string_view without_note(std::string_view title) { return last_char(title) == U'）' ? trim(title.substr(0, last_bracket(title))) : title; }

  bool names_owner(std::string_view text, bool districts) const {
    constexpr std::size_t kShortest = 3, kLongestPlace = 11;  // characters: 黔东南苗族侗族自治州
    if (words_.owners.find(text)) return true;
    std::size_t end = 0;
    for (std::size_t n = 1; n <= kLongestPlace && end < text.size() && is_han(char_at(text, end)); ++n) {
      next_char(text, end);
      const std::string_view name = text.substr(0, end);
      const bool kind = words_.regions.find(name) > 0 || (districts && words_.districts.find(name) > 0);
      if (n >= kShortest && kind && is_place(text, end)) return true;
    }
    return false;
  }

  /// A note, whom it is for, or its first unit stand below the title of a document; a dateline below that of a report.
  bool document_follows(std::size_t i) const {
    constexpr std::size_t kReach = 6;  // lines
    for (std::size_t n = i + 1; n < lines_.size() && n <= i + kReach; ++n) {
      const Line& line = lines_[n];
      if (line.shape == Shape::document_note || counts_from_one(line)) return true;
      switch (line.shape) {
        case Shape::label_title: return true;  // 目　录
        case Shape::dateline: case Shape::byline: case Shape::notice_heading: case Shape::document_title: return false;
        default: break;
      }
    }
    return false;
  }

  const Page& page_;
  const Rules& rules_;
  std::vector<Line>& lines_;
  const TitleWords& words_;
  bool parted_;  ///< an empty line stands between all lines of the page
};

}  // namespace

void join_torn_titles(const Page& page, const Rules& rules, std::vector<Line>& lines) {
  TornTitles titles(page, rules, lines);
  titles.join();
  titles.find_over_units();
}

}  // namespace jianbao
