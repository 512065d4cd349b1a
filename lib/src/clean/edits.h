// Changes to a text: collected by one pass from left to right, and chained over passes so that they lead from the last
// text back to the first.
//
//   source ──first──▶ text between passes ──second──▶ text          compose(): source ──edits──▶ text
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "clean/clean_rules.h"
#include "jianbao/page.h"

namespace jianbao {

/// An edit while passes are still at work: places only, since both texts are at hand.
struct Change {
  std::string_view rule;  ///< its name
  Span from;              ///< bytes of the text before
  Span to;                ///< bytes of the text behind
};

/// The changes of one pass. Rules that are switched off change nothing; a change that changes nothing is none.
class Rewriter {
 public:
  /// `kept`: what is to stay as it stands, in order.
  Rewriter(std::string_view text, const RuleSet& rules, std::span<const Span> kept = {}) : text_(text), rules_(rules), kept_(kept) {}

  /// Put `after` where `from` stood. Places must come in order and not overlap; returns whether the rule is on and the place
  /// is not to be kept.
  bool replace(Span from, std::string_view after, Rule rule);
  bool erase(Span from, Rule rule) { return replace(from, {}, rule); }

  std::string_view text() const { return text_; }
  bool empty() const { return changes_.empty(); }
  std::size_t end() const { return at_; }  ///< behind the last change, in the text

  /// The changed text; the rewriter is spent.
  std::string take_text();
  std::vector<Change> take_changes() { return std::move(changes_); }

 private:
  std::string_view text_;
  bool is_kept(Span from);

  const RuleSet& rules_;
  std::span<const Span> kept_;  ///< those that do not end before the last change
  std::string out_;
  std::size_t at_ = 0;  // up to here `out_` is written
  std::vector<Change> changes_;
};

/// The changes of two passes as one list. `source` is the text that `first` changed, `text` the one that `second` made.
std::vector<Change> compose(std::vector<Change> first, std::vector<Change> second, std::string_view source, std::string_view text);

/// Give every deletion of something other than white space a character of the text to stand at: the last one before it, or
/// the first one. A span of the text that holds this character then leads to what was deleted, and nothing of a source is
/// outside of all spans.
void anchor_deletions(std::string_view source, std::string_view text, std::vector<Change>& changes);

/// Changes with what they changed, for a page that begins at `offset` of its file.
std::vector<Edit> edits_of(const std::vector<Change>& changes, std::string_view source, std::string_view text, std::size_t offset);

}  // namespace jianbao
