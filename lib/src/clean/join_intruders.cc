#include "clean/join_intruders.h"

#include <algorithm>
#include <array>
#include <vector>

#include "clean/continuation.h"
#include "tables/pattern.h"
#include "tables/tables.h"
#include "tables/word_table.h"
#include "text/chars.h"

namespace jianbao {
namespace {

/// mark: a pause by itself, which lines right above and below do not need.
enum class Form : unsigned char { none, note, furniture, scrap, mark, specks };

/// intruders.tsv.
class IntruderForms {
 public:
  explicit IntruderForms(const Rules::Tables& tables) {
    const Table& table = tables.table("intruders");
    const Pattern::WordLists lists = tables.compiled<WordTable>().lists();
    for (const Table::Row& row : table.rows()) {
      const std::string& kind = table.cell(row, "kind");
      if (kind != "note" && kind != "furniture" && kind != "scrap") throw RulesError(row.place + ": kind is note, furniture or scrap");
      forms_.push_back({kind == "scrap" ? Form::scrap : kind == "note" ? Form::note : Form::furniture, Pattern(table.cell(row, "pattern"), row.place, lists)});
      for (std::size_t first = 0; first < by_first_.size(); ++first)
        if (forms_.back().pattern.may_begin(static_cast<CharSignature::Bit>(first))) by_first_[first].push_back(forms_.size() - 1);
    }
  }

  /// Most forms begin or end otherwise.
  Form of(std::string_view line) const {
    const CharSignature::Bit first = CharSignature::bit_of(first_char(line)), last = CharSignature::bit_of(last_char(line));
    for (const std::size_t number : by_first_[first])
      if (const auto& [form, pattern] = forms_[number]; pattern.may_end(last) && pattern.goes_on(line, 0, nullptr)) return form;
    return Form::none;
  }

