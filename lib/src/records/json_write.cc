#include <fmt/format.h>

#include <cstdint>
#include <cstring>
#include <iterator>

#include "jianbao/json.h"
#include "records/json_escape.h"
#include "text/names.h"
#include "text/utf8.h"
#include "text/utf8_check.h"

namespace jianbao {
namespace {

void append_string(std::string& out, std::string_view text) {
  std::size_t at = find_escaped(text, 0);
  if (at == text.size()) {  // nearly every string: one step
    const std::size_t begin = out.size();
    out.append(text.size() + 2, '"');
    std::memcpy(out.data() + begin + 1, text.data(), text.size());
    return;
  }
  out.push_back('"');
  for (std::size_t copied = 0;; at = find_escaped(text, copied)) {
    out.append(text, copied, at - copied);
    if (at == text.size()) break;
    copied = at + 1;
    switch (text[at]) {
      case '"': out += "\\\""; break;
      case '\\': out += "\\\\"; break;
      case '\n': out += "\\n"; break;
      case '\t': out += "\\t"; break;
      default: fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<unsigned char>(text[at]));
    }
  }
  out.push_back('"');
}

template <class Integer>
void append_number(std::string& out, Integer value) {
  const fmt::format_int digits(value);
  out.append(digits.data(), digits.size());
}

/// Whole numbers without a point; others as short as they can be read back.
void append_decimal(std::string& out, double value) {
  if (value == static_cast<double>(static_cast<long long>(value)))
    append_number(out, static_cast<long long>(value));
  else
    fmt::format_to(std::back_inserter(out), "{}", value);
}

void append_span(std::string& out, Span span) {
  const fmt::format_int begin(span.begin), end(span.end);
  const std::size_t at = out.size();
  out.resize(at + begin.size() + end.size() + 3, ',');
  char* const text = out.data() + at;
  text[0] = '[';
  std::memcpy(text + 1, begin.data(), begin.size());
  std::memcpy(text + begin.size() + 2, end.data(), end.size());
  text[begin.size() + end.size() + 2] = ']';
}

/// One JSON object, member by member. Members without a value are left out: the contract knows no empty string.
class Object {
 public:
  explicit Object(std::string& out, std::string_view record = {}) : out_(out) {
    out_.push_back('{');
    if (!record.empty()) text("record", record);
  }
  void close() { out_.push_back('}'); }

  std::string& key(std::string_view name) {
    const std::size_t begin = out_.size() + (out_.back() != '{');
    out_.resize(begin + name.size() + 3, ',');
    char* const at = out_.data() + begin;
    at[0] = at[name.size() + 1] = '"';
    std::memcpy(at + 1, name.data(), name.size());  // nothing in a name is escaped
    at[name.size() + 2] = ':';
    return out_;
  }
  void text(std::string_view name, std::string_view value) {
    if (!value.empty()) append_string(key(name), value);
  }
  void always(std::string_view name, std::string_view value) { append_string(key(name), value); }
  void number(std::string_view name, double value) { append_decimal(key(name), value); }
  void boolean(std::string_view name, bool value) { key(name) += value ? "true" : "false"; }
  void raw(std::string_view name, std::string_view json) {
    if (!json.empty()) key(name) += json;
  }
  void span(std::string_view name, Span span) { append_span(key(name), span); }

  template <class List, class Each>
  void list(std::string_view name, const List& list, Each each) {
    if (list.empty()) return;
    key(name).push_back('[');
    bool first = true;
    for (const auto& value : list) {
      if (!first) out_.push_back(',');
      first = false;
      each(value);
    }
    out_.push_back(']');
  }
  void texts(std::string_view name, const std::vector<std::string>& list_of) {
    list(name, list_of, [&](const std::string& s) { append_string(out_, s); });
  }
  void numbers(std::string_view name, const std::vector<double>& list_of) {
    list(name, list_of, [&](double n) { append_decimal(out_, n); });
  }
  void spans(std::string_view name, const std::vector<Span>& list_of) {
    list(name, list_of, [&](Span s) { append_span(out_, s); });
  }

