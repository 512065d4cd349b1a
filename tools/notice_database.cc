#include "notice_database.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <cstdint>
#include <filesystem>
#include <stdexcept>

namespace tools {
namespace {

// The columns are those that -f csv prints; what only some kinds have stands in `record`, the JSON of jb-notices.
constexpr const char* kSchema = R"(
CREATE TABLE IF NOT EXISTS notices (
  key INTEGER PRIMARY KEY, source TEXT NOT NULL, page TEXT NOT NULL, article TEXT NOT NULL, id TEXT NOT NULL,
  kind TEXT NOT NULL, title TEXT, text TEXT NOT NULL, signatory TEXT, date TEXT, deadline_days REAL,
  court TEXT, case_number TEXT, credit_code TEXT, capital_before REAL, capital_after REAL, flags TEXT, record TEXT NOT NULL,
  UNIQUE (source, id));
CREATE INDEX IF NOT EXISTS notices_kind ON notices (kind, date);
CREATE TABLE IF NOT EXISTS items (
  notice INTEGER NOT NULL REFERENCES notices ON DELETE CASCADE, position INTEGER NOT NULL,
  name TEXT, count REAL, unit TEXT, numbers TEXT, issuer TEXT, issued TEXT, amount REAL, currency TEXT,
  PRIMARY KEY (notice, position)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS parties (
  notice INTEGER NOT NULL REFERENCES notices ON DELETE CASCADE, position INTEGER NOT NULL, name TEXT NOT NULL, type TEXT NOT NULL,
  PRIMARY KEY (notice, position)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS parties_name ON parties (name);
CREATE TABLE IF NOT EXISTS phones (
  notice INTEGER NOT NULL REFERENCES notices ON DELETE CASCADE, position INTEGER NOT NULL, phone TEXT NOT NULL,
  PRIMARY KEY (notice, position)) WITHOUT ROWID;
)";

[[noreturn]] void fail(sqlite3* database, const std::string& what) {
  throw std::runtime_error(fmt::format("{}: {}", what, database ? sqlite3_errmsg(database) : "no memory"));
}

void execute(sqlite3* database, const char* sql) {
  if (sqlite3_exec(database, sql, nullptr, nullptr, nullptr) != SQLITE_OK) fail(database, "database");
}

const jianbao::FieldValue* find_field(const jianbao::Notice& notice, std::string_view name) {
  for (const auto& [key, value] : notice.fields)
    if (key == name) return &value;
  return nullptr;
}

std::string joined(const std::vector<std::string>& list) { return fmt::format("{}", fmt::join(list, ", ")); }

/// FNV-1a, 64 bits: enough to tell the pages of one database apart.
std::uint64_t hash_of(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325;
  for (const char byte : text) hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001b3;
  return hash;
}

/// A file's own name, whatever folder the tool was started in; what came without one is known by its text.
std::string source_name(const jianbao::Page& page) {
  if (page.source.empty()) return fmt::format("stdin:{:016x}", hash_of(page.text));
  std::error_code error;
  const auto path = std::filesystem::absolute(page.source, error);
  return error ? page.source : path.lexically_normal().string();
}

}  // namespace

/// A prepared statement; values are bound in order.
class Statement {
 public:
  Statement(sqlite3* database, const char* sql) : database_(database) {
    if (sqlite3_prepare_v2(database, sql, -1, &statement_, nullptr) != SQLITE_OK) fail(database, "database");
  }
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;
  ~Statement() { sqlite3_finalize(statement_); }

  template <class... Values>
  void run(const Values&... values) {
    sqlite3_reset(statement_);
    sqlite3_clear_bindings(statement_);
    int place = 0;
    (bind(++place, values), ...);
    if (sqlite3_step(statement_) != SQLITE_DONE) fail(database_, "database");
    sqlite3_reset(statement_);
  }

  /// The first column of all rows.
  std::vector<std::string> texts(const std::string& value) {
    sqlite3_reset(statement_);
    sqlite3_clear_bindings(statement_);
    bind(1, value);
    std::vector<std::string> found;
    while (sqlite3_step(statement_) == SQLITE_ROW)
      found.emplace_back(reinterpret_cast<const char*>(sqlite3_column_text(statement_, 0)), static_cast<std::size_t>(sqlite3_column_bytes(statement_, 0)));
    sqlite3_reset(statement_);
    return found;
  }

