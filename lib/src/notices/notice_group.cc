#include "notices/notice_group.h"

#include <algorithm>
#include <optional>
#include <string>

#include "clean/torn_line.h"
#include "fields/dates.h"
#include "names/organisations.h"
#include "names/persons.h"
#include "notice_signs/notice_item_words.h"
#include "notice_signs/notice_kind.h"
#include "notice_signs/notice_lines.h"
#include "notice_signs/notice_rows.h"
#include "notice_signs/notice_words.h"
#include "notice_signs/phones.h"
#include "notices/notice_addressees.h"
#include "notices/notice_courts.h"
#include "notices/notice_parties.h"
#include "notices/notice_party_at.h"
#include "notices/notice_party_words.h"
#include "notices/notice_reading.h"
#include "notices/notice_run_in.h"
#include "notices/notice_settle.h"
#include "notices/notice_tail.h"
#include "tables/lexicon.h"
#include "text/chars.h"

namespace jianbao {
namespace {

constexpr std::size_t kLongestHeading = 40;  // characters of a line that gather took for a heading
constexpr std::string_view kStop = "。";
constexpr double kClear = 7;                 // weight from which a text alone says what it is
constexpr double kAgreed = 5;                // the same of a text under a heading that says so, too

bool may_come_from_court(std::string_view kind) { return is_court_kind(kind) || kind == "liquidator_tender"; }

class Grouper {
 public:
  Grouper(const Article& article, const Rules& rules, std::deque<std::string>& titles)
      : article_(article), rules_(rules), titles_(titles), words_(rules.tables().compiled<NoticeWords>()), kinds_(rules.tables().compiled<KindTable>()) {}

  std::vector<NoticeGroup> run() {
    for (std::size_t i = 0; i < article_.blocks.size(); ++i) {
      if (const std::size_t last = last_of_vertical(i); last > i) {
        heading(titles_.emplace_back(joined(i, last)));
        i = last;
        continue;
      }
      const std::string_view text = article_.view(article_.blocks[i]);
      if (trim(text).empty()) continue;
      block_ = i;
      if (is_stopped_heading(text))
        heading(without_stop(text));
      else if (is_heading(article_.blocks[i], text))
        heading(text);
      else
        body(i, text);
    }
    close();
    settle(groups_, rules_);
    return std::move(groups_);
  }

 private:
  std::string joined(std::size_t first, std::size_t last) const {
    std::string text;
    for (std::size_t i = first; i <= last; ++i) text += trim(article_.view(article_.blocks[i]));
    return text;
  }

  /// 遗⏎失⏎声⏎明: the last of the lines of one character each that make up a heading set vertically; `first` where they make up none.
  std::size_t last_of_vertical(std::size_t first) const {
    std::size_t end = first;
    while (end < article_.blocks.size() && is_han_alone(trim(article_.view(article_.blocks[end])))) ++end;
    return end > first + 1 && is_notice_heading(joined(first, end - 1), rules_) ? end - 1 : first;
  }

  static bool is_han_alone(std::string_view text) { return is_han(first_char(text)) && count_chars(text) == 1; }

  bool is_heading(const Block& block, std::string_view text) const {
    if (is_closing_line(text)) return block.kind != BlockKind::paragraph && block.kind != BlockKind::item && (open_.pieces.empty() || is_closed() || signed_);
    if (is_notice_heading(text, rules_) || words_.is_banner(text) || stands_over_notices(text)) return true;
    if (block.label || loses_below(trim(text))) return false;  // 三、招标人：…
    if (breaks_off_above(trim(text))) return false;
    if (words_.is_damaged_heading(text) || is_next_court(text)) return true;
    if (may_be_notice_heading(text, rules_) && (open_.pieces.empty() || is_complete())) return true;
    if (!open_.pieces.empty() && is_complete() && is_bare(text) && (words_.topics.find(without_spaces(trim(text))) || names_other_kind(text))) return true;  // 某中学食堂经营权招标
    if (is_bare(text) && (open_.pieces.empty() ? !pending_.empty() : signed_ || is_closed())) return true;
    if (block.kind != BlockKind::title && block.kind != BlockKind::heading && block.kind != BlockKind::kicker) return false;
    if (count_chars(text) > kLongestHeading || is_stop(last_char(trim(text)))) return false;
    if (is_notice_text(text, rules_)) return false;
    return !read_signature(text, rules_) || open_.pieces.empty();
  }

  /// 甲公司开户许⏎可证丢失，声明作废。: a name and no mark, which only with the next lines says what was lost; those name nobody.
  bool loses_below(std::string_view text) const {
    constexpr std::size_t kLines = 4, kLongest = 30;  // characters of one
    if (bullet_length(text) > 0 || !holds_names_only(text) || count_chars(text) > kLongest || names_court(text, rules_) || read_subject(text, rules_).empty()) return false;
    std::string joined(text);
    for (std::size_t next = block_ + 1; next < article_.blocks.size() && next <= block_ + kLines; ++next) {
      const std::string_view below = trim(article_.view(article_.blocks[next]));
      if (has_bullet(below) || is_notice_heading(below, rules_) || may_be_notice_heading(below, rules_) || read_signature(below, rules_)) return false;
      if (next == block_ + 1 && (!is_han(first_char(below)) || (!read_subject(below, rules_).empty() && !parts_word(text, below)))) return false;
      const std::size_t stop = below.find(kStop);
      joined += below.substr(0, stop);
      if (stop != std::string_view::npos) return is_loss(joined + std::string(kStop));
    }
    return false;
  }

  /// Han, and the mark of a list between them: 张三、李四不慎遗.
  static bool holds_names_only(std::string_view text) {
    for (std::size_t at = 0; at < text.size();)
      if (const char32_t c = next_char(text, at); !is_han(c) && c != U'、') return false;
    return true;
  }

