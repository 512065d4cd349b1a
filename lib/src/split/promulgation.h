// The short act that puts a document into force, which print sets above it under a heading of its own:
//
//     江州市人民政府公告
//     《江州市渡口管理办法》已于2025年4月28日经市政府常务会议通过，现予公布，自2025年6月1日起施行。
#pragma once

#include <vector>

#include "jianbao/page.h"
#include "jianbao/rules.h"
#include "split/shape.h"

namespace jianbao {

/// What heads such a paragraph is the title of a document, though it reads like the heading of a notice; the paragraph is a note of it.
void find_promulgations(const Page& page, const Rules& rules, std::vector<Line>& lines);

}  // namespace jianbao
