#include "numbering/numbering_headings.h"

#include <algorithm>
#include <map>
#include <utility>

#include "numbering/numbering_lines.h"
#include "numbering/numbering_marks.h"
#include "numbering/numbering_styles.h"
#include "text/chars.h"

namespace jianbao {
namespace {

constexpr std::size_t kNone = std::string_view::npos;
constexpr std::size_t kLongestLine = 60;      // characters of a heading line, wrapped ones included
constexpr std::size_t kLongestSentence = 45;  // of a heading sentence; the longest of 27 on a party paper's page has 33
constexpr std::size_t kLongestLead = 20;      // before a colon or wide gap
constexpr int kBoxRank = 2, kArticleRank = 40, kFirstLevelRank = 50;

/// The shape of the text behind a label.
struct Shape {
  std::size_t characters = 0, commas = 0;
  std::size_t sentence = kNone, sentence_characters = 0, sentence_commas = 0;  ///< end of the first sentence, its stop included
  std::size_t colon = kNone, colon_characters = 0;  ///< place of a colon before any other mark
  std::size_t gap = kNone;                          ///< place of a wide space before any mark
  std::size_t bracket = kNone;                      ///< end of a bracket that the text begins with
  bool semicolon = false;                           ///< in the first sentence
  char32_t last = 0;
};

bool is_comma(char32_t c) { return fold(c) == U'，'; }

Shape shape_of(std::string_view text) {
  Shape shape;
  int depth = 0;
  bool marks = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_char(text, at);
    ++shape.characters;
    if (is_han(c) && shape.characters <= kLongestLine) continue;
    if (is_opening(c)) ++depth;
    if (is_closing(c) && depth > 0 && --depth == 0 && shape.bracket == kNone && is_opening(first_char(text)) &&
        first_char(text) != U'“' && first_char(text) != U'《')
      shape.bracket = at;
    if (shape.characters > kLongestLine) break;  // too long to be a heading; `last` is read below
    if (shape.sentence != kNone || depth > 0) continue;
    if (is_comma(c)) ++shape.commas;
    if (fold(c) == U'；') shape.semicolon = true;
    if (fold(c) == U'：' && !marks && shape.colon == kNone) shape.colon = begin, shape.colon_characters = shape.characters - 1;
    if (c == U'　' && !marks && shape.gap == kNone && shape.characters <= kLongestLead) shape.gap = begin;
    if (is_comma(c) || c == U'、' || fold(c) == U'；' || fold(c) == U'：') marks = true;
    if (is_stop(c)) shape.sentence = at, shape.sentence_characters = shape.characters, shape.sentence_commas = shape.commas;
  }
  shape.last = last_char(text);
  return shape;
}

/// A caption of a table has a label and no level.
bool is_unit(const Block& block) { return block.label && block.level > 0; }

std::string_view body_of(const Article& article, const Block& block) {
  return article.view(block).substr(std::min(block.label ? block.label->length : 0, block.range.size()));
}

/// 在本條例中——: leads to what stands below, as a colon does.
bool ends_open(char32_t last) { return is_comma(last) || last == U'、' || last == U'—'; }

/// A line that stops without a stop.
bool is_line(const Shape& shape) {
  if (shape.last == U'。') return false;  // 修改为：“… 。: the sentence stands in a quote that goes on
  return shape.characters > 0 && shape.characters <= kLongestLine && shape.sentence == kNone && !shape.semicolon && shape.commas <= 2 &&
         fold(shape.last) != U'：' && fold(shape.last) != U'；' && !ends_open(shape.last);
}

/// 承办单位：, with what it says below: as short as a name, and no sentence that leads to items.
bool is_named_line(const Shape& shape) {
  constexpr std::size_t kLongestName = 12;  // characters, the colon included
  return fold(shape.last) == U'：' && shape.characters > 1 && shape.characters <= kLongestName && shape.sentence == kNone && !shape.semicolon && shape.commas == 0;
}

/// 餐饮服务　8231件: a name and its figure, set apart, are a row of a list; 供水普及率 85% 92%, too.
bool is_figure_row(const Shape& shape, std::string_view body) {
  if (shape.gap != kNone && is_digit(char_at(body, skip_spaces(body, shape.gap)))) return true;
  return (is_digit(shape.last) || fold(shape.last) == U'％' || shape.last == '%') && is_table_row(body);
}

/// Somebody speaks, or the document speaks of itself: 三、本意见自印发之日起施行.
bool is_sentence(LineRole role) { return role == LineRole::turn || role == LineRole::force || role == LineRole::tail; }

/// One short sentence and nothing behind it.
bool is_sentence_line(const Shape& shape, std::string_view body) {
  return shape.sentence == body.size() && shape.sentence_characters <= kLongestSentence && shape.sentence_commas <= 1 && !shape.semicolon;
}

bool opens_with_sentence(const Shape& shape, std::string_view body) {
  return shape.sentence != kNone && shape.sentence < body.size() && shape.sentence_characters <= kLongestSentence &&
         shape.sentence_commas <= 1 && !shape.semicolon && shape.colon == kNone;
}

bool opens_with_colon(const Shape& shape, std::string_view body) {
  return shape.colon != kNone && shape.colon > 0 && shape.colon_characters <= kLongestLead && shape.colon + 3 < body.size();
}

bool opens_with_bracket(const Shape& shape, std::string_view body) {
  return shape.bracket != kNone && shape.bracket < body.size() && count_chars(body.substr(0, shape.bracket)) <= kLongestLead + 2;
}

/// What the units of one style and level have in common.
struct Group {
  int size = 0, bare = 0, lines = 0, bodied = 0, sentence_lines = 0, alone = 0, sentences = 0, colons = 0, named = 0, gaps = 0, brackets = 0;
  bool most(int n, double share) const { return n >= 2 && n >= share * size; }
};

/// An unnumbered line that can be the rest of a heading, or the heading under a label that stands alone.
bool can_continue(const Article& article, std::size_t i) {
  if (i >= article.blocks.size()) return false;
  const Block& block = article.blocks[i];
  return !block.label && may_be_numbered(block) && is_line(shape_of(article.view(block)));
}

class Headings {
 public:
  Headings(const Article& article, const Rules& rules) : article_(article), styles_(NumberingStyles::of(rules)), lines_(NumberingLines::of(rules)) {
    for (std::size_t i = 0; i < article.blocks.size(); ++i) {
      const Block& block = article.blocks[i];
      ranks_.push_back(block.label ? rank_of(*block.label) : 0);
      shapes_.push_back(block.label ? shape_of(body_of(article, block)) : Shape{});
      led_.push_back(is_unit(block) && i > 0 && (is_sibling(i, i - 1) ? led_[i - 1] : fold(last_char(article.view(article.blocks[i - 1]))) == U'：'));
      if (!is_unit(block)) continue;
      if (rank(i) == kArticleRank) law_ = true;
      if (rank(i) == kArticleRank && shapes_.back().characters == 0) ++bare_articles_, captions_ += may_be_caption(i);
      count(group(i), i);
    }
  }

