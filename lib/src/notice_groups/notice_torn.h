// Lines that go on inside of what the line before breaks off in: a word, a list of names, brackets, a number.
#pragma once

#include <string_view>

#include "notice_groups/notice_group_state.h"

namespace jianbao {

/// The end of a text and the begin of the next stand in one word.
bool parts_word(std::string_view last, std::string_view first);

/// The same, or in one list of names, or in one pair of brackets.
bool goes_on_within(std::string_view last, std::string_view text);

/// The text goes on inside of the word, or of the list of numbers, that the open notice breaks off in: …遗失残疾|人证，声明作废。
bool is_torn(std::string_view text, const GroupState& state);

}  // namespace jianbao
