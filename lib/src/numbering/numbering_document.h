// What an article's body says about its being a document: for titles that OCR broke and titles that say nothing.
#pragma once

#include <string_view>
#include <vector>

#include "jianbao/articles.h"
#include "numbering/numbering_sequence.h"
#include "tables/pattern.h"

namespace jianbao {

/// document_signs.tsv, compiled.
class DocumentSigns {
 public:
  explicit DocumentSigns(const Rules::Tables& tables);
  static const DocumentSigns& of(const Rules& rules);

  /// Note which signs a line or paragraph shows; `above`: it stands above the first section, as titles do.
  void look(std::string_view text, bool above, std::vector<bool>& seen) const;

  /// Whether a line ends as the titles of documents do.
  bool names_document(std::string_view line) const;

  /// Whether a title says that parts were left out: （节选）.
  bool names_excerpt(std::string_view title) const;

  /// What the signs that were seen count together.
  int weight(const std::vector<bool>& seen) const;

  std::size_t count() const { return signs_.size(); }

 private:
  enum class Where { title, excerpt, line, start, end };
  struct Sign {
    Where where;
    int weight;
    Pattern pattern;
  };
  static bool shows(const Sign& sign, std::string_view text, bool above);

  std::vector<Sign> signs_;
};

/// Whether an article that was not taken for a document is one: it is made of articles 1, 2, 3 (a law), or of sections that
/// count on and of words that documents have. Its marks are decided, strictly.
bool reads_as_document(const Article& article, const std::vector<LabelMark>& marks, const Rules& rules);

}  // namespace jianbao
