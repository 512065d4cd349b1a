// Whom a notice calls by name before its first colon. There every part of the list is a name, whatever it looks like: names of
// other peoples have no surname, foreign firms are printed in their own script.
#pragma once

#include <string_view>
#include <vector>

#include "jianbao/records.h"

namespace jianbao {

/// Whether what stands behind the colon speaks to somebody: 本院受理…, 你于…, …公告送达….
bool speaks_to(std::string_view text, const Rules& rules);

/// The parties of a list of names; nothing where a part of it can be none.
std::vector<Party> read_called(std::string_view names, const Rules& rules);

/// 我公司…, 本校…: somewhere in it speaks who signs, without a name.
bool speaks_of_itself(std::string_view text, const Rules& rules);

/// 张三、李四：你们于…: a text that begins with the names of those whom it speaks to.
bool calls_somebody(std::string_view text, const Rules& rules);

/// 陈四，|本院受理…诉你…: whether `text` speaks to those whose names stand before a comma that OCR made of a colon.
bool calls_with_comma(std::string_view names, std::string_view text, const Rules& rules);

/// Behind the number of the case that stands before the addressees: （2021）川0399民初87号 张三：….
std::string_view behind_case(std::string_view text);

}  // namespace jianbao
