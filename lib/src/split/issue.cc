#include "jianbao/issue.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "clean/continuation.h"
#include "numbering/numbering.h"
#include "split/cohesion.h"
#include "split/join_odds.h"
#include "split/jump_note.h"
#include "split/page_numbers.h"
#include "tables/tables.h"
#include "text/chars.h"

namespace jianbao {
namespace {

// How well a head and a rest fit, beside the words that send the one to the other.
constexpr double kPage = 2;        // one is on the page that the other names
constexpr double kOtherPage = -3;  // it is on another, as far as page numbers were read
constexpr double kInOrder = 1;     // no number is read, and it is the page of that place among all
constexpr double kTitle = 3;       // the rest bears the title, or a note says it
constexpr double kOtherTitle = -2;
constexpr double kLabel = 0.6;     // both notes have ②; some papers number the notes so, others the places on a page
constexpr double kLeast = 2;
// Of several that fit alike the words tell: a text shares more with its own rest than with another's.
constexpr double kWords = 6, kMostWords = 0.9;  // for the share of its pairs that stand in the head, less than any page or title
constexpr double kTorn = 0.08;                  // for word_torn()
constexpr double kClear = 0.4;                  // by which the best must be better than any other: of 424 jumps of made issues, up to eight in one, 383 are joined then, 7 wrongly; with 0.6 370, as many wrongly

/// What a note says, and the text beside it.
struct Note {
  std::optional<std::string> page;  ///< as PageNumbers::of() has it
  std::string label, behind, text;
};

/// An article, by page and place on it, with what it is part of by now.
struct Piece {
  std::vector<std::size_t> pages;  ///< that it stands on, in order; the first holds the article
  std::size_t article;
  std::optional<Note> out, in;
};

class IssueStitcher {
 public:
  IssueStitcher(std::vector<IssuePage>& pages, const Rules& rules, std::vector<PageJoin>* joins)
      : pages_(pages), rules_(rules), joins_(joins), names_(rules.tables().compiled<PageNumbers>()), notes_(rules.tables().compiled<JumpNotes>()) {
    for (const IssuePage& page : pages_) numbers_.push_back(names_.of(page.articles));
  }

  void run() {
    find_pieces();
    for (std::size_t n = 0; n < pages_.size(); ++n)  // an article may go on more than once, but on no page twice
      if (!join_some()) break;
    for (IssuePage& page : pages_) std::erase_if(page.articles, [](const Article& article) { return article.blocks.empty(); });
  }

 private:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  Article& at(const Piece& piece) { return pages_[piece.pages.front()].articles[piece.article]; }

  /// Each head to the rest that fits it best, where no other fits either as well; false where none was joined.
  bool join_some() {
    const std::vector<std::size_t> next = best_rests();
    std::vector<bool> is_rest(pieces_.size()), gone(pieces_.size());
    for (const std::size_t rest : next)
      if (rest != kNone) is_rest[rest] = true;
    for (std::size_t first = 0; first < pieces_.size(); ++first) {
      if (is_rest[first]) continue;
      for (std::size_t p = next[first]; p != kNone; p = next[p]) {
        if (on_one_page(pieces_[first], pieces_[p])) break;
        join(pieces_[first], pieces_[p]);
        gone[p] = true;
      }
    }
    std::size_t left = 0;
    for (std::size_t p = 0; p < pieces_.size(); ++p)
      if (!gone[p]) std::swap(pieces_[left++], pieces_[p]);
    const bool any = left < pieces_.size();
    pieces_.resize(left);
    return any;
  }

