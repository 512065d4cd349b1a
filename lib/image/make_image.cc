// Compiles the built-in tables at build time, and writes them as they stand in memory: make_image image_words.cc
//
// They are compiled twice, into two arenas (arena.h). What differs is a place in the arena, and differs by as much as the arenas are apart; all else is
// numbers. What a table refers to must be its own or another table's: a place outside of the arena would be another one in the library.
#include <algorithm>
#include <cstdio>
#include <cstring>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include "arena.h"
#include "jianbao/rules.h"
#include "tables/image.h"
#include "tables/tables.h"

namespace jianbao {

std::span<const ImageObject> image_objects() { return {}; }  // it is being made

static_assert(sizeof(ImageWord) == sizeof(void*), "the image is made of words that hold a place");

namespace {

using Compile = const void* (*)(const Rules::Tables&);

/// By the name of its type. The stages run over the examples of the tables, and what they ask for is compiled.
std::map<std::string, Compile> all_compiled() {
  std::map<std::string, Compile> all;
  const Rules& rules = Rules::standard();
  check_rules(rules);
  rules.tables().each_compiled([&](const char* type, Compile compile) {
    if (!all.emplace(type, compile).second) throw std::runtime_error(std::string(type) + ": two compiled tables of this name");
  });
  return all;
}

/// Parts of this process's memory that have a name, as the system lists them: program, libraries and heap. What has none may be the
/// shadow of a sanitizer, which is so large that any number may point into it.
class Mapped {
 public:
  Mapped() {
    std::FILE* const file = std::fopen("/proc/self/maps", "r");
    if (!file) return;
    char line[512];
    char name[2];
    for (unsigned long begin, end; std::fgets(line, sizeof line, file);)
      if (std::sscanf(line, "%lx-%lx %*s %*s %*s %*s %1s", &begin, &end, name) == 3) parts_.emplace_back(begin, end);
    std::fclose(file);
  }
  bool holds(std::uint64_t address) const {
    return std::any_of(parts_.begin(), parts_.end(), [&](const auto& part) { return address >= part.first && address < part.second; });
  }

 private:
  std::vector<std::pair<std::uint64_t, std::uint64_t>> parts_;
};

class Image {
 public:
  Image(const Arena& arena, const Arena& other) : arena_(arena), other_(other) {}

  /// The object that begins at a place of the arena, with all that it refers to; left out, and why on standard error, where it cannot
  /// be written: then it is compiled when it is asked for. Sanitizers leave other bytes in padding than they found.
  void add(const std::string& type, std::size_t place) {
    const std::size_t words = words_.size();
    const auto begins = begins_;
    try {
      add_all(type, place);
    } catch (const std::runtime_error& error) {
      std::fprintf(stderr, "make_image: left out: %s\n", error.what());
      words_.resize(words);
      begins_ = begins;
      to_read_.clear();
      if (!objects_.empty() && objects_.back().first == type) objects_.pop_back();
    }
  }

  bool write(const char* path) const {
    std::FILE* const out = std::fopen(path, "w");
    if (!out) return false;
    std::fprintf(out, "#include \"tables/image.h\"\n\nnamespace jianbao {\nnamespace {\n\nextern const ImageWord kWords[%zu];\n", words_.size());
    std::fprintf(out, "#define P(word, byte) {.pointer = &kWords[word].bytes[byte]}\nalignas(16) const ImageWord kWords[%zu] = {\n", words_.size());
    for (const Word& word : words_) {
      if (word.is_place) std::fprintf(out, "P(%llu,%llu),\n", static_cast<unsigned long long>(word.value / 8), static_cast<unsigned long long>(word.value % 8));
      else std::fprintf(out, "{%lluu},\n", static_cast<unsigned long long>(word.value));
    }
    std::fputs("};\n\nconst ImageObject kObjects[] = {\n", out);
    for (const auto& [type, place] : objects_) std::fprintf(out, "    {\"%s\", &kWords[%zu]},\n", type.c_str(), place / sizeof(ImageWord));
    std::fputs("};\n\n}  // namespace\n\nstd::span<const ImageObject> image_objects() { return kObjects; }\n\n}  // namespace jianbao\n", out);
    const bool failed = std::ferror(out) != 0;
    return std::fclose(out) == 0 && !failed;
  }

