#include "notices/notice_table.h"

#include <algorithm>
#include <numeric>
#include <array>
#include <limits>
#include <optional>

#include "fields/identifiers.h"
#include "fields/money.h"
#include "notice_signs/notice_columns.h"
#include "notice_signs/notice_rows.h"
#include "notices/notice_party_names.h"
#include "text/chars.h"
#include "text/numeral.h"

namespace jianbao {
namespace {

constexpr std::string_view kContract = "contract";  // has the title of its column; a parcel's number names nothing
constexpr std::string_view kParcel = "parcel";
constexpr std::string_view kOwed = "owed";         // what makes a row of a table of debtors that has neither contracts nor names of things
constexpr std::size_t kMostRows = 400;
constexpr std::size_t kLongestRow = 600;  // bytes
constexpr double kSkipped = 1.2;   // a column that the row leaves empty
constexpr double kWorst = 1.1;     // mean cost of a cell from which on a line is no row

using Type = ColumnTable::Type;

/// Which column each cell stands in, the cheapest way that keeps their order; a name may have been torn into two cells.
class Fit {
 public:
  Fit(const Cells& cells, const Header& header, const ColumnTable& table) : cells_(cells), header_(header), table_(table) {}

  std::vector<std::size_t> find() {
    const std::size_t n = cells_.size(), m = header_.columns.size();
    std::vector<std::vector<double>> cost(n, std::vector<double>(m, kNever));
    std::vector<std::vector<std::size_t>> from(n, std::vector<std::size_t>(m, 0));
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t to = 0; to < m; ++to) {
        const double own = own_cost(i, to);
        if (i == 0) {
          cost[i][to] = own + kSkipped * static_cast<double>(to);
          continue;
        }
        for (std::size_t before = 0; before <= to; ++before) {
          const double step = before == to ? kDoubtful + (is_text(to) ? 0 : kUnfit) : kSkipped * static_cast<double>(to - before - 1);
          if (cost[i - 1][before] + step + own < cost[i][to]) cost[i][to] = cost[i - 1][before] + step + own, from[i][to] = before;
        }
      }
    }
    const auto least = std::min_element(cost.back().begin(), cost.back().end());
    if (*least > kWorst * static_cast<double>(n)) return {};
    std::vector<std::size_t> columns(n);
    columns[n - 1] = static_cast<std::size_t>(least - cost.back().begin());
    for (std::size_t i = n - 1; i > 0; --i) columns[i - 1] = from[i][columns[i]];
    return columns;
  }

 private:
  static constexpr double kNever = 1e9;

  const ColumnTable::Column& column(std::size_t place) const { return table_.columns[header_.columns[place]]; }
  bool is_text(std::size_t place) const {
    const Type type = column(place).type;
    return type == Type::name || type == Type::names || type == Type::text;
  }

  /// A cell may say itself what it is: 本金500000.00.
  double own_cost(std::size_t cell, std::size_t to) const {
    if (const auto head = table_.heads.find(cells_[cell]); head && head.bytes < cells_[cell].size()) return head.value == header_.columns[to] ? 0 : kUnfit;
    return misfit(cells_[cell], column(to).type);
  }

  const Cells& cells_;
  const Header& header_;
  const ColumnTable& table_;
};

bool has_field(const Item& item, std::string_view name) {
  return std::any_of(item.fields.begin(), item.fields.end(), [&](const auto& field) { return field.first == name; });
}

void set_field(Item& item, const std::string& name, FieldValue value) {
  if (!has_field(item, name)) item.fields.emplace_back(name, std::move(value));
}

/// One cell may hold the numbers of several contracts; 0012、0013号 is a short form that no part of can stand alone.
void add_numbers(Item& item, std::string_view cell) {
  constexpr std::ptrdiff_t kLeastDigits = 6;
  constexpr std::string_view kMark = "、";
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin <= cell.size();) {
    const std::size_t end = std::min(cell.find(kMark, begin), cell.size());
    parts.emplace_back(cell.substr(begin, end - begin));
    begin = end + kMark.size();
  }
  const bool whole = std::all_of(parts.begin(), parts.end(), [](const std::string& part) { return std::count_if(part.begin(), part.end(), [](char c) { return is_ascii_digit(static_cast<unsigned char>(c)); }) >= kLeastDigits; });
  if (!whole) parts.assign(1, std::string(cell));
  item.numbers.insert(item.numbers.end(), parts.begin(), parts.end());
}