 private:
  struct Row {
    Form form;
    Pattern pattern;
  };
  std::vector<Row> forms_;
  std::array<std::vector<std::size_t>, CharSignature::kBits> by_first_;  ///< numbers of those that can begin with a character, by its place in signatures
};

/// The only Han that a rule or a speck is read for.
constexpr bool is_stroke(char32_t c) { return c == 0x4E28 || c == 0x4E36; }

/// 丨 ｜, _____, /, · · ·: no sentence has such a sign by itself, as a rule or a speck of the paper is read for. A line of a dash or of dots may be the end of one.
bool are_specks(std::string_view line) {
  constexpr std::u32string_view kSpecks = U"|｜\\/／*＊_＿~～^°￣ノ\u4E28\u4E36";
  constexpr std::u32string_view kOthers = U"-.,·—'`";
  bool any = false, parted = false;
  std::u32string others;
  for (std::size_t at = 0; at < line.size();) {
    const char32_t c = next_char(line, at);
    if (is_space(c)) {
      parted = true;
      continue;
    }
    const bool speck = kSpecks.find(c) != std::u32string_view::npos;
    if (!speck && kOthers.find(c) == std::u32string_view::npos) return false;
    any |= speck;
    if (others.find(c) == std::u32string::npos) others += c;
  }
  return any || others.size() > 1 || (parted && others != U".");
}

/// ll, i l, ZHUXI DAILY; ——: letters, or signs of one kind, which a text may need, too.
bool is_scrap(std::string_view line) {
  constexpr std::u32string_view kSigns = U"-·—'`=+&@ⅠⅡ";
  bool letters = false, signs = false;
  for (std::size_t at = 0; at < line.size();) {
    const char32_t c = next_char(line, at);
    if (is_space(c)) continue;
    const bool letter = is_ascii_letter(c);
    if (!letter && kSigns.find(c) == std::u32string_view::npos) return false;
    (letter ? letters : signs) = true;
  }
  return letters != signs;
}

Form form_of(const JoinPage& page, const PrintedLine& line) {
  constexpr std::size_t kLongest = 3 * 16;  // bytes
  if (line.end - line.begin > kLongest || line.first == '#') return Form::none;  // most lines
  const std::string_view text = page.view(line);
  const bool may_be_sign = !is_han(line.first) || is_stroke(line.first);
  if (may_be_sign && text == "、") return Form::mark;
  if (may_be_sign && are_specks(text)) return Form::specks;
  if (line.blanks > 0) return Form::none;
  if (may_be_sign && is_scrap(text)) return Form::scrap;
  return page.rules.tables().compiled<IntruderForms>().of(text);
}

/// A line of running text, whatever column it is of: joined already, or a paragraph.
bool is_running(const PrintedLine& line) {
  constexpr int kLeast = 2 * 30;
  return line.even_width == 0 || line.even_width >= kLeast;
}

/// The text breaks off above, where its column or its line is full, and goes on below.
bool is_within_text(const JoinPage& page, std::size_t begin, std::size_t end) {
  if (begin == 0 || end == page.lines.size() || page.lines[end].blanks > 0) return false;
  const PrintedLine &above = page.lines[begin - 1], &below = page.lines[end];
  const auto runs = [&](std::size_t i) { return page.lines[i].comma || page.lines[i].stop; };
  const auto runs_before = [&](std::size_t i) { return runs(i) || page.lines[i].indent > 0; };
  if (above.row || below.row || below.indent > 0 || !is_open_end(above.last) || !(page.measures.is_in_column(begin - 1) || is_running(above))) return false;
  if (!runs_before(begin - 1) && (begin < 2 || above.blanks > 0 || !runs_before(begin - 2))) return false;  // a headline
  if (!runs(end) && (end + 1 == page.lines.size() || page.next(end).blanks > 0 || !runs(end + 1))) return false;
  return page.start(below) == Start::none;
}

/// 获第⏎3⏎名, 播出公益⏎广告: the text needs the line, unless what stands above and below is one word without it. Where paragraphs begin with an indent a short
/// line above one without is the end of none.
bool is_needed(const JoinPage& page, std::size_t i, Form form) {
  const std::string_view above = page.view(page.lines[i - 1]), below = page.view(page.next(i));
  const char32_t first = page.next(i).first;
  if (form == Form::note || (form == Form::furniture && page.measures.indented())) return false;
  if (form == Form::scrap && (!(is_han(first) || is_hanging(first)) || page.measures.is_narrow(i + 1))) return true;  // the pieces of one printed line
  const double without = word_torn(above, below);
  if (form == Form::furniture) return std::max(page.word_torn(i - 1), page.word_torn(i)) >= std::max(kTornWord, without);
  return without < kTornWord && is_digit(page.lines[i].last) && (page.ends().ordinal.find(above) > 0 || seam_tail(below, page.rules).unit);
}

}  // namespace

void mark_intruders(JoinPage& page) {
  std::vector<Form> forms;
  for (std::size_t begin = 0, end = 0; begin < page.lines.size(); begin = std::max(end, begin + 1)) {
    forms.clear();
    for (end = begin; end < page.lines.size() && (end == begin || page.lines[end].blanks == 0); ++end) {
      const Form form = form_of(page, page.lines[end]);
      if (form == Form::none) break;
      forms.push_back(form);
    }
    if (forms.empty()) continue;  // most lines
    const bool within = page.lines[begin].blanks == 0 && is_within_text(page, begin, end);
    for (std::size_t i = begin; i < end; ++i) {
      const Form form = forms[i - begin];
      const bool closed_up = form == Form::mark && page.lines[i].blanks == 0 && i + 1 < page.lines.size() && page.next(i).blanks == 0 && page.next(i).indent == 0;
      page.lines[i].intrudes = form == Form::specks || closed_up || (within && (page.measures.is_narrow(i) || is_running(page.lines[begin - 1])) && !is_needed(page, i, form));
    }
  }
}

}  // namespace jianbao
