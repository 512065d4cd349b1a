// What line OCR makes of rules, specks and pictures: lines and line ends of a few Latin letters or strokes. They are kept
// out of the text; the edit that does it keeps them. A bullet comes out as `@@`.
#include <algorithm>
#include <optional>

#include "clean/clean_pass.h"
#include "text/chars.h"

namespace jianbao {
namespace {

constexpr std::size_t kLongestLine = 12;  // bytes of a line of junk
constexpr std::size_t kLongestToken = 3;  // letters of a word of it
constexpr std::size_t kColumnGap = 3;     // spaces before junk at a line's end
constexpr std::string_view kEmphasis = "**";

/// A few lower-case letters, or strokes: no word that stands alone in a Chinese paper, as AI, UN or A06 do.
bool is_junk_token(std::string_view token) {
  std::size_t lower = 0, strokes = 0;
  for (const char c : token) {
    lower += c >= 'a' && c <= 'z';
    strokes += std::string_view("|_~^\\`'\"{}[]<>=.,;:-").find(c) != std::string_view::npos;
  }
  const std::size_t letters = token.size() - strokes;
  if (token.empty() || token.size() > kLongestToken || lower + 1 < letters || (letters == 1 && lower == 0)) return false;
  return letters > 0 || token == "|" || token == "_" || token == "^" || token == "~" || token == "\\";
}

bool is_junk(std::string_view text) {
  if (text.empty() || text.size() > kLongestLine) return false;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    if (end > 0 && !is_junk_token(text.substr(0, end))) return false;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return true;
}

/// App, The End, km, x=1: what a right page may print as a line of its own, where its cells or pieces have lines of theirs. Specks are
/// read for strokes as well.
bool may_be_text(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return is_ascii_letter(static_cast<unsigned char>(c)) || is_ascii_digit(static_cast<unsigned char>(c)) || c == ' ' || c == '=' || c == '-'; });
}

/// A rule or a frame as OCR writes it: strokes of two kinds or more and nothing else, as ---- or ~~~ of Markdown and the dots of a table of
/// contents are not: -----||||-----, ~~~ = _ ..
bool is_rule(std::string_view text) {
  constexpr std::string_view kStrokes = "|_~^\\=-.,:'` ", kOfRules = "|_~^\\=";
  constexpr std::size_t kMost = 40;
  if (text.size() > kMost || text.find_first_not_of(kStrokes) != std::string_view::npos) return false;
  const std::size_t first = text.find_first_of(kOfRules);
  if (first == std::string_view::npos) return false;
  const std::size_t other = text.find_first_not_of(std::string{' ', text[first]});
  return other != std::string_view::npos;
}

/// |---|:-:| or ---|---, which parts the head of a table from its rows: no two bars stand beside each other.
bool is_table_rule(std::string_view text) {
  const bool has_rule = text.find('|') != std::string_view::npos && text.find(text.starts_with('|') ? "-" : "--") != std::string_view::npos;
  return has_rule && text.find_first_not_of("|-: ") == std::string_view::npos && text.find("||") == std::string_view::npos;
}

/// │││, │ │: what is left of a frame, line by line.
bool is_frame(std::string_view text) {
  constexpr std::u32string_view kBars = U"│┃║";
  for (std::size_t at = 0; at < text.size();)
    if (const char32_t c = next_char(text, at); !is_space(c) && kBars.find(c) == std::u32string_view::npos) return false;
  return !text.empty();
}

/// ©, » «, = =, —_: of how many kinds the marks are, a few in all, that specks and pieces of rules are read as; 0 where anything else stands there.
/// Three of one kind are a rule of Markdown, and — a dash.
std::size_t kinds_of_specks(std::string_view text) {
  constexpr std::u32string_view kSpecks = U"©®»«¢}=~^|_\\°—·｜￣ノ\u4E28\u4E36";
  constexpr std::size_t kMost = 4, kRule = 3;
  std::size_t count = 0, dashes = 0;
  std::u32string kinds;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_char(text, at);
    if (is_space(c)) continue;
    if (++count > kMost || kSpecks.find(c) == std::u32string_view::npos) return 0;
    if (kinds.find(c) == std::u32string::npos) kinds += c;
    dashes += c == U'—';
  }
  return dashes == count || (kinds.size() == 1 && count >= kRule) ? 0 : kinds.size();
}

