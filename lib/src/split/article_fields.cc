#include "split/article_fields.h"

#include <algorithm>
#include <utility>

#include "names/organisations.h"
#include "names/persons.h"
#include "notice_signs/notice_lines.h"
#include "split/byline.h"
#include "split/line_shape.h"
#include "split/source_line.h"
#include "tables/word_table.h"
#include "text/chars.h"

namespace jianbao {
namespace {

const std::vector<std::string>& words_of(std::string_view list, const Rules& rules) {
  return rules.tables().compiled<WordTable>().list(list);
}

void append(std::string& to, std::string_view text, std::string_view between) {
  if (!to.empty()) to += between;
  to += text;
}

/// ◆今日谈: the mark is none of its words.
std::string_view without_bullet(std::string_view text) { return trim(text.substr(bullet_length(text))); }

/// ■乡村振兴进行时 over a title: a mark and a few Han are a column's name.
bool names_column(std::string_view text) {
  constexpr std::size_t kLongest = 10;  // characters
  const std::string_view name = without_bullet(text);
  return name.size() < text.size() && all_han(name) && count_chars(name) <= kLongest;
}

/// A column in brackets before the title: 「以案说法」电池起火，谁来担责？ OCR may lose the bracket that opens it.
void take_column(Article& article) {
  constexpr std::size_t kLongestColumn = 30;  // bytes
  for (const auto& [open, close] : {std::pair<std::string_view, std::string_view>{"「", "」"}, {"【", "】"}, {"〖", "〗"}}) {
    const std::size_t begin = article.title.starts_with(open) ? open.size() : 0;
    const std::size_t end = article.title.find(close);
    if (begin == 0 && article.title.substr(0, end).find(open) != std::string::npos) continue;  // 记者「出镜」之后
    if (end == std::string::npos || end > kLongestColumn || end + close.size() == article.title.size()) continue;
    article.column = article.title.substr(begin, end - begin);
    article.title = trim(std::string_view(article.title).substr(end + close.size()));
    return;
  }
}

/// 企业速递 over several items with names of their own: nothing else names the whole.
void name_after_column(Article& article) {
  const auto block = std::find_if(article.blocks.begin(), article.blocks.end(), [&](const Block& b) {
    return b.kind == BlockKind::kicker && article.view(b) == article.column;
  });
  if (block == article.blocks.end()) return;
  block->kind = BlockKind::title;
  article.title = std::exchange(article.column, {});
}

void set_date(Article& article, const std::optional<Date>& date) {
  if (!date || !article.date.empty() || date->month == 0) return;
  Date whole = *date;
  complete_year(whole, article.issue);
  article.date = whole.iso();
}

/// 本报讯 names no agency.
bool is_agency(std::string_view name, const Rules& rules) {
  const auto& own = words_of("own-press", rules);
  return std::find(own.begin(), own.end(), name) == own.end();
}

void take_source(Article& article, const SourceLine& source, const Rules& rules) {
  if (article.agency.empty() && is_agency(source.agency, rules)) article.agency = source.agency;
  if (article.place.empty()) article.place = source.place;
  set_date(article, source.date);
  if (!source.day.empty()) set_date(article, last_day_of_month(source.day, article.issue));
}

void add_people(Article& article, const std::optional<std::vector<Person>>& people) {
  if (people) article.byline.insert(article.byline.end(), people->begin(), people->end());
}

/// The same, and from where they report.
void add_reporters(Article& article, std::string_view text, const std::optional<std::vector<Person>>& people, const Rules& rules) {
  add_people(article, people);
  if (people && article.place.empty()) article.place = byline_place(text, rules);
}

/// 蓝天明 of 蓝天明报道.
std::string_view without_report(std::string_view text, const Rules& rules) {
  for (const std::string& word : words_of("report", rules))
    if (text.ends_with(word)) return text.substr(0, text.size() - word.size());
  return text;
}

/// 记者　李禾　昨日，…; 记者李禾　通讯员王明　昨日，…: roles and names set apart from one another and from the text.
void read_spaced_reporters(std::string_view rest, Article& article, const Rules& rules) {
  std::string_view role;
  for (std::size_t at = 0; at < rest.size();) {
    const std::size_t begin = at;
    while (at < rest.size() && !is_space(char_at(rest, at))) next_char(rest, at);
    std::string_view name = rest.substr(begin, at - begin);
    const std::string_view whole = without_report(name, rules);
    const bool last = whole.size() < name.size();  // 通讯员蓝天明报道
    if (last) name = whole;
    for (const std::string& word : words_of("role", rules))
      if (name.starts_with(word)) {
        role = word;
        name.remove_prefix(word.size());
        break;
      }
    if (role.empty() || (!name.empty() && !is_person(name, rules))) return;
    if (!name.empty()) article.byline.push_back({std::string(name), std::string(role), {}});
    if (last) return;
    at = skip_spaces(rest, at);
  }
}

/// The reporters behind a dateline: （记者 高敬）, or 记者刘玉琴报道：.
void read_reporters(std::string_view rest, Article& article, const Rules& rules) {
  rest = trim(rest);
  if (rest.starts_with("（") || rest.starts_with('(')) {
    const std::size_t open = rest.front() == '(' ? 1 : 3;
    const std::size_t close = std::min(rest.find("）"), rest.find(')'));
    if (close == std::string_view::npos) return;
    const std::string_view inside = rest.substr(open, close - open);
    const auto people = read_byline(inside, rules);
    add_people(article, people ? people : read_bare_names(inside, rules));
    return;
  }
  read_spaced_reporters(rest, article, rules);
  if (!article.byline.empty()) return;
  for (const std::string_view word : words_of("report", rules))
    if (const std::size_t end = rest.find(word); end < 90) {
      const auto people = read_byline(rest.substr(0, end), rules);
      return add_people(article, people ? people : read_bare_names(rest.substr(0, end), rules));  // 付强、方小禾报道：
    }
}

/// 【記者許若望／港東報導】, （记者　冷子恒）8月29日: who reports stands inside, before the stroke, or in brackets before the day.
void read_inner_reporters(std::string_view dateline, Article& article, const Rules& rules) {
  std::size_t begin = 0;
  if (is_opening(first_char(dateline)) || first_char(dateline) == U'【') next_char(dateline, begin);
  const std::size_t stroke = std::min(dateline.find("／"), dateline.find('/')), close = dateline.find("）");
  const bool before_day = dateline.starts_with("（") && close != std::string_view::npos;
  const bool boxed = begin > 0 && !dateline.starts_with("（");
  const std::size_t end = stroke != std::string_view::npos ? stroke : before_day ? close : boxed ? before(dateline, dateline.size()) : stroke;
  if (end != std::string_view::npos && end > begin) add_people(article, read_byline(dateline.substr(begin, end - begin), rules));
}

/// The dateline of a city is known by the clause behind it, which is no part of it: 贵阳讯 昨日，
std::string_view without_clause(std::string_view dateline) {
  if (const std::size_t close = dateline.find("）"); dateline.starts_with("（") && close != std::string_view::npos) {  // （记者　方小禾）昨日
    const std::string_view time = dateline.substr(close + std::string_view("）").size());
    return find_date(time) ? dateline : dateline.substr(0, dateline.size() - time.size());
  }
  const char32_t last = last_char(dateline);
  if (fold(last) == U'：') return dateline.substr(0, before(dateline, dateline.size()));  // 央视网消息：
  if (last != U'，' && last != U'。') return dateline;
  std::size_t at = 0;
  while (at < dateline.size() && !is_space(char_at(dateline, at))) next_char(dateline, at);
  return dateline.substr(0, at);
}

/// 柳渡融媒讯（, 晚报讯 记者: up to where the reporters begin.
std::string_view without_reporters(std::string_view dateline, const Rules& rules) {
  dateline = without_clause(dateline);
  const auto& roles = words_of("role", rules);
  const auto role = std::find_if(roles.begin(), roles.end(), [&](const std::string& word) { return dateline.ends_with(word); });
  if (role != roles.end()) dateline = trim(dateline.substr(0, dateline.size() - role->size()));
  const char32_t last = last_char(dateline);
  return trim(last == U'（' || last == '(' ? dateline.substr(0, before(dateline, dateline.size())) : dateline);
}

std::string_view inside_brackets(std::string_view text) {
  std::size_t open = last_bracket(text);
  if (open == std::string_view::npos) return {};
  next_char(text, open);
  const std::string_view inside = text.substr(open);
  return inside.substr(0, std::min({inside.find("）"), inside.find(')'), inside.size()}));
}

std::string_view last_sentence(std::string_view text) {
  const std::size_t stop = text.rfind("。");
  return stop == std::string_view::npos ? text : text.substr(stop + 3);
}

void read_credit(std::string_view text, Article& article, const Rules& rules) {
  const std::string_view piece = last_sentence(text);
  auto people = read_byline(inside_brackets(text), rules);
  if (!people) people = read_byline(piece, rules);
  if (const std::size_t close = piece.rfind("）"); !people && close != std::string_view::npos) people = read_byline(piece.substr(close + std::string_view("）").size()), rules);  // （左图）　方小禾　摄
  add_people(article, people);
  if (const auto source = read_dateline(trim(piece), rules)) take_source(article, *source, rules);
  for (const std::string_view agency : words_of("picture-agency", rules))
    if (article.agency.empty() && trim(piece).starts_with(agency)) article.agency = agency;
}

/// 作者单位：竹溪一中: where the author works.
bool read_employer(std::string_view text, Article& article, const Rules& rules) {
  for (const std::string& label : words_of("author-unit", rules)) {
    if (!text.starts_with(label) || fold(char_at(text, label.size())) != U'：') continue;
    std::size_t at = label.size();
    next_char(text, at);
    if (!article.byline.empty()) article.byline.back().org = trim(text.substr(at));
    return true;
  }
  return false;
}

/// （老浦）: a few Han that end an article, and are no remark: （未完待续）, （本报综合）.
bool is_pen_name(std::string_view text, const Rules& rules) {
  constexpr std::size_t kShortest = 2, kLongest = 4;  // characters
  const std::size_t chars = count_chars(text);
  const auto& remarks = words_of("remark", rules);
  const auto& houses = words_of("agency", rules);
  const bool house = std::any_of(houses.begin(), houses.end(), [&](const std::string& word) { return text.starts_with(word); });
  return chars >= kShortest && chars <= kLongest && all_han(text) && !house && std::find(remarks.begin(), remarks.end(), text) == remarks.end();
}

/// 陇　平: single characters with a gap between them, as print sets nothing but names.
bool is_set_wide(std::string_view text) {
  bool gap = true, any = false;
  for (std::size_t at = 0; at < text.size();) {
    const bool space = is_space(next_char(text, at));
    if (!space && !std::exchange(gap, false)) return false;
    gap = gap || space;
    any = any || space;
  }
  return any;
}

void read_end(const DraftLine& line, std::string_view text, Article& article, const Rules& rules) {
  if (line.line->shape == Shape::date) {
    set_date(article, whole_date(text));
  } else if (line.line->shape == Shape::organisation) {
    return;
  } else if (const auto source = read_source(text, rules)) {
    take_source(article, *source, rules);
  } else if (line.line->shape == Shape::turn && begins_with_any(text, words_of("asks", rules))) {
    return;  // 问：…（丰县 王守义）: who asks has not written the answer
  } else if (auto author = line.line->shape == Shape::byline ? read_placed_author(text, rules) : std::nullopt) {
    article.byline.push_back(std::move(*author));  // 青山镇　李　红（中学教师）
  } else if (line.line->tailed || line.role == Role::tail) {
    const std::string_view inside = inside_brackets(text);
    const std::string_view names = inside.empty() ? text : inside;
    if (read_employer(names, article, rules)) return;
    auto people = read_signed_names(names, rules);
    const bool posted = inside.empty() ? line.line->shape == Shape::name && article.type != ArticleType::document : line.line->tailed;
    if (!people && posted)
      if (auto signer = read_posted_author(names, rules)) people = {{std::move(*signer)}};
    const std::string pen = is_set_wide(inside) ? plain_name(inside) : std::string(inside);
    if (!people && !inside.empty() && is_pen_name(pen, rules)) people = {{pen, {}, {}}};
    add_reporters(article, names, people, rules);
  }
}

/// □铁木尔: who wrote it, on a line of its own.
void read_authors(const DraftLine& line, std::string_view text, Article& article, const Rules& rules) {
  constexpr std::size_t kLongestPenName = 8;  // characters
  if (line.line->shape == Shape::aside && !inside_brackets(text).empty()) text = inside_brackets(text);  // （李春燕）
  if (auto author = read_placed_author(text, rules)) return article.byline.push_back(std::move(*author));
  add_reporters(article, text, read_signed_names(text, rules), rules);
  if (article.byline.empty())
    if (auto author = read_posted_author(text, rules)) return article.byline.push_back(std::move(*author));
  if (const std::size_t open = last_bracket(text); article.byline.empty() && open < text.size() && is_organisation(inside_brackets(text), rules)) {
    add_people(article, read_signed_names(trim(text.substr(0, open)), rules));  // 主持律师：方小禾（竹溪正衡律师事务所）
    for (Person& person : article.byline) person.org = inside_brackets(text);
    return;
  }
  std::size_t mark = 0;
  if (const char32_t c = first_char(text); c == U'□' || c == U'■' || c == U'◎' || c == U'●') next_char(text, mark);
  const std::string_view name = trim(text.substr(mark));
  const auto& roles = words_of("role", rules);
  if (mark == 0 && std::find(roles.begin(), roles.end(), name) != roles.end()) return;  // 本报评论员 is nobody's name
  const bool author = mark > 0 || line.line->shape == Shape::tiny || line.line->shape == Shape::name;
  if (author && article.byline.empty() && count_chars(name) <= kLongestPenName) article.byline.push_back({plain_name(name), {}, {}});
}

/// 新华社北京10月21日电（记者 高敬）: where a text comes from, and who wrote it.
void read_lead(std::string_view text, Article& article, const Rules& rules) {
  const auto source = read_dateline(text, rules);
  if (!source) return;
  take_source(article, *source, rules);
  const std::string_view dateline = without_reporters(text.substr(0, source->length), rules);
  if (article.dateline.empty()) article.dateline = dateline;
  if (source->reporters.empty()) {
    read_inner_reporters(dateline, article, rules);
  } else {
    const std::string reporters = source->reporters + report_word(rules);
    add_reporters(article, reporters, read_byline(reporters, rules), rules);
  }
  if (article.byline.empty()) read_reporters(text.substr(dateline.size()), article, rules);
}

}  // namespace

void read_heads(const Draft& draft, const Page& page, const Rules& rules, Article& article) {
  // Two printed lines of a news title stand apart as two phrases do, and so do an order and the law that it makes known; else an official
  // title only wraps.
  bool behind_title = false;
  const auto run_in = [](const DraftLine& line) { return line.role != Role::title && line.line->shape == Shape::headed; };
  const bool listed = std::count_if(draft.lines.begin(), draft.lines.end(), run_in) > 1;  // 【宏达股份】　中标…, 【长河股份】　…: none heads the others
  const auto between = [&](const Line& line) {
    const bool whole = std::exchange(behind_title, line.shape == Shape::document_title) && line.shape == Shape::document_title;
    return article.type == ArticleType::document && !whole ? "" : " ";
  };
  for (const DraftLine& line : draft.lines) {
    const auto text = [&] { return text_of(page, *line.line); };
    switch (line.role) {
      case Role::column: append(article.column, without_bullet(text()), " "); break;
      case Role::kicker:
        if (names_column(text())) append(article.column, without_bullet(text()), " ");
        else if (line.line->shape != Shape::document_note) append(article.kicker, text(), " ");
        break;
      case Role::fixture:
      case Role::title: append(article.title, text(), between(*line.line)); break;
      case Role::subtitle: append(article.subtitle, text(), " "); break;
      case Role::lead:
        if (article.title.empty() && line.line->shape == Shape::headed && !listed) article.title = run_in_title(text(), rules);
        break;
      case Role::notice_heading:
        if (article.title.empty()) article.title = text();
        break;
      default: break;
    }
  }
  take_column(article);
  const auto jumps = [](const DraftLine& line) { return line.line->shape == Shape::jump; };  // （上接A02版）: its title is printed there
  if (article.type == ArticleType::news && article.title.empty() && std::none_of(draft.lines.begin(), draft.lines.end(), jumps)) name_after_column(article);
}

void read_fields(const Draft& draft, const Page& page, const Rules& rules, Article& article) {
  for (std::size_t i = 0; i < draft.lines.size(); ++i) {
    const DraftLine& line = draft.lines[i];
    const std::string_view text = page.view(line.line->span);
    switch (line.role) {
      case Role::byline: read_authors(line, text, article, rules); break;
      case Role::note:
        if (const auto date = find_date(text)) set_date(article, date->date);
        break;
      case Role::lead:
        read_lead(text, article, rules);
        if (line.line->tailed) read_end(line, text, article, rules);  // 本报讯　….（方小禾）
        break;
      case Role::caption:
      case Role::credit: read_credit(text, article, rules); break;
      default:
        if (line.line->tailed || line.role == Role::tail || line.line->shape == Shape::tail) read_end(line, text, article, rules);
    }
  }
}

}  // namespace jianbao
