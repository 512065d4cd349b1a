// Lines to paragraphs. Two ways in which a paragraph was cut: at every line end of a column (then the column has a
// measure, and a line that fills it goes on), and once, where the print went on in the next column (then a long line stops
// in the middle of a sentence).
#include <algorithm>
#include <optional>
#include <span>
#include <vector>

#include "clean/clean_pass.h"
#include "clean/continuation.h"
#include "clean/unweave.h"
#include "clean/join_lines.h"
#include "clean/join_measure.h"
#include "clean/torn_line.h"
#include "clean/vertical_headings.h"
#include "fields/dates.h"
#include "names/organisations.h"
#include "names/persons.h"
#include "tables/word_table.h"
#include "text/chars.h"
#include "text/field_lines.h"
#include "text/numeral.h"

namespace jianbao {
namespace {

/// Bytes of a line from which on it is running text, though no sentence ends in it: no headline has 40 characters.
constexpr std::size_t kRunning = 3 * 40;
/// The same on a page that marks its headlines by #.
constexpr std::size_t kRunningMarkdown = 3 * 20;
/// How likely it is at least that a line end tears a word (word_torn). In 360,000 characters of right text no end of a
/// paragraph with a mark in it reached 2.5.
constexpr double kTornWord = 4.2;
/// The same for a headline.
constexpr double kTornHead = 3;

/// Marks that part clauses, and not the members of a list.
constexpr std::string_view kClauseMarks[] = {"，", "；", ",", ";"};

/// How lines end that nothing is joined to, and how those begin that are joined to no title.
struct LineEnds {
  explicit LineEnds(const Rules::Tables& tables)
      : story(tables.compiled<WordTable>().endings("story-end")),
        credit(tables.compiled<WordTable>().endings("credit-end")),
        author(tables.compiled<WordTable>().endings("author-end")),
        office(tables.compiled<WordTable>().endings("office-end")),
        document(tables.compiled<WordTable>().endings("genre")),
        standard(tables.compiled<WordTable>().endings("standard")),
        number(tables.compiled<WordTable>().endings("number-end")),
        notice(tables.compiled<WordTable>().endings("notice-end")),
        domain(tables.compiled<WordTable>().endings("domain")),
        headline(tables.compiled<WordTable>().endings("headline-end")),
        farewell(tables.compiled<WordTable>().endings("farewell")),
        signing(tables.compiled<WordTable>().beginnings("signing")),
        preamble(tables.compiled<WordTable>().beginnings("preamble")),
        first_article(tables.compiled<WordTable>().beginnings("first-article")) {}
  SuffixIndex story, credit, author, office;
  SuffixIndex document, standard, number;  ///< of titles of documents, and of their numbers
  SuffixIndex notice;            ///< of headings of notices, which documents have not
  SuffixIndex domain;            ///< of addresses in the net
  SuffixIndex headline;          ///< of headlines, though in a text more follows
  SuffixIndex farewell;          ///< said behind the name that signs
  PrefixIndex signing;           ///< says who somebody is who signs
  PrefixIndex preamble;          ///< of the sentence that says why a document was made
  PrefixIndex first_article;
};

class Joiner {
 public:
  Joiner(const CleanContext& context, const CleanScan& scan, Rewriter& out)
      : rules_(context.rules), columns_(context.known.columns(out.text())), out_(out), text_(out.text()), read_(read_lines(text_, scan)), lines_(read_), measures_(text_, lines_) {}

  void run(const std::vector<Span>& noise) {
    find_noise(noise);
    find_joins();
    std::size_t at = 0;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      begin_line(i, at);
      at = end_line(i);
    }
    trim_blank(at, text_.size());
  }

 private:
  const PrintedLine& next(std::size_t i) const { return lines_[i + 1]; }

  /// Their table is read where a page has lines to join, and most have none.
  const LineEnds& ends() const { return rules_.tables().compiled<LineEnds>(); }

  /// Empty lines behind a line.
  int gap_behind(std::size_t i) const { return i + 1 < lines_.size() ? next(i).blanks : 0; }

  static bool is_short(const PrintedLine& line) {
    constexpr int kLongestVerse = 2 * 16;  // two phrases of seven with their marks
    return line.even_width > 0 && line.even_width <= kLongestVerse && line.width > 0 && !line.row && line.first != '#';
  }

  bool ends_with_mark(const PrintedLine& line) const { return ends_clause(line) || fold(line.last) == U'，' || line.last == U'、'; }

  /// Lines of verse: short, and each ends with a mark, as those of a narrow column do by chance only; four of them, or three that are all
  /// there is but for a title and a name. An empty line may part them all, as it parts the paragraphs of a page.
  void find_verses() {
    constexpr std::size_t kSure = 4, kFew = 3, kHead = 2;  // lines
    std::size_t block = 0;
    for (std::size_t i = 0; i < lines_.size();) {
      if (lines_[i].blanks > 0) block = i;
      const int gap = gap_behind(i);
      std::size_t end = i;
      while (end < lines_.size() && is_short(lines_[end]) && ends_with_mark(lines_[end]) && (end == i || lines_[end].blanks == gap)) ++end;
      const bool whole = gap == 0 && i - block <= kHead && (end == lines_.size() || lines_[end].blanks > 0);
      if (end - i >= (whole ? kFew : kSure))
        for (std::size_t j = i; j < end; ++j) lines_[j].verse = true;
      i = std::max(end, i + 1);
    }
  }

  /// Whether a line that does not fill a column stands among others as short, as in verse without marks.
  bool is_among_short(std::size_t i) const {
    constexpr std::size_t kFew = 4;
    const int gap = gap_behind(i);
    std::size_t begin = i, end = i + 1;
    while (begin > 0 && i - begin < kFew && lines_[begin].blanks == gap && is_short(lines_[begin - 1])) --begin;
    while (end < lines_.size() && end - i < kFew && lines_[end].blanks == gap && is_short(lines_[end])) ++end;
    return is_short(lines_[i]) && end > i + 1 && end - begin >= kFew;
  }

  static constexpr std::size_t kFewRows = 3;

  /// The rows of a table and the lines of a list: some that stand together and are made alike.
  void find_lists() {
    for (std::size_t i = 0, end = 0; i < lines_.size(); i = end) {
      end = may_begin_list(i) ? end_of_alike(i) : i + 1;
      if (end - i >= kFewRows && !may_be_text(i, end))
        for (std::size_t n = i; n < end; ++n) lines_[n].listed = true;
    }
  }

  /// As many lines as a list has at least stand together.
  bool may_begin_list(std::size_t i) const {
    if (i + kFewRows > lines_.size() || !may_be_listed(lines_[i])) return false;
    for (std::size_t n = i + 1; n < i + kFewRows; ++n)
      if (lines_[n].blanks > 0 || !may_be_listed(lines_[n])) return false;
    return true;
  }

