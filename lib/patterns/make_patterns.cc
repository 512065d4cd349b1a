// Compiles the patterns of the tables at build time: make_patterns pattern_table.cc
// It runs all stages as the library does, and keeps what is compiled on the way.
#include <cstdio>
#include <cstring>
#include <map>
#include <string>
#include <type_traits>

#include "jianbao/rules.h"
#include "pattern_store.h"

namespace jianbao {
namespace {

std::map<std::string, std::shared_ptr<const PatternCode>, std::less<>>& compiled() {
  static std::map<std::string, std::shared_ptr<const PatternCode>, std::less<>> patterns;
  return patterns;
}

/// Puts the parts of patterns one behind the other.
class Store {
 public:
  void add(const std::string& source, const PatternCode& code) {
    begins_.push_back(static_cast<std::uint32_t>(numbers_.size()));
    sources_.push_back(source);
    sizes_ = numbers_.size();
    numbers_.resize(numbers_.size() + kPatternParts);
    add_part(source);
    each_part(code, [&](const auto& part) { add_part(part); });
  }

  std::vector<std::uint32_t> slots() const {
    std::vector<std::uint32_t> slots(1);
    while (slots.size() < 2 * begins_.size()) slots.resize(2 * slots.size());
    for (std::size_t i = 0; i < begins_.size(); ++i) {
      std::size_t slot = pattern_hash(sources_[i]) & (slots.size() - 1);
      while (slots[slot] != 0) slot = (slot + 1) & (slots.size() - 1);
      slots[slot] = begins_[i] + 1;
    }
    return slots;
  }
  const std::vector<std::uint64_t>& numbers() const { return numbers_; }

 private:
  template <class Part>
  void add_part(const Part& part) {
    using Value = typename Part::value_type;
    static_assert(std::is_trivially_copyable_v<Value> && alignof(Value) <= sizeof(std::uint64_t));
    numbers_[sizes_++] = part.size();
    const std::size_t begin = numbers_.size(), bytes = part.size() * sizeof(Value);
    numbers_.resize(begin + numbers_of(bytes));
    if (bytes > 0) std::memcpy(numbers_.data() + begin, part.data(), bytes);
  }

  std::vector<std::uint64_t> numbers_;
  std::vector<std::uint32_t> begins_;
  std::vector<std::string> sources_;
  std::size_t sizes_ = 0;  ///< where the next size goes
};

template <class Number>
void write(std::FILE* out, const char* declaration, const std::vector<Number>& numbers) {
  std::fprintf(out, "%s = {", declaration);
  for (std::size_t i = 0; i < numbers.size(); ++i) std::fprintf(out, "%s%lluu,", i % 16 == 0 ? "\n" : "", static_cast<unsigned long long>(numbers[i]));
  std::fputs("\n};\n\n", out);
}

bool write(const char* path, const Store& store) {
  std::FILE* const out = std::fopen(path, "w");
  if (!out) return false;
  std::fputs("#include \"../patterns/pattern_store.h\"\n\nnamespace jianbao {\nnamespace {\n\n", out);
  write(out, "constexpr std::uint64_t kNumbers[]", store.numbers());
  write(out, "constexpr std::uint32_t kSlots[]", store.slots());
  std::fputs("}  // namespace\n\nconstinit const PatternStore kPatternStore{kNumbers, kSlots};\n\n}  // namespace jianbao\n", out);
  const bool failed = std::ferror(out) != 0;
  return std::fclose(out) == 0 && !failed;
}

}  // namespace

PatternView pattern_code(std::string_view pattern, std::string_view place, const WordLists& lists, std::shared_ptr<const PatternCode>& own) {
  auto code = std::make_shared<PatternCode>(compile_pattern(pattern, place, lists));
  compiled().emplace(pattern, code);
  own = code;
  return view_of(*code);
}

}  // namespace jianbao

int main(int argc, char** argv) {
  if (argc != 2) return std::fputs("usage: make_patterns out.cc\n", stderr), 2;
  try {
    jianbao::check_rules(jianbao::Rules::standard());
    jianbao::Store store;
    for (const auto& [source, code] : jianbao::compiled()) store.add(source, *code);
    if (jianbao::write(argv[1], store)) return 0;
    std::fprintf(stderr, "%s: cannot be written\n", argv[1]);
  } catch (const jianbao::RulesError& error) {
    std::fprintf(stderr, "%s\n", error.what());
  }
  return 1;
}
