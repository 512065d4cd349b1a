// What notice_words.tsv and the topics of notices.tsv compile to.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>

#include "suffix_index.h"
#include "tables.h"

namespace jianbao {

struct NoticeWords {
  explicit NoticeWords(const Rules::Tables& tables);

  SuffixIndex acts, topics, links;
  std::unordered_set<std::string> lines;     ///< headings and banners that are whole lines
  std::unordered_set<char32_t> lines_end;    ///< their last characters
  std::unordered_set<std::string> announcing;

  /// Whether an organisation's name and this act alone make a heading: 人民法院公告, not 有限公司信息.
  bool announces(std::string_view act) const { return announcing.contains(std::string(act)); }
  bool holds_news(std::string_view text) const;
  bool holds_topic(std::string_view text) const;

 private:
  std::vector<std::string> news_;
};

/// A text without its spaces: how headings are compared (声 明 is 声明).
std::string without_spaces(std::string_view text);

}  // namespace jianbao
