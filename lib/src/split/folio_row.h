// The line at the head of a page: its number, its section, its day, the paper.
#pragma once

#include "split/line_text.h"

namespace jianbao {

/// 4  公告·公示  2024.9.6 星期五  黔阳日报: page, section, date, weekday and paper in any order, spaces between; one more may be the name
/// of a section that no list has, and another where the page or who made it is named with its day: 教育导刊 2001年9月10日 第四版 教师节专刊. 责编 屠晓波 may
/// stand among them. Numbers alone are a row of a table, and several the draw of a lottery. The day and the name of a column of notices
/// (2025年4月2日　公告栏) are enough.
bool is_folio_row(const LineText& line);

}  // namespace jianbao
