#include "numbering/numbering_sequence.h"

#include <algorithm>
#include <map>
#include <set>

#include "text/chars.h"

namespace jianbao {
namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);
constexpr int kArticleRank = 40;     // 编 章 节 条 stand above everything else, whatever the article does
constexpr int kLongestJump = 12;     // numbers lost at one place of a page
constexpr std::size_t kLookAhead = 400;

/// The order of ranks in one article. The table's, but for pairs of lists of which one begins anew inside the other:
/// that one stands lower.
class Scheme {
 public:
  void learn(const std::vector<LabelMark>& marks, std::size_t begin, std::size_t end, const std::vector<std::size_t>& next) {
    std::map<int, std::size_t> last;
    std::map<std::pair<int, int>, int> below;
    for (std::size_t i = begin; i < end; ++i) {
      const LabelMark& mark = marks[i];
      if (mark.role() != StyleRole::unit) continue;
      const auto before = last.find(mark.rank());
      const bool counts_on = before != last.end() && marks[before->second].number + 1 == mark.number;
      const bool goes_on = next[i] != kNone && marks[next[i]].number == mark.number + 1;
      if (mark.weak && !counts_on && !goes_on) continue;
      if (mark.number == 1)
        for (const auto& [rank, at] : last)
          if (rank != mark.rank() && next[at] != kNone && next[at] > i && marks[next[at]].number == marks[at].number + 1 &&
              (rank < mark.rank() || (goes_on && next[i] < next[at])))  // a lone 一、 between （二） and （三） may be a damaged 二、
            ++below[{mark.rank(), rank}];
      // c）包括：⏎1）坡道；: no list goes on behind it, and yet the colon says what hangs under what.
      if (mark.number == 1 && goes_on && i > begin && lists(marks[i - 1], mark)) ++below[{mark.rank(), marks[i - 1].rank()}];
      last[mark.rank()] = i;
    }
    order_.clear();
    for (const auto& [rank, at] : last) order_.push_back(rank);
    if (const int sections = sections_over_articles(marks, begin, end); sections > 0) {
      std::erase(order_, sections);
      order_.insert(std::find(order_.begin(), order_.end(), kArticleRank), sections);
    }
    const auto votes = [&](int low, int high) {
      const auto found = below.find({low, high});
      return found == below.end() ? 0 : found->second;
    };
    for (std::size_t pass = 0; pass < order_.size(); ++pass)
      for (std::size_t i = 0; i + 1 < order_.size(); ++i)
        if (order_[i] > kArticleRank && votes(order_[i], order_[i + 1]) > votes(order_[i + 1], order_[i]))
          std::swap(order_[i], order_[i + 1]);
    for (const auto& [pair, count] : below) {  // ranks that others stand between
      const auto low = std::find(order_.begin(), order_.end(), pair.first), high = std::find(order_.begin(), order_.end(), pair.second);
      if (pair.first > kArticleRank && pair.second > kArticleRank && low < high && count > votes(pair.second, pair.first)) std::rotate(low, high, high + 1);
    }
  }

  /// Where a rank stands, 1 for the highest; ranks that were not learnt stand by the table.
  double place(int rank) const {
    const auto found = std::find(order_.begin(), order_.end(), rank);
    if (found != order_.end()) return static_cast<double>(found - order_.begin()) + 1;
    const auto higher = std::count_if(order_.begin(), order_.end(), [&](int r) { return r < rank; });
    return static_cast<double>(higher) + 0.5 + rank / 1000.0;
  }

 private:
  static bool lists(const LabelMark& above, const LabelMark& mark) {
    return above.leads && above.block + 1 == mark.block && above.role() == StyleRole::unit && above.rank() > mark.rank() && above.number > 1;
  }

