#include "notice_database.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <stdexcept>

namespace tools {
namespace {

// What only some kinds have stands in `record`, the JSON of jb-notices, and what only some items have in their `fields`. `pages` says
// under which names a page was read: more than one where copies of a file were; an empty source where it came through a pipe.
constexpr const char* kSchema = R"(
CREATE TABLE IF NOT EXISTS pages (
  digest TEXT NOT NULL, source TEXT NOT NULL, page TEXT NOT NULL, PRIMARY KEY (source, page, digest)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS pages_digest ON pages (digest);
CREATE TABLE IF NOT EXISTS notices (
  key INTEGER PRIMARY KEY, digest TEXT NOT NULL, source TEXT, page TEXT NOT NULL, article TEXT NOT NULL, id TEXT NOT NULL,
  kind TEXT NOT NULL, title TEXT, text TEXT NOT NULL, signatory TEXT, date TEXT, deadline_days INTEGER,
  court TEXT, case_number TEXT, credit_code TEXT, capital_before REAL, capital_after REAL, flags TEXT, record TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS notices_digest ON notices (digest);
CREATE INDEX IF NOT EXISTS notices_source ON notices (source);
CREATE INDEX IF NOT EXISTS notices_kind ON notices (kind, date);
CREATE TABLE IF NOT EXISTS items (
  notice INTEGER NOT NULL REFERENCES notices ON DELETE CASCADE, position INTEGER NOT NULL,
  name TEXT, count INTEGER, unit TEXT, numbers TEXT, issuer TEXT, issued TEXT, amount REAL, currency TEXT, fields TEXT,
  PRIMARY KEY (notice, position)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS parties (
  notice INTEGER NOT NULL REFERENCES notices ON DELETE CASCADE, position INTEGER NOT NULL, name TEXT NOT NULL, type TEXT NOT NULL,
  PRIMARY KEY (notice, position)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS parties_name ON parties (name);
CREATE TABLE IF NOT EXISTS phones (
  notice INTEGER NOT NULL REFERENCES notices ON DELETE CASCADE, position INTEGER NOT NULL, phone TEXT NOT NULL,
  PRIMARY KEY (notice, position)) WITHOUT ROWID;
)";

// Tables of former versions do not say which text a notice was read from.
constexpr const char* kFormer = R"(
SELECT 1 WHERE EXISTS (SELECT 1 FROM pragma_table_info('notices') WHERE name = 'record')
           AND NOT EXISTS (SELECT 1 FROM pragma_table_info('notices') WHERE name = 'digest'))";

// Items of former versions have no column for the fields that only some of them have.
constexpr const char* kWithoutFields = "SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM pragma_table_info('items') WHERE name = 'fields')";

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

/// FNV-1a, 64 bits: enough to tell the notices of one database apart.
std::uint64_t hash_of(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325;
  for (const char byte : text) hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001b3;
  return hash;
}

/// A file's own name, whatever folder the tool was started in; empty for a pipe.
std::string whole_name(const std::string& file) {
  if (file.empty()) return file;
  std::error_code error;
  const auto path = std::filesystem::absolute(file, error);
  return error ? file : path.lexically_normal().string();
}

/// What stands behind the page's id in that of an article or a notice: the same however the page is named.
std::string behind_page(const std::string& id, const std::string& page) { return id.starts_with(page) ? id.substr(page.size()) : id; }

/// An article record of a stranger may lack the digest of its page; then the article is all that is known of it.
std::string digest_of(const jianbao::Article& article) {
  return article.digest.empty() ? fmt::format("{:016x}", hash_of(article.id + '\n' + article.text)) : article.digest;
}

/// As JSON; empty where there are none.
std::string json_of(const jianbao::Fields& fields) {
  std::string json;
  if (!fields.empty()) jianbao::write_json(json, fields);
  return json;
}

/// A notice has one key, as often as its page is written.
sqlite3_int64 key_of(const std::string& digest, const std::string& place) { return static_cast<sqlite3_int64>(hash_of(digest + place) >> 1); }

/// Why no database can be there; empty where one can.
std::string obstacle(const std::string& file) {
  const std::filesystem::path path(file);
  std::error_code error;
  if (std::filesystem::is_directory(path, error)) return "Is a directory";
  const std::filesystem::path folder = path.parent_path();
  return folder.empty() || std::filesystem::is_directory(folder, error) ? std::string() : fmt::format("there is no folder '{}'", folder.string());
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

  /// All rows, as texts.
  template <class... Values>
  std::vector<std::vector<std::string>> rows(const Values&... values) {
    sqlite3_reset(statement_);
    sqlite3_clear_bindings(statement_);
    int place = 0;
    (bind(++place, values), ...);
    std::vector<std::vector<std::string>> found;
    int state = 0;
    while ((state = sqlite3_step(statement_)) == SQLITE_ROW) {
      auto& row = found.emplace_back();
      for (int i = 0; i < sqlite3_column_count(statement_); ++i) {
        const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement_, i));
        row.emplace_back(text ? text : "", static_cast<std::size_t>(sqlite3_column_bytes(statement_, i)));
      }
    }
    if (state != SQLITE_DONE) fail(database_, "database");
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
  /// A column of numbers holds numbers only: of the several capitals of a division none is the amount, and `record` has them.
  void bind(int place, const jianbao::FieldValue* value) {
    if (!value) return;
    if (const auto* text = std::get_if<std::string>(value)) bind(place, *text);
    else if (const auto* number = std::get_if<double>(value)) sqlite3_bind_double(statement_, place, *number);
    else if (const auto* texts = std::get_if<std::vector<std::string>>(value)) bind(place, joined(*texts));
  }

  sqlite3* database_;
  sqlite3_stmt* statement_ = nullptr;
};

struct NoticeDatabase::Statements {
  explicit Statements(sqlite3* database)
      : name(database, "INSERT OR IGNORE INTO pages VALUES (?, ifnull(?, ''), ifnull(?, ''))"),
        names(database, "SELECT source, page FROM pages WHERE digest = ? ORDER BY source = '', source, page"),
        named(database, "SELECT page, digest FROM pages WHERE source = ?"),
        forget(database, "DELETE FROM pages WHERE source = ifnull(?, '') AND page = ifnull(?, '') AND digest = ?"),
        remove_page(database, "DELETE FROM notices WHERE digest = ?1 AND (?2 IS NULL OR instr(?2, ',' || kind || ','))"),
        remove(database, "DELETE FROM notices WHERE digest = ?1 AND substr(article, length(page) + 1) = ?2 AND (?3 IS NULL OR instr(?3, ',' || kind || ','))"),
        rename(database, "UPDATE notices SET source = ?2, page = ifnull(?3, ''), article = ifnull(?3, '') || substr(article, length(page) + 1), "
                         "id = ifnull(?3, '') || substr(id, length(page) + 1), record = json_set(record, '$.id', ifnull(?3, '') || substr(id, length(page) + 1), "
                         "'$.article', ifnull(?3, '') || substr(article, length(page) + 1)) "
                         "WHERE digest = ?1 AND (source IS NOT ?2 OR page <> ifnull(?3, ''))"),
        notice(database, "INSERT OR REPLACE INTO notices (key, digest, source, page, article, id, kind, title, text, signatory, date, deadline_days, court, "
                         "case_number, credit_code, capital_before, capital_after, flags, record) "
                         "VALUES (?, ?, ?, ifnull(?, ''), ?, ?, ?, ?, ifnull(?, ''), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        item(database, "INSERT INTO items (notice, position, name, count, unit, numbers, issuer, issued, amount, currency, fields) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        party(database, "INSERT INTO parties VALUES (?, ?, ?, ?)"),
        phone(database, "INSERT INTO phones VALUES (?, ?, ?)") {}
  Statement name, names, named, forget, remove_page, remove, rename, notice, item, party, phone;
};

NoticeDatabase::NoticeDatabase() = default;

NoticeDatabase::~NoticeDatabase() {
  statements_.reset();
  sqlite3_close(database_);
}

void NoticeDatabase::open(const std::string& file, const std::vector<std::string>& kinds) {
  if (!kinds.empty()) kinds_ = fmt::format(",{},", fmt::join(kinds, ","));
  if (const std::string why = obstacle(file); !why.empty()) throw std::invalid_argument(fmt::format("{}: {}", file, why));
  try {
    if (sqlite3_open(file.c_str(), &database_) != SQLITE_OK) fail(database_, "database");
    sqlite3_busy_timeout(database_, 10000);
    execute(database_, "PRAGMA foreign_keys = ON");
    execute(database_, "PRAGMA secure_delete = ON");  // what --mask replaces is to be found nowhere in the file
    execute(database_, "BEGIN IMMEDIATE");
    if (!Statement(database_, kFormer).rows().empty())
      throw std::invalid_argument(fmt::format("{}: made by a former version, which did not store what text a notice is from: write the pages into a new file", file));
    execute(database_, kSchema);
    if (!Statement(database_, kWithoutFields).rows().empty()) execute(database_, "ALTER TABLE items ADD COLUMN fields TEXT");
    statements_ = std::make_unique<Statements>(database_);
  } catch (const std::runtime_error& error) {
    const int code = sqlite3_errcode(database_);
    const bool foreign = code != SQLITE_CANTOPEN && code != SQLITE_READONLY && code != SQLITE_BUSY;
    throw std::invalid_argument(fmt::format("{}: {}{}", file, error.what(), foreign ? " (is it a database of another program?)" : ""));
  }
}

void NoticeDatabase::replace(const std::string& file, const jianbao::Page* page, const std::vector<jianbao::Article>& articles,
                             const std::vector<std::vector<jianbao::Notice>>& notices) {
  const std::lock_guard lock(mutex_);
  const std::string source = whole_name(file);
  if (page) {
    const std::string digest = page->digest();
    note(digest, source, page->id);
    statements_->remove_page.run(digest, kinds_);
  }
  for (std::size_t i = 0; i < articles.size(); ++i) {
    const jianbao::Article& article = articles[i];
    const std::string digest = digest_of(article);
    if (!page) {
      note(digest, source, article.page);
      statements_->remove.run(digest, behind_page(article.id, article.page), kinds_);
    }
    for (const jianbao::Notice& notice : notices[i]) insert(source, digest, article, notice);
  }
}

void NoticeDatabase::note(const std::string& digest, const std::string& source, const std::string& page) {
  statements_->name.run(digest, source, page);
  seen_.insert(digest);
  if (!source.empty()) files_[source].insert(page);
}

/// Texts that a file held before and holds no more. Where not all of it was read, only those of pages that were.
void NoticeDatabase::drop_former(bool whole) {
  for (const auto& [source, pages] : files_)
    for (const auto& row : statements_->named.rows(source)) {
      const std::string &page = row[0], &digest = row[1];
      if (seen_.contains(digest)) {
        if (!pages.contains(page)) statements_->forget.run(source, page, digest);  // it is there under another number
        continue;
      }
      if (!whole && !pages.contains(page)) continue;
      const auto names = statements_->names.rows(digest);
      const bool elsewhere = std::any_of(names.begin(), names.end(), [&](const auto& name) { return name[0] != source; });
      if (kinds_.empty()) statements_->forget.run(source, page, digest);
      if (elsewhere) give_name(digest);
      else statements_->remove_page.run(digest, kinds_);
    }
}

/// The notices of a page go by the first of its names; one that it had in a pipe counts only until a file is known.
void NoticeDatabase::give_name(const std::string& digest) {
  const auto names = statements_->names.rows(digest);
  if (names.empty()) return;
  const std::vector<std::string>& first = names.front();
  if (!first[0].empty())
    for (const auto& name : names)
      if (name[0].empty()) statements_->forget.run(name[0], name[1], digest);
  statements_->rename.run(digest, first[0], first[1]);
}

void NoticeDatabase::insert(const std::string& source, const std::string& digest, const jianbao::Article& article, const jianbao::Notice& n) {
  std::string record;
  jianbao::write_json(record, n);
  record.pop_back();  // the line feed
  const sqlite3_int64 key = key_of(digest, behind_page(n.id, article.page));
  statements_->notice.run(key, digest, source, article.page, article.id, n.id, n.kind, n.title, n.text, n.signatory, n.date, n.deadline_days,
                          find_field(n, "court"), find_field(n, "case_number"), find_field(n, "credit_code"),
                          find_field(n, "capital_before"), find_field(n, "capital_after"), joined(n.flags), record);
  sqlite3_int64 place = 0;
  for (const jianbao::Item& i : n.items)
    statements_->item.run(key, ++place, i.name, i.count, i.unit, joined(i.numbers), i.issuer, i.issued, i.amount, i.currency, json_of(i.fields));
  place = 0;
  for (const jianbao::Party& p : n.parties) statements_->party.run(key, ++place, p.name, std::string(p.organization ? "organization" : "person"));
  place = 0;
  for (const std::string& phone : n.phones) statements_->phone.run(key, ++place, phone);
}

void NoticeDatabase::close(bool whole) {
  if (!database_) return;
  drop_former(whole);
  for (const std::string& digest : seen_) give_name(digest);
  execute(database_, "COMMIT");
}

}  // namespace tools
