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

/// What an article's notices were before is replaced, so that a page may be written twice: no duplicates, no remains.
/// Articles may come from several threads. Everything is one transaction, ended by close(); without it nothing is kept.
class NoticeDatabase {
 public:
  NoticeDatabase();
  ~NoticeDatabase();

  /// Creates the tables where they are missing. Throws std::invalid_argument where the file is no database.
  void open(const std::string& file);

  /// `source`: name of the page's file, which tells pages of one id apart; empty where it is not known.
  void replace(const std::string& source, const jianbao::Article& article, const std::vector<jianbao::Notice>& notices);

  void close();

 private:
  struct Statements;
  void add(const std::string& source, const jianbao::Article& article, const jianbao::Notice& notice);

  std::mutex mutex_;
  sqlite3* database_ = nullptr;
  std::unique_ptr<Statements> statements_;
};

}  // namespace tools
