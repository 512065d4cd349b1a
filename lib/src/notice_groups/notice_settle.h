// Who signs which of several notices, once all of an article are parted.
#pragma once

#include <string_view>
#include <vector>

#include "jianbao/rules.h"
#include "notice_groups/notice_group.h"

namespace jianbao {

/// A name on a line of its own.
inline bool is_signatory(const NoticePiece& piece) { return piece.signature && !piece.signature->names.empty(); }

/// An organisation signs behind the last sentence of the paragraph: …依法缺席裁判。南棠县人民法院.
bool is_signed(const NoticePiece& piece, const Rules& rules);

/// 停水通知⏎某自来水公司⏎2024年5月6日⏎因管道改造，…: how many pieces below a heading are who signs, the day and how to reach him, on the right of the page, which OCR
/// read before the text. 0: none.
std::size_t read_before_text(const NoticeGroup& group, const Rules& rules);

/// What OCR put below another notice goes back to its own, and what is printed once for several is given to each.
void settle(std::vector<NoticeGroup>& groups, const Rules& rules);

}  // namespace jianbao