 private:
  std::string& out_;
};

void close_line(std::string& out, Object& object) {
  object.close();
  out.push_back('\n');
}

std::string hex(std::string_view bytes) {
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string out;
  for (const char byte : bytes) {
    out.push_back(kDigits[static_cast<unsigned char>(byte) >> 4]);
    out.push_back(kDigits[static_cast<unsigned char>(byte) & 15]);
  }
  return out;
}

void write_edit(std::string& out, const Edit& edit) {
  Object object(out);
  object.text("rule", edit.rule);
  object.span("from", edit.from);
  object.span("to", edit.to);
  if (is_valid_utf8(edit.before))
    object.always("old", edit.before);
  else
    object.text("old_bytes", hex(edit.before));  // JSON has no way to say them
  object.always("new", edit.after);
  object.close();
}

void write_doubt(std::string& out, const Doubt& doubt) {
  Object object(out);
  object.text("rule", doubt.rule);
  object.span("at", doubt.at);
  object.text("message", doubt.message);
  object.close();
}

void write_person(std::string& out, const Person& person) {
  Object object(out);
  object.text("name", person.name);
  object.text("role", person.role);
  object.text("org", person.org);
  object.close();
}

/// Ranges of successive blocks in code points: counts on from the last place asked for.
class CodePoints {
 public:
  explicit CodePoints(std::string_view text) : text_(text) {}
  std::size_t operator()(std::size_t byte) {
    if (byte < byte_) byte_ = count_ = 0;
    count_ += count_chars(text_.substr(byte_, byte - byte_));
    byte_ = byte;
    return count_;
  }

 private:
  std::string_view text_;
  std::size_t byte_ = 0, count_ = 0;
};

void write_block(std::string& out, const Block& block, CodePoints& points) {
  Object object(out);
  object.text("kind", name_of(kBlockNames, block.kind));
  const std::size_t begin = points(block.range.begin);
  object.span("range", {begin, points(block.range.end)});
  object.spans("spans", block.spans);
  object.text("page", block.page);
  if (block.level > 0) object.number("level", block.level);
  if (block.label) {
    object.text("label", block.label->text);
    object.text("printed", block.label->printed);
    object.number("number", block.label->number);
    object.text("style", block.label->style);
    object.number("label_bytes", static_cast<double>(block.label->length));
  }
  object.texts("flags", block.flags);
  object.close();
}

void write_part(std::string& out, const Article::Part& part) {
  Object object(out);
  object.text("page", part.page);
  object.text("source", part.source);
  object.spans("spans", part.spans);
  object.close();
}

void write_party(std::string& out, const Party& party) {
  Object object(out);
  object.text("name", party.name);
  object.text("type", party.organization ? "organization" : "person");
  object.close();
}

struct FieldWriter {
  Object& object;
  const std::string& name;
  void operator()(const std::string& value) const { object.text(name, value); }
  void operator()(double value) const { object.number(name, value); }
  void operator()(const std::vector<std::string>& value) const { object.texts(name, value); }
  void operator()(const std::vector<double>& value) const { object.numbers(name, value); }
};

void write_item(std::string& out, const Item& item) {
  Object object(out);
  object.text("name", item.name);
  if (item.count) object.number("count", *item.count);
  object.text("unit", item.unit);
  object.texts("numbers", item.numbers);
  object.text("issuer", item.issuer);
  object.text("issued", item.issued);
  if (item.amount) object.number("amount", *item.amount);
  object.text("currency", item.currency);
  for (const auto& [name, value] : item.fields) std::visit(FieldWriter{object, name}, value);
  object.close();
}

}  // namespace

