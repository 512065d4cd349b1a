// bench-stages FILE: the processor time that each stage of the library takes for the pages of a file.
// A line for each stage, `stage TAB seconds`; `numbering` is a part of `split`, done once more. Pages are parted by form feeds.
#include <cstdio>
#include <ctime>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "jianbao/jianbao.h"
#include "numbering/numbering.h"

namespace {

enum Stage { decoding, cleaning, splitting, numbering, outlining, clauses, notices, writing, reading, kStages };
constexpr const char* kNames[kStages] = {"decode", "clean", "split", "numbering", "outline", "clauses", "notices", "write_json", "read_json"};

std::clock_t spent[kStages];

/// What `work` gives; its time is added to the stage's.
template <class Work>
auto timed(Stage stage, Work work) {
  const std::clock_t begin = std::clock();
  auto result = work();
  spent[stage] += std::clock() - begin;
  return result;
}

void journey(std::string_view bytes) {
  const jianbao::Decoded decoded = timed(decoding, [&] { return jianbao::decode(bytes); });
  const jianbao::Page page = timed(cleaning, [&] { return jianbao::clean(decoded, bytes, "p"); });
  std::vector<std::string> lines(1);
  timed(writing, [&] { return jianbao::write_json(lines.back(), page), 0; });
  for (const jianbao::Article& article : timed(splitting, [&] { return jianbao::split(page); })) {
    jianbao::Article numbered = article;
    timed(numbering, [&] { return jianbao::number_blocks(numbered, jianbao::Rules::standard()), 0; });
    const auto headings = timed(outlining, [&] { return jianbao::outline(article); });
    const auto units = timed(clauses, [&] { return jianbao::clauses(article); });
    const auto announcements = timed(notices, [&] { return jianbao::notices(article); });
    lines.emplace_back();
    timed(writing, [&] { return jianbao::write_json(lines.back(), article), 0; });
    std::string records;
    timed(writing, [&] {
      for (const auto& record : headings) jianbao::write_json(records, record);
      for (const auto& record : units) jianbao::write_json(records, record);
      for (const auto& record : announcements) jianbao::write_json(records, record);
      return 0;
    });
  }
  for (const std::string& line : lines) timed(reading, [&] { return jianbao::read_json(line); });
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return std::fputs("usage: bench-stages FILE\n", stderr), 2;
  std::ifstream file(argv[1], std::ios::binary);
  if (!file) return std::perror(argv[1]), 1;
  for (std::string page; std::getline(file, page, '\f');) journey(page);
  for (int i = 0; i < kStages; ++i) std::printf("%s\t%.6f\n", kNames[i], static_cast<double>(spent[i]) / CLOCKS_PER_SEC);
  return 0;
}