  /// 第一条⏎定义⏎双方…: whether the line below an article's bare label is what it is about, as it is below most of them.
  bool has_caption(std::size_t i) const { return captions_ > 1 && 2 * captions_ >= bare_articles_ && may_be_caption(i); }

  bool is_heading(std::size_t i) {
    const Shape& shape = shapes_[i];
    const Group& all = group(i);
    const int r = rank(i);
    if (r < kArticleRank) return shape.characters <= kLongestLine && (shape.sentence == kNone || r > 2);
    if (leads_into_items(i) || is_figure_row(shape, body(i)) || is_sentence(lines_.role(body(i)))) return false;
    if (is_named_line(shape)) return r > kArticleRank && has_body(i) && all.most(all.named, 0.6);
    if (is_line(shape) && leads_to_lower(i)) return true;
    if (is_line(shape) && is_listed(i)) return false;
    if (is_line(shape)) return 2 * (all.lines + all.sentences) >= all.size && (r == kFirstLevelRank || all.bodied > 0);
    return is_sentence_line(shape, body(i)) && r != kArticleRank && has_body(i) && all.most(all.sentence_lines, 0.6);
  }

  /// 第二章　考古发掘和出土⏎文物管理⏎第五条: what stands between a chapter's heading and its first unit and is no sentence is the heading's second
  /// printed line. A heading of a few characters is none that was too long for one.
  bool has_second_line(std::size_t i) const {
    constexpr std::size_t kShortestFirst = 5, kLongestSecond = 20;  // characters
    if (rank(i) >= kArticleRank || rank(i) <= kBoxRank || shapes_[i].characters < kShortestFirst || !can_continue(article_, i + 1) || i + 2 >= article_.blocks.size()) return false;
    const std::string_view line = article_.view(article_.blocks[i + 1]);
    const Block& unit = article_.blocks[i + 2];
    return count_chars(line) <= kLongestSecond && lines_.role(line) == LineRole::none && is_unit(unit) && unit.level > article_.blocks[i].level;
  }

