// Whether a printed line breaks off inside of a number, a date, a code, a bracket or a quotation that the next one goes on with.
#pragma once

#include <string_view>

#include "tables/suffix_index.h"

namespace jianbao {

/// 号码：4301021990⏎03074510，声明作废; 公章（编号：2201⏎045678901）: digits behind a colon and digits that a comma, stop or closing
/// bracket ends, or digits in a bracket. Digits that count something, or that a list is counted by, end otherwise.
bool number_torn(std::string_view line, std::string_view following);

/// 同比增长5.⏎7%: the point of a figure, and its decimals before what they count.
bool decimal_torn(std::string_view line, std::string_view following);

/// 87.4⏎.5, 增长8.6⏎%, CN 33⏎-9081, 3．雨4⏎．白: no line begins with the point, the sign or the dash of a figure.
bool tail_of_figure_torn(std::string_view line, std::string_view following);

/// 1,2⏎36个, 1,236,⏎547元: a group of three figures is torn, or its comma stands at the end.
bool thousands_torn(std::string_view line, std::string_view following);

/// 17,760,000.0⏎0　5,263.69: the cents of a sum with its groups of three figures.
bool cents_torn(std::string_view line, std::string_view following);

/// 5—⏎10公里, 1938～⏎1945: a range without its end.
bool range_torn(std::string_view line, std::string_view following);

/// 上午9:⏎30召开, 下午2：3⏎0，, 7:00—15:⏎00，: the minutes of an hour behind Han or another hour.
bool hour_torn(std::string_view line, std::string_view following);

/// 电话：822⏎3071, 邮编：43⏎0100: behind its label a number has `least` to `most` figures, and only with those of the next line.
bool labelled_torn(std::string_view line, std::string_view following, const SuffixIndex& labels, std::size_t least, std::size_t most);

/// 登记号：P⏎DY00123453032417: capitals behind a mark or Han, and what goes on with many digits: no two words.
bool code_torn(std::string_view line, std::string_view following);

/// 投稿邮箱：n⏎ews@paper.example: letters behind a mark, and more of them up to the sign of a mail's address.
bool mail_torn(std::string_view line, std::string_view following);

/// rw@paper.exam⏎ple, www.cctv.c⏎om，: an address that does not end as `domains` do, and its rest.
bool address_torn(std::string_view line, std::string_view following, const SuffixIndex& domains);

/// 人民法院 二〇⏎二四年十月八日: a date that ends with the next line, and with no other.
bool date_torn(std::string_view line, std::string_view following);

/// 章德林于2019⏎年3月8日捡拾, 经2025年11月1⏎日股东会决议: a year with its figures, the rest of its date with whatever goes on behind it.
bool year_torn(std::string_view line, std::string_view following);

/// 公章（编号：2201045678901⏎）、法人章, 管理人（通信⏎地址：文昌街62号）: the text up to a line's end leaves the bracket open that
/// the text behind it closes.
bool bracket_torn(std::string_view before_end, std::string_view behind_end);

/// Whether a quotation, or a name between such marks, that begins on one line ends on the next.
bool quotation_torn(std::string_view line, std::string_view following, char32_t opens = U'“', char32_t closes = U'”');

/// 微信：139⏎07350268, 电话：0776-468886⏎6: two runs of figures that make a number, whatever else stands on the lines.
bool phone_torn(std::string_view line, std::string_view following);

/// Any of them: a number, a decimal, a date, a year or a telephone number.
bool figures_torn(std::string_view line, std::string_view following);

}  // namespace jianbao
