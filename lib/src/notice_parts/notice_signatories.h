// The names that sign a notice: persons and organisations side by side, each behind what he is.
#pragma once

#include <string>
#include <string_view>

#include "jianbao/rules.h"

namespace jianbao {

/// 患者之子　李四, 声明人：李四: without what says who signs.
std::string_view without_role(std::string_view text, const Rules& rules);

/// A name; 拍卖会定于12月1日9时举行 ends like one, and so does what begins 电话0692-7123456　….
bool is_firm(std::string_view text, const Rules& rules);

/// 张经理, 李女士: whom to ask; who signs gives the whole name.
bool is_titled(std::string_view text, const Rules& rules);

/// Of a person or an organisation that may sign.
bool is_signing_name(std::string_view text, const Rules& rules);

/// 律师：李四, 代理机构：…, 李四律师　王五律师: stands among the signatures of a notice and signs nothing.
bool names_witnesses(std::string_view line, const Rules& rules);

/// The names that make up the whole text, joined by 、; empty where something else stands there too.
std::string read_signatories(std::string_view text, const Rules& rules);

}  // namespace jianbao
