// The role of every line of a page, decided over the whole page at once: the cheapest way through all lines, where each line
// costs what its shape and its other signs say of a role (layout_shapes.tsv, layout_signs.tsv) and each step from line to line what
// its roles say of each other (layout_steps.tsv). A greedy reading would have to undo itself; this one is linear in the lines and explains itself by costs.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "jianbao/rules.h"
#include "split/shape.h"

namespace jianbao {

enum class Role : std::uint8_t {
  furniture, fixture, fixture_body, column, kicker, title, subtitle, note, byline, lead, orphan, body, crosshead, tail,
  caption, credit, notice_heading, notice, notice_more, report
};
inline constexpr std::size_t kRoles = 20;
inline constexpr std::array<std::string_view, kRoles> kRoleNames = {
    "furniture", "fixture", "fixture_body", "column",  "kicker", "title",          "subtitle", "note",       "byline", "lead",
    "orphan",    "body",    "crosshead",    "tail",    "caption", "credit", "notice_heading", "notice", "notice_more", "report"};

struct LineCosts;  // layout_signs.h
class LinePairs;

/// The role of each line. `pairs`: of the page. `explained`, where given, receives what decided.
std::vector<Role> assign_roles(const Page& page, const std::vector<Line>& lines, const Rules& rules, LinePairs& pairs, std::vector<LineCosts>* explained = nullptr);

/// Whether a line of this role begins an article, whatever its article was before.
bool begins_article(Role role, Role before);

}  // namespace jianbao