/// | 内完成建设: a bar of a column's rule, the line's only one, before its text.
bool has_bar_at_head(std::string_view line) {
  constexpr std::size_t kBar = 2;  // with its space
  return line.size() > kBar && line.starts_with("| ") && static_cast<unsigned char>(line[kBar]) >= 0x80 && line.find('|', 1) == std::string_view::npos;
}

class JunkPass {
 public:
  JunkPass(CleanScan& scan, Rewriter& out) : scan_(scan), out_(out), text_(out.text()) {}

  void run() {
    const bool emphasised = text_.find(kEmphasis) != std::string_view::npos;
    const bool escaped = text_.find('\\') != std::string_view::npos;
    for (ScannedLine& scanned : scan_.lines()) {
      if (!scanned.needs(ScannedLine::of_junk)) continue;
      settled_ = true;
      const std::size_t changed = out_.end();
      if ((escaped && take_escape(scanned.begin, scanned.end)) || (emphasised && take_emphasis(scanned.begin, scanned.end)))
        continue;
      if ((scanned.has & ScannedLine::odd) && is_frame(text_.substr(scanned.begin, scanned.end - scanned.begin)))
        take_line(scanned.begin, scanned.end);
      else if (are_specks(scanned))
        take_line(scanned.begin, scanned.end);
      else if (scanned.begin < scanned.end && static_cast<unsigned char>(text_[scanned.begin]) < 0x80)
        line(scanned);
      else if (scanned.has & ScannedLine::space)
        line_end(scanned);
      if (settled_ && out_.end() == changed) scanned.settled |= ScannedLine::of_junk;
    }
  }

 private:
  /// Marks of one kind may be text where the page shows no other junk.
  bool are_specks(const ScannedLine& scanned) {
    constexpr std::uint32_t kMost = 8;  // characters, with their spaces
    if (scanned.characters - 1 >= kMost) return false;  // most lines; 0 is more than all
    const std::size_t kinds = kinds_of_specks(text_.substr(scanned.begin, scanned.end - scanned.begin));
    return kinds > 1 || (kinds == 1 && is_misread_page() && !has_table());
  }

  /// 1\. 建设步道: Markdown's stroke, which says that the line begins no list of its own.
  bool take_escape(std::size_t begin, std::size_t end) {
    begin = skip_spaces(text_, begin);
    std::size_t at = begin;
    while (at < end && is_ascii_digit(static_cast<unsigned char>(text_[at]))) ++at;
    if (at == begin || at + 1 >= end || text_[at] != '\\' || (text_[at + 1] != '.' && text_[at + 1] != ')')) return false;
    out_.erase({at, at + 1}, Rule::junk_emphasis);
    return true;
  }

  /// **第一条** 为了…, （一）**编制规划。**县里…: Markdown's marks around a heading or a word of a Chinese line. Stars that mask a name stand
  /// behind its Han: 张**和李**.
  bool take_emphasis(std::size_t begin, std::size_t end) {
    bool any = false;
    for (std::size_t open = mark(begin, end); open < end;) {
      const std::size_t inside = open + kEmphasis.size(), close = mark(inside, end);
      if (close >= end) break;
      const std::string_view word = text_.substr(inside, close - inside);
      const bool may_open = open == begin || !is_word(char_at(text_, before(text_, open)));
      if (!may_open || is_space(first_char(word)) || is_space(last_char(word)) || skip_no_han(word) == word.size()) {
        open = close;
        continue;
      }
      out_.erase({open, inside}, Rule::junk_emphasis);
      out_.erase({close, close + kEmphasis.size()}, Rule::junk_emphasis);
      any = true;
      open = mark(close + kEmphasis.size(), end);
    }
    return any;
  }

  /// The next two stars that no third stands beside, or `end`.
  std::size_t mark(std::size_t at, std::size_t end) const {
    const std::string_view line = text_.substr(0, end);
    while ((at = line.find(kEmphasis, at)) < end) {
      std::size_t behind = at;
      while (behind < text_.size() && text_[behind] == '*') ++behind;
      if (behind - at == kEmphasis.size()) return at;
      at = behind;
    }
    return end;
  }

  static bool is_word(char32_t c) { return is_han(c) || is_digit(c) || is_letter(c); }