void set_cell(Item& item, const ColumnTable::Column& column, std::string_view cell, double scale) {
  if (column.type == Type::ordinal) return;
  if (column.type == Type::money) {
    const auto amount = amount_of(cell, scale);
    if (!amount) return;
    if (column.item == "amount" && !item.amount) item.amount = amount, item.currency = "CNY";
    else if (column.item != "amount" || item.amount != amount) set_field(item, column.id, *amount);
  } else if (column.item == "number") {
    add_numbers(item, cell);
  } else if (column.item == "name") {
    item.name = cell;
  } else if (column.type == Type::names) {
    std::vector<std::string> names;
    for (std::size_t begin = 0; begin < cell.size();) {
      const std::size_t end = std::min({cell.find("、", begin), cell.find("，", begin), cell.size()});
      const std::string_view name = cell.substr(begin, end - begin);
      if (!name.empty() && name != "无") names.emplace_back(name);
      begin = end + 3;
    }
    if (!names.empty()) set_field(item, column.id, std::move(names));
  } else {
    set_field(item, column.id, std::string(cell));
  }
}

/// As many cells as heads, and each can be what its column holds; one below a head that is not known can be anything.
bool one_by_one(const Cells& cells, const std::vector<std::size_t>& heads, const Header& header, const ColumnTable& table) {
  if (cells.size() != heads.size()) return false;
  for (std::size_t i = 0; i < cells.size(); ++i)
    if (heads[i] != Header::kUnknown && misfit(cells[i], table.columns[header.columns[heads[i]]].type) >= kUnfit) return false;
  return true;
}

std::vector<std::size_t> counted(std::size_t n) {
  std::vector<std::size_t> numbers(n);
  std::iota(numbers.begin(), numbers.end(), std::size_t{0});
  return numbers;
}

/// Whether the rows are parcels, of which most columns hold numbers alike.
bool names_parcels(const Header& header, const ColumnTable& table) {
  return std::any_of(header.columns.begin(), header.columns.end(), [&](std::size_t column) { return table.columns[column].id == kParcel; });
}

/// Whether the cell could stand as many columns later as the row has cells too few, or in any between.
bool may_stand_later(std::string_view cell, std::size_t place, std::size_t lacking, const Header& header, const ColumnTable& table) {
  for (std::size_t to = place + 1; to < header.columns.size() && to <= place + lacking; ++to)
    if (misfit(cell, table.columns[header.columns[to]].type) < kUnfit) return true;
  return false;
}

/// Of a row that lacks cells only those are sure that stand before the first number, and those that fit no later column.
void forget_doubtful(std::vector<std::size_t>& places, const Cells& cells, const Header& header, const ColumnTable& table) {
  const std::size_t lacking = header.columns.size() - cells.size();
  bool number = false;
  for (std::size_t i = 0; i < places.size(); ++i) {
    const bool code = table.columns[header.columns[places[i]]].type == Type::code;
    number = number || (!code && has_digits(cells[i]));
    if (number && may_stand_later(cells[i], places[i], lacking, header, table)) places[i] = Header::kUnknown;
  }
}

/// The place among the columns for each cell, Header::kUnknown for one that no column is sure for; empty where the line is no row.
std::vector<std::size_t> places_of(const Cells& cells, const Header& header, const ColumnTable& table) {
  if (one_by_one(cells, header.heads, header, table)) return header.heads;
  if (auto places = counted(header.columns.size()); one_by_one(cells, places, header, table)) return places;
  auto places = Fit(cells, header, table).find();
  if (!places.empty() && cells.size() < header.columns.size() && names_parcels(header, table)) forget_doubtful(places, cells, header, table);
  return places;
}

/// What a name or a word ends with, and no sign before a number: ≥0.8.
bool is_named_end(char32_t c) { return is_han(c) || fold(c) == U'）'; }

