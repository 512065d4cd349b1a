// The values of a notice's fields: what stands where a pattern of notice_fields.tsv finds it, as the type of its row asks for it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "jianbao/records.h"
#include "tables/pattern.h"

namespace jianbao {

enum class FieldType {
  text, name, joined, names, people, date, time, money, moneys, number, days, until, end, measure,
  court, thing, work, works, road, room, page, firm, party, person, spot
};

/// By its name in the table. Throws RulesError, which names `place`.
FieldType field_type(std::string_view name, const std::string& place);

/// 未经许可…，经某人民法院判决: types for which the first place that has such a value is looked for.
bool is_picky(FieldType type);

/// The value of that type at a place that the pattern finds; nothing where none stands there. `issue`: the newspaper's day, for years.
std::optional<FieldValue> read_value(FieldType type, const Pattern& pattern, std::string_view text, const Pattern::Capture& capture, std::string_view issue,
                                     const Rules& rules);

}  // namespace jianbao
