// What is known of single characters. Most characters of a text have no entry, and a table is asked at every one of them: so
// keys stand by themselves, without nodes, and at most every other slot is taken.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "text/utf8.h"

namespace jianbao {

template <class Value>
class CharMap {
 public:
  /// The value of a character, made where there is none.
  Value& operator[](char32_t c) {
    std::size_t i = slot(c);
    if (keys_[i] != kFree) return values_[numbers_[i]];
    if (2 * (values_.size() + 1) > keys_.size()) {
      grow();
      i = slot(c);
    }
    keys_[i] = c;
    numbers_[i] = static_cast<std::uint32_t>(values_.size());
    return values_.emplace_back();
  }

  /// Null where the character has no value.
  const Value* find(char32_t c) const {
    const std::size_t i = slot(c);
    return keys_[i] == kFree ? nullptr : &values_[numbers_[i]];
  }

  bool contains(char32_t c) const { return keys_[slot(c)] != kFree; }

 private:
  static constexpr char32_t kFree = 0xFFFFFFFF;
  static constexpr std::size_t kSlots = 16;

  /// Where a character stands, or the free slot that it would take.
  std::size_t slot(char32_t c) const {
    std::size_t i = static_cast<std::uint32_t>(c) * 0x9E3779B1u >> shift_;
    while (keys_[i] != c && keys_[i] != kFree) i = (i + 1) & (keys_.size() - 1);
    return i;
  }

  void grow() {
    const std::vector<char32_t> keys = std::move(keys_);
    const std::vector<std::uint32_t> numbers = std::move(numbers_);
    keys_.assign(2 * keys.size(), kFree);
    numbers_.assign(keys_.size(), 0);
    --shift_;
    for (std::size_t old = 0; old < keys.size(); ++old) {
      if (keys[old] == kFree) continue;
      const std::size_t i = slot(keys[old]);
      keys_[i] = keys[old];
      numbers_[i] = numbers[old];
    }
  }

  std::vector<char32_t> keys_ = std::vector<char32_t>(kSlots, kFree);  ///< open addressing; their count is a power of two
  std::vector<std::uint32_t> numbers_ = std::vector<std::uint32_t>(kSlots);  ///< of the values, by slot
  std::vector<Value> values_;
  int shift_ = 32 - std::countr_zero(kSlots);
};

/// Lists of values by a character, all in one piece of memory: a table has hundreds of characters with a word or two.
template <class Value>
class CharLists {
 private:
  struct Node;

 public:
  class Iterator {
   public:
    Iterator(const Node* nodes, std::uint32_t at) : nodes_(nodes), at_(at) {}
    const Value& operator*() const { return nodes_[at_ - 1].value; }
    Iterator& operator++() { return at_ = static_cast<std::uint32_t>(nodes_[at_ - 1].next), *this; }
    bool operator!=(const Iterator& other) const { return at_ != other.at_; }

   private:
    const Node* nodes_;
    std::uint32_t at_;
  };
  struct List {
    Iterator first, behind;
    Iterator begin() const { return first; }
    Iterator end() const { return behind; }
    bool empty() const { return !(first != behind); }
  };

  /// Insert before the first value of the character's list that `is_behind(value)`; at the end where none is.
  template <class IsBehind>
  void insert(char32_t c, Value value, IsBehind is_behind) {
    const auto number = static_cast<std::uint32_t>(nodes_.size() + 1);
    std::uint32_t before = kEnd, next = first_[c];
    while (next != kEnd && !is_behind(nodes_[next - 1].value)) next = static_cast<std::uint32_t>(nodes_[(before = next) - 1].next);
    if (before == kEnd) first_[c] = number;
    else nodes_[before - 1].next = number;
    nodes_.push_back({std::move(value), next});
  }
  void push_back(char32_t c, Value value) {
    insert(c, std::move(value), [](const Value&) { return false; });
  }

  bool contains(char32_t c) const { return first_.contains(c); }

  /// Empty where there is none.
  List of(char32_t c) const {
    const std::uint32_t* const first = first_.find(c);
    return {{nodes_.data(), first ? *first : kEnd}, {nodes_.data(), kEnd}};
  }

 private:
  static constexpr std::uint32_t kEnd = 0;
  struct Node {
    Value value;
    std::conditional_t<alignof(Value) == alignof(std::uint64_t), std::uint64_t, std::uint32_t> next;  // without padding, which the image would hold
  };
  CharMap<std::uint32_t> first_;  ///< numbers of nodes, counted from 1
  std::vector<Node> nodes_;
};

/// A set of characters.
class CharSet {
 public:
  void insert(char32_t c) { map_[c] = {}; }
  void insert(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) insert(next_char(text, at));
  }
  bool contains(char32_t c) const { return map_.contains(c); }

 private:
  struct Nothing {};
  CharMap<Nothing> map_;
};

}  // namespace jianbao
