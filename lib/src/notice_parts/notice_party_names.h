// Names of parties: one, or a list of them, cleaned of titles, leads and brackets.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "jianbao/records.h"
#include "text/chars.h"

namespace jianbao {

/// A mark behind which another party, or none, is named.
constexpr bool is_comma(char32_t c) {
  const char32_t mark = fold(c);
  return mark == U'，' || mark == U'；' || mark == U'：' || is_stop(c) || c == '\n';
}

/// JOHN·SMITH, GREEN FIELD CO.,LTD: letters and the marks between them.
bool is_latin_name(std::string_view name);

/// One name; nothing where what is left is no person and no organisation.
std::optional<Party> read_party(std::string_view name, const Rules& rules);

/// 云台县白云镇石井村李四: a person right behind where he lives; what reads as a word there is none.
std::optional<Party> read_dweller(std::string_view name, const Rules& rules);

/// The parts of a list; a 、 or comma inside brackets separates nothing.
std::vector<std::string_view> parts_of(std::string_view text);

/// A prefix that is one party or a list of them and nothing else.
std::vector<Party> read_whole(std::string_view text, const Rules& rules);

/// Two to four Han that are no other word: names of Tibetans, Mongols and others have no surname.
bool is_unknown_name(std::string_view text, const Rules& rules);

/// The parties of a list, what is none passed over.
std::vector<Party> read_parties(std::string_view text, const Rules& rules);

/// Adds those whose names are not among them yet.
void add_new(std::vector<Party>& all, std::vector<Party> more);

/// 关于注销|甲合作社的公告: a heading without what tells that it speaks of somebody, and of what.
std::string_view behind_about(std::string_view heading, const Rules& rules);

}  // namespace jianbao
