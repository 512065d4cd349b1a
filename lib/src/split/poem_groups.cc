#include "split/poem_groups.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "split/page_habits.h"
#include "tables/word_table.h"

namespace jianbao {
namespace {

constexpr std::uint32_t kLongestVerse = 20;  // characters
constexpr std::size_t kFew = 2;              // verses of a poem

class PoemGroup {
 public:
  /// `title`: the line that says so.
  PoemGroup(std::vector<Line>& lines, std::size_t title) : lines_(lines), at_(title + 1) {
    if (at_ < lines_.size() && is_author(at_)) ++at_;
  }

  bool read() {
    std::size_t poems = read_first();
    while (read_headed() || read_signed()) ++poems;
    if (poems < 2) return false;
    for (const auto& [line, shape] : shapes_) lines_[line].shape = shape;
    if (last_signature_) lines_[last_signature_].shape = Shape::aside;
    return true;
  }

 private:
  bool is_author(std::size_t i) const { return lines_[i].depth == 0 && (lines_[i].shape == Shape::byline || lines_[i].shape == Shape::name || lines_[i].shape == Shape::tiny); }

  bool is_verse(std::size_t i) const {
    const Shape shape = lines_[i].shape;
    const bool words = shape == Shape::brief || shape == Shape::tiny || shape == Shape::name || shape == Shape::row || shape == Shape::prose || shape == Shape::organisation;
    return words && lines_[i].depth == 0 && lines_[i].chars <= kLongestVerse;
  }

  std::size_t verses_from(std::size_t begin) const {
    std::size_t end = begin;
    while (end < lines_.size() && is_verse(end)) ++end;
    return end;
  }

  /// 晒秋（外二首）: the title is that of the first poem as well, and a marked heading stands over the next. How many were read.
  std::size_t read_first() {
    const std::size_t end = verses_from(at_);
    if (end < at_ + kFew || end >= lines_.size() || lines_[end].depth == 0) return 0;
    take(at_, end);
    return 1;
  }

  /// ## 残叶, and its verses; one with an author of its own below its heading is none of the group.
  bool read_headed() {
    if (at_ >= lines_.size() || lines_[at_].depth == 0) return false;
    std::size_t end = verses_from(at_ + 1);
    if (end < at_ + 1 + kFew || lines_[at_ + 1].shape == Shape::name) return false;
    if (end < lines_.size() && lines_[end].depth > 0 && verses_from(end + 1) < end + 1 + kFew && lines_[end - 1].shape == Shape::tiny) --end;  // the column of what stands below
    shapes_.emplace_back(at_, Shape::series_head);
    take(at_ + 1, end);
    return true;
  }

  /// Verses, and in brackets who wrote them.
  bool read_signed() {
    const std::size_t end = verses_from(at_);
    if (end < at_ + kFew || end >= lines_.size() || lines_[end].shape != Shape::aside) return false;
    take(at_, end + 1);
    last_signature_ = end;
    return true;
  }

  void take(std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) shapes_.emplace_back(i, Shape::verse);
    at_ = end;
  }

  std::vector<Line>& lines_;
  std::vector<std::pair<std::size_t, Shape>> shapes_;  ///< what the lines turn out to be, if there are several poems
  std::size_t at_;                  ///< the next line
  std::size_t last_signature_ = 0;  ///< it ends the article
};

}  // namespace

void find_poem_groups(const Page& page, const Rules& rules, std::vector<Line>& lines) {
  const auto& words = rules.tables().compiled<WordTable>().list("poem-group");
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    const std::string_view text = page.view(lines[i].span);
    const bool title = (may_be_head(lines[i]) || is_brief(lines[i].shape)) && std::any_of(words.begin(), words.end(), [&](const std::string& word) { return text.ends_with(word); });
    if (!title) continue;
    if (PoemGroup(lines, i).read()) lines[i].shape = Shape::brief_marked;
  }
}

}  // namespace jianbao
