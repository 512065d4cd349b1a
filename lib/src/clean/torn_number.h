// Whether a printed line breaks off inside of a number that the next one goes on with.
#pragma once

#include <string_view>

namespace jianbao {

/// 号码：4301021990⏎03074510，声明作废; 公章（编号：2201⏎045678901）: digits behind a colon and digits that a comma, stop or closing
/// bracket ends. Digits that count something, or that a list is counted by, end otherwise.
bool number_torn(std::string_view line, std::string_view following);

/// 公章（编号：2201045678901⏎）、法人章: the line leaves the bracket open that the next one begins with.
bool bracket_torn(std::string_view line, std::string_view following);

}  // namespace jianbao
