// What notice_words.tsv and the topics of notices.tsv compile to.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "tables/prefix_index.h"
#include "tables/suffix_index.h"
#include "tables/tables.h"
#include "tables/word_list.h"
#include "text/char_map.h"

namespace jianbao {

struct NoticeWords {
  explicit NoticeWords(const Rules::Tables& tables);

  SuffixIndex acts, topics, links;
  SuffixIndex calls;                         ///< what a heading ends with that calls for contributions
  SuffixIndex goes_on;                       ///< before an act: the line is a sentence, no heading
  std::unordered_set<std::string> lines;     ///< headings and banners that are whole lines
  CharSet lines_end;    ///< their last characters
  std::unordered_set<std::string> announcing;
  std::unordered_set<std::string> bullet_readings;  ///< what OCR makes of a bullet

  /// Whether an organisation's name and this act alone make a heading: 人民法院公告, not 有限公司信息.
  bool announces(std::string_view act) const { return announcing.contains(std::string(act)); }
  /// Whether a line with this act may be a heading where notices stand around it.
  bool may_announce(std::string_view act) const { return announces(act) || perhaps_.contains(std::string(act)); }
  /// A sentence that begins with 关于 and ends in an act that a notice may have.
  bool is_about(std::string_view key, std::string_view act) const;
  /// 关于…, without who acts.
  bool begins_about(std::string_view key) const;
  /// What stands behind the firm that a heading names: 关于股份质押的公告. A firm issues no documents.
  std::string_view behind_firm(std::string_view key) const;
  bool holds_news(std::string_view text) const;
  /// A topic of at least so many bytes stands somewhere in it.
  bool holds_topic(std::string_view text, std::size_t least = 0) const;
  /// A line over a column of notices, one word or several with marks between them (公司·机构); no notice's own heading, but where
  /// it stands alone.
  bool is_banner(std::string_view line) const;
  /// Where a text begins to tell what another notice says (通告要求，…); npos where it does not.
  std::size_t reported(std::string_view text) const;
  /// 不料，…: a story goes on.
  bool tells(std::string_view text) const;
  /// 凡与…, 逾期…: how the second paragraph of a notice begins.
  /// 供：果苗5万株…
  bool begins_ad(std::string_view text) const;
  bool continues(std::string_view text) const;
  /// 核心提示：…, 本报讯…: how news begins.
  bool begins_story(std::string_view text) const;
  /// 特此公告, 特此声明。
  bool closes(std::string_view line) const;
  /// The same where it is set wide: 特 此 公 告.
  bool closes_wide(std::string_view line) const;
  bool ends_with_closing(std::string_view text) const;
  /// A short line that is one character away from topic and act: 寻人局事, 担卖公告. Only among notices.
  bool is_damaged_heading(std::string_view line) const;
  /// 联系人：…, 电话：…, 注：…: belongs to the notice before it.
  bool is_contact_line(std::string_view line) const;
  /// One of those, or another label that only notices have, with its colon: 机构编码：….
  bool is_labelled(std::string_view line) const;
  /// 登报热线：…: belongs to the column, to no notice.
  bool is_column_line(std::string_view line) const;

 private:
  /// What else a word of a use tells: the lengths to which lines need be read, the ends of headings.
  void note(std::string_view use, const std::string& word);
  bool is_composed(std::string_view key) const;
  bool is_row_of_topics(std::string_view line) const;
  bool is_reached_by(std::string_view line) const;

  std::vector<std::string> about_acts_, assembly_acts_;
  WordList reported_, tellings_, news_, abouts_, firms_, assemblies_, continuings_, stories_, closings_, columns_;
  PrefixIndex contacts_, ad_labels_, labels_;
  SuffixIndex contact_ends_;
  std::unordered_set<std::string> banners_, perhaps_, sections_;
  std::size_t longest_column_ = 0, longest_closing_ = 0;  ///< characters of the longest banner or section, and of a closing
  std::vector<std::string> short_topics_, short_acts_;  ///< of two characters
};

/// A text without its spaces and in simplified script: how headings are compared (聲 明 is 声明).
std::string without_spaces(std::string_view text);

}  // namespace jianbao