  /// The rank of 一、总则 where 第一条 stands below it: it begins before the first article, counts on with articles between its members,
  /// and never begins anew, as items of an article do. 0: there is none.
  static int sections_over_articles(const std::vector<LabelMark>& marks, std::size_t begin, std::size_t end) {
    struct Use {
      int last = 0, articles = 0, parted = 0;
      bool sections = false;
    };
    std::map<int, Use> uses;
    int articles = 0;
    for (std::size_t i = begin; i < end; ++i) {
      const LabelMark& mark = marks[i];
      if (mark.role() != StyleRole::unit || mark.rank() < kArticleRank) continue;
      if (mark.rank() == kArticleRank) {
        articles += mark.number == articles + 1;
        continue;
      }
      Use& use = uses[mark.rank()];
      if (use.last == 0) use.sections = articles == 0 && mark.number == 1 && !mark.weak;
      else if (mark.number != use.last + 1) use.sections = false;
      else use.parted += articles > use.articles;
      use.last = mark.number, use.articles = articles;
    }
    for (const auto& [rank, use] : uses)
      if (use.sections && use.parted > 0) return rank;
    return 0;
  }

  std::vector<int> order_;
};

struct OpenList {
  int rank = 0, number = 0, sub = 0;
  std::size_t list = 0, mark = 0;
  std::vector<int> holes;  // numbers passed over
};

using Stack = std::vector<OpenList>;

struct Tree {
  Stack stack;
  std::map<int, OpenList> closed;  // the last list of each rank that ended with its parent: （四） runs on under 三、
};

class Sequencer {
 public:
  explicit Sequencer(std::vector<LabelMark>& marks) : marks_(marks), next_(marks.size(), kNone) {
    std::map<int, std::size_t> next;
    for (std::size_t i = marks.size(); i-- > 0;) {
      LabelMark& mark = marks[i];
      mark.accepted = mark.boxed = mark.gap = mark.duplicate = false;
      mark.level = 0;
      if (mark.role() == StyleRole::root) next.clear();
      const auto found = next.find(mark.rank());
      if (found != next.end()) next_[i] = found->second;
      next[mark.rank()] = i;
    }
  }

  void run() {
    for (std::size_t begin = 0; begin < marks_.size();) {
      std::size_t end = begin + 1;
      while (end < marks_.size() && marks_[end].role() != StyleRole::root) ++end;
      segment(begin, end);
      begin = end;
    }
  }

 private:
  void segment(std::size_t begin, std::size_t end) {
    scheme_.learn(marks_, begin, end, next_);
    main_ = box_ = {};
    in_box_ = false;
    for (std::size_t i = begin; i < end; ++i) {
      if (marks_[i].is_box())
        open_box(i);
      else if (marks_[i].role() == StyleRole::root || marks_[i].role() == StyleRole::floating)
        accept(i);
      else if (marks_[i].role() == StyleRole::unit)
        visit(i);
    }
  }

  void accept(std::size_t i) { marks_[i].accepted = true, marks_[i].list = lists_++; }

  void open_box(std::size_t i) {
    accept(i);
    in_box_ = true;
    box_ = {};
  }

  static OpenList* find(Stack& stack, int rank) {
    const auto found = std::find_if(stack.rbegin(), stack.rend(), [&](const OpenList& open) { return open.rank == rank; });
    return found == stack.rend() ? nullptr : &*found;
  }

  /// Whether a mark behind a box goes on with what stood before it.
  bool returns(const LabelMark& mark) {
    const OpenList* inner = find(box_.stack, mark.rank());
    if (inner && mark.number == inner->number + 1) return false;
    if (mark.rank() <= kArticleRank) return true;
    if (const OpenList* outer = find(main_.stack, mark.rank()); outer && mark.number == outer->number + 1) return true;
    if (const auto run = main_.closed.find(mark.rank()); run != main_.closed.end() && mark.number == run->second.number + 1) return true;
    return !inner && !box_.stack.empty() && scheme_.place(mark.rank()) < scheme_.place(box_.stack.front().rank);
  }

  void visit(std::size_t i) {
    if (in_box_ && returns(marks_[i])) in_box_ = false;
    Tree& tree = in_box_ ? box_ : main_;
    OpenList* open = find(tree.stack, marks_[i].rank());
    const bool taken = open ? go_on(i, tree, *open) : begin_list(i, tree);
    if (taken) marks_[i].accepted = true, marks_[i].boxed = in_box_, marks_[i].place = scheme_.place(marks_[i].rank());
  }

