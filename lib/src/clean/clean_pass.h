// The passes of cleaning, in order. Each reads the text once from left to right and writes its changes to a Rewriter.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "clean/clean_scan.h"
#include "clean/code.h"
#include "clean/edits.h"
#include "clean/picture_noise.h"
#include "clean/unweave.h"
#include "clean/woven.h"
#include "jianbao/clean.h"
#include "jianbao/rules.h"

namespace jianbao {

/// What several passes ask about a text before it changes, found when it is first asked for. What is given holds until forget().
class KnownOfText {
 public:
  explicit KnownOfText(const Rules& rules) : rules_(rules) {}

  const std::vector<ReadAcross>& columns(std::string_view text, const CleanScan& scan) {
    if (!columns_) columns_ = may_be_woven(text, scan) ? find_read_across(text, rules_) : std::vector<ReadAcross>();
    return *columns_;
  }
  const std::vector<Span>& noise(std::string_view text, const CleanScan& scan) {
    if (!noise_) noise_ = picture_noise(text, scan);
    return *noise_;
  }

  /// Cleaning makes none of what is no code.
  const std::vector<Span>& code(std::string_view text, const CleanScan& scan) {
    if (!code_) code_ = find_code(text, scan);
    return *code_;
  }

  bool has_code() const { return code_ && !code_->empty(); }

  /// The text has changed.
  void forget() {
    columns_.reset(), noise_.reset();
    if (has_code()) code_.reset();
  }

 private:
  const Rules& rules_;
  std::optional<std::vector<ReadAcross>> columns_;
  std::optional<std::vector<Span>> noise_, code_;
};

/// What every pass is given.
struct CleanContext {
  const Rules& rules;
  const CleanOptions& options;
  const RuleSet& on;
  std::vector<Doubt>& doubts;  ///< of characters: clean_characters() writes those of the text it has just read
  KnownOfText& known;          ///< of the text that the pass is given
};

/// Characters that have a proper form (clean_unicode.cc)
void clean_unicode(const CleanContext& context, CleanScan& scan, Rewriter& out);
/// What OCR makes of rules and specks (clean_junk.cc)
void clean_junk(const CleanContext& context, CleanScan& scan, Rewriter& out);
/// Spaces between all Han (parted_han.cc)
void clean_parted(const CleanContext& context, CleanScan& scan, Rewriter& out);
/// Lines to paragraphs (join.cc)
void clean_joins(const CleanContext& context, CleanScan& scan, Rewriter& out);
/// Width and pairs of marks (punct.cc)
void clean_punct(const CleanContext& context, CleanScan& scan, Rewriter& out);
/// Stray spaces (punct_space.cc)
void clean_spaces(const CleanContext& context, CleanScan& scan, Rewriter& out);
/// Look-alikes and traditional characters (characters.cc)
void clean_characters(const CleanContext& context, CleanScan& scan, Rewriter& out);
/// Traditional to simplified, on request (clean_simplify.cc)
void clean_simplify(const CleanContext& context, CleanScan& scan, Rewriter& out);

/// What looks wrong in the cleaned text and no rule has mended, in order of place (clean_doubts.cc).
void find_doubts(const CleanContext& context, const CleanScan& scan, Page& page);
void doubt_unreadable(const CleanContext& context, const CleanScan& scan, Page& page);
/// punct_context.cc
void doubt_dots(const CleanContext& context, const CleanScan& scan, Page& page);
/// quotes.cc
void doubt_quotes(const CleanContext& context, const CleanScan& scan, Page& page);
void doubt_repeats(const CleanContext& context, const CleanScan& scan, Page& page);

}  // namespace jianbao
