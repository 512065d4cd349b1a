// Rows of tables and lists among the lines of a notice, which sign nothing and begin none.
#pragma once

#include <string_view>

#include "notice_groups/notice_group_state.h"

namespace jianbao {

/// A row below the header of a table, counted or not: 2　某公司　…. What it ends with signs nothing.
bool is_table_row(std::string_view text, const GroupState& state);

/// 李四　学生证　某学院　20220317: one of several lines below a heading of losses, each with a loser and what was lost.
bool is_loss_row(std::string_view text, const GroupState& state);

/// 9月14日⏎07:30-17:30　10kV城东线：某路: a row of hours of a notice that has such, or the day over some.
bool is_hours_line(std::string_view text, const GroupState& state);

/// 某协会　法定代表人：…: the next line of a list that the notice leads to, made as the one before.
bool goes_on_list(std::string_view text, const GroupState& state);

}  // namespace jianbao
