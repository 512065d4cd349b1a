#include "jianbao/records.h"

namespace jianbao {
std::vector<Clause> clauses(const Article&, const Rules&) { return {}; }
}  // namespace jianbao
