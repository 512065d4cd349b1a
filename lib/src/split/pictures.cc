#include "split/pictures.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string_view>
#include <utility>

#include "split/draft_ends.h"
#include "tables/word_table.h"
#include "text/chars.h"

namespace jianbao {
namespace {

/// What a text shares with the article before the picture at least. Set by hand, at half of what a section must (sections.cc), for it stands
/// where that article goes on; no page with truth has enough of the kind to count.
constexpr double kSameArticle = 0.01;
constexpr std::size_t kTellingPairs = 30;  // fewer share nothing by chance

bool is_picture(const DraftLine& line) { return line.role == Role::caption || line.role == Role::credit; }
bool is_picture(const Draft& draft) { return std::all_of(draft.lines.begin(), draft.lines.end(), [](const DraftLine& line) { return is_picture(line); }); }

bool is_pointing(const DraftLine& line) { return is_text(line.role) && line.line->pointing; }
bool is_plain_text(const DraftLine& line) { return is_text(line.role) && !line.line->pointing; }

/// The pictures of an article, each with the credit below it.
Draft take_out(Draft& article) {
  Draft pictures;
  std::vector<DraftLine> rest;
  bool inside = false;
  for (DraftLine& line : article.lines) {
    const bool credit = inside && line.line->shape == Shape::credit;
    inside = is_pointing(line) || credit;
    if (inside) line.role = credit ? Role::credit : Role::caption;
    (inside ? pictures.lines : rest).push_back(line);
  }
  article.lines = std::move(rest);
  return pictures;
}

/// The text that stands in a picture's draft behind it.
Draft cut_text(Draft& picture) {
  const auto text = std::find_if(picture.lines.begin(), picture.lines.end(), [](const DraftLine& line) { return is_text(line.role); });
  Draft rest;
  rest.lines.assign(text, picture.lines.end());
  picture.lines.erase(text, picture.lines.end());
  rest.lines.front().role = Role::orphan;
  return rest;
}

class Rejoiner {
 public:
  Rejoiner(std::vector<Draft>& drafts, LinePairs& pairs) : drafts_(drafts), pairs_(pairs) {}

  void run() {
    for (std::size_t d = 0; d < drafts_.size(); ++d) {
      const auto& lines = drafts_[d].lines;
      if (!is_picture(lines.front()) || std::none_of(lines.begin(), lines.end(), [](const DraftLine& line) { return is_text(line.role); })) continue;
      Draft text = cut_text(drafts_[d]);
      drafts_.insert(drafts_.begin() + static_cast<std::ptrdiff_t>(d + 1), std::move(text));
    }
    for (std::size_t d = 2; d < drafts_.size(); ++d) {
      const std::size_t owner = before_pictures(d);
      if (owner == d || !goes_on(owner, d)) continue;
      texts_.erase(texts_.begin() + static_cast<std::ptrdiff_t>(d));
      drafts_[d].lines.front().role = Role::body;
      auto& lines = drafts_[owner].lines;
      lines.insert(lines.end(), drafts_[d].lines.begin(), drafts_[d].lines.end());
      drafts_.erase(drafts_.begin() + static_cast<std::ptrdiff_t>(d--));
    }
  }

 private:
  /// The draft before the pictures that stand before a text; the text's own where none do.
  std::size_t before_pictures(std::size_t d) const {
    if (drafts_[d].role() != Role::orphan || !drafts_[d].flags.empty() || !is_picture(drafts_[d - 1])) return d;
    std::size_t owner = d - 1;
    while (owner > 0 && is_picture(drafts_[owner])) --owner;
    return is_article(drafts_[owner]) ? owner : d;
  }

  bool goes_on(std::size_t owner, std::size_t d) {
    const DraftLine& end = drafts_[owner].lines.back();
    if (!is_text(end.role) || end.line->tailed || breaks_off(end)) return false;
    if (!page_) number_texts();
    return texts_[d].size() < kTellingPairs || page_->between(texts_[owner], texts_[d]) >= kSameArticle;
  }

  /// Once for the page, and only where a text asks for it.
  void number_texts() {
    for (const Draft& draft : drafts_) texts_.push_back(is_article(draft) ? united(pairs_of_lines(draft, pairs_)) : Pairs{});
    page_.emplace(texts_, pairs_.numbers());
  }

