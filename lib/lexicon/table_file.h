// Writes tables as C++ source, for the programs that make them at build time.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <utility>
#include <vector>

/// Values by the hashes that they are found by, put in the order of their groups (SlotGroups).
template <class Groups, class Value>
class GroupedTable {
 public:
  void add(std::uint64_t hash, Value value) { slots_.emplace_back(Groups::group(hash), value); }
  std::size_t size() const { return slots_.size(); }

  /// To be called when all are there.
  void sort() {
    std::stable_sort(slots_.begin(), slots_.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (std::size_t group = 0, slot = 0; group <= Groups::kGroups; ++group) {
      while (slot < slots_.size() && slots_[slot].first < group) ++slot;
      if (group % Groups::kNear == 0) far_.push_back(static_cast<std::uint32_t>(slot));
      near_.push_back(static_cast<std::uint16_t>(slot - far_.back()));
    }
  }

  const std::vector<std::uint32_t>& far() const { return far_; }
  const std::vector<std::uint16_t>& near() const { return near_; }

  /// Something of each value.
  template <class Of>
  auto slots(Of of) const {
    std::vector<decltype(of(slots_.front().second))> numbers;
    for (const auto& [group, value] : slots_) numbers.push_back(of(value));
    return numbers;
  }

 private:
  std::vector<std::pair<std::size_t, Value>> slots_;  ///< with the number of the group
  std::vector<std::uint32_t> far_;
  std::vector<std::uint16_t> near_;
};

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