  /// 武汉晴川生物医药股份有限公⏎司经股东会决议…: the first line of a notice under its heading, which a column's end parted.
  bool breaks_off_above(std::string_view text) const {
    constexpr std::size_t kLongest = 40;  // characters; what is longer is no heading
    if (pending_.empty() || !open_.pieces.empty() || block_ + 1 >= article_.blocks.size() || count_chars(text) > kLongest) return false;
    const Block& next = article_.blocks[block_ + 1];
    const std::string_view below = trim(article_.view(next));
    if (next.label || has_bullet(below) || is_notice_heading(below, rules_) || may_be_notice_heading(below, rules_)) return false;
    return goes_on_within(text, below);
  }

  /// The end of a text and the begin of the next stand in one word, in one list of names, or in one pair of brackets.
  static bool goes_on_within(std::string_view last, std::string_view text) {
    if (bracket_torn(last, text)) return true;
    if (!is_han(last_char(last)) || !is_han(first_char(text))) return false;
    return parts_word(last, text) || ends_in_surname(last);
  }

  /// 张大勇、李: one character behind the mark of a list.
  static bool ends_in_surname(std::string_view text) {
    std::size_t at = before(text, text.size());
    return at > 0 && fold(char_at(text, before(text, at))) == U'、';
  }

  /// 规划批后公布 below a notice of another kind: no word for the act that is known, but what it is about.
  bool names_other_kind(std::string_view text) const {
    const std::size_t kind = kind_of_title(text).kind;
    if (kind == KindTable::kNone || open_.title.empty()) return false;
    const std::size_t open = kind_of_title(open_.title).kind;
    return open != KindTable::kNone && open != kind && kind_of({}, open_.pieces.front().text, kinds_).kind == open;
  }

  /// A few words without a mark, that sign nothing and lead to nothing: where no notice is open they stand over the next.
  bool is_bare(std::string_view text) const {
    constexpr std::size_t kLongestBare = 20;  // characters
    if (bullet_length(text) > 0 || count_chars(text) > kLongestBare) return false;
    for (std::size_t at = 0; at < text.size();)
      if (const char32_t c = next_char(text, at); !is_han(c) && c != U'、' && c != U'·') return false;
    if (words_.continues(text) || read_signature(text, rules_) || words_.is_contact_line(text) || words_.is_column_line(text) || is_notice_text(text, rules_)) return false;
    return kind_of_text(text).weight < kClear || read_subject(text, rules_).empty();  // 甲公司不慎遗失开户许可: the line goes on below
  }

  /// A court alone on its line: between marks (■ 云溪区人民法院 ■), or where no notice is left that it could sign.
  bool stands_over_notices(std::string_view text) const {
    const std::string_view name = without_marks(text);
    if (!is_organisation(name, rules_) || !names_court(name, rules_)) return false;
    const bool marked = name.size() < trim(text).size() && bullet_length(text) > 0;
    return marked || open_.pieces.empty() || has_signatory();  // two courts do not sign one notice
  }

  /// Without bullets and spaces at both ends.
  static std::string_view without_marks(std::string_view text) {
    text = trim(text.substr(std::min(bullet_length(text), text.size())));
    while (!text.empty() && bullet_length(text.substr(before(text, text.size()))) > 0) text = text.substr(0, before(text, text.size()));
    return text;
  }

  /// The name of a court alone heads the open notice and those beside it.
  bool is_under_court() const { return open_.section == court_section_ && open_.court == court_ && is_organisation(court_, rules_); }

  /// In a column of courts: the name of another court than the one over the open notice.
  bool is_next_court(std::string_view text) const {
    const std::string_view bare = trim(text);
    if (open_.pieces.empty() || signed_) return false;
    if (is_under_court() && bare != court_ && is_organisation(bare, rules_) && names_court(bare, rules_)) return true;
    if (open_.title.empty() || open_.title.find(bare) != std::string_view::npos) return false;
    const std::size_t kind = kind_of_title(bare).kind;
    if (!is_organisation(bare, rules_) || kind == KindTable::kNone || kind != kind_of_title(open_.title).kind) return false;
    const auto court = read_court(open_.title, {}, {}, rules_);
    return !court.empty() && !bare.ends_with(court);  // 劳动人事争议仲裁委员会公告 is no other one's: who has this name signs
  }

  /// 特此公告 and the like end a notice although they look like a heading.
  bool is_closing_line(std::string_view text) const { return words_.closes_wide(text.substr(bullet_length(text))); }

  void heading(std::string_view text) {
    close();
    ++section_;
    story_ = false;
    const std::string_view bare = without_marks(text);
    pending_.push_back(bare);
    if (!read_court(bare, {}, {}, rules_).empty()) court_ = bare, court_section_ = section_;
    shared_ = {};
  }

  /// 核心提示：…, 本报讯…: news among notices, which no line of another type parts from them.
  bool begins_story(std::string_view text) const { return words_.begins_story(text); }

  /// What stands before the next heading is no notice, nor is the title right above.
  void story() {
    if (open_.pieces.size() == 1 && !is_complete() && !signed_) open_ = {};
    close();
    story_ = true;
  }

  /// 2025年4月10日　电话：…: bytes of the day below who signs, where how to reach him stands on the same line.
  std::size_t day_before_contact(std::string_view text) const {
    if (open_.pieces.empty() || !signed_ || has_date()) return 0;
    const auto date = parse_date(text);
    return date && date->begin == 0 && words_.is_contact_line(trim(text.substr(date->end))) ? date->end : 0;
  }

