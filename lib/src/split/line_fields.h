// Lines whose parts stand apart: fields of a row, phrases of a headline, characters set wide.
#pragma once

#include <string>
#include <string_view>

#include "split/line_text.h"

namespace jianbao {

/// 安 岭 日 报, 简　讯: characters each set apart from the next; without the spaces, or empty.
std::string letterspaced(std::string_view text);

/// Runs of spaces.
int count_gaps(std::string_view text);

/// 停航五年　仓库漏雨　货栈成了停车场: of three phrases only the last ends as an organisation does.
bool is_of_phrases(const LineText& line);

/// 83比79逆转城中银鹰队: no name has that.
bool holds_score(const LineText& line);

/// 2∶1 客场逆转 滨海队六轮不败: a headline, not the row of a table, which names who played first.
bool begins_with_score(const LineText& line);

/// Fields set apart by spaces: four of them, or three with figures among them. Headlines have two phrases, seldom three. With a comma it takes two
/// that are nothing but figures: 带鱼　　鲜，中　　32.0　　34.5.
bool has_spaced_fields(std::string_view text);

/// | 品种 | 价格 |, and the rule below a table's head: bars at both ends and between fields.
bool is_markdown_row(std::string_view text);

}  // namespace jianbao