/// Where two cells run on whose gap a line's end has taken: behind the number of a contract, before an amount; 0 where none do.
std::size_t glued_at(std::string_view cell) {
  constexpr std::string_view kEnd = "号";
  const std::size_t number = document_number_end(cell, 0);
  if (number < cell.size() && cell.substr(0, number).ends_with(kEnd) && is_han(char_at(cell, number))) return number;
  std::size_t at = cell.size();
  while (at > 0 && (is_digit(char_at(cell, before(cell, at))) || std::u32string_view(U",，.").find(char_at(cell, before(cell, at))) != std::u32string_view::npos)) at = before(cell, at);
  const bool amount = at > 0 && at < cell.size() && is_digit(char_at(cell, at)) && cell.find('.', at) != std::string_view::npos;
  return amount && is_named_end(char_at(cell, before(cell, at))) ? at : 0;
}

/// The cells of a row; those that run on are parted where the row has too few.
Cells parted_cells(std::string_view line, std::size_t columns) {
  Cells cells = cells_of(line);
  for (std::size_t i = 0; i < cells.size() && cells.size() < columns;) {
    const std::size_t at = glued_at(cells[i]);
    if (at == 0) {
      ++i;
      continue;
    }
    const std::string_view whole = cells[i];
    cells[i] = whole.substr(0, at);
    cells.insert(cells.begin() + static_cast<std::ptrdiff_t>(i) + 1, whole.substr(at));
  }
  return cells;
}

std::optional<Item> read_row(std::string_view line, const Header& header, const ColumnTable& table) {
  const Cells cells = parted_cells(line, header.columns.size());
  if (cells.size() < 3 || cells.size() > kMostCells) return {};
  const auto sum = table.heads.find(cells.front());  // 合计 adds up the rows; it is none
  if (sum && sum.bytes == cells.front().size() && table.columns[sum.value].id == "total") return {};
  const std::vector<std::size_t> columns = places_of(cells, header, table);
  if (columns.empty()) return {};
  Item item;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    std::string whole(cells[i]);
    const std::size_t place = columns[i];
    if (place == Header::kUnknown) continue;
    if (const auto head = table.heads.find(whole); head && head.bytes < whole.size()) whole.erase(0, head.bytes);
    while (i + 1 < cells.size() && columns[i + 1] == place) whole += cells[++i];
    const ColumnTable::Column& column = table.columns[header.columns[place]];
    set_cell(item, column, whole, header.scales[place] > 0 ? header.scales[place] : header.scale);
    if (column.item == "number" && column.id == kContract) item.name = header.names[place];
  }
  if (item.numbers.empty() && item.name.empty() && !item.amount && !has_field(item, kOwed)) return {};
  return item;
}

/// The order that tables of debtors have where no header is printed.
Header usual_header(const ColumnTable& table) {
  Header header;
  header.columns = table.usual;
  header.names.resize(header.columns.size());
  header.scales.resize(header.columns.size(), 0);
  return header;
}

template <class Each>
void each_line(std::string_view text, Each each) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    each(trim(text.substr(0, end)));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

/// Labels in running text: 债务人：甲公司，借款合同编号：…，本金余额：86万元，担保人：李四、王五；
class LabelReader {
 public:
  LabelReader(std::string_view text, const ColumnTable& table, const Rules& rules) : text_(text), table_(table), rules_(rules), unit_(table.unit_said(text)) {}

  /// An item for each contract; what stands before its number belongs to it where a debtor begins it.
  std::vector<Item> read() {
    std::vector<Item> items(1);
    each_label([&](const ColumnTable::Column& column, std::string_view head, std::string_view value) {
      const bool begins = column.id == "debtor" || (column.item == "number" && !items.back().numbers.empty());
      if (begins && !(items.back().numbers.empty() && items.back().fields.empty())) items.emplace_back();
      set_cell(items.back(), column, value, unit_ > 0 ? unit_ : 1);
      if (column.item == "number") items.back().name = contract_name(head);
    });
    std::erase_if(items, [](const Item& item) { return item.numbers.empty(); });
    return items.empty() ? read_titled() : items;
  }

  void read_into(Item& item) {
    each_label([&](const ColumnTable::Column& column, std::string_view, std::string_view value) {
      if (column.item != "name" && column.item != "number") set_cell(item, column, value, unit_ > 0 ? unit_ : 1);
    });
  }

