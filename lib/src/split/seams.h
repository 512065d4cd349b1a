// Seams: where cleaning joined a paragraph to the next one, because the print seemed to go on in the next column. Whose
// rest a text is can be told only when every piece of the page has been weighed, so stitching may part them again.
#pragma once

#include <cstddef>
#include <deque>
#include <map>
#include <vector>

#include "jianbao/page.h"
#include "jianbao/rules.h"
#include "split/draft.h"

namespace jianbao {

class Seams {
 public:
  Seams(const Page& page, const Rules& rules);

  /// Part the lines of running text at their seams; every part but the first is glued.
  void open(std::vector<Draft>& drafts);

  /// Put the parts together again that still follow one another.
  void close(std::vector<Draft>& drafts);

  /// Whether the two are parts of one line, with nothing between them.
  bool between(const Line* left, const Line* right) const;

 private:
  void part(const Line& line, std::vector<DraftLine>& parts);
  const Line* together(Span span);

  const Page& page_;
  const Rules& rules_;
  std::vector<std::size_t> places_;  ///< bytes of the page's text, in order
  std::deque<Line> lines_;           ///< the parts, which drafts point to
  std::map<std::size_t, const Line*> wholes_;  ///< the lines that were parted, by their first byte
};

}  // namespace jianbao
