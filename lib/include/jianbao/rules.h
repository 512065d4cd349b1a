// The linguistic knowledge of the library: tables of rows, built in, to which a user may add rows of their own.
#pragma once

#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>

#include "jianbao/export.h"

namespace jianbao {

/// A rules file that cannot be read or does not fit its table. what() names file, line and fault.
class JIANBAO_EXPORT RulesError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// All tables. Immutable once made, so that any number of threads may read one object.
class JIANBAO_EXPORT Rules {
 public:
  /// The tables the library was built with. The reference stays valid for the life of the program.
  static const Rules& standard();

  /// The built-in tables with the rows of every `*.tsv` in `folder` added; a row whose first cell is the id of a
  /// built-in row replaces that row. Throws RulesError.
  explicit Rules(const std::filesystem::path& folder);

  Rules(Rules&&) noexcept;
  ~Rules();

  struct Tables;  ///< private to the library
  const Tables& tables() const { return *tables_; }

 private:
  Rules();
  std::unique_ptr<Tables> tables_;
};

/// Tables are compiled when a stage first needs them; this compiles them all, so that a wrong row is found at once. Throws
/// RulesError.
JIANBAO_EXPORT void check_rules(const Rules& rules);

}  // namespace jianbao
