#include "clauses/clauses_inline.h"

#include <algorithm>
#include <map>

#include "text/chars.h"

namespace jianbao {
namespace {

/// An item begins at the beginning or behind a mark: 唯一是, 之一是 are none.
bool separates(char32_t c) {
  return is_stop(c) || is_pause(fold(c)) || fold(c) == U'：' || c == U'“';
}

/// Words that count, and the labels of items; those of sections are none (一、二线城市).
bool may_stand_inline(const Style& style) {
  constexpr int kItemRank = 60;
  return style.role == StyleRole::in_line || (style.role == StyleRole::unit && style.strong && style.rank >= kItemRank);
}

struct Chain {
  std::vector<InlineItem> items;
  int last = 0;  // value of the last label: 最后 is the fifth word, whichever item it leads
};

/// Items of words (首先, 其次, 最后) may leave one out; numbers may not.
bool follows(const Chain& chain, const Reading& reading) {
  const bool words = reading.style->numerals == Numerals::listed && reading.style->role == StyleRole::in_line;
  return words && chain.last > 0 ? reading.number > chain.last : reading.number == chain.last + 1;
}

void collect(std::string_view paragraph, std::size_t at, const NumberingStyles& styles, std::map<std::string, Chain>& chains) {
  const auto reading = styles.read(paragraph.substr(at), true);
  if (!reading || !may_stand_inline(*reading->style)) return;
  Chain& chain = chains[reading->style->id];
  if (!follows(chain, *reading)) return;
  chain.last = reading->number;
  InlineItem item;
  item.label = standard_label(*reading);
  item.style = reading->style->id;
  item.number = static_cast<int>(chain.items.size()) + 1;
  item.label_begin = at;
  item.text = {at + reading->length + reading->gap, paragraph.size()};
  if (!chain.items.empty()) chain.items.back().text.end = at;
  chain.items.push_back(std::move(item));
}

/// The last item ends with its sentence where the others are parts of one sentence.
void end_last(std::string_view paragraph, std::vector<InlineItem>& items) {
  const InlineItem& first = items.front();
  if (is_stop(last_char(trim(paragraph.substr(first.text.begin, first.text.size()))))) return;
  Span& last = items.back().text;
  for (std::size_t at = last.begin; at < last.end;)
    if (is_stop(next_char(paragraph, at))) {
      last.end = at;
      return;
    }
}

}  // namespace

std::vector<InlineItem> find_inline_items(std::string_view paragraph, std::size_t begin, const NumberingStyles& styles) {
  std::map<std::string, Chain> chains;
  bool starts = true;
  for (std::size_t at = std::min(begin, paragraph.size()); at < paragraph.size();) {
    if (starts) collect(paragraph, at, styles, chains);
    starts = separates(next_char(paragraph, at));
  }
  std::vector<InlineItem> out;
  for (auto& [style, chain] : chains) {
    if (chain.items.size() < 2) continue;
    end_last(paragraph, chain.items);
    out.insert(out.end(), chain.items.begin(), chain.items.end());
  }
  std::sort(out.begin(), out.end(), [](const InlineItem& a, const InlineItem& b) { return a.label_begin < b.label_begin; });
  return out;
}

std::vector<Span> cut_spans(const Block& block, std::size_t begin, std::size_t end) {
  std::size_t size = 0;
  for (const Span span : block.spans) size += span.size();
  if (size != block.range.size()) return block.spans;
  std::vector<Span> out;
  std::size_t at = 0;  // bytes of the block before this span
  for (const Span span : block.spans) {
    const std::size_t from = std::max(begin, at), to = std::min(end, at + span.size());
    if (from < to) out.push_back({span.begin + from - at, span.begin + to - at});
    at += span.size();
  }
  return out;
}

}  // namespace jianbao