  void body(std::size_t block, std::string_view text) {
    block_ = block;
    if (const std::size_t day = day_before_contact(text)) {
      piece(block, text.substr(0, day), false, false);
      text.remove_prefix(day);
    }
    const bool numbered = article_.blocks[block].label.has_value();
    const bool counted = numbered && begins_numbered(text.substr(article_.blocks[block].label->length));
    if (counted) {
      text.remove_prefix(article_.blocks[block].label->length);
      close();
    }
    const bool ad = begins_ad(text);
    const bool item = !numbered && (article_.blocks[block].kind == BlockKind::item || has_bullet(text) || ad);
    std::vector<std::size_t> starts = notice_starts(text, rules_);
    starts.insert(starts.begin(), 0);
    for (std::size_t i = 0; i < starts.size(); ++i) {
      const std::size_t end = i + 1 < starts.size() ? starts[i + 1] : text.size();
      std::string_view part = text.substr(starts[i], end - starts[i]);
      if (i == 0 && starts.size() > 1 && is_stopped_heading(part)) {
        heading(without_stop(part));
        continue;
      }
      if (i > 0 && end == text.size() && is_notice_heading(trim(part), rules_)) {  // …电话：13900000000减资公告: of the next notice
        heading(trim(part));
        continue;
      }
      const std::size_t count = starts.size() > 1 ? count_mark(trim(part)) : 0;  // ①李四学生证；②…: notices that are counted
      const bool circled = count > 0;
      if (circled) part = trim(part).substr(count);
      const bool torn = i == 0 && !circled && !ad && !has_bullet(text) && is_torn(trim(text));
      piece(block, part, !torn && (item || i > 0 || circled), torn || (numbered && i == 0 && !circled));
      if (i > 0) continue;
      open_.counted |= counted;
      const std::string_view bare = trim(text).substr(bullet_length(trim(text)));
      if (ad) open_.topic = bare.substr(0, ad_topic(bare, true));
    }
  }

  /// 遗失声明。: a heading whose next line begins with a bullet that was read as a stop, which cleaning puts behind the heading.
  bool is_stopped_heading(std::string_view text) const {
    if (!is_stop(last_char(text)) || !(open_.pieces.empty() || is_complete())) return false;
    const std::string_view bare = without_stop(text);
    return is_notice_heading(bare, rules_) && kind_of_title(bare).kind != KindTable::kNone && !is_closing_line(bare);
  }

  static std::string_view without_stop(std::string_view text) { return trim(text.substr(0, before(text, text.size()))); }

  static bool is_circled(char32_t c) { return c >= 0x2460 && c <= 0x2473; }

  /// Numbers count notices under a heading of losses (1.张三遗失…); elsewhere they count the clauses and lots of one.
  bool begins_numbered(std::string_view text) const {
    const std::string_view title = pending_.empty() ? shared_ : pending_.back();
    const std::size_t kind = kind_of_title(title).kind;
    const bool losses = kind != KindTable::kNone && kinds_.kinds[kind].starts_with("lost_");
    if (is_loss(text) || (begins_with_person(text) && ends_in_loss())) return true;
    if (losses) return !read_subject(text, rules_).empty();
    if (voids_deed(text, title)) return true;
    if (!read_addressees(text, rules_).empty() && is_notice_text(text, rules_)) return true;
    if (kind != KindTable::kNone && declares(kind) && declares_new(text)) return true;
    return !open_.pieces.empty() && article_.blocks[open_.pieces.front().block].label && begins_new(text);
  }

  /// 2.李四遗失湘（2018）…号不动产权证书，…: under its heading the registry tells of one owner's deed, or says all that is to be said of
  /// it; rows of deeds that a line leads to (下列…：) say nothing of their own.
  bool voids_deed(std::string_view text, std::string_view title) const {
    const std::size_t heading = kind_of_title(title).kind;
    if (heading == KindTable::kNone || kinds_.kinds[heading] != kRegistry) return false;
    const auto leads = [&](const NoticePiece& p) { return fold(last_char(p.text)) == U'：' || party_words(rules_).followings.any_in(p.text); };
    if (std::any_of(open_.pieces.begin(), open_.pieces.end(), leads)) return false;
    return !read_subject(text, rules_).empty() || (kind_of_text(text).kind == heading && kind_of_text(text).weight >= kClear);
  }

  static constexpr std::string_view kRegistry = "void_registry_notice";
  static constexpr std::size_t kShortName = 6, kLongName = 9;  // bytes of a person's name
  bool begins_with_person(std::string_view text) const { return is_person(text.substr(0, kLongName), rules_) || is_person(text.substr(0, kShortName), rules_); }

  /// ①李四学生证；②…；③…，以上均声明作废: the last of those that are counted says what happened to the things of all.
  bool ends_in_loss() const {
    std::size_t last = block_;
    while (last + 1 < article_.blocks.size() && article_.blocks[last + 1].label) ++last;
    const std::size_t kind = kind_of({}, article_.view(article_.blocks[last]), kinds_).kind;
    return kind != KindTable::kNone && kinds_.kinds[kind].starts_with("lost_") && is_circled(first_char(trim(article_.view(article_.blocks[block_]))));
  }

  /// A kind of notice in which its first words say who dissolves, is renamed or reduces its capital.
  bool declares(std::size_t kind) const {
    return kinds_.parties[kind].starts_with("subject") && kinds_.items[kind].empty();
  }

  /// 2.某合作社经成员大会决议解散，…: an organisation of its own that says what such notices say.
  bool declares_new(std::string_view text) const {
    const KindScore mine = kind_of_text(text);
    if (mine.weight < kClear || !declares(mine.kind) || !is_stop(last_char(trim(text)))) return false;
    const auto subject = read_subject(text, rules_);
    return !subject.empty() && subject.front().organization && !any_named(subject);
  }

  /// 湘L12345号车行驶证遗失，声明作废。: says all that a notice of loss must say.
  bool is_loss(std::string_view text) const {
    const std::size_t kind = kind_of({}, text, kinds_).kind;
    return kind != KindTable::kNone && kinds_.kinds[kind].starts_with("lost_") && is_notice_text(text, rules_);
  }

  /// 2024年5月6日，李四遗失学生证，…: a loss with its day before it, no row that is counted.
  bool begins_dated_loss(std::string_view text) const {
    const auto date = parse_date(text);
    return date && date->begin == 0 && is_loss(text);
  }

