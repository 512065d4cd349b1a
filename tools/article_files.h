// A file for each article.
#pragma once

#include <filesystem>
#include <mutex>
#include <set>
#include <string>

#include "jianbao/jianbao.h"
#include "messages.h"

namespace tools {

/// Writes articles as Markdown to `DIR/ID.md`, `/` in an id as `-`. Files of an earlier run are replaced; an id that comes twice
/// in one run is an error, because the second would take the place of the first. Safe to use from several threads.
class ArticleFiles {
 public:
  /// Makes the folder where there is none; throws std::invalid_argument where that cannot be.
  void open(const std::string& folder);

  void write(const jianbao::Article& article);

  /// 1 where a file could not be written; each is named on standard error when it happens.
  int status() const { return messages_.status(); }

 private:
  void fail(const std::filesystem::path& path, const std::string& why);

  std::filesystem::path folder_;
  std::mutex mutex_;
  std::set<std::string> names_;
  Messages messages_{"jb-split"};
};

}  // namespace tools
