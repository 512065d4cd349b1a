// Notices in a SQLite database: tables notices, items, parties and phones.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <vector>

#include "jianbao/jianbao.h"

struct sqlite3;
struct sqlite3_stmt;

namespace tools {

/// A page is known by its digest, so that it may be written twice, by whatever way it came: no duplicates, no remains. What a
/// file held before goes with what it holds now; a page without a file that is known stays, as nobody can tell which it was.
/// Articles may come from several threads. Everything is one transaction, ended by close(); without it nothing is kept.
class NoticeDatabase {
 public:
  NoticeDatabase();
  ~NoticeDatabase();

  /// Creates the tables where they are missing. Only notices of these kinds are replaced; none: all are.
  /// Throws std::invalid_argument where the file is no database, one with other tables of these names, or of a former version.
  void open(const std::string& file, const std::vector<std::string>& kinds);

  /// The notices of each article of a page of `file` (empty: not known); what was stored of it goes. Without a page the articles
  /// came as records: what was stored of each goes.
  void replace(const std::string& file, const jianbao::Page* page, const std::vector<jianbao::Article>& articles,
               const std::vector<std::vector<jianbao::Notice>>& notices);

  /// `whole`: all that was to be read was.
  void close(bool whole);

 private:
  struct Statements;
  void note(const std::string& digest, const std::string& source, const std::string& page);
  void insert(const std::string& source, const std::string& digest, const jianbao::Article& article, const jianbao::Notice& notice);
  void drop_former(bool whole);
  void give_name(const std::string& digest);

  std::mutex mutex_;
  std::string kinds_;  ///< `,lost_seal,auction,`; empty for all
  std::set<std::string> seen_;                          ///< digests of the pages of this run
  std::map<std::string, std::set<std::string>> files_;  ///< of this run, and the ids of their pages
  sqlite3* database_ = nullptr;
  std::unique_ptr<Statements> statements_;
};

}  // namespace tools
