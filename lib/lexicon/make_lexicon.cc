// Makes the lexicon's table at build time: make_lexicon dict.txt lexicon_table.cc
// dict.txt is that of jieba (MIT licence): a word, how often it was counted, and its part of speech on each line.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <string>
#include <vector>

#include "../src/tables/lexicon_hash.h"
#include "../src/text/utf8.h"
#include "table_file.h"

namespace {

using jianbao::LexiconBeginnings;
using jianbao::LexiconPairs;
using jianbao::LexiconSlot;
using jianbao::LexiconTriples;

/// A quarter of an octave is a step; a word counted once has 1.
unsigned frequency_step(double count) {
  return std::min(LexiconSlot::kFrequency, 1 + static_cast<unsigned>(std::lround(4 * std::log2(std::max(count, 1.0)))));
}

using Slots = GroupedTable<LexiconSlot::Groups, std::uint32_t>;

void insert(Slots& slots, const std::string& word, unsigned value) {
  jianbao::WordHash hash;
  for (std::size_t at = 0; at < word.size();) hash.add(jianbao::next_char(word, at));
  slots.add(hash.mixed(), LexiconSlot::key(hash.mixed()) | value);
}

/// The pairs of neighbours in a good word.
void add_pairs(std::vector<std::uint64_t>& pairs, const std::string& word, LexiconPairs::Of of) {
  char32_t last = 0;
  for (std::size_t at = 0; at < word.size();) {
    const char32_t c = jianbao::next_char(word, at);
    const std::size_t place = LexiconPairs::place(last, c);
    if (last != 0) pairs[place / LexiconPairs::kPerNumber] |= std::uint64_t{of} << LexiconPairs::shift(place);
    last = c;
  }
}

/// Three neighbours in a good word.
void add_triples(std::vector<std::uint64_t>& triples, const std::string& word) {
  char32_t first = 0, second = 0;
  for (std::size_t at = 0; at < word.size();) {
    const char32_t third = jianbao::next_char(word, at);
    const std::size_t bit = LexiconTriples::bit(first, second, third);
    if (first != 0) triples[bit / 64] |= std::uint64_t{1} << bit % 64;
    first = second, second = third;
  }
}

/// A word, and what it begins with.
void add_beginnings(std::vector<std::uint64_t>& beginnings, const std::string& word) {
  jianbao::WordHash hash;
  for (std::size_t at = 0; at < word.size();) {
    hash.add(jianbao::next_char(word, at));
    LexiconBeginnings::add(beginnings.data(), hash.mixed(), at == word.size() ? LexiconBeginnings::word : LexiconBeginnings::longer);
  }
}

/// The tables of lexicon.cc.
struct Tables {
  Slots slots;
  std::vector<std::uint64_t> pairs = std::vector<std::uint64_t>(LexiconPairs::kPlaces / LexiconPairs::kPerNumber);
  std::vector<std::uint64_t> triples = std::vector<std::uint64_t>(LexiconTriples::kBits / 64);
  std::vector<std::uint64_t> beginnings = std::vector<std::uint64_t>(LexiconBeginnings::kNumbers);
};

/// The number of words, 0 where the file is none of this form.
std::size_t read(std::istream& in, Tables& tables) {
  std::size_t words = 0;
  std::string word, tag;
  for (double count = 0; in >> word >> count >> tag; ++words) {
    const bool person = tag.starts_with("nr");
    insert(tables.slots, word, frequency_step(count) | (person ? LexiconSlot::kPerson : 0u));
    add_beginnings(tables.beginnings, word);
    const bool is_long = word.size() > 2 * 3;  // bytes: more than two Han
    const unsigned good = is_long ? LexiconPairs::kGoodLongWord : LexiconPairs::kGoodWord;
    if (person || frequency_step(count) < good) continue;
    add_pairs(tables.pairs, word, is_long ? LexiconPairs::longer : LexiconPairs::word);
    add_triples(tables.triples, word);
  }
  tables.slots.sort();
  return in.eof() ? words : 0;
}

bool write(const char* path, const Tables& tables) {
  return write_source(path, "tables/lexicon.h", [&](std::FILE* out) {
    write_table(out, "extern const std::uint32_t kLexiconSlots[]", tables.slots.slots([](std::uint32_t slot) { return slot; }));
    write_table(out, "extern const LexiconSlot::Groups::Far kLexiconFar", tables.slots.far());
    write_table(out, "extern const LexiconSlot::Groups::Near kLexiconNear", tables.slots.near());
    write_table(out, "extern const std::uint64_t kLexiconPairs[LexiconPairs::kPlaces / LexiconPairs::kPerNumber]", tables.pairs);
    write_table(out, "extern const std::uint64_t kLexiconTriples[LexiconTriples::kBits / 64]", tables.triples);
    write_table(out, "extern const std::uint64_t kLexiconBeginnings[LexiconBeginnings::kNumbers]", tables.beginnings);
  });
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return fail("usage: make_lexicon dict.txt out.cc", "", 2);
  Tables tables;
  std::ifstream in(argv[1]);
  if (read(in, tables) == 0) return fail(argv[1], ": no list of words", 1);
  if (!write(argv[2], tables)) return fail(argv[2], ": cannot be written", 1);
}