  /// It holds figures, or a gap.
  static bool may_be_listed(const PrintedLine& line) { return line.row || (!line.stop && line.width < line.even_width); }

  /// Behind the lines that begin with one, stand together and are made alike.
  std::size_t end_of_alike(std::size_t i) const {
    std::size_t end = i + 1;
    const Make make = make_of(text_, lines_[i]);
    if (make.parts == 0) return end;
    while (end < lines_.size() && lines_[end].blanks == 0 && may_be_listed(lines_[end]) && make_of(text_, lines_[end]).parts == make.parts) ++end;
    return end;
  }

  /// Lines made of what running text is made of, too, may be alike by chance where they fill a column.
  bool may_be_text(std::size_t begin, std::size_t end) const {
    const auto as_text = [&](const PrintedLine& line) { return make_of(text_, line).as_text; };
    return are_as_wide(begin, end) && std::any_of(lines_.begin() + static_cast<std::ptrdiff_t>(begin), lines_.begin() + static_cast<std::ptrdiff_t>(end), as_text);
  }

  /// Whether lines are of one width, in either way of counting; the last of them may end a paragraph.
  bool are_as_wide(std::size_t begin, std::size_t end) const {
    constexpr int kHanging = 4;
    const auto spread = [&](int PrintedLine::*width) {
      const auto [least, most] = std::minmax_element(lines_.begin() + static_cast<std::ptrdiff_t>(begin), lines_.begin() + static_cast<std::ptrdiff_t>(end - 1),
                                                     [&](const PrintedLine& a, const PrintedLine& b) { return a.*width < b.*width; });
      return (*most).*width - (*least).*width;
    };
    return end < begin + 2 || spread(&PrintedLine::width) <= kHanging || spread(&PrintedLine::even_width) <= kHanging;
  }

  /// The third row or a later one of a table, with its figures or its gaps.
  bool is_among_rows(std::size_t i) const {
    constexpr std::size_t kFew = 3, kCells = 3;
    for (std::size_t n = 0; n < kFew; ++n)
      if (n > i || !lines_[i - n].row || (n + 1 < kFew && lines_[i - n].blanks > 0)) return false;
    return is_data_row(view(lines_[i])) || count_fields(view(lines_[i])) >= kCells;
  }

  /// No line of a list goes on in the next, but for the last one where it breaks off. Behind the rows of a table text may stand.
  bool is_list_between(std::size_t i) const {
    if (next(i).listed) return true;
    const bool is_text = !next(i).row && (next(i).comma || next(i).stop) && !(is_digit(lines_[i].last) && is_digit(next(i).first));
    const bool ends_list = lines_[i].listed || (is_text && is_among_rows(i));
    return ends_list && !(is_han(lines_[i].last) && is_han(next(i).first) && word_torn(view(lines_[i]), view(next(i))) >= kTornWord);
  }

  /// What was read in a picture goes on in nothing.
  void find_noise(const std::vector<Span>& noise) {
    auto line = lines_.begin();
    for (const Span place : noise) {
      while (line->end <= place.begin) ++line;
      line->noise = true;
    }
  }

  /// A line of several columns does not go on in the next one.
  void find_woven_lines() {
    auto line = lines_.begin();
    for (const ReadAcross& across : columns_)
      for (; line != lines_.end() && line->begin < across.at.end; ++line) line->woven = line->begin >= across.at.begin;
  }

  void find_joins() {
    find_woven_lines();
    find_verses();
    find_lists();
    markdown_ = std::count_if(lines_.begin(), lines_.end(), [](const PrintedLine& line) { return line.first == '#'; }) > 2;
    for (std::size_t i = 0; i + 1 < lines_.size(); ++i) any_ |= lines_[i].goes_on = goes_on(i);
    for (const LineRun& heading : vertical_headings(text_, lines_, rules_))
      for (std::size_t i = heading.begin; i + 1 < heading.end; ++i) lines_[i].goes_on = true;
  }

  bool goes_on(std::size_t i) const {
    if (lines_[i].woven || next(i).woven || lines_[i].noise || next(i).noise) return false;
    return head_goes_on(i) || note_goes_on(i) || (may_go_on(i) && !ends_story(lines_[i]) && !ends_signed(i) && !ends_note(i) && !is_title_of_next(i + 1) && !(is_in_head(i) && word_torn(view(lines_[i]), view(next(i))) < kTornWord));
  }

  /// 国家防总向长江中⏎下游五省增派工作组: of the few lines that stand by themselves, none of them a sentence, two that part a word or a
  /// quotation are one line of a headline. A kicker and its title part neither.
  bool head_goes_on(std::size_t i) const {
    constexpr std::size_t kMost = 3;  // printed lines of a title
    constexpr int kWidest = 2 * 24, kShorter = 2 * 2;
    if (next(i).blanks > 0 || lines_[i].even_width + kShorter < next(i).even_width) return false;  // the first one fills the column
    std::size_t begin = i, end = i + 1;
    while (begin > 0 && lines_[begin].blanks == 0 && i - begin < kMost) --begin;
    if (begin > 0 && lines_[begin].blanks == 0) return false;
    while (end < lines_.size() && end - begin <= kMost && lines_[end].blanks == 0 && !begins_text(end)) ++end;
    if (end - begin > kMost || end <= i + 1) return false;
    for (std::size_t n = begin; n < end; ++n) {
      const PrintedLine& line = lines_[n];
      if (line.indent > 0 || line.stop || line.row || line.first == '#' || line.width == 0 || line.even_width > kWidest || ends_clause(line)) return false;
      if (start_of(text_, line, rules_) != Start::none) return false;
    }
    return quotation_torn(view(lines_[i]), view(next(i))) || decimal_torn(view(lines_[i]), view(next(i))) || (is_han(lines_[i].last) && is_han(next(i).first) && word_torn(view(lines_[i]), view(next(i))) >= kTornHead);
  }

  /// A dateline, a byline, an item of a list.
  bool begins_text(std::size_t i) const { return start_of(text_, lines_[i], rules_) != Start::none; }

  /// 《中华人民共和国防洪法》《城镇排水与⏎污水处理条例》等。: a name that begins on a line of running text and ends on the next.
  bool name_goes_on(std::size_t i) const {
    return lines_[i].unpaired && is_han(lines_[i].last) && is_han(next(i).first) && ends_sentence(text_, next(i)) && quotation_torn(view(lines_[i]), view(next(i)), U'《', U'》');
  }

