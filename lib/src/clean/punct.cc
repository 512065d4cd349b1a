#include "clean/punct.h"

#include <algorithm>
#include <deque>
#include <optional>
#include <span>
#include <string>

#include "clean/broken_marks.h"
#include "clean/clean_pass.h"
#include "clean/characters.h"
#include "clean/continuation.h"
#include "clean/number_labels.h"
#include "names/persons.h"
#include "tables/lexicon.h"
#include "text/non_han.h"
#include "text/numeral.h"

namespace jianbao {
namespace {

/// What a byte can begin that this pass looks at: an ASCII mark, or a character of the blocks of Chinese marks.
enum Lead : unsigned char { kSkip, kAsciiMark, kDot, kHyphen, kGeneral, kCjk, kWide };

constexpr std::array<Lead, 256> kLeads = [] {
  std::array<Lead, 256> leads{};
  for (const char c : {',', ':', ';', '?', '!', '(', ')', '<', '>', '"', '[', '\'', '|'}) leads[static_cast<unsigned char>(c)] = kAsciiMark;
  leads['.'] = kDot;
  leads['*'] = kAsciiMark;
  leads['-'] = kHyphen;
  leads[0xC2] = kGeneral;  // ·
  leads[0xE2] = kGeneral;  // “ ” ‘ ’ … — ⋯ ─
  leads[0xE3] = kCjk;      // 。 《 》 〈 〉
  leads[0xEF] = kWide;     // （ ） － ＂
  return leads;
}();

/// Digits of a year.
constexpr std::size_t kYear = 4;

class PunctPass {
 public:
  PunctPass(const Rules& rules, bool damaged, Rewriter& out) : rules_(rules), out_(out), text_(out.text()), damaged_(damaged) {}

  void run(CleanScan& scan) {
    for (ScannedLine& scanned : scan.lines()) {
      if (!(scanned.has & ScannedLine::mark) || !scanned.needs(ScannedLine::of_punct) || is_foreign(scanned)) continue;
      const std::size_t changes = changes_.size();
      depends_ = false;
      line({text_, scanned.begin, scanned.end});
      if (changes_.size() == changes && !depends_) scanned.settled |= ScannedLine::of_punct;
    }
    if (!changes_.empty()) write();
  }

 private:
  /// He said (again): — a line without Han and without any mark of Chinese print is of another language, or of none.
  bool is_foreign(const ScannedLine& scanned) const {
    constexpr unsigned char kFirst = 0xE2;  // of the bytes that those of Han and of such marks begin with
    const std::string_view line = text_.substr(scanned.begin, scanned.end - scanned.begin);
    return std::none_of(line.begin(), line.end(), [](char c) { return static_cast<unsigned char>(c) >= kFirst; });
  }

  void line(const MarkLine& line) {
    marks_.clear();
    const std::size_t first_change = changes_.size();
    paired_ = false;
    NonHan places(text_, line.begin);
    std::size_t done = line.begin;
    for (std::size_t at; (at = places.next()) < line.end;)
      if (const Lead lead = kLeads[static_cast<unsigned char>(text_[at])]; lead != kSkip && at >= done) done = look(line, at, lead);
    if (!paired_) return;
    mend_brackets(line, marks_, rules_);
    depends_ |= mend_quotes(line, marks_, rules_);
    mend_inner_quotes(line, marks_);
    for (const Mark& mark : marks_)
      if (!mark.after.empty())
        changes_.push_back({{mark.at, mark.at + mark.size},
                            mark.after,
                            mark.rule,
                            mark.rule == Rule::punct_width ? MarkKind::bracket : MarkKind::none});
    std::sort(changes_.begin() + static_cast<std::ptrdiff_t>(first_change), changes_.end(),
              [](const MarkChange& a, const MarkChange& b) { return a.at.begin < b.at.begin; });
  }