 private:
  /// What the label of a number says of the contract; a title before its brackets says more: 《借款合同》（合同编号：…）.
  std::string contract_name(std::string_view head) const {
    constexpr std::string_view kClose = "》";
    std::string name = table_.item_name(head);
    std::string_view before_it = text_.substr(0, static_cast<std::size_t>(head.data() - text_.data()));
    if (before_it.empty() || fold(last_char(before_it)) != U'（') return name;
    before_it = before_it.substr(0, before(before_it, before_it.size()));
    if (!before_it.ends_with(kClose)) return name;
    const std::string_view title = title_before(before_it.size() - kClose.size());
    return title.ends_with(name) ? std::string(title) : name;
  }

  /// What stands between 《 and the 》 at `close`.
  std::string_view title_before(std::size_t close) const {
    constexpr std::string_view kOpen = "《";
    constexpr std::size_t kLongest = 90;  // bytes
    const std::size_t open = text_.substr(0, close).rfind(kOpen);
    if (open == std::string_view::npos || close - open > kLongest) return {};
    return text_.substr(open + kOpen.size(), close - open - kOpen.size());
  }

  /// Whether a title ends as one calls a contract that debts come from: 民间借款合同.
  bool is_contract(std::string_view title) const {
    for (std::size_t at = 0; at < title.size(); next_char(title, at))
      if (const auto head = table_.heads.find(title, at); head && at + head.bytes == title.size() && table_.columns[head.value].item == "number") return true;
    return false;
  }

  /// （编号SY-2022-0718）: the number in the brackets behind a contract's title; empty where they hold none.
  std::string_view number_in(std::string_view brackets) const {
    for (std::size_t at = 0; at < brackets.size();) {
      next_char(brackets, at);
      if (table_.item_name(brackets.substr(0, at)).size() == at) continue;  // no word for a number ends here
      if (at < brackets.size() && fold(char_at(brackets, at)) == U'：') next_char(brackets, at);
      const std::size_t end = document_number_end(brackets, at);
      if (end != std::string_view::npos) return brackets.substr(at, end - at);
    }
    return {};
  }

  /// Whether a word for a number ends at `at`: 合同编号|YT-2021-033号.
  bool is_number_label(std::size_t at) const {
    const std::string_view head = text_.substr(0, at);
    return table_.item_name(head).size() < head.size();
  }

  /// A number that needs no mark before it: it begins with a letter or a digit and has as many as numbers of contracts do.
  std::string_view plain_number(std::size_t at) const {
    constexpr std::ptrdiff_t kLeast = 4;  // digits
    if (at >= text_.size() || !(is_letter(char_at(text_, at)) || is_digit(char_at(text_, at)))) return {};
    const std::size_t end = document_number_end(text_, at);
    if (end == std::string_view::npos) return {};
    const std::string_view number = text_.substr(at, end - at);
    const auto digits = std::count_if(number.begin(), number.end(), [](char c) { return is_ascii_digit(static_cast<unsigned char>(c)); });
    return digits >= kLeast ? number : std::string_view{};
  }

  /// 借款合同（编号：…，本金余额…）: the number in the brackets that open at `at`; empty where none do.
  std::string_view number_behind(std::size_t at) const {
    constexpr std::size_t kLongest = 240;  // bytes
    if (at >= text_.size() || fold(char_at(text_, at)) != U'（') return {};
    const std::string_view rest = text_.substr(at, kLongest);
    return number_in(rest.substr(0, rest.find("）")));
  }

  /// 编号为BY-2019-0312的《个人借款合同》: the number right before a title, whose first byte is at `title`; empty where none is.
  std::string_view number_before(std::size_t title) const {
    constexpr std::string_view kLink = "的《", kIs = "为";
    constexpr std::size_t kReach = 90;  // bytes of the number and its label
    if (title < kLink.size() || !text_.substr(0, title).ends_with(kLink)) return {};
    const std::size_t end = title - kLink.size();
    for (std::size_t at = end; at > 0 && end - at < kReach;) {
      const std::size_t behind = at;
      at = before(text_, at);
      if (is_comma(char_at(text_, at))) return {};
      std::size_t number = behind;
      if (text_.substr(number).starts_with(kIs)) number += kIs.size();
      else if (fold(char_at(text_, number)) == U'：') next_char(text_, number);
      if (document_number_end(text_, number) != end || table_.item_name(text_.substr(0, behind)).size() == behind) continue;
      return text_.substr(number, end - number);
    }
    return {};
  }

