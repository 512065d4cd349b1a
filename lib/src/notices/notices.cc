// An article of notices to its records: blocks are grouped, each group gets its kind, its row of notices.tsv says what to read.
#include <algorithm>
#include <deque>
#include <optional>

#include "fields/dates.h"
#include "jianbao/records.h"
#include "names/organisations.h"
#include "names/persons.h"
#include "notice_signs/notice_item_words.h"
#include "notice_signs/notice_kind.h"
#include "notice_signs/notice_lines.h"
#include "notice_signs/notice_words.h"
#include "notice_signs/phones.h"
#include "notices/field_list.h"
#include "notice_parts/notice_addressees.h"
#include "notices/notice_cause.h"
#include "notices/notice_codes.h"
#include "notice_parts/notice_courts.h"
#include "notices/notice_deadline.h"
#include "notices/notice_fields.h"
#include "notice_groups/notice_group.h"
#include "notices/notice_item_details.h"
#include "notices/notice_items.h"
#include "notice_parts/notice_loser_names.h"
#include "notice_parts/notice_named_parties.h"
#include "notice_parts/notice_parties.h"
#include "notice_parts/notice_party_at.h"
#include "notice_parts/notice_party_names.h"
#include "notices/notice_party_roles.h"
#include "notice_parts/notice_party_words.h"
#include "notice_parts/notice_reading.h"
#include "notice_parts/notice_signature.h"
#include "notices/notice_outages.h"
#include "notices/notice_posts.h"
#include "notices/notice_reconcile.h"
#include "notices/notice_record.h"
#include "notices/notice_table.h"
#include "notices/notice_text.h"
#include "text/chars.h"

namespace jianbao {
namespace {

constexpr std::size_t kWholeDate = 10;  // characters of a day with its year
constexpr std::string_view kLetting = "property_transfer", kClassified = "classified", kArbitration = "arbitration_service", kTender = "liquidator_tender";
constexpr std::string_view kVoidLicences = "void_qualification", kStoppedLicences = "traffic_police", kVoidDeeds = "void_registry_notice", kRecruitment = "recruitment", kOther = "other";

class NoticeReader {
 public:
  NoticeReader(const Article& article, const NoticeGroup& group, const Rules& rules)
      : article_(article), group_(group), rules_(rules), kinds_(rules.tables().compiled<KindTable>()) {}

  Notice read() {
    notice_.article = article_.id;
    notice_.title = group_.title;
    join();
    text_.emplace(notice_.text, group_, rules_);
    if (text_->restored || has_mended_figure()) add_flag(notice_, "guessed");
    subject_.emplace(text_->tight, rules_);
    notice_.signatory = text_->signature.names;
    const std::optional<Date> day = text_->signature.date ? text_->signature.date : whole_date(text_->lead_line);
    if (day) notice_.date = completed(*day);
    choose_kind();
    read_items();
    const TextSigns signs(text_->body);
    read_own_fields(signs);
    read_own_parties();
    read_contacts(signs);
    if (notice_.title.empty() && group_.topic.empty()) notice_.title = run_in_title();
    return std::move(notice_);
  }

 private:
  /// 减资公告　甲公司…: the heading that ran in, where no other stands above; 遗失 alone tells what happened.
  std::string_view run_in_title() const {
    const std::string_view heading = trim(text_->heading), title = bare_heading(heading);
    const bool act = party_words(rules_).losses.prefix_of(title) == title.size();
    return act || !is_notice_heading(heading, rules_) ? std::string_view() : title;
  }

  void join() {
    for (const NoticePiece& piece : group_.pieces) {
      if (!notice_.text.empty()) notice_.text += '\n';
      notice_.text += piece.text;
      const Block& block = article_.blocks[piece.block];
      if (last_block_ == piece.block) continue;
      last_block_ = piece.block;
      notice_.spans.insert(notice_.spans.end(), block.spans.begin(), block.spans.end());
    }
  }

