// The passes of cleaning, in order. Each reads the text once from left to right and writes its changes to a Rewriter.
#pragma once

#include <vector>

#include "clean_scan.h"
#include "edits.h"
#include "jianbao/clean.h"
#include "jianbao/rules.h"

namespace jianbao {

/// What every pass is given.
struct CleanContext {
  const Rules& rules;
  const CleanOptions& options;
  const RuleSet& on;
  std::vector<Doubt>& doubts;  ///< of characters: clean_characters() writes those of the text it has just read
};

void clean_unicode(const CleanContext& context, const CleanScan& scan, Rewriter& out);     ///< clean_unicode.cc: characters that have a proper form
void clean_junk(const CleanContext& context, const CleanScan& scan, Rewriter& out);        ///< clean_junk.cc: what OCR makes of rules and specks
void clean_joins(const CleanContext& context, const CleanScan& scan, Rewriter& out);       ///< join.cc: lines to paragraphs
void clean_punct(const CleanContext& context, const CleanScan& scan, Rewriter& out);       ///< punct.cc: width and pairs of marks
void clean_spaces(const CleanContext& context, const CleanScan& scan, Rewriter& out);      ///< punct_space.cc: stray spaces
void clean_characters(const CleanContext& context, const CleanScan& scan, Rewriter& out);  ///< characters.cc: look-alikes, traditional characters
void clean_simplify(const CleanContext& context, const CleanScan& scan, Rewriter& out);    ///< clean_simplify.cc: traditional to simplified, on request

/// What looks wrong in the cleaned text and no rule has mended, in order of place (clean_doubts.cc).
void find_doubts(const CleanContext& context, const CleanScan& scan, Page& page);
void doubt_unreadable(const CleanContext& context, const CleanScan& scan, Page& page);
void doubt_repeats(const CleanContext& context, const CleanScan& scan, Page& page);

}  // namespace jianbao
