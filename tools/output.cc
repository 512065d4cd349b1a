#include "output.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace tools {
namespace {

using jianbao::Article;
using jianbao::Clause;
using jianbao::Fields;
using jianbao::Heading;
using jianbao::Notice;

constexpr std::string_view kTypes[] = {"document", "news", "caption", "notice", "furniture", "ad", "other"};

std::string join(const std::vector<std::string>& list, std::string_view between) {
  return fmt::format("{}", fmt::join(list, between));
}

template <class T, class Text>
std::string join_of(const std::vector<T>& list, std::string_view between, Text text) {
  std::string out;
  for (const T& value : list) out += (out.empty() ? std::string() : std::string(between)) + text(value);
  return out;
}

std::string number(const std::optional<double>& value) { return value ? fmt::format("{}", *value) : std::string(); }

std::string type_name(const Article& article) { return std::string(kTypes[static_cast<std::size_t>(article.type)]); }

/// A spreadsheet takes a cell that begins so for a formula; an apostrophe before it makes it text.
std::string guarded(const std::string& cell) {
  const bool formula = !cell.empty() && std::string_view("=+-@\t\r").find(cell.front()) != std::string_view::npos;
  return formula ? "'" + cell : cell;
}

/// A cell of a CSV table (RFC 4180).
std::string csv_cell(const std::string& cell) {
  if (cell.find_first_of(",\"\r\n") == std::string::npos) return cell;
  std::string out = "\"";
  for (const char c : cell) out.append(c == '"' ? 2 : 1, c);
  return out + '"';
}

/// A cell of a TSV table: tabs and line ends become escapes, as the IANA type has no quoting.
std::string tsv_cell(const std::string& cell) {
  std::string out;
  for (const char c : cell) {
    if (c == '\t')
      out += "\\t";
    else if (c == '\n')
      out += "\\n";
    else
      out += c;
  }
  return out;
}

const std::vector<std::string>& columns(Kind kind) {
  static const std::vector<std::string> kColumns[] = {
      {"id", "page", "type", "date", "agency", "place", "byline", "column", "kicker", "title", "subtitle", "flags", "text"},
      {"id", "article", "level", "label", "number", "path", "text"},
      {"id", "article", "title", "level", "label", "number", "path", "cite", "heading", "text", "leaf", "flags", "style", "printed"},
      {"id", "article", "kind", "title", "parties", "items", "numbers", "issuers", "amounts", "signatory", "date", "phones",
       "deadline_days", "court", "case_number", "credit_code", "capital_before", "capital_after", "flags", "text",
       "address", "contact", "deadline", "event_date", "fields"},
      {"record", "id", "article", "type", "title", "path", "text", "flags"},
      {"notice", "article", "kind", "parties", "date", "name", "count", "unit", "numbers", "issuer", "issued", "amount", "currency",
       "debtor", "guarantor", "interest", "total", "deposit", "location", "taxpayer", "tax_type", "arrears", "fields"},
  };
  return kColumns[static_cast<std::size_t>(kind)];
}

std::string field(const Fields& fields, std::string_view name) {
  for (const auto& [key, value] : fields) {
    if (key != name) continue;
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    if (const auto* amount = std::get_if<double>(&value)) return fmt::format("{}", *amount);
    if (const auto* amounts = std::get_if<std::vector<double>>(&value)) return fmt::format("{}", fmt::join(*amounts, "; "));
    return join(std::get<std::vector<std::string>>(value), "; ");
  }
  return {};
}

/// What a kind has that no column is named for, as JSON, so that a table loses nothing and has the same columns for all kinds.
std::string other_fields(const Fields& fields, const std::vector<std::string>& names) {
  Fields others;
  for (const auto& named : fields)
    if (std::find(names.begin(), names.end(), named.first) == names.end()) others.push_back(named);
  std::string out;
  if (!others.empty()) jianbao::write_json(out, others);
  return out;
}

std::string flags_of(const std::vector<std::string>& flags) { return join(flags, " "); }

// ---- Markdown and text: for reading

/// | 品种 | 价格 |: rows of a table of Markdown stand without empty lines between them.
bool is_table_row(std::string_view text) { return text.size() > 1 && text.front() == '|' && text.back() == '|'; }

void read_out(std::string& out, const Article& a, bool markdown) {
  if (markdown) fmt::format_to(std::back_inserter(out), "<!-- {} {} -->\n\n", a.id, type_name(a));
  else fmt::format_to(std::back_inserter(out), "[{}] {}\n", a.id, type_name(a));
  for (const jianbao::Block& block : a.blocks) {
    std::string_view mark;
    if (markdown && block.kind == jianbao::BlockKind::title) mark = "# ";
    if (markdown && block.kind == jianbao::BlockKind::heading) mark = "## ";
    const bool in_table = is_table_row(a.view(block)) && &block != &a.blocks.back() && is_table_row(a.view(*(&block + 1)));
    fmt::format_to(std::back_inserter(out), "{}{}\n{}", mark, a.view(block), markdown && !in_table ? "\n" : "");
  }
  if (!markdown) out += '\n';
}

/// A label and its heading as they are printed: 一、总体要求, 第一章　总则.
std::string labelled(const std::string& label, std::string_view heading) {
  static constexpr std::string_view kMarks[] = {"、", "）", "．"};  // no space stands behind them
  const bool marked = std::any_of(std::begin(kMarks), std::end(kMarks), [&](std::string_view mark) { return label.ends_with(mark); });
  return label + (label.empty() || heading.empty() || marked ? "" : "　") + std::string(heading);
}

void read_out(std::string& out, const Heading& h, bool markdown) {
  const auto depth = static_cast<std::size_t>(std::max(1, h.level) - 1);
  fmt::format_to(std::back_inserter(out), "{}{}{}\n", std::string(2 * depth, ' '), markdown ? "- " : "", labelled(h.label, h.text));
}

/// What a clause's text has behind the heading that it begins with.
std::string_view behind_heading(const Clause& c) {
  std::string_view text = c.text;
  if (!text.starts_with(c.heading)) return text;
  text.remove_prefix(c.heading.size());
  for (const std::string_view mark : {"。", "\n"})
    if (text.starts_with(mark)) text.remove_prefix(mark.size());
  return text;
}

void read_out(std::string& out, const Clause& c, bool markdown) {
  if (c.level == 0)
    fmt::format_to(std::back_inserter(out), "{}\n\n", c.text);
  else if (markdown) {
    const std::string_view text = behind_heading(c);
    fmt::format_to(std::back_inserter(out), "{} {}\n\n{}{}", std::string(static_cast<std::size_t>(std::min(c.level + 1, 6)), '#'), labelled(c.label, c.heading), text, text.empty() ? "" : "\n\n");
  }
  else
    fmt::format_to(std::back_inserter(out), "{}\t{}\n", c.cite, c.text);
}

void read_out(std::string& out, const Notice& n, bool markdown) {
  fmt::format_to(std::back_inserter(out), "{}[{}] {}\n", markdown ? "### " : "", n.kind, n.title);
  const auto line = [&](std::string_view name, const std::string& value) {
    if (!value.empty()) fmt::format_to(std::back_inserter(out), "{}{}: {}\n", markdown ? "- " : "  ", name, value);
  };
  line("parties", join_of(n.parties, "、", [](const auto& p) { return p.name; }));
  for (const jianbao::Item& item : n.items)
    line("item", item.name + (item.numbers.empty() ? "" : " " + join(item.numbers, "、")) + (item.issuer.empty() ? "" : " (" + item.issuer + ")"));
  line("signatory", n.signatory);
  line("date", n.date);
  line("phones", join(n.phones, "、"));
  line("deadline_days", number(n.deadline_days));
  for (const auto& [name, value] : n.fields) line(name, field(n.fields, name));
  line("text", n.text);
  out += '\n';
}

}  // namespace

