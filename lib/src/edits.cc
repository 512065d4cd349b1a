#include "edits.h"

#include <algorithm>
#include <utility>

#include "chars.h"

namespace jianbao {

namespace {

/// Leave out the characters that both sides have at their beginnings and ends.
void trim_same(std::string_view text, Span& from, std::string_view& after) {
  std::size_t at = 0;
  while (from.begin < from.end && !after.empty()) {
    std::size_t next = from.begin;
    at = 0;
    if (next_char(text, next) != next_char(after, at)) break;
    from.begin = next;
    after.remove_prefix(at);
  }
  while (from.begin < from.end && !after.empty() && last_char(text.substr(from.begin, from.size())) == last_char(after)) {
    after.remove_suffix(after.size() - before(after, after.size()));
    from.end = before(text, from.end);
  }
}

}  // namespace

bool Rewriter::replace(Span from, std::string_view after, Rule rule) {
  if (!rules_.has(rule)) return false;
  trim_same(text_, from, after);
  const std::string_view before = text_.substr(from.begin, from.size());
  if (before == after) return true;
  out_.append(text_, at_, from.begin - at_);
  const std::size_t begin = out_.size();
  out_.append(after);
  edits_.push_back({std::string(name_of(rule)), from, {begin, out_.size()}, std::string(before), std::string(after)});
  at_ = from.end;
  return true;
}

std::string Rewriter::take_text() {
  out_.append(text_, at_);
  return std::move(out_);
}

namespace {

/// Walks both lists by their place in the text between, and gathers what overlaps there into one edit.
class Composer {
 public:
  Composer(std::vector<Edit> first, std::vector<Edit> second, std::string_view between)
      : first_(std::move(first)), second_(std::move(second)), between_(between) {}

  std::vector<Edit> run() {
    result_.reserve(first_.size() + second_.size());
    while (a_ < first_.size() || b_ < second_.size()) next_group();
    return std::move(result_);
  }

 private:
  /// Whether the next edit of the first list comes before that of the second: an edit without extent comes first.
  bool first_is_next() const {
    if (a_ == first_.size() || b_ == second_.size()) return b_ == second_.size();
    const Span one = first_[a_].to, other = second_[b_].from;
    return one.begin != other.begin ? one.begin < other.begin : one.empty() || !other.empty();
  }

  bool overlaps(Span next) const {
    return next.begin < group_.end || (next.begin == group_.end && group_.empty() && next.empty());
  }

  void next_group() {
    const std::size_t a = a_, b = b_;
    group_ = first_is_next() ? first_[a_++].to : second_[b_++].from;
    for (;;) {
      if (a_ < first_.size() && overlaps(first_[a_].to))
        group_.end = std::max(group_.end, first_[a_++].to.end);
      else if (b_ < second_.size() && overlaps(second_[b_].from))
        group_.end = std::max(group_.end, second_[b_++].from.end);
      else
        break;
    }
    add(a, b);
  }

  void add(std::size_t a, std::size_t b) {
    Edit edit;
    edit.rule = b < b_ ? std::move(second_[b_ - 1].rule) : std::move(first_[a_ - 1].rule);
    edit.before = rebuild(first_, a, a_, &Edit::to, &Edit::before);
    edit.after = rebuild(second_, b, b_, &Edit::from, &Edit::after);
    const std::size_t from = group_.begin + before_shift_, to = group_.begin + after_shift_;
    edit.from = {from, from + edit.before.size()};
    edit.to = {to, to + edit.after.size()};
    before_shift_ += edit.before.size() - group_.size();
    after_shift_ += edit.after.size() - group_.size();
    if (edit.before != edit.after) result_.push_back(std::move(edit));
  }

  /// The group's text with the pieces that one list touches exchanged for what they were or become.
  std::string rebuild(std::vector<Edit>& edits, std::size_t begin, std::size_t end, Span Edit::*place,
                      std::string Edit::*piece) {
    if (end - begin == 1 && edits[begin].*place == group_) return std::move(edits[begin].*piece);
    std::string out;
    std::size_t at = group_.begin;
    for (std::size_t i = begin; i < end; ++i) {
      const Span span = edits[i].*place;
      out.append(between_, at, span.begin - at).append(edits[i].*piece);
      at = span.end;
    }
    return out.append(between_, at, group_.end - at);
  }

  std::vector<Edit> first_, second_, result_;
  std::string_view between_;
  std::size_t a_ = 0, b_ = 0;
  Span group_;
  std::size_t before_shift_ = 0, after_shift_ = 0;  // from the text between to the source and to the new text, modulo 2^64
};

}  // namespace

std::vector<Edit> compose(std::vector<Edit> first, std::vector<Edit> second, std::string_view between) {
  if (first.empty()) return second;
  if (second.empty()) return first;
  return Composer(std::move(first), std::move(second), between).run();
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

/// Take the character before `edit`, or all of the edit that ends there.
void extend_left(std::string_view text, Edit& edit, std::vector<Edit>& done) {
  if (!done.empty() && done.back().to.end == edit.to.begin) {
    Edit& last = done.back();
    last.from.end = edit.from.end;
    last.to.end = edit.to.end;
    last.before += edit.before;
    last.after += edit.after;
    edit = std::move(last);
    done.pop_back();
    return;
  }
  const std::size_t begin = before(text, edit.to.begin);
  const std::string_view piece = text.substr(begin, edit.to.begin - begin);
  edit.from.begin -= piece.size();
  edit.to.begin = begin;
  edit.before.insert(0, piece);
  edit.after.insert(0, piece);
}

void extend_right(std::string_view text, Edit& edit) {
  std::size_t end = edit.to.end;
  next_char(text, end);
  const std::string_view piece = text.substr(edit.to.end, end - edit.to.end);
  edit.from.end += piece.size();
  edit.to.end = end;
  edit.before += piece;
  edit.after += piece;
}

}  // namespace

void anchor_deletions(std::string_view text, std::vector<Edit>& edits) {
  std::vector<Edit> done;
  done.reserve(edits.size());
  for (std::size_t i = 0; i < edits.size(); ++i) {
    Edit edit = std::move(edits[i]);
    if (edit.after.empty() && !is_white(edit.before)) {
      const std::size_t end = i + 1 < edits.size() ? edits[i + 1].to.begin : text.size();
      for (int n = 0; n < kReach && edit.to.begin > 0 && is_white(edit.after); ++n) extend_left(text, edit, done);
      for (int n = 0; n < kReach && edit.to.end < end && is_white(edit.after); ++n) extend_right(text, edit);
    }
    done.push_back(std::move(edit));
  }
  edits = std::move(done);
}

}  // namespace jianbao
