// How one cites a unit: 第三条第二款第一项 in a law, the labels joined elsewhere.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "clauses_tree.h"
#include "numbering_styles.h"

namespace jianbao {

std::string cite(const Article& article, const std::vector<Unit>& units, std::size_t unit, const NumberingStyles& styles);

/// 1 of `第三条之一`; 0 where the label has no such part.
int sub_number(std::string_view label);

}  // namespace jianbao
