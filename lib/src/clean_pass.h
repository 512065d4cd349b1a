// The passes of cleaning, in order. Each reads the text once from left to right and writes its changes to a Rewriter.
#pragma once

#include <string_view>

#include "edits.h"
#include "jianbao/clean.h"
#include "jianbao/rules.h"

namespace jianbao {

/// What every pass is given.
struct CleanContext {
  const Rules& rules;
  const CleanOptions& options;
};

void clean_unicode(const CleanContext& context, Rewriter& out);     ///< clean_unicode.cc: characters that have a proper form
void clean_junk(const CleanContext& context, Rewriter& out);        ///< clean_junk.cc: what OCR makes of rules and specks
void clean_joins(const CleanContext& context, Rewriter& out);       ///< join.cc: lines to paragraphs
void clean_punct(const CleanContext& context, Rewriter& out);       ///< punct.cc: width and pairs of marks
void clean_spaces(const CleanContext& context, Rewriter& out);      ///< punct_space.cc: stray spaces
void clean_characters(const CleanContext& context, Rewriter& out);  ///< characters.cc: look-alikes, traditional characters
void clean_simplify(const CleanContext& context, Rewriter& out);    ///< clean_simplify.cc: traditional to simplified, on request

/// What looks wrong in the cleaned text and no rule has mended, in order of place (clean_doubts.cc).
void find_doubts(const CleanContext& context, const RuleSet& rules, Page& page);
void doubt_unreadable(const CleanContext& context, const RuleSet& rules, Page& page);
void doubt_characters(const CleanContext& context, const RuleSet& rules, Page& page);
void doubt_repeats(const CleanContext& context, const RuleSet& rules, Page& page);

}  // namespace jianbao
