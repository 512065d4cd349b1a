// Spaces that OCR put between Han and around full-width marks. Spaces that say something stay: between the issuers of a
// title, between a role and a name, before a credit or a signature, around Latin words.
#include <algorithm>
#include <string_view>

#include "clean/characters.h"
#include "clean/clean_pass.h"
#include "clean/continuation.h"
#include "clean/punct.h"
#include "clean/unweave.h"
#include "names/persons.h"
#include "tables/tables.h"
#include "tables/word_table.h"
#include "text/chars.h"
#include "text/numeral.h"

namespace jianbao {
namespace {

bool is_inner_mark(char32_t c) { return c == U'，' || c == U'、' || c == U'；' || c == U'：'; }
bool is_close_mark(char32_t c) {
  return is_inner_mark(c) || c == U'。' || c == U'？' || c == U'！' || c == U'”' || c == U'》' || c == U'）';
}
bool is_open_mark(char32_t c) { return c == U'（' || c == U'《' || c == U'“' || c == U'〈'; }

/// Running text has at least this many bytes, and a mark that ends a clause.
constexpr std::size_t kRunning = 3 * 20;
/// Characters on each side of a space that are looked at; a clause is rarely longer.
constexpr std::size_t kReach = 3 * 30;

/// So many spaces are the gap between two columns.
constexpr std::size_t kGap = 3;

/// So many spaces inside of words of running text show that OCR set spaces between Han at random.
constexpr std::size_t kScattered = 3;

/// So many spaces that print never sets, before a comma or behind an opening mark, show that OCR set spaces around marks.
constexpr std::size_t kLoose = 2;

/// So many wide spaces between Han show that the page sets its gaps with them.
constexpr std::size_t kWideGaps = 6;

/// What stands before a name: 记者; or behind one; or begins a row of those who made the page. Asked about where a space may part a word.
struct BeforeNames {
  explicit BeforeNames(const Rules::Tables& tables) : words(tables.compiled<WordTable>().endings("author-end")), staff(tables.compiled<WordTable>().beginnings("staff")), writer(tables.compiled<WordTable>().beginnings("role")), picture(tables.compiled<WordTable>().beginnings("picture")) {}
  SuffixIndex words;
  PrefixIndex staff;
  PrefixIndex writer, picture;  ///< what somebody did stands behind the name: 著, 译, 摄
};

class SpacePass {
 public:
  SpacePass(const CleanContext& context, const CleanScan& scan, Rewriter& out)
      : rules_(context.rules), titles_(rules_.tables().compiled<Guards>().person_before), never_first_(rules_.tables().compiled<Guards>().never_first), columns_(context.known.columns(out.text(), scan)), out_(out), text_(out.text()) {}

  void run(CleanScan& scan) {
    loose_ = scan.is_loose();
    scattered_ = scan.is_scattered();
    wide_gaps_ = scattered_ && has_wide_gaps(scan);
    auto across = columns_.begin();  // there a space may be all that parts two columns
    for (ScannedLine& line : scan.lines()) {
      if (!(line.has & ScannedLine::space) || !line.needs(ScannedLine::of_spaces)) continue;
      while (across != columns_.end() && across->at.end <= line.begin) ++across;
      if (across != columns_.end() && line.begin >= across->at.begin) continue;
      spaces(line);
      line.settled |= ScannedLine::of_spaces;  // what is changed becomes another line
    }
    if (!scattered_ && (torn_ >= kScattered || (any_torn_ && narrow_ >= kScattered && has_wide_gaps(scan)))) scan.set_scattered();
  }

  /// Whether spaces around marks say nothing on the page.
  bool is_loose(const CleanScan& scan) const {
    std::size_t impossible = 0;
    for (const ScannedLine& line : scan.lines()) {
      if (!(line.has & ScannedLine::space)) continue;
      for (std::size_t at = line.begin; (at = text_.find(' ', at)) < line.end;) {
        const std::size_t begin = at;
        while (at < line.end && text_[at] == ' ') ++at;
        if (begin == line.begin || at == line.end || at - begin >= kGap) continue;
        if (is_impossible(char_at(text_, before(text_, begin)), char_at(text_, at)) && ++impossible >= kLoose) return true;
      }
    }
    return false;
  }

