#include "split/line_shape.h"

#include <string>
#include <utility>

#include "fields/dates.h"
#include "names/organisations.h"
#include "names/persons.h"
#include "notice_signs/notice_kind.h"
#include "notice_signs/notice_lines.h"
#include "notice_signs/notice_words.h"
#include "numbering/numbering.h"
#include "split/byline.h"
#include "split/folio_row.h"
#include "split/jump_note.h"
#include "split/line_authors.h"
#include "split/line_fields.h"
#include "split/line_patterns.h"
#include "split/line_prose.h"
#include "split/line_tail.h"
#include "tables/lexicon.h"
#include "tables/word_table.h"
#include "text/chars.h"

namespace jianbao {
namespace {

constexpr std::uint32_t kLongestImprint = 120;  // characters of the line with the paper's address
constexpr std::uint32_t kLongestMarked = 24;  // of a title that Markdown marks say is one, whatever its own marks
constexpr std::uint32_t kLongestCaption = 260;  // a picture's text of more than three sentences is an article
constexpr std::uint32_t kLongestArticleTitle = 20;  // of an article of a law, its number among them; a longer line is its text, though it breaks off
constexpr std::uint32_t kLongestRow = 120;    // characters of a row of a table of debtors

/// （上接本版左上）, （上接第1版）, with more behind it or not; the shape of a line that is all note, or of a text behind one.
std::optional<Shape> read_jump(const LineText& text, Line& line) {
  const auto note = text.rules.tables().compiled<JumpNotes>().at_begin(text.text);
  line.resumes = note && !note->out && note->here;
  line.from_page = note && !note->out && !note->here;
  if (!note) return {};
  if (note->is_all_of(text.text)) return note->out && note->boxed && !note->here ? Shape::jump_on : Shape::jump;
  return note->out ? std::nullopt : std::optional(Shape::fragment);
}

/// What those do at a meeting whom a subtitle names.
struct Attending {
  explicit Attending(const Rules::Tables& tables) : ends(tables.compiled<WordTable>().endings("attends")) {}
  SuffixIndex ends;
};

/// 方小禾主持并讲话, 方小禾　秦一鸣参加, 方小禾讲话　秦一鸣主持: names, and what they did, below the title of a meeting.
bool names_who_attended(const LineText& line) {
  const SuffixIndex& verbs = line.rules.tables().compiled<Attending>().ends;
  const auto did = [&](std::string_view text) {
    const std::size_t verb = verbs.find(text);
    return verb > 0 && verb < text.size() && read_bare_names(text.substr(0, text.size() - verb), line.rules).has_value();
  };
  if (verbs.find(line.text) == 0) return false;
  if (did(line.text)) return true;
  for (std::string_view rest = line.text; !rest.empty();) {
    std::size_t end = 0;
    while (end < rest.size() && !is_space(char_at(rest, end))) next_char(rest, end);
    const std::string_view piece = rest.substr(0, end);
    if (!did(piece) && !read_bare_names(piece, line.rules)) return false;
    rest = trim(rest.substr(end));
  }
  return true;
}

/// A line that stands in brackets from its beginning to its end.
bool is_aside(std::string_view text) {
  const char32_t first = first_char(text), last = last_char(text);
  if ((first != U'（' && first != '(') || (last != U'）' && last != ')')) return false;
  return text.find("）") == std::string_view::npos || text.find("）") + 3 == text.size();
}

/// A note in brackets that is torn: （本报通讯员 方, or 小禾）.
bool is_torn_aside(const LineText& line) {
  constexpr std::uint32_t kLongestBegin = 12, kLongestRest = 5;  // characters; a longer line may end in a sign that OCR took for a bracket
  const char32_t first = fold(first_char(line.text)), last = fold(last_char(line.text));
  const bool opens = line.text.find("（") != std::string_view::npos || line.text.find('(') != std::string_view::npos;
  const bool closes = line.text.find("）") != std::string_view::npos || line.text.find(')') != std::string_view::npos;
  return (first == U'（' && !closes && line.chars <= kLongestBegin) || (last == U'）' && !opens && drop_spaces(line.text).size() <= kLongestRest * std::string_view("）").size());
}

/// HUAXIA RIBAO: a nameplate in Latin letters.
bool is_latin(const LineText& line) {
  constexpr std::uint32_t kShortest = 6;  // characters; WTO may be a headline
  if (line.chars < kShortest) return false;
  for (std::size_t at = 0; at < line.text.size();)
    if (const char32_t c = next_char(line.text, at); !is_letter(c) && !is_space(c)) return false;
  return true;
}

/// Who signs, and when, on one line: 云溪县人民政府　2025年3月9日.
bool is_signature(const LineText& line) {
  const char32_t last = last_char(line.text);
  if (last != U'日' && !is_digit(last)) return false;
  const auto date = find_last_date(line.text);
  if (!date || date->begin == 0 || !trim(line.text.substr(date->end)).empty()) return false;
  const std::string_view name = trim(line.text.substr(0, date->begin));
  return is_organisation(name, line.rules);
}

/// Where the last closing quotation mark of a line stands; 0 where only the first character is one, or none.
std::size_t last_quote(std::string_view text) {
  const std::size_t at = text.rfind("”");
  return at == std::string_view::npos ? 0 : at;
}

/// What is said of things for sale: words that headlines seldom have, and text hardly. A sentence has other words as well, so that it takes two.
bool is_offer(const LineText& line, bool sentence) {
  if (line.text.find("。") != std::string_view::npos) return false;
  std::optional<std::size_t> known;
  return line.table.offer.each_in(line.text, [&](std::size_t, std::size_t word) {
    if (!sentence || (known && known != word)) return true;
    known = word;
    return false;
  });
}

std::string_view behind_dashes(std::string_view text) {
  for (char32_t first = first_char(text); first == U'—' || first == U'一'; first = first_char(text)) text.remove_prefix(std::string_view("—").size());
  return trim(text);
}

/// 登报热线：0735-2222222, 每条限40字: what notices cost and where to hand them in. 每条限速路段都有标志 has no figures.
bool is_ad_terms(const LineText& line) { return has_digits(line.text) && line.rules.tables().compiled<NoticeWords>().is_column_line(line.text); }

/// 本报讯（记者 吉祥）, and the text below: who reports is none who signs.
bool is_dateline_alone(const LineText& line, Shape shape) {
  return shape == Shape::dateline && line.text.find("。") == std::string_view::npos && line.text.find("，") == std::string_view::npos;
}

/// 沙梁县石洼乡　牛建堂: a reader and where he lives, though 堂 ends the names of shops.
bool signs_from_place(const LineText& line) {
  if (line.text.find("\u3000") == std::string_view::npos) return false;
  const auto people = read_signed_names(line.text, line.rules);
  return people && people->size() == 1 && !people->front().org.empty();
}

/// A short line: a title, a name, a date, or anything of that length.
Shape short_shape(const LineText& line, int depth) {
  if (const auto whole = match_whole(line)) return *whole;
  if (const std::string word = letterspaced(line.text); !word.empty())
    if (const auto whole = match_whole({word, line.chars, line.rules, line.table})) return *whole;
  if (is_ad_terms(line)) return Shape::staff;
  if (whole_date(line.text)) return Shape::date;
  if (depth == 0 && is_signature(line)) return Shape::signature;
  if (depth == 0 && (is_credit(line) || is_photographer(line))) return describes_picture(line) ? Shape::caption : Shape::credit;
  if (is_latin(line)) return Shape::paper;
  if (depth == 0 && (is_marked_author(line) || is_described_author(line))) return Shape::byline;
  if (read_byline(line.text, line.rules) && !may_be_notice_heading(line.text, line.rules)) return Shape::byline;  // whatever marks it has
  if (is_notice_heading(line.text, line.rules)) return Shape::notice_heading;
  if (depth == 0 && has_spaced_fields(line.text) && !begins_with_score(line) && !is_aside(line.text) && line.text.find("。") == std::string_view::npos) return Shape::row;
  if (depth == 0 && is_notice_row(line.text, line.rules)) return Shape::notice_row;
  if (line.text.front() == '|') return Shape::prose;  // the rule of a column that was read with the one beside it
  const bool marked_title = depth > 0 && line.chars <= kLongestMarked;  // its marks may be misread: 第二章。目标与职责
  if (!marked_title && (reads_like_prose(line.text, line.chars) || reports_speech(line))) return depth == 0 && is_offer(line, true) ? Shape::offer : Shape::prose;
  if (depth == 0 && begins_like_rest(line.text) && last_quote(line.text) == 0) return Shape::fragment;  // ”她说，渡口修好了; in ”夜航”开通 the first mark is misread
  if (names_who_attended(line)) return Shape::deck;
  if (is_aside(line.text) || (depth == 0 && is_torn_aside(line))) return Shape::aside;
  if (begins_with_dash(line.text)) return is_person(behind_dashes(line.text), line.rules) ? Shape::aside : Shape::deck;  // ——访…: no title begins so
  if (line.text.find("：") != std::string_view::npos && line.text.find("，") != std::string_view::npos && !is_quotation(line.text))
    return depth > 0 ? Shape::brief_marked : Shape::deck;
  if (depth == 0 && names_officer(line)) return Shape::row;
  const bool act = may_be_notice_heading(line.text, line.rules);  // 施工公告: a surname too
  const bool named = !act && depth == 0 && line.chars <= 16 && read_bare_names(line.text, line.rules);
  if (named && line.chars <= 4) return Shape::name;
  if (depth == 0 && !holds_score(line) && is_organisation(line.text, line.rules) && !is_of_phrases(line)) return signs_from_place(line) ? Shape::name : Shape::organisation;
  if (named || (depth == 0 && is_posted_name(line))) return is_offer(line, false) ? Shape::offer : Shape::name;
  if (depth > 0) return act ? Shape::brief_act : Shape::brief_marked;
  if (act) return Shape::brief_act;
  if ((line.chars <= 4 && all_han(line.text)) || is_spaced_name(line.text)) return Shape::tiny;
  return is_offer(line, false) ? Shape::offer : Shape::brief;
}

/// The shape that the words of a notice give a long line; nothing where it is of none.
std::optional<Shape> notice_shape(const LineText& line) {
  if (is_notice_text(line.text, line.signs.read(), line.rules)) return Shape::notice_text;
  if (line.chars <= kLongestRow && is_notice_row(line.text, line.rules)) return Shape::notice_row;
  return {};
}

/// Whether a paragraph says at its end who wrote or sent it; most have no such end, and need no look at the words of notices.
bool is_tailed(const LineText& line) { return match_tail(line) && !notice_shape(line); }

Shape long_shape(const LineText& line, bool& tailed) {
  if (const auto notice = notice_shape(line)) return *notice;
  const auto tail = match_tail(line);
  tailed = tail.has_value();
  if (tail == Shape::credit) return line.chars <= kLongestCaption ? Shape::caption : Shape::prose;
  if (tail && last_piece(line.text).size() == line.text.size()) return *tail;
  if (begins_like_rest(line.text)) return Shape::fragment;
  return run_in_title(line.text, line.rules).empty() ? Shape::prose : Shape::headed;
}

/// The text of a numbered unit that breaks off, and no heading: a sentence ends inside of it, a clause at its end, or an article of a law is longer than
/// titles are. A speck may stand behind the last sentence: …参照本条例执行。、
bool is_torn_unit(const LineText& text, const Line& line) {
  constexpr std::size_t kSpeck = 2 * 3;  // bytes of a stop and what stands behind it
  const std::size_t stop = text.text.find("。");
  if (stop != std::string_view::npos) return stop + kSpeck < text.text.size();
  if (fold(last_char(text.text)) == U'，') return true;
  return begins_law_article(line) && text.chars > kLongestArticleTitle;
}

/// A．惊蛰　B．谷雨: the next number stands behind a space; such a line heads nothing.
bool counts_on(const LineText& line, const LabelMatch& label) {
  for (std::size_t at = label.length; at < line.text.size();) {
    if (!is_space(next_char(line.text, at)) || at == line.text.size()) continue;
    const auto next = match_label(line.text.substr(at), line.rules);
    if (next && next->style == label.style && next->number == label.number + 1) return true;
  }
  return false;
}

/// The first space or mark of a clause's end, folded, and where it stands; 0 at the end.
std::pair<std::size_t, char32_t> first_mark(std::string_view text) {
  for (std::size_t at = 0; (at = skip_han(text, at, text.size())) < text.size();) {
    const std::size_t begin = at;
    const char32_t c = fold(next_char(text, at));
    if (is_space(c) || c == U'，' || c == U'。' || c == U'；' || c == U'：') return {begin, c};
  }
  return {text.size(), 0};
}

}  // namespace

void recognise(const LineText& text, Line& line) {
  line.open = !has_end(text.text);
  line.unfinished = line.open && text.table.no_headline_end.find(text.text) > 0;
  line.begun = begins_with_rest_of_word(text.text);
  const auto jump = read_jump(text, line);
  line.begun |= jump == Shape::fragment;
  if (jump && jump != Shape::fragment) {
    line.shape = *jump;
    return;
  }
  if (is_markdown_row(text.text)) {
    line.shape = Shape::row;
    return;
  }
  if (text.chars <= kLongestBrief && is_ornament(text.text)) {
    line.shape = is_end_of_sentence(text) ? Shape::fragment : Shape::ornament;
    return;
  }
  if (bullet_length(text.text) > 0 && (is_notice_text(text.text, text.signs.read(), text.rules) || is_small_ad(text.text, text.rules))) {
    line.shape = Shape::notice_item;
    return;
  }
  if (const auto start = jump ? jump : match_start(text)) {
    line.shape = *start;
    line.pointing = *start == Shape::caption;
    const bool may_be_tailed = text.chars > kLongestBrief || !line.open || fold(last_char(text.text)) == U'）';
    line.tailed = may_be_tailed && !is_dateline_alone(text, *start) && is_tailed(text);
    return;
  }
  if (text.chars <= kLongestBrief && is_digit(first_char(text.text)) && match_whole(text) == Shape::folio) {  // 2016.10.17 is no label 2016.
    line.shape = whole_date(text.text) ? Shape::date : Shape::folio;  // 2024.12.27 below a name signs, as 2024年12月27日 does
    return;
  }
  if (text.chars <= kLongestBrief && line.open && is_folio_row(text)) {
    line.shape = Shape::folio;
    return;
  }
  const bool division = text.chars <= kLongestBrief && line.open && may_be_division(text.text, text.rules);
  if (!line.label && !division && is_numbered_row(text.text)) {
    line.shape = Shape::row;
    return;
  }
  if (line.label || division) {
    const bool heading = text.chars <= kLongestBrief + 10 && line.open && !is_torn_unit(text, line) && !(line.label && counts_on(text, *line.label));
    line.shape = heading ? Shape::label_title : Shape::label;
    return;
  }
  if (text.chars <= kLongestBrief) {
    line.shape = short_shape(text, line.depth);
    if (line.shape != Shape::prose && line.shape != Shape::brief) return;
    if (line.shape == Shape::brief) {
      const auto tail = match_tail(text);
      if (tail && last_piece(text.text).size() == text.text.size()) line.shape = *tail;
      if (tail == Shape::credit && line.shape == Shape::brief) line.shape = Shape::caption;
      return;
    }
  }
  const auto furniture = text.chars > kLongestBrief && text.chars <= kLongestImprint ? match_whole(text) : std::nullopt;
  line.shape = furniture ? *furniture : long_shape(text, line.tailed);
  line.connected = line.shape == Shape::prose && begins_with_connective(text.text, text.rules);
  line.learnt = line.shape == Shape::prose && tells_what_was_learnt(text.text, text.rules);
}

bool begins_with_dash(std::string_view text) {
  constexpr std::size_t kLongest = 3 * 3;  // bytes of what the lexicon counted in torn words: 一一记
  std::size_t at = 0;
  const char32_t first = text.empty() ? 0 : next_char(text, at);
  if (first != U'一') return first == U'—';
  return at < text.size() && next_char(text, at) == U'一' && longest_word_at(text, 0).at.end <= kLongest;
}

std::string_view run_in_title(std::string_view text, const Rules& rules) {
  constexpr int kShortest = 6, kLongest = 26;  // characters of the headline
  constexpr std::size_t kLeastText = 20 * 3;   // bytes behind it
  const std::size_t bullet = bullet_length(text);
  text.remove_prefix(bullet);
  const auto [title_end, mark] = first_mark(text);
  const std::string_view title = text.substr(0, title_end), rest = trim(text.substr(title_end));
  const int chars = static_cast<int>(count_chars(title));
  if (!is_space(mark) || chars > kLongest || rest.size() < kLeastText) return {};
  if (chars < kShortest && !(bullet > 0 && is_organisation(title, rules))) return {};  // ◆云坪监狱　日前…
  const char32_t first = first_char(rest), next = first_mark(rest).second;
  const bool clause = next == U'，' || next == U'。';  // no label with its value, no further phrase
  if (!clause || !(is_han(first) || is_digit(first) || is_opening(first))) return {};
  return read_byline(title, rules) || whole_date(title) ? std::string_view{} : title;
}

}  // namespace jianbao
