// What proves that a line goes on in the next, though it fills no column: a number, a name, a bracket, an address or a word that the line end
// tears, or a paragraph whose rest stands right below. torn_line.h says it of two texts; here the lines of the page have their say as well.
// Numbers of lines are those of JoinPage::lines; line i has one behind it, and of the lines before it it is known already which go on.
#pragma once

#include <cstddef>

#include "clean/join_page.h"

namespace jianbao {

/// 管理人（通信⏎地址：文昌街62号；⏎联系人：李律师）: a bracket may have several lines.
bool bracket_goes_on(const JoinPage& page, std::size_t i);

/// www.cctv.c⏎om: the rest of an address in the net, which may have begun lines above.
bool address_goes_on(const JoinPage& page, std::size_t i);

/// A line ends early where a number or an address that does not fit stands on the next: 电话：⏎13900000000, www⏎.example.
bool code_goes_on(const JoinPage& page, std::size_t i);

/// 13800000000, 0563-6022188: a telephone number and nothing else; no day, no figure of a table.
bool is_phone_number(std::string_view line);

/// A quotation or the name of a work that line `i` opens and the next one closes.
bool is_pair_torn(const JoinPage& page, std::size_t i);

/// …　1,236,547.21⏎2　某厂: behind a sum with its cents the number of the next row, and a name.
bool is_next_count(const JoinPage& page, std::size_t i);

/// “第一，…；⏎“第二，…；: of a speech in several paragraphs each opens the quote that only the last one closes.
bool is_next_of_speech(const JoinPage& page, std::size_t i);

/// 编辑：温琪　⏎校对：方小禾, 实习生⏎　方小禾: whether the gap between line `i` and the next one is of the text: a wide space at the end of a line that may fill its column, or at the begin of the next one, parts what stands in
/// one paragraph.
bool goes_on_over_gap(const JoinPage& page, std::size_t i);

/// Whether the line end tears what is one thing for sure, the lines standing right below one another: a number, a year, a date, a name,
/// a bracket or a quantity.
bool is_torn(const JoinPage& page, std::size_t i);

/// Whether a line of running text that is too short for its column breaks off in a word, a sentence or a paragraph.
bool text_goes_on(const JoinPage& page, std::size_t i);

}  // namespace jianbao