  /// Whether the list goes on with `expected` and reaches the number of a mark later: then this one is a citation.
  bool comes_again(std::size_t i, int expected) const {
    std::size_t steps = 0;
    bool goes_on = false;
    for (std::size_t j = next_[i]; j != kNone && marks_[j].number != 1 && ++steps < kLookAhead; j = next_[j]) {
      goes_on = goes_on || marks_[j].number == expected;
      if (goes_on && marks_[j].number == marks_[i].number && marks_[j].reading.sub == marks_[i].reading.sub) return true;
    }
    return false;
  }

  /// A second 一、 right behind the first, and the items below count on across it, （二） before it and （三） behind: it is 二、.
  bool parts_run(std::size_t i, Tree& tree, const OpenList& open) const {
    const LabelMark& mark = marks_[i];
    if (open.number != 1 || mark.number != 1 || next_number(i) == 2 || i + 1 >= marks_.size() || mark.rank() <= kArticleRank) return false;
    const LabelMark& next = marks_[i + 1];
    const OpenList* items = find(tree.stack, next.rank());
    return items && next.role() == StyleRole::unit && scheme_.place(next.rank()) > scheme_.place(mark.rank()) && next.number == items->number + 1;
  }

  int next_number(std::size_t i) const { return next_[i] == kNone ? 0 : marks_[next_[i]].number; }

  bool go_on(std::size_t i, Tree& tree, OpenList& open) {
    LabelMark& mark = marks_[i];
    const int expected = open.number + 1;
    bool filled = false;
    const bool follows = mark.number == expected || (mark.number == open.number && mark.reading.sub > open.sub);
    const bool misread = !follows && mark.reading.sub == 0 &&
                         ((next_number(i) == expected + 1 && mark.number != expected && !comes_again(i, expected)) || parts_run(i, tree, open));
    if (misread) {
      mark.misread = true;
      mark.number = expected;
    } else if (!follows && mark.number == 1) {
      if (next_number(i) == expected && expected > 2) return false;
      pop_below(tree, mark.rank(), false);
      return begin_list(i, tree);
    } else if (!follows && !out_of_order(i, open, filled)) {
      return false;
    }
    pop_below(tree, mark.rank(), true);
    OpenList& list = tree.stack.back();
    if (!filled) list.number = mark.number;
    list.sub = mark.reading.sub, list.mark = i;
    mark.list = list.list;
    return true;
  }

  /// A number that does not follow: kept where it is the only one of its value, and flagged. `filled`: it had been passed over.
  bool out_of_order(std::size_t i, OpenList& open, bool& filled) {
    LabelMark& mark = marks_[i];
    if (mark.weak) return false;
    if (const auto hole = std::find(open.holes.begin(), open.holes.end(), mark.number); hole != open.holes.end()) {
      open.holes.erase(hole);
      mark.duplicate = false;
      filled = true;
      return true;
    }
    if (comes_again(i, open.number + 1)) return false;
    if (mark.number == open.number) {
      mark.duplicate = true;
      return true;
    }
    const bool goes_on = next_number(i) == mark.number + 1;
    if (mark.number < open.number || mark.number > open.number + kLongestJump) {
      if (!goes_on && !is_sure_article(mark, open)) return false;
      open.holes.clear();
    }
    mark.gap = true;
    mark.missing_from = mark.number > open.number ? open.number + 1 : 1;
    mark.after = marks_[open.mark].block;
    for (int n = open.number + 1; n < mark.number && n <= open.number + kLongestJump; ++n) open.holes.push_back(n);
    return true;
  }

  /// An excerpt leaves articles out, any number of them: 第二十五条　…。⏎第四十条　…. A citation stands in a sentence.
  static bool is_sure_article(const LabelMark& mark, const OpenList& open) {
    return mark.rank() == kArticleRank && mark.number > open.number && mark.begins && !mark.tight;
  }

