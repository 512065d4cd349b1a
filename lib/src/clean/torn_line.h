// Whether a printed line breaks off inside of a number, a date, a code or a bracket that the next one goes on with.
#pragma once

#include <string_view>

namespace jianbao {

/// 号码：4301021990⏎03074510，声明作废; 公章（编号：2201⏎045678901）: digits behind a colon and digits that a comma, stop or closing
/// bracket ends, or digits in a bracket. Digits that count something, or that a list is counted by, end otherwise.
bool number_torn(std::string_view line, std::string_view following);

/// 登记号：P⏎DY00123453032417: capitals behind a mark or Han, and what goes on with many digits: no two words.
bool code_torn(std::string_view line, std::string_view following);

/// 人民法院 二〇⏎二四年十月八日: a date that ends with the next line, and with no other.
bool date_torn(std::string_view line, std::string_view following);

/// 章德林于2019⏎年3月8日捡拾: the figures of a year, and the rest of its date with whatever goes on behind it.
bool year_torn(std::string_view line, std::string_view following);

/// 公章（编号：2201045678901⏎）、法人章, 管理人（通信⏎地址：文昌街62号）: the text up to a line's end leaves the bracket open that
/// the text behind it closes.
bool bracket_torn(std::string_view before_end, std::string_view behind_end);

}  // namespace jianbao
