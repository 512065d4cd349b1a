#include "split/heading_lines.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

#include "names/organisations.h"
#include "notice_signs/notice_kind.h"
#include "notice_signs/notice_lines.h"
#include "split/notice_speakers.h"
#include "tables/lexicon.h"
#include "tables/word_table.h"
#include "text/chars.h"

namespace jianbao {
namespace {

/// What a heading says before its matter, and what joins the names in it.
struct HeadingWords {
  explicit HeadingWords(const Rules::Tables& tables) : abouts(tables.compiled<WordTable>().beginnings("title-about")), joints(tables.compiled<WordTable>().beginnings("name-joint")) {}
  PrefixIndex abouts, joints;
};

class HeadingLines {
 public:
  HeadingLines(const Page& page, const Rules& rules, std::vector<Line>& lines)
      : page_(page), rules_(rules), lines_(lines), words_(rules.tables().compiled<HeadingWords>()) {}

  void run() {
    join_torn();
    const std::vector<int> weights = weigh_speakers(page_, rules_, lines_);
    for (std::size_t i = 0; i + 1 < lines_.size(); ++i) {
      if (weights[i] <= -kClearSpeaker) end_notice(i);
      else if (weights[i] >= kClearSpeaker && lines_[i + 1].shape != Shape::document_title && lines_[i].chars + lines_[i + 1].chars <= kLongest) add(i);
    }
    erase_taken();
  }

 private:
  static constexpr std::size_t kMost = 3;        // printed lines of a heading
  static constexpr std::uint32_t kLongest = 44;  // characters of one of them

  std::string_view view(std::size_t i) const { return page_.view(lines_[i].span); }
  bool is_any_heading(std::size_t i) const { return jianbao::is_any_heading(page_, lines_[i], rules_); }

  void add(std::size_t i) {
    Line &line = lines_[i], &rest = lines_[i + 1];
    line.more.push_back(rest.span);
    line.more.insert(line.more.end(), rest.more.begin(), rest.more.end());
    line.chars += rest.chars;
    line.shape = Shape::notice_heading;
    line.depth = std::max(line.depth, rest.depth);
    rest.chars = 0;
  }

  /// Line `i` signs; what stands below it is the next notice, though documents have titles like its heading.
  void end_notice(std::size_t i) {
    lines_[i].signs = true;
    if (is_any_heading(i + 1)) lines_[i + 1].shape = Shape::notice_heading;
  }

  void erase_taken() {
    std::erase_if(lines_, [](const Line& line) { return line.chars == 0; });
  }

  /// A line that a heading may begin with: it breaks off, and says whom or what the heading is about.
  bool may_begin_torn(std::size_t i) const {
    const Line& line = lines_[i];
    if (!line.open || line.chars > kLongest || line.label || is_any_heading(i) || line.shape == Shape::document_title) return false;
    std::size_t at = 0;
    const std::string_view text = view(i);
    const auto about = words_.abouts.search(text, 0, at);
    return about && (at == 0 || is_organisation(text.substr(0, at), rules_));
  }

  bool may_go_on_torn(std::size_t i) const {
    const Line& line = lines_[i];
    return line.open && !line.blank_before && !line.beside && !line.label && line.depth == lines_[i - 1].depth && line.chars <= kLongest && line.more.empty();
  }

  bool reads_as_heading(std::string_view whole, std::size_t last) const {
    if (is_notice_heading(whole, rules_)) return true;
    return is_any_heading(last) && (announces_matter(whole, rules_) || may_be_notice_heading(whole, rules_));
  }

  /// 甲公司与乙⏎有限公司债权转让公告: the name of an organisation begins on a line and ends in the heading below.
  bool tears_name(std::size_t i) const {
    if (!lines_[i].open || lines_[i].label || lines_[i].chars > kLongest || is_any_heading(i) || lines_[i + 1].shape != Shape::notice_heading || !may_go_on_torn(i + 1)) return false;
    const std::string_view first = view(i), second = view(i + 1);
    if (is_organisation(first, rules_)) return false;
    std::size_t begin = 0;  // of the name: behind the last joint
    bool beside = false;    // another organisation stands before that
    for (std::size_t at = 0; at < first.size();) {
      const auto joint = words_.joints.search(first, at, at);
      if (!joint) break;
      beside = is_organisation(first.substr(begin, at - begin), rules_);
      begin = at += joint.bytes;
    }
    const std::string whole = std::string(first) + std::string(second);
    const std::size_t end = organisation_end(whole, begin, rules_);
    if (end == std::string_view::npos || end <= first.size() || !is_notice_heading(whole, rules_)) return false;
    return beside || organisation_end(second, 0, rules_) == std::string_view::npos || word_across(whole, {first.size(), first.size()}, kGoodWord);
  }

  /// The matter of a heading is long, and fills two lines or three; only together they read as one.
  void join_torn() {
    for (std::size_t i = 0; i + 1 < lines_.size(); ++i) {
      if (tears_name(i)) add(i);
      if (!may_begin_torn(i)) continue;
      std::string whole(view(i));
      for (std::size_t end = i + 1; end < lines_.size() && end < i + kMost && may_go_on_torn(end); ++end) {
        whole += view(end);
        if (!reads_as_heading(whole, end)) continue;
        for (std::size_t n = end; n > i; --n) add(n - 1);
        break;
      }
    }
    erase_taken();
  }

  const Page& page_;
  const Rules& rules_;
  std::vector<Line>& lines_;
  const HeadingWords& words_;
};

}  // namespace

void join_heading_lines(const Page& page, const Rules& rules, std::vector<Line>& lines) { HeadingLines(page, rules, lines).run(); }

}  // namespace jianbao
