// Headlines, titles of documents and labels of paragraphs among printed lines: what stands over a text is not joined to it, though it fills
// a column, and two lines of one headline are joined, though they fill none. Numbers of lines are those of JoinPage::lines; of the lines
// before one it is known already which go on.
#pragma once

#include <cstddef>

#include "clean/join_page.h"

namespace jianbao {

/// （2025）云0114破2号: a line that is nothing but the number of a case.
bool is_case_number(const JoinPage& page, std::size_t i);

/// 竹溪县人民法院公告, 竹溪县人民法院: what the number of a case stands under. A sentence goes on in it: …作出的⏎（2025）云0114民初2号.
bool heads_case(const JoinPage& page, std::size_t i);

/// 国家防总向长江中⏎下游五省增派工作组: of the few lines that stand by themselves, none of them a sentence, two that part a word or a
/// quotation are one line of a headline. A kicker and its title part neither.
bool head_goes_on(const JoinPage& page, std::size_t i);

/// 三个月后停⏎机: one character that ends a word of the line above is no line.
bool lone_character_goes_on(const JoinPage& page, std::size_t i);

/// 红色地标巡礼①⏎一盏马灯照了九十年: a series that counts its parts, over the title of one, however full its line is.
bool ends_series_name(const JoinPage& page, std::size_t i);

/// 获奖者名单⏎（共18名，按姓氏笔画排序）, 小渡口做成“大文章”⏎——竹溪县渡口改造纪实: a note in brackets or a subtitle below a title, where nothing was a
/// sentence yet.
bool is_below_head(const JoinPage& page, std::size_t i);

/// …铺到了渡口。⏎一季度全县进出口增长一成⏎本报讯…: behind what ends a text, up to three lines that end no sentence, and below them a dateline or a byline:
/// headlines, however full. The last line of a text would end one.
bool heads_follow(const JoinPage& page, std::size_t i);

/// A line set off from the one before, with no end of a sentence, and a dateline under it.
bool is_title_of_next(const JoinPage& page, std::size_t i);

/// A few lines set off from those before, without a mark at an end, and under them the first line of an article: its title, with a kicker
/// or a subtitle, or in two lines as it is printed. What did not fit on the line above is no line of its own.
bool is_in_head(const JoinPage& page, std::size_t i);

/// Whether the next line, which begins with a label, is one of several items of a line each: the line before it or behind it begins
/// with a label as well. A row of citations has a mark at the line's end: 第二十一条、⏎第二十二条、⏎第二十三条的规定.
bool is_item(const JoinPage& page, std::size_t i);

/// 第三节 加强河湖保护⏎各地建立巡查制度。 Where no running text of the page breaks off at a line's end, a label with a few words and no mark
/// only seems to fill a column, of lines that are short by chance: a sentence of its own follows.
/// `start`: of the next line.
bool heads_paragraph(const JoinPage& page, std::size_t i, Start start);

/// A title may nearly fill the column. What begins with a number that no sentence goes on with stands under it, and under the title of a
/// document its first article, whom it is for, or why it was made.
/// `start`: of the next line.
bool is_title_over(const JoinPage& page, std::size_t i, Start start);

/// A headline with a comma may fill the column: a line set off on both sides that ends as a phrase does, and whose words hardly go on.
bool may_be_headline(const JoinPage& page, std::size_t i);

/// A short line that asks or calls is a headline rather than the rest of a sentence.
bool looks_like_question(const PrintedLine& line);

}  // namespace jianbao