 private:
  void spaces(const ScannedLine& scanned) {
    find_line(scanned);
    const std::string_view lines = text_.substr(0, line_end_);
    for (std::size_t at = line_begin_; (at = lines.find(' ', at)) != std::string_view::npos;) {
      std::size_t end = at;
      while (end < line_end_ && text_[end] == ' ') ++end;
      if (end - at < kGap) space(at, end);
      at = end;
    }
  }

  void find_line(const ScannedLine& scanned) {
    constexpr unsigned kMarks = ScannedLine::comma | ScannedLine::stop | ScannedLine::colon | ScannedLine::wide_space;
    has_marks_ = scanned.has & kMarks;
    line_begin_ = scanned.begin;
    line_end_ = scanned.end;
    last_stop_ = kUnknown;
  }

  /// Behind the last mark of the line that ends a sentence or a part of one; its begin where there is none.
  std::size_t last_stop() {
    if (last_stop_ != kUnknown) return last_stop_;
    constexpr std::size_t kSize = 3;  // bytes of each
    std::size_t at = line_end_;
    while ((at = skip_han_back(text_, at, line_begin_)) >= line_begin_ + kSize && !is_stop(text_.substr(at - kSize, kSize))) --at;
    return last_stop_ = at < line_begin_ + kSize ? line_begin_ : at;
  }

  static bool is_stop(std::string_view mark) { return mark == "。" || mark == "；" || mark == "！" || mark == "？"; }

  /// Print sets no space between the two; beside a rule of a column it is none of the text's.
  static bool is_impossible(char32_t left, char32_t right) {
    return (is_close_mark(right) || is_open_mark(left) || is_inner_mark(left) || (is_han(left) && is_half_mark(right))) && left != '|' && right != '|';
  }

  /// 账号 :62137500: behind Han it stands for the wide one.
  static bool is_half_mark(char32_t c) { return c == ',' || c == ';' || c == ':' || c == '?' || c == '!'; }

  /// 15: 00, and where OCR sets spaces around marks 3 : 2 as well: between figures a colon has no spaces.
  bool is_in_figures(std::size_t at, std::size_t end) const {
    const bool behind = text_[at - 1] == ':', ahead = text_[end] == ':';
    if (behind == ahead || end - at > 1) return false;
    const std::size_t colon = behind ? at - 1 : end;
    std::size_t left = colon, right = colon + 1;
    if (left > line_begin_ && text_[left - 1] == ' ') --left;
    if (right < line_end_ && text_[right] == ' ') ++right;
    const bool both = left < colon && right > colon + 1;
    return (loose_ || !both) && is_short_figure(left, right);
  }

  /// 8 .5%, 3 ,456亿元: between a figure and its point, or what parts its thousands.
  bool is_before_decimals(std::size_t at, std::size_t end) const {
    constexpr std::size_t kGroup = 3;
    if (end - at > 1 || !is_ascii_digit(static_cast<unsigned char>(text_[at - 1])) || (text_[end] != '.' && text_[end] != ',')) return false;
    const std::size_t digits = count_digits(text_.substr(0, line_end_), end + 1);
    return text_[end] == '.' ? digits > 0 : digits == kGroup;
  }

  /// Whether one or two or three digits end at `left`, and as few begin at `right`.
  bool is_short_figure(std::size_t left, std::size_t right) const {
    constexpr std::size_t kMost = 3;
    std::size_t begin = left, end = right;
    while (begin > line_begin_ && is_ascii_digit(static_cast<unsigned char>(text_[begin - 1]))) --begin;
    while (end < line_end_ && is_ascii_digit(static_cast<unsigned char>(text_[end]))) ++end;
    return begin < left && left - begin <= kMost && end > right && end - right <= kMost;
  }

