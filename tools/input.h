// Files and streams, unit by unit: a page of a text stream or a record of a record stream.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "messages.h"

namespace tools {

/// One piece of input as it came.
struct Unit {
  std::string bytes;
  std::string file;          ///< as named on the command line; empty for standard input
  std::string id;            ///< for what has none of its own, unique in a run: see Input
  std::string encoding;      ///< forced or found; empty: find it
  std::size_t line = 0;      ///< of a record: its line in the file; 0: the unit is a page of text
  std::size_t offset = 0;    ///< of a page of text: where it begins in the file, in bytes
  bool cut = false;          ///< the page was too long, and goes on in the next unit
  bool feed = false;         ///< the bytes end with the form feed that ends the file
};

/// What to read, and how.
struct Reading {
  std::vector<std::string> files;  ///< none: standard input; the name `-` also stands for it
  std::string encoding;            ///< empty: found from the content
  std::size_t max_page = std::size_t{64} << 20;  ///< bytes; a longer page of text is cut
  bool records_only = false;       ///< a file that holds text is reported and passed over
};

/// Reads the files one after the other and holds no more than one unit (and one buffer) at a time.
/// Pages of text are named by their file's stem and are numbered from the second on (`x`, `x#2`), records by stem and line
/// (`x#1`). Numbers go on through other files of the same stem, so that no two pages have one id; a file that is named again has
/// the ids again.
class Input {
 public:
  Input(Reading reading, Messages& messages);
  ~Input();
  Input(const Input&) = delete;
  Input& operator=(const Input&) = delete;

  /// The next unit; false at the end. A file that cannot be read is reported and passed over.
  bool next(Unit& unit);

 private:
  bool open_next();
  void close();
  bool fill();
  bool take_until(char end, std::size_t most, std::string& out);
  bool take_page(Unit& unit);
  bool take_rest(std::string& out);
  void start_file();
  bool narrow_records();
  std::string find_record_encoding() const;
  void start_numbers();
  std::size_t next_number();
  bool is_wide() const;
  std::string_view shown_name() const;

  Reading reading_;
  Messages& messages_;
  std::size_t file_ = 0;
  int handle_ = -1;
  bool at_end_ = true, wide_ = false, broken_ = false, records_ = false;
  std::string name_, stem_, buffer_, record_encoding_;
  std::unique_ptr<char[]> chunk_;            // what is read at once
  std::size_t at_ = 0;                       // in buffer_
  std::size_t line_ = 0, offset_ = 0;
  std::map<std::string, std::size_t> counts_;  // of pages or lines so far, by stem
  std::map<std::string, std::size_t> begins_;  // of those before a file, by its path
  std::size_t number_ = 0;                     // of the last page or line
  bool cut_ = false;                         // the last text taken was longer than it may be
};

}  // namespace tools
