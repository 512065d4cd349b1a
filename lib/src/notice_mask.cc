// Privacy: what identifies a person is masked in all fields and texts of a notice.
#include <functional>

#include "chars.h"
#include "identifiers.h"
#include "jianbao/records.h"

namespace jianbao {
namespace {

std::size_t digits_end(std::string_view text, std::size_t at) {
  while (at < text.size() && is_digit(char_at(text, at))) next_char(text, at);
  return at;
}

/// The characters from the n-th to the m-th of a run replaced by *.
std::string starred(std::string_view run, std::size_t from, std::size_t to) {
  std::string out;
  std::size_t n = 0;
  for (std::size_t at = 0; at < run.size(); ++n) {
    const std::size_t begin = at;
    next_char(run, at);
    if (n >= from && n < to) out += '*';
    else out += run.substr(begin, at - begin);
  }
  return out;
}

/// 430602********172X for an identity number, 138****0000 for a mobile number: what stays is what papers print themselves.
std::string masked_run(std::string_view run, char32_t next) {
  const std::string plain = to_ascii(run);
  const std::string whole = fold(next) == 'X' || fold(next) == 'x' ? plain + 'X' : plain;
  if (is_identity_number_shape(whole) && !credit_code_checks(whole)) return starred(run, 6, 14);
  if (plain.size() == 11 && plain[0] == '1' && plain[1] >= '3') return starred(run, 3, 7);
  return std::string(run);
}

}  // namespace

std::string masked(std::string_view text) {
  std::string out;
  bool letter = false;  // a run behind a letter is part of another number
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_char(text, at);
    if (!is_digit(c)) {
      out.append(text.substr(begin, at - begin));
      letter = is_letter(c);
      continue;
    }
    at = digits_end(text, begin);
    const std::string_view run = text.substr(begin, at - begin);
    out += letter ? std::string(run) : masked_run(run, char_at(text, at));
  }
  return out;
}

namespace {

void mask(Fields& fields) {
  for (auto& [name, value] : fields) {
    if (auto* text = std::get_if<std::string>(&value)) *text = masked(*text);
    else if (auto* list = std::get_if<std::vector<std::string>>(&value))
      for (std::string& one : *list) one = masked(one);
  }
}

}  // namespace

void mask(Notice& notice) {
  for (std::string* text : {&notice.title, &notice.text, &notice.signatory}) *text = masked(*text);
  for (Party& party : notice.parties) party.name = masked(party.name);
  for (Item& item : notice.items) {
    item.name = masked(item.name);
    item.issuer = masked(item.issuer);
    for (std::string& number : item.numbers) number = masked(number);
    mask(item.fields);
  }
  for (std::string& phone : notice.phones) phone = masked(phone);
  mask(notice.fields);
}

}  // namespace jianbao