  /// Bytes of what a small ad is about before its text: 【出租】, 求租 or 求租： where `bare`; 0 where none stands there.
  std::size_t ad_topic(std::string_view text, bool bare) const {
    constexpr std::size_t kMost = 6;  // characters
    std::size_t at = 0;
    const bool boxed = !text.empty() && fold(first_char(text)) == U'【';
    if (boxed) next_char(text, at);
    if (!boxed && !bare) return 0;
    const std::size_t begin = at;
    while (at < text.size() && is_han(char_at(text, at))) next_char(text, at);
    if (at == begin || at >= text.size() || count_chars(text.substr(begin, at - begin)) > kMost) return 0;
    const std::string_view topic = text.substr(begin, at - begin);
    const char32_t mark = fold(next_char(text, at));
    if (boxed ? mark != U'】' : mark != U'：' && !is_space(mark)) return 0;
    const std::size_t kind = kind_of_heading(topic, kinds_).kind;
    const bool known = kind != KindTable::kNone && (boxed || kinds_.kinds[kind] == "classified");
    if (!known && !boxed && !is_small_ad(text, rules_)) return 0;  // 疏通　管道疏通，…: says so itself
    return (known || !boxed) && !trim(text.substr(at)).empty() ? at : 0;
  }

  /// A line or two that end with the telephone to call.
  bool is_ad(std::string_view text) const {
    return count_chars(text) <= kLongestAd && ends_with_phone(text, rules_);
  }

  /// Under no heading, that of a column or one of small ads.
  bool in_ad_column() const {
    if (open_.title.empty() || words_.is_banner(open_.title)) return true;
    const std::size_t kind = kind_of_title(open_.title).kind;
    return kind != KindTable::kNone && kinds_.kinds[kind] == "classified";
  }

  /// The next of several small ads; without brackets a topic begins one only behind another that began so.
  bool begins_ad(std::string_view text) const {
    text = trim(text);
    if (has_bullet(text)) return ad_topic(text.substr(bullet_length(text)), true) > 0;
    const bool among = open_.pieces.empty() || ad_topic(open_.pieces.front().text, true) > 0;
    return ad_topic(text, among) > 0;
  }

  static bool has_bullet(std::string_view text) {
    const std::string_view bare = trim(text);
    return bullet_length(bare) > 0 && first_char(bare) != '-' && first_char(bare) != '*';
  }

  void piece(std::size_t block, std::string_view text, bool item, bool numbered) {
    text = trim(text);
    std::string_view bare = text.substr(bullet_length(text));
    bare.remove_prefix(misread_bullet(bare));
    if (bare.empty()) return;
    column_ = words_.is_column_line(bare) || (column_ && words_.is_contact_line(bare));  // and the column's address behind it
    if (column_) return;
    if (begins_story(bare)) story();
    if (story_) return;
    if (in_loss_rows_ && words_.continues(bare)) return;  // 以上证件作废: said of all of them
    const bool row = in_table(bare);
    const bool listed = !open_.pieces.empty() && goes_on_list(bare), loss = is_loss_row(bare);
    const bool torn = !in_torn_loss_ && loses_below(bare);
    const auto signature = row || listed || loss || torn || in_torn_loss_ ? std::nullopt : read_signature(bare, rules_);
    if (open_.pieces.empty() || !(numbered || row || in_torn_loss_ || (!(torn && is_complete()) && continues(bare, signature, item)))) {
      if (!signature && is_stray(bare)) return;
      close();
      open_.title = title_for(bare);
      open_.court = court_;
      open_.section = section_;
    }
    if (!row && !listed && (signature || is_signed(bare, rules_))) signed_ = true;
    in_loss_rows_ = loss;
    in_torn_loss_ = torn || (in_torn_loss_ && bare.find(kStop) == std::string_view::npos);
    open_.pieces.push_back({block, bare, signature});
    if (!row) columns_ = header_columns(bare, rules_);
  }

  /// Behind a notice and under no heading of its own: a sign of a picture, or what OCR made of one. It announces nothing.
  bool is_stray(std::string_view text) const {
    const bool behind = !open_.pieces.empty() || !groups_.empty();
    return behind && pending_.empty() && fold(last_char(text)) != U'：' && !says_anything(text);
  }

  /// A word stands in it, or a number.
  static bool says_anything(std::string_view text) {
    constexpr int kLeastNumber = 6;  // digits and letters
    constexpr std::size_t kBegin = 20 * 3;  // bytes, which mostly say something: nothing else is read then
    if (text.size() > kBegin && says_anything(text.substr(0, before(text, kBegin)))) return true;
    int number = 0;
    const std::string plain = simplified(text);  // as the words of the list are written
    for (std::size_t at = 0; at < plain.size();) {
      if (longest_word_at(plain, at)) return true;
      const char32_t c = next_char(plain, at);
      number += is_digit(c) || is_letter(c);
    }
    return number >= kLeastNumber;
  }

  /// Bytes of what OCR made of the bullet before a loser: 人甲公司遗失…, e李四遗失…. Nobody's name begins so.
  std::size_t misread_bullet(std::string_view text) const {
    constexpr std::size_t kReach = 180, kMostLetters = 3;  // bytes
    std::size_t behind = 0;
    while (behind < kMostLetters && behind < text.size() && is_ascii_lower(text[behind])) ++behind;
    if (behind == 0 && !text.empty() && is_ascii_upper(text.front())) behind = 1;  // Q甲公司
    const bool letters = behind > 0;
    if (!letters && !text.empty()) next_char(text, behind);
    const std::string_view rest = text.substr(behind);
    const bool known = words_.bullet_readings.contains(std::string(text.substr(0, behind)));
    if (!is_han(first_char(rest)) || (!letters && !known && !is_han(first_char(text)))) return 0;
    if (!party_words(rules_).losses.any_in(text.substr(0, std::min(kReach, text.size())))) return 0;
    if (!letters && longest_word_at(text, 0, kGoodWord).at.size() > behind) return 0;
    const bool place = names_place_elsewhere(rest);
    if (!known && !letters && !place) return 0;
    const auto named = read_subject(rest, rules_);
    if (named.empty()) return 0;
    if (known || (letters && !named.front().organization)) return behind;
    return named.front().organization && place ? behind : 0;
  }