  /// 编号4501030O8812: a letter that cleaning took for a figure stands in one of its blocks; of those that run on in one, in any that has such a figure.
  bool has_mended_figure() const {
    return std::any_of(group_.pieces.begin(), group_.pieces.end(), [&](const NoticePiece& piece) {
      const Block& block = article_.blocks[piece.block];
      const bool mended = std::find(block.flags.begin(), block.flags.end(), "misread") != block.flags.end() && !(block.label && !block.label->printed.empty());
      return mended && piece.text.find_first_of("01") != std::string_view::npos;
    });
  }

  std::string completed(Date date) const {
    complete_year(date, article_.issue);
    return date.iso();
  }

  /// Who signs, or whom a heading that ran in names: 云台县某公司声明：….
  std::string speaks_in_heading() const {
    if (!notice_.signatory.empty() || text_->heading.empty()) return notice_.signatory;
    const std::string_view named = behind_about(text_->heading, rules_);
    if (const std::size_t end = organisation_end(named, 0, rules_); end != std::string_view::npos) return std::string(named.substr(0, end));
    const std::vector<Party> parties = read_at(named, rules_, nullptr);  // 云台印刷厂|招聘：胶印机长2名
    return parties.empty() || !parties.front().organization ? std::string() : parties.front().name;
  }

  /// Who announces: who signs, whom the heading names, or the name that the text begins with.
  std::string speaker() const {
    if (!notice_.signatory.empty()) return notice_.signatory;
    const bool named = party_words(rules_).skips.prefix_of(text_->tight) == 0;  // 经市民政局批准，…: it does not speak
    for (const std::string_view text : {std::string_view(notice_.title), text_->heading, group_.court, named ? std::string_view(text_->tight) : std::string_view()})
      if (const std::size_t end = organisation_end(text, 0, rules_); end != std::string_view::npos) return std::string(text.substr(0, end));
    return {};
  }

  /// The heading above and the one that runs in; of one alone nothing else.
  std::string heading() const { return notice_.title.empty() || text_->heading.empty() ? notice_.title + std::string(text_->heading) : notice_.title + '\n' + std::string(text_->heading); }

  void choose_kind() {
    // a small ad under the heading of another notice has its own: 【出租】
    const bool ad = !group_.topic.empty();
    const KindScore score = ad ? kind_of(group_.topic, tighten(text_->body), kinds_) : kind_of(heading(), text_->plain, kinds_, speaker(), calls_somebody(text_->tight, rules_), is_courtless());
    row_ = score.kind == KindTable::kNone ? kinds_.find(kOther) : score.kind;
    if (kinds_.kinds[row_] == kOther && is_nameless_ad()) row_ = kinds_.find(kClassified);
    if (kinds_.kinds[row_] == kLetting && notice_.signatory.empty()) {  // who lets a room among small ads announces nothing
      const std::size_t column = kind_of_heading(notice_.title, kinds_).kind;
      if (column != KindTable::kNone && kinds_.kinds[column] == kClassified) row_ = column;
    }
    notice_.kind = kinds_.kinds[row_];
  }

  /// Under the name of a column, or no heading of its own.
  bool is_in_column() const { return notice_.title.empty() || rules_.tables().compiled<NoticeWords>().is_banner(notice_.title); }

  /// ▲供：秋月梨树苗5万株，…，电话：…: in a column of small ads, as short as they are, and with nothing but a telephone to tell it by.
  bool is_nameless_ad() const {
    const bool column = is_in_column();
    const bool ad = ends_with_phone(notice_.text, rules_) || rules_.tables().compiled<NoticeWords>().begins_ad(text_->body);
    return column && count_chars(notice_.text) <= kLongestAd && ad && kind_of({}, text_->plain, kinds_).kind == KindTable::kNone;
  }

