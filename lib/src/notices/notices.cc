// An article of notices to its records: blocks are grouped, each group gets its kind, its row of notices.tsv says what to read.
#include <algorithm>
#include <deque>
#include <optional>

#include "fields/dates.h"
#include "fields/identifiers.h"
#include "fields/money.h"
#include "jianbao/records.h"
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
#include "notices/notice_credit_code.h"
#include "notices/notice_deadline.h"
#include "notices/notice_fields.h"
#include "notices/notice_group.h"
#include "notices/notice_item_details.h"
#include "notices/notice_items.h"
#include "notices/notice_parties.h"
#include "notices/notice_loser_names.h"
#include "notices/notice_party_names.h"
#include "notices/notice_party_words.h"
#include "notices/notice_reading.h"
#include "notices/notice_run_in.h"
#include "notices/notice_table.h"
#include "notices/notice_tail.h"
#include "tables/classes.h"
#include "tables/lexicon.h"
#include "tables/tables.h"
#include "text/chars.h"

namespace jianbao {
namespace {

/// 供水公司: what it does, not who it is.
bool names_trade(std::string_view name, const Rules& rules) {
  constexpr std::size_t kStem = 6;  // bytes
  return name.size() - organisation_suffix(name, rules) == kStem && longest_word_at(name, 0, kGoodWord).at.size() == kStem;
}

constexpr std::size_t kWholeDate = 10;  // characters of a day with its year
constexpr std::string_view kNameEnds = "，";  // stands for the gap behind a name
constexpr std::string_view kLetting = "property_transfer", kClassified = "classified";
constexpr std::string_view kVoidLicences = "void_qualification", kStoppedLicences = "traffic_police", kOther = "other";
constexpr std::string_view kMissing = "court_missing_death", kArbitration = "arbitration_service";

class NoticeReader {
 public:
  NoticeReader(const Article& article, const NoticeGroup& group, const Rules& rules)
      : article_(article), group_(group), rules_(rules), kinds_(rules.tables().compiled<KindTable>()) {}

  Notice read() {
    notice_.article = article_.id;
    notice_.title = group_.title;
    join();
    all_ = with_gaps(unwrap(notice_.text, rules_));
    Tail tail = read_tail(all_, rules_);
    if (tail.signature.names.empty() && !tail.signature.date) tail.signature = read_tail(group_.signature, rules_).signature;
    body_ = std::string_view(all_).substr(0, tail.begin);
    std::size_t run_in = run_in_heading(body_, rules_);
    if (run_in == 0 && body_.starts_with(group_.topic)) run_in = group_.topic.size();  // 出租　学校旁两室: no school lets it
    heading_ = body_.substr(0, run_in);
    const std::string_view rest = body_.substr(run_in);
    const std::size_t name = spaced_name(heading_, rest, rules_);
    if (heading_.empty() && !row_sentence(rest).empty()) tight_ = row_sentence(rest);
    else tight_ = tighten(rest.substr(0, name)).append(name > 0 ? kNameEnds : std::string_view()) + tighten(labels_apart(rest.substr(name)));
    plain_ = std::string(rest);
    std::erase(plain_, '\n');
    plain_ = tighten(plain_);
    restore_loss();
    subject_.emplace(tight_, rules_);
    notice_.signatory = tail.signature.names;
    if (tail.signature.date) notice_.date = completed(*tail.signature.date);
    choose_kind();
    read_items();
    read_common();
    return std::move(notice_);
  }

 private:
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

  /// 申请人：李四⏎权利证书：…: a line that begins with a label ends the one before, as a comma does.
  std::string labels_apart(std::string_view text) const {
    const NoticeWords& words = rules_.tables().compiled<NoticeWords>();
    std::string out;
    while (!text.empty()) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      const std::string_view line = text.substr(0, end);
      if (!out.empty()) out += words.is_labelled(line) && is_han(last_char(out)) ? kNameEnds : std::string_view("\n");
      out += line;
      text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out;
  }