  /// 李四　档案编号：45180021⏎3379: a line of figures alone behind a full line that breaks off in the number a label leads to.
  bool number_goes_on(std::size_t i) const {
    constexpr std::size_t kLongest = 12;  // figures
    const PrintedLine &line = lines_[i], &following = next(i);
    if (!is_ascii_digit(line.last) || !is_ascii_digit(following.first)) return false;  // most lines
    const auto is_figure = [](char c) { return is_ascii_digit(static_cast<unsigned char>(c)); };
    const std::string_view text = view(line), rest = view(following);
    if (rest.size() > kLongest || !std::all_of(rest.begin(), rest.end(), is_figure) || !is_full(i)) return false;
    std::size_t begin = text.size();
    while (begin > 0 && is_figure(text[begin - 1])) --begin;
    return begin > 0 && fold(char_at(text, before(text, begin))) == U'：';
  }

  /// 证号：（鲁）船登（权）⏎（2019）HY-201187号: a year in brackets belongs to the number of a document that a full line breaks off in.
  bool year_goes_on(std::size_t i) const {
    constexpr std::size_t kYear = 4;  // figures
    const PrintedLine &line = lines_[i], &following = next(i);
    if (fold(following.first) != U'（' || ends_clause(line)) return false;  // most lines
    std::string_view rest = view(following);
    rest.remove_prefix(following.first == '(' ? 1 : 3);
    const bool year = rest.size() > kYear && (rest.starts_with("19") || rest.starts_with("20")) && is_ascii_digit(static_cast<unsigned char>(rest[2])) && is_ascii_digit(static_cast<unsigned char>(rest[3]));
    return year && fold(char_at(rest, kYear)) == U'）' && is_full(i);
  }

  /// …　1,236,547.21⏎2　某厂: behind a sum with its cents the number of the next row, and a name.
  bool is_next_count(std::size_t i) const {
    constexpr std::size_t kMost = 3;  // figures that count a row
    const PrintedLine& following = next(i);
    if (!is_ascii_digit(lines_[i].last) || !is_ascii_digit(following.first)) return false;  // most lines
    const auto is_figure = [](char c) { return is_ascii_digit(static_cast<unsigned char>(c)); };
    const std::string_view sum = view(lines_[i]), row = view(following);
    const bool cents = sum.size() > kMost && sum[sum.size() - 3] == '.' && is_figure(sum[sum.size() - 2]) && is_figure(sum[sum.size() - 4]);
    std::size_t at = 0;
    while (at < row.size() && is_figure(row[at])) ++at;
    if (!cents || at > kMost || at >= row.size() || !is_space(next_char(row, at))) return false;
    return is_han(char_at(row, at));
  }

  /// 深成指报9377.28点，跌⏎1.05%；: a sentence that breaks off before what it counts, however short its line is.
  bool quantity_goes_on(std::size_t i) const {
    return lines_[i].comma && is_han(lines_[i].last) && (next(i).comma || next(i).stop) && begins_with_quantity(text_, next(i), rules_);
  }

  /// Unless a story ends with the line, or the next one is a title.
  bool may_go_on(std::size_t i) const {
    const PrintedLine &line = lines_[i], &following = next(i);
    if (following.indent > 0 || line.hard_break || line.first == '#' || line.apart || following.apart) return false;
    if (following.blanks > 0 && !may_be_cut(i) && !is_full(i)) return false;  // most lines of a page whose paragraphs stand apart
    if (is_next_count(i)) return false;
    if ((line.verse && following.verse) || is_next_of_speech(i)) return false;
    const bool in_list = line.listed && following.listed;
    if (following.blanks == 0 && !in_list && (figures_torn(view(line), view(following)) || number_goes_on(i) || year_goes_on(i) || author_goes_on(i) || mark_goes_on(i) || name_goes_on(i) || quantity_goes_on(i) || bracket_goes_on(i))) return true;
    const bool may_be_list = line.listed || line.row || following.listed;  // few lines
    if ((may_be_list && is_list_between(i)) || ends_with_source(line) || is_signature(line) || is_below_head(i) || (is_digit(following.first) && is_hour_row(view(following)))) return false;
    if (fold(line.last) != U'：' && ((line.row && following.row) || are_fields(i))) return false;  // 地址：⏎海滨路77号
    if (following.blanks == 0 && code_goes_on(i)) return true;
    const bool full = is_full(i);
    if (!full && !is_cut(i)) return following.blanks == 0 && (word_goes_on(i) || sentence_goes_on(i) || paragraph_goes_on(i));
    const Start start = start_of(text_, following, rules_);
    return full ? fills_and_goes_on(i, start) : start <= Start::ended;
  }

  /// “第一，…；⏎“第二，…；: of a speech in several paragraphs each opens the quote that only the last one closes.
  bool is_next_of_speech(std::size_t i) const {
    const char32_t last = fold(lines_[i].last);
    if (next(i).first != U'“' || !(is_stop(last) || last == U'；')) return false;
    constexpr std::size_t kMost = 60;  // printed lines of a paragraph of one
    std::size_t begin = i;
    while (begin > 0 && i - begin < kMost && lines_[begin - 1].goes_on) --begin;
    const std::string_view speech = text_.substr(lines_[begin].begin, lines_[i].end - lines_[begin].begin);
    const std::size_t opens = speech.rfind("“"), closes = speech.rfind("”");
    return opens != std::string_view::npos && (closes == std::string_view::npos || closes < opens);
  }

  /// 获奖者名单⏎（共18名，按姓氏笔画排序）, 小渡口做成“大文章”⏎——竹溪县渡口改造纪实: a note in brackets or a subtitle below a title, where nothing was a
  /// sentence yet.
  bool is_below_head(std::size_t i) const {
    constexpr std::string_view kDash = "——";
    const PrintedLine& following = next(i);
    if (is_han(following.first)) return false;  // most lines
    const bool note = fold(following.first) == U'（' && fold(following.last) == U'）' && following.even_width > 0;
    if (!note && following.first != U'—') return false;
    const std::string_view text = view(following);
    if (note ? last_bracket(text) != 0 : !text.starts_with(kDash)) return false;
    return !lines_[i].row && is_open_end_of_head(lines_[i].last) && is_unmarked(i, false);
  }

  static bool is_open_end_of_head(char32_t c) { return is_han(c) || c == U'”' || c == U'》'; }

  /// 行成于思，毁于随。——韩愈: behind a sentence who said it, and nothing more.
  bool ends_with_source(const PrintedLine& line) const {
    constexpr std::size_t kLongest = 3 * 8;  // bytes
    constexpr std::string_view kDash = "——";
    if (!line.stop || (!is_han(line.last) && line.last != U'》')) return false;
    std::string_view text = view(line);
    text.remove_prefix(text.size() - std::min(text.size(), kLongest + 2 * kDash.size()));
    if (text.find(kDash[0]) == std::string_view::npos) return false;  // most lines
    const std::size_t dash = text.rfind(kDash);
    if (dash == std::string_view::npos || dash == 0 || !is_stop(last_char(text.substr(0, dash)))) return false;
    const std::string_view who = text.substr(dash + kDash.size());
    return is_person(who, rules_) || (first_char(who) == U'《' && line.last == U'》');
  }