  /// A feature's parts may carry a number and nothing else. In a document OCR has parted such a label from its text.
  bool is_bare_heading(std::size_t i) {
    return article_.type != ArticleType::document && rank(i) > kArticleRank && shapes_[i].characters == 0 && has_body(i) && group(i).bare > 1;
  }

  std::size_t end(std::size_t i) {
    const Block& block = article_.blocks[i];
    if (block.kind == BlockKind::heading) return block.range.size();
    const std::size_t end = end_in(i, shapes_[i], body(i));
    return end > 0 ? block.label->length + end : 0;
  }

  /// The same in the paragraph below a label that stands alone: （三）⏎优化布局。编制规划。
  std::size_t end_below(std::size_t i) {
    if (shapes_[i].characters > 0 || rank(i) <= kArticleRank || i + 1 >= article_.blocks.size() || article_.blocks[i + 1].kind != BlockKind::paragraph) return 0;
    const std::string_view text = article_.view(article_.blocks[i + 1]);
    return article_.blocks[i + 1].label ? 0 : end_in(i, shape_of(text), text);
  }

  int rank(std::size_t i) const { return ranks_[i]; }

 private:
  int rank_of(const Label& label) const {
    const Style* const style = styles_.find(label.style);
    return style ? style->rank : 0;
  }

  /// Where a heading ends in the body of a unit; 0: it has none.
  std::size_t end_in(std::size_t i, const Shape& shape, std::string_view body) {
    const Group& all = group(i);
    // A law may head few of its articles: 【从业禁止】 is a heading wherever it stands.
    const bool headed = rank(i) == kArticleRank && (all.brackets > 1 || first_char(body) == U'【');
    if (opens_with_bracket(shape, body) && (headed || all.most(all.brackets, 0.8))) return shape.bracket;
    if (law_ || article_.type != ArticleType::document) return 0;
    if (opens_with_sentence(shape, body) && all.most(all.sentences + all.sentence_lines + all.lines + all.alone, 0.7)) return shape.sentence;
    if (is_sentence_line(shape, body) && all.sentences > 1 && all.most(all.sentences + all.sentence_lines + all.lines + all.alone, 0.7)) return shape.sentence;
    if (opens_with_colon(shape, body) && all.most(all.colons, 0.6)) return shape.colon;
    if (shape.gap != kNone && all.most(all.gaps, 0.6)) return shape.gap;
    return 0;
  }

  std::string_view body(std::size_t i) const { return body_of(article_, article_.blocks[i]); }
  Group& group(std::size_t i) { return groups_[{rank(i), article_.blocks[i].level}]; }

  void count(Group& all, std::size_t i) {
    const Shape& shape = shapes_[i];
    all.bare += shape.characters == 0;
    if (shape.characters == 0 || ends_open(shape.last)) return;  // goes on in the next line: says nothing about its group
    ++all.size;
    all.bodied += has_body(i);
    all.lines += is_line(shape);
    all.sentence_lines += is_sentence_line(shape, body(i)) && has_body(i);
    all.alone += is_sentence_line(shape, body(i)) && !has_body(i);
    all.sentences += opens_with_sentence(shape, body(i));
    all.colons += opens_with_colon(shape, body(i));
    all.named += is_named_line(shape) && has_body(i);
    all.gaps += shape.gap != kNone;
    all.brackets += opens_with_bracket(shape, body(i));
  }

  bool may_be_caption(std::size_t i) const {
    constexpr std::size_t kLongest = 20;  // characters
    if (!can_continue(article_, i + 1) || i + 2 >= article_.blocks.size() || count_chars(article_.view(article_.blocks[i + 1])) > kLongest) return false;
    const Block& text = article_.blocks[i + 2];
    return !text.label || text.level > article_.blocks[i].level;
  }

  /// 乡镇负责（1）植树；（2）浇水。: what runs on into items that are parts of its sentence is no heading.
  bool leads_into_items(std::size_t i) const {
    if (i + 1 >= article_.blocks.size()) return false;
    const Block& next = article_.blocks[i + 1];
    const char32_t last = fold(last_char(article_.view(next)));
    return next.label && next.range.begin == article_.blocks[i].range.end && (last == U'；' || last == U'，');
  }

