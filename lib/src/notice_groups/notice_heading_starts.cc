// Headings that run in behind a sentence, a telephone's number, or who signs the notice before.
#include <algorithm>

#include "fields/dates.h"
#include "names/organisations.h"
#include "notice_signs/notice_lines.h"
#include "notice_signs/notice_scan.h"
#include "notice_signs/notice_words.h"
#include "notice_parts/notice_courts.h"
#include "notice_parts/notice_party_at.h"
#include "notice_parts/notice_party_words.h"
#include "notice_groups/notice_start_walk.h"
#include "text/chars.h"

namespace jianbao {
namespace {

constexpr std::size_t kNone = StartWalk::kNone;

/// Where a heading begins that ran in behind another notice.
class HeadingStart {
 public:
  explicit HeadingStart(StartWalk& walk) : walk_(walk), text_(walk.text), rules_(walk.rules), signs_(walk.signs) {}

  bool headed(std::size_t colon, std::size_t end) {
    constexpr std::size_t kLongest = 90;  // bytes
    std::size_t begin = walk_.behind_mark(colon, U"。！");
    if (const std::size_t number = walk_.behind_phone(colon); number != kNone && (begin == kNone || begin < number)) begin = number;
    if (end >= text_.size()) return false;
    if (const std::size_t heading = heading_behind(begin, colon, kLongest); heading != kNone) return walk_.begin_at(heading), true;
    const std::size_t done = walk_.lost_seen ? walk_.behind_void(colon) : kNone;
    const std::size_t heading = done != kNone && tells_loss(done) ? heading_behind(done, colon, kLongest) : kNone;
    return heading != kNone && (walk_.begin_at(heading), true);
  }

  /// A heading run in behind a sentence or a telephone's number: 特此公告。减资公告 经股东会决议…, 电话：13900000000减资公告
  void act(std::size_t at, std::size_t end) {
    constexpr std::size_t kShortest = 6, kLongest = 45;  // bytes
    std::size_t begin = walk_.behind_mark(at, U"。！　");
    if (const std::size_t number = walk_.behind_phone(end); number != kNone && (begin == kNone || begin < number)) begin = number;
    if (const std::size_t gap = behind_gap(end); gap != kNone && (begin == kNone || begin < gap)) begin = gap;
    if (begin == kNone || end - begin <= kShortest) return;
    const char32_t next = fold(char_at(text_, end));
    if (next == U'。' || next == U'，' || signs_.told.prefix_of(text_.substr(skip_spaces(text_, end))) > 0) return;  // 现将清算事项公告如下, 征收土地预公告期为10日
    const std::size_t heading = behind_signatory(begin, end);
    if (heading > walk_.last() && end - heading <= kLongest && is_notice_heading(text_.substr(heading, end - heading), rules_)) walk_.begin_at(heading);
  }

 private:
  /// …申报债权，电话：13900000000 减资公告 甲公司…: where the Han begin that end at `end` and have a space on both sides, as OCR leaves of wide gaps; kNone
  /// where they have not. Several spaces part columns that OCR reads across.
  std::size_t behind_gap(std::size_t end) const {
    const std::size_t begin = han_begin(text_, end, walk_.last());
    if (begin <= walk_.last() || !is_space(char_at(text_, end)) || !opens(text_.substr(skip_one(end)))) return kNone;
    const std::size_t gap = before(text_, begin);
    return gap > 0 && is_space(char_at(text_, gap)) && !is_space(char_at(text_, before(text_, gap))) ? begin : kNone;
  }

  /// A notice may begin so: a name, 我公司…, 经…批准; 按照 清算公告 要求申报 goes on.
  bool opens(std::string_view text) const {
    const PartyWords& words = party_words(rules_);
    return is_han(first_char(text)) && (words.pronouns.prefix_of(text) > 0 || words.skips.prefix_of(text) > 0 || !read_at(text.substr(0, text.find("，")), rules_, nullptr).empty());
  }

  std::size_t skip_one(std::size_t at) const {
    next_char(text_, at);
    return at;
  }

  /// Where the heading begins that is all that stands between a place and the colon, or between them behind who signs; kNone where none does.
  std::size_t heading_behind(std::size_t begin, std::size_t colon, std::size_t longest) {
    if (begin == kNone || begin <= walk_.last() || begin >= colon || colon - begin > longest) return kNone;
    begin = behind_signatory(begin, colon);
    return stands_alone(text_.substr(begin, colon - begin)) ? begin : kNone;
  }