std::string Output::header() const {
  if (format_ != Format::csv && format_ != Format::tsv) return {};
  Output names(format_, kind_);
  names.row(columns(kind_));
  return names.take();
}

void Output::row(const Cells& cells) {
  const bool csv = format_ == Format::csv;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) bytes_ += csv ? ',' : '\t';
    const std::string cell = guard_ ? guarded(cells[i]) : cells[i];
    bytes_ += csv ? csv_cell(cell) : tsv_cell(cell);
  }
  bytes_ += csv ? "\r\n" : "\n";
}

template <class Record, class CellsOf>
void Output::write_record(const Record& record, CellsOf cells) {
  switch (format_) {
    case Format::jsonl: jianbao::write_json(bytes_, record); break;
    case Format::csv:
    case Format::tsv: row(cells()); break;
    case Format::md: read_out(bytes_, record, true); break;
    case Format::text: read_out(bytes_, record, false); break;
  }
}

void Output::write(const Article& a) {
  write_record(a, [&] {
    if (kind_ == Kind::mixed) return Cells{"article", a.id, a.id, type_name(a), a.title, "", a.text, flags_of(a.flags)};
    return Cells{a.id, a.page, type_name(a), a.date, a.agency, a.place, join_of(a.byline, "、", [](const auto& p) { return p.name; }),
                 a.column, a.kicker, a.title, a.subtitle, flags_of(a.flags), a.text};
  });
}

