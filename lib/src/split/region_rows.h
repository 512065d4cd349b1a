// The weather and the notices of a page that came out region by region, in a row with the titles of articles.
#pragma once

#include <vector>

#include "split/shape.h"

namespace jianbao {

/// ## 今日天气 ## 大桥通车 多云转晴…: the rows of the weather come below their heading. ## 大桥通车 ## 分类信息 今晨六时…。 ●遗失声明…: the heading of notices comes
/// below the text that is the article's beside it, and a title above that heading comes below the notices, where its text is. Only where titles have Markdown marks.
void order_rows(std::vector<Line>& lines);

}  // namespace jianbao
