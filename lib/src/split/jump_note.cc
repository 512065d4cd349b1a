#include "split/jump_note.h"

#include <algorithm>
#include <utility>

#include "notice_signs/notice_lines.h"
#include "tables/tables.h"
#include "tables/word_table.h"
#include "text/chars.h"

namespace jianbao {
namespace {

constexpr std::size_t kReach = 90;      // bytes of a line's end that a note may take
constexpr std::size_t kLongest = 300;   // and of its begin, with the title that it may repeat

}  // namespace

JumpNotes::JumpNotes(const Rules::Tables& tables) : no_end_(tables.compiled<WordTable>().beginnings("jump-no-end")) {
  const Table& table = tables.table("jumps");
  const Pattern::WordLists lists = tables.compiled<WordTable>().lists();
  for (const std::string_view list : {"jump_out", "jump_in"})
    for (const std::string& word : tables.compiled<WordTable>().list(list)) words_.add(word);
  for (const Table::Row& row : table.rows()) {
    const std::string& way = table.cell(row, "way");
    if (way != "out" && way != "in") throw RulesError(row.place + ": unknown way");
    patterns_.add(table.cell(row, "pattern"), row.place, lists);
    out_.push_back(way == "out");
  }
}

/// The note that stands at `at`, and ends with the text if it is to.
std::optional<JumpNote> JumpNotes::read(std::string_view text, std::size_t at, bool to_end) const {
  JumpNote note;
  Pattern::Match match;
  const bool found = patterns_.match_at(text, at, [&](std::size_t number, std::size_t, Pattern::Match& matched) {
    if (to_end && matched.end != text.size()) return false;
    note.out = out_[number];
    match = std::move(matched);
    return true;
  });
  if (!found) return {};
  note.at = {at, at + trim(text.substr(at, match.end - at)).size()};
  note.boxed = is_opening(char_at(text, at)) && is_closing(last_char(text.substr(0, note.at.end)));
  if (!note.boxed && no_end_.find(text, match.end)) return {};
  std::size_t letter = std::string_view::npos;
  for (const auto& [name, begin, end] : match.captures) {
    const std::string_view there = text.substr(begin, end - begin);
    if (name == "letter") letter = begin;
    else if (name == "page") note.page = text.substr(std::min(letter, begin), end - std::min(letter, begin));
    else if (name == "front") note.page = there;
    else if (name == "here") note.here = true;
    else if (name == "label") note.label = there;
    else if (name == "behind") note.behind = trim(there);
  }
  return note;
}

bool JumpNotes::may_end(char32_t last) const {
  const CharSignature::Bit bit = CharSignature::bit_of(last);
  for (std::size_t i = 0; i < patterns_.size(); ++i)
    if (patterns_[i].may_end(bit)) return true;
  return false;
}

std::optional<JumpNote> JumpNotes::at_begin(std::string_view text) const {
  if (text.empty()) return {};
  std::size_t end = std::min(text.size(), kLongest);
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;  // to the begin of a character
  const std::string_view begin = text.substr(0, end);
  if (auto note = read(begin, 0, false)) return note;
  const std::size_t bullet = bullet_length(begin);  // ▲（上接第1版）
  if (bullet == 0 || bullet == begin.size()) return {};
  auto note = read(begin, bullet, false);
  if (note) note->at.begin = 0;
  return note;
}

std::optional<JumpNote> JumpNotes::at_end(std::string_view text) const {
  if (text.empty() || !may_end(last_char(text))) return {};
  std::size_t at = text.size() - std::min(text.size(), kReach);
  while ((static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) ++at;  // to the begin of a character
  const bool boxed = is_closing(last_char(text));
  if (std::size_t word = 0; !boxed && !words_.search(text, at, word)) return {};
  for (; at < text.size(); next_char(text, at)) {
    if (boxed && !is_opening(char_at(text, at))) continue;
    if (auto note = read(text, at, true)) return note;
  }
  return {};
}

}  // namespace jianbao
