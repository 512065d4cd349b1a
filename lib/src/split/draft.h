// An article in the making: its lines in reading order, each with its role.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "jianbao/articles.h"
#include "jianbao/page.h"
#include "split/layout.h"
#include "split/shape.h"

namespace jianbao {

struct DraftLine {
  const Line* line;
  Role role;
  bool glued = false;  ///< goes on in the paragraph of the line before it
};

struct Draft {
  std::vector<DraftLine> lines;
  std::vector<std::string> flags;
  bool noise = false;  ///< no text, but what was read in a picture

  Role role() const { return lines.front().role; }
};

/// The articles as the page prints them: lines in page order, cut where a role begins an article.
std::vector<Draft> cut_drafts(const Page& page, const std::vector<Line>& lines, const std::vector<Role>& roles, const Rules& rules);

/// The finished article of a draft, but for its id and numbering. `issue`: the page's date, ISO 8601, or empty. `type`: where it is known.
Article build_article(const Draft& draft, const Page& page, const std::string& issue, const Rules& rules, std::optional<ArticleType> type = {});

}  // namespace jianbao
