#include "notices/notice_leading_number.h"

#include "fields/identifiers.h"
#include "notice_signs/notice_scan.h"
#include "notices/notice_document_numbers.h"
#include "notices/notice_thing_name.h"
#include "text/chars.h"
#include "text/numeral.h"

namespace jianbao {
namespace {

constexpr std::size_t kNone = std::string_view::npos;
constexpr std::size_t kHan = 3;  // bytes of a character

/// 第11223344号|“海川”|商标注册证: nothing but a name in quotes stands there.
bool is_quoted(std::string_view text, std::size_t begin, std::size_t end) {
  const std::string_view between = text.substr(begin, end - begin);
  return !between.empty() && first_char(between) == U'“' && between.find("”") == between.size() - kHan;
}

/// …401|单元的|闽（2018）…号, …502|室|长房权证字第…号: behind the end of where the thing lies.
std::size_t behind_location(std::string_view text, std::size_t begin, std::size_t end, const ItemWords& words) {
  if (begin == 0 || !is_digit(char_at(text, before(text, begin)))) return begin;
  std::size_t at = begin;
  while (const auto place = words.addresses.find(text, at)) at += place.bytes;
  if (at > begin) at += words.possessives.find(text, at).bytes;
  return at < end ? at : begin;
}

/// 自2024年5月1日起启用|编号为4310000858的公章: where a label of a number stands behind words that belong to no name; `at` where none does.
std::size_t behind_act(std::string_view phrase, std::size_t at, const ItemWords& words) {
  for (std::size_t place = at; place < phrase.size();) {
    const auto act = words.possessives.find(phrase, place);
    if (act && words.numbers.find(phrase, place + act.bytes)) return place + act.bytes;
    if (act) place += act.bytes;
    else next_char(phrase, place);
  }
  return at;
}

/// 湘（2018）第0001234号; what 第七中学2012 holds counts a school.
bool is_counted(std::string_view number, const ItemWords& words) {
  std::size_t at = 0;
  for (auto serial = words.serials.search(number, 0, at); serial; serial = words.serials.search(number, at + serial.bytes, at))
    if (!is_cn_numeral(char_at(number, at + serial.bytes))) return true;
  return false;
}

}  // namespace

std::optional<std::string> read_leading_number(std::string_view text, std::size_t at, std::size_t name, const ItemWords& words) {
  const std::string_view phrase = text.substr(0, name);
  for (bool begins = true; at < name; begins = ends_thing(next_char(text, at))) {
    while (begins) {  // 因保管不善，将滨房字第0119872号…
      auto word = words.possessives.find(phrase, at);
      if (!word) word = words.caused.find(phrase, at);
      if (!word) break;
      at += word.bytes;
    }
    if (at >= name) break;
    const std::size_t first = document_number_end(text, at), end = first == kNone ? first : number_range_end(text, first);
    if (end == kNone || (end + kHan < name && !is_quoted(text, end, name)) || end > name + kHan || is_closing(char_at(text, end))) continue;
    const std::size_t begin = behind_location(text, at, end, words);
    const std::string_view number = text.substr(begin, end - begin);
    if (!is_counted(number, words)) continue;
    return std::string(number);
  }
  return {};
}

std::optional<std::string> read_labelled_lead(std::string_view text, std::size_t at, std::size_t name, const ItemWords& words) {
  const std::string_view phrase = text.substr(0, name);
  at = behind_act(phrase, skip_spaces(phrase, at), words);
  const std::size_t label = words.numbers.find(phrase, at).bytes;
  if (label == 0 || words.other_numbers.find(phrase, at).bytes > label) return {};
  at = skip_to_value(phrase, at + label);
  at += words.gaps.find(phrase, at).bytes;
  const std::size_t end = document_number_end(phrase, at);
  if (end == kNone || end + words.possessives.find(phrase, end).bytes != name) return {};
  return std::string(phrase.substr(at, end - at));
}

}  // namespace jianbao