  /// 李四　学生证　某学院　20220317 in a list of losses, said as one says it elsewhere: 李四遗失学生证，签发单位：某学院，证号：20220317; empty for any other text.
  std::string row_sentence(std::string_view text) const {
    const std::size_t kind = kind_of_heading(notice_.title, kinds_).kind;
    if (kind == KindTable::kNone || !kinds_.kinds[kind].starts_with("lost_")) return {};
    const std::size_t end = std::min(text.find('\n'), text.size());
    if (party_words(rules_).losses.any_in(text.substr(0, end))) return {};  // 李四　身份证　4310…　遗失驾驶证: it says so itself
    const Cells cells = cells_of(text.substr(0, end));
    constexpr std::size_t kLongestName = 4;  // characters; of a surname that no list has, too
    const bool short_name = count_chars(cells[0]) <= kLongestName && skip_han(cells[0], 0, cells[0].size()) == cells[0].size();
    if (cells.size() < 3 || !(short_name || is_organisation(cells[0], rules_)) || is_digit(first_char(cells[1]))) return {};
    const std::vector<std::string>& words = rules_.tables().compiled<ItemWords>().in_rows;
    std::string sentence = std::string(cells[0]) + words[0] + std::string(cells[1]);
    for (std::size_t i = 2; i < cells.size(); ++i) {
      const bool number = is_digit(last_char(cells[i])) && !find_date(cells[i]);
      sentence += std::string(kNameEnds) + (number ? words[1] : is_organisation(cells[i], rules_) ? words[2] : std::string()) + std::string(cells[i]);
    }
    return sentence + "。" + tighten(text.substr(end));
  }

  /// 韩冬梅遗央残疾证: what stands between a loser and a thing where nothing else says that it was lost.
  void restore_loss() {
    const PartyWords& words = party_words(rules_);
    if (words.losses.any_in(tight_)) return;
    const std::vector<WordList::Place> places = words.misread_losses.last_in(tight_);
    if (places.size() != 1) return;
    const std::size_t at = places.front().at, end = at + words.misread_losses[places.front().number].size();
    const std::string_view loser = std::string_view(tight_).substr(0, at);
    std::size_t head = 0;
    if (!(is_person(loser, rules_) || is_organisation(loser, rules_)) || !rules_.tables().compiled<ItemWords>().heads.search(tight_, end, head)) return;
    tight_.replace(at, end - at, rules_.tables().compiled<ItemWords>().in_rows.front());
    flag("guessed");
  }

  std::string completed(Date date) const {
    complete_year(date, article_.issue);
    return date.iso();
  }

  /// Who signs, or whom a heading that ran in names: 云台县某公司声明：….
  std::string speaks_in_heading() const {
    if (!notice_.signatory.empty() || heading_.empty()) return notice_.signatory;
    const std::string_view named = behind_about(heading_, rules_);
    const std::size_t end = organisation_end(named, 0, rules_);
    return end == std::string_view::npos ? std::string() : std::string(named.substr(0, end));
  }

  /// Who announces: who signs, whom the heading names, or the name that the text begins with.
  std::string speaker() const {
    if (!notice_.signatory.empty()) return notice_.signatory;
    const bool named = party_words(rules_).skips.prefix_of(tight_) == 0;  // 经市民政局批准，…: it does not speak
    for (const std::string_view text : {std::string_view(notice_.title), heading_, group_.court, named ? std::string_view(tight_) : std::string_view()})
      if (const std::size_t end = organisation_end(text, 0, rules_); end != std::string_view::npos) return std::string(text.substr(0, end));
    return {};
  }

  void choose_kind() {
    // a small ad under the heading of another notice has its own: 【出租】
    const bool ad = !group_.topic.empty();
    const KindScore score = ad ? kind_of(group_.topic, tighten(body_), kinds_) : kind_of(notice_.title + '\n' + std::string(heading_), plain_, kinds_, speaker(), calls_somebody(tight_, rules_), is_courtless());
    row_ = score.kind == KindTable::kNone ? kinds_.find(kOther) : score.kind;
    const std::size_t column = kind_of_heading(notice_.title, kinds_).kind;  // who lets a room among small ads announces nothing
    if (kinds_.kinds[row_] == kLetting && notice_.signatory.empty() && column != KindTable::kNone && kinds_.kinds[column] == kClassified) row_ = column;
    notice_.kind = kinds_.kinds[row_];
  }

  /// An office or a firm signs, and no court.
  bool is_courtless() const { return is_organisation(notice_.signatory, rules_) && read_court(notice_.signatory, {}, {}, rules_).empty(); }

  /// Things first: which lost thing it is decides between the lost kinds.
  void read_items() {
    const std::string& how = kinds_.items[row_];
    if (how == "lost") {
      read_lost();
    } else if (how == "numbered") {
      read_lost();
      std::erase_if(notice_.items, [](const Item& item) { return item.numbers.empty(); });
    } else if (how == "bill") {
      read_bill();
    } else if (how == "lots") {
      notice_.items = read_lots(body_.substr(heading_.size()), notice_.text, rules_);
    } else if (how == "found" || how == "listed") {
      if (how == "found") notice_.items = read_lot_table(notice_.text, rules_);
      if (notice_.items.empty()) notice_.items = read_listed_items(notice_.text, rules_);
      if (notice_.items.empty() && how == "found") notice_.items = read_found_items(tight_, rules_);
    } else if (how == "arrears") {
      notice_.items = read_arrears(notice_.text, rules_);
    } else if (how == "contracts") {
      notice_.items = read_debts(notice_.text, rules_);
    }
  }

