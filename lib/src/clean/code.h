// Code within a text: what is between fences or backticks, JSON, SQL, lines of programs and of logs. Cleaning leaves it as it stands.
#pragma once

#include <string_view>
#include <vector>

#include "clean/clean_scan.h"
#include "jianbao/page.h"

namespace jianbao {

/// In order of place, without overlap.
std::vector<Span> find_code(std::string_view text, const CleanScan& scan);

}  // namespace jianbao
