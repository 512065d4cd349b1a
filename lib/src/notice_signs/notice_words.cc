#include "notice_signs/notice_words.h"

#include <algorithm>

#include "notice_signs/word_uses.h"
#include "text/chars.h"

namespace jianbao {

namespace {

constexpr std::u32string_view kBetween = U"·•・/／|｜、与和";  // names of columns
constexpr std::size_t kTwoHan = 6;  // bytes

/// Whether more than so many characters, spaces not counted, stand before one of `marks` or the end. Most lines are longer than
/// what they are asked for, and need not be read to their end.
bool is_longer(std::string_view text, std::size_t most, std::u32string_view marks = {}) {
  std::size_t n = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_char(text, at);
    if (marks.find(c) != std::u32string_view::npos) return false;
    if (!is_space(c) && ++n > most) return true;
  }
  return false;
}

}  // namespace

NoticeWords::NoticeWords(const Rules::Tables& tables) {
  static constexpr WordUse<NoticeWords, SuffixIndex> kEnds[] = {
      {"act", &NoticeWords::acts}, {"call", &NoticeWords::calls}, {"goes-on", &NoticeWords::goes_on}, {"link", &NoticeWords::links}, {"contact-end", &NoticeWords::contact_ends_}};
  static constexpr WordUse<NoticeWords, PrefixIndex> kBegins[] = {{"contact", &NoticeWords::contacts_}, {"ad-label", &NoticeWords::ad_labels_}, {"label", &NoticeWords::labels_}};
  static constexpr WordUse<NoticeWords, WordList> kAnywhere[] = {
      {"reported", &NoticeWords::reported_}, {"telling", &NoticeWords::tellings_},      {"news", &NoticeWords::news_},
      {"about", &NoticeWords::abouts_},      {"firm", &NoticeWords::firms_},            {"assembly", &NoticeWords::assemblies_},
      {"closing", &NoticeWords::closings_},  {"story", &NoticeWords::stories_},         {"continuing", &NoticeWords::continuings_},
      {"column", &NoticeWords::columns_}};
  static constexpr WordUse<NoticeWords, std::unordered_set<std::string>> kWhole[] = {
      {"announce", &NoticeWords::announcing}, {"banner", &NoticeWords::banners_},         {"alone", &NoticeWords::lines},
      {"section", &NoticeWords::sections_},   {"perhaps", &NoticeWords::perhaps_},        {"bullet-reading", &NoticeWords::bullet_readings}};
  static constexpr WordUse<NoticeWords, std::vector<std::string>> kActs[] = {
      {"about-act", &NoticeWords::about_acts_}, {"assembly-act", &NoticeWords::assembly_acts_}};
  const Table& words = tables.table("notice_words");
  for (const Table::Row& row : words.rows()) {
    const std::string& use = words.cell(row, "use");
    auto* const ends = list_of(*this, kEnds, use);
    auto* const begins = list_of(*this, kBegins, use);
    auto* const anywhere = list_of(*this, kAnywhere, use);
    auto* const whole = list_of(*this, kWhole, use);
    auto* const vector = list_of(*this, kActs, use);
    if (!ends && !begins && !anywhere && !whole && !vector) throw unknown_use(row, use);
    for (const std::string& word : split_cell(words.cell(row, "words"))) {
      note(use, word);
      if (ends) ends->add(word);
      if (begins) begins->add(word);
      if (anywhere) anywhere->add(word);
      if (whole) whole->insert(word);
      if (vector) vector->push_back(word);
    }
  }
  const Table& kinds = tables.table("notices");
  for (const Table::Row& row : kinds.rows())
    for (const char* column : {"topics", "names"})
      for (std::string& topic : split_cell(kinds.cell(row, column))) {
        if (topic.size() == kTwoHan) short_topics_.push_back(topic);
        topics.add(std::move(topic));
      }
}

void NoticeWords::note(std::string_view use, const std::string& word) {
  if (use == "act" && word.size() == kTwoHan) short_acts_.push_back(word);
  if (use == "banner" || use == "alone") {
    lines_end.insert(last_char(word));
    lines.insert(word);
  }
  if (use == "banner" || use == "section") longest_column_ = std::max(longest_column_, count_chars(word));
  if (use == "closing") longest_closing_ = std::max(longest_closing_, count_chars(word));
  if (use == "contact") labels_.add(word);
}

bool NoticeWords::is_about(std::string_view key, std::string_view act) const {
  const auto is = [&](const std::vector<std::string>& list) { return std::find(list.begin(), list.end(), act) != list.end(); };
  const bool summons = is(assembly_acts_) && assemblies_.any_in(key);
  return abouts_.any_in(key) && (summons || (is(about_acts_) && holds_topic(key.substr(0, key.size() - act.size()))));
}

bool NoticeWords::begins_about(std::string_view key) const {
  return abouts_.prefix_of(key) > 0;
}

std::string_view NoticeWords::behind_firm(std::string_view key) const {
  std::size_t end = 0;
  firms_.each_in(key, [&](std::size_t at, std::size_t word) { return end = at + firms_[word].size(), true; });
  return key.substr(end);
}

bool NoticeWords::holds_news(std::string_view text) const {
  return news_.any_in(text);
}

bool NoticeWords::holds_topic(std::string_view text, std::size_t least) const {
  for (std::size_t at = 0; at < text.size();) {
    next_char(text, at);
    if (const std::size_t bytes = topics.find(text.substr(0, at)); bytes > 0 && bytes >= least) return true;
  }
  return false;
}

bool NoticeWords::is_banner(std::string_view line) const {
  if (is_longer(line, longest_column_, kBetween)) return false;
  const std::string key = without_spaces(line);
  return banners_.contains(key) || is_composed(key) || is_row_of_topics(line);
}

