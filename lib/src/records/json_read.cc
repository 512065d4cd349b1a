#include <algorithm>
#include <charconv>

#include "jianbao/json.h"
#include "records/json_value.h"
#include "text/names.h"
#include "text/utf8.h"

namespace jianbao {
namespace {

std::string text_of(JsonValue parent, std::string_view name) { return parent[name].text(); }

std::size_t size_of(JsonValue parent, std::string_view name) { return parent[name].whole_number().value_or(0); }

std::vector<std::string> texts_of(JsonValue parent, std::string_view name) {
  std::vector<std::string> out;
  for (const JsonValue value : parent[name].elements())
    if (value.is_string()) out.push_back(value.text());
  return out;
}

Span to_span(JsonValue value) {
  std::optional<std::uint64_t> offsets[2];
  std::size_t count = 0;
  for (const JsonValue offset : value.elements())
    if (count++ < 2) offsets[count - 1] = offset.whole_number();
  const auto [begin, end] = offsets;
  if (count != 2 || !begin || !end || *begin > *end) throw JsonError("a span is no pair of offsets [begin,end]");
  return {*begin, *end};
}

Span span_of(JsonValue parent, std::string_view name) {
  const JsonValue value = parent[name];
  if (!value.is_there()) throw JsonError("member '" + std::string(name) + "' is missing");
  return to_span(value);
}

std::vector<Span> spans_of(JsonValue parent, std::string_view name) {
  std::vector<Span> out;
  for (const JsonValue value : parent[name].elements()) out.push_back(to_span(value));
  return out;
}

/// All members but those named, as one JSON object; empty where there are none.
std::string other_members(JsonValue record, std::initializer_list<std::string_view> known) {
  std::string out;
  for (const auto& [name, value] : record.members()) {
    if (std::find(known.begin(), known.end(), name.text()) != known.end()) continue;
    out += (out.empty() ? "{" : ",") + name.minified() + ':' + value.minified();
  }
  return out.empty() ? out : out + "}";
}

/// What an edit replaced: `old`, or `old_bytes` in hexadecimal where it was no UTF-8.
std::string old_of(JsonValue edit) {
  const std::string digits = text_of(edit, "old_bytes");
  if (digits.empty()) return text_of(edit, "old");
  if (digits.size() % 2 != 0) throw JsonError("old_bytes breaks off within a byte");
  std::string bytes;
  for (std::size_t i = 0; i < digits.size(); i += 2) {
    unsigned value = 0;
    const auto read = std::from_chars(digits.data() + i, digits.data() + i + 2, value, 16);
    if (read.ptr != digits.data() + i + 2) throw JsonError("old_bytes is not hexadecimal");
    bytes.push_back(static_cast<char>(value));
  }
  return bytes;
}

/// Throws where an edit does not lead from a source to the text: the source that is rebuilt, and every span, would be wrong.
void check_edit(const Page& page, std::size_t number) {
  const auto fail = [&](std::string_view what) {
    throw JsonError("page " + page.id + ", edit " + std::to_string(number + 1) + " (" + page.edits[number].rule + "): " + std::string(what));
  };
  const Edit& edit = page.edits[number];
  const std::size_t from = number > 0 ? page.edits[number - 1].from.end : page.offset;
  const std::size_t to = number > 0 ? page.edits[number - 1].to.end : 0;
  if (edit.from.begin < from || edit.to.begin < to) fail("it stands before the end of the edit before it");
  if (edit.to.end > page.text.size()) fail("it lies outside the text");
  if (edit.from.begin - from != edit.to.begin - to) fail("'from' and 'to' are not as far from the edit before it");
  if (edit.before.size() != edit.from.size()) fail("'old' is not as long as 'from'");
  if (page.view(edit.to) != edit.after) fail("'new' is not what stands in the text");
}

Page to_page(JsonValue record) {
  Page page;
  page.id = text_of(record, "id");
  page.text = text_of(record, "text");
  page.source = text_of(record, "source");
  page.encoding = text_of(record, "encoding");
  page.offset = size_of(record, "offset");
  page.cut = record["cut"].is_true();
  for (const JsonValue e : record["edits"].elements()) {
    page.edits.push_back({text_of(e, "rule"), span_of(e, "from"), span_of(e, "to"), old_of(e), text_of(e, "new")});
    check_edit(page, page.edits.size() - 1);
  }
  for (const JsonValue d : record["doubts"].elements()) page.doubts.push_back({text_of(d, "rule"), span_of(d, "at"), text_of(d, "message")});
  page.meta = record["meta"].minified();
  return page;
}

/// An object that is no record of ours: whatever else it has rides along.
Page to_bare_page(JsonValue object) {
  Page page;
  const JsonValue id = object["id"];
  page.id = id.is_number() ? std::string(id.minified()) : id.text();
  page.text = text_of(object, "text");
  page.meta = other_members(object, {"id", "text"});
  return page;
}

/// Offsets in bytes of growing offsets in code points.
class ByteOffsets {
 public:
  explicit ByteOffsets(std::string_view text) : text_(text) {}
  std::size_t operator()(std::size_t point) {
    if (point < point_) byte_ = point_ = 0;
    for (; point_ < point; ++point_) {
      if (byte_ >= text_.size()) throw JsonError("a block's range lies outside the text");
      next_char(text_, byte_);
    }
    return byte_;
  }