  void space(std::size_t at, std::size_t end) {
    if (at == line_begin_ || end == line_end_) return;
    const char32_t left = char_at(text_, before(text_, at)), right = char_at(text_, end);
    if (left == U'（' && right == U'）') return;  // to be filled in
    if (is_impossible(left, right) || is_in_figures(at, end) || is_before_decimals(at, end)) {
      out_.erase({at, end}, Rule::space_mark);
      return;
    }
    if (left == U'。' || left == U'？' || left == U'！') {
      if ((is_han(right) || is_open_mark(right)) && end < last_stop()) out_.erase({at, end}, Rule::space_mark);
    } else if (loose_ && is_beside_bracket(at, end, left, right)) {
      out_.erase({at, end}, Rule::space_mark);
    } else if (end - at == 1 && is_han(left) && is_han(right)) {
      const bool running = end < last_stop() && last_stop() - line_begin_ > (scattered_ ? kRunning / 2 : kRunning);
      const bool parts = parts_word(at, end, running);
      torn_ += parts && running;
      any_torn_ |= parts;
      if (!scattered_ && narrow_ < kScattered) narrow_ += !is_narrow_gap(at);
      if (parts || (wide_gaps_ && has_marks_ && !is_narrow_gap(at)) || (running && (begins_nothing(end, right) || ((is_scattered(at) || is_stray(at, end)) && !says_something(at, end))))) out_.erase({at, end}, Rule::space_han);
    }
  }

  /// Whether the page sets its gaps with wide spaces.
  bool has_wide_gaps(const CleanScan& scan) const {
    constexpr std::string_view kWide = "\u3000";
    std::size_t count = 0;
    for (const ScannedLine& line : scan.lines()) {
      if (!(line.has & ScannedLine::wide_space)) continue;
      for (std::size_t at = line.begin; (at = text_.find(kWide, at)) < line.end; at += kWide.size())
        if (at > line.begin && at + kWide.size() < line.end && is_han(char_at(text_, before(text_, at))) && is_han(char_at(text_, at + kWide.size())) && ++count >= kWideGaps) return true;
    }
    return false;
  }

  /// Whether a narrow space says something on such a page: in brackets, behind who writes, and in the rows of those who made the page.
  bool is_narrow_gap(std::size_t at) const {
    const BeforeNames& names = rules_.tables().compiled<BeforeNames>();
    const std::string_view lead = text_.substr(line_begin_, at - line_begin_);
    return lead.rfind("（") + 1 > lead.rfind("）") + 1 || names.words.find(lead) > 0 || names.staff.find(lead);
  }

  /// On a page where spaces stand in the midst of words they stand between them as well: not behind the few characters that a line begins
  /// with, a label or a dateline, nor in brackets.
  bool is_scattered(std::size_t at) const {
    constexpr std::size_t kLongestLabel = 3 * 14;  // bytes
    if (!scattered_) return false;
    const std::string_view lead = text_.substr(line_begin_, at - line_begin_);
    const bool labelled = lead.size() <= kLongestLabel && !has_mark(lead), in_brackets = lead.rfind("（") + 1 > lead.rfind("）") + 1;
    return !labelled && !in_brackets;
  }

  /// 获奖的是李明 王芳两位: a name of two or three characters on either side.
  bool is_between_names(std::size_t at, std::size_t end) const {
    const std::size_t before = at - han_before(at), behind = han_behind(end) - end;
    const auto any = [](std::size_t han, auto name) { return (han >= 2 * 3 && name(2 * 3)) || (han >= 3 * 3 && name(3 * 3)); };
    return any(before, [&](std::size_t size) { return is_person(text_.substr(at - size, size), rules_); }) && any(behind, [&](std::size_t size) { return is_person(text_.substr(end, size), rules_); });
  }

  static bool has_mark(std::string_view text) {
    for (std::size_t at = 0; (at = skip_han(text, at, text.size())) < text.size();)
      if (const char32_t c = next_char(text, at); is_close_mark(c) || is_open_mark(c)) return true;
    return false;
  }

  /// Where the Han begin that stand before a place, and where those end that stand behind it.
  std::size_t han_before(std::size_t at) const {
    while (at > line_begin_ && is_han(char_at(text_, before(text_, at)))) at = before(text_, at);
    return at;
  }
  std::size_t han_behind(std::size_t at) const {
    while (at < line_end_ && is_han(char_at(text_, at))) next_char(text_, at);
    return at;
  }

  /// 水产公司 的会计: no name, title or heading begins with the character, but a word may: 的确, 了解, 着力.
  bool begins_nothing(std::size_t at, char32_t c) const {
    return never_first_.find(c) != std::u32string::npos && !longest_word_at(text_.substr(0, line_end_), at, kGoodWord);
  }