  /// By piece: the one that goes on with it, or kNone.
  std::vector<std::size_t> best_rests() {
    std::vector<std::size_t> heads, rests, next(pieces_.size(), kNone);
    for (std::size_t p = 0; p < pieces_.size(); ++p) {
      if (pieces_[p].out) heads.push_back(p);
      if (pieces_[p].in) rests.push_back(p);
    }
    PairNumbers numbers(0);
    std::vector<Pairs> of_heads, of_rests;
    for (const std::size_t p : heads) of_heads.push_back(numbers.of(at(pieces_[p]).text));
    for (const std::size_t p : rests) of_rests.push_back(numbers.of(at(pieces_[p]).text));
    std::vector<std::vector<double>> fits(heads.size(), std::vector<double>(rests.size()));
    for (std::size_t h = 0; h < heads.size(); ++h)
      for (std::size_t r = 0; r < rests.size(); ++r) {
        const Piece &head = pieces_[heads[h]], &rest = pieces_[rests[r]];
        fits[h][r] = fit(head, rest) + std::min(kMostWords, kWords * part_in(of_rests[r], of_heads[h]) + kTorn * word_torn(head.out->text, rest.in->text));
      }
    for (std::size_t h = 0; h < heads.size(); ++h) {
      const auto best = std::max_element(fits[h].begin(), fits[h].end());
      if (best == fits[h].end() || *best < kLeast) continue;
      const auto as_good = [&](double other) { return other > *best - kClear; };
      if (std::count_if(fits[h].begin(), fits[h].end(), as_good) > 1) continue;
      const auto rest = static_cast<std::size_t>(best - fits[h].begin());
      const bool rival = std::count_if(fits.begin(), fits.end(), [&](const std::vector<double>& row) { return as_good(row[rest]); }) > 1;
      if (!rival) next[heads[h]] = rests[rest];
    }
    if (joins_)
      for (std::size_t h = 0; h < heads.size(); ++h)
        for (std::size_t r = 0; r < rests.size(); ++r) explain(heads[h], rests[r], fits[h][r], next[heads[h]] == rests[r]);
    return next;
  }

  /// What was weighed once and not joined may be weighed again, when others have been.
  void explain(std::size_t head, std::size_t rest, double fit, bool made) {
    PageJoin join{at(pieces_[head]).id, at(pieces_[rest]).id, last_chars(pieces_[head].out->text), first_chars(pieces_[rest].in->text), fit, made};
    const auto known = std::find_if(joins_->begin(), joins_->end(), [&](const PageJoin& other) { return other.head == join.head && other.rest == join.rest; });
    if (known == joins_->end()) joins_->push_back(std::move(join));
    else *known = std::move(join);
  }

  /// The articles of running text that go on on another page, or come from one.
  void find_pieces() {
    for (std::size_t p = 0; p < pages_.size(); ++p)
      for (std::size_t a = 0; a < pages_[p].articles.size(); ++a) {
        if (!is_text(pages_[p].articles[a])) continue;
        Piece piece{{p}, a, goes_on_at(pages_[p].articles, a), comes_from(pages_[p].articles, a)};
        if (piece.out || piece.in) pieces_.push_back(std::move(piece));
      }
  }

  /// 下转第3版 at the end of an article, or on a line of its own below it.
  std::optional<Note> goes_on_at(const std::vector<Article>& articles, std::size_t a) const {
    const std::string_view last = articles[a].view(articles[a].blocks.back());
    if (const auto note = notes_.at_end(last)) return of_way(true, *note, last.substr(0, note->at.begin));
    if (a + 1 == articles.size() || !is_furniture(articles[a + 1])) return {};
    const std::string_view below = articles[a + 1].view(articles[a + 1].blocks.front());
    const auto note = notes_.at_begin(below);
    return note && note->is_all_of(below) ? of_way(true, *note, last) : std::nullopt;
  }

  /// 上接第1版 at the begin of the text, or on the line above the article.
  std::optional<Note> comes_from(const std::vector<Article>& articles, std::size_t a) const {
    const Article& article = articles[a];
    const auto is_text_block = [](const Block& block) { return !is_head(block) && block.kind != BlockKind::byline; };
    const auto begin = std::find_if(article.blocks.begin(), article.blocks.end(), is_text_block);
    const std::string_view first = begin == article.blocks.end() ? std::string_view{} : article.view(*begin);
    if (const auto note = notes_.at_begin(first)) return of_way(false, *note, first.substr(note->at.end));
    if (a == 0 || !is_furniture(articles[a - 1])) return {};
    const std::string_view above = articles[a - 1].view(articles[a - 1].blocks.back());
    const auto note = notes_.at_end(above);
    return note ? of_way(false, *note, first) : std::nullopt;
  }

  std::optional<Note> of_way(bool out, const JumpNote& note, std::string_view beside) const {
    if (note.out != out || note.here) return {};
    return Note{names_.number(note.page), std::string(note.label), std::string(note.behind), std::string(beside)};
  }

  static bool is_furniture(const Article& article) { return article.type == ArticleType::furniture && !article.blocks.empty(); }

  static bool is_text(const Article& article) {
    return !article.blocks.empty() && (article.type == ArticleType::news || article.type == ArticleType::document || article.type == ArticleType::other);
  }

