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
void clean_joins(const CleanContext& context, Rewriter& out);       ///< join.cc: lines to paragraphs
void clean_punct(const CleanContext& context, Rewriter& out);       ///< punct.cc: width and pairs of marks
void clean_spaces(const CleanContext& context, Rewriter& out);      ///< punct_space.cc: stray spaces
void clean_characters(const CleanContext& context, Rewriter& out);  ///< characters.cc: look-alikes, traditional characters

/// What looks wrong in the cleaned text and no rule has mended.
void doubt_characters(const CleanContext& context, const RuleSet& rules, Page& page);

}  // namespace jianbao