  /// 《借款合同》（2023年4月1日签订）项下20万元债权: a contract that has no number.
  std::vector<Item> read_titled() const {
    constexpr std::string_view kClose = "》";
    constexpr std::size_t kReach = 60;  // bytes from there to the amount
    std::vector<Item> items;
    for (std::size_t close = text_.find(kClose); close != std::string_view::npos && items.size() < kMostRows; close = text_.find(kClose, close + 1)) {
      const std::string_view title = title_before(close);
      std::size_t at = close + kClose.size();
      const std::size_t bracket = at;
      if (fold(char_at(text_, at)) == U'（')
        while (at < text_.size() && fold(next_char(text_, at)) != U'）') {}
      const auto under = table_.under.find(text_, at);
      const std::string_view leading = number_before(close - title.size());
      if ((!under && leading.empty()) || !is_contract(title)) continue;
      const std::size_t under_begin = at;
      at += under.bytes;
      const auto money = find_money(text_.substr(at, std::min(kReach, text_.substr(at).find("。"))));
      Item& item = items.emplace_back();
      item.name = title;
      if (const std::string_view number = number_in(text_.substr(bracket, under_begin - bracket)); !number.empty()) item.numbers.emplace_back(number);
      else if (!leading.empty()) item.numbers.emplace_back(leading);
      if (money) item.amount = money->value, item.currency = money->currency;
    }
    return items;
  }

  template <class Each>
  void each_label(Each each) const {
    for (std::size_t at = 0; at < text_.size();) {
      const auto head = table_.heads.find(text_, at);
      if (!head) {
        next_char(text_, at);
        continue;
      }
      const std::size_t behind = at + head.bytes;
      const ColumnTable::Column& column = table_.columns[head.value];
      const std::string_view value = value_at(behind, column.type);
      if (!value.empty()) each(column, text_.substr(at, head.bytes), value);
      at = std::max(behind, value.empty() ? behind : static_cast<std::size_t>(value.data() + value.size() - text_.data()));
    }
  }

  /// Bytes of a number at `at` that is a sum by itself, as the text says the unit: 本金余额：480000.00.
  std::size_t bare_sum(std::size_t at) const {
    std::size_t end = at;
    while (end < text_.size() && (is_ascii_digit(static_cast<unsigned char>(text_[end])) || text_[end] == '.' || (text_[end] == ',' && end + 1 < text_.size() && is_ascii_digit(static_cast<unsigned char>(text_[end + 1]))))) ++end;
    return end < text_.size() && (is_han(char_at(text_, end)) || is_letter(char_at(text_, end))) ? 0 : end - at;
  }

  /// A value needs a colon before it, an amount does not; it must look like what the label says.
  std::string_view value_at(std::size_t at, Type type) const {
    const std::size_t begin = at;
    while (at < text_.size() && (is_space(char_at(text_, at)) || fold(char_at(text_, at)) == U'：' || char_at(text_, at) == U'为')) next_char(text_, at);
    const bool colon = text_.substr(begin, at - begin).find_first_not_of(' ') != std::string_view::npos;
    if (type == Type::money) {
      const auto money = parse_money(text_, at);
      return text_.substr(at, money ? money->end - at : colon && unit_ > 0 ? bare_sum(at) : 0);
    }
    if (!colon && type == Type::code) return is_number_label(begin) ? plain_number(at) : number_behind(at);
    if (!colon) return {};
    if (type == Type::code) {
      const std::size_t end = document_number_end(text_, at);
      return end == std::string_view::npos ? std::string_view{} : text_.substr(at, end - at);
    }
    const std::string_view value = trim(text_.substr(at, value_end(at, type == Type::names) - at));
    const bool named = type == Type::name || type == Type::names;
    return named && read_parties(value, rules_).empty() ? std::string_view{} : value;
  }

  std::size_t value_end(std::size_t at, bool list) const {
    for (; at < text_.size(); next_char(text_, at)) {
      const char32_t c = fold(char_at(text_, at));
      if (is_stop(c) || c == U'；' || c == '\n' || c == U'，' || c == U'（' || (c == U'、' && !list)) break;
    }
    return at;
  }

  std::string_view text_;
  const ColumnTable& table_;
  const Rules& rules_;
  const double unit_;  ///< yuan; 0: each sum says its own
};