  /// （县农技站　方小禾）, pushed to the right: who wrote what ends above it.
  bool is_signature(const PrintedLine& line) const {
    constexpr int kParagraph = 2;  // characters of the usual indent
    return line.indent > 2 * kParagraph && fold(line.first) == U'（' && fold(line.last) == U'）' && last_bracket(view(line)) == 0;
  }

  /// 管理人（通信⏎地址：文昌街62号；⏎联系人：李律师）: a bracket may have several lines.
  bool bracket_goes_on(std::size_t i) const {
    constexpr std::size_t kMost = 6;  // printed lines
    std::size_t begin = i, end = i + 1;
    bool may_close = next(i).unpaired;  // what closes a bracket of a line above is in no pair of its own line
    for (; end + 1 < lines_.size() && lines_[end + 1].blanks == 0 && end - i < kMost; ++end) may_close |= lines_[end + 1].unpaired;
    if (!may_close) return false;  // most lines
    while (begin > 0 && lines_[begin - 1].goes_on && i - begin < kMost) --begin;
    return bracket_torn(text_.substr(lines_[begin].begin, lines_[i].end - lines_[begin].begin), text_.substr(next(i).begin, lines_[end].end - next(i).begin));
  }

  /// A line cannot begin with a comma or full stop: where the one before ends with Han it is the end of that sentence.
  bool mark_goes_on(std::size_t i) const {
    const char32_t first = fold(next(i).first);
    if (first == U'、' && is_closing(lines_[i].last)) return next(i).comma || next(i).stop;  // 公章（编号：2201）⏎、财务章丢失
    return (first == U'，' || first == U'。') && is_han(lines_[i].last) && (next(i).comma || next(i).stop);
  }

  /// In running text a line that is too short ends in the middle of a word: OCR lost its beginning, or read a line in two.
  bool word_goes_on(std::size_t i) const {
    const PrintedLine &line = lines_[i], &following = next(i);
    if (!is_han(line.last) || !is_han(following.first) || !(line.comma || line.stop || (i > 0 && lines_[i - 1].goes_on))) return false;
    return word_torn(view(line), view(following)) >= kTornWord;
  }

  /// Where paragraphs begin with an indent, and one that does breaks off, what stands right below without an indent is its rest, however
  /// narrow the column is: few lines beside a picture show no width. Behind a full stop somebody may sign.
  bool paragraph_goes_on(std::size_t i) const {
    const PrintedLine &line = lines_[i], &following = next(i);
    if (line.stop || !(following.comma || following.stop)) return false;
    std::size_t begin = i;
    while (begin > 0 && lines_[begin - 1].goes_on) --begin;
    if (lines_[begin].indent == 0 || line.row || following.row || !(is_han(line.last) || fold(line.last) == U'，')) return false;
    return (measures_.indented() || is_lone_paragraph(begin)) && start_of(text_, following, rules_) == Start::none;
  }

  /// 　　他说，去年新增耕地⏎32万亩，比上年增长三⏎成。: a page of one paragraph shows its indent once. Its lines are of one width, and each but the last holds a mark
  /// and breaks off.
  bool is_lone_paragraph(std::size_t begin) const {
    constexpr int kUsual = 2, kLines = 4;
    if (lines_[begin].indent != kUsual) return false;
    std::size_t end = begin + 1;
    while (end < lines_.size() && lines_[end].blanks == 0 && lines_[end].indent == 0 && !ends_clause(lines_[end - 1])) ++end;
    if (end < begin + 3 || end > begin + kLines || !ends_clause(lines_[end - 1])) return false;
    for (std::size_t n = begin; n + 1 < end; ++n)
      if (!lines_[n].comma) return false;
    return are_as_wide(begin, end);
  }

  /// 壮大队伍。每年⏎培训不少于千人次: behind a sentence a line that OCR left too short breaks off with a few words; a name would sign.
  bool sentence_goes_on(std::size_t i) const {
    constexpr std::size_t kMost = 3 * 8;  // bytes
    const PrintedLine &line = lines_[i], &following = next(i);
    if (!line.stop || !is_han(line.last) || !is_han(following.first) || !measures_.is_in_column(i + 1)) return false;
    const std::size_t stop = view(line).rfind("。");
    if (stop == std::string_view::npos) return false;
    const std::string_view tail = view(line).substr(stop + 3);
    return tail.size() <= kMost && all_han(tail) && !is_person(tail, rules_) && ends().office.find(tail) == 0 && start_of(text_, following, rules_) == Start::none;
  }

  /// 本报记者　林⏎一鸣　摄: a surname behind what somebody is, and the rest of the name at the begin of the next line.
  bool author_goes_on(std::size_t i) const {
    constexpr std::size_t kMost = 2;  // characters of a given name
    const std::string_view line = view(lines_[i]), following = view(next(i));
    const std::size_t name = before(line, line.size());
    if (!is_han(lines_[i].last) || name == 0 || !is_space(last_char(line.substr(0, name))) || ends().author.find(trim(line.substr(0, name))) == 0) return false;
    std::size_t end = 0, given = 0;
    while (end < following.size() && is_han(char_at(following, end))) next_char(following, end), ++given;
    return given > 0 && given <= kMost && (end == following.size() || is_space(char_at(following, end)));
  }

  /// A line ends early where a number or an address that does not fit stands on the next: 电话：⏎13900000000, www⏎.example.
  bool code_goes_on(std::size_t i) const {
    constexpr std::size_t kLeastCode = 6;  // bytes; a date begins with four digits
    const PrintedLine &line = lines_[i], &following = next(i);
    const char32_t last = fold(line.last);
    std::string_view rest = text_.substr(following.begin, following.end - following.begin);
    const bool bracket = fold(following.first) == U'（';
    if (bracket) rest.remove_prefix(following.first == '(' ? 1 : 3);
    std::size_t code = 0, digits = 0;
    for (; code < rest.size() && (is_ascii_letter(static_cast<unsigned char>(rest[code])) || is_ascii_digit(static_cast<unsigned char>(rest[code])) || rest[code] == '-'); ++code)
      digits += is_ascii_digit(static_cast<unsigned char>(rest[code]));
    if (address_goes_on(i)) return true;
    if (is_ascii_letter(line.last) && following.first == '.') return code == 0 && rest.size() > 1 && is_ascii_letter(static_cast<unsigned char>(rest[1]));
    if (line.last == '@') return code > 0;
    if (last == U'：' && code > 0 && code < rest.size() && rest[code] == '@') return true;  // 电子邮箱：⏎news@paper.example
    if (code < kLeastCode || digits < kLeastCode / 2) return false;
    return last == U'：' || (bracket && is_han(line.last) && !ends_clause(line) && line.comma);
  }