  /// 拖拉机夜校开 设了: a word on both sides that neither makes alone. Of the 3,800 spaces that print sets between Han in 190 texts none in running
  /// text reaches 3; elsewhere headings of two characters, names and the labels of fields go beyond it.
  bool parts_word(std::size_t at, std::size_t end, bool running) const {
    constexpr double kRunningWord = 3, kWord = 5, kScatteredWord = 2;
    constexpr std::size_t kLeast = 4;  // characters on both sides, so that it is no 公 告
    std::size_t begin = at, behind = end, chars = 0;
    for (; begin > line_begin_ && is_han(char_at(text_, before(text_, begin))); ++chars) begin = before(text_, begin);
    for (; behind < line_end_ && is_han(char_at(text_, behind)); ++chars) next_char(text_, behind);
    const bool label = behind < line_end_ && fold(char_at(text_, behind)) == U'：';  // 赵敖登 广告刊登：
    if (!running && is_in_list(begin, at, end, behind)) return false;
    if (!running && (chars < kLeast || label || (is_cn_numeral(char_at(text_, before(text_, at))) && is_cn_numeral(char_at(text_, end))))) return false;  // 早六晚十 四时不停
    const double torn = word_torn(text_.substr(line_begin_, at - line_begin_), text_.substr(end, line_end_ - end));
    if (torn < (!running ? kWord : scattered_ ? kScatteredWord : kRunningWord)) return false;
    if (running && scattered_ && torn >= kWord) return true;
    const std::size_t left = before(text_, at);
    return surname_length(text_.substr(left, at - left), rules_) == 0 || (left > begin && rules_.tables().compiled<BeforeNames>().words.find(text_.substr(begin, left - begin)) == 0);  // 记者高 峰
  }

  /// 唱歌 跳舞 画画: three names or words, each of two characters to four, of which two may be a word together.
  bool is_in_list(std::size_t begin, std::size_t at, std::size_t end, std::size_t behind) const {
    constexpr std::size_t kLeast = 2 * 3, kMost = 4 * 3;  // bytes
    const auto is_part = [&](std::size_t from, std::size_t to) { return to >= from + kLeast && to <= from + kMost; };
    if (!is_part(begin, at) || !is_part(end, behind)) return false;
    const bool follows = behind + 1 < line_end_ && text_[behind] == ' ' && is_part(behind + 1, han_behind(behind + 1));
    return follows || (begin > line_begin_ + 1 && text_[begin - 1] == ' ' && is_part(han_before(begin - 1), begin - 1));
  }

  /// A bracket or quotation mark beside the space, in running text; or the bracket of a label that begins the line: （七） 加大. Quotation
  /// marks not in its first clause, where they may set off a part of a headline.
  bool is_beside_bracket(std::size_t at, std::size_t end, char32_t left, char32_t right) {
    const bool closes = left == U'）' || left == U'》' || left == U'”';
    if ((!closes && !is_open_mark(right)) || is_ascii(left) || is_ascii(right)) return false;
    const std::string_view lead = text_.substr(line_begin_, at - line_begin_);
    if (is_numeral_in_brackets(lead)) return true;
    const bool is_round = left == U'）' || right == U'（';
    const bool in_first_clause = lead.find("，") == std::string_view::npos && lead.find("。") == std::string_view::npos;
    return (is_round || !in_first_clause) && end < last_stop() && last_stop() - line_begin_ > kRunning;
  }

  static bool is_numeral_in_brackets(std::string_view text) {
    constexpr std::string_view kOpen = "（", kClose = "）";
    if (text.size() <= kOpen.size() + kClose.size() || !text.starts_with(kOpen) || !text.ends_with(kClose)) return false;
    for (std::size_t at = kOpen.size(); at + kClose.size() < text.size();)
      if (const char32_t c = next_char(text, at); !is_cn_numeral(c) && !is_digit(c)) return false;
    return true;
  }

  static bool is_ascii(char32_t c) { return c < 0x80; }

