// Persons: names told from other words by surname and length (surnames.tsv), and lists of names taken apart.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "jianbao/rules.h"

namespace jianbao {

/// Whether the whole text reads as one person's name: 高敬, 高 敬, 欧阳志强, 买买提·吐尔逊, 张某某, 李**.
bool is_person(std::string_view text, const Rules& rules);

/// Whether all characters are Han and none is one that names do not hold or end with, whatever the first is.
bool could_be_given_name(std::string_view text, const Rules& rules);

/// 妥某东: behind whatever surname stands a mask.
bool is_masked_given_name(std::string_view text);

/// Whether the whole text is written as the names of peoples without surnames are: 额尔登巴雅尔, 扎西次仁. Places are written so, too.
bool is_sounded(std::string_view text, const Rules& rules);

/// A name as records give it: without the spaces that print sets between the characters of a short name.
std::string plain_name(std::string_view text);

/// The names of a byline or list: `高 敬 李晓明` is 高敬, 李晓明; `张三、李四`. What is no name is left out.
std::vector<std::string> read_names(std::string_view text, const Rules& rules);

/// Bytes of the surname that the text begins with, a compound one first; 0 where it begins with none.
std::size_t surname_length(std::string_view text, const Rules& rules);

}  // namespace jianbao
