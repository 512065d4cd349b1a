// Names of people as bylines print them, one beside the other, and where they belong.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "jianbao/rules.h"
#include "tables/suffix_index.h"
#include "tables/word_table.h"

namespace jianbao {

inline constexpr std::size_t kLongestOffice = 36;  // bytes of an organisation before a role

/// Han of a text.
std::size_t han_count(std::string_view text);

/// What the place or the office of an author ends with.
struct AuthorPlaces {
  explicit AuthorPlaces(const Rules::Tables& tables) : ends(tables.compiled<WordTable>().endings("author-place")) {}
  SuffixIndex ends;
};

/// 会员 of 市作家协会会员: what an author is.
struct AuthorPosts {
  explicit AuthorPosts(const Rules::Tables& tables) : ends(tables.compiled<WordTable>().endings("author-post")) {}
  SuffixIndex ends;
};

/// 本报 of 主持：本报, 青山镇中学教师 of 作者系青山镇中学教师; `apart` from what is said of whom, a label has its own value.
std::string house_of(std::string_view text, const Rules& rules, bool apart = false);

/// Where somebody works or lives: a place, a paper, an organisation.
bool is_office(std::string_view text, const Rules& rules);

/// A newspaper is among its words.
bool names_paper(std::string_view text, const Rules& rules);

/// All of the text as names, each set apart from the next, or nothing.
std::vector<std::string> names_apart(std::string_view text, const Rules& rules);

/// Names of 2 to 4 characters set without any gap: each begins with a surname. Nothing where the characters do not add up.
bool split_run(std::string_view text, std::vector<std::string>& names, const Rules& rules);

/// All of the text as names, with or without gaps, or nothing.
std::vector<std::string> only_names(std::string_view text, const Rules& rules);

/// Words of 2 to 4 Han, parted by spaces or 、: behind a role these are names, whatever their surnames. 小　雅 is set wide.
std::vector<std::string> any_names(std::string_view text, const Rules& rules);

/// A word as common as 干部, which no name set wide is.
bool is_common_word(std::string_view text);

/// A name of a row without gaps that is as likely a word, or a part of it is: 江畔|时评, 周启明|主持, 白菜|堆成小山.
bool may_be_words(std::string_view name);

/// A word, and nobody's name.
bool is_good_word(std::string_view text);

/// Where the first or the last space of a text begins; 0 where it has none.
struct Gaps {
  std::size_t first = 0, last = 0;
};
Gaps gaps_of(std::string_view text);

/// 松坪乡　张绍林, 竹溪一中　韩　雪: where somebody is, a gap, and the names.
std::vector<std::string> names_behind_office(std::string_view text, std::string_view& office, const Rules& rules);

}  // namespace jianbao
