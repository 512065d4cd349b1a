// A page: text ready to be read, and the way back to the bytes it came from.
//
//   source  …创作出版,⏎⏎制作播出…        the file as it was given (UTF-8, after decoding)
//                     ▲  ▲              edit 1: "," became "，"; edit 2: a column break went
//   text    …创作出版，制作播出…          what every later stage reads
//
// Between edits both sides are equal byte for byte, so each can be rebuilt from the other. Offsets are bytes
// everywhere in this library; only JSON output counts code points, and says so.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "jianbao/export.h"

namespace jianbao {

class Rules;

/// A half-open run of bytes.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;

  std::size_t size() const { return end - begin; }
  bool empty() const { return begin == end; }
  friend bool operator==(const Span&, const Span&) = default;
};

/// One change that cleaning made.
struct Edit {
  std::string rule;    ///< which rule made it, such as `punct.width`; each has an entry in jb-clean(1)
  Span from;           ///< bytes of the source file, decoded to UTF-8 where it was in another encoding, but for bytes kept as they are: see clean()
  Span to;             ///< bytes of Page::text
  std::string before;  ///< what stood at `from`; valid UTF-8 but for bytes of the source that were none
  std::string after;   ///< what stands at `to`
};

/// A place that looks wrong and was left as it stands, because no rule could prove what was meant.
struct Doubt {
  std::string rule;
  Span at;              ///< bytes of Page::text
  std::string message;  ///< for a reader: what is doubtful, and the other reading if there is one
};

/// A page of text. It owns its text; everything later refers to it by offset or copies from it.
struct JIANBAO_EXPORT Page {
  std::string id;        ///< as clean() was given it; should be unique in a stream: `p1`, `p1#2`, `stdin`
  std::string text;      ///< valid UTF-8, LF line ends
  std::string source;    ///< name of the file it came from; empty for standard input
  std::string encoding;  ///< of that file, as IANA names it; empty for UTF-8
  std::size_t offset = 0;      ///< where the page begins in its source, in bytes
  bool cut = false;            ///< no form feed ends it: it was too long, and the next page is the rest of it
  std::vector<Edit> edits;     ///< in order of place, without overlap
  std::vector<Doubt> doubts;   ///< in order of place
  std::string meta;            ///< fields that rode along, as one JSON object; empty where there are none

  std::string_view view(Span span) const { return std::string_view(text).substr(span.begin, span.size()); }

  /// The bytes of the source that a run of the text came from; an edit that the run touches is taken whole.
  Span source_of(Span span) const;

  /// Which page this is, whatever way it came: sixteen hexadecimal digits made of its Han, letters and digits, in order. Marks, spaces
  /// and line ends have no part in it, as cleaning may change them.
  std::string digest() const;
};

}  // namespace jianbao
