// Rows of labels, names and figures that go on in the next line: 编辑：温琪　校对：⏎方小禾, 美⏎编　温琪, 版式　林⏎一鸣. They show no sentence and often no column;
// what the line end tears says so. Numbers of lines are those of JoinPage::lines; line i has one behind it.
#pragma once

#include <cstddef>

#include "clean/join_page.h"

namespace jianbao {

/// What stands behind a label: 校对：, 校对/.
inline bool is_label_mark(char32_t c) { return fold(c) == U'：' || c == '/' || c == U'／' || c == '|' || c == U'｜'; }

/// Whether line `i` may be such a row, and the next one stands right below it. Most lines are none.
inline bool may_be_row(const JoinPage& page, std::size_t i) { return page.next(i).blanks == 0 && (page.lines[i].row || is_label_mark(page.lines[i].last)); }

/// Whether line `i`, which may be one, is a row whose last label waits for its value, or whose last label, name or word the next line ends.
bool row_goes_on(const JoinPage& page, std::size_t i);

}  // namespace jianbao
