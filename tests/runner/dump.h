// Records in a notation of one line each, made from their JSON: so the library and the tools are seen through the same glass.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tests {

/// Lines for the records of `kind` in a record stream; `words` are the fields to show as well. See tests/README.md.
std::string dump(std::string_view json_lines, std::string_view kind, const std::vector<std::string>& words);

}  // namespace tests