  /// www.cctv.c⏎om: the rest of an address in the net, which may have begun lines above.
  bool address_goes_on(std::size_t i) const {
    constexpr std::size_t kReach = 4;  // lines of one
    if (!is_ascii_letter(next(i).first) || lines_[i].last >= 0x80) return false;  // most lines
    std::string address(view(lines_[i]));
    for (std::size_t begin = i; begin > 0 && i - begin < kReach && lines_[begin - 1].goes_on && lines_[begin].first < 0x80 && lines_[begin - 1].last < 0x80; --begin)
      address.insert(0, view(lines_[begin - 1]));
    return address_torn(address, view(next(i)), ends().domain);
  }

  /// （完） ends a story of an agency, 方小禾　摄 or 方小禾/摄 a picture's text. A space stands inside words as well: 张张拍 摄⏎的照片.
  bool ends_story(const PrintedLine& line) const {
    const std::string_view text = view(line);
    if (ends().story.find(text) > 0) return true;
    const std::string_view who = text.substr(0, text.size() - ends().credit.find(text));
    const char32_t mark = last_char(who);
    const bool apart = who.size() < text.size() && (is_space(mark) || mark == '/' || mark == U'／');
    return apart && ends_with_author(trim(who.substr(0, before(who, who.size()))));
  }

  /// …声明作废。车主：孙立军, …谨此致谢。会长何镇邦敬启: behind the last sentence somebody signs. The rest of a name may stand on the next line.
  bool ends_signed(std::size_t i) const {
    constexpr std::size_t kLongest = 3 * 16;  // bytes
    constexpr std::size_t kWhole = 3;         // characters of a name
    const PrintedLine& line = lines_[i];
    if (!line.stop || !is_han(line.last) || !is_han(next(i).first)) return false;
    const std::string_view text = view(line);
    const std::size_t stop = text.rfind(kStop);
    if (stop == std::string_view::npos || text.size() - stop > kLongest) return false;
    const std::string_view last = trim(text.substr(stop + kStop.size()));
    if (const std::size_t farewell = ends().farewell.find(last); farewell > 0 && farewell < last.size()) return true;
    std::size_t at = ends().signing.find(last).bytes;
    if (at == 0 || at >= last.size() || fold(next_char(last, at)) != U'：') return false;
    const std::string_view name = trim(last.substr(at));
    return count_chars(name) >= kWhole && is_person(name, rules_);
  }

  /// 方小禾, 方　禾 as print sets it wide, or whoever stands behind 记者.
  bool ends_with_author(std::string_view text) const {
    const auto word_begin = [&](std::size_t end) {
      while (end > 0 && (is_han(char_at(text, before(text, end))) || char_at(text, before(text, end)) == U'·')) end = before(text, end);
      return end;
    };
    const std::size_t word = word_begin(text.size());
    const std::size_t wide = word > 0 ? word_begin(before(text, word)) : 0;
    const auto is_author = [&](std::string_view who) { return is_person(who, rules_) || is_sounded(who, rules_) || is_organisation(who, rules_) || ends().author.find(who) > 0; };
    return is_author(text.substr(word)) || is_author(text.substr(wide)) || ends().author.find(trim(text.substr(0, word))) > 0;
  }

  static constexpr std::string_view kStop = "。";
  static constexpr std::size_t kLongestNote = 8;  // printed lines

  /// How many brackets of a note that lines up to `i` hold are open; none where they hold no such note, or more than it.
  std::optional<int> note_depth(std::size_t i) const {
    std::size_t begin = i;
    while (begin > 0 && lines_[begin - 1].goes_on && i - begin < kLongestNote) --begin;
    if (fold(lines_[begin].first) != U'（') return {};
    int depth = 0;
    for (std::size_t n = begin; n <= i; ++n)
      for (std::size_t at = lines_[n].begin; at < lines_[n].end;) {
        if (depth == 0 && at > lines_[begin].begin) return {};  // most: （一）…
        depth += bracket(fold(next_char(text_, at)));
      }
    return start_of(text_, lines_[begin], rules_) == Start::titled ? std::optional(depth) : std::nullopt;
  }

  static int bracket(char32_t c) { return c == U'（' ? 1 : c == U'）' ? -1 : 0; }

  /// （2024年9月26日沧宁市第九届人民代表大会⏎常务委员会通过）: a note below a title ends with its bracket, however full its last line is.
  bool ends_note(std::size_t i) const { return fold(lines_[i].last) == U'）' && note_depth(i) == 0; }

  /// …会议通过⏎根据…的决定修正）: what was done to a law later is set apart.
  bool begins_sentence_of_note(std::size_t i) const { return ends().preamble.find(view(lines_[i])) && note_depth(i - 1).value_or(0) > 0; }

  /// And before that it goes on, however its lines are centred.
  bool note_goes_on(std::size_t i) const {
    if (next(i).blanks > 0) return false;
    int depth = note_depth(i).value_or(0);
    for (std::size_t n = i + 1; depth > 0 && n < lines_.size() && n < i + kLongestNote; ++n) {
      if (lines_[n].blanks > 0 || lines_[n].stop || lines_[n].first == '#') return false;
      for (std::size_t at = lines_[n].begin; at < lines_[n].end;) {
        depth += bracket(fold(next_char(text_, at)));
        if (depth == 0) return at == lines_[n].end;
      }
    }
    return false;
  }

  /// A line set off from the one before, with no end of a sentence, and a dateline under it.
  bool is_title_of_next(std::size_t i) const {
    if (lines_[i].blanks == 0 || i + 1 == lines_.size() || ends_clause(lines_[i])) return false;
    const PrintedLine& following = next(i);
    return following.blanks == 0 && fold(following.first) != U'（' && start_of(text_, following, rules_) >= Start::never;
  }

