// A notice's text as it is read for fields: without the line ends and spaces that print and OCR put inside words. The record
// keeps the text as it stands.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "jianbao/rules.h"

namespace jianbao {

inline constexpr std::size_t kReadOn = 6000;  ///< bytes that are read for fields and periods; what stands further behind is a table

/// Whether a line says what the columns below it hold, and nothing else: 单位名称　许可证编号. A header, or a part of one.
bool heads_columns(std::string_view line, const Rules& rules);

/// Whether a line is the number of the document and nothing else: 甬市监罚字〔2024〕9号, （公告编号：2025-01). Not that of a case.
bool is_document_number(std::string_view line, const Rules& rules);

/// Whether a line between a heading and its text says which notice it is: its number, or its day.
bool leads_notice(std::string_view line, const Rules& rules);

/// Lines joined where the first does not end a sentence and the second is no signature.
std::string unwrap(std::string_view text, const Rules& rules);

/// OCR reads a wide space as a closing quotation mark (甲公司”电话：…): one that closes nothing is a space here.
std::string with_gaps(std::string text);

/// Without spaces between Han characters: 专业合作 社. Not for lists that spaces separate.
std::string tighten(std::string_view text);

/// 4 5 日内: without a space inside of a number of days, which OCR put there.
std::string with_whole_days(std::string_view text, const Rules& rules);

}  // namespace jianbao