void write_json(std::string& out, const Page& page) {
  Object object(out, "page");
  object.always("id", page.id);
  object.always("text", page.text);
  object.text("source", page.source);
  object.text("encoding", page.encoding);
  if (page.offset > 0) object.number("offset", static_cast<double>(page.offset));
  if (page.cut) object.raw("cut", "true");
  object.key("edits").push_back('[');
  for (std::size_t i = 0; i < page.edits.size(); ++i) {
    if (i > 0) out.push_back(',');
    write_edit(out, page.edits[i]);
  }
  out.push_back(']');
  object.list("doubts", page.doubts, [&](const Doubt& d) { write_doubt(out, d); });
  object.raw("meta", page.meta);
  close_line(out, object);
}

void write_json(std::string& out, const Article& article) {
  Object object(out, "article");
  object.text("id", article.id);
  object.text("page", article.page);
  object.text("digest", article.digest);
  object.text("type", name_of(kTypeNames, article.type));
  object.text("kicker", article.kicker);
  object.text("title", article.title);
  object.text("subtitle", article.subtitle);
  object.text("column", article.column);
  object.text("agency", article.agency);
  object.text("place", article.place);
  object.text("date", article.date);
  object.text("dateline", article.dateline);
  object.list("byline", article.byline, [&](const Person& p) { write_person(out, p); });
  object.text("about", article.about);
  object.text("issue", article.issue);
  object.always("text", article.text);
  CodePoints points(article.text);
  object.key("blocks").push_back('[');
  for (std::size_t i = 0; i < article.blocks.size(); ++i) {
    if (i > 0) out.push_back(',');
    write_block(out, article.blocks[i], points);
  }
  out.push_back(']');
  object.spans("spans", article.spans);
  object.list("parts", article.parts, [&](const Article::Part& part) { write_part(out, part); });
  object.texts("flags", article.flags);
  close_line(out, object);
}

void write_json(std::string& out, const Heading& heading) {
  Object object(out, "heading");
  object.text("id", heading.id);
  object.text("article", heading.article);
  object.number("level", heading.level);
  object.text("label", heading.label);
  if (!heading.label.empty()) object.number("number", heading.number);
  object.text("style", heading.style);
  object.texts("path", heading.path);
  object.always("text", heading.text.empty() ? heading.label : heading.text);
  object.spans("spans", heading.spans);
  close_line(out, object);
}

void write_json(std::string& out, const Clause& clause) {
  Object object(out, "clause");
  object.text("id", clause.id);
  object.text("article", clause.article);
  object.text("title", clause.title);
  object.number("level", clause.level);
  object.text("label", clause.label);
  object.text("printed", clause.printed);
  if (!clause.label.empty()) object.number("number", clause.number);
  object.text("style", clause.style);
  object.texts("path", clause.path);
  object.text("cite", clause.cite);
  object.text("heading", clause.heading);
  object.always("text", clause.text.empty() ? clause.label : clause.text);
  object.boolean("leaf", clause.leaf);
  object.spans("spans", clause.spans);
  object.texts("flags", clause.flags);
  close_line(out, object);
}

void write_json(std::string& out, const Notice& notice) {
  Object object(out, "notice");
  object.text("id", notice.id);
  object.text("article", notice.article);
  object.text("kind", notice.kind);
  object.text("title", notice.title);
  object.always("text", notice.text);
  object.list("parties", notice.parties, [&](const Party& p) { write_party(out, p); });
  object.list("items", notice.items, [&](const Item& i) { write_item(out, i); });
  object.text("signatory", notice.signatory);
  object.text("date", notice.date);
  object.texts("phones", notice.phones);
  if (notice.deadline_days) object.number("deadline_days", *notice.deadline_days);
  for (const auto& [name, value] : notice.fields) std::visit(FieldWriter{object, name}, value);
  object.spans("spans", notice.spans);
  object.texts("flags", notice.flags);
  close_line(out, object);
}

void write_json(std::string& out, const Fields& fields) {
  Object object(out);
  for (const auto& [name, value] : fields) std::visit(FieldWriter{object, name}, value);
  object.close();
}

}  // namespace jianbao
