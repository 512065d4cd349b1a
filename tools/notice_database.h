// Notices in a SQLite database: tables notices, items, parties and phones.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "jianbao/jianbao.h"

struct sqlite3;
struct sqlite3_stmt;

namespace tools {

/// What a page's notices were before is replaced, so that a page may be written twice: no duplicates, no remains.
/// Articles may come from several threads. Everything is one transaction, ended by close(); without it nothing is kept.
class NoticeDatabase {
 public:
  NoticeDatabase();
  ~NoticeDatabase();

  /// Creates the tables where they are missing. Only notices of these kinds are replaced; none: all are.
  /// Throws std::invalid_argument where the file is no database, or one with other tables of these names.
  void open(const std::string& file, const std::vector<std::string>& kinds);

  /// The notices of each article of a page. All that the page held before goes; a page of standard input is known by its text.
  /// Without a page the articles came as records: what each held before goes, and its file is the one known to have its page.
  void replace(const jianbao::Page* page, const std::vector<jianbao::Article>& articles,
               const std::vector<std::vector<jianbao::Notice>>& notices);

  void close();

 private:
  struct Statements;
  void insert(const std::string& source, const jianbao::Article& article, const jianbao::Notice& notice);
  std::string source_of(const std::string& page);

  std::mutex mutex_;
  std::string kinds_;  ///< `,lost_seal,auction,`; empty for all
  sqlite3* database_ = nullptr;
  std::unique_ptr<Statements> statements_;
};

}  // namespace tools