  static bool is_head(const Block& block) { return block.kind == BlockKind::title || block.kind == BlockKind::kicker || block.kind == BlockKind::subtitle; }

  /// The first block below the head of an article.
  static std::size_t first_of_text(const Article& article) {
    return static_cast<std::size_t>(std::find_if_not(article.blocks.begin(), article.blocks.end(), is_head) - article.blocks.begin());
  }

  static bool on_one_page(const Piece& a, const Piece& b) {
    return std::any_of(a.pages.begin(), a.pages.end(), [&](std::size_t page) { return std::find(b.pages.begin(), b.pages.end(), page) != b.pages.end(); });
  }

  double fit(const Piece& head, const Piece& rest) {
    if (on_one_page(head, rest)) return kOtherPage;
    double sum = place(rest.pages.front(), head.out->page) + place(head.pages.back(), rest.in->page);
    const Article &a = at(head), &b = at(rest);
    const std::string title = a.kicker + a.title + a.subtitle, repeated = b.kicker + b.title + b.subtitle;
    if (same_words(rest.in->behind, title) || same_words(head.out->behind, repeated)) sum += kTitle;
    else if (!repeated.empty() && !title.empty()) sum += same_words(repeated, title) ? kTitle : kOtherTitle;
    if (!head.out->label.empty() && head.out->label == rest.in->label) sum += kLabel;
    return sum;
  }

  /// What it says for a page that a note names it so.
  double place(std::size_t page, const std::optional<std::string>& name) const {
    if (!name) return 0;
    const auto has = [&](const std::vector<std::string>& numbers) { return std::find(numbers.begin(), numbers.end(), *name) != numbers.end(); };
    if (!numbers_[page].empty()) return has(numbers_[page]) ? kPage : kOtherPage;
    return *name == std::to_string(page + 1) && std::none_of(numbers_.begin(), numbers_.end(), has) ? kInOrder : 0;
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

  void join(Piece& head, const Piece& rest) {
    Article &whole = at(head), &tail = at(rest);
    if (whole.parts.empty()) whole.parts.push_back({whole.page, pages_[head.pages.front()].source, whole.spans});
    const std::size_t first = first_of_text(tail), own = whole.parts.size();
    if (tail.parts.empty()) whole.parts.push_back({tail.page, pages_[rest.pages.front()].source, {}});
    else whole.parts.insert(whole.parts.end(), tail.parts.begin(), tail.parts.end()), whole.parts[own].spans.clear();
    for (std::size_t i = first; i < tail.blocks.size(); ++i) {
      Block block = tail.blocks[i];
      const std::size_t begin = whole.text.size() + 1;
      whole.text.append("\n").append(tail.view(block));
      block.range = {begin, whole.text.size()};
      if (block.page.empty()) {
        block.page = tail.page;
        whole.parts[own].spans.insert(whole.parts[own].spans.end(), block.spans.begin(), block.spans.end());
      }
      whole.blocks.push_back(std::move(block));
    }
    for (std::size_t i = 0; i < rest.pages.size(); ++i)
      if (in_one_file(head.pages.front(), rest.pages[i])) whole.spans.insert(whole.spans.end(), whole.parts[own + i].spans.begin(), whole.parts[own + i].spans.end());
    for (const Person& author : tail.byline)
      if (std::none_of(whole.byline.begin(), whole.byline.end(), [&](const Person& known) { return known.name == author.name; })) whole.byline.push_back(author);
    set_flags(whole, tail);
    if (whole.type == ArticleType::document) number_anew(whole);
    leave_head(tail, first);
    head.pages.insert(head.pages.end(), rest.pages.begin(), rest.pages.end());
    head.out = rest.out;
  }

  bool in_one_file(std::size_t a, std::size_t b) const { return pages_[a].source == pages_[b].source && pages_[a].offset != pages_[b].offset; }

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
  std::vector<PageJoin>* const joins_;
  const PageNumbers& names_;
  const JumpNotes& notes_;
  std::vector<std::vector<std::string>> numbers_;  ///< by page: those that it may have
  std::vector<Piece> pieces_;
};

}  // namespace

void stitch_issue(std::vector<IssuePage>& pages, const Rules& rules, std::vector<PageJoin>* joins) { IssueStitcher(pages, rules, joins).run(); }

}  // namespace jianbao
