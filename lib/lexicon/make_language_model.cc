// Makes the tables of the language model at build time: tslminfo -v -p lm_sc.t3g | make_language_model pydict_sc.bin language_model_table.cc
// Both files are of the Debian package sunpinyin-data: open-gram's model, CC BY-SA 3.0. tslminfo, of sunpinyin-utils, prints it in ARPA's format,
// where words are numbers; pydict_sc.bin tells which these are.
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "../src/tables/model_hash.h"
#include "table_file.h"

namespace {

using jianbao::ModelBeginnings;
using jianbao::ModelPair;
using jianbao::ModelWord;

/// A likelihood as a cost, in the model's steps.
int steps(double likelihood) { return static_cast<int>(std::lround(-jianbao::kModelSteps * std::log2(likelihood))); }

/// The words by number: the third number of the file says where their UTF-32 begins, and a zero stands behind each.
std::vector<std::u32string> read_words(const char* path) {
  std::ifstream in(path, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  std::uint32_t header[3] = {};
  if (bytes.size() < sizeof header) return {};
  std::memcpy(header, bytes.data(), sizeof header);
  std::vector<std::u32string> words(1);
  for (std::size_t at = header[2]; at + 4 <= bytes.size(); at += 4) {
    char32_t c = 0;
    std::memcpy(&c, bytes.data() + at, 4);
    if (c == 0) words.emplace_back();
    else words.back() += c;
  }
  return words;
}

struct Word {
  std::uint64_t hash = 0;  ///< 0: none that the model is asked for
  int cost = 0, back_off = 0;
  double likelihood = 0;
};

struct Pair {
  std::uint64_t hash;
  int gain;       ///< in the model's steps
  double weight;  ///< how much the model would lose without it
};

/// What a slot of the table of words holds.
struct WordSlot {
  std::uint32_t key;
  std::uint16_t costs;
};
using WordTable = GroupedTable<ModelWord::Groups, WordSlot>;
using PairTable = GroupedTable<ModelPair::Groups, std::uint32_t>;

class Model {
 public:
  explicit Model(const std::vector<std::u32string>& names) : names_(names), words_(names.size()) {
    for (std::size_t i = 0; i < names.size(); ++i)
      if (!names[i].empty() && names[i].size() <= ModelWord::kLongest) words_[i].hash = hash_of(names[i]);
  }

  /// False where it is of another form.
  bool read(std::FILE* in) {
    int level = -1;
    for (char line[256]; level < 3 && std::fgets(line, sizeof line, in);) {
      if (line[0] == '\\') level = line[1] - '0';
      else if (!(level == 1 ? read_word(line) : level == 2 ? read_pair(line) : level == 0)) return false;
    }
    return level == 3;
  }

  void fill(WordTable& words) const {
    for (const Word& word : words_)
      if (word.likelihood != 0) words.add(word.hash, {ModelWord::key(word.hash), ModelWord::costs(word.cost, word.back_off)});
    words.sort();
  }

  void fill(std::vector<std::uint64_t>& beginnings) const {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (words_[i].likelihood == 0) continue;
      ModelBeginnings::add(beginnings.data(), words_[i].hash, ModelBeginnings::word);
      for (std::size_t size = 1; size < names_[i].size(); ++size) ModelBeginnings::add(beginnings.data(), hash_of(names_[i].substr(0, size)), ModelBeginnings::longer);
    }
  }

  void fill(PairTable& pairs, std::vector<std::uint64_t>& bits) {
    // Of 2.5 million pairs these find 91 of 145 misread characters where all find 95, and both take 8 or 9 of 2,400 right ones for misread.
    constexpr std::size_t kKept = 300000;
    const std::size_t kept = std::min(kKept, pairs_.size());
    std::partial_sort(pairs_.begin(), pairs_.begin() + static_cast<std::ptrdiff_t>(kept), pairs_.end(), [](const Pair& a, const Pair& b) { return a.weight > b.weight; });
    for (std::size_t i = 0; i < kept; ++i) {
      pairs.add(pairs_[i].hash, ModelPair::slot(pairs_[i].hash, pairs_[i].gain));
      const std::size_t bit = ModelPair::bit(pairs_[i].hash);
      bits[bit / 64] |= std::uint64_t{1} << bit % 64;
    }
    pairs.sort();
  }

 private:
  static std::uint64_t hash_of(const std::u32string& word) {
    jianbao::WordHash hash;
    for (const char32_t c : word) hash.add(c);
    return hash.mixed();
  }

  bool read_word(const char* line) {
    std::size_t number = 0;
    double likelihood = 0, back_off = 0;
    if (std::sscanf(line, "%zu %lf %lf", &number, &likelihood, &back_off) != 3 || number >= words_.size()) return false;
    Word& word = words_[number];
    if (word.hash == 0 || likelihood <= 0 || back_off <= 0) return true;
    word.cost = std::clamp(steps(likelihood), 1, ModelWord::kCosts - 1);
    word.back_off = std::clamp(steps(back_off), ModelWord::kLeastBackOff, ModelWord::kLeastBackOff + ModelWord::kCosts - 1);
    word.likelihood = likelihood;
    return true;
  }

  bool read_pair(const char* line) {
    std::size_t first = 0, second = 0;
    double likelihood = 0;
    if (std::sscanf(line, "%zu %zu %lf", &first, &second, &likelihood) != 3 || std::max(first, second) >= words_.size()) return false;
    const Word &a = words_[first], &b = words_[second];
    if (a.likelihood == 0 || b.likelihood == 0 || likelihood <= 0) return true;
    const int gain = a.back_off + b.cost - steps(likelihood);
    // Between how much the model's texts would lose, which is little for seldom pairs, and how much these would.
    pairs_.push_back({ModelPair::hash(a.hash, b.hash), gain, std::sqrt(a.likelihood * likelihood) * std::pow(std::abs(gain), 1.5)});
    return true;
  }

  const std::vector<std::u32string>& names_;
  std::vector<Word> words_;
  std::vector<Pair> pairs_;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return fail("usage: tslminfo -v -p lm_sc.t3g | make_language_model pydict_sc.bin out.cc", "", 2);
  const std::vector<std::u32string> words = read_words(argv[1]);
  if (words.size() < 2) return fail(argv[1], ": no list of words", 1);
  Model model(words);
  if (!model.read(stdin)) return fail("standard input", ": no model of word triples as tslminfo prints it", 1);
  WordTable word_slots;
  PairTable pairs;
  std::vector<std::uint64_t> beginnings(ModelBeginnings::kNumbers), pair_bits(ModelPair::kBits / 64);
  model.fill(word_slots);
  model.fill(beginnings);
  model.fill(pairs, pair_bits);
  const auto tables = [&](std::FILE* out) {
    write_table(out, "extern const std::uint32_t kModelWords[]", word_slots.slots([](const WordSlot& slot) { return slot.key; }));
    write_table(out, "extern const std::uint16_t kModelCosts[]", word_slots.slots([](const WordSlot& slot) { return slot.costs; }));
    write_table(out, "extern const ModelWord::Groups::Far kModelWordsFar", word_slots.far());
    write_table(out, "extern const ModelWord::Groups::Near kModelWordsNear", word_slots.near());
    write_table(out, "extern const std::uint64_t kModelBeginnings[ModelBeginnings::kNumbers]", beginnings);
    write_table(out, "extern const std::uint32_t kModelPairs[]", pairs.slots([](std::uint32_t slot) { return slot; }));
    write_table(out, "extern const ModelPair::Groups::Far kModelPairsFar", pairs.far());
    write_table(out, "extern const ModelPair::Groups::Near kModelPairsNear", pairs.near());
    write_table(out, "extern const std::uint64_t kModelPairBits[ModelPair::kBits / 64]", pair_bits);
  };
  if (!write_source(argv[2], "tables/model_hash.h", tables)) return fail(argv[2], ": cannot be written", 1);
}
