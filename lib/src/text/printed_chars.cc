#include "text/printed_chars.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "text/chars.h"

namespace jianbao {
namespace {

using Form = std::pair<char32_t, char32_t>;  // simplified, traditional

/// All traditional characters, by their simplified forms: thousands of words are added when tables are compiled for a user's rules.
const std::vector<Form>& traditional_forms() {
  static const std::vector<Form> forms = [] {
    std::vector<Form> all;
    for (char32_t c = SimplifiedForms::kFirst; c <= SimplifiedForms::kLast; ++c)
      if (fold(c) != c) all.emplace_back(fold(c), c);
    std::sort(all.begin(), all.end());
    return all;
  }();
  return forms;
}

}  // namespace

void PrintedChars::add(char32_t c) {
  const char32_t folded = fold(c);
  set(folded);
  const std::vector<Form>& forms = traditional_forms();
  for (auto form = std::lower_bound(forms.begin(), forms.end(), Form(folded, 0)); form != forms.end() && form->first == folded; ++form) set(form->second);
  if (is_han(folded)) return;
  for (char32_t half = 0; half < kFullWidth.size(); ++half)
    if (fold(half) == folded) set(half);
  for (char32_t full = 0xFF10; full <= 0xFF5A; ++full)
    if (fold(full) == folded) set(full);
}

}  // namespace jianbao