  std::size_t look(const MarkLine& line, std::size_t at, Lead lead) {
    if (lead == kDot) return dots(line, at);
    if (lead == kHyphen) return dashes(line, at, '-', 2);
    std::size_t end = at;
    const char32_t c = next_char(text_, end);
    switch (c) {
      case ',':
      case ':':
      case ';':
      case '?':
      case '!':
        if (c == ',' && label_comma(line, at, end)) return end;
        if (is_half_by_fault(line, at, c) || (c == ':' && is_in_clock(line, at) && clocks_are_wide())) changes_.push_back({{at, end}, wide(c), Rule::punct_width, kind_of(c)});
        return end;
      case U'，':
        label_comma(line, at, end);
        return end;
      case '[':
      case U'〔':
      case U'【':
        return number_bracket(line, at);
      case '*':
      case '"':
      case U'”':
      case U'“':
        if (is_celsius(line, at, end)) return changes_.push_back({{at, end + 1}, "℃", Rule::char_unit}), end + 1;
        if (c == '*') return end;
        if (c == U'“') dash_before_quote(line, at);
        [[fallthrough]];
      case ')':
      case U'）':
        number_sign(line, at, end);
        label_bracket(line, end);
        [[fallthrough]];
      case '(':
      case '\'':
        if (const std::size_t twice = double_quote_end(line, at)) return marks_.push_back({at, twice - at, U'"'}), paired_ = true, twice;
        [[fallthrough]];
      case '<':
      case '>':
      case U'（':
      case U'《':
      case U'》':
      case U'〈':
      case U'〉':
      case U'＂':
        marks_.push_back({at, end - at, c});
        paired_ = true;
        return end;
      case U'。':
        return repeated(line, at, c, 3, "……", Rule::punct_ellipsis);
      case U'—':
        return broken(at, broken_dash_end(line, at), end, "——", Rule::punct_dash);
      case U'·':
      case U'…':
      case U'．':
        return broken(at, broken_dots_end(line, at), end, "……", Rule::punct_ellipsis);
      case '|':
        speck(line, at);
        return end;
      case U'⋯':
        return repeated(line, at, c, 1, "……", Rule::punct_ellipsis);
      case U'─':
      case U'―':
      case U'━':
      case U'－':
        return dashes(line, at, c, 2);
      default:
        return end;
    }
  }

  /// ''你好'': where two single marks end that are a double one beside Han; 0 where they are none, as behind the seconds of an arc.
  std::size_t double_quote_end(const MarkLine& line, std::size_t at) const {
    constexpr std::string_view kTwice = "''";
    const std::size_t end = at + kTwice.size();
    const char32_t left = line.previous(at), right = line.next(end);
    if (text_.substr(at, kTwice.size()) != kTwice || right == U'\'' || left == U'\'' || is_digit(left)) return 0;
    return is_chinese(side_of(left)) || is_chinese(side_of(right)) ? end : 0;
  }

  /// A broken mark up to `broken_end`, or the character up to `end`.
  std::size_t broken(std::size_t at, std::size_t broken_end, std::size_t end, std::string_view after, Rule rule) {
    if (broken_end == at) return end;
    changes_.push_back({{at, broken_end}, after, rule});
    return broken_end;
  }

  /// `会议强调|,要坚持|问题导向`: a speck in running text, beside one of its marks or in the midst of a word. Elsewhere a bar parts things.
  void speck(const MarkLine& line, std::size_t at) {
    constexpr double kInWord = 3;
    const std::string_view text = text_.substr(line.begin, line.end - line.begin);
    if (text.find("。") == std::string_view::npos || text.starts_with('|') || text.ends_with('|')) return;
    const char32_t left = fold(line.previous(at)), right = fold(line.next(at + 1));
    const auto is_mark = [](char32_t c) { return c == U'，' || c == U'；' || c == U'：' || c == U'。' || c == U'、'; };
    const bool beside_mark = (is_han(left) && is_mark(right)) || (is_mark(left) && is_han(right));
    const bool in_word = is_han(left) && is_han(right) && word_torn(text_.substr(line.begin, at - line.begin), text_.substr(at + 1, line.end - at - 1)) >= kInWord;
    const bool certain = beside_mark || in_word;
    specks_ += certain;
    if (certain || (is_han(left) && is_han(right))) changes_.push_back({{at, at + 1}, "", Rule::junk_line, certain ? MarkKind::none : MarkKind::bar});
  }