  /// A few lines set off from those before, without a mark at an end, and under them the first line of an article: its title, with a kicker
  /// or a subtitle, or in two lines as it is printed. What did not fit on the line above is no line of its own.
  bool is_in_head(std::size_t i) const {
    constexpr int kMost = 3;  // lines
    constexpr std::size_t kReach = 6;
    const auto is_rest = [&](std::size_t n) { return lines_[n].even_width <= 2 * 5; };
    std::size_t begin = i, end = i + 1;
    while (begin > 0 && lines_[begin].blanks == 0 && i - begin < kReach) --begin;
    if (begin > 0 && lines_[begin].blanks == 0) return false;
    while (end < lines_.size() && end - begin <= kReach && !begins_article(end)) ++end;
    if (end == lines_.size() || end - begin > kReach || lines_[end].blanks > 0 || end <= i + 1 || is_rest(i + 1)) return false;
    int count = 0;
    for (std::size_t n = begin; n < end; ++n) {
      if (lines_[n].indent > 0 || lines_[n].stop || !(lines_[n].last == U'”' || (is_han(lines_[n].last) && is_open_end(lines_[n].last)))) return false;
      count += !is_rest(n);
    }
    return count <= kMost;
  }

  /// A dateline or a byline.
  bool begins_article(std::size_t i) const {
    const PrintedLine& line = lines_[i];
    const Start start = start_of(text_, line, rules_);
    return start == Start::author || (fold(line.first) != U'（' && (line.indent > 0 || !measures_.indented()) && start == Start::never);
  }

  bool is_full(std::size_t i) const {
    if (lines_[i].even_width == 0) return false;  // a paragraph
    const bool begins = i == 0 || !lines_[i - 1].goes_on;
    if (!measures_.is_full(i, begins)) return false;  // nor is it as the first line of no paragraph, which has less room
    return !begins || !ends_clause(lines_[i]) || measures_.is_flush(i + 1) || measures_.is_full(i, false);
  }

  /// 附件：1．任务清单, 附件2：填写说明: items follow, whose list may begin inside of the line.
  bool heads_items(const PrintedLine& line) const {
    const std::string_view text = view(line);
    std::size_t at = 0;
    while (at < text.size() && is_han(char_at(text, at))) next_char(text, at);
    return at > 0 && fold(char_at(text, at)) == U'：' && start_of(text_, line, rules_) >= Start::never;
  }

  /// Whether the next line, which begins with a label, is one of several items of a line each: the line before it or behind it begins
  /// with a label as well. A row of citations has a mark at the line's end: 第二十一条、⏎第二十二条、⏎第二十三条的规定.
  bool is_item(std::size_t i) const {
    const char32_t last = fold(lines_[i].last);
    if (last == U'、' || last == U'，') return false;
    const auto is_labelled = [&](std::size_t n) { return n < lines_.size() && (start_of(text_, lines_[n], rules_) == Start::open || heads_items(lines_[n])); };
    return is_labelled(i) || (is_labelled(i + 2) && !ends_clause(lines_[i + 1]));
  }

  /// 第三节 加强河湖保护⏎各地建立巡查制度。 Where no running text of the page breaks off at a line's end, a label with a few words and no mark
  /// only seems to fill a column, of lines that are short by chance: a sentence of its own follows.
  bool heads_paragraph(std::size_t i, Start start) const {
    const PrintedLine &line = lines_[i], &following = next(i);
    if (start != Start::none || start_of(text_, line, rules_) != Start::open || line.comma || line.stop || !is_han(line.last)) return false;
    if (measures_.breaks_sentences() || !ends_sentence(text_, following) || following.blanks > 0) return false;
    return word_torn(view(line), view(following)) < kTornWord && (i + 2 >= lines_.size() || next(i + 1).blanks > 0 || begins_text(i + 2));
  }

  /// 公司住所：滨江路88号⏎邮政编码：430100: fields of a line each. Behind a mark the colon is that of a sentence.
  bool are_fields(std::size_t i) const {
    const PrintedLine &line = lines_[i], &following = next(i);
    constexpr std::size_t kLongLabel = 12;
    return !line.stop && begins_with_field(view(following), line.row ? kLongLabel : kFieldLabel) && (line.row || (!line.comma && begins_with_field(behind_gap(view(line)))));
  }

  bool has_mark(const PrintedLine& line, bool but_lists) const {
    if (line.stop || !line.comma || !but_lists) return line.stop || line.comma;
    const std::string_view text = view(line);
    return std::any_of(std::begin(kClauseMarks), std::end(kClauseMarks), [&](std::string_view mark) { return text.find(mark) != std::string_view::npos; });
  }

  /// Whether a paragraph has had no mark of a sentence up to the end of a line; `but_lists`: none but those of a list.
  bool is_unmarked(std::size_t i, bool but_lists) const {
    while (!has_mark(lines_[i], but_lists) && i > 0 && lines_[i - 1].goes_on) --i;
    return !has_mark(lines_[i], but_lists);
  }

  /// A title may nearly fill the column. What begins with a number that no sentence goes on with stands under it, and under the title of a
  /// document its first article, whom it is for, or why it was made.
  bool is_title_over(std::size_t i, Start start) const {
    const bool titled = is_titled_so(view(lines_[i]));  // 关于深化改革、促进发展的决定
    if (!is_unmarked(i, titled) || fold(lines_[i].last) == U'：') return false;
    const std::string_view following = view(next(i));
    if (start == Start::titled || (start == Start::open && !may_be_cited(following))) return true;
    if (start > Start::open || !titled) return false;
    if (start == Start::open) return bool(ends().first_article.find(following));
    const bool number = following.find("〔") != std::string_view::npos && ends().number.find(following) > 0;  // 江政发〔2024〕5号
    return number || fold(next(i).last) == U'：' || ends().preamble.find(following) || stands_below_title(text_, next(i), rules_);
  }

  /// 第十二条第二款规定…, 一、二季度: a sentence may go on with it. Where a space stands behind its label it begins something.
  static bool may_be_cited(std::string_view label) {
    constexpr std::size_t kLongest = 9;  // characters
    std::size_t at = 0;
    if (is_cn_numeral(next_char(label, at))) return at < label.size() && next_char(label, at) == U'、' && at < label.size() && is_cn_numeral(char_at(label, at));
    if (!is_han(first_char(label))) return false;
    for (std::size_t n = 0; n < kLongest && at < label.size(); ++n)
      if (is_space(next_char(label, at))) return false;
    return at < label.size();
  }

  bool is_titled_so(std::string_view line) const {
    const std::string_view title = without_note(line);
    return ends().document.find(title) > 0 || ends().standard.find(title) > 0 || ends().notice.find(title) > 0;
  }

  /// 规定（试行）: without the note in brackets that the title of a document may end in.
  static std::string_view without_note(std::string_view title) {
    return fold(last_char(title)) == U'）' ? trim(title.substr(0, last_bracket(title))) : title;
  }