  /// An office or a firm signs, and no court.
  bool is_courtless() const { return is_organisation(notice_.signatory, rules_) && read_court(notice_.signatory, {}, {}, rules_).empty(); }

  /// Things first: which lost thing it is decides between the lost kinds.
  void read_items() {
    using Read = void (NoticeReader::*)();
    static constexpr std::pair<std::string_view, Read> kReaders[] = {
        {"lost", &NoticeReader::read_lost},   {"numbered", &NoticeReader::read_numbered}, {"bill", &NoticeReader::read_bill},
        {"lots", &NoticeReader::read_offers}, {"found", &NoticeReader::read_found},       {"listed", &NoticeReader::read_listed},
        {"arrears", &NoticeReader::read_owed}, {"contracts", &NoticeReader::read_contracts}, {"hours", &NoticeReader::read_cut_off}};
    const std::string& how = kinds_.items[row_];
    for (const auto& [name, read] : kReaders)
      if (name == how) return (this->*read)();
  }

  /// Those that have a number, and beside them others of another name: 原公章（4310…）、合同专用章同时作废.
  void read_numbered() {
    read_lost();
    const auto is_numbered = [](const Item& item) { return !item.numbers.empty(); };
    const std::vector<Item> all = notice_.items;
    std::erase_if(notice_.items, [&](const Item& item) {
      const auto is_told = [&](const Item& other) { return is_numbered(other) && (other.name.ends_with(item.name) || item.name.ends_with(other.name)); };
      return !is_numbered(item) && (std::none_of(all.begin(), all.end(), is_numbered) || std::any_of(all.begin(), all.end(), is_told));
    });
  }

  void read_offers() { notice_.items = read_lots(text_->rest(), notice_.text, rules_); }

  void read_found() {
    notice_.items = read_lot_table(notice_.text, rules_);
    if (notice_.items.empty()) read_listed();
    if (notice_.items.empty()) notice_.items = read_found_items(text_->tight, rules_);
  }

  void read_listed() { notice_.items = read_listed_items(notice_.text, rules_); }
  void read_owed() { notice_.items = read_arrears(notice_.text, rules_); }
  void read_cut_off() { notice_.fields = read_outages(notice_.text, day(), rules_); }
  void read_contracts() { notice_.items = read_debts(notice_.text, rules_); }

  void read_lost() {
    std::size_t end = subject_->end();
    const auto& parties = subject_->parties();
    if (rules_.tables().compiled<ItemWords>().lost.find(text_->tight)) end = 0;  // 遗失…收据，付款人：张三: the things stand before who lost them
    if (!parties.empty() && is_lost_before(parties.front().name)) end = 0;  // 车牌…道路运输证丢失，所属企业某公司
    LostItems lost = read_lost_items(text_->tight, end, rules_);
    if (lost.items.empty() && end > 0) lost = read_lost_items(text_->tight, 0, rules_);  // 组织机构代码证：7670…，某公司，遗失作废
    if (lost.items.empty() && is_thing_in_heading()) lost = read_lost_items(tighten(text_->all), 0, rules_);  // 出生医学证明遗失：姓名…，编号…
    notice_.items = std::move(lost.items);
    owners_ = std::move(lost.owners);
    if (parties.size() > 1 && notice_.items.size() == 1 && notice_.items.front().numbers.empty())
      if (auto each = read_losers_numbers(parties, notice_.items.front(), text_->tight, rules_); !each.empty()) notice_.items = std::move(each);
    if (!notice_.items.empty() && notice_.items.front().issuer.empty() && !subject_->issue().empty()) read_issue(subject_->issue(), notice_.items.front(), rules_);
    for (Item& item : notice_.items)
      if (!item.issued.empty())
        if (auto date = read_iso(item.issued)) item.issued = completed(*date);
    const bool by_item = notice_.kind.starts_with("lost_") && !lost.kind.empty();
    if (!by_item) return;
    // what a person carries is a document like any other where a firm or a vehicle lost it
    const bool person = parties.empty() ? lost.persons_only : !parties.front().organization;
    set_kind(lost.kind == "lost_personal_id" && !person ? "lost_document" : lost.kind);
  }