  /// Whether an ASCII mark stands in Chinese text.
  static bool is_half_by_fault(const MarkLine& line, std::size_t at, char32_t c) {
    const Side left = line.left(at), right = line.right(at + 1);
    if (c == ':' && line.text.substr(line.begin, 2) == "[^" && line.text.find(']', line.begin) + 1 == at) return false;  // [^1]: the note of Markdown
    if (is_chinese(left)) return !(c == ':' && line.text.substr(at, 3) == "://");
    if (left == Side::edge) return false;
    if (left == Side::closing) return (right != Side::latin && right != Side::ascii && !is_of_source(line, at, right)) || closes_han(line, at);
    if (c == ';' && is_entity(line, at)) return false;
    if (is_chinese(right) || right == Side::opening || right == Side::closing)
      return line.is_chinese_before(at) || right == Side::han;
    if (line.previous(at) == '%' || right == Side::edge || c == ';') return line.is_chinese_before(at);
    return false;
  }

  /// 9:30, 3:2: one to three figures on either side, and no point, dash or letter beside them.
  static bool is_in_clock(const MarkLine& line, std::size_t at) {
    constexpr std::size_t kMost = 3;
    const std::size_t right = count_digits(line.text.substr(0, line.end), at + 1);
    std::size_t begin = at;
    while (begin > line.begin && is_ascii_digit(static_cast<unsigned char>(line.text[begin - 1]))) --begin;
    const auto is_part = [](char32_t c) { return c == '.' || c == '-' || c == '/' || c == ':' || is_letter(c); };
    return begin < at && at - begin <= kMost && right > 0 && right <= kMost && !is_part(line.previous(begin)) && !is_part(line.next(at + 1 + right));
  }

  /// Whether the page sets the colons of its hours and scores wide: half of them are, at least, on a page that OCR set narrow marks on.
  bool clocks_are_wide() {
    constexpr std::string_view kWide = "：";
    constexpr std::size_t kFew = 2;
    depends_ = true;
    if (clocks_are_wide_) return *clocks_are_wide_;
    std::size_t full = 0, half = 0, faults = 0;
    const auto between_digits = [&](std::size_t at, std::size_t end) { return at > 0 && end < text_.size() && is_ascii_digit(static_cast<unsigned char>(text_[at - 1])) && is_ascii_digit(static_cast<unsigned char>(text_[end])); };
    for (std::size_t at = 0; (at = text_.find(kWide, at)) != std::string_view::npos; at += kWide.size()) full += between_digits(at, at + kWide.size());
    for (std::size_t at = 0; full > 0 && (at = text_.find_first_of(",:", at)) != std::string_view::npos; ++at) {
      half += text_[at] == ':' && between_digits(at, at + 1);
      faults += at >= kWide.size() && is_han(char_at(text_, before(text_, at)));
    }
    clocks_are_wide_ = full >= kFew && full >= half / 2 && (damaged_ || faults >= kFew);
    return *clocks_are_wide_;
  }

  /// 2003(2):15-20: the issue and the pages of a source.
  static bool is_of_source(const MarkLine& line, std::size_t at, Side right) {
    return line.text[at] == ':' && line.previous(at) == ')' && right == Side::digit;
  }

  /// Whether Han stands before the closing mark that ends at `at`.
  static bool closes_han(const MarkLine& line, std::size_t at) { return is_han(line.previous(before(line.text, at))); }