  static bool is_ascii_lower(char c) { return c >= 'a' && c <= 'z'; }
  static bool is_ascii_upper(char c) { return c >= 'A' && c <= 'Z'; }

  /// The text begins with a place that stands elsewhere in the article without the character before it: 急|云台市… among 云台市….
  bool names_place_elsewhere(std::string_view text) const {
    constexpr std::u32string_view kPlaces = U"省市县区州旗镇乡";
    std::size_t at = 0;
    for (std::size_t n = 1; n <= 4 && at < text.size(); ++n) {
      const char32_t c = next_char(text, at);
      if (n < 3 || kPlaces.find(c) == std::u32string_view::npos) continue;
      const std::string_view place = text.substr(0, at), all = article_.text;
      for (std::size_t found = all.find(place); found != std::string_view::npos; found = all.find(place, found + place.size()))
        if (found == 0 || !is_han(char_at(all, before(all, found)))) return true;
    }
    return false;
  }

  /// A row of as many cells as the header has right above it, or above rows of the kind: 某公司　云借2020第001号　李四　1000000.00.
  bool is_row_below_header(std::string_view text) const {
    constexpr std::size_t kLeast = 3;  // cells
    if (columns_ == 0 || !has_digits(text)) return false;
    const std::size_t cells = cells_of(text).size();
    return cells >= kLeast && cells + 1 >= columns_ && cells <= columns_;
  }

  /// A row below the header of a table, counted or not: 2　某公司　…. What it ends with signs nothing.
  bool in_table(std::string_view text) const {
    if (is_row_below_header(text)) return true;
    return is_counted_row(text) && std::any_of(open_.pieces.begin(), open_.pieces.end(), [&](const NoticePiece& p) { return header_columns(p.text, rules_) > 0; });
  }

  /// Whether a piece goes on with the open notice.
  bool continues(std::string_view text, const std::optional<Signature>& signature, bool item) const {
    if (signature) return !(signed_ && !signature->names.empty() && signature->date && has_date());
    if (goes_on_labelled(text) || goes_on_with_name(text)) return true;
    if (item) return false;
    if (header_columns(text, rules_) > 0) return true;
    if (is_complete() && stands_over_case(text)) return false;
    if (is_loss_row(text)) return false;
    if (fold(last_char(open_.pieces.back().text)) == U'：') return true;  // 各位股东：
    if (goes_on_list(text)) return true;
    if (open_.pieces.size() == 1 && behind_case(open_.pieces.front().text).empty()) return true;  // （2024）湘0399民初87号 over the addressees
    if (open_.pieces.size() == 1 && is_note(open_.pieces.front())) return true;
    if (is_closing_line(text) || words_.is_contact_line(text)) return true;
    if (run_in_heading(text, rules_)) return false;
    if (signed_ && !has_date() && words_.is_labelled(text)) return true;  // 某支行, 机构编码：…: what looks like a signature heads a list
    if (signed_ || begins_new(text) || is_other_case(text) || is_other_matter(text) || (is_complete() && begins_with_court(text)) || (is_closed() && (begins_dated_loss(text) || !is_counted_or_labelled(text)))) return false;
    if (open_.pieces.size() == 1 && in_ad_column() && is_ad(open_.pieces.front().text) && is_ad(text)) return false;
    return !waits_for(text);
  }

  /// （2024年5月6日某县人大常委会会议通过）: brackets between a heading and its text.
  static bool is_note(const NoticePiece& piece) {
    return !piece.signature && fold(first_char(piece.text)) == U'（' && fold(last_char(piece.text)) == U'）';
  }

  /// 某公司城关营业部⏎自2003年9月8日起迁至…: a name alone can be no notice; what stands before no name goes on with it.
  bool goes_on_with_name(std::string_view text) const {
    return open_.pieces.size() == 1 && is_organisation(open_.pieces.front().text, rules_) && !names_court(open_.pieces.front().text, rules_) &&
           party_words(rules_).cuts_at(text, 0) && read_subject(text, rules_).empty();
  }

  /// …核准号J5632，⏎开户行：某支行，声明作废。…: what a label says of the thing, behind a comma.
  bool goes_on_labelled(std::string_view text) const {
    if (fold(last_char(open_.pieces.back().text)) != U'，') return false;
    const PrefixIndex& numbers = rules_.tables().compiled<ItemWords>().numbers;
    const std::size_t label = numbers.find(text).bytes;
    return words_.is_labelled(text) || (label > 0 && label < text.size() && fold(char_at(text, label)) == U'：');
  }

  /// （2024）湘0399民初87号 alone on its line, over what it counts; what a court signs behind it ends the notice before.
  bool stands_over_case(std::string_view text) const {
    if (!behind_case(text).empty()) return false;
    for (std::size_t next = block_ + 1; next < article_.blocks.size(); ++next) {
      const std::string_view below = trim(article_.view(article_.blocks[next]));
      if (!below.empty()) return !read_signature(below, rules_);
    }
    return false;
  }

  /// 李四　学生证　某学院　20220317: one of several lines below a heading of losses, each with a loser and what was lost.
  bool is_loss_row(std::string_view text) const {
    const std::size_t kind = kind_of_title(pending_.empty() ? shared_ : pending_.back()).kind;
    if (kind == KindTable::kNone || !kinds_.kinds[kind].starts_with("lost_")) return false;
    const Cells cells = cells_of(text);
    if (cells.size() < 3) return false;
    if (is_person(cells.front(), rules_) || is_organisation(cells.front(), rules_)) return true;
    const bool below = !open_.pieces.empty() && cells_of(open_.pieces.back().text).size() == cells.size();
    return below && is_short_han(cells.front());  // among such rows, whatever the surname
  }