 private:
  void bind(int place, sqlite3_int64 value) { sqlite3_bind_int64(statement_, place, value); }
  void bind(int place, const std::string& value) {  // what is not known is NULL, never empty
    if (!value.empty()) sqlite3_bind_text(statement_, place, value.data(), static_cast<int>(value.size()), SQLITE_TRANSIENT);
  }
  void bind(int place, const std::optional<double>& value) {
    if (value) sqlite3_bind_double(statement_, place, *value);
  }
  void bind(int place, const jianbao::FieldValue* value) {
    if (!value) return;
    if (const auto* text = std::get_if<std::string>(value)) bind(place, *text);
    else if (const auto* number = std::get_if<double>(value)) sqlite3_bind_double(statement_, place, *number);
    else bind(place, joined(std::get<std::vector<std::string>>(*value)));
  }

  sqlite3* database_;
  sqlite3_stmt* statement_ = nullptr;
};

struct NoticeDatabase::Statements {
  explicit Statements(sqlite3* database)
      : remove_page(database, "DELETE FROM notices WHERE source = ?1 AND page = ?2 AND (?3 IS NULL OR instr(?3, ',' || kind || ','))"),
        remove(database, "DELETE FROM notices WHERE source = ifnull(?1, '') AND article = ?2 AND (?3 IS NULL OR instr(?3, ',' || kind || ','))"),
        sources(database, "SELECT DISTINCT source FROM notices WHERE page = ? LIMIT 2"),
        notice(database, "INSERT INTO notices (source, page, article, id, kind, title, text, signatory, date, deadline_days, court, "
                         "case_number, credit_code, capital_before, capital_after, flags, record) "
                         "VALUES (ifnull(?, ''), ?, ?, ?, ?, ?, ifnull(?, ''), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        item(database, "INSERT INTO items VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        party(database, "INSERT INTO parties VALUES (?, ?, ?, ?)"),
        phone(database, "INSERT INTO phones VALUES (?, ?, ?)") {}
  Statement remove_page, remove, sources, notice, item, party, phone;
};

NoticeDatabase::NoticeDatabase() = default;

NoticeDatabase::~NoticeDatabase() {
  statements_.reset();
  sqlite3_close(database_);
}

void NoticeDatabase::open(const std::string& file, const std::vector<std::string>& kinds) {
  if (!kinds.empty()) kinds_ = fmt::format(",{},", fmt::join(kinds, ","));
  try {
    if (sqlite3_open(file.c_str(), &database_) != SQLITE_OK) fail(database_, "database");
    sqlite3_busy_timeout(database_, 10000);
    execute(database_, "PRAGMA foreign_keys = ON");
    execute(database_, "BEGIN IMMEDIATE");
    execute(database_, kSchema);
    statements_ = std::make_unique<Statements>(database_);
  } catch (const std::runtime_error& error) {
    throw std::invalid_argument(fmt::format("{}: {} (is it a database of another program?)", file, error.what()));
  }
}

void NoticeDatabase::replace(const jianbao::Page* page, const std::vector<jianbao::Article>& articles,
                             const std::vector<std::vector<jianbao::Notice>>& notices) {
  const std::lock_guard lock(mutex_);
  if (page) statements_->remove_page.run(source_name(*page), page->id, kinds_);
  for (std::size_t i = 0; i < articles.size(); ++i) {
    const std::string source = page ? source_name(*page) : source_of(articles[i].page);
    if (!page) statements_->remove.run(source, articles[i].id, kinds_);
    for (const jianbao::Notice& notice : notices[i]) insert(source, articles[i], notice);
  }
}

/// The only source that a page of this id has so far; empty where there is none, or more than one.
std::string NoticeDatabase::source_of(const std::string& page) {
  const std::vector<std::string> found = statements_->sources.texts(page);
  return found.size() == 1 ? found.front() : std::string();
}

void NoticeDatabase::insert(const std::string& source, const jianbao::Article& article, const jianbao::Notice& n) {
  std::string record;
  jianbao::write_json(record, n);
  record.pop_back();  // the line feed
  statements_->notice.run(source, article.page, article.id, n.id, n.kind, n.title, n.text, n.signatory, n.date, n.deadline_days,
                          find_field(n, "court"), find_field(n, "case_number"), find_field(n, "credit_code"),
                          find_field(n, "capital_before"), find_field(n, "capital_after"), joined(n.flags), record);
  const sqlite3_int64 key = sqlite3_last_insert_rowid(database_);
  sqlite3_int64 place = 0;
  for (const jianbao::Item& i : n.items)
    statements_->item.run(key, ++place, i.name, i.count, i.unit, joined(i.numbers), i.issuer, i.issued, i.amount, i.currency);
  place = 0;
  for (const jianbao::Party& p : n.parties) statements_->party.run(key, ++place, p.name, std::string(p.organization ? "organization" : "person"));
  place = 0;
  for (const std::string& phone : n.phones) statements_->phone.run(key, ++place, phone);
}

void NoticeDatabase::close() {
  if (!database_) return;
  execute(database_, "COMMIT");
}

}  // namespace tools