  /// `监罚[2024]】216号`, `税通〔2025]] 14号`: the bracket of a document's number, read as another one or twice. Two of one kind may be the
  /// page's own.
  std::size_t number_bracket(const MarkLine& line, std::size_t at) {
    constexpr std::string_view kOpen[] = {"〔", "【", "["}, kClose[] = {"〕", "】", "]", "j"};
    const std::string_view text = text_.substr(0, line.end);
    const auto skip = [&](std::size_t here, std::span<const std::string_view> marks) {
      for (std::size_t last = std::string_view::npos; last != here;) {
        last = here;
        for (const std::string_view mark : marks)
          if (text.substr(here, mark.size()) == mark) here += mark.size();
      }
      return here;
    };
    mixed_lenticular(line, at);
    const std::size_t year = skip(at, kOpen), close = year + kYear;
    if (count_digits(text, year) != kYear || !is_han(line.previous(at))) return year;
    const std::size_t close_end = line.skip_spaces(skip(close, kClose));
    std::size_t end = close_end;
    while (end < line.end && is_ascii_digit(static_cast<unsigned char>(text_[end]))) ++end;
    if (end == close_end || close_end == close || line.next(end) != U'号') return year;
    const std::string_view open = text_.substr(at, year - at), closing = text_.substr(close, close_end - close);
    if ((open == "〔" && closing == "〕") || (open == "【" && closing == "】")) return year;
    const MarkKind kind = open == "[" && closing == "]" ? MarkKind::square : MarkKind::none;
    if (open != "〔") changes_.push_back({{at, year}, "〔", Rule::punct_bracket, kind});
    if (closing != "〕") changes_.push_back({{close, close_end}, "〕", Rule::punct_bracket, kind});
    paired_ = true;
    return close_end;
  }

  /// `【本报讯]`: a mark of another kind closes it, which nothing of the line opens.
  void mixed_lenticular(const MarkLine& line, std::size_t at) {
    constexpr std::string_view kOpen = "【", kClose = "】";
    constexpr std::size_t kLongest = 3 * 20;  // bytes
    const std::string_view rest = text_.substr(at, std::min(line.end - at, kLongest));
    if (!rest.starts_with(kOpen)) return;
    const std::size_t close = rest.find_first_of("[]");
    if (close == std::string_view::npos || rest[close] != ']' || std::min(rest.find(kOpen, kOpen.size()), rest.find(kClose)) < close) return;
    if (!is_han(line.previous(at + close)) || rest.substr(close).starts_with("]】")) return;
    changes_.push_back({{at + close, at + close + 1}, kClose, Rule::punct_bracket});
    paired_ = true;
  }

  /// `财通字（2021） No3660718254`: behind the year of a receipt's number.
  void number_sign(const MarkLine& line, std::size_t close, std::size_t end) {
    constexpr std::size_t kLeastDigits = 6;
    const std::size_t sign = line.skip_spaces(end);
    if (text_.substr(sign, 2) != "No" || count_digits(text_.substr(0, line.end), sign + 2) < kLeastDigits) return;
    if (close < line.begin + kYear || count_digits(text_, close - kYear) < kYear) return;
    changes_.push_back({{end, sign + 2}, "№", Rule::char_unit});
  }

  /// `三）做活村级站点`: a label that lost its first bracket, on a page whose labels have two.
  void label_bracket(const MarkLine& line, std::size_t end) {
    const std::size_t close = before(text_, end);
    if (close == line.begin || !is_numeral(line.begin, close) || line.skip_spaces(end) == line.end || !has_bracketed_labels()) return;
    std::size_t first_end = line.begin;
    next_char(text_, first_end);
    changes_.push_back({{line.begin, first_end}, made_.emplace_back("（").append(text_.substr(line.begin, first_end - line.begin)), Rule::punct_bracket});
  }

  /// `2，有线电视`: a label whose dot was read as a comma, where the numbers that lines begin with lead from it to one that has its dot.
  bool label_comma(const MarkLine& line, std::size_t at, std::size_t end) {
    constexpr std::size_t kMostDigits = 2;
    if (at == line.begin || at - line.begin > kMostDigits || count_digits(text_, line.begin) != at - line.begin || !is_han(line.next(end))) return false;
    depends_ = true;
    if (!number_labels().lost_its_dot(line.begin)) return false;
    changes_.push_back({{at, end}, text_[at] == ',' ? "." : "．", Rule::punct_label});
    return true;
  }

  const NumberLabels& number_labels() {
    if (!number_labels_) number_labels_.emplace(text_);
    return *number_labels_;
  }

  bool is_numeral(std::size_t begin, std::size_t end) const {
    constexpr std::size_t kLongest = 3 * 3;
    if (end - begin > kLongest) return false;
    for (std::size_t at = begin; at < end;)
      if (!is_cn_numeral(next_char(text_, at))) return false;
    return begin < end;
  }