/// Whether a row that was cut at a line's end still lacks cells: too few, or its last one is not yet what the last column holds.
bool lacks_cells(std::string_view row, const Header& header, const ColumnTable& table) {
  const Cells cells = cells_of(row);
  return cells.size() < header.columns.size() || misfit(cells.back(), table.columns[header.columns.back()].type) >= kUnfit;
}

/// Whether the rows below a header begin with what is told from a torn off piece: a count, the number of a parcel.
bool has_marked_rows(const Header& header, const ColumnTable& table) {
  const Type first = table.columns[header.columns.front()].type;
  return first == Type::ordinal || first == Type::code;
}

constexpr std::string_view kGap = "　";

/// 李四　云借2023第0012号⏎48260.00: a row whose sum stands on a line of its own.
bool lacks_last_sum(std::string_view row, std::string_view line, const Header& header, const ColumnTable& table) {
  if (table.columns[header.columns.back()].type != Type::money || misfit(line, Type::money) >= kUnfit) return false;
  const Cells cells = cells_of(row);
  return cells.size() + 1 == header.columns.size() && cells.size() > 1 && !read_header(row, table) && misfit(cells.back(), Type::money) >= kUnfit;
}

bool begins_row(std::string_view line, const Header& header, const ColumnTable& table) {
  if (table.columns[header.columns.front()].type == Type::ordinal) return is_counted_row(line);
  const Cells cells = cells_of(line);
  return cells.size() > 1 && misfit(cells.front(), Type::code) == 0 && is_digit(first_char(line));
}

/// The lines of a text; those of a table with marked rows that the column's width has cut are put together again.
std::vector<std::string> whole_lines(std::string_view text, const ColumnTable& table) {
  std::vector<std::string> lines;
  std::optional<Header> header;  // of a table with marked rows
  std::optional<Header> above;   // of any table
  bool open = false;             // the last line is its header or one of its rows
  each_line(text, [&](std::string_view line) {
    if (above && lacks_last_sum(lines.back(), line, *above, table)) {
      lines.back().append(kGap).append(line);
      return;
    }
    if (auto found = read_header(line, table)) above = std::move(found);
    if (open && lines.back().size() < kLongestRow && !begins_row(line, *header, table)) {
      const std::string joined = lines.back() + std::string(line);
      auto longer = read_header(joined, table);
      if (longer && longer->columns.size() > header->columns.size()) {
        header = std::move(longer);
        lines.back() = joined;
        return;
      }
      if (begins_row(lines.back(), *header, table) && lacks_cells(lines.back(), *header, table)) {
        lines.back() = joined;
        return;
      }
    }
    if (auto found = read_header(line, table); found && has_marked_rows(*found, table)) header = std::move(found), open = true;
    else open = header && begins_row(line, *header, table);
    lines.emplace_back(line);
  });
  return lines;
}

/// The rows behind the header, or rows in the usual order that begin with a number.
std::vector<Item> read_rows(std::string_view text, const ColumnTable& table, bool needs_header) {
  std::vector<Item> items;
  std::optional<Header> header;
  double scale = 1;
  for (const std::string& line : whole_lines(text, table)) {
    if (items.size() >= kMostRows) break;
    if (auto found = read_header(line, table)) {
      header = std::move(found);
      header->scale = scale;
    } else if (table.is_unit_line(line)) {
      scale = table.scale_of(line);
      if (header) header->scale = scale;
    } else if (header || (!needs_header && is_counted_row(line))) {
      const Header usual = header ? Header{} : usual_header(table);
      if (auto item = read_row(line, header ? *header : usual, table)) items.push_back(std::move(*item));
    }
  }
  return items;
}

}  // namespace

std::vector<Item> read_debts(std::string_view text, const Rules& rules) {
  const ColumnTable& table = rules.tables().compiled<ColumnTable>();
  std::vector<Item> items = read_rows(text, table, false);
  return items.empty() ? LabelReader(text, table, rules).read() : items;
}

std::vector<Item> read_lot_table(std::string_view text, const Rules& rules) {
  return read_rows(text, rules.tables().compiled<ColumnTable>(), true);
}

void read_lot_fields(std::string_view lot, Item& item, const Rules& rules) {
  LabelReader(lot, rules.tables().compiled<ColumnTable>(), rules).read_into(item);
}

}  // namespace jianbao