  static std::size_t skip_no_han(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size() && !is_han(char_at(text, at))) next_char(text, at);
    return at;
  }

  void line(const ScannedLine& scanned) {
    const auto [begin, end] = Span{scanned.begin, scanned.end};
    const auto last = static_cast<unsigned char>(text_[end - 1]);
    const std::string_view text = trim(text_.substr(begin, end - begin));
    if (text_.substr(begin, 2) == "@@" && is_chinese_page()) {
      out_.replace({begin, begin + 2}, "●", Rule::junk_bullet);
    } else if (last < 0x80 && ((last != '.' && is_junk(text)) || is_rule(text))) {
      if (!is_table_rule(text) && (!may_be_text(text) || is_misread_page())) take_line(begin, end);
    } else if (has_bar_at_head(text_.substr(begin, end - begin)) && is_misread_page() && !has_table() && is_chinese_page()) {
      out_.erase({begin, begin + 2}, Rule::junk_line);
    } else if (!take_frame(begin, end)) {
      line_end(scanned);
    }
  }

  void take_line(std::size_t begin, std::size_t end) {
    if (is_chinese_page()) out_.erase({begin, std::min(end + 1, text_.size())}, Rule::junk_line);
  }

  /// | 县里昨天召开会议 |: the bars of a frame at both ends of a line, which are no row of a table with one column.
  bool take_frame(std::size_t begin, std::size_t end) {
    constexpr std::size_t kBars = 4;  // with their spaces
    const std::string_view text = text_.substr(begin, end - begin);
    if (text.size() <= kBars || !text.starts_with("| ") || !text.ends_with(" |") || text.find('|', 1) + 1 != text.size()) return false;
    if (skip_no_han(text) == text.size() || has_table() || !is_chinese_page()) return false;
    out_.erase({begin, begin + kBars / 2}, Rule::junk_line);
    out_.erase({end - kBars / 2, end}, Rule::junk_line);
    return true;
  }

  bool has_table() {
    settled_ = false;
    if (!table_) {
      table_ = false;
      for (std::size_t begin = 0; begin < text_.size() && !*table_;) {
        const std::size_t end = std::min(text_.find('\n', begin), text_.size());
        table_ = is_table_rule(trim(text_.substr(begin, end - begin)));
        begin = end + 1;
      }
    }
    return *table_;
  }

  void line_end(const ScannedLine& scanned) {
    if (has_stroke_behind_sentence(text_.substr(scanned.begin, scanned.end - scanned.begin)) && is_chinese_page() && is_misread_page()) {
      out_.erase({scanned.end - 2, scanned.end}, Rule::junk_line);
      return;
    }
    const auto junk = junk_at_end(scanned.begin, scanned.end);
    if (junk && is_text(text_.substr(scanned.begin, junk->begin - scanned.begin)) && is_chinese_page() && (is_beyond_doubt(scanned, *junk) || is_misread_page())) out_.erase(*junk, Rule::junk_line);
  }

  /// 六         Pa: where hardly a word stands before it, the whole line was read in a picture.
  static bool is_text(std::string_view line) {
    constexpr int kLeast = 3;  // Han
    int han = 0;
    for (std::size_t at = 0; at < line.size() && han < kLeast;) han += is_han(next_char(line, at));
    return han == kLeast;
  }

  /// Behind a sentence stand no cells, as km and kg do in a table.
  bool is_beyond_doubt(const ScannedLine& scanned, Span junk) const {
    return (scanned.has & (ScannedLine::comma | ScannedLine::stop)) != 0 || !may_be_text(text_.substr(junk.begin, junk.size()));
  }

  /// With the gap before it.
  std::optional<Span> junk_at_end(std::size_t begin, std::size_t end) const {
    const auto ascii_before = [&](std::size_t at) { return at > begin && text_[at - 1] != ' ' && static_cast<unsigned char>(text_[at - 1]) < 0x80; };
    std::size_t behind_gap = end;
    for (std::size_t at = end; at > begin && end - at <= kLongestLine;) {  // token by token, up to the first gap between columns
      const std::size_t token_end = at;
      while (ascii_before(at) && token_end - at < kLongestToken) --at;
      if (at == token_end || at == begin || text_[at - 1] != ' ' || !is_junk_token(text_.substr(at, token_end - at))) return {};
      behind_gap = at;
      while (at > begin && text_[at - 1] == ' ') --at;
      if (behind_gap - at >= kColumnGap || is_only_bar(begin, end, behind_gap)) break;
      if (is_ruled(begin, end) && is_ruled_page()) break;
    }
    std::size_t gap = behind_gap;
    while (gap > begin && text_[gap - 1] == ' ') --gap;
    return gap > begin && gap < behind_gap ? std::optional(Span{gap, end}) : std::nullopt;
  }

  /// …平稳。 | ee: behind the rule of a column stands what a picture was read for.
  bool is_only_bar(std::size_t begin, std::size_t end, std::size_t at) const {
    const std::string_view line = text_.substr(begin, end - begin);
    return text_.substr(at, 2) == "| " && line.find('|') == at - begin && line.rfind('|') == at - begin;
  }

  /// …获得二等奖。 ~: a stroke by itself behind a full stop, with the space between.
  static bool has_stroke_behind_sentence(std::string_view line) {
    constexpr std::string_view kStrokes = "|_~^\\";
    return line.size() > 2 && line[line.size() - 2] == ' ' && kStrokes.find(line.back()) != std::string_view::npos && is_stop(last_char(line.substr(0, line.size() - 2)));
  }

  /// …于7月31日 |: the line ends in the rule of a column, its only one; the row of a table has more.
  bool is_ruled(std::size_t begin, std::size_t end) const {
    return end - begin > 2 && text_.substr(end - 2, 2) == " |" && text_.substr(begin, end - begin).find('|') == end - begin - 1;
  }

  /// Whether it has more lines of that kind than chance makes.
  bool is_ruled_page() const {
    constexpr std::size_t kFew = 3;
    settled_ = false;
    if (!ruled_lines_) {
      ruled_lines_ = 0;
      for (std::size_t begin = 0; begin < text_.size();) {
        const std::size_t end = std::min(text_.find('\n', begin), text_.size());
        *ruled_lines_ += is_ruled(begin, end);
        begin = end + 1;
      }
    }
    return *ruled_lines_ >= kFew;
  }

  /// Whether OCR has left other junk on the page: strokes, frames, specks behind a gap, spaces where print has none. Marks of half width say
  /// nothing: people type them, too.
  bool is_misread_page() {
    settled_ = false;
    if (!misread_) {
      constexpr std::ptrdiff_t kFew = 3;
      const auto& lines = scan_.lines();
      misread_ = scan_.is_loose() || std::any_of(lines.begin(), lines.end(), [&](const ScannedLine& line) { return shows_junk(line); }) ||
                 std::count_if(lines.begin(), lines.end(), [&](const ScannedLine& line) { return has_bar_at_head(text_.substr(line.begin, line.end - line.begin)); }) >= kFew;
    }
    return *misread_;
  }

  bool shows_junk(const ScannedLine& scanned) const {
    const std::string_view line = text_.substr(scanned.begin, scanned.end - scanned.begin), text = trim(line);
    if (text.empty()) return false;
    if (static_cast<unsigned char>(text.back()) >= 0x80) return text.starts_with("@@") || ((scanned.has & ScannedLine::odd) && is_frame(line));
    if (kinds_of_specks(text) > 1) return true;
    const bool is_only_junk = (text.back() != '.' && is_junk(text) && !may_be_text(text)) || is_rule(text);
    if (is_only_junk && !is_table_rule(text)) return true;
    const auto junk = junk_at_end(scanned.begin, scanned.end);
    return junk && is_beyond_doubt(scanned, *junk);
  }

  /// Latin text has such lines and words of its own.
  bool is_chinese_page() {
    constexpr std::size_t kLeastHan = 40;
    settled_ = false;
    if (!chinese_) {
      std::size_t han = 0, letters = 0;
      for (std::size_t at = 0; at < text_.size();) {
        const char32_t c = next_char(text_, at);
        han += is_han(c);
        letters += is_letter(c);
      }
      chinese_ = han > 2 * letters && han >= kLeastHan;
    }
    return *chinese_;
  }

  CleanScan& scan_;
  Rewriter& out_;
  std::string_view text_;
  std::optional<bool> chinese_, table_, misread_;
  mutable std::optional<std::size_t> ruled_lines_;
  mutable bool settled_ = true;  // the line: no other one had a say
};

}  // namespace

void clean_junk(const CleanContext&, CleanScan& scan, Rewriter& out) { JunkPass(scan, out).run(); }

}  // namespace jianbao
