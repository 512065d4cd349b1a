// Records in the form a user chose: JSON Lines, a table, Markdown or plain text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "jianbao/jianbao.h"

namespace tools {

enum class Format { jsonl, csv, tsv, md, text };

/// What a table's rows are: each kind has columns of its own; `mixed` has those that all kinds share.
enum class Kind { article, heading, clause, notice, mixed, item };

/// Turns records into bytes; holds no state between records, so that units may be written in any order and joined.
class Output {
 public:
  /// `guard`: no cell of a table is a formula to a spreadsheet.
  Output(Format format, Kind kind, bool guard = false) : format_(format), kind_(kind), guard_(guard) {}

  /// What stands before the first record: a table's line of column names.
  std::string header() const;

  void write(const jianbao::Article& article);
  void write(const jianbao::Heading& heading);

  /// What stands over the headings of an article where they are written for reading: its id and title.
  void write_title(const jianbao::Article& article);
  void end_tree();  ///< an empty line

  void write(const jianbao::Clause& clause);
  void write(const jianbao::Notice& notice);

  /// One row for each thing of a notice; nothing for a notice without any. Other forms than tables: the notice.
  void write_items(const jianbao::Notice& notice);

  /// Makes room for what is to be written, about.
  void reserve(std::size_t bytes) { bytes_.reserve(bytes); }

  std::string take() { return std::move(bytes_); }

 private:
  using Cells = std::vector<std::string>;
  void row(const Cells& cells);
  template <class Record, class CellsOf>
  void write_record(const Record& record, CellsOf cells);  ///< `cells`: makes them, for the formats that have a row

  Format format_;
  Kind kind_;
  bool guard_;
  std::string bytes_;
};

}  // namespace tools
