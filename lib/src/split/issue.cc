#include "jianbao/issue.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "clean/continuation.h"
#include "numbering/numbering.h"
#include "split/cohesion.h"
#include "split/page_numbers.h"
#include "tables/tables.h"
#include "tables/word_table.h"
#include "text/chars.h"

namespace jianbao {
namespace {

constexpr std::size_t kNote = 60;  // bytes of a line's end or begin that a note of where it goes on may take

// How well a head and a rest fit, beside the words that send the one to the other.
constexpr int kPage = 2;        // one is on the page that the other names
constexpr int kOtherPage = -3;  // it is on another, as far as page numbers were read
constexpr int kTitle = 3;       // the rest bears the title
constexpr int kOtherTitle = -2;
constexpr int kLeast = 2;
// Of several that fit alike the words tell: a text shares more with its own rest than with another's.
constexpr double kWords = 6, kMostWords = 0.9;  // for the share of its pairs that stand in the head, less than any of the above
constexpr double kTorn = 0.08;                  // for word_torn()
constexpr double kClear = 0.4;                  // by which the best must be better than any other: of 350 made jumps 120 are joined then, 3 wrongly; of 0.1 20 were wrong

/// An article, by page and place on it, and the page that its note names.
struct End {
  std::size_t page, article;
  std::string names;
};

class IssueStitcher {
 public:
  IssueStitcher(std::vector<IssuePage>& pages, const Rules& rules)
      : pages_(pages), rules_(rules), names_(rules.tables().compiled<PageNumbers>()), out_(rules.tables().compiled<WordTable>().list("jump_out")), in_(rules.tables().compiled<WordTable>().list("jump_in")) {
    for (const IssuePage& page : pages_) numbers_.push_back(names_.of(page.articles));
  }

  void run() {
    for (std::size_t n = 0; n < pages_.size(); ++n)  // an article may go on more than once, but on no page twice
      if (!join_some()) break;
    for (IssuePage& page : pages_) std::erase_if(page.articles, [](const Article& article) { return article.blocks.empty(); });
  }

 private:
  Article& at(const End& end) { return pages_[end.page].articles[end.article]; }

  /// Each head to the rest that fits it best, where no other fits either as well; false where none was joined.
  bool join_some() {
    const std::vector<End> heads = find_heads(), rests = find_rests();
    PairNumbers numbers(0);
    std::vector<Pairs> of_heads, of_rests;
    for (const End& head : heads) of_heads.push_back(numbers.of(at(head).text));
    for (const End& rest : rests) of_rests.push_back(numbers.of(at(rest).text));
    std::vector<std::vector<double>> fits(heads.size(), std::vector<double>(rests.size()));
    for (std::size_t h = 0; h < heads.size(); ++h)
      for (std::size_t r = 0; r < rests.size(); ++r) fits[h][r] = fit(heads[h], rests[r]) + std::min(kMostWords, kWords * part_in(of_rests[r], of_heads[h]) + kTorn * seam(heads[h], rests[r]));
    bool any = false;
    for (std::size_t h = 0; h < heads.size(); ++h) {
      const auto best = std::max_element(fits[h].begin(), fits[h].end());
      if (best == fits[h].end() || *best < kLeast) continue;
      const auto as_good = [&](double other) { return other > *best - kClear; };
      if (std::count_if(fits[h].begin(), fits[h].end(), as_good) > 1) continue;
      const auto rest = static_cast<std::size_t>(best - fits[h].begin());
      const bool rival = std::count_if(fits.begin(), fits.end(), [&](const std::vector<double>& row) { return as_good(row[rest]); }) > 1;
      if (rival) continue;
      join(heads[h], rests[rest]);
      any = true;
    }
    return any;
  }

  /// The articles that end with 下转第3版.
  std::vector<End> find_heads() const {
    return find_ends([&](std::size_t page, std::size_t article) { return goes_on_at(pages_[page].articles[article]); });
  }

  /// Those whose text begins with 上接第1版, or below a line that says so.
  std::vector<End> find_rests() const {
    return find_ends([&](std::size_t page, std::size_t article) { return comes_from(pages_[page].articles, article); });
  }

  /// The articles of running text that name a page.
  template <class Named>
  std::vector<End> find_ends(Named named) const {
    std::vector<End> ends;
    for (std::size_t p = 0; p < pages_.size(); ++p)
      for (std::size_t a = 0; a < pages_[p].articles.size(); ++a)
        if (is_text(pages_[p].articles[a]))
          if (auto names = named(p, a)) ends.push_back({p, a, *names});
    return ends;
  }

  std::optional<std::string> goes_on_at(const Article& article) const {
    const std::string_view last = article.view(article.blocks.back());
    return names_.named(last.substr(last.size() - std::min(last.size(), kNote)), out_);
  }

  std::optional<std::string> comes_from(const std::vector<Article>& articles, std::size_t a) const {
    const Article& article = articles[a];
    const std::size_t first = first_of_text(article);
    if (first < article.blocks.size())
      if (auto names = names_.named(article.view(article.blocks[first]).substr(0, kNote), in_)) return names;
    if (a == 0 || articles[a - 1].type != ArticleType::furniture || articles[a - 1].blocks.empty()) return {};
    return names_.named(articles[a - 1].view(articles[a - 1].blocks.back()), in_);
  }

  static bool is_text(const Article& article) {
    return !article.blocks.empty() && (article.type == ArticleType::news || article.type == ArticleType::document || article.type == ArticleType::other);
  }

  /// The first block below the head of an article.
  static std::size_t first_of_text(const Article& article) {
    const auto is_head = [](const Block& block) { return block.kind == BlockKind::title || block.kind == BlockKind::kicker || block.kind == BlockKind::subtitle; };
    return static_cast<std::size_t>(std::find_if_not(article.blocks.begin(), article.blocks.end(), is_head) - article.blocks.begin());
  }