  /// Whether two lines of the page begin with a numeral in brackets.
  bool has_bracketed_labels() {
    constexpr std::size_t kFew = 2;
    depends_ = true;
    if (bracketed_labels_) return *bracketed_labels_ >= kFew;
    bracketed_labels_ = 0;
    for (std::size_t at = 0; at < text_.size(); at = std::min(text_.find('\n', at), text_.size()) + 1) {
      std::size_t begin = at;
      if (fold(next_char(text_, begin)) != U'（') continue;
      std::size_t end = begin;
      while (end < text_.size() && is_cn_numeral(char_at(text_, end))) next_char(text_, end);
      if (is_numeral(begin, end) && fold(char_at(text_, end)) == U'）') ++*bracketed_labels_;
    }
    return *bracketed_labels_ >= kFew;
  }

  /// `18"C`
  static bool is_celsius(const MarkLine& line, std::size_t at, std::size_t end) {
    return is_digit(line.previous(at)) && line.next(end) == 'C' && !is_letter(line.next(end + 1)) &&
           !is_digit(line.next(end + 1));
  }

  /// `认得清一一“周老师`: two strokes before a quote are a dash.
  void dash_before_quote(const MarkLine& line, std::size_t at) {
    constexpr std::string_view kStrokes = "\xE4\xB8\x80\xE4\xB8\x80";
    const std::size_t begin = at - kStrokes.size();
    if (at < line.begin + kStrokes.size() || text_.substr(begin, kStrokes.size()) != kStrokes ||
        !is_han(line.previous(begin)))
      return;
    changes_.push_back({{begin, at}, "——", Rule::punct_dash});
    paired_ = true;
  }

  /// `&nbsp;`
  static bool is_entity(const MarkLine& line, std::size_t at) {
    std::size_t begin = at;
    while (begin > line.begin && at - begin < 8 &&
           (is_ascii_letter(static_cast<unsigned char>(line.text[begin - 1])) ||
            is_ascii_digit(static_cast<unsigned char>(line.text[begin - 1]))))
      --begin;
    if (begin > line.begin && line.text[begin - 1] == '#') --begin;
    return begin < at && begin > line.begin && line.text[begin - 1] == '&';
  }

  /// `...` after or before Han is an ellipsis; one `.` after Han at the end of a sentence line is a full stop.
  std::size_t dots(const MarkLine& line, std::size_t at) {
    std::size_t end = at;
    while (end < line.end && text_[end] == '.') ++end;
    const bool han = is_han(line.previous(at));
    if (const std::size_t broken_end = broken_dots_end(line, at); broken_end > end) return broken(at, broken_end, end, "……", Rule::punct_ellipsis);
    if (end - at >= 3 && (han || is_han(line.next(end))))
      changes_.push_back({{at, end}, "……", Rule::punct_ellipsis});
    else if (end - at == 1 && is_stop_dot(line, at, end))
      changes_.push_back({{at, end}, "。", Rule::punct_width});
    return end;
  }

  /// A `.` that ends a sentence: at the end of the line, or between Han or a closing mark and what opens the next sentence, or between common words.
  bool is_stop_dot(const MarkLine& line, std::size_t at, std::size_t end) {
    const Side left = line.left(at), right = side_of(line.next(end));
    if (line.previous(at) == '%' && right == Side::han && line.is_chinese_before(at)) return true;
    if (!is_sentence(line, at)) return left == Side::han && right == Side::han && ends_with_dot(line) && parts_sentences(line, at, end, rules_);
    if (line.previous(at) == ']' && is_ascii_letter(line.previous(at - 1))) return false;  // [J].
    const bool text = left == Side::han || left == Side::closing;
    const bool figure = (left == Side::digit || line.previous(at) == '%') && line.is_chinese_before(at) && !is_item_number(line, at);
    if (line.skip_spaces(end) == line.end) {
      const std::size_t below = std::min(line.text.find_first_not_of('\n', line.end), line.text.size());
      const bool decimal = left == Side::digit && below < line.text.size() && is_digit(char_at(line.text, below));  // 19.⏎80元
      return text || (figure && !decimal);
    }
    if (left == Side::han && right == Side::han && is_between_words(line, at, end)) return true;
    if ((text || figure) && (right == Side::han || (right == Side::digit && left == Side::han)) && stops_are_dots()) return left != Side::han || !is_between_sounded(line, at, end, rules_);
    if (left == Side::han && right == Side::han) return ends_with_dot(line) && parts_sentences(line, at, end, rules_);
    if (right == Side::closing && is_quote_close(line.next(end))) return left == Side::han;
    if (is_bullet_shape(line.next(end))) return text || figure;
    return ((text || (figure && !is_digit(line.next(end)))) && right == Side::opening) || (left == Side::closing && (right == Side::han || (right == Side::latin && extension_end(line, at) == 0)));
  }

