// Organisations: recognised by how their names end (organisation_suffixes.tsv), not by a list of names.
#pragma once

#include <cstddef>
#include <string_view>

#include "jianbao/rules.h"

namespace jianbao {

/// Whether the whole text reads as the name of an organisation: 桂阳县明达建材经营部, 恒远物流（集团）有限公司,
/// 天成咨询中心（有限合伙）. Not a suffix alone, not a sentence that ends in one.
bool is_organisation(std::string_view text, const Rules& rules);

/// Bytes of the suffix that the text ends with, brackets behind it included; 0 where it ends with none.
std::size_t organisation_suffix(std::string_view text, const Rules& rules);

/// Where the longest organisation's name ends that begins at `at` and that other words may follow; npos where none does.
std::size_t organisation_end(std::string_view text, std::size_t at, const Rules& rules);

}  // namespace jianbao
