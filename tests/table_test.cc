// Tables of linguistic knowledge: reading, merging, and what is said about a wrong one.
#include "tables/tables.h"
#include "text/table.h"

#include <filesystem>
#include <fstream>

#include "catch.h"
#include "jianbao/rules.h"

using namespace jianbao;

namespace {

/// A folder of rules with one file, gone at the end.
struct RulesFolder {
  std::filesystem::path path = std::filesystem::temp_directory_path() / "jianbao-rules-test";
  RulesFolder(const std::string& file, const std::string& text) {
    std::filesystem::create_directory(path);
    std::ofstream(path / file, std::ios::binary) << text;
  }
  ~RulesFolder() { std::filesystem::remove_all(path); }
};

std::string fault_of(const std::string& text) {
  try {
    Table("t", text);
  } catch (const RulesError& error) {
    return error.what();
  }
  return {};
}

}  // namespace

TEST_CASE("a table is lines of cells under a line of column names") {
  const Table table("t", "# a note\n\nid\tpattern\texample\n a \t b c \tx\n\nd\te\n");
  REQUIRE(table.rows().size() == 2);
  CHECK(table.columns() == std::vector<jianbao::Cell>{"id", "pattern", "example"});
  CHECK(table.cell(table.rows()[0], "pattern") == "b c");
  CHECK(table.cell(table.rows()[1], "example").empty());
  CHECK(table.rows()[1].place == "t:6");
  CHECK_THROWS_AS(table.cell(table.rows()[0], "no such"), RulesError);
}

TEST_CASE("a fault of a table names its file and line") {
  CHECK(fault_of("id\tpattern\na\tb\tc\n") == "t:2: more cells than columns");
  CHECK(fault_of("id\tpattern\n\tb\n") == "t:2: the row has no id");
}

TEST_CASE("rows of a user replace those of the same id and are added else") {
  Table table("t", "id\tv\na\t1\nb\t2\n");
  table.merge(Table("own", "id\tv\nb\t3\nc\t4\n"));
  REQUIRE(table.rows().size() == 3);
  CHECK(table.rows()[1].cells == std::vector<jianbao::Cell>{"b", "3"});
  CHECK(table.rows()[2].cells == std::vector<jianbao::Cell>{"c", "4"});
  CHECK_THROWS_AS(table.merge(Table("other", "id\tw\n")), RulesError);
  CHECK_THROWS_AS(table.merge(Table("other", "v\tid\n")), RulesError);
}

TEST_CASE("a table of a user may leave columns out") {
  Table table("t", "id\tv\tw\na\t1\t2\n");
  table.merge(Table("own", "id\tw\nb\t3\n"));
  CHECK(table.rows()[1].cells == std::vector<jianbao::Cell>{"b", "", "3"});
}

TEST_CASE("a folder of rules is merged into the built-in tables") {
  const Table& standard = Rules::standard().tables().table("numbering");
  const RulesFolder folder("numbering.tsv", "id\texample\nown-style\t〖一〗\n");
  const Rules rules(folder.path);
  const auto& rows = rules.tables().table("numbering").rows();
  CHECK(rows.size() == standard.rows().size() + 1);
  CHECK(rows.back().cells[0] == "own-style");
}

TEST_CASE("a folder that is none, or a table of no known name, is an error") {
  CHECK_THROWS_AS(Rules(std::filesystem::path("/no/such/folder")), RulesError);
  const RulesFolder folder("nosuch.tsv", "id\n");
  CHECK_THROWS_AS(Rules(folder.path), RulesError);
}

TEST_CASE("a cell may hold a list") {
  CHECK(split_cell(" a  b ") == std::vector<std::string>{"a", "b"});
  CHECK(split_cell("甲|乙|", '|') == std::vector<std::string>{"甲", "乙"});
  CHECK(split_cell("").empty());
}
