// Rows of labels, names and figures that go on in the next line: 编辑：温琪　校对：⏎方小禾, 美⏎编　温琪, 版式　林⏎一鸣. They show no sentence and often no column;
// what the line end tears says so. Numbers of lines are those of JoinPage::lines; line i has one behind it.
#pragma once

#include <cstddef>

#include "clean/join_page.h"

namespace jianbao {

/// Whether line `i` is a row whose last label waits for its value, or whose last label, name or word the next line ends.
bool row_goes_on(const JoinPage& page, std::size_t i);

}  // namespace jianbao
