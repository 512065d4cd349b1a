// Where a text ends: with a credit, a signature, a source, or the bracket of a note. Nothing is joined to a line that ends so, however full it
// is. Numbers of lines are those of JoinPage::lines; of the lines before one it is known already which go on.
#pragma once

#include <cstddef>
#include <string_view>

#include "clean/join_page.h"

namespace jianbao {

/// 第二版, A12, ③
bool is_page_number(std::string_view text);

/// 新船下水……第二版: a line of an index, with the dots that lead to a page.
bool leads_to_page(const JoinPage& page, const PrintedLine& line);

/// （完） ends a story of an agency, 方小禾　摄 or 方小禾/摄 a picture's text. A space stands inside words as well: 张张拍 摄⏎的照片.
bool ends_story(const JoinPage& page, const PrintedLine& line);

/// …声明作废。车主：孙立军, …谨此致谢。会长何镇邦敬启: behind the last sentence somebody signs. The rest of a name may stand on the next line.
bool ends_signed(const JoinPage& page, std::size_t i);

/// 方小禾遗失身份证，声明作废⏎林一鸣遗失…: notices of a loss that print no full stop are over with what declares void what was lost, where the next line tells of another
/// loss, or an empty line stands behind.
bool ends_notice_of_loss(const JoinPage& page, std::size_t i);

/// 行成于思，毁于随。——韩愈: behind a sentence who said it, and nothing more.
bool ends_with_source(const JoinPage& page, const PrintedLine& line);

/// 电话：83597261⏎北岭县船运公司, 北岭县船运公司⏎柳塘造船厂, 北岭县船运公司⏎船票作废公告: who signs stands below a telephone number, or below another who
/// does, and the heading of a notice below who signs the last one.
bool signs_below(const JoinPage& page, std::size_t i);

/// …铺到了渡口。⏎（方小禾）: on a page that was wrapped by counting, or that shows its indents, a few words in brackets below a full line end its paragraph.
bool is_aside(const JoinPage& page, std::size_t i);

/// （县农技站　方小禾）, pushed to the right: who wrote what ends above it.
bool is_signature(const JoinPage& page, const PrintedLine& line);

/// …收缴封存。云溪县民政局, …公告。 [江苏]昆湖市人民法院: behind the last sentence a few characters that end as the names of
/// organisations do.
bool ends_like_signature(const JoinPage& page, std::string_view text);

/// …依法缺席判决。云溪县人民法院⏎送达裁判文书: below who signs a notice stands the heading of the next one: no full line, no mark, and no rest of the name.
bool signs_over_heading(const JoinPage& page, std::size_t i);

/// 云溪县自然资源局　2019年11月4日: a name and a day that a gap parts from it sign what stands above, however full the line is.
bool ends_with_name_and_day(const JoinPage& page, const PrintedLine& line);

/// …坐落：云溪镇⏎云溪县不动产登记中心⏎2019年11月4日: what stands over a day alone and names an office by its place signs, and is no rest of a text.
bool is_over_signature(const JoinPage& page, std::size_t i);

/// …破产。⏎云溪县人民法院⏎2024年10月31日，本院作出…: a name on a line of its own between a sentence and another that begins with a day signs the first.
bool signs_over_day(const JoinPage& page, std::size_t i);

/// Behind its last mark stands something set off by a space, a credit or a signature; or behind a quotation and a dash who
/// said it.
bool has_tail(std::string_view text);

/// （2024年9月26日沧宁市第九届人民代表大会⏎常务委员会通过）: a note below a title ends with its bracket, however full its last line is.
bool ends_note(const JoinPage& page, std::size_t i);

/// Whether line `i` begins a sentence of such a note: …会议通过⏎根据…的决定修正）, what was done to a law later is set apart.
bool begins_sentence_of_note(const JoinPage& page, std::size_t i);

/// Whether line `i` ends inside of a note below a title, whose bracket a line further down ends with: a note goes on up to there, however
/// its lines are centred.
bool note_goes_on(const JoinPage& page, std::size_t i);

}  // namespace jianbao