  static bool is_short_han(std::string_view text) {
    constexpr std::size_t kLeast = 2, kMost = 4;  // characters of a person's name
    const std::size_t n = count_chars(text);
    return n >= kLeast && n <= kMost && skip_han(text, 0, text.size()) == text.size();
  }

  /// 某协会　法定代表人：…: the next line of a list that the notice leads to, made as the one before.
  bool goes_on_list(std::string_view text) const {
    if (open_.pieces.size() < 2 || fold(last_char(open_.pieces.front().text)) != U'：') return false;
    const Cells last = cells_of(open_.pieces.back().text), cells = cells_of(text);
    if (cells.size() < 3 || cells.size() != last.size() || !is_organisation(cells.front(), rules_)) return false;
    for (std::size_t i = 1; i < cells.size(); ++i)
      if (cells[i].substr(0, cells[i].find("：")) != last[i].substr(0, last[i].find("：")) && is_han(first_char(cells[i]))) return false;
    return true;
  }

  bool has_date() const {
    return std::any_of(open_.pieces.begin(), open_.pieces.end(), [](const NoticePiece& p) { return p.signature && p.signature->date; });
  }

  /// A date alone signs nothing yet: the name may stand below it.
  bool has_signatory() const {
    return std::any_of(open_.pieces.begin(), open_.pieces.end(), [&](const NoticePiece& p) { return is_signatory(p) || is_signed(p.text, rules_); });
  }

  /// A sentence with a loser or addressees of its own, behind a notice that is complete.
  bool begins_new(std::string_view text) const {
    if (calls_somebody(text, rules_) || (!read_addressees(text, rules_).empty() && is_notice_text(text, rules_))) return true;
    const KindScore mine = kind_of_text(text);
    if (is_next_sought(text) || is_next_loss(text)) return true;
    if (mine.weight < kClear || (read_subject(text, rules_).empty() && !names_itself(text, rules_)) || !is_complete()) return false;
    return is_notice_text(text, rules_) || is_twin(text) || declares_likewise(text) || (!speaks_for(mine.kind) && !words_.is_labelled(text));  // 第二名：乙公司，投标报价：…
  }

  /// 甲学校本学期起搬到…, below 乙公司自5月1日起迁至…: a firm of its own that dissolves, moves or is renamed as another one does above.
  bool declares_likewise(std::string_view text) const {
    const KindScore mine = kind_of_text(text);
    if (words_.continues(text) || !declares(mine.kind) || mine.kind != kind_of({}, open_.pieces.front().text, kinds_).kind) return false;
    const auto subject = read_subject(text, rules_), other = read_subject(open_.pieces.front().text, rules_);
    return !subject.empty() && subject.front().organization && !other.empty() && other.front().organization && !any_named(subject);
  }

  /// The title of the open notice or one of its last pieces speaks for that kind.
  bool speaks_for(std::size_t kind) const {
    constexpr std::size_t kReach = 3;  // pieces
    const std::size_t first = open_.pieces.size() - std::min(kReach, open_.pieces.size());
    const bool titled = open_.pieces.size() > 1 && kind_of_title(open_.title).kind == kind;
    return titled || std::any_of(open_.pieces.begin() + static_cast<std::ptrdiff_t>(first), open_.pieces.end(), [&](const NoticePiece& p) { return kind_of({}, p.text, kinds_).kind == kind; });
  }

  /// A loss with a loser of its own behind a line that says what happened to whom, too, without a mark at its end.
  bool is_next_loss(std::string_view text) const {
    const std::string_view open = open_.pieces.front().text;
    if (open_.pieces.size() > 1 || !is_han(last_char(open)) || kind_of({}, open, kinds_).weight < kClear) return false;
    const KindScore mine = kind_of_text(text);
    const bool begun = words_.ends_with_closing(open) && mine.weight >= kClear && kinds_.kinds[mine.kind].starts_with("lost_");
    if (!begun && !is_loss(text)) return false;
    const auto subject = read_subject(text, rules_);
    if (subject.empty()) return begun && words_.ends_with_closing(text) && !words_.continues(text);  // 湘L12345号车行驶证遗失，声明作废
    return !any_named(subject) && !read_subject(open, rules_).empty();
  }

  /// Another person is sought, or another line is cut off: each paragraph says what, and how to reach whom or when.
  bool is_next_sought(std::string_view text) const {
    const std::string_view open = open_.pieces.front().text;
    const KindScore mine = kind_of_text(text);
    if (mine.weight < kClear || open_.pieces.size() > 1 || !is_complete() || mine.kind != kind_of({}, open, kinds_).kind) return false;
    const std::string& kind = kinds_.kinds[mine.kind];
    if (kind == "missing_person") return !find_phones(open, rules_).empty() && !find_phones(text, rules_).empty();
    return kind == "outage" && parse_date(open) && parse_date(text);
  }

  /// Of the same kind as the open notice, and each says by itself who speaks and ends with how to reach whom, or a date.
  bool is_twin(std::string_view text) const {
    const std::string_view open = open_.pieces.front().text;
    if (words_.continues(text)) return false;
    if (kind_of_text(text).kind != kind_of({}, open, kinds_).kind && !read_tail(open, rules_).signature.date) return false;
    if (!has_number_or_date(open_.pieces.back().text) || !(has_number_or_date(text) || leads_on(text))) return false;
    std::size_t end = 0;
    const auto mine = read_subject(text, rules_, &end), other = read_subject(open, rules_);
    if (words_.is_contact_line(text.substr(end))) return false;  // 甲银行联系人：…
    return !mine.empty() && mine.front().organization && !other.empty() && !any_named(mine);
  }

  /// …公开拍卖：1.…；: the rest of its list, and how to reach whom, stand below.
  static bool leads_on(std::string_view text) {
    const char32_t last = fold(last_char(text));
    return last == U'：' || last == U'；';
  }