  std::vector<Draft>& drafts_;
  LinePairs& pairs_;
  std::vector<Pairs> texts_;  ///< by draft
  std::optional<Cohesion> page_;
};

/// Who took it stands below it.
bool is_credited(const Draft& picture) { return picture.lines.back().role == Role::credit; }

/// Where the text of a picture begins: behind the title that several have; the number of lines where the draft holds anything else.
std::size_t begin_of_caption(const Draft& draft) {
  const auto begin = std::find_if(draft.lines.begin(), draft.lines.end(), [](const DraftLine& line) { return !is_headline(line.role); });
  const bool pictures = begin != draft.lines.end() && begin->role == Role::caption && std::all_of(begin, draft.lines.end(), [](const DraftLine& line) { return is_picture(line); });
  return pictures ? static_cast<std::size_t>(begin - draft.lines.begin()) : draft.lines.size();
}

/// The number that points to a picture: 2 of 图②：…, ②…, 图2：…; 0 where none does.
int picture_number(std::string_view text, const Rules& rules) {
  constexpr char32_t kFirst = U'①', kLast = U'⑳';
  for (const std::string& word : rules.tables().compiled<WordTable>().list("picture-word"))
    if (text.starts_with(word)) {
      text.remove_prefix(word.size());
      break;
    }
  const char32_t c = first_char(text);
  if (c >= kFirst && c <= kLast) return static_cast<int>(c - kFirst) + 1;
  return is_digit(c) ? static_cast<int>(fold(c) - '0') : 0;
}

/// 下图 behind 上图, 图② behind 图①.
bool is_next_picture(std::string_view text, std::string_view next, const Rules& rules) {
  const auto place = [&](std::string_view picture) {
    for (const std::string& word : rules.tables().compiled<WordTable>().list("picture-place"))
      if (picture.starts_with(word)) return std::string_view(word);
    return std::string_view();
  };
  if (const std::string_view first = place(text); !first.empty()) return !place(next).empty() && place(next) != first;
  const int number = picture_number(text, rules);
  return number > 0 && picture_number(next, rules) == number + 1;
}

}  // namespace

void take_pictures_out(std::vector<Draft>& drafts) {
  for (std::size_t d = 0; d < drafts.size(); ++d) {
    const auto& lines = drafts[d].lines;
    if (!is_article(drafts[d]) || std::none_of(lines.begin(), lines.end(), is_pointing) || std::none_of(lines.begin(), lines.end(), is_plain_text)) continue;
    Draft pictures = take_out(drafts[d]);
    drafts.insert(drafts.begin() + static_cast<std::ptrdiff_t>(++d), std::move(pictures));
  }
}

void join_picture_groups(std::vector<Draft>& drafts, const Page& page, const Rules& rules) {
  const auto text = [&](std::size_t d) { return page.view(drafts[d].lines[begin_of_caption(drafts[d])].line->span); };
  const auto may_begin = [&](std::size_t d) { return begin_of_caption(drafts[d]) < drafts[d].lines.size() && !is_credited(drafts[d]) && !drafts[d].lines.back().line->tailed; };
  const auto goes_on = [&](std::size_t d) { return d < drafts.size() && begin_of_caption(drafts[d]) == 0; };
  for (std::size_t d = 0; d + 1 < drafts.size(); ++d) {
    std::size_t last = d;
    while (may_begin(last) && goes_on(last + 1) && is_next_picture(text(last), text(last + 1), rules)) ++last;
    if (last == d || !is_credited(drafts[last])) continue;
    for (std::size_t next = d + 1; next <= last; ++next) drafts[d].lines.insert(drafts[d].lines.end(), drafts[next].lines.begin(), drafts[next].lines.end());
    drafts.erase(drafts.begin() + static_cast<std::ptrdiff_t>(d + 1), drafts.begin() + static_cast<std::ptrdiff_t>(last + 1));
  }
}

void rejoin_over_pictures(std::vector<Draft>& drafts, LinePairs& pairs) { Rejoiner(drafts, pairs).run(); }

}  // namespace jianbao
