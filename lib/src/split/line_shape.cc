#include "split/line_shape.h"

#include <algorithm>
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
#include "split/jump_note.h"
#include "split/line_authors.h"
#include "split/source_line.h"
#include "tables/lexicon.h"
#include "tables/word_table.h"
#include "text/chars.h"
#include "text/field_lines.h"
#include "text/numeral.h"

namespace jianbao {
namespace {

constexpr std::uint32_t kLongestImprint = 120;  // characters of the line with the paper's address
constexpr std::uint32_t kLongestMarked = 24;  // of a title that Markdown marks say is one, whatever its own marks
constexpr std::uint32_t kLongestPlain = 20;   // of a title with a comma and another mark of its kind
constexpr std::uint32_t kLongestAddress = 12;  // of a line that ends in a colon: 亲爱的老乡：
constexpr std::uint32_t kLongestDeck = 26;    // characters of a title with both a colon and a comma
constexpr std::uint32_t kLongestCaption = 260;  // a picture's text of more than three sentences is an article
constexpr std::uint32_t kLongestRow = 120;    // characters of a row of a table of debtors
constexpr std::size_t kLongestTail = 150;     // bytes in the brackets that end an article
constexpr std::size_t kLongestAuthor = 36;    // bytes of an author without a role

struct Connectives {
  explicit Connectives(const Rules::Tables& tables) : begins(tables.compiled<WordTable>().beginnings("connective")) {}
  PrefixIndex begins;
};

/// Words that stand in the first sentence of a report without a dateline.
struct LearntWords {
  explicit LearntWords(const Rules::Tables& tables) {
    for (const std::string& word : tables.compiled<WordTable>().list("reporter")) who.add(word);
    for (const std::string& word : tables.compiled<WordTable>().list("learnt")) learnt.add(word);
  }
  WordList who, learnt;
};

/// 9月2日，记者从县水务局获悉，…: in its first sentence, not far from its begin.
bool tells_what_was_learnt(std::string_view text, const Rules& rules) {
  constexpr std::size_t kReach = 40 * 3;  // bytes
  const std::string_view begin = text.substr(0, std::min(text.find("。"), kReach));
  const auto& words = rules.tables().compiled<LearntWords>();
  return words.learnt.any_in(begin.substr(words.who.first_in(begin)));
}

/// 83比79逆转城中银鹰队: no name has that.
bool holds_score(const LineText& line) {
  for (std::size_t at = 0; at < line.text.size();) {
    if (!is_digit(next_char(line.text, at))) continue;
    const auto to = line.table.score_to.find(line.text, at);
    if (to && is_digit(char_at(line.text, at + to.bytes))) return true;
  }
  return false;
}

/// 时，不负农民，: a character and a pause, as none of 1,678 headlines of real and made pages begins, but for numbers.
bool begins_with_rest_of_word(std::string_view text) {
  std::size_t at = 0;
  const char32_t first = next_char(text, at), mark = at < text.size() ? fold(char_at(text, at)) : 0;
  return is_han(first) && !is_cn_numeral(first) && (mark == U'，' || mark == U'。' || mark == U'、');
}

/// （上接本版左上）, （上接第1版）, with more behind it or not; the shape of a line that is all note, or of a text behind one.
std::optional<Shape> read_jump(const LineText& text, Line& line) {
  const auto note = text.rules.tables().compiled<JumpNotes>().at_begin(text.text);
  line.resumes = note && !note->out && note->here;
  line.from_page = note && !note->out && !note->here;
  if (!note) return {};
  if (note->is_all_of(text.text)) return note->out && note->boxed && !note->here ? Shape::jump_on : Shape::jump;
  return note->out ? std::nullopt : std::optional(Shape::fragment);
}

/// 安 岭 日 报, 简　讯: characters each set apart from the next; without the spaces, or empty.
std::string letterspaced(std::string_view text) {
  constexpr std::size_t kLeast = 2;
  std::string word;
  std::size_t chars = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    if (!is_han(next_char(text, at))) return {};
    word += text.substr(begin, at - begin);
    ++chars;
    if (at < text.size() && !is_space(next_char(text, at))) return {};
  }
  return chars >= kLeast ? word : std::string();
}

bool has_end(std::string_view text) {
  char32_t last = last_char(text);
  while (is_closing(last) && text.size() > 3) {
    text.remove_suffix(text.size() - before(text, text.size()));
    last = last_char(text);
  }
  if (last == '.') return text.size() < 2 || !is_digit(char_at(text, before(text, text.size() - 1)));  // 上涨0. was torn in a figure
  return last == U'。' || is_stop(last) || last == U'；' || last == U'：' || last == ';' || last == ':';
}

/// Of a longer line only by patterns that begin with literals: the others would be tried on all running text. The title of a document may
/// be as long as a sentence, but has no mark of one.
std::optional<Shape> match_whole(const LineText& line) {
  const bool is_long = line.chars > kLongestBrief, may_be_title = is_long && !has_end(line.text) && line.text.find("，") == std::string_view::npos;
  const ShapeTable::Row* const found = line.table.whole.find(line.met(), line.text, [&](const ShapeTable::Row& row) {
    const bool tried = !is_long || !row.pattern.first().empty() || (may_be_title && row.shape == Shape::document_title);
    return tried && row.pattern.matches(line.text);
  });
  return found ? std::optional(found->shape) : std::nullopt;
}

std::optional<Shape> match_start(const LineText& line) {
  const char32_t first = fold(first_char(line.text));
  Pattern::Match match;
  const ShapeTable::Row* const found = line.table.start.find(line.signs, line.text, [&](const ShapeTable::Row& row) {
    if ((row.pattern.first().empty() && is_opening(first)) || !row.pattern.matches(line.text, 0, &match)) return false;
    // （中央社記者許若望港東5日電） begins what stands behind it; alone on its line it ends an article.
    return row.shape != Shape::dateline || ((first != U'（' || match.end != line.text.size()) && is_source(line.text, match, line.rules));
  });
  return found ? std::optional(found->shape) : std::nullopt;
}

/// What stands in the brackets that end the text, brackets included; else what follows the last sentence end.
std::string_view last_piece(std::string_view text) {
  const std::string_view end = text.size() > kLongestTail ? text.substr(text.size() - kLongestTail) : text;
  if (const char32_t last = last_char(text); last == U'）' || last == ')') {
    if (const std::size_t open = last_bracket(end); open != std::string_view::npos) return end.substr(open);
  }
  std::size_t from = 0;
  const char32_t final = last_char(end);
  for (std::size_t at = end.size(); from == 0 && (at = skip_han_back(end, at)) > 0;) {
    const std::size_t behind = at;
    at = before(end, at);
    const char32_t c = char_at(end, at);
    if (c != final && (c == U'。' || c == U'！' || c == U'？')) from = behind;
  }
  if (from == 0 && end.size() < text.size()) return {};
  while (from > 0 && from < end.size() && is_closing(char_at(end, from))) next_char(end, from);  // …我爹负责剥。”　读者　彭湃　摄
  return trim(end.substr(from));
}

/// A piece of a line says where the rest stands, or where it comes from, or where one reads more.
bool is_jump(std::string_view piece, const LineText& line) {
  if (const auto note = line.rules.tables().compiled<JumpNotes>().at_begin(piece); note && note->is_all_of(piece)) return true;
  return line.table.whole.find(line.met(), piece, [&](const ShapeTable::Row& row) {
    return (row.shape == Shape::jump || row.shape == Shape::jump_on) && row.pattern.matches(piece);
  });
}

/// The shape of the end of a paragraph: a credit, an agency, an author in brackets.
std::optional<Shape> match_tail(const LineText& line) {
  const std::string_view piece = last_piece(line.text);
  if (piece.empty()) return {};
  if (const auto* const row = line.table.tail.find(line.signs, piece, [&](const ShapeTable::Row& tail) { return tail.pattern.matches(piece); })) return row->shape;
  if (piece.size() < line.text.size() && (says_who_took(piece, line) || may_say_who_took(piece, line))) return Shape::credit;  // …送上三轮车。温小禾摄
  const char32_t first = first_char(piece);
  if (first != U'（' && first != '(') return {};
  if (is_jump(piece, line)) return {};
  const std::size_t open = first == '(' ? 1 : 3, last = before(piece, piece.size());  // what closes it, or what is printed in its place
  const std::string_view inside = last > open ? piece.substr(open, last - open) : std::string_view{};
  if (read_signed_names(inside, line.rules)) return Shape::tail;
  // Behind a finished sentence a few characters in brackets say who wrote it, whatever they are, but for a page to look at.
  const char32_t stop = last_char(trim(line.text.substr(0, line.text.size() - piece.size())));
  if (stop != U'。' && stop != U'！' && stop != U'”') return {};
  if (inside.size() <= kLongestAuthor && all_han(inside) && !line.table.pages.find(inside)) return Shape::tail;
  if (read_posted_author(inside, line.rules)) return Shape::tail;  // （市第一人民医院医师　方小禾）
  return {};
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

/// Runs of spaces.
int count_gaps(std::string_view text) {
  int gaps = 0;
  for (std::size_t at = 0; (at = skip_han(text, at, text.size())) < text.size();) {
    const std::size_t end = skip_spaces(text, at);
    gaps += end > at;
    at = end;
    if (at < text.size()) next_char(text, at);
  }
  return gaps;
}

/// 停航五年　仓库漏雨　货栈成了停车场: of three phrases only the last ends as an organisation does.
bool is_of_phrases(const LineText& line) {
  constexpr std::size_t kShortest = 3;  // characters of a phrase; single ones are a name set wide
  int phrases = 0;
  for (std::size_t at = 0, end = 0; at < line.text.size(); at = skip_spaces(line.text, end)) {
    for (end = at; end < line.text.size() && !is_space(char_at(line.text, end));) next_char(line.text, end);
    const std::string_view phrase = line.text.substr(at, end - at);
    if (end < line.text.size() && (count_chars(phrase) < kShortest || is_organisation(phrase, line.rules))) return false;
    ++phrases;
  }
  return phrases > 2;
}

/// 2∶1 客场逆转 滨海队六轮不败: a headline, not the row of a table, which names who played first.
bool begins_with_score(const LineText& line) {
  if (!is_digit(first_char(line.text))) return false;
  std::size_t end = 0;
  while (end < line.text.size() && !is_space(char_at(line.text, end))) next_char(line.text, end);
  return end < line.text.size() && holds_score({line.text.substr(0, end), line.chars, line.rules, line.table});
}

/// Fields set apart by spaces: four of them, or three with figures among them. Headlines have two phrases, seldom three. With a comma it takes two
/// that are nothing but figures: 带鱼　　鲜，中　　32.0　　34.5.
bool has_spaced_fields(std::string_view text) {
  int gaps = 0, bare = 0;  // fields of figures alone
  bool figures = false, space = false, comma = false, words = false;  // words: in the field
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_char(text, at);
    const bool digit = is_digit(c), begins = space && !is_space(c);
    gaps += is_space(c) && !space;
    space = is_space(c);
    figures = figures || digit;
    comma = comma || fold(c) == U'，';
    if (begins) words = false;
    words = words || (!digit && !space && c != '.');
    bare += digit && !words && (at == text.size() || is_space(char_at(text, at)));
  }
  if (comma && bare < 2) return false;
  return gaps > 2 || (gaps == 2 && figures);
}

/// | 品种 | 价格 |, and the rule below a table's head: bars at both ends and between fields.
bool is_markdown_row(std::string_view text) {
  return text.size() > 2 && text.front() == '|' && text.back() == '|' && text.find('|', 1) < text.size() - 1;
}

/// A line with more marks than a title has, or with one at its end that a title does not end with.
bool reads_like_prose(std::string_view text, std::uint32_t chars) {
  int commas = 0, colons = 0, stops = 0, lists = 0;
  bool spaced = false;  // a headline of two parts is set with a space between them
  for (std::size_t at = 0; (at = skip_han(text, at, text.size())) < text.size();) {
    const char32_t c = fold(next_char(text, at));
    commas += c == U'，';
    lists += c == U'、';
    spaced |= is_space(c);
    colons += c == U'：';
    stops += c == U'。' || c == U'；';
  }
  if (commas > 0 && text.find(kGap) != std::string_view::npos) return true;  // running text of columns that nothing could part
  const char32_t last = last_char(text);
  if (fold(last) == U'：' && (commas + lists > 0 || chars <= kLongestAddress)) return true;  // whom it is for, or what follows
  if (colons > 1 || (colons > 0 && lists > 1)) return true;  // labels and their values
  if (commas > 0 && commas + lists > 1 && !spaced && chars >= kLongestPlain) return true;
  if (commas > 2 || (commas > 0 && colons > 0 && chars > kLongestDeck) || stops > (last == U'。')) return true;
  if (last == U'。' || last == U'；' || last == U'，' || last == U'、' || last == ';' || last == ',') return true;
  return (last == U'”' || last == U'’') && text.size() > 6 && char_at(text, before(text, before(text, text.size()))) == U'。';
}

/// 负责人介绍，…, 据了解，…: running text says who says what; a headline has a colon or quotes for it.
bool reports_speech(const LineText& line) {
  if (line.text.find("，") == std::string_view::npos && line.text.find("：") == std::string_view::npos) return false;
  if (line.table.hearsay.prefix_of(line.text) > 0) return true;
  const WordList& words = line.table.saying;
  return words.each_in(line.text, [&](std::size_t at, std::size_t word) { return at > 0 && !line.text.starts_with(words[word]); });
}

/// Marks alone: a rule or an ornament between items.
bool is_ornament(std::string_view text) {
  for (std::size_t at = 0; at < text.size();)
    if (const char32_t c = next_char(text, at); is_han(c) || is_letter(c) || is_digit(c)) return false;
  return true;
}

/// 。, 。”, ％。: the marks that a sentence ends with.
bool is_end_of_sentence(const LineText& line) {
  constexpr std::uint32_t kMost = 3;
  bool ends = false;
  for (std::size_t at = 0; line.chars <= kMost && at < line.text.size();) {
    const char32_t c = fold(next_char(line.text, at));
    if (!(is_stop(c) || c == U'；' || is_closing(c) || c == U'％' || c == '%')) return false;
    ends |= is_stop(c) || c == U'；';
  }
  return ends;
}

bool begins_like_rest(std::string_view text) {
  const char32_t c = first_char(text);
  return is_closing(c) || std::u32string_view(U"，。、；：！？,;:!?%％").find(c) != std::u32string_view::npos;
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

/// What a field of a page's head looks like by itself.
bool is_folio_field(std::string_view field, const LineText& line) {
  if (whole_date(field)) return true;
  const auto whole = match_whole({field, static_cast<std::uint32_t>(count_chars(field)), line.rules, line.table});
  return whole == Shape::folio || whole == Shape::paper || whole == Shape::staff || whole == Shape::notice_heading;  // 公告·公示: a section
}

/// 编辑：李平
bool names_staff(std::string_view field, const LineText& line) { return match_whole({field, static_cast<std::uint32_t>(count_chars(field)), line.rules, line.table}) == Shape::staff; }

/// B6, 第四版: the page by its number.
bool has_page_number(std::string_view field, const LineText& line) { return line.table.pages.find(field) > 0 || (is_letter(first_char(field)) && has_digits(field)); }

bool is_digits(std::string_view field) {
  for (std::size_t at = 0; at < field.size();)
    if (!is_digit(next_char(field, at))) return false;
  return true;
}

/// 4  公告·公示  2024.9.6 星期五  黔阳日报: page, section, date, weekday and paper in any order, spaces between; one more may be the name
/// of a section that no list has, and another where the page or who made it is named with its day: 教育导刊 2001年9月10日 第四版 教师节专刊. 责编 屠晓波 may
/// stand among them. Numbers alone are a row of a table, and several the draw of a lottery. The day and the name of a column of notices
/// (2025年4月2日　公告栏) are enough.
bool is_folio_row(const LineText& line) {
  constexpr int kFew = 3, kMostNumbers = 2;  // of the page, and of the issue
  constexpr std::size_t kLongestSection = 8, kShortestColumn = 3;  // characters
  const int gaps = count_gaps(line.text);
  if (gaps + 1 < kFew && (gaps == 0 || !is_digit(first_char(line.text)))) return false;  // most lines
  const auto& words = line.rules.tables().compiled<WordTable>();
  const auto& columns = line.rules.tables().compiled<NoticeWords>();
  const auto &weekdays = words.list("weekday"), &posts = words.list("staff");
  const auto is = [](const std::vector<std::string>& list, std::string_view field) { return std::find(list.begin(), list.end(), field) != list.end(); };
  int known = 0, others = 0, numbers = 0;
  bool named = false, post = false, day = false, numbered = false, dated = false, column = false;
  for (std::string_view rest = line.text; !(rest = trim(rest)).empty();) {
    std::size_t end = 0;
    while (end < rest.size() && !is_space(char_at(rest, end))) next_char(rest, end);
    const std::string_view field = rest.substr(0, end);
    rest.remove_prefix(end);
    const bool name = post;  // of who holds the post before it
    post = is(posts, field);
    column |= count_chars(field) >= kShortestColumn && columns.is_banner(field);
    const auto date = whole_date(field);
    dated |= date.has_value();
    const bool is_known = post || name || is_folio_field(field, line) || (dated && column);
    if (!is_known && is(weekdays, field)) continue;  // tables have it, too
    ++(is_known ? known : others);
    named |= is_known && !is_digits(field);
    numbers += is_digits(field);
    day |= is_known && date && date->year > 0;
    numbered = numbered || (is_known && !date && !is_digits(field) && (has_page_number(field, line) || post || names_staff(field, line)));
    if (others > 2 || (others > 1 && !is_known && count_chars(field) > kLongestSection && !begins_with_field(field)) || numbers > kMostNumbers) return false;
  }
  return named && (others > 1 ? day && numbered : known >= kFew || (day && numbered) || (dated && column));
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
    const bool heading = text.chars <= kLongestBrief + 10 && line.open && !(line.label && counts_on(text, *line.label));
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
  line.connected = line.shape == Shape::prose && text.rules.tables().compiled<Connectives>().begins.find(text.text);
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

std::optional<Shape> shape_of_words(std::string_view text, const Rules& rules) {
  const auto chars = static_cast<std::uint32_t>(count_chars(text));
  return match_whole({text, std::min(chars, kLongestBrief), rules, rules.tables().compiled<ShapeTable>()});
}

}  // namespace jianbao
