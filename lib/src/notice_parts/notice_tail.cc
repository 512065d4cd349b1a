#include "notice_parts/notice_tail.h"

#include <string>
#include <vector>

#include "names/organisations.h"
#include "notice_signs/notice_cell_lines.h"
#include "notice_signs/notice_rows.h"
#include "notice_signs/notice_scan.h"
#include "notice_signs/notice_words.h"
#include "notice_signs/phones.h"
#include "notice_parts/notice_addressees.h"
#include "notice_parts/notice_courts.h"
#include "notice_parts/notice_dates.h"
#include "notice_parts/notice_party_words.h"
#include "notice_parts/notice_signatories.h"
#include "names/persons.h"

namespace jianbao {
namespace {

constexpr std::size_t kNone = std::string_view::npos;
constexpr int kTailLines = 5;

/// 联系电话：0596-6538102 on a line of its own, between two that sign.
bool is_phone_line(std::string_view line, const Rules& rules) {
  constexpr std::size_t kLongest = 30;  // characters
  return count_chars(line) <= kLongest && rules.tables().compiled<NoticeWords>().is_contact_line(line) && line.find("：") == line.rfind("：") &&
         !find_phones(line, rules).empty();
}

/// Behind the last sentence of a line, or behind 特此公告 without a stop; kNone where the line is one sentence.
std::size_t last_piece(std::string_view line, const Rules&) {
  for (std::size_t at = line.size(); (at = skip_han_back(line, at)) > 0;) {
    const std::size_t behind = at;
    at = before(line, at);
    if (is_stop(char_at(line, at))) return behind;
  }
  return kNone;
}

/// Behind the last place of the longest closing that stands there; kNone where none does.
std::size_t behind_closing(std::string_view line, const Rules& rules) {
  const WordList& closings = party_words(rules).closings;
  std::size_t end = kNone, longest = 0, chosen = 0;
  closings.each_in(line, [&](std::size_t at, std::size_t number) {
    const std::size_t length = closings[number].size();
    if (length < longest || (length == longest && number > chosen)) return false;
    longest = length;
    chosen = number;
    end = at + length;
    return false;
  });
  return end;
}

/// Behind the last space that follows a number: 电话：0574-63123456 慈溪市鸿运制衣厂.
std::size_t behind_number(std::string_view line, const Rules&) {
  for (std::size_t at = line.size(); (at = skip_han_back(line, at)) > 0;) {
    const std::size_t behind = at;
    at = before(line, at);
    if (is_space(char_at(line, at)) && at > 0 && is_digit(char_at(line, before(line, at)))) return behind;
  }
  return kNone;
}

/// Behind the number of a house that the last Han of a line follow: …滨江路118号|云台县某拍卖有限公司; kNone where none do.
std::size_t behind_house(std::string_view line) {
  std::size_t at = han_begin(line, line.size());
  if (at == 0 || at >= line.size() || !is_digit(char_at(line, before(line, at)))) return kNone;
  return std::u32string_view(U"号室楼层栋幢").find(next_char(line, at)) != std::u32string_view::npos ? at : kNone;
}

/// Behind a telephone number that the name follows at once: 服务热线：95598江州供电公司; kNone where something else stands there.
std::size_t behind_phone(std::string_view line, const Rules& rules) {
  constexpr std::size_t kLeastDigits = 5;
  const auto date = date_at_end(line);
  if (date) line = trim(line.substr(0, date->begin));
  if (const std::size_t house = behind_house(line); house != kNone && date && is_organisation(line.substr(house), rules)) return house;
  const std::size_t name = han_begin(line, line.size());
  std::size_t at = name;
  if (at > 0 && fold(char_at(line, before(line, at))) == U'，') at = before(line, at);  // 电话7822874，某自然资源局
  return name < line.size() && digits_before(line, at) >= kLeastDigits && is_organisation(line.substr(name), rules) ? name : kNone;
}

/// 某公司　1,500　402.77　李四: the row of a table that begins in `above`, under its header. What it ends with signs nothing.
bool is_row_below(std::string_view above, std::string_view line, const Rules& rules) {
  constexpr std::size_t kLeast = 3;  // cells
  const std::size_t cells = count_cells(line);
  if (cells < kLeast) return false;
  while (!above.empty()) {
    above.remove_suffix(1);  // the line's end
    const std::size_t lf = above.rfind('\n'), begin = lf == kNone ? 0 : lf + 1;
    const std::string_view row = trim(above.substr(begin));
    if (const std::size_t columns = header_columns(row, rules); columns > 0) return cells + 1 >= columns && cells <= columns;
    const bool torn = count_cells(row) == 1 && !is_stop(last_char(row)) && !ends_in_colon(row);  // the first cell of a row, or its last one
    if (count_cells(row) < kLeast && !torn) return false;
    above = above.substr(0, begin);
  }
  return false;
}

/// 现将名单公示如下：⏎王小五、李四: names that the line above leads to sign nothing.
bool is_led_list(std::string_view above, std::string_view line) {
  constexpr std::string_view kMark = "、";
  if (above.ends_with('\n')) above.remove_suffix(1);
  return line.find(kMark) != kNone && ends_in_colon(trim(above));
}

/// A court in brackets is nothing but the signature, whatever stands before it.
std::size_t bracketed_court(std::string_view line, const Rules& rules) {
  const std::size_t open = bracket_at_end(line);
  if (open == kNone) return kNone;
  const std::string_view name = without_brackets(line.substr(open));
  return is_organisation(name, rules) && names_court(name, rules) ? open : kNone;
}

/// 电话：0574-6312345　2024年5月6日, but not A10882　2025-01-22, which is a row, nor 电话：27330915　李生, who is asked.
bool signs_behind_number(const Signature& signature, std::string_view lead, std::string_view rest, const Rules& rules) {
  if (without_role(rest, rules).size() < rest.size()) return true;  // 13900000000　儿子：李四
  if (signature.names.empty()) return ends_with_phone(lead, rules);
  return signature.date || is_organisation(signature.names, rules) || !ends_with_phone(lead, rules);
}

/// What signs behind other text on a line: behind the last sentence, 特此公告, a number, a telephone, or a court in brackets. `begin` is set to
/// where it begins, of a line that begins at `line_begin`.
std::optional<Signature> read_last_piece(std::string_view line, std::size_t line_begin, std::size_t& begin, const Rules& rules) {
  if (is_counted_row(line)) return {};  // 3　某公司　2,987,004.55　某公司: a row of a table
  for (const auto piece_of : {last_piece, behind_closing, behind_number, behind_phone, bracketed_court}) {
    const std::size_t piece = piece_of(line, rules);
    if (piece == kNone || piece >= line.size()) continue;
    const std::string_view rest = without_case(line.substr(skip_spaces(line, piece)), rules);
    auto signature = read_signature(rest, rules);
    if (!signature) continue;
    if (piece == behind_number(line, rules) && !signs_behind_number(*signature, trim(line.substr(0, piece)), rest, rules)) continue;
    begin = line_begin + line.size() - rest.size();
    return signature;
  }
  return {};
}

/// 李四　13900000000: a line of nothing but a name that stands in the text above, and how to reach whoever signs so.
std::optional<Signature> reachable_signer(std::string_view line, std::string_view above, const Rules& rules) {
  std::size_t end = 0;
  while (end < line.size() && is_han(char_at(line, end))) next_char(line, end);
  const std::string_view name = line.substr(0, end), rest = trim(line.substr(end));
  if (rest.empty() || !is_digit(first_char(rest)) || !is_person(name, rules) || above.find(name) == kNone) return {};
  const std::vector<Phone> phones = find_phones(rest, rules);
  if (phones.size() != 1 || phones.front().end < rest.size() || !phones.front().mobile) return {};
  return Signature{std::string(name), {}};
}

}  // namespace

Tail read_tail(std::string_view text, const Rules& rules, const std::optional<Signature>* last_line) {
  Tail tail{{}, text.size()};
  std::size_t cursor = text.size();
  const std::size_t table_end = cell_lines_in(text, rules).end;  // its cells sign nothing
  for (int n = 0; n < kTailLines && cursor > 0; ++n) {
    std::size_t end = cursor;
    while (end > 0 && (text[end - 1] == '\n' || is_space(char_at(text, before(text, end))))) end = before(text, end);
    const std::size_t lf = text.substr(0, end).rfind('\n');
    const std::size_t line_begin = lf == kNone ? 0 : lf + 1;
    if (line_begin < table_end) break;
    const std::string_view line = text.substr(line_begin, end - line_begin);
    std::size_t begin = line_begin;
    const bool dated = tail.signature.date && tail.signature.names.empty();
    auto signature = n == 0 && last_line ? *last_line : read_signature(dated ? without_damaged_role(line, true, rules) : line, rules);
    if (signature) begin += line.size() - without_case(line, rules).size();  // the number of the case stays above who signs
    if (!signature && n == 0) signature = reachable_signer(line, text.substr(0, line_begin), rules);
    if (!signature && line_begin > 0 && is_phone_line(line, rules)) {  // below who signs, or between two that do
      cursor = line_begin;
      continue;
    }
    if (!signature && !is_row_below(text.substr(0, line_begin), line, rules)) signature = read_last_piece(line, line_begin, begin, rules);
    if (!signature || begin == 0 || is_led_list(text.substr(0, line_begin), line)) break;
    if (signature->date && tail.signature.date) break;
    if (signature->date) tail.signature.date = signature->date;
    if (!signature->names.empty())
      tail.signature.names = signature->names + (tail.signature.names.empty() ? "" : "、" + tail.signature.names);
    tail.begin = cursor = begin;
    if (begin != line_begin) break;
  }
  return tail;
}

}  // namespace jianbao
