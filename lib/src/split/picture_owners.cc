#include "split/picture_owners.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

#include "names/persons.h"
#include "split/cohesion.h"
#include "text/chars.h"

namespace jianbao {
namespace {

constexpr std::size_t kReach = 100;  // articles on either side of a caption: more than any page has; of what is no page, time stays linear

bool is_caption(const Article& article) { return article.type == ArticleType::caption; }
bool has_pictures(const Article& article) { return article.type == ArticleType::news || article.type == ArticleType::document; }

/// The pairs of an article: those of its lines, where none goes on in the paragraph of another.
Pairs pairs_of(const Draft& draft, const Article& article, LinePairs& pairs) {
  const bool glued = std::any_of(draft.lines.begin(), draft.lines.end(), [](const DraftLine& line) { return line.glued || !line.line->more.empty(); });
  return glued ? pairs.numbers().of(article.text) : united(pairs_of_lines(draft, pairs));
}

/// 图片新闻, 秋在田畴: a picture with a heading of its own needs no article.
bool stands_by_itself(const Article& caption) { return !caption.title.empty() || !caption.kicker.empty() || !caption.column.empty(); }

bool stands_twice(std::string_view text, std::string_view string) {
  const std::size_t first = text.find(string);
  return first != std::string_view::npos && text.find(string, first + string.size()) != std::string_view::npos;
}

class OwnerFinder {
 public:
  OwnerFinder(const std::vector<Article>& articles, const std::vector<Draft>& drafts, LinePairs& lines, const Rules& rules)
      : articles_(articles), rules_(rules), numbers_(lines.numbers()), pairs_(pairs_of_all(articles, drafts, lines)), cohesion_(pairs_, numbers_) {
    for (const Pairs& piece : pairs_) norms_.push_back(cohesion_.norm(piece));
  }

  std::optional<std::size_t> owner_of(std::size_t caption) const {
    const auto owner = by_words(caption);
    return owner || stands_by_itself(articles_[caption]) ? owner : by_name(caption);
  }

 private:
  static std::vector<Pairs> pairs_of_all(const std::vector<Article>& articles, const std::vector<Draft>& drafts, LinePairs& lines) {
    std::vector<Pairs> pairs(articles.size());
    for (std::size_t i = 0; i < articles.size(); ++i)
      if (has_pictures(articles[i]) || is_caption(articles[i])) pairs[i] = pairs_of(drafts[i], articles[i], lines);
    return pairs;
  }

  /// Calls `take` with each article that the caption's picture may be of, until it returns false.
  template <class Take>
  void each_near(std::size_t caption, Take take) const {
    for (std::size_t i = caption > kReach ? caption - kReach : 0; i < std::min(articles_.size(), caption + kReach); ++i)
      if (has_pictures(articles_[i]) && !take(i)) return;
  }

  /// The article that shares most with the caption, where it is clearly one.
  std::optional<std::size_t> by_words(std::size_t caption) const {
    constexpr double kLeast = 0.04;   // set by hand: less may be shared by chance
    constexpr double kClearly = 2.0;  // times what the next one shares
    double best = 0, second = 0;
    std::size_t owner = 0;
    each_near(caption, [&](std::size_t i) {
      const double shared = cosine(cohesion_.shared(pairs_[caption], pairs_[i]), norms_[caption], norms_[i]);
      if (shared > best) second = std::exchange(best, shared), owner = i;
      else second = std::max(second, shared);
      return true;
    });
    return best >= kLeast && best >= kClearly * second ? std::optional(owner) : std::nullopt;
  }

  /// 骆启明: the article that names somebody in the picture twice, where no other does; nothing where there are several. Of 30 captions on pages of ours
  /// words alone find the article of 17, this of four more; of the ten of all these pages for which it finds one all are of that.
  std::optional<std::size_t> by_name(std::size_t caption) const {
    std::optional<std::size_t> owner;
    const std::string_view text = articles_[caption].text;
    for (std::size_t at = 0, next = 0; at < text.size(); at = next) {
      const bool han = is_han(next_char(text, next = at));
      std::size_t end = at;
      std::size_t n = 0;
      while (han && n < kName && end < text.size() && is_han(char_at(text, end))) next_char(text, end), ++n;
      const auto found = n == kName && is_person(text.substr(at, end - at), rules_) ? only_owner(caption, text.substr(at, end - at)) : std::nullopt;
      if (!found) continue;
      if (owner && *owner != *found) return {};
      owner = found;
    }
    return owner;
  }

  std::optional<std::size_t> only_owner(std::size_t caption, std::string_view name) const {
    std::optional<std::size_t> only;
    bool several = false;
    std::size_t second = 0;
    const char32_t first = next_char(name, second);
    const PairNumber pair = numbers_.find(first, char_at(name, second));
    each_near(caption, [&](std::size_t i) {
      const bool may_name = std::binary_search(pairs_[i].begin(), pairs_[i].end(), pair);  // most do not, and need not be read
      if (!may_name || articles_[i].text.find(name) == std::string::npos) return true;
      several = only.has_value();
      only = i;
      return !several;
    });
    return only && !several && stands_twice(articles_[*only].text, name) ? only : std::nullopt;
  }

  static constexpr std::size_t kName = 3;  ///< characters

  const std::vector<Article>& articles_;
  const Rules& rules_;
  const PairNumbers& numbers_;
  const std::vector<Pairs> pairs_;
  const Cohesion cohesion_;
  std::vector<double> norms_;
};

}  // namespace

void find_owners(std::vector<Article>& articles, const std::vector<Draft>& drafts, LinePairs& lines, const Rules& rules) {
  if (std::none_of(articles.begin(), articles.end(), is_caption)) return;
  const OwnerFinder finder(articles, drafts, lines, rules);
  for (std::size_t c = 0; c < articles.size(); ++c) {
    if (!is_caption(articles[c])) continue;
    if (const auto owner = finder.owner_of(c)) articles[c].about = articles[*owner].id;
  }
}

}  // namespace jianbao