  bool begin_list(std::size_t i, Tree& tree) {
    LabelMark& mark = marks_[i];
    const auto run = tree.closed.find(mark.rank());
    const bool runs_on = run != tree.closed.end() && mark.number == run->second.number + 1 && mark.number > 1;
    if (!runs_on && mark.number != 1) {
      if (mark.weak || (run == tree.closed.end() && next_number(i) == 1)) return false;
      if (next_number(i) != mark.number + 1 && mark.rank() > kArticleRank && mark.number > kLongestJump) return false;
    }
    OpenList list;
    list.rank = mark.rank(), list.number = mark.number, list.sub = mark.reading.sub, list.mark = i;
    list.list = runs_on ? run->second.list : lists_++;
    pop_below(tree, mark.rank(), false);
    if (!runs_on && mark.number != 1) {
      mark.gap = true;
      const bool counted_on = run != tree.closed.end() && mark.number > run->second.number;
      mark.missing_from = counted_on ? run->second.number + 1 : 1;
      mark.after = counted_on ? marks_[run->second.mark].block : tree.stack.empty() ? 0 : marks_[tree.stack.back().mark].block;
      if (counted_on) list.list = run->second.list;
      for (int n = mark.missing_from; n < mark.number && n <= mark.missing_from + kLongestJump; ++n) list.holes.push_back(n);
    }
    mark.list = list.list;
    tree.stack.push_back(list);
    return true;
  }

  /// Close all lists below a rank, and those of the rank itself unless `keep`.
  void pop_below(Tree& tree, int rank, bool keep) {
    const double place = scheme_.place(rank);
    while (!tree.stack.empty()) {
      const double top = scheme_.place(tree.stack.back().rank);
      if (top < place || (keep && tree.stack.back().rank == rank)) return;
      tree.closed[tree.stack.back().rank] = tree.stack.back();
      tree.stack.pop_back();
    }
  }

  std::vector<LabelMark>& marks_;
  std::vector<std::size_t> next_;
  Scheme scheme_;
  Tree main_, box_;
  bool in_box_ = false;
  std::size_t lists_ = 1;
};

/// A document that counts in a weak style time and again does so on purpose: there each of its labels is as good as a strong one.
/// Not decimals, which quantities are written as.
void trust_habits(std::vector<LabelMark>& marks) {
  constexpr int kHabit = 3;  // steps from one number to the next
  struct Use {
    int last = 0, steps = 0;
  };
  std::map<const Style*, Use> uses;
  for (const LabelMark& mark : marks) {
    if (!mark.weak || mark.role() != StyleRole::unit || mark.reading.style->numerals == Numerals::decimal) continue;
    Use& use = uses[mark.reading.style];
    use.steps += mark.number == use.last + 1 && use.last > 0;
    use.last = mark.number;
  }
  for (LabelMark& mark : marks)
    if (const auto use = uses.find(mark.reading.style); use != uses.end() && use->second.steps >= kHabit) mark.weak = false;
}

/// Whether two decimals are of one kind: 1.2 and 1.2.1, A.1 and A.1.1.
bool are_decimals(const LabelMark& a, const LabelMark& b) {
  return a.reading.style == b.reading.style && a.reading.style->numerals == Numerals::decimal && a.reading.open == b.reading.open;
}

/// 1.2.1 under 1.2, and 5.1 under 5．, name what they belong to: they need no neighbour.
bool names_its_parent(const std::vector<LabelMark>& marks, std::size_t i) {
  const LabelMark& mark = marks[i];
  const std::string_view number = mark.reading.number_text;
  const std::size_t point = std::min(number.rfind('.'), number.rfind("．"));
  if (mark.reading.style->numerals != Numerals::decimal || point == std::string_view::npos) return false;
  const std::string_view parent = number.substr(0, point);
  for (std::size_t steps = 0; i-- > 0 && steps < kLookAhead; ++steps)
    if (marks[i].accepted && marks[i].reading.number_text == parent) return true;
  return false;
}

/// A.1 above A.1.1 is named by it.
bool is_named_below(const std::vector<LabelMark>& marks, std::size_t i) {
  if (i + 1 >= marks.size() || !are_decimals(marks[i], marks[i + 1])) return false;
  const std::string_view above = marks[i].reading.number_text, below = marks[i + 1].reading.number_text;
  return marks[i + 1].number <= 1 && below.size() > above.size() + 1 && below.starts_with(above) && !is_digit(char_at(below, above.size()));
}