  void read_lost() {
    std::size_t end = subject_->end();
    const auto& parties = subject_->parties();
    if (rules_.tables().compiled<ItemWords>().lost.find(tight_)) end = 0;  // 遗失…收据，付款人：张三: the things stand before who lost them
    if (!parties.empty() && is_lost_before(parties.front().name)) end = 0;  // 车牌…道路运输证丢失，所属企业某公司
    LostItems lost = read_lost_items(tight_, end, rules_);
    notice_.items = std::move(lost.items);
    owners_ = std::move(lost.owners);
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

  /// Whether the loss is told before the name is.
  bool is_lost_before(std::string_view name) const {
    const std::size_t place = tight_.find(name);
    std::size_t at = 0;
    return place != std::string::npos && static_cast<bool>(rules_.tables().compiled<ItemWords>().lost.search(tight_, 0, at)) && at < place;
  }

  /// The bill that was lost: the first thing of the first two sentences; the rest is what the court orders.
  void read_bill() {
    const std::size_t second = tight_.find("。", std::min(tight_.find("。"), tight_.size() - 1) + 1);
    const std::size_t applicant = subject_->end();
    LostItems lost = read_lost_items(tight_.substr(0, second), applicant < second ? applicant : 0, rules_);
    if (lost.items.empty()) return;
    Item& bill = notice_.items.emplace_back(std::move(lost.items.front()));
    if (const auto date = read_iso(bill.issued)) notice_.fields.emplace_back("issue_date", completed(*date));  // of the bill, not of a paper about it
    bill.issued.clear();
  }

  /// Number and amount of a bill may stand before its name: 遗失的票号为…、票面金额为…的银行承兑汇票.
  void complete_bill() {
    if (kinds_.items[row_] != "bill" || notice_.items.empty()) return;
    Item& bill = notice_.items.front();
    for (const auto& [name, value] : notice_.fields) {
      if (name == "bill_number" && bill.numbers.empty()) bill.numbers.push_back(std::get<std::string>(value));
      if (name == "bill_amount" && !bill.amount) bill.amount = std::get<double>(value), bill.currency = "CNY";
    }
  }

  std::optional<double> amount_of(std::string_view name) const {
    for (const auto& [field, value] : notice_.fields)
      if (field == name)
        if (const double* amount = std::get_if<double>(&value)) return *amount;
    return {};
  }

  /// 减少注册资本4000万元，减资后1000万元: what the capital is less by, or more, is not what it was before.
  void complete_capital() {
    const auto before = std::find_if(notice_.fields.begin(), notice_.fields.end(), [](const auto& f) { return f.first == "capital_before"; });
    const auto after = amount_of("capital_after"), less = amount_of("capital_decrease"), more = amount_of("capital_added");
    const auto change = less ? less : more;
    if (before == notice_.fields.end() || !change || amount_of("capital_before") != change) return;
    const double sum = after ? *after + (less ? *less : -*more) : 0;
    if (sum > 0) before->second = sum;
    else notice_.fields.erase(before);
  }

  /// 注册资本由1200万美元减至480万美元: which currency the capital is in, where it is not yuan.
  void read_currency() {
    const auto capital = amount_of("capital_after") ? amount_of("capital_after") : amount_of("capital_before");
    if (!capital) return;
    for (auto money = find_money(body_); money; money = find_money(body_, money->end)) {
      if (money->value != *capital) continue;
      if (money->currency != "CNY") notice_.fields.emplace_back("currency", money->currency);
      return;
    }
  }

  /// 如有意见请于3月20日前提出: the same day is not told twice, once as any day and once as what it is.
  void drop_retold() {
    constexpr std::pair<std::string_view, std::string_view> kSame[] = {{"event_date", "deadline"}, {"opening_time", "enrol_deadline"}};
    for (const auto& [loose, exact] : kSame)
      std::erase_if(notice_.fields, [&, loose = loose, exact = exact](const auto& field) {
        return field.first == loose && std::any_of(notice_.fields.begin(), notice_.fields.end(), [&](const auto& other) { return other.first == exact && other.second == field.second; });
      });
  }

  /// 于11月7日至26日获取文件。拍卖会定于11月28日举行: what ends before the event begins is no end of it.
  void drop_early_end() {
    const auto day = [&](std::string_view name) {
      const auto field = std::find_if(notice_.fields.begin(), notice_.fields.end(), [&](const auto& f) { return f.first == name; });
      const auto* text = field == notice_.fields.end() ? nullptr : std::get_if<std::string>(&field->second);
      return text ? std::string_view(*text).substr(0, kWholeDate) : std::string_view();
    };
    const std::string_view begin = day("event_time"), end = day("event_end");
    const bool early = begin.size() == end.size() && end < begin && !begin.starts_with('-');
    if (early) std::erase_if(notice_.fields, [](const auto& field) { return field.first == "event_end"; });
  }

  /// Several lots have a deposit, an area or a price each: the first one's is not the notice's.
  void drop_shared() {
    if (notice_.items.size() < 2) return;
    std::erase_if(notice_.fields, [&](const auto& field) {
      return std::any_of(notice_.items.begin(), notice_.items.end(), [&](const Item& item) {
        return (field.first == "price" && item.amount) || std::any_of(item.fields.begin(), item.fields.end(), [&](const auto& own) { return own.first == field.first; });
      });
    });
  }

  /// （2024）湘0603民催9号 counts the case, no bill that it is about.
  void drop_cases() {
    if (!is_court_kind(notice_.kind)) return;
    for (Item& item : notice_.items)
      std::erase_if(item.numbers, [](const std::string& number) {
        const auto end = case_number_at(number, 0);
        return end && end->end == number.size();
      });
  }

  void set_kind(std::string_view kind) {
    row_ = kinds_.find(kind);
    notice_.kind = kind;
  }

  void read_common() {
    const TextSigns signs(body_);
    if (!is_court_kind(notice_.kind) && notice_.kind != kArbitration && names_court(notice_.signatory, rules_)) {
      notice_.fields.emplace_back("court", notice_.signatory);  // a court may lease, hire or look for administrators too
    } else if (notice_.kind == "liquidator_tender" && subject_->parties().size() == 1 && names_court(subject_->parties().front().name, rules_)) {
      notice_.fields.emplace_back("court", subject_->parties().front().name);
    } else if (is_court_kind(notice_.kind)) {
      const std::string_view opening = std::string_view(all_).substr(0, all_.find("："));
      const bool other = !group_.court.empty() && notice_.title.find(group_.court) == std::string::npos && group_.counted;
      std::string court = read_court(other ? std::string(group_.court) : tighten(notice_.title), notice_.signatory, opening, rules_);
      if (court.empty()) court = read_court(tighten(group_.court), {}, all_, rules_);
      if (!court.empty())
        notice_.fields.emplace_back("court", std::move(court));
    }
    const std::string_view day = article_.issue.empty() && notice_.date.size() == kWholeDate ? std::string_view(notice_.date) : std::string_view(article_.issue);  // the notice's own gives the year too
    for (auto& field : read_fields(notice_.kind, body_.substr(heading_.size()), signs, day, rules_)) notice_.fields.push_back(std::move(field));
    drop_shared();
    drop_retold();
    drop_early_end();
    complete_capital();
    read_currency();
    drop_cases();
    complete_bill();
    restore_province();
    read_credit();
    const auto court = std::find_if(notice_.fields.begin(), notice_.fields.end(), [](const auto& f) { return f.first == "court"; });
    const std::string court_name = court == notice_.fields.end() ? std::string() : std::get<std::string>(court->second);
    notice_.parties = read_party_column(kinds_.parties[row_], {*subject_, behind_case(group_.topic.empty() ? body_ : body_.substr(heading_.size())), speaks_in_heading(), court_name}, rules_);
    if (notice_.kind.starts_with("bankruptcy_")) name_debtors();
    for (const std::string& owner : owners_)
      if (!notice_.parties.empty() && is_new(owner)) notice_.parties.push_back({owner, false});
    clear_cause();
    number_listed();
    if (notice_.kind == kMissing) tell_missing();
    if (notice_.kind == "merger") name_merged();
    if (notice_.kind == "rename") name_renamed();
    if (notice_.kind == "division") pair_capitals();
    name_authority();
    const bool guessed = std::any_of(notice_.parties.begin(), notice_.parties.end(), [&](const Party& party) {
      if (party.organization) return begins_with_place(party.name, rules_) && organisation_suffix(party.name, rules_) == 0;  // 海州市金桥马术园
      return !is_person(party.name, rules_) && (party.name.size() <= 12 || is_sounded(party.name, rules_));
    });
    if (guessed || calls_misread()) flag("guessed");
    read_contacts(signs);
  }

  /// 张三；本院受理…: OCR made another mark of the colon behind whom the notice speaks to.
  bool calls_misread() const {
    const std::string_view mark = "；";
    const std::size_t at = body_.substr(0, body_.find("：")).find(mark);
    return at != std::string_view::npos && !notice_.parties.empty() && kinds_.parties[row_].starts_with("addressee") && opens_court_notice(trim(body_.substr(at + mark.size())), rules_);
  }

  void flag(const std::string& name) {
    if (std::find(notice_.flags.begin(), notice_.flags.end(), name) == notice_.flags.end()) notice_.flags.push_back(name);
  }

  /// The courts that the notice names as its own and as the one above it, and the province in brackets before who signs: [云南]某县人民法院.
  std::string courts() const {
    std::string all;
    for (const auto& [name, value] : notice_.fields)
      if (name == "court" || name == "appeal_court") all += std::get<std::string>(value) + '\n';
    const std::string_view tail = std::string_view(all_).substr(body_.size());
    const std::size_t sign = tail.find_first_not_of(" \n"), at = sign == std::string_view::npos ? tail.size() : sign;
    return all + std::string(tail.substr(at, place_mark(tail.substr(at), rules_)));
  }

  void restore_province() {
    for (auto& [name, value] : notice_.fields) {
      if (name != "case_number") continue;
      auto& number = std::get<std::string>(value);
      std::string restored = with_province(number, courts(), rules_);
      if (restored == number) continue;
      number = std::move(restored);
      notice_.flags.emplace_back("guessed");
    }
  }

  /// 某公司管理人提请债权人…: who is bankrupt, not who manages it.
  void name_debtors() {
    const WordList& managers = party_words(rules_).managers;
    std::erase_if(notice_.parties, [&](const Party& party) { return !party.organization && !is_person(party.name, rules_); });  // 为提高重整效率
    if (notice_.parties.empty()) notice_.parties = subject_->parties();
    for (Party& party : notice_.parties)
      if (const std::size_t role = managers.suffix_of(party.name); role > 0 && is_organisation(party.name.substr(0, party.name.size() - role), rules_))
        party.name.resize(party.name.size() - role);
    for (std::size_t i = notice_.parties.size(); i-- > 1;)
      if (std::any_of(notice_.parties.begin(), notice_.parties.begin() + static_cast<std::ptrdiff_t>(i), [&](const Party& p) { return p.name == notice_.parties[i].name; }))
        notice_.parties.erase(notice_.parties.begin() + static_cast<std::ptrdiff_t>(i));
  }

  const Fields::value_type* find_field(std::string_view name) const {
    const auto field = std::find_if(notice_.fields.begin(), notice_.fields.end(), [&](const auto& f) { return f.first == name; });
    return field == notice_.fields.end() ? nullptr : &*field;
  }

  void drop_field(std::string_view name) {
    std::erase_if(notice_.fields, [&](const auto& field) { return field.first == name; });
  }

  /// 1.李四 320701108866: of several whose licences are void, each name with the number right behind it makes a thing of its own.
  void number_listed() {
    if ((notice_.kind != kVoidLicences && notice_.kind != kStoppedLicences) || notice_.parties.size() < 2) return;
    std::vector<Item> items;
    for (const Party& party : notice_.parties) {
      const std::string number = number_of(party.name);
      if (number.empty()) return;
      items.push_back({.name = {}, .numbers = {number}});
    }
    const std::vector<Item> things = notice_.items.empty() ? read_lost_items(tight_, 0, rules_).items : std::move(notice_.items);  // 下列2户…许可证：甲公司 …: they stand before the names
    for (Item& item : items)
      if (!things.empty()) item.name = things.front().name;
    notice_.items = std::move(items);
  }

  /// The number behind a name, at the first place where one stands.
  std::string number_of(std::string_view name) const {
    for (std::size_t at = body_.find(name); at != std::string_view::npos; at = body_.find(name, at + name.size()))
      if (std::string number = number_behind(at + name.size()); !number.empty()) return number;
    return {};
  }

  /// The number of a document behind spaces, a comma or a label at `at` of the body; empty where something else stands there.
  std::string number_behind(std::size_t at) const {
    constexpr std::size_t kLeast = 6;  // characters
    at = skip_spaces(body_, at);
    if (at < body_.size() && std::u32string_view(U"，、（").find(fold(char_at(body_, at))) != std::u32string_view::npos) next_char(body_, at);
    at += rules_.tables().compiled<ItemWords>().numbers.find(body_, at).bytes;
    at = skip_spaces(body_, at);
    if (fold(char_at(body_, at)) == U'：') next_char(body_, at);
    const std::size_t end = document_number_end(body_, at);
    return end == std::string_view::npos || count_chars(body_.substr(at, end - at)) < kLeast ? std::string() : std::string(body_.substr(at, end - at));
  }

  /// The firms that go under in a merger, as its field says them. 由甲方吸收合并乙方: whom the short form stands for is the second
  /// party; where that is not known they are left out.
  std::vector<std::string> absorbed() const {
    const auto* field = find_field("absorbed");
    if (!field) return {};
    if (const auto* names = std::get_if<std::vector<std::string>>(&field->second)) return *names;
    const auto& name = std::get<std::string>(field->second);
    if (party_words(rules_).pronouns.prefix_of(name) == 0) return {name};
    return notice_.parties.size() == 2 ? std::vector{notice_.parties.back().name} : std::vector<std::string>{};
  }

  /// Who takes over whom: the absorbed are parties too, each by itself (not 甲公司和乙公司), and who takes over is the other one.
  void name_merged() {
    std::vector<std::string> gone = absorbed();
    std::erase_if(gone, [&](const std::string& name) { return !is_organisation(name, rules_); });  // 吸收合并方式
    const auto is_gone = [&](const Party& party) { return std::find(gone.begin(), gone.end(), party.name) != gone.end(); };
    const auto* by = find_field("absorber");
    if (gone.empty() && by) {  // 甲公司拟被乙公司吸收合并
      const std::string absorber = std::get<std::string>(by->second);
      for (const Party& party : notice_.parties)
        if (party.name != absorber) gone.push_back(party.name);
      add_firm(absorber);
    } else if (!gone.empty()) {
      std::erase_if(notice_.parties, [&](const Party& party) { return !is_gone(party) && party.name.starts_with(gone.front()); });
      for (const std::string& name : gone) add_firm(name);
      const auto other = std::find_if_not(notice_.parties.begin(), notice_.parties.end(), is_gone);
      if (!by && other != notice_.parties.end()) notice_.fields.emplace_back("absorber", other->name);
    }
    drop_field("absorbed");
    if (!gone.empty()) notice_.fields.emplace_back("absorbed", std::move(gone));
  }

  /// What the text says of a person right behind the name, up to the end of the sentence: 李大山|，男，1958年7月2日出生; empty where it says
  /// nothing there.
  std::string_view told_of(std::string_view name) const {
    const std::string_view text = tight_;
    for (std::size_t at = text.find(name); at != std::string_view::npos; at = text.find(name, at + 1)) {
      const std::string_view rest = text.substr(at + name.size());
      std::size_t sex = 0;
      const char32_t mark = rest.empty() ? 0 : fold(next_char(rest, sex));
      if ((mark == U'，' || mark == U'（') && find_class("sex")->match(rest, sex) != std::string_view::npos) return rest.substr(0, rest.find("。"));
    }
    return {};
  }

  /// Sex and birth are those of who is missing, not of who asks.
  void tell_missing() {
    const auto is_told = [](const auto& field) { return field.first == "sex" || field.first == "birth_date"; };
    std::erase_if(notice_.fields, is_told);
    const auto missing = read_named("missing", tight_, rules_);
    const std::string_view told = missing.empty() ? std::string_view() : told_of(missing.front().name);
    if (told.empty()) return;
    for (auto& field : read_fields(notice_.kind, told, TextSigns(told), article_.issue, rules_))
      if (is_told(field)) notice_.fields.push_back(std::move(field));
  }

  /// 甲厂自某日起更名为乙公司: who takes another name is called by the old one.
  void name_renamed() {
    const auto* name = find_field("new_name");
    if (!name || find_field("old_name") || notice_.parties.size() != 2 || std::get<std::string>(name->second) != notice_.parties.back().name) return;
    notice_.fields.emplace_back("old_name", notice_.parties.front().name);
  }

  void add_firm(const std::string& name) {
    if (is_new(name) && is_organisation(name, rules_)) notice_.parties.push_back({name, true});
  }

  /// The capital of each firm that a division leaves; where one amount more stands there than firms are named, the divided one goes
  /// on (派生分立出乙公司). Of amounts that are not as many as the firms it is not known what they are.
  void pair_capitals() {
    const auto* field = find_field("successors");
    const auto* capitals = find_field("capital_after");
    if (!field || !capitals) return;
    auto firms = std::get<std::vector<std::string>>(field->second);
    const std::size_t amounts = std::get<std::vector<double>>(capitals->second).size();
    const bool goes_on = amounts == firms.size() + 1 && notice_.parties.size() == 1 && std::find(firms.begin(), firms.end(), notice_.parties.front().name) == firms.end();
    if (goes_on) {
      firms.insert(firms.begin(), notice_.parties.front().name);
      drop_field("successors");
      notice_.fields.emplace_back("successors", std::move(firms));
    } else if (amounts != firms.size()) {
      drop_field("capital_after");
    }
  }

  bool is_new(std::string_view name) const {
    return std::none_of(notice_.parties.begin(), notice_.parties.end(), [&](const Party& party) { return party.name == name; });
  }

  /// 王五民间借贷纠纷: bytes of the person's name that the longest word follows; 0 where no name can be told from what is behind it.
  std::size_t person_before_word(std::string_view text) const {
    constexpr std::size_t kMost = 4;  // characters
    std::size_t best = 0, longest = 0;
    for (std::size_t at = 0, n = 1; n <= kMost && at < text.size(); ++n) {
      next_char(text, at);
      const std::size_t word = n > 1 && is_person(text.substr(0, at), rules_) ? longest_word_at(text, at, kGoodWord).at.size() : 0;
      if (word > longest) best = at, longest = word;
    }
    return best;
  }

  /// Bytes of the mark or word between two names that the text begins with; 0 where none stands there.
  std::size_t joint_at(std::string_view text) const {
    return fold(first_char(text)) == U'、' ? std::string_view("、").size() : party_words(rules_).joints.prefix_of(text);
  }

  /// 王五|、赵六民间借贷纠纷: bytes of a whole name before what joins it to the next; 0 where none ends so.
  std::size_t joined_name(std::string_view text) const {
    constexpr std::size_t kMost = 40;  // characters
    std::size_t at = 0;
    for (std::size_t n = 0; n < kMost && at < text.size() && (at == 0 || joint_at(text.substr(at)) == 0); ++n) next_char(text, at);
    const std::string_view name = text.substr(0, at);
    return at < text.size() && (is_person(name, rules_) || is_organisation(name, rules_)) ? at : 0;
  }

  /// Bytes of one of the notice's parties that the text begins with, or, where one must stand there, of any other.
  std::size_t party_at(std::string_view text, bool expected) const {
    for (const Party& party : notice_.parties)
      if (text.starts_with(party.name)) return party.name.size();
    if (const std::size_t joined = expected ? joined_name(text) : 0) return joined;
    const std::size_t end = expected ? organisation_end(text, 0, rules_) : std::string_view::npos;
    return end != std::string_view::npos ? end : expected ? person_before_word(text) : 0;
  }

  /// …与被告李四、王五信用卡纠纷一案: what the case is about, behind the names of those it is brought against. It is left out
  /// where a name that is none of the parties' may stand before it.
  void clear_cause() {
    const auto field = std::find_if(notice_.fields.begin(), notice_.fields.end(), [](const auto& f) { return f.first == "cause"; });
    if (field == notice_.fields.end()) return;
    std::string_view rest = std::get<std::string>(field->second);
    const std::size_t beside = party_words(rules_).causes.prefix_of(rest) > 0 ? 0 : joint_at(rest);  // 诉你们|及李四民间借贷纠纷: who is not told in person
    rest.remove_prefix(beside);
    bool role = beside > 0, named = false;
    for (bool more = true; more && !rest.empty();) {
      if (party_words(rules_).causes.prefix_of(rest) > 0) break;
      const std::size_t lead = party_words(rules_).leads.prefix_of(rest);  // 被告, 原审被告
      role = role || lead > 0;
      const std::size_t name = party_at(rest.substr(lead), lead > 0 || beside > 0 || named);
      if (name == 0) break;
      rest.remove_prefix(lead + name);
      named = true;
      const std::size_t joint = joint_at(rest);
      rest.remove_prefix(joint);
      more = joint > 0;
    }
    if (named && !rest.empty()) field->second = std::string(rest);
    else if (named || role) notice_.fields.erase(field);
  }

  /// 云溪县发展和改革局价格听证会公告: who announces may stand in the heading alone, and in the text in short (我局, 区人民政府).
  void name_authority() {
    const std::string_view named = behind_about(notice_.title, rules_);
    const std::size_t end = organisation_end(named, 0, rules_);
    if (end == std::string::npos || is_court_kind(notice_.kind) || rules_.tables().compiled<NoticeWords>().is_damaged_heading(notice_.title)) return;
    const std::string name(named.substr(0, end));
    if (names_trade(name, rules_)) return;
    if (notice_.parties.empty()) {
      notice_.parties.push_back({name, true});
    } else if (Party& party = notice_.parties.front(); party.organization && name.size() > party.name.size() && name.ends_with(party.name)) {
      party.name = name;
    }
  }

  void read_contacts(const TextSigns& signs) {
    for (const Phone& phone : find_phones(all_, rules_)) {
      notice_.phones.push_back(phone.number);
      if (phone.guessed) flag("guessed");
    }
    // a bare number that a loss ends with is the thing's
    if (notice_.phones.empty() && !notice_.kind.starts_with("lost_") && count_chars(all_) <= kLongestAd)
      if (const auto phone = closing_phone(all_, rules_)) notice_.phones.push_back(phone->number);
    notice_.deadline_days = read_deadline(body_, signs, rules_);
    if (const std::string mended = with_whole_days(body_, rules_); mended != body_) {  // 4 5日内
      const auto days = read_deadline(mended, TextSigns(mended), rules_);
      if (days != notice_.deadline_days) notice_.deadline_days = days, flag("guessed");
    }
  }

  void read_credit() {
    if (auto code = read_credit_code(tighten(all_), rules_)) {
      if (!credit_code_checks(*code)) notice_.flags.emplace_back("check_digit");
      for (Item& item : notice_.items) std::erase(item.numbers, *code);
      if (!lists_codes(*code)) notice_.fields.emplace_back("credit_code", std::move(*code));
    }
    for (const Span& span : find_identity_numbers(notice_.text)) {
      const std::string number = to_ascii(std::string_view(notice_.text).substr(span.begin, span.size()));
      const bool flagged = std::find(notice_.flags.begin(), notice_.flags.end(), "check_digit") != notice_.flags.end() || is_account(span.begin);
      if (!flagged && !identity_number_checks(number) && !credit_code_checks(number)) notice_.flags.emplace_back("check_digit");
    }
  }

  /// 账号：…: a bank's number of 18 digits has no check digit of an identity number's.
  bool is_account(std::size_t at) const {
    constexpr std::size_t kReach = 24;  // bytes of a label and its colon
    const std::string_view text = notice_.text;
    while (at > 0 && (fold(char_at(text, before(text, at))) == U'：' || is_space(char_at(text, before(text, at))))) at = before(text, at);
    const PrefixIndex& accounts = rules_.tables().compiled<ItemWords>().accounts;
    for (std::size_t begin = at; begin > 0 && at - begin < kReach;) {
      begin = before(text, begin);
      if (begin + accounts.find(text, begin).bytes == at) return true;
    }
    return false;
  }

  /// Behind the code another one is read: of several that are listed none is the notice's.
  bool lists_codes(const std::string& code) const {
    const std::string text = tighten(all_);
    const std::size_t at = text.find(code);
    if (at == std::string::npos) return false;
    const auto next = read_credit_code(std::string_view(text).substr(at + code.size()), rules_);
    return next && *next != code;
  }

  const Article& article_;
  const NoticeGroup& group_;
  const Rules& rules_;
  const KindTable& kinds_;
  Notice notice_;
  std::string all_;           ///< text with its broken lines joined
  std::string_view body_;     ///< that without its tail
  std::string_view heading_;  ///< run in before the body (遗失声明：)
  std::string tight_;         ///< the body without it and without spaces inside words
  std::string plain_;         ///< the same as it is printed, for what its words speak for
  std::optional<Subject> subject_;  ///< of that
  std::vector<std::string> owners_;  ///< of things behind the first: persons beside the subject
  std::size_t row_ = 0;    ///< of notices.tsv
  std::size_t last_block_ = static_cast<std::size_t>(-1);
};

}  // namespace

std::vector<std::string> notice_kinds(const Rules& rules) { return rules.tables().compiled<KindTable>().kinds; }

std::vector<Notice> notices(const Article& article, const Rules& rules) {
  std::vector<Notice> records;
  if (article.type != ArticleType::notice) return records;
  std::deque<std::string> titles;
  for (const NoticeGroup& group : group_notices(article, rules, titles)) {
    records.push_back(NoticeReader(article, group, rules).read());
    records.back().id = article.id + '/' + std::to_string(records.size());
  }
  return records;
}

}  // namespace jianbao