  /// Whether a sentence of the line ends with a dot, too: 我爱北京.我爱上海.
  static bool ends_with_dot(const MarkLine& line) { return line.end > line.begin && line.text[line.end - 1] == '.' && is_han(line.previous(line.end - 1)); }

  /// …公开拍卖：1.“远洋2”轮；2.…: one or two digits behind a mark count what follows, and end no sentence.
  static bool is_item_number(const MarkLine& line, std::size_t at) {
    constexpr std::size_t kMostDigits = 2;
    std::size_t begin = at;
    while (begin > line.begin && at - begin <= kMostDigits && is_ascii_digit(static_cast<unsigned char>(line.text[begin - 1]))) --begin;
    if (begin == at || at - begin > kMostDigits || begin == line.begin) return false;
    const std::size_t mark = before(line.text, begin);
    const char32_t c = fold(char_at(line.text, mark));
    const bool in_figure = (line.text[mark] == ',' || line.text[mark] == ':') && is_digit(line.previous(mark));  // 21:09.
    return (is_stop(c) || is_pause(c) || c == U'：' || c == U'；') && !in_figure;
  }

  /// ● ◆ ■: the next of a list begins.
  static bool is_bullet_shape(char32_t c) {
    constexpr char32_t kFirst = U'■', kLast = U'☆';
    return c >= kFirst && c <= kLast;
  }

  static bool is_quote_close(char32_t c) { return c == U'”' || c == U'’' || c == U'」' || c == U'』'; }

  /// Common words meet at the dot, as sentences do; the parts of a foreign name are none.
  bool is_between_words(const MarkLine& line, std::size_t at, std::size_t end) const {
    constexpr int kCommon = 29;  // counted 128 times
    const std::string_view text = line.text.substr(0, line.end);
    if (ends_formula(text.substr(0, at))) return true;
    const Word left = longest_word_before(text, at, kCommon), right = longest_word_at(text, end, kCommon);
    return left && right && !left.is_person && !right.is_person;
  }

  /// Whether the sentences of the page end with dots: there are some behind Han, at the end of a line or not, and hardly a full stop.
  bool stops_are_dots() {
    constexpr std::size_t kFew = 3;
    depends_ = true;
    if (stops_are_dots_) return *stops_are_dots_;
    std::size_t dots = 0, stops = 0;
    for (std::size_t at = 0; (at = text_.find('.', at)) != std::string_view::npos; ++at) dots += at >= 3 && is_han(char_at(text_, before(text_, at)));
    for (std::size_t at = 0; (at = text_.find("。", at)) != std::string_view::npos; at += 3) ++stops;
    stops_are_dots_ = dots >= kFew && dots > 2 * stops;
    return *stops_are_dots_;
  }

  /// …声明作废.马哈别克·吐尔逊遗失…: behind what an announcement ends with no name goes on.
  bool ends_formula(std::string_view text) const {
    const std::vector<std::string>& words = rules_.tables().compiled<Guards>().formula;
    return std::any_of(words.begin(), words.end(), [&](const std::string& word) { return text.ends_with(word); });
  }

  /// Whether the line up to `at` is running text: long enough to be no label such as `第三.`; or what stands behind a label is.
  bool is_sentence(const MarkLine& line, std::size_t at) const {
    constexpr std::size_t kLeast = 24, kLeastBehindLabel = 3 * 4;  // bytes
    if (at - line.begin >= kLeast) return true;
    const std::size_t label = label_end(line);
    return label > line.begin && at >= label + kLeastBehindLabel;
  }