  bool has_number_or_date(std::string_view text) const {
    return !find_phones(text, rules_).empty() || read_tail(text, rules_).signature.date;
  }

  /// Another case of the same court: it opens as their notices do, and nobody it concerns has been named before.
  bool is_other_case(std::string_view text) const {
    if (!is_complete() || !opens_court_notice(text, rules_)) return false;
    const KindScore mine = kind_of({}, text, kinds_), open = kind_of({}, open_.pieces.front().text, kinds_);
    if (mine.weight < kClear || open.weight < kClear || !may_come_from_court(kinds_.kinds[mine.kind]) || !may_come_from_court(kinds_.kinds[open.kind])) return false;
    const std::string tight = tighten(text);
    const auto parties = read_party_column(kinds_.parties[mine.kind], {Subject(tight, rules_), text, {}, {}}, rules_);
    return mine.kind != open.kind ? !any_named(parties) : !parties.empty() && !any_named(parties);
  }

  /// Another matter: a paragraph that speaks for a kind of its own, behind a notice that is complete. Under a heading of its own a
  /// notice has several paragraphs, under a banner or none it rarely has.
  bool is_other_matter(std::string_view text) const {
    constexpr double kLeast = 5, kLeastTitled = 14, kLeastNamed = 9;  // weight
    if (!is_complete() || words_.continues(text)) return false;
    const KindScore mine = kind_of_text(text);
    if (mine.weight < kLeast || mine.kind == kind_of({}, open_.pieces.back().text, kinds_).kind) return false;
    const KindScore heading = kind_of_title(open_.title);
    const bool titled = heading.kind != KindTable::kNone && !words_.is_banner(open_.title);
    const std::size_t open = titled ? heading.kind : kind_of({}, open_.pieces.front().text, kinds_).kind;
    if (mine.kind == open) return false;
    if (!titled || mine.weight >= kLeastTitled) return true;
    const auto subject = mine.weight >= kLeastNamed ? read_subject(text, rules_) : std::vector<Party>{};
    return !subject.empty() && !any_named(subject);
  }

  bool any_named(const std::vector<Party>& parties) const {
    return std::any_of(parties.begin(), parties.end(), [&](const Party& party) {
      return std::any_of(open_.pieces.begin(), open_.pieces.end(), [&](const NoticePiece& p) { return p.text.find(party.name) != std::string_view::npos; });
    });
  }

  /// 岷阳市江源区人民法院受理…: the court itself is the first word.
  bool begins_with_court(std::string_view text) const {
    const std::size_t end = organisation_end(text, 0, rules_);
    return end != std::string_view::npos && end < text.size() && names_court(text.substr(0, end), rules_);
  }

  /// The notice has said its last sentence: 特此公告。, 声明作废。
  bool is_closed() const {
    const std::string_view last = open_.pieces.back().text;
    return is_stop(last_char(last)) && words_.ends_with_closing(last);
  }

  /// 债务人：…, 1 李平 …: a row of a list that the notice announced.
  static bool is_counted_or_labelled(std::string_view text) {
    std::size_t at = 0;
    if (is_digit(char_at(text, 0))) return true;
    for (int n = 0; n < 8 && at < text.size(); ++n)
      if (fold(next_char(text, at)) == U'：') return true;
    return false;
  }

  bool is_complete() const {
    const std::string_view last = open_.pieces.back().text;
    const char32_t end = fold(last_char(last));
    if (end == U'：' || end == U'，' || end == U'、') return false;  // what it leads to belongs to it
    return is_stop(last_char(last)) || fold(last_char(last)) == U'；' || words_.ends_with_closing(last) || (last.size() > 60 && !breaks_off(last)) || ends_with_phone(last, rules_);
  }

  /// Ends inside of a sentence: neither in a number nor in a date nor in 声明作废 nor in a name, which signs.
  bool breaks_off(std::string_view text) const {
    if (!is_han(last_char(text)) || words_.ends_with_closing(text)) return false;
    if (const auto date = find_last_date(text); date && date->end == text.size()) return false;
    std::size_t begin = text.size();
    for (std::size_t at = begin; at > 0 && text.size() - at < 90; begin = at)  // bytes of a name
      if (at = before(text, at); is_stop(char_at(text, at)) || fold(char_at(text, at)) == U'，' || is_space(char_at(text, at)) || is_digit(char_at(text, at))) break;
    const std::string_view end = text.substr(begin);
    return !is_organisation(end, rules_) && !is_person(end, rules_);
  }

  /// The text goes on inside of the word, or of the list of numbers, that the open notice breaks off in: …遗失残疾|人证，声明作废。
  bool is_torn(std::string_view text) const {
    if (open_.pieces.empty() || signed_) return false;
    const std::string_view last = open_.pieces.back().text;
    if (fold(last_char(last)) == U'：') return is_digit(first_char(text)) && !article_.blocks[block_].label;
    if (is_digit(last_char(last))) return goes_on_in_number(last, text);
    if (open_.pieces.size() == 1 && goes_on_within(last, text) && last.find(kStop) == std::string_view::npos) return true;
    if (!is_han(last_char(last)) || !is_han(first_char(text)) || !breaks_off(last)) return false;
    if (is_closing_across(last, text)) return true;  // …，声明|作废。
    return parts_word(last, text);
  }

  /// …遗失残疾证，证号：00|9813，声明作废。: the rest of the number of what was lost, and nothing new before the loss is closed.
  bool goes_on_in_number(std::string_view last, std::string_view text) const {
    const bool lost = std::any_of(open_.pieces.begin(), open_.pieces.end(), [&](const NoticePiece& p) { return party_words(rules_).losses.any_in(p.text); });
    if (article_.blocks[block_].label || !lost || words_.ends_with_closing(last)) return false;
    std::size_t at = 0;
    while (at < text.size() && (is_digit(char_at(text, at)) || is_letter(char_at(text, at)))) next_char(text, at);
    if (at == 0 || at >= text.size() || fold(next_char(text, at)) != U'，') return false;
    const std::string_view rest = text.substr(at);
    const std::size_t end = rest.find("。");
    return words_.closes(rest.substr(0, end == std::string_view::npos ? end : end + std::string_view("。").size()));
  }

