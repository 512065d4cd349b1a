// Writes tables as C++ source, for the programs that make them at build time.
#pragma once

#include <cstdio>
#include <vector>

/// `declaration` = {numbers};
template <class Number>
void write_table(std::FILE* out, const char* declaration, const std::vector<Number>& numbers) {
  std::fprintf(out, "%s = {", declaration);
  for (std::size_t i = 0; i < numbers.size(); ++i) std::fprintf(out, "%s%lluu,", i % 16 == 0 ? "\n" : "", static_cast<unsigned long long>(numbers[i]));
  std::fputs("\n};\n\n", out);
}

/// Writes a file that includes `header` and holds in namespace jianbao what `tables(out)` writes. Returns whether all of it was written.
template <class Tables>
bool write_source(const char* path, const char* header, Tables tables) {
  std::FILE* const out = std::fopen(path, "w");
  if (!out) return false;
  std::fprintf(out, "#include \"%s\"\n\nnamespace jianbao {\n\n", header);
  tables(out);
  std::fputs("}  // namespace jianbao\n", out);
  const bool failed = std::ferror(out) != 0;
  return std::fclose(out) == 0 && !failed;
}

inline int fail(const char* subject, const char* what, int status) {
  std::fprintf(stderr, "%s%s\n", subject, what);
  return status;
}
