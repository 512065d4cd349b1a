#include "draft.h"

namespace jianbao {

std::vector<Draft> cut_drafts(const std::vector<Line>& lines, const std::vector<Role>& roles) {
  std::vector<Draft> drafts;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i == 0 || begins_article(roles[i], roles[i - 1])) drafts.emplace_back();
    drafts.back().lines.push_back({&lines[i], roles[i]});
  }
  return drafts;
}

}  // namespace jianbao
