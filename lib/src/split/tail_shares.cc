#include "split/tail_shares.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

#include "split/draft_pairs.h"

namespace jianbao {
namespace {

class ShareFinder {
 public:
  ShareFinder(const std::vector<Draft>& drafts, const TornEnds& torn, const std::vector<ArticlePairs>& articles, const ArticleIndex& index, const std::vector<bool>& wanted)
      : drafts_(drafts), torn_(torn), articles_(articles), index_(index), wanted_(wanted) {}

  std::vector<TailShares> run() {
    std::vector<TailShares> shares(torn_.tails.size());
    for (std::size_t first = 0, end = 0; first < shares.size(); first = end) {
      end = first;
      while (end < shares.size() && torn_.tails[end].article == torn_.tails[first].article) ++end;
      if (std::none_of(wanted_.begin() + offset(first), wanted_.begin() + offset(end), [](bool wanted) { return wanted; })) continue;
      read_article(first, end);
      for (std::size_t t = first; t < end; ++t)
        if (wanted_[t]) shares[t] = shares_of(torn_.tails[t]);
    }
    return shares;
  }

 private:
  /// Whether a tail stands behind text of its article.
  bool follows_text(const TornTail& tail) const { return tail.from > 1 && is_text(drafts_[torn_.articles[tail.article]].lines[tail.from - 1].role); }

  static std::ptrdiff_t offset(std::size_t tail) { return static_cast<std::ptrdiff_t>(tail); }

  /// Reads the ends of the article that the tails [first, end) are in.
  void read_article(std::size_t first, std::size_t end) {
    const ArticlePairs& article = articles_[torn_.tails[first].article];
    std::vector<bool> by_itself(article.lines.size());  // lines that will be asked for so
    std::size_t from = by_itself.size();
    for (std::size_t t = first; t < end; ++t) {
      if (!wanted_[t]) continue;
      const std::size_t begin = torn_.tails[t].from;
      const bool follows = follows_text(torn_.tails[t]);
      from = std::min(from, begin - follows);
      if (begin > 0) by_itself[begin] = true;
      if (follows) by_itself[begin - 1] = true;
    }
    ends_.read(article);
    for (std::size_t line = 0; line < by_itself.size(); ++line)
      if (by_itself[line]) ends_.read_line(article, line);
    end_shares_.read(article, from, by_itself);
  }

  /// Of a tail of the article that was read.
  TailShares shares_of(const TornTail& tail) const {
    const std::size_t from = tail.from;
    const bool cut = from > 0, follows = follows_text(tail);
    TailShares shares;
    shares.with.resize(torn_.articles.size());
    shares.follows_text = follows;
    shares.length = std::log(1.0 + static_cast<double>(ends_.pairs(from)));
    shares.host = {ends_.before(from), cut ? ends_.line_before(from) : 0, follows ? ends_.line_before(from - 1) : 0};
    const double of_tail = cosine_part(ends_.norm(from)), of_line = cut ? cosine_part(ends_.line_norm(from)) : 0, of_before = follows ? cosine_part(ends_.line_norm(from - 1)) : 0;
    const std::span<const double> with = end_shares_.of_end(from), line = end_shares_.of_line(from), before = follows ? end_shares_.of_line(from - 1) : line;
    for (std::size_t a = 0; a < torn_.articles.size(); ++a) {
      const double part = index_.part(a);
      if (a != tail.article) shares.add(a, {with[a] * of_tail * part, line[a] * of_line * part, before[a] * of_before * part});
    }
    return shares;
  }

  const std::vector<Draft>& drafts_;
  const TornEnds& torn_;
  const std::vector<ArticlePairs>& articles_;
  const ArticleIndex& index_;
  const std::vector<bool>& wanted_;
  Ends ends_{index_.cohesion()};
  EndShares end_shares_{index_};
};

}  // namespace

std::vector<ArticlePairs> pairs_of_articles(const std::vector<Draft>& drafts, const TornEnds& torn, LinePairs& pairs) {
  std::vector<std::vector<PairView>> lines;
  lines.reserve(torn.articles.size());
  for (const std::size_t draft : torn.articles) {
    lines.emplace_back().reserve(drafts[draft].lines.size());
    for (const DraftLine& line : drafts[draft].lines) lines.back().push_back(pairs.with_characters(*line.line));
  }
  ExtentReader& reader = pairs.extents();  // when all lines have been read
  std::vector<ArticlePairs> articles;
  articles.reserve(lines.size());
  for (auto& of_article : lines) articles.push_back(reader.read(std::move(of_article)));
  return articles;
}

std::vector<TailShares> find_shares(const std::vector<Draft>& drafts, const TornEnds& torn, const std::vector<ArticlePairs>& articles, const ArticleIndex& index, const std::vector<bool>& wanted) {
  return ShareFinder(drafts, torn, articles, index, wanted).run();
}

}  // namespace jianbao
