#include "notice_parts/notice_parties.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

#include "names/organisations.h"
#include "names/persons.h"
#include "notice_signs/notice_lines.h"
#include "notice_signs/notice_scan.h"
#include "notice_parts/notice_addressees.h"
#include "notice_parts/notice_named_parties.h"
#include "notice_parts/notice_party_names.h"
#include "notice_parts/notice_party_rows.h"
#include "notice_parts/notice_party_words.h"
#include "notice_parts/notice_run_in.h"
#include "text/chars.h"

namespace jianbao {
namespace {

/// Who signs: beside a name that is sure, one of a kind that has no surname counts; alone only a label made it a signature (声明人：占海燕).
std::vector<Party> read_signed(std::string_view signatory, const Rules& rules) {
  auto parties = read_parties(signatory, rules);
  if (parties.empty()) return is_unknown_name(signatory, rules) ? std::vector{Party{plain_name(signatory), false}} : parties;
  std::vector<Party> all;
  for (const std::string_view name : parts_of(signatory)) {
    if (auto party = read_party(name, rules)) all.push_back(std::move(*party));
    else if (is_sounded(name, rules)) all.push_back({plain_name(name), false});
  }
  return all.size() > parties.size() ? all : parties;
}

/// The first of the parts of an expression that a mark parts; takes it off.
std::string_view take_part(std::string_view& expression, char mark) {
  const std::size_t end = std::min(expression.find(mark), expression.size());
  const std::string_view part = trim(expression.substr(0, end));
  expression.remove_prefix(std::min(end + 1, expression.size()));
  return part;
}

/// 本报副刊部: what the newspaper calls a part of itself; nobody where something else signs.
std::vector<Party> read_paper(std::string_view signatory, const Rules& rules) {
  if (party_words(rules).papers.prefix_of(signatory) == 0 || !is_organisation(signatory, rules)) return {};
  return {{std::string(signatory), true}};
}

std::vector<Party> read_source(std::string_view source, const PartyContext& context, const Rules& rules) {
  if (source == "subject") {
    auto parties = context.subject.parties();
    std::erase_if(parties, [&](const Party& p) { return context.court.ends_with(p.name); });  // 某法院裁定批准…: it speaks, it is no party
    if (parties.empty()) parties = read_named(source, context.subject.text(), rules);  // 本公司（…）, 经某公司股东会决定
    return parties;
  }
  if (source == "addressee") return read_addressees(context.lines, rules);
  if (source == "called") return calls_somebody(context.lines, rules) ? read_addressees(context.lines, rules) : std::vector<Party>{};
  if (source == "listed") return read_row_parties(context.lines, rules);
  if (source == "signatory") return read_signed(context.signatory, rules);
  if (source == "paper") return read_paper(context.signatory, rules);
  if (source == "court") return read_parties(context.court, rules);
  if (source == "person") {
    auto parties = context.subject.parties();
    std::erase_if(parties, [](const Party& p) { return p.organization; });
    return parties;
  }
  return read_named(source, context.subject.text(), rules);
}

}  // namespace

std::vector<Party> read_addressees(std::string_view text, const Rules& rules) {
  std::size_t begin = bullet_length(text);
  begin += run_in_heading(text.substr(begin), rules);
  int depth = 0;
  std::size_t n = 0;
  for (std::size_t at = begin; at < text.size() && n < 400; ++n) {
    const std::size_t place = at;
    const char32_t c = fold(next_char(text, at));
    if (c == U'（') ++depth;
    if (c == U'）') depth = std::max(0, depth - 1);
    if (is_stop(c)) return {};
    const bool comma = c == U'，' && calls_with_comma(text.substr(begin, place - begin), trim(text.substr(at)), rules);
    const bool gap = comma || ((is_space(c) || c == U'；') && place > begin && opens_court_notice(trim(text.substr(at)), rules));  // 张三、李四　本院受理…, 张三；本院受理…
    if ((c != U'：' && !gap) || depth > 0) continue;
    const std::string_view names = text.substr(begin, place - begin);
    if (c == U'：' && read_parties(names, rules).empty() && calls_somebody(trim(text.substr(at)), rules)) {  // 劳动仲裁送达：甲公司：本委…
      begin = at;
      continue;
    }
    if (speaks_to(trim(text.substr(at)), rules))
      if (auto called = read_called(names, rules); !called.empty()) return called;
    return read_parties(names, rules);
  }
  return {};
}

std::vector<Party> read_party_column(std::string_view column, const PartyContext& context, const Rules& rules) {
  std::vector<Party> all;
  while (!column.empty())
    for (std::string_view alternatives = take_part(column, '+'); !alternatives.empty();)
      if (auto parties = read_source(take_part(alternatives, '|'), context, rules); !parties.empty()) {
        add_new(all, std::move(parties));
        break;
      }
  return all;
}

}  // namespace jianbao
