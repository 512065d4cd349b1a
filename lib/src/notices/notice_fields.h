// Fields of a notice that notice_fields.tsv and notice_deadlines.tsv describe.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "jianbao/records.h"
#include "text/text_signs.h"

namespace jianbao {

/// All fields of the table that apply to the kind and stand in the text. `signs`: of the text, or of more; `issue`: the newspaper's day, for
/// years.
std::vector<std::pair<std::string, FieldValue>> read_fields(std::string_view kind, std::string_view text, const TextSigns& signs, std::string_view issue,
                                                            const Rules& rules);

/// The period that the notice sets, in days.
std::optional<double> read_deadline(std::string_view text, const TextSigns& signs, const Rules& rules);

/// The credit code of the party: the first 18 characters of its shape behind its label, or bare in brackets.
std::optional<std::string> read_credit_code(std::string_view text, const Rules& rules);

/// Whether a name is that of a court or an arbitration commission.
/// The number of a case, with the province of its court (（2024）湘0603民初87号) where OCR made of it what is none and the courts
/// that the context names are of one province.
std::string with_province(std::string number, std::string_view context, const Rules& rules);

bool names_court(std::string_view name, const Rules& rules);

/// The court that a court's notice comes from: named in its heading, its signature or its text.
std::string read_court(std::string_view title, std::string_view signatory, std::string_view text, const Rules& rules);

}  // namespace jianbao
