#include "split/ads.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "notice_signs/phones.h"
#include "split/article_type.h"
#include "split/draft_ends.h"
#include "split/draft_pairs.h"
#include "tables/pattern.h"
#include "tables/pattern_edges.h"
#include "tables/tables.h"
#include "text/chars.h"

namespace jianbao {
namespace {

/// The patterns of one sign. Most lines begin and end as none of them does, or as one: that is tried without a look at their words.
class AdPatterns {
 public:
  void add(Pattern pattern) {
    edges_.add(pattern);
    patterns_.push_back(std::move(pattern));
  }
  bool match(std::string_view line) const {
    return edges_.each(line, [&](std::size_t number) { return patterns_[number].matches(line); });
  }

 private:
  std::vector<Pattern> patterns_;
  PatternEdges edges_;
};

/// ad_signs.tsv, compiled.
class AdSigns {
 public:
  explicit AdSigns(const Rules::Tables& tables) {
    const std::pair<std::string_view, AdPatterns*> kinds[] = {{"label", &label_}, {"contact", &contact_}, {"bargain", &bargain_}, {"address", &address_}};
    const Table& table = tables.table("ad_signs");
    for (const Table::Row& row : table.rows()) {
      const auto kind = std::find_if(std::begin(kinds), std::end(kinds), [&](const auto& k) { return k.first == table.cell(row, "sign"); });
      if (kind == std::end(kinds)) throw RulesError(row.place + ": sign is label, contact, address or bargain");
      kind->second->add(Pattern(table.cell(row, "words"), row.place));
    }
  }

  bool names_ad(std::string_view line) const { return label_.match(line); }
  bool holds_address(std::string_view line) const { return address_.match(line); }
  bool says_where(std::string_view line) const { return contact_.match(line); }
  bool holds_bargain(std::string_view line) const { return bargain_.match(line); }