void Output::write(const Heading& h) {
  write_record(h, [&] {
    return Cells{h.id, h.article, fmt::format("{}", h.level), h.label, h.label.empty() ? "" : fmt::format("{}", h.number), join(h.path, "/"), h.text};
  });
}

void Output::write_title(const Article& a) {
  if (format_ == Format::md) fmt::format_to(std::back_inserter(bytes_), "# {}\n\n<!-- {} -->\n\n", a.title.empty() ? a.id : a.title, a.id);
  if (format_ == Format::text) fmt::format_to(std::back_inserter(bytes_), "[{}] {}\n", a.id, a.title);
}

void Output::end_tree() {
  if (format_ == Format::md || format_ == Format::text) bytes_ += '\n';
}

void Output::write(const Clause& c) {
  write_record(c, [&] {
    if (kind_ == Kind::mixed) return Cells{"clause", c.id, c.article, "", c.title, join(c.path, "/"), c.text, flags_of(c.flags)};
    return Cells{c.id, c.article, c.title, fmt::format("{}", c.level), c.label, c.label.empty() ? "" : fmt::format("{}", c.number),
                 join(c.path, "/"), c.cite, c.heading, c.text, c.leaf ? "true" : "false", flags_of(c.flags), c.style, c.printed};
  });
}

void Output::write(const Notice& n) {
  write_record(n, [&] {
    if (kind_ == Kind::mixed) return Cells{"notice", n.id, n.article, n.kind, n.title, "", n.text, flags_of(n.flags)};
    return Cells{n.id, n.article, n.kind, n.title, join_of(n.parties, "; ", [](const auto& p) { return p.name; }),
                 join_of(n.items, "; ", [](const auto& i) { return i.name; }),
                 join_of(n.items, "; ", [](const auto& i) { return join(i.numbers, ", "); }),
                 join_of(n.items, "; ", [](const auto& i) { return i.issuer; }),
                 join_of(n.items, "; ", [](const auto& i) { return number(i.amount); }), n.signatory, n.date, join(n.phones, "; "),
                 number(n.deadline_days), field(n.fields, "court"), field(n.fields, "case_number"), field(n.fields, "credit_code"), field(n.fields, "capital_before"),
                 field(n.fields, "capital_after"), flags_of(n.flags), n.text, field(n.fields, "address"), field(n.fields, "contact"),
                 field(n.fields, "deadline"), field(n.fields, "event_date"), other_fields(n.fields, columns(kind_))};
  });
}

void Output::write_items(const Notice& n) {
  if (format_ != Format::csv && format_ != Format::tsv) return write(n);
  const std::string parties = join_of(n.parties, "; ", [](const auto& p) { return p.name; });
  const std::vector<std::string>& names = columns(Kind::item);
  for (const jianbao::Item& i : n.items) {
    Cells cells{n.id, n.article, n.kind, parties, n.date, i.name, number(i.count), i.unit, join(i.numbers, ", "), i.issuer, i.issued, number(i.amount), i.currency};
    while (cells.size() + 1 < names.size()) cells.push_back(field(i.fields, names[cells.size()]));
    cells.push_back(other_fields(i.fields, names));
    row(cells);
  }
}

}  // namespace tools
