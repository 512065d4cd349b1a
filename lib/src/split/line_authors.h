// Lines that say who wrote an article or made a picture, and what somebody is.
#pragma once

#include <string_view>

#include "split/line_text.h"

namespace jianbao {

/// 石明亮摄, 青坪中学乔万里摄: who made a picture, perhaps with where they belong set right before.
bool says_who_took(std::string_view piece, const LineText& line);

/// 记伟基摄: two to four Han and what they did, which behind a finished sentence say so though the name is misread.
bool may_say_who_took(std::string_view piece, const LineText& line);

/// The whole line says who made a picture.
bool is_credit(const LineText& line);

/// □铁木尔: a mark before a name says who wrote it, whatever the name.
bool is_marked_author(const LineText& line);

/// What somebody is, a space, and the name: 市肿瘤医院护士　李晓禾, 湖北　学生　秦小月.
bool is_posted_name(const LineText& line);

/// 会长：祝传礼: an office and who holds it, one of a list.
bool names_officer(const LineText& line);

/// 龙秀竹（侗族）: who wrote it, and a word on the author.
bool is_described_author(const LineText& line);

/// Two characters set apart that make no word: 老　槐, a pen name, and no 目　录.
bool is_spaced_name(std::string_view text);

/// 船工在渡口检修柴油机　记者方小禾摄: before who made the picture stands what it shows.
bool describes_picture(const LineText& line);

/// …摄影报道, …摄影: what was done for a picture; not 文/图, which says who wrote as well.
bool ends_with_picture_role(std::string_view text, const Rules& rules);

/// 方小禾摄影: names, and behind them what they did for a picture.
bool is_photographer(const LineText& line);

/// 本版摄影　方小禾: what somebody did for a picture, and the name.
bool names_photographer(const LineText& line);

}  // namespace jianbao