  /// 出生医学证明遗失：…: what was lost is told by the heading that runs in.
  bool is_thing_in_heading() const {
    std::size_t at = 0;
    return !text_->heading.empty() && rules_.tables().compiled<ItemWords>().heads.search(text_->heading, 0, at);
  }

  /// Whether the loss is told before the name is.
  bool is_lost_before(std::string_view name) const {
    const std::size_t place = text_->tight.find(name);
    std::size_t at = 0;
    return place != std::string::npos && static_cast<bool>(rules_.tables().compiled<ItemWords>().lost.search(text_->tight, 0, at)) && at < place;
  }

  /// The bill that was lost: the first thing of the first two sentences; the rest is what the court orders.
  void read_bill() {
    const std::size_t second = text_->tight.find("。", std::min(text_->tight.find("。"), text_->tight.size() - 1) + 1);
    const std::size_t applicant = subject_->end();
    LostItems lost = read_lost_items(text_->tight.substr(0, second), applicant < second ? applicant : 0, rules_);
    if (lost.items.empty()) return;
    const Item& first = lost.items.front();
    const auto is_such = [&](const Item& item) { return item.name == first.name && !item.numbers.empty(); };
    const auto rest = std::find_if_not(lost.items.begin() + 1, lost.items.end(), is_such);  // 汇票两张，票据号码分别为…
    if (const auto date = read_iso(first.issued)) notice_.fields.emplace_back("issue_date", completed(*date));  // of the bill, not of a paper about it
    notice_.items.assign(lost.items.begin(), rest);
    for (Item& bill : notice_.items) bill.issued.clear();
  }

  void set_kind(std::string_view kind) {
    row_ = kinds_.find(kind);
    notice_.kind = kind;
  }

  /// The court that the notice comes from, or that leases, hires or looks for administrators in it.
  std::string court() const {
    if (!is_court_kind(notice_.kind) && notice_.kind != kArbitration && names_court(notice_.signatory, rules_)) return notice_.signatory;
    if (notice_.kind == kTender && subject_->parties().size() == 1 && names_court(subject_->parties().front().name, rules_)) return subject_->parties().front().name;
    if (!is_court_kind(notice_.kind)) return {};
    const std::string_view opening = std::string_view(text_->all).substr(0, text_->all.find("："));
    const bool other = !group_.court.empty() && notice_.title.find(group_.court) == std::string::npos && group_.counted;
    const std::string own = read_court(other ? std::string(group_.court) : tighten(notice_.title), notice_.signatory, opening, rules_);
    return own.empty() ? read_court(tighten(group_.court), {}, text_->all, rules_) : own;
  }

  /// The newspaper's day; where that is not known the notice's own gives the year too.
  std::string_view day() const { return article_.issue.empty() && notice_.date.size() == kWholeDate ? std::string_view(notice_.date) : std::string_view(article_.issue); }

  void read_own_fields(const TextSigns& signs) {
    if (std::string name = court(); !name.empty()) notice_.fields.emplace_back("court", std::move(name));
    const Fields known = notice_.fields;  // from rows of hours, from a bill
    for (auto& field : read_fields(notice_.kind, text_->rest(), signs, day(), rules_))
      if (!has_field(known, field.first)) notice_.fields.push_back(std::move(field));
    if (notice_.kind == kRecruitment)
      for (auto& field : read_posts(text_->rest(), rules_)) notice_.fields.push_back(std::move(field));
    if (is_document_number(text_->lead_line, rules_) && !has_field(notice_.fields, "document_number")) notice_.fields.emplace_back("document_number", bare_number(text_->lead_line));
    reconcile_fields(notice_, *text_, kinds_.items[row_] == "bill", rules_);
    read_codes(notice_, text_->all, rules_);
  }

