#include "clean/clean_rules.h"

#include <algorithm>

#include "jianbao/clean.h"

namespace jianbao {

RuleSet::RuleSet(const std::vector<std::string>& only, const std::vector<std::string>& without) {
  const auto listed = [](const std::vector<std::string>& names, std::string_view rule) {
    return std::any_of(names.begin(), names.end(), [&](const std::string& name) { return names_rule(name, rule); });
  };
  for (std::size_t i = 0; i < kRuleNames.size(); ++i)
    on_[i] = (only.empty() || listed(only, kRuleNames[i])) && !listed(without, kRuleNames[i]);
}

std::span<const std::string_view> cleaning_rules() { return kRuleNames; }

bool is_cleaning_rule(std::string_view name) {
  return std::any_of(kRuleNames.begin(), kRuleNames.end(), [&](std::string_view rule) { return names_rule(name, rule); });
}

}  // namespace jianbao