  /// The Han on both sides of a line's end, and where it is among them.
  struct Seam {
    std::string text;
    std::size_t middle;
    Seam(std::string_view last, std::string_view first) : text(last.substr(last.size() - std::min(kReach, last.size()))), middle(text.size()) {
      text += first.substr(0, std::min(kReach, first.size()));
    }
    static constexpr std::size_t kReach = 12;  // bytes of a word on either side
  };

  static bool parts_word(std::string_view last, std::string_view first) {
    const Seam seam(last, first);
    return static_cast<bool>(word_across(seam.text, {seam.middle, seam.middle}, kGoodWord));
  }

  /// A word that closes a notice stands on both sides of a line's end.
  bool is_closing_across(std::string_view last, std::string_view first) const {
    const Seam seam(last, first);
    const WordList& closings = party_words(rules_).closings;
    const std::string_view text = seam.text;
    for (std::size_t at = 0; at < seam.middle; next_char(text, at))
      if (const std::size_t length = closings.prefix_of(text.substr(at)); at + length > seam.middle) return true;
    return false;
  }

  /// A heading that still waits for its body and is of this text's kind.
  bool waits_for(std::string_view text) const {
    return std::any_of(pending_.begin(), pending_.end(), [&](std::string_view title) { return fits(title, text); });
  }

  bool fits(std::string_view title, std::string_view text) const {
    const std::size_t heading = kind_of_title(title).kind;
    if (heading == KindTable::kNone) return false;
    const KindScore& body = kind_of_text(text);
    return body.weight >= kAgreed && (heading == body.kind || is_form_of(kinds_.kinds[body.kind], kinds_.kinds[heading]));
  }

  /// 拍卖公告 over what a court sells: court_auction is an auction.
  static bool is_form_of(std::string_view kind, std::string_view heading) {
    return kind.size() > heading.size() && kind.ends_with(heading) && kind[kind.size() - heading.size() - 1] == '_';
  }

  /// The heading over a text: the last one read; of several that wait the one of its kind, else the first.
  std::string_view title_for(std::string_view text) {
    drop_banners(text);
    if (pending_.empty()) return is_foreign(text) ? std::string_view{} : shared_;
    auto chosen = pending_.begin();
    if (pending_.size() > 1) chosen = std::find_if(pending_.begin(), pending_.end(), [&](std::string_view title) { return fits(title, text); });
    if (chosen == pending_.end()) chosen = pending_.begin();
    shared_ = *chosen;
    pending_.erase(chosen);
    return shared_;
  }

  /// Under a shared heading, but of another kind by its own words.
  bool is_foreign(std::string_view text) const {
    const std::size_t heading = kind_of_title(shared_).kind;
    if (run_in_heading(text, rules_)) return true;
    if (heading == KindTable::kNone) return !words_.is_banner(shared_);
    const KindScore& body = kind_of_text(text);
    return body.weight >= kClear && body.kind != heading;
  }

  /// 公告启事 over 听证公告: of headings in a row those that name no kind are the column's. Where OCR put the headings of several notices
  /// before their texts, one that the text agrees with is its own: 遗失声明, 封闭施工通告, then 遗失…公章.
  void drop_banners(std::string_view text) {
    if (pending_.size() < 2) return;
    const std::string_view last = pending_.back();
    std::erase_if(pending_, [&](std::string_view title) {
      const std::size_t kind = kind_of_title(title).kind;
      return title.data() != last.data() && !(kind != kind_of_title(last).kind && fits(title, text)) &&
             (words_.is_banner(title) || kind == KindTable::kNone || kind == kind_of_title(last).kind);
    });
  }

  /// The last text that was weighed: several questions in a row are asked of each.
  struct Weighed {
    std::string_view text;
    KindScore score;
    bool is(std::string_view other) const { return text.data() == other.data() && text.size() == other.size(); }
  };

  /// What the words of a text speak for.
  const KindScore& kind_of_text(std::string_view text) const {
    if (!weighed_.is(text)) weighed_ = {text, kind_of({}, text, kinds_)};
    return weighed_.score;
  }

  /// The same of a heading, which may stand over many notices.
  const KindScore& kind_of_title(std::string_view title) const {
    if (!weighed_title_.is(title)) weighed_title_ = {title, kind_of_heading(title, kinds_)};
    return weighed_title_.score;
  }

  void close() {
    if (!open_.pieces.empty()) groups_.push_back(std::move(open_));
    open_ = {};
    columns_ = 0;
    signed_ = in_torn_loss_ = false;
  }

  const Article& article_;
  const Rules& rules_;
  std::deque<std::string>& titles_;
  const NoticeWords& words_;
  const KindTable& kinds_;
  std::vector<NoticeGroup> groups_;
  std::vector<std::string_view> pending_;  ///< headings without a body yet
  std::string_view shared_;                ///< the heading of the last notice, for those that follow under it
  std::string_view court_;                 ///< the last heading that names a court
  std::size_t court_section_ = 0;          ///< that it heads
  NoticeGroup open_;
  std::size_t block_ = 0;    ///< that is read
  std::size_t section_ = 0;  ///< headings so far
  std::size_t columns_ = 0;  ///< of the table whose header or row the last piece is
  bool signed_ = false, column_ = false, story_ = false, in_loss_rows_ = false, in_torn_loss_ = false;
  mutable Weighed weighed_, weighed_title_;
};

}  // namespace

std::vector<NoticeGroup> group_notices(const Article& article, const Rules& rules, std::deque<std::string>& titles) { return Grouper(article, rules, titles).run(); }

}  // namespace jianbao