  bool is_sibling(std::size_t i, std::size_t other) const {
    const Block &a = article_.blocks[i], &b = article_.blocks[other];
    return is_unit(b) && a.level == b.level && rank(i) == rank(other);
  }

  /// 少年组前三名：⏎1．方小禾（县一中）⏎2．林一鸣（县二中）: lines right below one another that a colon leads to are a list, whatever stands below the last.
  bool is_listed(std::size_t i) const {
    const bool alone = (i == 0 || !is_sibling(i, i - 1)) && (i + 1 == article_.blocks.size() || !is_sibling(i, i + 1));
    return led_[i] && !alone;
  }

  bool leads_to_lower(std::size_t i) const {
    return i + 1 < article_.blocks.size() && article_.blocks[i + 1].label && article_.blocks[i + 1].level > article_.blocks[i].level;
  }

  /// Whether something stands under a unit: a paragraph of its own or a lower unit.
  bool has_body(std::size_t i) const {
    if (i + 1 >= article_.blocks.size()) return false;
    const Block& next = article_.blocks[i + 1];
    if (next.label) return next.level > article_.blocks[i].level;
    const LineRole role = lines_.role(article_.view(next));
    return may_be_numbered(next) && (role == LineRole::none || role == LineRole::turn);
  }

  const Article& article_;
  const NumberingStyles& styles_;
  const NumberingLines& lines_;
  std::vector<int> ranks_;  // of labels: asked for many times, and found by the names of their styles
  std::vector<Shape> shapes_;
  std::vector<bool> led_;  ///< by block: whether a colon leads to the run of units of one level that it is in
  std::map<std::pair<int, int>, Group> groups_;
  bool law_ = false;
  std::size_t bare_articles_ = 0, captions_ = 0;
};

}  // namespace

bool is_heading_line(std::string_view text) { return is_line(shape_of(text)); }

bool opens_with_heading(std::string_view text) {
  const Shape shape = shape_of(text);
  return opens_with_sentence(shape, text) && shape.sentence_characters <= kLongestLead && shape.sentence_commas == 0;
}

void find_headings(Article& article, const Rules& rules) {
  if (std::none_of(article.blocks.begin(), article.blocks.end(), is_unit)) return;
  Headings headings(article, rules);
  for (std::size_t i = 0; i < article.blocks.size(); ++i) {
    Block& block = article.blocks[i];
    if (!is_unit(block)) continue;
    const std::string_view body = body_of(article, block);
    const bool unfinished = body.empty() || (ends_open(last_char(body)) && is_line(shape_of(body.substr(0, before(body, body.size())))));
    const bool goes_on = headings.rank(i) == kArticleRank ? body.empty() && headings.has_caption(i) : headings.rank(i) <= kFirstLevelRank && can_continue(article, i + 1);
    if ((unfinished && goes_on) || headings.has_second_line(i)) {
      block.kind = article.blocks[i + 1].kind = BlockKind::heading;
      article.blocks[i + 1].level = block.level;
    } else if (body.empty() ? headings.is_bare_heading(i) : headings.is_heading(i)) {
      block.kind = BlockKind::heading;
    }
  }
}

std::vector<std::size_t> heading_ends(const Article& article, const Rules& rules) {
  Headings headings(article, rules);
  std::vector<std::size_t> ends(article.blocks.size(), 0);
  for (std::size_t i = 0; i < ends.size(); ++i)
    if (is_unit(article.blocks[i])) {
      ends[i] = headings.end(i);
      if (i + 1 < ends.size()) ends[i + 1] = headings.end_below(i);
    }
  return ends;
}

std::string_view heading_text(std::string_view block, std::size_t label_length, std::size_t end) {
  std::string_view text = trim(block.substr(std::min(label_length, end), end - std::min(label_length, end)));
  if (is_opening(first_char(text)) && is_closing(last_char(text)) && first_char(text) != U'“' && first_char(text) != U'《' &&
      shape_of(text).bracket == text.size()) {
    std::size_t begin = 0;
    next_char(text, begin);
    text = text.substr(begin, before(text, text.size()) - begin);
  }
  if (last_char(text) == U'。' || fold(last_char(text)) == U'：') text = text.substr(0, before(text, text.size()));
  return text;
}

}  // namespace jianbao
