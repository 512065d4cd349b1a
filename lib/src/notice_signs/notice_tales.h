// What news tells of losses, auctions and announcements, and no notice does (notice_tales.tsv).
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "notice_signs/notice_words.h"
#include "tables/pattern_set.h"
#include "tables/prefix_index.h"
#include "tables/tables.h"

namespace jianbao {

/// …声明作废。“我以为登了报，别人就用不成了。”: whole sentences between quotation marks, as stories have them and notices have not. Those that a
/// notice corrects (“…。”应为“…。”) stand in its own sentence.
bool holds_speech(std::string_view paragraph);

struct NoticeTales {
  explicit NoticeTales(const Rules::Tables& tables);

  /// Something that tells by itself stands in the paragraph: no notice by such words as a story may come to, too. `surely`: by no words at all.
  bool tells(std::string_view paragraph, bool surely) const;

  /// How much a paragraph that is no notice by its own words tells, and a line over it reports; 0 where somebody speaks of himself (我公司) or to the reader.
  std::size_t weigh(std::string_view headline, std::string_view paragraph) const;

  static constexpr std::size_t kTells = 2;  ///< what weighs so much is news

 private:
  static constexpr std::size_t kNever = 0, kHalf = 1, kWhole = 2, kSure = 3;

  PatternSet patterns_;
  std::vector<std::size_t> weights_;  ///< of each pattern
  std::vector<bool> begins_;          ///< whether it stands where a sentence begins
  const NoticeWords& words_;
  PrefixIndex selves_;
};

}  // namespace jianbao
