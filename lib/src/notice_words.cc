#include "notice_words.h"

#include <algorithm>

#include "chars.h"

namespace jianbao {

NoticeWords::NoticeWords(const Rules::Tables& tables) {
  const Table& words = tables.table("notice_words");
  for (const Table::Row& row : words.rows()) {
    const std::string& use = words.cell(row, "use");
    for (std::string& word : split_cell(words.cell(row, "words"))) {
      if (use == "act") {
        if (word.size() == 6) short_acts_.push_back(word);
        acts.add(std::move(word));
      } else if (use == "announce") {
        announcing.insert(std::move(word));
      } else if (use == "banner" || use == "alone") {
        lines_end.insert(last_char(word));
        if (use == "banner") banners_.insert(word);
        lines.insert(std::move(word));
      } else if (use == "section") {
        sections_.insert(std::move(word));
      } else if (use == "perhaps") {
        perhaps_.insert(std::move(word));
      } else if (use == "reported") {
        reported_.add(std::move(word));
      } else if (use == "goes-on") {
        goes_on.add(std::move(word));
      } else if (use == "link") {
        links.add(std::move(word));
      } else if (use == "news") {
        news_.add(std::move(word));
      } else if (use == "about") {
        abouts_.add(std::move(word));
      } else if (use == "about-act") {
        about_acts_.push_back(std::move(word));
      } else if (use == "assembly") {
        assemblies_.add(std::move(word));
      } else if (use == "assembly-act") {
        assembly_acts_.push_back(std::move(word));
      } else if (use == "closing") {
        closings_.add(std::move(word));
      } else if (use == "contact") {
        labels_.add(word);
        contacts_.add(std::move(word));
      } else if (use == "label") {
        labels_.add(std::move(word));
      } else if (use == "column") {
        columns_.add(std::move(word));
      } else {
        throw RulesError(row.place + ": unknown use '" + use + "'");
      }
    }
  }
  const Table& kinds = tables.table("notices");
  for (const Table::Row& row : kinds.rows())
    for (const char* column : {"topics", "names"})
      for (std::string& topic : split_cell(kinds.cell(row, column))) {
        if (topic.size() == 6) short_topics_.push_back(topic);
        topics.add(std::move(topic));
      }
}

bool NoticeWords::is_about(std::string_view key, std::string_view act) const {
  const auto is = [&](const std::vector<std::string>& list) { return std::find(list.begin(), list.end(), act) != list.end(); };
  const bool calls = is(assembly_acts_) && assemblies_.any_in(key);
  return abouts_.any_in(key) && (calls || (is(about_acts_) && holds_topic(key.substr(0, key.size() - act.size()))));
}

bool NoticeWords::begins_about(std::string_view key) const {
  return abouts_.prefix_of(key) > 0;
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
  const std::string key = without_spaces(line);
  return banners_.contains(key) || is_composed(key);
}

/// 公司·机构, 招聘/求职/转让: several names of columns; a foreign name (阿里·木江) has none.
bool NoticeWords::is_composed(std::string_view key) const {
  constexpr std::u32string_view kBetween = U"·•・/／|｜";
  std::size_t begin = 0, parts = 0;
  for (std::size_t at = 0; at <= key.size();) {
    const std::size_t place = at;
    const char32_t c = at < key.size() ? next_char(key, at) : kBetween.front();
    if (kBetween.find(c) == std::u32string_view::npos) continue;
    const std::string part(key.substr(begin, place - begin));
    if (!sections_.contains(part) && !banners_.contains(part)) return false;
    begin = at;
    ++parts;
    if (place == key.size()) break;
  }
  return parts > 1;
}

std::size_t NoticeWords::reported(std::string_view text) const {
  const std::size_t first = reported_.first_in(text);
  return first < text.size() ? first : std::string_view::npos;
}

bool NoticeWords::closes(std::string_view line) const {
  if (!line.empty() && is_stop(last_char(line))) line = line.substr(0, before(line, line.size()));
  return !line.empty() && closings_.prefix_of(line) == line.size();
}

bool NoticeWords::ends_with_closing(std::string_view text) const {
  if (!text.empty() && is_stop(last_char(text))) text = text.substr(0, before(text, text.size()));
  return closings_.suffix_of(text) > 0;
}

bool NoticeWords::is_damaged_heading(std::string_view key) const {
  if (key.size() != 12) return false;  // two characters of topic and two of act
  const std::string_view topic = key.substr(0, 6), act = key.substr(6);
  const auto same = [](std::string_view a, std::string_view b) { return (a.substr(0, 3) == b.substr(0, 3)) + (a.substr(3) == b.substr(3)); };
  const auto best = [&](const std::vector<std::string>& words, std::string_view text) {
    int most = 0;
    for (const std::string& word : words) most = std::max(most, same(word, text));
    return most;
  };
  return best(short_topics_, topic) + best(short_acts_, act) == 3;
}

bool NoticeWords::is_contact_line(std::string_view line) const {
  return static_cast<bool>(contacts_.find(line));
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
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_char(text, at), plain = is_han(c) ? fold(c) : c;
    if (plain != c) append_char(out, plain);
    else if (!is_space(c)) out.append(text, begin, at - begin);
  }
  return out;
}

}  // namespace jianbao
