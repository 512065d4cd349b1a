#include "clean/edits.h"

#include <algorithm>
#include <utility>

#include "text/chars.h"

namespace jianbao {

namespace {

std::string_view view(std::string_view text, Span span) { return text.substr(span.begin, span.size()); }

bool is_inside_char(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

/// Leave out the characters that both sides have at their beginnings and ends.
void trim_same(std::string_view text, Span& from, std::string_view& after) {
  std::string_view before = view(text, from);
  auto same = static_cast<std::size_t>(std::mismatch(before.begin(), before.end(), after.begin(), after.end()).first - before.begin());
  while (same > 0 && same < before.size() && is_inside_char(before[same])) --same;
  before.remove_prefix(same);
  after.remove_prefix(same);
  from.begin += same;
  same = static_cast<std::size_t>(std::mismatch(before.rbegin(), before.rend(), after.rbegin(), after.rend()).first - before.rbegin());
  while (same > 0 && is_inside_char(before[before.size() - same])) --same;
  after.remove_suffix(same);
  from.end -= same;
}

}  // namespace

bool Rewriter::replace(Span from, std::string_view after, Rule rule) {
  if (!rules_.has(rule) || (!kept_.empty() && is_kept(from))) return false;
  trim_same(text_, from, after);
  if (from.empty() && after.empty()) return true;
  if (changes_.empty()) out_.reserve(text_.size() + text_.size() / 8);  // wide marks are longer than narrow ones
  out_.append(text_, at_, from.begin - at_);
  const std::size_t begin = out_.size();
  out_.append(after);
  changes_.push_back({name_of(rule), from, {begin, out_.size()}});
  at_ = from.end;
  return true;
}

bool Rewriter::is_kept(Span from) {
  while (!kept_.empty() && kept_.front().end <= from.begin) kept_ = kept_.subspan(1);
  return !kept_.empty() && from.end > kept_.front().begin && from.begin < kept_.front().end;
}

std::string Rewriter::take_text() {
  out_.append(text_, at_);
  return std::move(out_);
}

namespace {

/// Walks both lists by their place in the text between, and gathers what overlaps there into one change.
class Composer {
 public:
  Composer(const std::vector<Change>& first, const std::vector<Change>& second, std::string_view source, std::string_view text)
      : first_(first), second_(second), source_(source), text_(text) {}

  std::vector<Change> run() {
    result_.reserve(first_.size() + second_.size());
    while (a_ < first_.size() || b_ < second_.size()) next_group();
    return std::move(result_);
  }

 private:
  /// Whether the next change of the first list comes before that of the second: a change without extent comes first.
  bool first_is_next() const {
    if (a_ == first_.size() || b_ == second_.size()) return b_ == second_.size();
    const Span one = first_[a_].to, other = second_[b_].from;
    return one.begin != other.begin ? one.begin < other.begin : one.empty() || !other.empty();
  }

  bool overlaps(Span next) const {
    return next.begin < group_.end || (next.begin == group_.end && group_.empty() && next.empty());
  }

  void next_group() {
    source_size_ = text_size_ = 0;
    if (first_is_next())
      group_ = first_[a_].to, take_first();
    else
      group_ = second_[b_].from, take_second();
    for (;;) {
      if (a_ < first_.size() && overlaps(first_[a_].to))
        take_first();
      else if (b_ < second_.size() && overlaps(second_[b_].from))
        take_second();
      else
        break;
    }
    add();
  }

  void take_first() {
    const Change& change = first_[a_++];
    group_.end = std::max(group_.end, change.to.end);
    source_size_ += change.from.size() - change.to.size();
    rule_of_first_ = change.rule;
  }

  void take_second() {
    const Change& change = second_[b_++];
    group_.end = std::max(group_.end, change.from.end);
    text_size_ += change.to.size() - change.from.size();
    rule_ = change.rule;
  }

  void add() {
    const std::size_t from = group_.begin + source_shift_, to = group_.begin + text_shift_;
    const Change change{rule_.empty() ? rule_of_first_ : rule_, {from, from + group_.size() + source_size_}, {to, to + group_.size() + text_size_}};
    source_shift_ += source_size_;
    text_shift_ += text_size_;
    rule_ = {};
    if (view(source_, change.from) != view(text_, change.to)) result_.push_back(change);
  }

  const std::vector<Change>&first_, &second_;
  std::string_view source_, text_;
  std::vector<Change> result_;
  std::size_t a_ = 0, b_ = 0;
  Span group_;                                      // in the text between
  std::size_t source_size_ = 0, text_size_ = 0;     // how much longer the group is in the source and in the new text, modulo 2^64
  std::size_t source_shift_ = 0, text_shift_ = 0;   // and how much farther on it stands there
  std::string_view rule_, rule_of_first_;
};

}  // namespace

std::vector<Change> compose(std::vector<Change> first, std::vector<Change> second, std::string_view source, std::string_view text) {
  if (first.empty()) return second;
  if (second.empty()) return first;
  return Composer(first, second, source, text).run();
}

namespace {

/// White space or a byte order mark, which no record need account for.
bool is_white(std::string_view text) {
  for (std::size_t at = 0; at < text.size();)
    if (const char32_t c = next_char(text, at); !is_space(c) && c != '\n' && c != '\f' && c != '\r' && c != 0xFEFF)
      return false;
  return true;
}

constexpr int kReach = 64;  // characters of white space on the way to the next one that is none

/// Take the character before `change`, or all of the change that ends there.
void extend_left(std::string_view text, Change& change, std::vector<Change>& done) {
  if (!done.empty() && done.back().to.end == change.to.begin) {
    change = {done.back().rule, {done.back().from.begin, change.from.end}, {done.back().to.begin, change.to.end}};
    done.pop_back();
    return;
  }
  const std::size_t size = change.to.begin - before(text, change.to.begin);
  change.from.begin -= size;
  change.to.begin -= size;
}

void extend_right(std::string_view text, Change& change) {
  std::size_t end = change.to.end;
  next_char(text, end);
  change.from.end += end - change.to.end;
  change.to.end = end;
}

}  // namespace

void anchor_deletions(std::string_view source, std::string_view text, std::vector<Change>& changes) {
  std::vector<Change> done;
  done.reserve(changes.size());
  for (std::size_t i = 0; i < changes.size(); ++i) {
    Change change = changes[i];
    if (change.to.empty() && !is_white(view(source, change.from))) {
      const std::size_t end = i + 1 < changes.size() ? changes[i + 1].to.begin : text.size();
      for (int n = 0; n < kReach && change.to.begin > 0 && is_white(view(text, change.to)); ++n) extend_left(text, change, done);
      for (int n = 0; n < kReach && change.to.end < end && is_white(view(text, change.to)); ++n) extend_right(text, change);
    }
    done.push_back(change);
  }
  changes = std::move(done);
}

std::vector<Edit> edits_of(const std::vector<Change>& changes, std::string_view source, std::string_view text, std::size_t offset) {
  std::vector<Edit> edits;
  edits.reserve(changes.size());
  for (const auto& [rule, from, to] : changes) {
    Edit& edit = edits.emplace_back();  // filled where it stays: its strings need not move
    edit.rule = rule;
    edit.from = {from.begin + offset, from.end + offset};
    edit.to = to;
    edit.before = view(source, from);
    edit.after = view(text, to);
  }
  return edits;
}

}  // namespace jianbao
