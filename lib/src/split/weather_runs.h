// The weather of a page: what stands between its heading and its rows.
#pragma once

#include <vector>

#include "jianbao/page.h"
#include "jianbao/rules.h"
#include "split/shape.h"

namespace jianbao {

/// 一周天气, 冷空气周末到, 据市气象台预报，…, 22日　多云转阴　-2℃～5℃: a few lines below a heading of the weather that speak of it too belong to the
/// rows below them, whatever they look like.
void find_forecasts(const Page& page, const Rules& rules, std::vector<Line>& lines);

}  // namespace jianbao