  /// Behind the label that a line begins with: （六）, 六、; its begin where there is none.
  std::size_t label_end(const MarkLine& line) const {
    std::size_t at = line.begin;
    if (at == line.end) return line.begin;
    const bool bracket = fold(char_at(text_, at)) == U'（';
    if (bracket) next_char(text_, at);
    const std::size_t numeral = at;
    while (at < line.end && is_cn_numeral(char_at(text_, at))) next_char(text_, at);
    if (at == numeral || at == line.end || fold(next_char(text_, at)) != (bracket ? U'）' : U'、')) return line.begin;
    return at;
  }

  std::size_t dashes(const MarkLine& line, std::size_t at, char32_t c, std::size_t least) {
    const std::size_t end = run_end(line, at, c);
    const bool inside = is_chinese(line.left(at)) || line.left(at) == Side::closing || is_chinese(line.right(end));
    if ((end - at) / (c == '-' ? 1 : 3) == least && inside && at > line.begin && end < line.end)
      changes_.push_back({{at, end}, "——", Rule::punct_dash});
    else if (c == U'―' && end == at + 3 && is_connector_side(line.previous(at)) && is_connector_side(line.next(end)))
      changes_.push_back({{at, end}, "—", Rule::punct_dash});
    return end;
  }

  static bool is_connector_side(char32_t c) { return is_han(c) || is_digit(c); }

  std::size_t repeated(const MarkLine& line, std::size_t at, char32_t c, std::size_t least, std::string_view after,
                       Rule rule) {
    const std::size_t end = run_end(line, at, c);
    if ((end - at) / 3 >= least) changes_.push_back({{at, end}, after, rule});
    return end;
  }

  std::size_t run_end(const MarkLine& line, std::size_t at, char32_t c) const {
    std::size_t end = at;
    for (std::size_t next = at; next < line.end && next_char(text_, next) == c;) end = next;
    return end;
  }

  /// A kind of mark that a page sets half width throughout, while its others are full throughout, is the page's own style
  /// and no fault: 14 of 60 laws in print have （一） as (一). No print has its comma so.
  std::array<bool, kMarkKinds + 2> own_styles() const {
    constexpr std::size_t kFewSpecks = 2;
    std::array<std::size_t, kMarkKinds + 2> half{}, full{};
    for (const MarkChange& change : changes_) ++half[static_cast<std::size_t>(change.kind)];
    for (std::size_t at = 0; (at = text_.find("\xEF\xBC", at)) != std::string_view::npos; at += 3)
      ++full[static_cast<std::size_t>(kind_of(char_at(text_, at)))];
    std::array<bool, kMarkKinds + 2> own{};
    own[static_cast<std::size_t>(MarkKind::bar)] = specks_ < kFewSpecks;
    for (std::size_t kind = 0; kind < kMarkKinds; ++kind) {
      std::size_t others_half = 0, others_full = 0;
      for (std::size_t other = 0; other < kMarkKinds; ++other) {
        if (other == kind) continue;
        others_half += half[other];
        others_full += full[other] > 0;
      }
      own[kind] = static_cast<MarkKind>(kind) != MarkKind::comma && full[kind] == 0 && others_half == 0 && others_full >= 2;
    }
    return own;
  }

  void write() {
    const auto own = own_styles();
    for (const MarkChange& change : changes_)
      if (!own[static_cast<std::size_t>(change.kind)]) out_.replace(change.at, change.after, change.rule);
  }

  const Rules& rules_;
  Rewriter& out_;
  std::string_view text_;
  bool damaged_;  ///< the page was mended
  std::vector<Mark> marks_;
  std::vector<MarkChange> changes_;
  std::deque<std::string> made_;  ///< what changes put there that is no constant
  std::optional<std::size_t> bracketed_labels_;
  std::optional<bool> stops_are_dots_, clocks_are_wide_;
  std::size_t specks_ = 0;  ///< bars that are none of the page's
  std::optional<NumberLabels> number_labels_;
  bool paired_ = false;
  bool depends_ = false;  ///< other lines had a say in what was left
};

}  // namespace

void clean_punct(const CleanContext& context, CleanScan& scan, Rewriter& out) {
  if (scan.any(ScannedLine::mark)) PunctPass(context.rules, scan.is_damaged(), out).run(scan);
}

}  // namespace jianbao
