// Texts for tests of what is true of any text: the samples, the inputs of the specification, and noise.
#pragma once

#include <algorithm>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include "runner/examples.h"
#include "text/utf8.h"

namespace tests {

struct Text {
  std::string name, text;
};

/// Files of a folder of the repository that end in one of `extensions`, in order of their names.
inline std::vector<std::filesystem::path> files_in(const std::string& folder, const std::vector<std::string>& extensions) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(std::string(SOURCE_DIR) + '/' + folder))
    if (std::count(extensions.begin(), extensions.end(), entry.path().extension())) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

/// Characters of the kinds that newspaper text has, in no order: numerals, marks and keywords are as frequent as the rest.
inline std::string noise(unsigned seed, std::size_t length) {
  static const std::vector<std::string> pieces = {
      "\n", "\n\n", "  ", "\u3000", "　　", "# ", "## ", "●", "①", "（", "）", "(", ")", "，", ",", "。", ".", "：", ":", "；", "、", "“", "”", "《", "》",
      "一", "二", "十", "百", "〇", "1", "20", "2024", "第", "章", "条", "款", "年", "月", "日", "记者", "电", "本报讯", "新华社", "公告", "声明", "遗失",
      "作废", "公司", "有限公司", "责任编辑", "版", "摄", "元", "万元", "号", "法院", "№", "A1", "—", "…", "\uFEFF", "\u200B", "é", "\U00020000"};
  std::mt19937 random(seed);
  std::string out;
  while (out.size() < length) {
    const unsigned choice = static_cast<unsigned>(random());
    if (choice % 3 == 0)
      jianbao::append_char(out, 0x4E00 + choice / 3 % 0x51A6);
    else
      out += pieces[choice / 3 % pieces.size()];
  }
  return out;
}

/// All of them, made once.
inline const std::vector<Text>& all_texts() {
  static const std::vector<Text> texts = [] {
    std::vector<Text> out;
    for (const auto& file : files_in("samples", {".md", ".txt"}))
      if (file.filename() != "README.md") out.push_back({file.filename().string(), read_file(file)});
    for (const auto& file : files_in("tests/spec", {".md"}))
      for (const Example& example : read_examples(read_file(file), file.filename().string()))
        out.push_back({file.filename().string() + ':' + std::to_string(example.line), example.input});
    for (unsigned seed = 1; seed <= 60; ++seed) out.push_back({"noise " + std::to_string(seed), noise(seed, 100 * seed)});
    return out;
  }();
  return texts;
}

}  // namespace tests
