// Texts for tests of what is true of any text: the samples, the inputs of the specification, run-on notices, and noise.
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

/// Notices that share paragraphs, with a separator of any kind before each: none, stops, spaces of either width, bullets, counts.
inline std::string run_on_notices(unsigned seed) {
  static const std::vector<std::string> heads = {"", "遗失声明\n", "声明公告\n\n", "遗失声明：", "## 法院公告\n", "●"};
  static const std::vector<std::string> texts = {
      "柳青遗失学生证，声明作废", "宋岩不慎将退休证（证号：0012345678）丢失，声明作废", "安岭市禾田商贸有限公司遗失公章，编号3302010012345，特此声明",
      "何远医保卡丢失", "郑川、郑林遗失户口簿", "遗失周舟的护士执业证，编号201833000871", "白溪镇春来饭店经股东会决议解散，请债权人45日内申报债权",
      "钱越：本院受理原告吴昊诉你借款合同纠纷一案，现依法公告送达起诉状副本，自公告之日起经过30日即视为送达。安岭市人民法院",
      "[云台]安岭市青溪区人民法院", "减资公告：安岭万木家具有限公司注册资本由500万元减至100万元", "登报热线：0571-86610000"};
  static const std::vector<std::string> between = {"", "。", "。 ", "。  ", "。\u3000", "。\u3000\u3000", "；", "; ", "；\u3000", " ", "\u3000", "．", ". ", "，",
                                                   "●", "。●", "。 ◆ ", "。★\u3000", "②", " 3. ", "。\n", "\n\n", "。\u00A0", "。\t", "** ", "。**"};
  std::mt19937 random(seed);
  const auto one_of = [&](const std::vector<std::string>& from) { return from[static_cast<std::size_t>(random() % from.size())]; };
  std::string out = one_of(heads);
  for (unsigned n = 2 + static_cast<unsigned>(random() % 6); n > 0; --n) out += one_of(texts) + one_of(between);
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
    for (unsigned seed = 1; seed <= 300; ++seed) out.push_back({"run-on notices " + std::to_string(seed), run_on_notices(seed)});
    return out;
  }();
  return texts;
}

}  // namespace tests
