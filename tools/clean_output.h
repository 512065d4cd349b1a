// What jb-clean writes about a page beside its text.
#pragma once

#include <map>
#include <mutex>
#include <string>

#include "jianbao/page.h"

namespace tools {

/// Each line that changed, as it was and as it is; `colour` marks the places with the escapes of a terminal.
std::string diff(const jianbao::Page& page, bool colour);

/// One line that says how much of a page changes; empty where nothing does.
std::string changes(const jianbao::Page& page);

/// Counts of edits and doubts by rule, over all pages. Pages may come from several threads.
class Statistics {
 public:
  void add(const jianbao::Page& page);
  bool empty() const { return edits_.empty(); }
  void print() const;

 private:
  std::mutex mutex_;
  std::map<std::string, std::size_t> edits_, doubts_;
};

}  // namespace tools