 private:
  std::string_view text_;
  std::size_t byte_ = 0, point_ = 0;
};

Block to_block(JsonValue value, ByteOffsets& bytes) {
  Block block;
  const auto kind = value_of<BlockKind>(kBlockNames, text_of(value, "kind"));
  if (!kind) throw JsonError("a block is of unknown kind");
  block.kind = *kind;
  const Span range = span_of(value, "range");
  block.range.begin = bytes(range.begin);
  block.range.end = bytes(range.end);
  block.spans = spans_of(value, "spans");
  block.page = text_of(value, "page");
  block.level = static_cast<int>(size_of(value, "level"));
  if (std::string label = text_of(value, "label"); !label.empty())
    block.label = Label{std::move(label), text_of(value, "printed"), text_of(value, "style"),
                        static_cast<int>(size_of(value, "number")), std::min(size_of(value, "label_bytes"), block.range.size())};
  block.flags = texts_of(value, "flags");
  return block;
}

Article to_article(JsonValue record) {
  Article article;
  article.id = text_of(record, "id");
  article.page = text_of(record, "page");
  article.digest = text_of(record, "digest");
  const auto type = value_of<ArticleType>(kTypeNames, text_of(record, "type"));
  if (!type) throw JsonError("the article is of unknown type");
  article.type = *type;
  article.title = text_of(record, "title");
  article.kicker = text_of(record, "kicker");
  article.subtitle = text_of(record, "subtitle");
  article.column = text_of(record, "column");
  article.agency = text_of(record, "agency");
  article.place = text_of(record, "place");
  article.date = text_of(record, "date");
  article.dateline = text_of(record, "dateline");
  article.about = text_of(record, "about");
  article.issue = text_of(record, "issue");
  for (const JsonValue p : record["byline"].elements()) article.byline.push_back({text_of(p, "name"), text_of(p, "role"), text_of(p, "org")});
  article.text = text_of(record, "text");
  ByteOffsets bytes(article.text);
  for (const JsonValue b : record["blocks"].elements()) article.blocks.push_back(to_block(b, bytes));
  article.spans = spans_of(record, "spans");
  for (const JsonValue p : record["parts"].elements()) article.parts.push_back({text_of(p, "page"), text_of(p, "source"), spans_of(p, "spans")});
  article.flags = texts_of(record, "flags");
  return article;
}

}  // namespace

ReadRecord read_json(std::string_view line) {
  const JsonDocument document(line);
  const JsonValue record = document.root();
  if (!record.is_object()) throw JsonError("not an object");
  const std::string kind = text_of(record, "record");
  if (kind == "page") return {to_page(record)};
  if (kind == "article") return {to_article(record)};
  if (!kind.empty()) return {OtherRecord{kind}};
  if (!record["text"].is_string()) throw JsonError("an object with neither 'record' nor a string 'text'");
  return {to_bare_page(record), false};
}

}  // namespace jianbao
