// Second stage: a page to its articles. Lines are recognised, gathered into articles, and torn articles put together again.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "jianbao/export.h"
#include "jianbao/page.h"
#include "jianbao/rules.h"

namespace jianbao {

/// What an article is; the contract's names.
enum class ArticleType { document, news, caption, notice, furniture, ad, other };

/// What a block does in its article; the contract's names.
enum class BlockKind { title, kicker, subtitle, byline, dateline, heading, paragraph, item, caption, signature, date };

/// The number a block begins with, as its article's numbering scheme reads it.
struct Label {
  std::string text;        ///< standard form: `（一）`, `第三条`
  std::string printed;     ///< what stood there, where that was something else (a misread label)
  std::string style;       ///< id of the row in numbering.tsv
  int number = 0;          ///< its value, as the text says it
  std::size_t length = 0;  ///< bytes of the block that the printed label takes, with the gap behind it
};

/// One line or paragraph with one role.
struct Block {
  BlockKind kind = BlockKind::paragraph;
  Span range;                      ///< bytes of Article::text
  std::vector<Span> spans;         ///< bytes of the source, in reading order; several where pieces were joined
  std::string page;                ///< id of the page that it stands on, where that is not its article's
  int level = 0;                   ///< of headings and numbered blocks: 1 is the highest below the title; 0: none
  std::optional<Label> label;
  std::vector<std::string> flags;  ///< `gap`, `duplicate`, `misread`; `boxed`: in a box (专栏), outside of the numbering around it
};

struct Person {
  std::string name;
  std::string role;  ///< `记者`, `通讯员`, `摄` …; empty where none is printed
  std::string org;   ///< `半月谈`, `本报`; empty where none is printed
};

/// An article owns its text; its blocks cover that text but for line ends. Empty strings mean: not printed.
struct Article {
  std::string id;    ///< `p1/3`
  std::string page;  ///< id of its page
  std::string digest;  ///< of its page: the same for all articles of a page, and of no other (see Page::digest)
  ArticleType type = ArticleType::other;
  std::string title, kicker, subtitle, column, agency, place;
  std::string date;      ///< ISO 8601; `--10-21` where the year is neither printed nor known from the page
  std::string dateline;  ///< as printed
  std::string about;     ///< of a caption: id of the article whose picture it is
  std::string issue;     ///< date of the newspaper as its page prints it, ISO 8601
  std::vector<Person> byline;
  std::string text;      ///< paragraphs in reading order, joined by LF, headings and title included
  std::vector<Block> blocks;
  std::vector<Span> spans;  ///< bytes of the source; the articles of a page cover it without overlap
  std::vector<std::string> flags;  ///< `stitched`, `truncated`, `headless`, `repeat`, `columns`, `picture`: jb-split(1)

  /// A piece of an article on one page.
  struct Part {
    std::string page, source;  ///< id of the page; the file it came from
    std::vector<Span> spans;   ///< bytes of that file
  };
  std::vector<Part> parts;  ///< of an article that goes on from page to page (stitch_issue); `spans` are those of the parts in the file it begins in

  std::string_view view(const Block& block) const {
    return std::string_view(text).substr(block.range.begin, block.range.size());
  }
};

/// A sign by which stitching weighed a pair of pieces: what was seen, and what each 1 of it adds to the odds.
struct JoinSign {
  std::string_view name;  ///< one of a fixed list (join_signs.h says what each means)
  double value = 0, weight = 0;
};

/// A pair of pieces that stitching weighed.
struct Join {
  Span head, tail;         ///< the last line of the head and the first line of the tail, in bytes of the source
  std::string end, begin;  ///< the last characters of the one, the first of the other
  double odds = 0;         ///< natural logarithm of the odds that they belong together: against staying apart, and every other tail
  bool made = false;
  std::vector<JoinSign> signs;  ///< those that are not 0; weighed and summed, the odds before other tails are looked at
};

/// Take a page apart. Every byte of the page that is not white space or a Markdown mark is in exactly one article.
/// `joins`, where given, receives what stitching weighed.
JIANBAO_EXPORT std::vector<Article> split(const Page& page, const Rules& rules = Rules::standard(), std::vector<Join>* joins = nullptr);

}  // namespace jianbao