  /// 李四遗失学生证声明作废, up to `end`: who, what happened and to which thing. 公章遗失声明作废 may be a heading, or the begin of one.
  bool tells_loss(std::size_t end) const {
    std::string_view text = text_.substr(walk_.last(), end - walk_.last());
    text.remove_prefix(std::min(bullet_length(text), text.size()));
    const WordList& losses = party_words(rules_).losses;
    std::size_t act = kNone, behind = 0;
    losses.each_in(text, [&](std::size_t at, std::size_t number) {
      act = std::min(act, at);
      behind = std::max(behind, at + losses[number].size());
      return false;
    });
    if (act == kNone || !is_named(text.substr(0, act), rules_)) return false;
    std::string_view thing = text.substr(behind);
    for (std::size_t word; (word = signs_.void_words.suffix_of(thing)) > 0 || (word = signs_.closings.find(thing)) > 0;) thing.remove_suffix(word);
    return !thing.empty();
  }

  /// Behind the name that signs the notice before a heading, where one does; else `begin`.
  std::size_t behind_signatory(std::size_t begin, std::size_t end) {
    if (const std::size_t day = behind_signed_day(begin, end); day != kNone) return day;
    if (organisation_end(text_, walk_.last(), rules_) != kNone) return begin;  // each begins with its name: 云溪县人民法院公告　…
    std::size_t name = organisation_end(text_, begin, rules_);
    if (name == kNone || name >= end) name = before_act(begin, end);
    if (name == kNone || !stands_alone(text_.substr(name, end - name))) return begin;
    const bool court = names_court(text_.substr(begin, name - begin), rules_);  // 本院 is who it is in every line of theirs
    return walk_.signs_below() || begins_bare() || (!court && walk_.names_itself_before(begin)) ? name : begin;
  }

  /// …提出。甲有限公司2017年8月22日|股权转让公告: behind a name and its day, which sign nothing but the notice before; kNone where they do not stand there.
  std::size_t behind_signed_day(std::size_t begin, std::size_t end) const {
    const std::size_t name = organisation_end(text_, begin, rules_);
    const auto day = name != kNone && name < end ? parse_date(text_, skip_spaces(text_, name)) : std::nullopt;
    if (!day || day->end >= end) return kNone;
    const std::size_t heading = skip_spaces(text_, day->end);
    return stands_alone(text_.substr(heading, end - heading)) ? heading : kNone;
  }

  /// 停电：…, 减资公告　…: the notice that began last has a heading without a name, so that the next begins with its heading too.
  bool begins_bare() const {
    constexpr std::size_t kLongest = 45;  // bytes
    const std::string_view lead = clip(text_.substr(walk_.last()), kLongest);
    std::size_t end = bullet_length(lead);
    const std::size_t begin = end;
    while (end < lead.size() && fold(char_at(lead, end)) != U'：' && !is_space(char_at(lead, end))) next_char(lead, end);
    if (end >= lead.size()) return false;
    const std::string_view heading = lead.substr(begin, end - begin);
    return organisation_end(heading, 0, rules_) == kNone && is_notice_heading(heading, rules_);
  }

  /// Where a name ends that the last words of a heading follow at once: 丝绸厂|声明, 甲公司|更正.
  std::size_t before_act(std::size_t begin, std::size_t end) const {
    constexpr std::size_t kLongest = 8 * 3;  // bytes of those words
    for (std::size_t at = end; at > begin && end - at < kLongest;) {
      at = before(text_, at);
      if (is_notice_heading(text_.substr(at, end - at), rules_) && is_organisation(text_.substr(begin, at - begin), rules_)) return at;
    }
    return kNone;
  }

  /// A heading; 我行郑重提示： leads to the rest of a sentence.
  bool stands_alone(std::string_view heading) const {
    return !names_itself(heading, rules_) && is_notice_heading(trim(heading.substr(std::min(bullet_length(heading), heading.size()))), rules_);
  }

  StartWalk& walk_;
  const std::string_view text_;
  const Rules& rules_;
  const StartSigns& signs_;
};

}  // namespace

bool begin_headed(StartWalk& walk, std::size_t colon, std::size_t end) { return HeadingStart(walk).headed(colon, end); }
void begin_act(StartWalk& walk, std::size_t at, std::size_t end) { HeadingStart(walk).act(at, end); }

}  // namespace jianbao