  int fit(const End& head, const End& rest) {
    if (head.page == rest.page) return kOtherPage;
    int sum = 0;
    const auto place = [&](std::size_t page, const std::string& name) {
      if (numbers_[page].empty()) return 0;
      return std::find(numbers_[page].begin(), numbers_[page].end(), name) != numbers_[page].end() ? kPage : kOtherPage;
    };
    sum += place(rest.page, head.names);
    sum += place(at(head).parts.empty() ? head.page : last_page(at(head)), rest.names);
    const Article &a = at(head), &b = at(rest);
    if (!b.title.empty()) sum += same_words(b.kicker + b.title + b.subtitle, a.kicker + a.title + a.subtitle) ? kTitle : kOtherTitle;
    return sum;
  }

  /// word_torn() of the text before （下转第3版） and the text behind （上接第1版）; 0 where these stand by themselves.
  double seam(const End& head, const End& rest) {
    const Article &whole = at(head), &tail = at(rest);
    const std::string_view last = whole.view(whole.blocks.back());
    const std::size_t open = last_bracket(last), first = first_of_text(tail);
    if (open == std::string_view::npos || first == tail.blocks.size()) return 0;
    const std::string_view begin = tail.view(tail.blocks[first]);
    const std::size_t close = begin.find("）");
    return close == std::string_view::npos || close > kNote ? 0 : word_torn(last.substr(0, open), begin.substr(close + std::string_view("）").size()));
  }

  std::size_t last_page(const Article& article) const {
    const auto is = [&](const IssuePage& page) { return !page.articles.empty() && page.articles.front().page == article.parts.back().page; };
    return static_cast<std::size_t>(std::find_if(pages_.begin(), pages_.end(), is) - pages_.begin());
  }

  /// Most of a title's pairs of characters stand in the other: what is repeated may be shorter.
  static bool same_words(std::string_view title, std::string_view other) {
    std::size_t pairs = 0, same = 0;
    for (std::size_t i = 0; i < title.size();) {
      std::size_t second = i;
      next_char(title, second);
      std::size_t end = second;
      if (second < title.size()) next_char(title, end);
      if (end > second) ++pairs, same += other.find(title.substr(i, end - i)) != std::string_view::npos;
      i = second;
    }
    return pairs > 0 && 2 * same > pairs;
  }

  void join(const End& head, const End& rest) {
    Article &whole = at(head), &tail = at(rest);
    const IssuePage &own = pages_[head.page], &other = pages_[rest.page];
    const bool one_file = own.source == other.source && own.offset != other.offset;
    if (whole.parts.empty()) whole.parts.push_back({whole.page, own.source, whole.spans});
    Article::Part part{tail.page, other.source, {}};
    const std::size_t first = first_of_text(tail);
    for (std::size_t i = first; i < tail.blocks.size(); ++i) {
      Block block = tail.blocks[i];
      const std::size_t begin = whole.text.size() + 1;
      whole.text.append("\n").append(tail.view(block));
      block.range = {begin, whole.text.size()};
      block.page = tail.page;
      part.spans.insert(part.spans.end(), block.spans.begin(), block.spans.end());
      whole.blocks.push_back(std::move(block));
    }
    if (one_file) whole.spans.insert(whole.spans.end(), part.spans.begin(), part.spans.end());
    whole.parts.push_back(std::move(part));
    whole.byline.insert(whole.byline.end(), tail.byline.begin(), tail.byline.end());
    set_flags(whole, tail);
    if (whole.type == ArticleType::document) number_anew(whole);
    leave_head(tail, first);
  }

  static void set_flags(Article& whole, const Article& tail) {
    const auto has = [](const Article& article, std::string_view flag) { return std::find(article.flags.begin(), article.flags.end(), flag) != article.flags.end(); };
    std::erase(whole.flags, "truncated");
    if (!has(whole, "stitched")) whole.flags.emplace_back("stitched");
    for (const std::string& flag : tail.flags)
      if (flag != "headless" && !has(whole, flag)) whole.flags.push_back(flag);
  }

  /// The numbers of the rest go on from those of the head.
  void number_anew(Article& whole) const {
    for (Block& block : whole.blocks) block.label.reset(), block.level = 0, block.flags.clear();
    number_blocks(whole, rules_);
  }

  /// The title over the rest, which the article bears already.
  static void leave_head(Article& tail, std::size_t first) {
    Article left;
    left.id = tail.id, left.page = tail.page, left.digest = tail.digest, left.issue = tail.issue;
    left.type = ArticleType::furniture;
    left.blocks.assign(tail.blocks.begin(), tail.blocks.begin() + static_cast<std::ptrdiff_t>(first));
    for (Block& block : left.blocks) {
      const std::string_view text = tail.view(block);
      if (!left.text.empty()) left.text += '\n';
      block.range = {left.text.size(), left.text.size() + text.size()};
      block.kind = BlockKind::paragraph;
      left.text += text;
      left.spans.insert(left.spans.end(), block.spans.begin(), block.spans.end());
    }
    tail = std::move(left);
  }

  std::vector<IssuePage>& pages_;
  const Rules& rules_;
  const PageNumbers& names_;
  const std::vector<std::string>& out_;
  const std::vector<std::string>& in_;
  std::vector<std::vector<std::string>> numbers_;  ///< by page: those that it may have
};

}  // namespace

void stitch_issue(std::vector<IssuePage>& pages, const Rules& rules) { IssueStitcher(pages, rules).run(); }

}  // namespace jianbao