  /// The only space of its clause; not in the first of a line, which may be a label or a dateline, and not in brackets,
  /// which hold `记者 高敬` and `苏阳 摄`.
  bool is_stray(std::size_t at, std::size_t end) const {
    for (std::size_t i = at, limit = at > kReach ? at - kReach : 0;;) {
      if (i == line_begin_) return false;
      if (i <= limit) break;
      i = before(text_, i);
      const char32_t c = char_at(text_, i);
      if (is_space(c) || is_open_mark(c) || c == '(') return false;
      if (is_close_mark(c)) break;
    }
    for (std::size_t i = end, limit = std::min(line_end_, end + kReach); i < limit;) {
      const char32_t c = next_char(text_, i);
      if (is_space(c) || c == U'）' || c == ')') return false;
      if (is_close_mark(c) || is_open_mark(c)) break;
    }
    return true;
  }

  /// 声明作废。白 杨遗失, 第87号 吉狄阿木：, 破5号之三 本院, 董秘 柯女士: a name spaced to width, the number of a case, and who is named with
  /// a title.
  bool says_something(std::size_t at, std::size_t end) const {
    constexpr std::size_t kLongestName = 3 * 8;  // bytes
    const std::size_t left = before(text_, at);
    const char32_t c = char_at(text_, left), previous = left > line_begin_ ? char_at(text_, before(text_, left)) : 0;
    if (!is_han(previous) && (!scattered_ || may_begin_name(left, at))) return true;
    if ((at - han_before(at) <= kLongestName && is_before_role(end)) || c == U'号' || previous == U'之' || may_head_brief(at) || is_between_names(at, end)) return true;
    constexpr std::size_t kTitled = 3 * 4;  // bytes of a name and its title
    const std::string_view behind = text_.substr(end, std::min(line_end_ - end, kTitled));
    return titles_.any_in(behind);
  }

  /// 方小禾 著，何大林 译，: what somebody did, and then a mark.
  bool is_before_role(std::size_t end) const {
    const BeforeNames& names = rules_.tables().compiled<BeforeNames>();
    const std::string_view line = text_.substr(0, line_end_);
    for (const PrefixIndex* const roles : {&names.writer, &names.picture})
      if (const auto role = roles->find(line, end)) return end + role.bytes >= line_end_ || is_close_mark(char_at(text_, end + role.bytes));
    return false;
  }

  /// …作废。白 杨遗失: a surname behind a sentence.
  bool may_begin_name(std::size_t begin, std::size_t end) const {
    const bool first = begin < line_begin_ + 3 || is_stop(text_.substr(begin - 3, 3));
    return first && surname_length(text_.substr(begin, end - begin), rules_) > 0;
  }

  /// …喜获丰收。农机下乡 县农机局组织…: a few characters behind a sentence may be the heading of a brief.
  bool may_head_brief(std::size_t at) const {
    constexpr std::size_t kLongest = 3 * 8, kLeast = 3 * 4;  // bytes; where spaces are scattered
    std::size_t begin = at;
    while (begin > line_begin_ && at - begin <= kLongest && is_han(char_at(text_, before(text_, begin)))) begin = before(text_, begin);
    return at - begin <= kLongest && (!scattered_ || at - begin >= kLeast) && begin > line_begin_ + 3 && is_stop(text_.substr(begin - 3, 3));
  }

  const Rules& rules_;
  const WordList& titles_;
  const std::u32string& never_first_;
  const std::vector<ReadAcross>& columns_;
  Rewriter& out_;
  std::string_view text_;
  std::size_t line_begin_ = 0, line_end_ = 0;
  static constexpr std::size_t kUnknown = std::string_view::npos;
  std::size_t last_stop_ = kUnknown;  // until it is asked for
  bool has_marks_ = false;  // the line is no headline that a narrow space may set a pause in
  bool loose_ = false, scattered_ = false, wide_gaps_ = false;
  std::size_t torn_ = 0;  // words of running text that spaces part
  std::size_t narrow_ = 0;  // spaces that are no narrow gaps
  bool any_torn_ = false;   // a space parts a word
};

}  // namespace

void clean_spaces(const CleanContext& context, CleanScan& scan, Rewriter& out) {
  if (!scan.any(ScannedLine::space)) return;
  SpacePass pass(context, scan, out);
  if (!scan.is_loose() && pass.is_loose(scan)) scan.set_loose();  // later looks at the page no longer see those spaces
  pass.run(scan);
}

}  // namespace jianbao
