// The pages of one issue of a newspaper: articles that go on from one page to another.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "jianbao/articles.h"
#include "jianbao/export.h"
#include "jianbao/rules.h"

namespace jianbao {

/// A page of an issue as split() took it apart.
struct IssuePage {
  std::string source;      ///< the file it came from; pages of one file have one name
  std::size_t offset = 0;  ///< bytes of that file before the page
  std::vector<Article> articles;
};

/// An article that goes on on another page, and one that comes from another, which were weighed against each other.
struct PageJoin {
  std::string head, rest;  ///< their ids
  std::string end, begin;  ///< the last characters of the one, the first of the other
  double fit = 0;          ///< how well they fit: from 2 on they are joined where no other fits as well
  bool made = false;
};

/// Puts the rest of an article that jumps (下转第3版) behind it, where just one article of the page that it names says that it comes from there
/// (上接第1版), or bears its title, or shares clearly more pairs of characters with it than any other does. The whole stands where it begins,
/// flagged `stitched`, with Article::parts, on as many pages as it goes; a head that the rest has of its own stays on its page as furniture. What fits none, or several
/// alike, stays apart and flagged as split() left it. `joins`, where given, receives what was weighed.
JIANBAO_EXPORT void stitch_issue(std::vector<IssuePage>& pages, const Rules& rules = Rules::standard(), std::vector<PageJoin>* joins = nullptr);

}  // namespace jianbao