 private:
  struct Word {
    std::uint64_t value = 0;
    bool is_place = false;  ///< in the image, in bytes
  };

  static std::uint64_t number_at(const char* memory) {
    std::uint64_t number;
    std::memcpy(&number, memory, sizeof number);
    return number;
  }
  static std::uint64_t address(const char* memory) { return reinterpret_cast<std::uintptr_t>(memory); }

  void add_all(const std::string& type, std::size_t place) {
    type_ = type;
    objects_.emplace_back(type, place_of(place));
    while (!to_read_.empty()) {
      const Arena::Block block = to_read_.back();
      to_read_.pop_back();
      for (std::size_t at = block.begin; at < block.end; at += sizeof(ImageWord)) read(at, words_[(begins_.at(block.begin) + at - block.begin) / sizeof(ImageWord)]);
    }
  }

  void read(std::size_t at, Word& word) {
    const std::uint64_t one = number_at(arena_.memory() + at), two = number_at(other_.memory() + at);
    const std::uint64_t place = one - address(arena_.memory());
    if (one == two) {
      if (mapped_.holds(one)) throw std::runtime_error(type_ + ": refers to what is no part of a table");
      word.value = one;
    } else if (arena_.holds(arena_.memory() + place) && two - address(other_.memory()) == place) {
      const std::uint64_t to = place_of(place);  // may move `words_`, and with it `word`
      words_[index_of(at)] = {to, true};
    } else {
      throw std::runtime_error(type_ + ": is not the same when it is compiled again");
    }
  }

  std::size_t index_of(std::size_t at) const {
    const Arena::Block& block = arena_.block_at(at);
    return (begins_.at(block.begin) + at - block.begin) / sizeof(ImageWord);
  }

  /// In the image, of a place in the arena, whose block is added where it is not there.
  std::size_t place_of(std::size_t place) {
    const Arena::Block& block = arena_.block_at(place);
    const auto [known, is_new] = begins_.emplace(block.begin, words_.size() * sizeof(ImageWord));
    if (is_new) {
      words_.resize(words_.size() + (block.end - block.begin) / 16 * 2 + 2);  // places are even, as in the arena
      to_read_.push_back(block);
    }
    return known->second + place - block.begin;
  }

  const Arena &arena_, &other_;
  Mapped mapped_;
  std::string type_;
  std::vector<std::pair<std::string, std::size_t>> objects_;
  std::map<std::size_t, std::size_t> begins_;  ///< of blocks in the arena: where they begin in the image
  std::vector<Arena::Block> to_read_;
  std::vector<Word> words_;
};

/// Where the compiled tables begin in an arena, in their order.
std::vector<std::size_t> compile_into(Arena& arena, const std::map<std::string, Compile>& all) {
  std::vector<std::size_t> places(all.size());
  std::vector<const void*> objects(all.size());
  Arena::use(&arena);
  auto* const tables = new Rules::Tables;
  std::size_t n = 0;
  for (const auto& [type, compile] : all) objects[n++] = compile(*tables);
  Arena::use(nullptr);
  for (std::size_t i = 0; i < n; ++i) places[i] = static_cast<std::size_t>(static_cast<const char*>(objects[i]) - arena.memory());
  return places;
}

void make_image(const char* path) {
  const std::map<std::string, Compile> all = all_compiled();
  static Arena first, one, two;  // as long as the process, as what is freed at its end is asked for in them
  compile_into(first, all);  // what it leaves on the stack gets into the padding of what is copied from there: the same then for both
  const std::vector<std::size_t> places = compile_into(one, all);
  if (compile_into(two, all) != places) throw std::runtime_error("tables are not the same when they are compiled again");
  Image image(one, two);
  std::size_t n = 0;
  for (const auto& [type, compile] : all) image.add(type, places[n++]);
  if (!image.write(path)) throw std::runtime_error(std::string(path) + ": cannot be written");
}

}  // namespace
}  // namespace jianbao

int main(int argc, char** argv) {
  if (argc != 2) return std::fputs("usage: make_image out.cc\n", stderr), 2;
  try {
    jianbao::make_image(argv[1]);
    return 0;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "make_image: %s\n", error.what());
  }
  return 1;
}