/// Whether the items of an article go on behind a mark as they did before it: `二、` between `（二）` and `（三）` or a new `（一）` heads a
/// section, though nothing is left of the sections beside it.
bool parts_items(const std::vector<LabelMark>& marks, std::size_t i) {
  const LabelMark& mark = marks[i];
  if (mark.weak || mark.rank() <= kArticleRank || mark.number > kLongestJump) return false;
  const auto is_item = [&](const LabelMark& other) { return other.accepted && other.role() == StyleRole::unit && other.rank() > mark.rank(); };
  if (i == 0 || i + 1 >= marks.size() || !is_item(marks[i - 1]) || !is_item(marks[i + 1])) return false;
  const LabelMark &last = marks[i - 1], &next = marks[i + 1];
  return last.rank() == next.rank() && (next.number == 1 ? last.number > 1 : next.number == last.number + 1);
}

/// A list of one weak mark is none; in an article that is no document, neither is one that does not count from 1 to 2.
void drop_lonely(std::vector<LabelMark>& marks, bool strict) {
  std::map<std::size_t, std::pair<std::size_t, int>> lists;  // members, first number
  for (const LabelMark& mark : marks) {
    if (!mark.accepted) continue;
    auto& [size, first] = lists.try_emplace(mark.list, 0, mark.number).first->second;
    ++size;
  }
  for (std::size_t i = 0; i < marks.size(); ++i) {
    LabelMark& mark = marks[i];
    if (!mark.accepted || mark.role() != StyleRole::unit) continue;
    const auto& [size, first] = lists[mark.list];
    const bool counts_things = mark.rank() == kArticleRank && mark.tight;  // 第三条通道建成通车: 条 is what roads are counted in
    const bool lonely = (size < 2 || (first != 1 && size < 3)) && (strict || !(names_its_parent(marks, i) || is_named_below(marks, i)));
    if (lonely && !strict && parts_items(marks, i)) continue;
    if (lonely && (strict || mark.weak || (size < 2 && first != 1 && (mark.rank() > kArticleRank || counts_things)))) mark.accepted = false;
  }
}

/// Levels of a run of marks that has a tree of its own: the ranks in use, counted from the highest.
template <class Belongs>
void set_levels(std::vector<LabelMark>& marks, std::size_t begin, std::size_t end, int base, Belongs belongs) {
  std::set<double> places;
  for (std::size_t i = begin; i < end; ++i)
    if (belongs(marks[i])) places.insert(marks[i].place);
  for (std::size_t i = begin; i < end; ++i)
    if (belongs(marks[i])) marks[i].level = base + static_cast<int>(std::distance(places.begin(), places.find(marks[i].place)));
}

template <class Is>
std::size_t find_next(const std::vector<LabelMark>& marks, std::size_t i, Is is) {
  while (i < marks.size() && !(marks[i].accepted && is(marks[i]))) ++i;
  return i;
}

void set_levels(std::vector<LabelMark>& marks) {
  const auto unit = [](bool boxed) {
    return [=](const LabelMark& mark) { return mark.accepted && mark.role() == StyleRole::unit && mark.boxed == boxed; };
  };
  const auto root = [](const LabelMark& mark) { return mark.role() == StyleRole::root; };
  const auto is_box = [](const LabelMark& mark) { return mark.is_box(); };
  for (std::size_t begin = 0; begin < marks.size();) {
    const bool annex = marks[begin].accepted && marks[begin].role() == StyleRole::root;
    if (annex) marks[begin].level = 1;
    const std::size_t end = find_next(marks, begin + 1, root);
    set_levels(marks, begin, end, annex ? 2 : 1, unit(false));
    for (std::size_t box = find_next(marks, begin, is_box); box < end;) {
      marks[box].level = 1;
      const std::size_t next = std::min(end, find_next(marks, box + 1, is_box));
      set_levels(marks, box, next, 2, unit(true));
      box = next;
    }
    begin = end;
  }
}

}  // namespace

void decide_sequence(std::vector<LabelMark>& marks, bool strict) {
  if (!strict) trust_habits(marks);
  Sequencer(marks).run();
  drop_lonely(marks, strict);
  set_levels(marks);
}

}  // namespace jianbao
