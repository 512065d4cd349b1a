#include "notice_signs/notice_lines.h"

#include <optional>
#include <string>
#include <unordered_set>

#include "names/organisations.h"
#include "notice_signs/notice_rows.h"
#include "notice_signs/notice_tales.h"
#include "notice_signs/notice_words.h"
#include "tables/pattern_set.h"
#include "tables/tables.h"
#include "text/char_map.h"
#include "text/chars.h"
#include "text/needs_index.h"

namespace jianbao {
namespace {

constexpr std::size_t kLongestHeading = 50;  // characters; 关于召开…听证会的公告 run longest
constexpr std::size_t kLongTopic = 12;       // bytes: four characters
constexpr std::size_t kLongestSubject = 16;  // of an unknown thing before the topic: 东门桥封闭施工公告

struct Cues {
  explicit Cues(const Rules::Tables& tables) {
    const Table& table = tables.table("notice_cues");
    for (const Table::Row& row : table.rows()) {
      patterns.add(table.cell(row, "pattern"), row.place);
      needs.add(patterns[patterns.size() - 1].needs());
      const std::string& cell = table.cell(row, "within");
      within.push_back(cell.empty() ? kAnywhere : std::stoul(cell));
      auto& before_it = unless.emplace_back();
      for (std::string& word : split_cell(table.cell(row, "unless"))) before_it.add(std::move(word));
      auto& behind = talk.emplace_back();
      for (std::string& word : split_cell(table.cell(row, "talk"))) behind.add(std::move(word));
    }
  }
  PatternSet patterns;
  NeedsIndex needs;                                 ///< of them
  std::vector<SuffixIndex> unless;                  ///< of each pattern: what stands before it where it is only talked of
  std::vector<WordList> talk;                       ///< what stands behind it there
  /// No optional: the bytes behind its flag are whatever stood there, and may look like a place in the image of the tables (image/make_image.cc).
  static constexpr std::size_t kAnywhere = static_cast<std::size_t>(-1);
  std::vector<std::size_t> within;                  ///< so many first sentences of a text, of each pattern; 0: its begin
};

CharSet set_of(std::string_view characters) {
  CharSet set;
  set.insert(characters);
  return set;
}

bool is_bullet(char32_t c) {
  static const CharSet bullets = set_of("△▽◁▷◢◣◯●■◆★▲○◎◇□☆※▶►◉⊙◈▼▇█〓•▪·@*＊#-♦♢❖✦✧✪✿❀❏❑❒➢➤➜⚫⚪⬤☉♠♣♥♡◦‣⭐✔✓☑🔴🔵🔶🔷🔸🔹⭕");
  return bullets.contains(c);
}

/// +张三…, —张三…, ©甲公司…: what OCR makes of a bullet, and what else may stand before other things than words. A bar parts cells where there are several,
/// and stands before a few characters in what OCR reads in pictures.
bool is_bullet_before_word(std::string_view line, std::size_t at) {
  static const CharSet bullets = set_of("+＋>＞≯．.—©®|｜");
  constexpr std::size_t kShortest = 8 * 3;  // bytes behind a bar
  const char32_t c = next_char(line, at);
  if (!bullets.contains(c) || !is_han(char_at(line, at))) return false;
  return !(c == '|' || c == U'｜') || (line.size() - at >= kShortest && line.find('|', at) == std::string_view::npos && line.find("｜", at) == std::string_view::npos);
}

bool has_mark(std::string_view text) {
  for (std::size_t at = 0; (at = skip_han(text, at, text.size())) < text.size();) {
    const char32_t c = next_char(text, at);
    if (is_stop(c) || fold(c) == U'，' || fold(c) == U'；' || fold(c) == U'：') return true;
  }
  return false;
}

/// Without spaces and brackets, which headings are compared without.
bool is_tight(std::string_view text) {
  for (std::size_t at = 0; (at = skip_han(text, at, text.size())) < text.size();)
    if (const char32_t c = next_char(text, at); is_space(c) || c == U'（') return false;
  return true;
}

std::size_t sentences_before(std::string_view text, std::size_t end) {
  std::size_t sentences = 0;
  for (std::size_t at = 0; at < end;) sentences += next_char(text, at) == U'。';
  return sentences;
}

/// Takes topics and the links between them off the end of a heading's stem.
bool strip_topics(std::string_view& stem, const NoticeWords& words) {
  bool any = false;
  for (;;) {
    if (const std::size_t n = words.topics.find(stem)) {
      stem.remove_suffix(n);
      any = true;
    } else if (const std::size_t link = words.links.find(stem); link) {
      stem.remove_suffix(link);
    } else {
      return any;
    }
    if (stem.empty()) return any;
  }
}

/// What stands before the topic, as far as headings go: nothing, who announces, or the thing it is about.
bool is_heading_subject(std::string_view head, bool topic, const NoticeWords& words, const Rules& rules) {
  if (head.empty()) return topic;
  if (is_organisation(head, rules)) return true;
  return topic && count_chars(head) <= kLongestSubject && !words.holds_news(head);
}

/// 寻找弃婴（儿童）生父母公告: without what brackets inside say more closely.
std::string without_brackets(std::string text) {
  constexpr std::string_view kOpen = "（", kClose = "）";
  const std::size_t open = text.find(kOpen), close = text.find(kClose, open == std::string::npos ? 0 : open);
  if (open == 0 || open == std::string::npos || close == std::string::npos || close + kClose.size() == text.size()) return text;
  return text.erase(open, close + kClose.size() - open);
}

/// 第9期, 2016年第3号
bool counts(std::string_view text, std::string_view ordinal) {
  std::size_t at = 0;
  while (at < text.size() && (is_digit(char_at(text, at)) || char_at(text, at) == U'年')) next_char(text, at);
  return text.substr(at).starts_with(ordinal);
}

/// 失信被执行人名单（第9期）, 欠税公告（2016年第3号）: without the brackets that count a heading, as those of a series are.
std::string_view without_ordinal(std::string_view line) {
  constexpr std::string_view kOpens[] = {"（", "("}, kOrdinal = "第";
  constexpr std::size_t kLongest = 30;  // bytes
  if (line.empty() || fold(last_char(line)) != U'）') return line;
  for (const std::string_view open : kOpens)
    if (const std::size_t at = line.rfind(open); at != std::string_view::npos && at > 0 && line.size() - at <= kLongest && counts(line.substr(at + open.size()), kOrdinal)) return trim(line.substr(0, at));
  return line;
}

/// Whether a heading may end so: most lines do not, and need no other look.
bool may_end_heading(char32_t last, const NoticeWords& words) { return words.acts.may_end(last) || words.lines_end.contains(last); }

/// A mark that bare_heading takes off.
bool is_around_heading(char32_t c) { return !is_han(c) && (is_space(c) || is_closing(c) || is_bullet(c) || fold(c) == U'：'); }

/// 关于征收土地的公告: one sentence with a topic in it. 通知 so titled is an official document, not a notice.
bool is_about(std::string_view key, std::string_view stem, const NoticeWords& words) {
  return last_char(stem) == U'的' && words.is_about(key, key.substr(stem.size()));
}

/// “书上的折角”征文, “调研”栏目征稿: what is called for stands in quotation marks before the call, and little between them.
bool calls_for(std::string_view key, const NoticeWords& words) {
  constexpr std::string_view kOpen = "“", kClose = "”";
  constexpr std::size_t kLongest = 9;  // bytes between them: 栏目, 主题
  const std::size_t call = words.calls.find(key), close = key.rfind(kClose);
  return call > 0 && key.starts_with(kOpen) && close != std::string_view::npos && key.size() - call - (close + kClose.size()) <= kLongest;
}

/// …登报声明作废。不料，…; 公章遗失声明作废 员工冒用被起诉: an act of notice, behind which a story or the rest of a headline goes on.
bool goes_on_to_tell(std::string_view text, std::size_t behind, const NoticeWords& words) {
  const std::string_view rest = text.substr(behind);
  return words.tells(rest) || (is_space(char_at(rest, 0)) && words.holds_news(rest) && !has_mark(text));
}

/// “张三遗失身份证，声明作废”这样的启事: the words are quoted, and the sentence goes on.
bool is_quoted(std::string_view text, std::size_t behind) {
  if (behind < text.size() && is_stop(char_at(text, behind))) next_char(text, behind);
  if (behind >= text.size()) return false;
  const char32_t mark = next_char(text, behind);
  return (mark == U'”' || mark == U'’' || mark == U'」' || mark == U'』') && is_han(char_at(text, behind));
}

/// 招标公告　某项目…, ◇迁址启事：…: a heading of notices runs into the text.
bool begins_with_heading(std::string_view paragraph, const Rules& rules) {
  constexpr std::size_t kShortest = 12;  // bytes: 声明：… may stand in any article
  paragraph.remove_prefix(bullet_length(paragraph));
  for (std::size_t at = 0, n = 0; at < paragraph.size() && n < kLongestHeading; ++n) {
    const std::size_t place = at;
    const char32_t c = fold(next_char(paragraph, at));
    if (c == U'：' || is_space(c)) return place >= kShortest && at < paragraph.size() &&
             (is_notice_heading(paragraph.substr(0, place), rules) || is_topic_heading(paragraph.substr(0, place), rules));
    if (!is_han(c) && !is_opening(c) && !is_closing(c)) return false;
  }
  return false;
}

/// Whether a cue of a notice stands in the paragraph, of those that are `wanted(number)`, and is more than talk.
template <class Wanted>
bool holds_cue(std::string_view paragraph, const Cues& cues, const Rules& rules, Wanted wanted) {
  std::optional<std::size_t> reported;
  std::optional<bool> speech, tale, duty;
  return cues.patterns.scan_for(paragraph, wanted, [&](std::size_t number, std::size_t at, const Pattern::Match& match) {
    const std::size_t within = cues.within[number];
    const bool near_begin = within != Cues::kAnywhere;
    if (near_begin && !(within == 0 ? at == 0 : sentences_before(paragraph, at) < within)) return false;
    if (cues.unless[number].find(paragraph.substr(0, at)) || cues.talk[number].prefix_of(paragraph.substr(match.end))) return false;
    if (is_quoted(paragraph, match.end)) return false;
    if (goes_on_to_tell(paragraph, match.end, rules.tables().compiled<NoticeWords>())) return false;
    if (!reported) reported = rules.tables().compiled<NoticeWords>().reported(paragraph);
    if (*reported < at) return false;
    if (!speech) speech = holds_speech(paragraph);
    if (*speech) return false;
    const NoticeTales& tales = rules.tables().compiled<NoticeTales>();
    if (near_begin && !tale) tale = tales.tells(paragraph, false);
    if (!near_begin && !duty) duty = tales.tells(paragraph, true);
    return !(near_begin ? *tale : *duty);
  });
}

}  // namespace

std::size_t bullet_length(std::string_view line) {
  if (!line.empty() && is_han_lead(line.front()) && (line.size() <= 3 || line[3] != '@')) return 0;  // nearly every line
  std::size_t at = 0;
  while (at < line.size()) {
    std::size_t next = at;
    const char32_t c = next_char(line, next);
    if (!is_space(c) && !is_bullet(c) && !is_bullet_before_word(line, at)) break;
    at = next;
  }
  // 和@, 全@: OCR makes two characters of a disc
  if (std::size_t next = at; at < line.size() && is_han(next_char(line, next)) && char_at(line, next) == '@') return next + 1;
  return at;
}

std::string_view bare_heading(std::string_view line) {
  if (line.size() > 3 * kLongestHeading + 20) return {};
  line.remove_prefix(bullet_length(line));
  line = without_ordinal(trim(line));
  if (line.empty()) return {};
  const char32_t last = last_char(line);
  if (!is_closing(last) && !is_bullet(last) && fold(last) != U'：') return line;
  line = trim(line.substr(0, before(line, line.size())));
  const char32_t first = first_char(line);
  if (is_opening(first)) line.remove_prefix(line.size() > 3 ? (first < 0x80 ? 1 : 3) : 0);
  return line;
}

bool may_end_notice_heading(char32_t last, const Rules& rules) {
  return may_end_heading(last, rules.tables().compiled<NoticeWords>()) || is_around_heading(last);
}

bool is_notice_heading(std::string_view line, const Rules& rules) {
  if (!may_end_notice_heading(last_char(line), rules)) return false;
  const NoticeWords& words = rules.tables().compiled<NoticeWords>();
  line = bare_heading(line);
  if (!may_end_heading(last_char(line), words)) return false;
  const bool whole = words.lines_end.contains(last_char(line)) || words.lines_end.contains(fold(last_char(line)));
  if (!whole && words.acts.find(line) == 0 && is_tight(line)) return false;  // most lines, which need no copy
  if (has_mark(line)) return false;
  const std::string key = without_brackets(without_spaces(line));
  if (words.lines.contains(key) || calls_for(key, words)) return true;
  const std::size_t act = words.acts.find(key);
  if (act == 0) return false;
  std::string_view stem = std::string_view(key).substr(0, key.size() - act);
  if (words.goes_on.find(stem)) return false;
  if (is_about(key, stem, words)) return true;
  // A long topic is one wherever it stands: 环境影响评价第二次信息公示.
  const bool announces = words.announces(std::string_view(key).substr(key.size() - act));
  if (announces && words.holds_topic(stem, kLongTopic) && !words.holds_news(stem)) return true;
  const bool topic = strip_topics(stem, words);
  if (!topic && !announces) return false;
  return is_heading_subject(stem, topic, words, rules);
}

bool may_be_notice_heading(std::string_view line, const Rules& rules) {
  constexpr std::size_t kShortestTopics = 12;  // bytes of a line that is topics alone
  const NoticeWords& words = rules.tables().compiled<NoticeWords>();
  line = bare_heading(line);
  if (line.empty() || has_mark(line)) return false;
  const std::string key = without_spaces(line);
  std::string_view stem = key;
  if (const std::size_t act = words.acts.find(key); act > 0 && words.may_announce(stem.substr(key.size() - act))) {
    stem.remove_suffix(act);
    return !stem.empty() && !words.goes_on.find(stem) && !words.holds_news(stem);
  }
  return key.size() >= kShortestTopics && strip_topics(stem, words) && stem.empty();
}

bool is_topic_heading(std::string_view line, const Rules& rules) {
  const std::string key = without_spaces(bare_heading(line));
  std::string_view stem = key;
  return strip_topics(stem, rules.tables().compiled<NoticeWords>()) && stem.empty();
}

bool announces_matter(std::string_view line, const Rules& rules) {
  const NoticeWords& words = rules.tables().compiled<NoticeWords>();
  const std::string whole = without_spaces(bare_heading(line));
  const std::string_view key = words.behind_firm(whole);
  const std::size_t act = words.acts.find(key);
  return act > 0 && words.begins_about(key) && words.may_announce(key.substr(key.size() - act));
}

bool is_notice_row(std::string_view line, const Rules& rules) {
  return rules.tables().compiled<NoticeWords>().is_labelled(line) || is_table_line(line, rules);
}

bool is_notice_text(std::string_view paragraph, const Rules& rules) {
  return begins_with_heading(paragraph, rules) || holds_cue(paragraph, rules.tables().compiled<Cues>(), rules, [](std::size_t) { return true; });
}

bool is_notice_text(std::string_view paragraph, const TextSigns& signs, const Rules& rules) {
  if (begins_with_heading(paragraph, rules)) return true;
  const Cues& cues = rules.tables().compiled<Cues>();
  const NeedsIndex::Met met = cues.needs.met_by(signs);
  return !cues.needs.has_none(met) && holds_cue(paragraph, cues, rules, [&](std::size_t number) { return NeedsIndex::has(met, number); });
}

}  // namespace jianbao
