// Single lines and paragraphs: which of them are headings of notices, which are notices by their own words, and where in a
// run-on paragraph a further notice begins. Asked of every line of every page: one pass, no allocation where nothing is found.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "jianbao/rules.h"
#include "text/text_signs.h"

namespace jianbao {

/// Whether a line alone is the heading of a notice or the banner of a column of them: 遗失启事, 声 明, 分类信息,
/// 临沅市云溪区人民法院公告, 关于征收土地的公告. A news title that holds the word (教育部发布招生公告) is none.
bool is_notice_heading(std::string_view line, const Rules& rules);

/// Whether such a line may end with a character: most do not, and whoever looks for a heading's end need ask no more there.
bool may_end_notice_heading(char32_t last, const Rules& rules);

/// Whether a line can be the heading of a notice where notices stand around it: it ends as headings do, or is topics throughout,
/// whatever stands before: 采矿权延续登记公示, 司法拍卖. Many news titles can, too.
bool may_be_notice_heading(std::string_view line, const Rules& rules);

/// Whether a line is topics throughout: 中标结果, 司法拍卖.
bool is_topic_heading(std::string_view line, const Rules& rules);

/// 关于征集违法犯罪线索的通告, 关于召开业主大会的通知: an act and what it is about, without who acts.
bool announces_matter(std::string_view line, const Rules& rules);

/// Whether a paragraph is a notice by its own words: 不慎遗失…声明作废, 本院受理…公告送达. A sentence of news that mentions a
/// loss or an announcement is none.
bool is_notice_text(std::string_view paragraph, const Rules& rules);

/// The same where the signs of the paragraph are known: most have none that a notice needs, and are not read for it.
bool is_notice_text(std::string_view paragraph, const TextSigns& signs, const Rules& rules);

/// Whether a line stands inside of a notice and nowhere else: 机构编码：B0012…, 联系电话：…, the header and the rows of a table
/// of debtors. Only among notices it means anything.
bool is_notice_row(std::string_view line, const Rules& rules);

/// Where in one paragraph a further notice begins (bullets, run-on sentences ended by 声明作废, semicolons with a shared
/// predicate, court notices glued together); offset 0 is implied and not among them.
std::vector<std::size_t> notice_starts(std::string_view paragraph, const Rules& rules);

/// Bytes of the count that a text begins with: ①, 2.; 0 where none stands there or no Han follows its mark.
std::size_t count_mark(std::string_view text);

/// Whether a text begins as a sentence that opens a court's notice: 本院根据…, 申请人…, 因….
bool opens_court_notice(std::string_view text, const Rules& rules);

/// Whether a text begins with what a court says of a case of somebody's: 本院受理…, 原告李四诉你….
bool opens_case(std::string_view text, const Rules& rules);

/// A heading without its bullets, brackets and colon: 【遗失声明】, ★遗失★, 遗失声明：; empty where a line is too long for one.
std::string_view bare_heading(std::string_view line);

/// Bytes of bullet, space and Markdown mark that a line begins with.
std::size_t bullet_length(std::string_view line);

}  // namespace jianbao