  /// A headline with a comma may fill the column: a line set off on both sides that ends as a phrase does, and whose words hardly go on.
  bool may_be_headline(std::size_t i) const {
    constexpr double kHardly = 2, kRather = 0;
    const PrintedLine& line = lines_[i];
    if (line.blanks == 0 || line.stop) return false;
    const SeamHead head = seam_head(view(line), rules_);
    const bool phrase = (!head.unfinished || ends().headline.find(view(line)) > 0) && (is_han(line.last) || is_closing(line.last)) && start_of(text_, line, rules_) == Start::none;
    return continuation_odds(head, view(next(i)), rules_) <= (phrase ? kHardly : kRather);
  }

  /// The line fills its column; is the next one the rest of its paragraph?
  bool fills_and_goes_on(std::size_t i, Start start) const {
    const PrintedLine &line = lines_[i], &following = next(i);
    if (start >= Start::author || start_of(text_, line, rules_) == Start::alone) return false;
    if (start == Start::open && is_item(i)) return false;
    if (heads_paragraph(i, start) || is_title_over(i, start)) return false;
    // A note in brackets, then a chapter or an item; but a law's name, then its article.
    if (start == Start::open && is_closing(line.last) && line.last != U'》') return false;
    const bool rest = ends_clause(following) || is_full(i + 1);
    if (ends_clause(line) || fold(line.last) == U'：') return following.blanks == 0 && rest && start == Start::none;
    if (following.blanks == 0) return start != Start::gap || measures_.indented();  // and `ended`: no sentence has ended
    if (ends_like_signature(text_.substr(line.begin, line.end - line.begin))) return false;
    if (measures_.begins_paragraph(i + 1) || looks_like_question(following)) return false;
    if (may_be_headline(i)) return false;
    const bool runs = line.comma || line.stop || (i > 0 && lines_[i - 1].goes_on);
    return rest && start <= Start::ended && (runs || word_torn(view(line), view(following)) >= kTornWord);
  }

  /// Behind the first gap, where a label has one: 第三条 公司住所：….
  static std::string_view behind_gap(std::string_view text) {
    for (std::size_t at = 0; at < text.size();)
      if (is_space(next_char(text, at))) return text.substr(at);
    return text;
  }

  static std::string_view behind_bracket(std::string_view text) {
    for (std::size_t at = 0; at < text.size();)
      if (is_closing(next_char(text, at))) return text.substr(at);
    return {};
  }

  /// …收缴封存。云溪县民政局, …公告。 [江苏]昆湖市人民法院: behind the last sentence a few characters that end as the names of
  /// organisations do.
  bool ends_like_signature(std::string_view text) const {
    constexpr std::size_t kLeast = 4, kMost = 20;  // characters
    const SuffixIndex& office = ends().office;
    if (!office.may_end(last_char(text))) return false;
    const std::size_t stop = text.rfind("。");
    if (stop == std::string_view::npos) return false;
    std::string_view name = trim(text.substr(stop + 3));
    if (is_opening(first_char(name))) name = behind_bracket(name);
    const std::size_t chars = count_chars(name);
    return chars >= kLeast && chars <= kMost && all_han(name) && office.find(name) > 0;
  }

  /// False: is_cut() is false.
  bool may_be_cut(std::size_t i) const {
    const bool may_be = lines_[i].comma || (next(i).blanks > 0 && lines_[i].unpaired);
    return may_be && is_open_end(lines_[i].last) && ends_clause(next(i)) && (lines_[i].comma || is_pair_torn(i));
  }

  /// 记者看到，小区门口⏎⏎的盲道, 国民经⏎⏎济, 《关于…若干⏎⏎问题的规定》: the end of a word, a name or a quotation goes on, be the line as short as a
  /// headline. What only begins as nothing can needs a line of several clauses: the rest of another article may stand below a headline.
  bool is_torn_over_gap(std::size_t i) const {
    constexpr double kNoBegin = -3;
    const std::string_view line = view(lines_[i]), following = view(next(i));
    if (next(i).blanks == 0) return false;
    if (is_pair_torn(i)) return true;
    if (word_torn(line, following) >= kTornWord || begins_with_quantity(text_, next(i), rules_)) return lines_[i].comma;
    if (!has_clauses(line)) return false;
    return begin_odds(following, rules_) < kNoBegin || (seam_head(line, rules_).unfinished && ends().headline.find(line) == 0);
  }

  bool is_pair_torn(std::size_t i) const {
    constexpr std::pair<char32_t, char32_t> kPairs[] = {{U'“', U'”'}, {U'《', U'》'}};
    return lines_[i].unpaired && next(i).unpaired && std::any_of(std::begin(kPairs), std::end(kPairs), [&](const auto& pair) { return quotation_torn(view(lines_[i]), view(next(i)), pair.first, pair.second); });
  }

  /// Two marks between clauses or in a list.
  static bool has_clauses(std::string_view line) {
    int marks = 0;
    for (std::size_t at = 0; (at = skip_han(line, at, line.size())) < line.size();) {
      const char32_t c = fold(next_char(line, at));
      marks += c == U'，' || c == U'、' || c == U'；';
    }
    return marks > 1;
  }

  /// A paragraph that breaks off in the middle of a sentence, and a line that can be the rest of it.
  bool is_cut(std::size_t i) const {
    const PrintedLine &line = lines_[i], &following = next(i);
    if (!may_be_cut(i) || is_among_short(i)) return false;
    if (!is_han(following.first) && !is_opening(following.first) && !is_digit(following.first)) return false;
    if (looks_like_question(following) || is_credited(i + 1)) return false;
    const std::string_view text = text_.substr(line.begin, line.end - line.begin);
    if (ends_with_day(text) || (!line.stop && begins_with_field(text))) return false;  // 登报热线：0766-2233119　每行三十元，三行起刊
    // A headline may have commas, too; but no headline goes on in an item of a list.
    const bool item = fold(following.last) == U'；';
    const std::size_t running = markdown_ ? kRunningMarkdown : kRunning;
    if (is_han(line.last) && !item && text.size() < running && text.find("。") == std::string_view::npos && !is_torn_over_gap(i)) return false;
    return !has_tail(text) && !ends_like_signature(text) && fits_together(i);
  }

  /// 10月19日，市民在书房里看书。⏎方小禾　摄: what begins with a day, over a line that says who took the picture, is the picture's text.
  bool is_credited(std::size_t i) const {
    constexpr int kLongest = 2 * 16;
    return parse_date(view(lines_[i])) && i + 1 < lines_.size() && next(i).even_width > 0 && next(i).even_width <= kLongest && !next(i).stop && ends_story(next(i));
  }

  /// What follows text that breaks off is mostly its rest, unless it begins as paragraphs begin and completes no word, or the
  /// text fits another line of the page much better: then the pieces of several articles were put out in a wrong order.
  bool fits_together(std::size_t i) const {
    constexpr double kMostly = 1.7, kMuchBetter = 6;
    const SeamHead head = seam_head(view(lines_[i]), rules_);
    const double odds = continuation_odds(head, view(next(i)), rules_);
    return kMostly + odds > 0 && best_elsewhere(i, head) < odds + kMuchBetter;
  }

