// Sentences that are notices by their own words, behind one that is complete.
#include <algorithm>
#include <vector>

#include "fields/dates.h"
#include "names/organisations.h"
#include "notice_signs/notice_kind.h"
#include "notice_signs/notice_lines.h"
#include "notice_signs/notice_words.h"
#include "notice_signs/phones.h"
#include "notice_parts/notice_courts.h"
#include "notice_parts/notice_party_words.h"
#include "notice_parts/notice_subject.h"
#include "notice_parts/notice_signature.h"
#include "notice_groups/notice_start_walk.h"
#include "text/chars.h"

namespace jianbao {
namespace {

constexpr std::size_t kNone = StartWalk::kNone;

static bool in_brackets(std::string_view text) { return fold(first_char(text)) == U'（' && fold(last_char(text)) == U'）'; }

/// A firm that does something; one that stands alone signs what is before it.
bool begins_with_firm(std::string_view text, const Rules& rules) {
  std::size_t end = 0;
  const std::vector<Party> parties = read_signature(text, rules) ? std::vector<Party>{} : read_subject(text, rules, &end);
  if (!parties.empty() && parse_date(text, skip_spaces(text, end))) return false;  // and so does one with a date behind it
  return !parties.empty() && parties.front().organization;
}

/// 甲丰公司 behind 上海甲丰贸易有限公司: a firm that a text names, in whole or in short.
bool is_told_of(std::string_view name, std::string_view text, const Rules& rules) {
  constexpr std::size_t kFirm = 6;  // bytes of 公司
  const bool shortened = organisation_suffix(name, rules) == kFirm;
  return text.find(shortened ? name.substr(0, name.size() - kFirm) : name) != kNone;
}

/// 债权人甲公司: who is named by what he is to another does not speak.
bool has_role(std::string_view name, const Rules& rules) {
  const PartyWords& words = party_words(rules);
  return words.leads.prefix_of(name) > 0 || words.roles.prefix_of(name) > 0 || words.skips.prefix_of(name) > 0;
}

/// Whether a sentence and the text before it each say clearly what they make known, or both the same.
bool declares_too(std::string_view sentence, std::string_view open, const KindTable& kinds) {
  const KindScore here = kind_of({}, sentence, kinds), there = kind_of({}, open, kinds);
  if (here.kind == KindTable::kNone || there.kind == KindTable::kNone) return false;
  return (here.weight >= kClear && there.weight >= kClear) || (here.kind == there.kind && kinds.declares(here.kind));
}

}  // namespace

void begin_behind_closing(StartWalk& walk, std::size_t end) {
  const std::size_t at = skip_spaces(walk.text, end);
  if (at == end || at >= walk.text.size() || read_signature(walk.text.substr(at), walk.rules)) return;
  const std::string_view rest = walk.text.substr(at), sentence = rest.substr(0, rest.find("。"));
  if (kind_of({}, sentence, walk.rules.tables().compiled<KindTable>()).weight >= kClear && !read_subject(sentence, walk.rules).empty()) walk.begin_at(at);
}

bool begin_declared(StartWalk& walk, std::size_t at) {
  const std::size_t stop = walk.behind_mark(at, U"。；！");
  if (stop == kNone || stop >= at || stop <= walk.last() || parse_date(walk.text, at)) return false;  // a day behind a name signs with it
  const std::size_t begin = stop + bullet_length(walk.text.substr(stop));
  const std::size_t end = begin < at ? organisation_end(walk.text.substr(0, at), begin, walk.rules) : kNone;
  if (end == kNone || (end < at && !in_brackets(walk.text.substr(end, at - end)))) return false;
  const std::size_t least = walk.reach(stop);
  const std::string_view open = walk.text.substr(least, stop - least), rest = walk.text.substr(stop);
  const std::string_view name = walk.text.substr(begin, end - begin);
  if (is_told_of(name, open, walk.rules) || names_court(name, walk.rules) || has_role(name, walk.rules)) return false;
  if (!declares_too(rest.substr(0, rest.find("。")), open, walk.rules.tables().compiled<KindTable>())) return false;
  walk.begin_at(stop);
  return true;
}

void begin_small_ads(StartWalk& walk) {
  constexpr double kClearAd = 6;  // weight of an ad's one sentence
  if (walk.text.find("。") + 3 >= walk.text.size()) return;
  const std::vector<Phone> phones = find_phones(walk.text, walk.rules);
  if (phones.empty()) return;  // most texts: the tables need not be there
  const auto& words = walk.rules.tables().compiled<NoticeWords>();
  const auto& kinds = walk.rules.tables().compiled<KindTable>();
  for (std::size_t i = 0; i < phones.size(); ++i) {
    std::size_t at = phones[i].end;
    if (at >= walk.text.size() || (!is_han(char_at(walk.text, at)) && next_char(walk.text, at) != U'。')) continue;
    const std::string_view rest = walk.text.substr(at), sentence = rest.substr(0, rest.find("。"));
    if (words.is_contact_line(sentence) || kind_of({}, sentence, kinds).weight < kClearAd) continue;
    if (i + 1 == phones.size() && !begins_with_firm(sentence, walk.rules)) break;  // behind the last number no ad stands that ends with one
    walk.begin_at(at);
  }
}

}  // namespace jianbao