  /// （公告编号：2025-01）: without brackets and label.
  static std::string bare_number(std::string_view line) {
    constexpr std::string_view kColon = "：";
    const std::string_view inside = without_brackets(trim(line));
    const std::size_t colon = inside.find(kColon);
    return std::string(trim(inside.substr(colon == std::string_view::npos ? 0 : colon + kColon.size())));
  }

  void read_own_parties() {
    const auto* const court = value_of<std::string>(notice_.fields, "court");
    const std::string court_name = court ? *court : std::string();
    notice_.parties = read_party_column(kinds_.parties[row_], {*subject_, behind_case(group_.topic.empty() ? text_->body : text_->rest()), speaks_in_heading(), court_name}, rules_);
    if (notice_.kind.starts_with("bankruptcy_")) name_debtors(notice_, *subject_, rules_);
    for (const std::string& owner : owners_)
      if (!notice_.parties.empty() && !has_party(notice_, owner)) notice_.parties.push_back({owner, false});
    prefer_labelled_loser();
    clear_cause(notice_, rules_);
    if (notice_.kind == kClassified && is_in_column()) notice_.signatory.clear();  // who advertises signs nothing
    number_licences();
    name_roles(notice_, {*text_, *subject_, article_.issue}, rules_);
    name_authority(notice_, rules_);
    name_in_full(notice_, *subject_, rules_);
    if (std::any_of(notice_.parties.begin(), notice_.parties.end(), [&](const Party& party) { return is_guessed(party); }) || calls_misread()) add_flag(notice_, "guessed");
  }

  /// 某医院2013年5月8日出具的住院收据遗失，病人：李四: who is labelled lost what the first name issued.
  void prefer_labelled_loser() {
    constexpr std::string_view kLost = "lost_";
    if (!notice_.kind.starts_with(kLost) || subject_->parties().size() != 1 || !subject_->parties().front().organization) return;
    const std::string_view rest = std::string_view(text_->tight).substr(subject_->end());
    const auto date = parse_date(rest);
    if (!rules_.tables().compiled<ItemWords>().issue.find(rest, date ? date->end : 0)) return;
    std::vector<Party> losers = read_named("loser", text_->tight, rules_);
    const std::string& issuer = subject_->parties().front().name;
    std::erase_if(losers, [&](const Party& party) { return party.name == issuer; });
    if (losers.empty()) return;
    if (!notice_.items.empty() && notice_.items.front().issuer.empty()) notice_.items.front().issuer = issuer;
    notice_.parties = std::move(losers);
  }

  /// A name that no table vouches for: 海州市金桥马术园.
  bool is_guessed(const Party& party) const {
    constexpr std::size_t kLongest = 12;  // bytes of a person's name
    if (party.organization) return begins_with_place(party.name, rules_) && organisation_suffix(party.name, rules_) == 0;
    return !is_person(party.name, rules_) && (party.name.size() <= kLongest || is_sounded(party.name, rules_));
  }

  /// 1.李四 320701108866: of several whose licences are void each has a number of his own.
  void number_licences() {
    if ((notice_.kind != kVoidLicences && notice_.kind != kStoppedLicences && notice_.kind != kVoidDeeds) || notice_.parties.size() < 2) return;
    std::vector<Item> items = read_listed_numbers(notice_.parties, tighten(text_->body), rules_);
    if (items.empty()) return;
    const std::vector<Item> things = notice_.items.empty() ? read_lost_items(text_->tight, 0, rules_).items : std::move(notice_.items);  // 下列2户…许可证：甲公司 …: they stand before the names
    std::string name = things.empty() ? std::string() : things.front().name;
    for (const Item& thing : things)
      if (thing.name.size() > name.size() && thing.name.ends_with(name)) name = thing.name;  // 李四（驾驶证号…）…，现公告其机动车驾驶证作废
    for (Item& item : items)
      if (!name.empty()) item.name = name;
    notice_.items = std::move(items);
  }