/// 合并　分立　增资: kinds of notices side by side, none of which is an act (遗失　声明 is one heading with a gap inside).
bool NoticeWords::is_row_of_topics(std::string_view line) const {
  constexpr std::size_t kLeast = 2;
  std::size_t parts = 0, kinds = 0;  // 教育　健康 may head news
  for (std::size_t at = skip_spaces(line, 0); at < line.size(); at = skip_spaces(line, at)) {
    const std::size_t begin = at;
    while (at < line.size() && !is_space(char_at(line, at))) next_char(line, at);
    const std::string part(line.substr(begin, at - begin));
    const bool last = skip_spaces(line, at) == line.size(), act = acts.find(part) == part.size();
    const bool kind = topics.find(part) == part.size();
    if (!kind && !sections_.contains(part) && !(act && !last)) return false;
    if (act && last) return false;
    ++parts;
    kinds += kind;
  }
  return parts >= kLeast && kinds > 0;
}

/// 公司·机构, 招聘/求职/转让: several names of columns; a foreign name (阿里·木江) has none.
bool NoticeWords::is_composed(std::string_view key) const {
  std::size_t begin = 0, parts = 0;
  for (std::size_t at = 0; at <= key.size();) {
    const std::size_t place = at;
    const char32_t c = at < key.size() ? next_char(key, at) : kBetween.front();
    if (kBetween.find(c) == std::u32string_view::npos) continue;
    const std::string part(key.substr(begin, place - begin));
    if (!sections_.contains(part) && !banners_.contains(part) && topics.find(part) != part.size()) return false;
    begin = at;
    ++parts;
    if (place == key.size()) break;
  }
  return parts > 1;
}

bool NoticeWords::tells(std::string_view text) const { return tellings_.any_in(text); }

std::size_t NoticeWords::reported(std::string_view text) const {
  const std::size_t first = reported_.first_in(text);
  return first < text.size() ? first : std::string_view::npos;
}

bool NoticeWords::closes(std::string_view line) const {
  if (!line.empty() && is_stop(last_char(line))) line = line.substr(0, before(line, line.size()));
  return !line.empty() && closings_.prefix_of(line) == line.size();
}

bool NoticeWords::closes_wide(std::string_view line) const {
  return !is_longer(line, longest_closing_ + 1) && closes(without_spaces(line));
}

bool NoticeWords::ends_with_closing(std::string_view text) const {
  if (!text.empty() && is_stop(last_char(text))) text = text.substr(0, before(text, text.size()));
  return closings_.suffix_of(text) > 0;
}

bool NoticeWords::is_damaged_heading(std::string_view line) const {
  constexpr std::size_t kLength = 4;  // two characters of topic and two of act
  if (is_longer(line, kLength)) return false;
  const std::string key = without_spaces(line);
  if (key.size() != 3 * kLength) return false;
  const std::string_view topic = std::string_view(key).substr(0, 6), act = std::string_view(key).substr(6);
  const auto same = [](std::string_view a, std::string_view b) { return (a.substr(0, 3) == b.substr(0, 3)) + (a.substr(3) == b.substr(3)); };
  const auto best = [&](const std::vector<std::string>& words, std::string_view text) {
    int most = 0;
    for (const std::string& word : words) most = std::max(most, same(word, text));
    return most;
  };
  return best(short_topics_, topic) + best(short_acts_, act) == 3;
}

bool NoticeWords::begins_story(std::string_view text) const {
  return stories_.prefix_of(text) > 0;
}

bool NoticeWords::begins_ad(std::string_view text) const { return static_cast<bool>(ad_labels_.find(text)); }

bool NoticeWords::continues(std::string_view text) const {
  return continuings_.prefix_of(text) > 0;
}

bool NoticeWords::is_contact_line(std::string_view line) const {
  return contacts_.find(line) || is_reached_by(line);
}

/// 抢修热线：…, 招聘电话 …, 24小时热 线：…: a label of a few Han that says how to reach somebody, with a stray space in it or none.
bool NoticeWords::is_reached_by(std::string_view line) const {
  constexpr std::size_t kLongest = 24;  // bytes
  std::size_t at = 0;
  while (at < line.size() && is_digit(char_at(line, at))) next_char(line, at);
  std::size_t part = at;  // behind the last space
  for (const std::size_t begin = at;;) {
    while (at < line.size() && at < kLongest && is_han(char_at(line, at))) next_char(line, at);
    if (at == line.size()) return false;
    const char32_t mark = fold(char_at(line, at));
    if (mark != U'：' && !is_space(mark)) return false;
    if (part == begin && contact_ends_.find(line.substr(0, at)) > 0) return true;
    if (mark == U'：') return part > begin && contact_ends_.find(without_spaces(line.substr(begin, at - begin))) > at - part;  // not 金莲 电话：
    if (mark != ' ' || at + 1 >= line.size() || !is_han(char_at(line, at + 1))) return false;
    part = ++at;
  }
}

bool NoticeWords::is_labelled(std::string_view line) const {
  const auto label = labels_.find(line);
  return label && label.bytes < line.size() && (fold(char_at(line, label.bytes)) == U'：' || fold(last_char(line.substr(0, label.bytes))) == U'：');
}

bool NoticeWords::is_column_line(std::string_view line) const {
  return line.size() < 200 && columns_.any_in(line);
}

std::string without_spaces(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  std::size_t kept = 0;  // up to here the text is in `out`
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_char(text, at), plain = is_han(c) ? fold(c) : c;
    if (plain == c && !is_space(c)) continue;
    out.append(text, kept, begin - kept);
    if (plain != c) append_char(out, plain);
    kept = at;
  }
  out.append(text, kept);
  return out;
}

}  // namespace jianbao
