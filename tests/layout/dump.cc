// Prints, for each page given, its lines with the roles that they got and what decided: what fit.py learns from.
#include <fstream>
#include <iostream>
#include <iterator>

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include "jianbao/jianbao.h"
#include "split/layout.h"
#include "split/layout_signs.h"
#include "split/read_across.h"
#include "split/region_rows.h"
#include "split/shape.h"

using namespace jianbao;

namespace {

using Writer = rapidjson::Writer<rapidjson::StringBuffer>;

void write(Writer& out, std::string_view text) { out.String(text.data(), static_cast<rapidjson::SizeType>(text.size())); }

void write(Writer& out, const Page& page, const Line& line, Role role, const LineCosts& costs) {
  out.StartObject();
  out.Key("text"), write(out, page.view(line.span));
  out.Key("role"), write(out, kRoleNames[at(role)]);
  out.Key("spacing"), out.Int(static_cast<int>(costs.spacing));
  out.Key("own"), out.StartArray();
  for (const float cost : costs.own) out.Double(cost);
  out.EndArray();
  out.Key("signs"), out.StartArray();
  for (const std::string& sign : costs.signs) write(out, sign);
  out.EndArray();
  out.EndObject();
}

/// A line of JSON for each page.
void dump(const char* name) {
  std::ifstream file(name, std::ios::binary);
  const std::string text((std::istreambuf_iterator<char>(file)), {});
  const Rules& rules = Rules::standard();
  const Page page = clean(decode(text).text, name);
  std::vector<Span> between;
  std::vector<Line> lines = find_lines(page, rules, between);
  read_columns(page, rules, lines, between);
  order_rows(lines);
  std::vector<LineCosts> costs;
  LinePairs pairs(page, lines);
  const std::vector<Role> roles = assign_roles(page, lines, rules, pairs, &costs);
  rapidjson::StringBuffer buffer;
  Writer out(buffer);
  out.StartObject();
  out.Key("file"), write(out, name);
  out.Key("lines"), out.StartArray();
  for (std::size_t i = 0; i < lines.size(); ++i) write(out, page, lines[i], roles[i], costs[i]);
  out.EndArray();
  out.EndObject();
  std::cout << buffer.GetString() << '\n';
}

}  // namespace

int main(int count, char** names) {
  for (int i = 1; i < count; ++i) dump(names[i]);
}
