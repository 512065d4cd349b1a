// First stage: bytes to a page. Encoding, width, punctuation, lines and characters are repaired; every change is an Edit.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "jianbao/export.h"
#include "jianbao/page.h"
#include "jianbao/rules.h"

namespace jianbao {

/// How bold the character rules may be; a repair that is not made is reported as a Doubt.
enum class Fix { none, certain, likely };

struct CleanOptions {
  Fix fix = Fix::certain;
  std::vector<std::string> only;     ///< rules to apply, by name or by a prefix such as `punct`; empty: all
  std::vector<std::string> without;  ///< rules to leave out, likewise
  bool simplify = false;             ///< turn traditional text into simplified; throws RulesError where OpenCC has no data
  bool text_only = false;            ///< make the text, and neither edits nor doubts: such a page leads back to no source
};

/// Clean one page of valid UTF-8, which becomes `id`. Never throws for what the text says; the same text always gives the same page, and
/// cleaning a cleaned text changes nothing. `offset` is where the text begins in its file.
JIANBAO_EXPORT Page clean(std::string_view text, std::string id, std::size_t offset = 0, const CleanOptions& options = {},
                          const Rules& rules = Rules::standard());

/// The names of all rules of clean(), in the order of jb-clean(1).
JIANBAO_EXPORT std::span<const std::string_view> cleaning_rules();

/// Whether a name stands for at least one rule: `punct.width`, or `punct` for all that begin with it.
JIANBAO_EXPORT bool is_cleaning_rule(std::string_view name);

/// Bytes of any supported encoding as UTF-8.
struct Decoded {
  /// Bytes that stood for no character of an encoding other than UTF-8.
  struct Wrong {
    std::size_t place;  ///< of U+FFFD in the text
    std::string bytes;
  };
  /// A character, or a run of them, for which encode() gives other bytes: Big5 has 十 twice.
  struct Code {
    Span at;  ///< in the text
    std::string bytes;
  };
  std::string text;                 ///< valid UTF-8
  std::string encoding;             ///< IANA name of what the bytes were; empty for UTF-8
  std::vector<std::size_t> faults;  ///< offsets in the bytes that stood for no character; U+FFFD stands in their place
  std::vector<Wrong> wrong;         ///< the same where the encoding is not UTF-8
  std::vector<Code> codes;          ///< where it is not UTF-8
};

/// Decode a whole file. `encoding` forces one (an IANA or ICU name); empty: found from the content.
/// Throws std::invalid_argument where the name is not known.
JIANBAO_EXPORT Decoded decode(std::string_view bytes, std::string_view encoding = {});

/// Clean one page of a file as it was decoded. Bytes that stood for no character are kept by edits `bytes.invalid`, and what encode() would
/// give other bytes for by `bytes.code`, so that undo() gives the file, or encode() of it does. Spans count such bytes as they stand in the
/// file, but where they could be read as a character: there undo() gives U+DC00 and its value for a byte, as if that were one, which encode() knows.
JIANBAO_EXPORT Page clean(const Decoded& decoded, std::string_view bytes, std::string id, std::size_t offset = 0,
                          const CleanOptions& options = {}, const Rules& rules = Rules::standard());

/// UTF-8 in an encoding by name, empty for UTF-8: what decode() or undo() gave, as bytes again. A character that the encoding lacks becomes
/// its substitute; bytes that are no UTF-8 stay as they are, as the wrong ones of a source do. Throws std::invalid_argument where the name is not known.
JIANBAO_EXPORT std::string encode(std::string_view text, std::string_view encoding);

/// The source that a page was cleaned from, byte for byte, out of its text and edits: the page's part of the file, in UTF-8; encode() with
/// Page::encoding gives the bytes of another encoding.
JIANBAO_EXPORT std::string undo(const Page& page);

}  // namespace jianbao
