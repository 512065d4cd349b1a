#include "dump.h"

#include <algorithm>
#include <iterator>
#include <stdexcept>

#include "examples.h"
#include "records/json_value.h"

namespace tests {
namespace {

using jianbao::JsonValue;

std::string shown(std::string_view text) {
  std::string out;
  for (const char c : escape(text)) {
    if (c == '\n')
      out += "⏎";
    else
      out += c;
  }
  return out;
}

std::string in_quotes(std::string_view text) { return '"' + shown(text) + '"'; }

std::string text_of(JsonValue record, std::string_view name) {
  return record[name].text();
}

bool has(JsonValue record, std::string_view name) { return record[name].is_there(); }

std::string join(const std::vector<JsonValue>& values, std::string (*show)(JsonValue)) {
  std::string out;
  for (const JsonValue value : values) out += (out.empty() ? "" : ",") + show(value);
  return out;
}

/// A value as it stands behind `name=`: quoted only where a space would end it; of an object, its name.
std::string value_of(JsonValue value) {
  if (value.is_string()) {
    const std::string text = value.text();
    return text.empty() || text.find_first_of(" \n") != text.npos ? in_quotes(text) : shown(text);
  }
  if (value.is_array()) return join(value.elements(), value_of);
  if (const JsonValue name = value["name"]; name.is_string()) return shown(name.text());
  return value.minified();
}

std::string field(JsonValue record, std::string_view name) {
  if (!has(record, name)) return {};
  return ' ' + std::string(name) + '=' + value_of(record[name]);
}

std::string fields(JsonValue record, const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) out += field(record, name);
  return out;
}

/// `p1/2.1` without the page: every record's id begins with its page's and a `/`.
std::string short_id(JsonValue record) {
  const std::string id = text_of(record, "id");
  return id.substr(id.find('/') + 1);
}

/// `article` of a record, without the page.
std::string short_article(JsonValue record) {
  const std::string id = text_of(record, "article");
  return id.substr(id.find('/') + 1);
}

std::string label(JsonValue record) {
  return has(record, "label") ? text_of(record, "style") + '=' + value_of(record["number"]) : std::string("-");
}

std::string level(JsonValue record) { return 'h' + value_of(record["level"]); }

std::string block_line(JsonValue block, const std::string& text) {
  std::string line = "  " + text_of(block, "kind");
  if (has(block, "level")) line += ' ' + level(block);
  if (has(block, "label")) line += ' ' + label(block);
  return line + ' ' + in_quotes(text) + fields(block, {"printed", "flags"}) + '\n';
}

/// The characters of a block: its range counts code points.
std::string slice(std::string_view text, JsonValue block) {
  const std::vector<JsonValue> range = block["range"].elements();
  if (range.size() != 2) return "(no range)";
  const std::uint64_t begin = range[0].whole_number().value_or(0), end = range[1].whole_number().value_or(0);
  std::size_t at = 0;
  const auto skip = [&](std::uint64_t characters) {
    for (; characters > 0 && at < text.size(); --characters) do ++at; while (at < text.size() && (text[at] & 0xC0) == 0x80);
    return at;
  };
  const std::size_t from = skip(begin);
  return std::string(text.substr(from, skip(end - begin) - from));
}

std::string article_line(JsonValue article, std::vector<std::string> words) {
  const bool blocks = std::erase(words, "blocks") > 0;
  std::string out = short_id(article) + ' ' + text_of(article, "type") + ' ';
  out += has(article, "title") ? in_quotes(text_of(article, "title")) : std::string("-");
  out += fields(article, words) + field(article, "flags") + '\n';
  if (!blocks) return out;
  const std::string text = text_of(article, "text");
  for (const JsonValue block : article["blocks"].elements()) out += block_line(block, slice(text, block));
  return out;
}

std::string heading_line(JsonValue heading, const std::vector<std::string>& words) {
  return short_article(heading) + ' ' + level(heading) + ' ' + label(heading) + ' ' + in_quotes(text_of(heading, "text")) +
         fields(heading, words) + field(heading, "flags") + '\n';
}

std::string clause_line(JsonValue clause, const std::vector<std::string>& words) {
  std::string text = text_of(clause, "text");
  const std::string heading = text_of(clause, "heading");
  const bool leads = !heading.empty() && text.compare(0, heading.size(), heading) == 0;
  if (leads) text.insert(heading.size(), "|");
  return short_id(clause) + ' ' + level(clause) + ' ' + label(clause) + ' ' + in_quotes(text) + (leads ? "" : field(clause, "heading")) +
         field(clause, "printed") + fields(clause, words) + field(clause, "flags") + '\n';
}

std::string item_fields(JsonValue item) {
  std::string out = " item=" + value_of(item["name"]);
  for (const auto& [name, value] : item.members())
    if (name.text() != "name") out += field(item, name.text());
  return out;
}

std::string notice_line(JsonValue notice, const std::vector<std::string>& words) {
  std::string out = short_id(notice) + ' ' + text_of(notice, "kind");
  for (const auto& [name_value, value] : notice.members()) {
    const std::string name = name_value.text();
    if (name == "parties") {
      for (const JsonValue party : value.elements())
        out += (text_of(party, "type") == "person" ? " person=" : " org=") + value_of(party["name"]);
    } else if (name == "items") {
      for (const JsonValue item : value.elements()) out += item_fields(item);
    } else if (name != "record" && name != "id" && name != "article" && name != "kind" && name != "spans" && name != "text") {
      out += field(notice, name);
    }
  }
  return out + fields(notice, words) + '\n';
}

std::string page_lines(JsonValue page) {
  std::string out;
  const std::string text = text_of(page, "text");
  for (const JsonValue edit : page["edits"].elements())
    out += text_of(edit, "rule") + ' ' + in_quotes(text_of(edit, "old")) + ' ' + in_quotes(text_of(edit, "new")) + '\n';
  for (const JsonValue doubt : page["doubts"].elements()) {
    const std::vector<JsonValue> at = doubt["at"].elements();
    const std::size_t begin = at.at(0).whole_number().value(), end = at.at(1).whole_number().value();
    out += "doubt " + text_of(doubt, "rule") + ' ' + in_quotes(text.substr(begin, end - begin)) + ' ' + text_of(doubt, "message") + '\n';
  }
  return out;
}

std::string line_of(JsonValue record, std::string_view kind, const std::vector<std::string>& words) {
  if (kind == "article") return article_line(record, words);
  if (kind == "heading") return heading_line(record, words);
  if (kind == "clause") return clause_line(record, words);
  if (kind == "notice") return notice_line(record, words);
  return page_lines(record);
}

}  // namespace

std::string dump(std::string_view json_lines, std::string_view kind, const std::vector<std::string>& words) {
  std::string out;
  while (!json_lines.empty()) {
    const std::size_t end = std::min(json_lines.find('\n'), json_lines.size());
    const jianbao::JsonDocument document(json_lines.substr(0, end));  // throws JsonError
    const JsonValue record = document.root();
    if (text_of(record, "record") == kind) out += line_of(record, kind, words);
    json_lines.remove_prefix(std::min(end + 1, json_lines.size()));
  }
  return out;
}

}  // namespace tests