 private:
  AdPatterns label_, contact_, bargain_, address_;
};

/// 独栋办公楼　层高7.8米: no sentence, and 进店有礼！ is none either.
bool states(const Line& line, std::string_view text) { return !line.open && fold(last_char(text)) != U'！' && line.shape != Shape::offer; }

constexpr std::uint32_t kLongest = 40;  // characters of a line
constexpr std::uint32_t kLongestOffer = 80;  // and of one that says what the bargain is, or whom to call, without a sentence: 羽绒服、皮草全场3折起，黄金每克立减30元，…！
constexpr std::size_t kLeast = 3;       // lines of an advertisement
constexpr std::size_t kMostOfAds = 40;  // lines of several in a row

/// The first of the lines at the end of an article that may be those of an advertisement: short, of a few words, behind a sentence that
/// has ended or whoever signs.
std::size_t begin_of_offer(const Draft& draft, const Page& page) {
  const auto may_offer = [&](const DraftLine& line) {
    const bool text = line.role == Role::body || line.role == Role::report || line.role == Role::crosshead || line.role == Role::tail || line.role == Role::notice_more;
    return text && line.line->chars <= kLongest && !states(*line.line, page.view(line.line->span));
  };
  const auto signs = [](const DraftLine& line) { return line.role == Role::tail || line.line->shape == Shape::name || line.line->shape == Shape::date; };
  std::size_t begin = draft.lines.size();
  while (begin > 0 && may_offer(draft.lines[begin - 1])) --begin;
  while (begin < draft.lines.size() && signs(draft.lines[begin])) ++begin;
  return begin;
}

/// Below notices only where the last of them is signed with its day, or by an organisation, and an empty line follows: they may sell
/// something themselves.
std::size_t begin_below_notices(const Draft& draft, std::size_t begin) {
  const auto& lines = draft.lines;
  const auto is = [&](std::size_t i, Shape shape) { return i < lines.size() && lines[i].line->shape == shape; };
  const auto signs = [&](std::size_t i) { return is(i, Shape::date) || is(i, Shape::organisation); };
  std::size_t at = lines.size();
  while (at > begin && !is(at - 1, Shape::date)) --at;
  if (at == begin && !(begin > 0 && is(begin - 1, Shape::date)))
    while (at < lines.size() && (at == 0 || !signs(at - 1) || signs(at))) ++at;  // …报社⏎⏎某合作社　常年供应苗木
  const bool below = at > 0 && at + kLeast <= lines.size() && signs(at - 1) && lines[at].line->blank_before;
  return below ? at : lines.size();
}

/// 鸿运火锅城 below a notice of a few sentences: somebody else's name, under which no line states anything, and the last says where.
std::size_t begin_of_seller(const Draft& draft, std::size_t begin, const Page& page, const AdSigns& signs) {
  constexpr std::uint32_t kLongestName = 14;  // characters
  if (begin < 2 || begin + kLeast > draft.lines.size()) return draft.lines.size();
  const Line &name = *draft.lines[begin].line, &above = *draft.lines[begin - 1].line;
  const bool named = (name.shape == Shape::organisation || is_brief(name.shape)) && name.open && name.chars <= kLongestName;
  const auto is_placed = [&](const DraftLine& line) { return signs.holds_address(page.view(line.line->span)); };
  const bool seller = named && states(above, page.view(above.span)) && std::any_of(draft.lines.begin() + static_cast<std::ptrdiff_t>(begin), draft.lines.end(), is_placed);
  return seller ? begin : draft.lines.size();
}

/// A line that says where the seller is found, or by which number.
bool reaches_seller(std::string_view line, const Rules& rules) { return rules.tables().compiled<AdSigns>().says_where(line) || !find_phones(line, rules).empty(); }

bool is_notice(const Draft& draft) { return draft.role() == Role::notice_heading || draft.role() == Role::notice; }

/// What is sold, and not only how to reach somebody, as the end of a piece of news may say.
bool sells(const Draft& draft, const Page& page, const AdSigns& signs) {
  return std::any_of(draft.lines.begin(), draft.lines.end(), [&](const DraftLine& line) {
    const std::string_view text = page.view(line.line->span);
    return signs.names_ad(text) || signs.holds_bargain(text);
  });
}

/// The lines from `begin` on as a draft of their own, under a title.
Draft cut_offer(Draft& draft, std::size_t begin) {
  Draft offer;
  const auto first = draft.lines.begin() + static_cast<std::ptrdiff_t>(begin);
  offer.lines.assign(first, draft.lines.end());
  draft.lines.erase(first, draft.lines.end());
  for (DraftLine& line : offer.lines) line.role = Role::body, line.glued = false;
  offer.lines.front().role = Role::title;
  return offer;
}

/// Where the next advertisement begins: behind how to reach the seller of the one before, where what follows is one by itself; the number of
/// lines where none does.
std::size_t begin_of_next(const Draft& draft, const Page& page, const Rules& rules, const AdSigns& signs) {
  const auto is_whole = [&](auto first, auto last) { return is_ad(Draft{{first, last}, {}}, page, rules); };
  for (std::size_t i = 1; i + kLeast <= draft.lines.size(); ++i) {
    const auto next = draft.lines.begin() + static_cast<std::ptrdiff_t>(i);
    const std::string_view above = page.view(draft.lines[i - 1].line->span), line = page.view(draft.lines[i].line->span);
    if (reaches_seller(above, rules) && !reaches_seller(line, rules) && !signs.names_ad(line) && is_whole(draft.lines.begin(), next) && is_whole(next, draft.lines.end()) && sells(Draft{{next, draft.lines.end()}, {}}, page, signs)) return i;
  }
  return draft.lines.size();
}

/// Moves what a box of furniture says of an advertisement before or behind it.
void move_labels(std::vector<Draft>& drafts, const Page& page, const Rules& rules, const AdSigns& signs) {
  const auto names_ad = [&](const DraftLine& line) { return signs.names_ad(page.view(line.line->span)); };
  const auto is_offer = [&](std::size_t d) { return d < drafts.size() && (is_article(drafts[d]) || drafts[d].role() == Role::caption) && is_ad(drafts[d], page, rules); };
  for (std::size_t d = 0; d < drafts.size(); ++d) {
    auto& lines = drafts[d].lines;
    if (drafts[d].role() != Role::furniture) continue;
    if (d > 0 && names_ad(lines.front()) && is_offer(d - 1)) {
      drafts[d - 1].lines.push_back({lines.front().line, Role::body});
      lines.erase(lines.begin());
    } else if (names_ad(lines.back()) && is_offer(d + 1)) {
      auto& offer = drafts[d + 1].lines;
      offer.insert(offer.begin(), {lines.back().line, Role::column});
      lines.pop_back();
    }
  }
  std::erase_if(drafts, [](const Draft& draft) { return draft.lines.empty(); });
}

/// 溪口酒坊　酿了百年: what an advertisement calls out first is its title, whatever it calls out below that.
void head_ad(Draft& draft, const Page& page, const Rules& rules) {
  auto& lines = draft.lines;
  const auto& signs = rules.tables().compiled<AdSigns>();
  const bool column = draft.role() == Role::column;
  if (!column && draft.role() != Role::kicker) return;
  if (column && (!is_ad(draft, page, rules) || signs.names_ad(page.view(lines.front().line->span)) || !sells(draft, page, signs))) return;
  if (type_of(draft, page, rules) != ArticleType::ad) return;
  lines.front().role = Role::title;
  for (auto line = lines.begin() + 1; line != lines.end(); ++line)
    if (is_headline(line->role) || line->role == Role::byline) line->role = Role::body;
}

}  // namespace

bool names_ad(const Draft& draft, const Page& page, const Rules& rules) {
  const auto& signs = rules.tables().compiled<AdSigns>();
  return std::any_of(draft.lines.begin(), draft.lines.end(), [&](const DraftLine& line) { return signs.names_ad(page.view(line.line->span)); });
}

bool is_ad(const Draft& draft, const Page& page, const Rules& rules) {
  constexpr std::size_t kStated = 2;  // sentences beside a bargain
  const auto& signs = rules.tables().compiled<AdSigns>();
  const auto tells_who = [](const DraftLine& line) { return line.role == Role::byline || line.line->shape == Shape::byline || line.line->shape == Shape::tail || line.line->tailed; };
  const bool reported = std::any_of(draft.lines.begin(), draft.lines.end(), tells_who);
  const auto is_long_offer = [&](const DraftLine& line) {
    const std::string_view text = page.view(line.line->span);
    if (states(*line.line, text) || reported) return false;  // most long lines
    return signs.holds_bargain(text) || (text.find("，") == std::string_view::npos && !find_phones(text, rules).empty());
  };
  std::size_t stated = 0;
  for (const DraftLine& line : draft.lines) {
    const std::string_view text = page.view(line.line->span);
    if (signs.names_ad(text)) return true;
    if (line.line->shape == Shape::dateline || line.line->chars > kLongestOffer || (line.line->chars > kLongest && !is_long_offer(line))) return false;
    stated += states(*line.line, text);
  }
  if (draft.lines.size() < kLeast || stated > kStated) return false;
  const auto any = [&](auto holds) { return std::any_of(draft.lines.begin(), draft.lines.end(), [&](const DraftLine& line) { return holds(page.view(line.line->span)); }); };
  return any([&](std::string_view text) { return reaches_seller(text, rules); }) && (stated == 0 || any([&](std::string_view text) { return signs.holds_bargain(text); }));
}

void take_ads_out(std::vector<Draft>& drafts, const Page& page, const Rules& rules) {
  const auto& signs = rules.tables().compiled<AdSigns>();
  for (std::size_t d = 0; d < drafts.size(); ++d) {
    const bool notice = is_notice(drafts[d]);
    if (!notice && !is_article(drafts[d])) continue;
    std::size_t begin = begin_of_offer(drafts[d], page);
    if (notice) begin = std::min(begin_below_notices(drafts[d], begin), begin_of_seller(drafts[d], begin, page, signs));
    if (begin == 0 || begin == drafts[d].lines.size() || (!notice && is_ad(drafts[d], page, rules))) continue;
    Draft offer{{drafts[d].lines.begin() + static_cast<std::ptrdiff_t>(begin), drafts[d].lines.end()}, {}};
    if (!is_ad(offer, page, rules) || !sells(offer, page, signs)) continue;
    drafts.insert(drafts.begin() + static_cast<std::ptrdiff_t>(d + 1), cut_offer(drafts[d], begin));
    ++d;
  }
  for (std::size_t d = 0; d < drafts.size(); ++d) {
    if (!is_article(drafts[d]) || drafts[d].lines.size() <= kLeast || drafts[d].lines.size() > kMostOfAds || !is_ad(drafts[d], page, rules)) continue;
    const std::size_t begin = begin_of_next(drafts[d], page, rules, signs);
    if (begin < drafts[d].lines.size()) drafts.insert(drafts.begin() + static_cast<std::ptrdiff_t>(d + 1), cut_offer(drafts[d], begin));
  }
  move_labels(drafts, page, rules, signs);
  for (Draft& draft : drafts) head_ad(draft, page, rules);
}

}  // namespace jianbao
