// Compiles the built-in tables at build time, and writes them as they stand in memory: make_image image_words.cc
//
// They are compiled twice, into two arenas (arena.h). What differs is a place in the arena, and differs by as much as the arenas are apart; all else is
// numbers. What a table refers to must be its own or another table's: a place outside of the arena would be another one in the library.
//
// Each page of the image that a process looks at is memory of that process. So what a list keeps free at its end is left out, which is what a third
// arena shows, whose memory begins as other bytes; and of blocks that hold the same numbers one is kept.
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
  Image(const Arena& arena, const Arena& other, const Arena& odd) : arena_(arena), other_(other), odd_(odd) {}

  /// The object that begins at a place of the arena, with all that it refers to; left out, and why on standard error, where it cannot
  /// be written: then it is compiled when it is asked for. Sanitizers leave other bytes in padding than they found.
  void add(const std::string& type, std::size_t place) {
    const std::size_t words = words_.size();
    const auto copies = copies_;
    const auto plain = plain_;
    try {
      add_all(type, place);
    } catch (const std::runtime_error& error) {
      std::fprintf(stderr, "make_image: left out: %s\n", error.what());
      words_.resize(words);
      copies_ = copies;
      plain_ = plain;
      to_read_.clear();
      if (!objects_.empty() && objects_.back().first == type) objects_.pop_back();
    }
  }

  bool write(const char* path) const {
    std::FILE* const out = std::fopen(path, "w");
    if (!out) return false;
    const std::size_t words = std::max(words_.size(), last_place_ / sizeof(ImageWord) + 1);
    std::fprintf(out, "#include \"tables/image.h\"\n\nnamespace jianbao {\nnamespace {\n\nextern const ImageWord kWords[%zu];\n", words);
    std::fprintf(out, "#define P(word, byte) {.pointer = &kWords[word].bytes[byte]}\nalignas(16) const ImageWord kWords[%zu] = {\n", words);
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

  /// Of a block in the image, in bytes.
  struct Copy {
    std::size_t begin = 0, bytes = 0;
  };
  static constexpr std::size_t kAlign = 16;  ///< of a block's begin

  static std::uint64_t number_at(const Arena& arena, std::size_t at) {
    std::uint64_t number;
    std::memcpy(&number, arena.memory() + at, sizeof number);
    return number;
  }
  static std::uint64_t address(const Arena& arena) { return reinterpret_cast<std::uintptr_t>(arena.memory()); }

  void add_all(const std::string& type, std::size_t place) {
    type_ = type;
    objects_.emplace_back(type, place_of(place));
    while (!to_read_.empty()) {
      const Arena::Block block = to_read_.back();
      to_read_.pop_back();
      const Copy copy = copies_.at(block.begin);
      for (std::size_t i = 0; i < copy.bytes; i += sizeof(ImageWord)) {
        const Word word = read(block.begin + i);  // may move `words_`
        words_[(copy.begin + i) / sizeof(ImageWord)] = word;
      }
    }
  }

  Word read(std::size_t at) {
    const std::uint64_t one = number_at(arena_, at), two = number_at(other_, at);
    const std::uint64_t place = one - address(arena_);
    if (one == two) {
      if (mapped_.holds(one)) throw std::runtime_error(type_ + ": refers to what is no part of a table");
      return {one, false};
    }
    if (!arena_.holds(arena_.memory() + place) || two - address(other_) != place) throw std::runtime_error(type_ + ": is not the same when it is compiled again");
    return {place_of(place), true};
  }

  /// In the image, of a place in the arena, whose block is added where it is not there. Where a list keeps room behind its end, other blocks stand in
  /// the image, and the end of that room is somewhere in them, or behind all.
  std::size_t place_of(std::size_t place) {
    const Arena::Block& block = arena_.block_at(place);
    const auto [known, is_new] = copies_.emplace(block.begin, Copy{});
    if (is_new) known->second = add_block(block);
    const std::size_t in_image = known->second.begin + place - block.begin;
    last_place_ = std::max(last_place_, in_image);
    return in_image;
  }

  Copy add_block(const Arena::Block& block) {
    const Copy copy{words_.size() * sizeof(ImageWord), written(block)};
    const char* const bytes = arena_.memory() + block.begin;
    if (std::memcmp(bytes, other_.memory() + block.begin, copy.bytes) == 0) {
      const auto [equal, is_new] = plain_.emplace(std::string(bytes, copy.bytes), copy.begin);
      if (!is_new) return {equal->second, copy.bytes};
    }
    words_.resize(words_.size() + (copy.bytes + kAlign - 1) / kAlign * (kAlign / sizeof(ImageWord)));
    to_read_.push_back(block);
    return copy;
  }

  /// Bytes of a block up to the last one that was written to: it is not what its arena's memory began as, or not in all of them.
  std::size_t written(const Arena::Block& block) const {
    std::size_t end = block.end;
    while (end > block.begin && arena_.is_fresh(end - 1) && other_.is_fresh(end - 1) && odd_.is_fresh(end - 1)) --end;
    return end - block.begin;
  }

  const Arena &arena_, &other_, &odd_;
  Mapped mapped_;
  std::string type_;
  std::vector<std::pair<std::string, std::size_t>> objects_;
  std::map<std::size_t, Copy> copies_;         ///< of blocks, by where they begin in the arena
  std::map<std::string, std::size_t> plain_;   ///< where blocks begin in the image that hold nothing but numbers
  std::vector<Arena::Block> to_read_;
  std::vector<Word> words_;
  std::size_t last_place_ = 0;  ///< in the image, in bytes, that a word holds
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
  static Arena odd(0xFF), first, one, two;  // as long as the process, as what is freed at its end is asked for in them
  const std::vector<std::size_t> places = compile_into(odd, all);
  compile_into(first, all);  // what it leaves on the stack gets into the padding of what is copied from there: the same then for both
  if (compile_into(one, all) != places || compile_into(two, all) != places) throw std::runtime_error("tables are not the same when they are compiled again");
  Image image(one, two, odd);
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