  /// How well the text fits the best of the other lines nearby that do not stand behind a text that breaks off.
  double best_elsewhere(std::size_t i, const SeamHead& head) const {
    constexpr std::size_t kReach = 100;  // lines
    double best = 0;
    const std::vector<std::size_t>& tails = tails_of_page();
    for (auto other = std::lower_bound(tails.begin(), tails.end(), i - std::min(i, kReach)); other != tails.end() && *other <= i + kReach; ++other)
      if (*other != i && *other != i + 1) best = std::max(best, continuation_odds(head, view(lines_[*other]), rules_));
    return best;
  }

  /// Lines that may be the rest of some text, and stand behind none that breaks off.
  const std::vector<std::size_t>& tails_of_page() const {
    if (!tails_) {
      tails_.emplace();
      for (std::size_t n = 1; n < lines_.size(); ++n)
        if (is_han(lines_[n].first) && !is_open_end(lines_[n - 1].last) && ends_clause(lines_[n])) tails_->push_back(n);
    }
    return *tails_;
  }

  std::string_view view(const PrintedLine& line) const { return text_.substr(line.begin, line.end - line.begin); }

  /// …申报债权。2024年5月6日: behind a sentence a date has ended the text.
  static bool ends_with_day(std::string_view text) {
    constexpr std::size_t kDate = 3 * 12;  // bytes
    if (last_char(text) != U'日') return false;
    const std::size_t stop = text.rfind("。");
    return stop != std::string_view::npos && text.size() - stop <= kDate;
  }

  /// A short line that asks or calls is a headline rather than the rest of a sentence.
  static bool looks_like_question(const PrintedLine& line) {
    constexpr std::size_t kLongestHeadline = 3 * 34;
    return line.end - line.begin < kLongestHeadline && (fold(line.last) == U'？' || fold(line.last) == U'！');
  }

  bool ends_clause(const PrintedLine& line) const {
    return !is_han(line.last) && (ends_sentence(text_, line) || fold(line.last) == U'；' || ends_with_aside(line));
  }

  /// …新增学位2700个。（李禾）: behind a sentence what stands in brackets ends a paragraph.
  bool ends_with_aside(const PrintedLine& line) const {
    constexpr std::size_t kLongest = 3 * 20;  // bytes
    if (fold(line.last) != U'）') return false;
    const std::string_view text = view(line);
    const std::size_t open = std::max(text.rfind("（") + 1, text.rfind('(') + 1);
    return open > 1 && text.size() - open < kLongest && is_stop(last_char(text.substr(0, open - 1)));
  }

  /// A sentence cannot end with it.
  static bool is_open_end(char32_t c) {
    c = fold(c);
    return is_han(c) || c == U'，' || c == U'、' || is_opening(c);
  }

  /// Behind its last mark stands something set off by a space, a credit or a signature; or behind a quotation and a dash who
  /// said it.
  static bool has_tail(std::string_view text) {
    bool dash = false;  // at the beginning of what was passed
    for (std::size_t at = text.size(); at > 0;) {
      at = before(text, at);
      const char32_t c = fold(char_at(text, at));
      if (is_space(c)) return true;
      if (is_closing(c)) return dash;
      if (c == U'。' || c == U'，' || c == U'、') return false;
      dash = c == U'—';
    }
    return false;
  }

  /// Indents go when lines are joined: paragraphs are lines then. Otherwise they stay as they are printed.
  void begin_line(std::size_t i, std::size_t at) {
    if (i > 0 && lines_[i - 1].goes_on) return;
    const PrintedLine& line = lines_[i];
    trim_blank(at, line.print_begin);
    if (any_ && line.print_begin < line.begin && !is_apart(text_, lines_, i, rules_)) out_.erase({line.print_begin, line.begin}, Rule::line_indent);
  }

  /// that is the question:⏎Whether 'tis nobler
  bool ends_latin_clause(const PrintedLine& line) const {
    constexpr std::string_view kMarks = ",;:.?!";
    const std::string_view text = view(line);
    return text.size() > 1 && kMarks.find(text.back()) != std::string_view::npos && is_ascii_letter(static_cast<unsigned char>(text[text.size() - 2]));
  }

  /// 王　芳　王建国⏎白　洁（女，彝族）　刘　洋: a gap stands between two names of a line, and so it does between two lines of them.
  bool are_rows_of_names(std::size_t i) const {
    constexpr std::string_view kGap = "\u3000";
    const auto has_gaps = [&](std::string_view line) { return line.find(kGap) < line.rfind(kGap); };
    if (!(lines_[i].row || next(i).row) || lines_[i].stop || next(i).stop || !is_han(lines_[i].last) || !is_han(next(i).first)) return false;
    return has_gaps(view(lines_[i])) && has_gaps(view(next(i))) && word_torn(view(lines_[i]), view(next(i))) < kTornWord;
  }

  std::size_t end_line(std::size_t i) {
    const PrintedLine& line = lines_[i];
    if (lines_[i].goes_on) {
      const bool words = is_ascii_letter(next(i).first) && (is_ascii_letter(line.last) || ends_latin_clause(line)) && !code_torn(view(line), view(next(i))) && !address_goes_on(i);
      const bool gap = (start_of(text_, next(i), rules_) == Start::gap && !bracket_goes_on(i)) || are_rows_of_names(i);
      out_.replace({line.end, next(i).begin}, words || gap || begins_sentence_of_note(i + 1) ? " " : "",
                   Rule::line_join);
      return next(i).begin;
    }
    if (line.end < line.break_at) out_.erase({line.end, line.break_at}, Rule::line_trim);
    return line.break_at;
  }

  /// Spaces on empty lines.
  void trim_blank(std::size_t at, std::size_t end) {
    for (; at < end; ++at) {
      if (text_[at] == '\n') continue;
      const std::size_t line_end = std::min(text_.find('\n', at), end);
      out_.erase({at, line_end}, Rule::line_trim);
      at = line_end;
    }
  }

  const Rules& rules_;
  const std::vector<ReadAcross>& columns_;
  Rewriter& out_;
  std::string_view text_;
  std::vector<PrintedLine> read_;
  std::span<PrintedLine> lines_;  // all of them
  Measures measures_;
  bool markdown_ = false, any_ = false;
  mutable std::optional<std::vector<std::size_t>> tails_;  // found where a text breaks off
};

}  // namespace

void clean_joins(const CleanContext& context, CleanScan& scan, Rewriter& out) { Joiner(context, scan, out).run(context.known.noise(out.text(), scan)); }

}  // namespace jianbao
