// Bylines: who wrote, photographed or passed on an article, as lines and brackets print it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "jianbao/articles.h"
#include "jianbao/rules.h"

namespace jianbao {

/// The people of a byline (`□半月谈记者 李平`, `本报记者 凌霄 通讯员 桑榆`, `文/图 水若兰`, `苏阳 摄`) with role and organisation;
/// nothing where the text holds anything else.
std::optional<std::vector<Person>> read_byline(std::string_view text, const Rules& rules);

/// From where its people report: 武汉 of 本报记者 李春燕 发自武汉; empty where it does not say.
std::string byline_place(std::string_view text, const Rules& rules);

/// Names alone, without a role: `张江`, `高 敬 李晓明`, `胡跃平孙海涛` (run together).
std::optional<std::vector<Person>> read_bare_names(std::string_view text, const Rules& rules);

/// An author with where he or she is from, in brackets: 秦岳（景明）, □ 玉罕（傣族）, （美）欧·亨利; nothing where the brackets say what a
/// work is: 渡口（外二首）. A pupil is of a class: □ 航海2006级　林　一.
std::optional<Person> read_placed_author(std::string_view text, const Rules& rules);

/// What somebody is, a space, and the name: 市肿瘤医院护士　李晓禾, 宿州一中 校长 李春燕.
std::optional<Person> read_posted_author(std::string_view text, const Rules& rules);

/// Who signs a text in brackets behind it: one of those, or a name behind where somebody is: 松坪乡　张绍林.
std::optional<std::vector<Person>> read_signed_names(std::string_view text, const Rules& rules);

}  // namespace jianbao