  /// 张三；本院受理…, 张三，本院受理…: OCR made another mark of the colon behind whom the notice speaks to.
  bool calls_misread() const {
    const std::string_view head = text_->body.substr(0, text_->body.find("："));
    if (notice_.parties.empty() || !kinds_.parties[row_].starts_with("addressee")) return false;
    const auto calls = [&](std::string_view mark, std::size_t at) {
      const std::string_view rest = at == std::string_view::npos ? std::string_view() : trim(text_->body.substr(at + mark.size()));
      return mark == "；" ? opens_court_notice(rest, rules_) : at != std::string_view::npos && calls_with_comma(head.substr(0, at), rest, rules_);
    };
    return calls("；", head.find("；")) || calls("，", head.find("，"));
  }

  /// 编号：农药经许（江）13900000000: the number of a thing may end as one calls a person.
  bool is_of_item(const std::string& phone) const {
    const auto holds = [&](const std::string& number) { return number.size() > phone.size() && number.find(phone) != std::string::npos; };
    return std::any_of(notice_.items.begin(), notice_.items.end(), [&](const Item& item) { return std::any_of(item.numbers.begin(), item.numbers.end(), holds); });
  }

  void read_contacts(const TextSigns& signs) {
    for (const Phone& phone : find_phones(text_->all, rules_)) {
      if (is_of_item(phone.number)) continue;
      notice_.phones.push_back(phone.number);
      if (phone.guessed) add_flag(notice_, "guessed");
    }
    // a bare number that a loss ends with is the thing's
    if (notice_.phones.empty() && !notice_.kind.starts_with("lost_") && count_chars(text_->all) <= kLongestAd)
      if (const auto phone = closing_phone(text_->all, rules_)) notice_.phones.push_back(phone->number);
    notice_.deadline_days = read_deadline(text_->body, signs, rules_);
    if (const std::string mended = with_whole_days(text_->body, rules_); mended != text_->body) {  // 4 5日内
      const auto days = read_deadline(mended, TextSigns(mended), rules_);
      if (days != notice_.deadline_days) notice_.deadline_days = days, add_flag(notice_, "guessed");
    }
  }

  const Article& article_;
  const NoticeGroup& group_;
  const Rules& rules_;
  const KindTable& kinds_;
  Notice notice_;
  std::optional<NoticeText> text_;
  std::optional<Subject> subject_;   ///< of the text without heading and tail
  std::vector<std::string> owners_;  ///< of things behind the first: persons beside the subject
  std::size_t row_ = 0;    ///< of notices.tsv
  std::size_t last_block_ = static_cast<std::size_t>(-1);
};

/// Bytes that are no text: a third of the characters and more could not be decoded. Of random bytes it is half; a text that lost some stays.
bool is_undecoded(std::string_view text) {
  constexpr std::string_view kLost = "\xEF\xBF\xBD";  // U+FFFD
  constexpr std::size_t kLeast = 8, kShare = 3;
  std::size_t lost = 0;
  for (std::size_t at = text.find(kLost); at != std::string_view::npos; at = text.find(kLost, at + kLost.size())) ++lost;
  return lost >= kLeast && lost * kShare >= count_chars(text);
}

}  // namespace

std::vector<std::string> notice_kinds(const Rules& rules) { return rules.tables().compiled<KindTable>().kinds; }

std::vector<Notice> notices(const Article& article, const Rules& rules) {
  std::vector<Notice> records;
  if (article.type != ArticleType::notice || is_undecoded(article.text)) return records;
  std::deque<std::string> titles;
  for (const NoticeGroup& group : group_notices(article, rules, titles)) {
    records.push_back(NoticeReader(article, group, rules).read());
    records.back().id = article.id + '/' + std::to_string(records.size());
  }
  return records;
}

}  // namespace jianbao
