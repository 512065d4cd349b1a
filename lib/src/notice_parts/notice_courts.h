// The courts that notices come from, and the numbers of their cases.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "jianbao/rules.h"

namespace jianbao {

/// 上诉于甲县人民法院: it is said before a court's name that one goes to it.
bool goes_elsewhere(std::string_view text, const Rules& rules);

/// Whether a name is that of a court or an arbitration commission.
bool names_court(std::string_view name, const Rules& rules);

/// Where the name of a court ends that begins at `begin`, whatever is glued to it; npos where none does.
std::size_t court_end(std::string_view text, std::size_t begin, const Rules& rules);

/// Bytes of a mark before the name of a court that says where it is: [河南]新河县人民法院; 0 where none stands there.
std::size_t place_mark(std::string_view text, const Rules& rules);

/// The court that a court's notice comes from: named in its heading, its signature or its text.
std::string read_court(std::string_view title, std::string_view signatory, std::string_view text, const Rules& rules);

/// The number of a case, with the province of its court (（2024）湘0603民初87号) where OCR made of it what is none and the courts
/// that the context names are of one province.
std::string with_province(std::string number, std::string_view context, const Rules& rules);

/// （2019）流借字第0317号 counts a contract of credit, no case.
bool counts_contract(std::string_view number, const Rules& rules);

/// Behind what goes on from the number of a case that ends at `end`, in short: …2301号|至2312号, …第31号|、第32号.
std::size_t case_numbers_end(std::string_view text, std::size_t end);

/// The numbers of a list each of which is whole: （2025）…302号、（2025）…303号; nothing where one of them is told in short (第31号、第32号).
std::vector<std::string> whole_cases(std::string_view list);

/// Rows that give a case's number each (…，案号：甲；…，案号：乙): none is the notice's.
bool lists_cases(std::string_view text, const Rules& rules);

}  // namespace jianbao
