// A line of JSON, read into values that look into it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace jianbao {

/// A value where it is printed; every value is followed by those it holds, an object's names before their values.
struct JsonNode {
  char first = 0;           ///< of what is printed: { [ " or that of a number, true, false, null; 0: there is none
  bool escaped = false;     ///< a string with a backslash in it
  std::string_view raw;     ///< as it is printed; a string without its quotes
  std::size_t behind = 0;   ///< the number of the first node that is not of this value
};

class JsonElements;

/// A value of a document, which must outlive it. Whatever is asked of a value of another kind, or of one that is missing, is empty.
class JsonValue {
 public:
  JsonValue() = default;
  JsonValue(const std::vector<JsonNode>& nodes, std::size_t number) : nodes_(&nodes), number_(number) {}

  bool is_there() const { return nodes_ != nullptr; }
  bool is_object() const { return first() == '{'; }
  bool is_string() const { return first() == '"'; }
  bool is_number() const { return first() == '-' || (first() >= '0' && first() <= '9'); }

  std::string text() const;
  std::optional<std::uint64_t> whole_number() const;  ///< that is not negative
  bool is_true() const { return first() == 't'; }
  std::string minified() const;  ///< as it is printed, but without spaces between its parts

  /// An object's member; the first of several of one name.
  JsonValue operator[](std::string_view name) const;

  JsonElements elements() const;                                 ///< of an array
  std::vector<std::pair<JsonValue, JsonValue>> members() const;  ///< of an object: names and values

  /// The next one of an array.
  JsonValue next() const { return {*nodes_, node().behind}; }
  bool operator==(const JsonValue&) const = default;

 private:
  const JsonNode& node() const { return (*nodes_)[number_]; }
  char first() const { return nodes_ ? node().first : '\0'; }

  const std::vector<JsonNode>* nodes_ = nullptr;
  std::size_t number_ = 0;
};

/// The elements of an array, one by one.
class JsonElements {
 public:
  class Iterator {
   public:
    explicit Iterator(JsonValue at) : at_(at) {}
    const JsonValue& operator*() const { return at_; }
    Iterator& operator++() { return at_ = at_.next(), *this; }
    bool operator!=(const Iterator& other) const { return at_ != other.at_; }

   private:
    JsonValue at_;
  };

  JsonElements(JsonValue begin, JsonValue end) : begin_(begin), end_(end) {}
  Iterator begin() const { return Iterator(begin_); }
  Iterator end() const { return Iterator(end_); }

 private:
  JsonValue begin_, end_;
};

class JsonDocument {
 public:
  /// Throws JsonError where the line, which must stay, is no JSON.
  explicit JsonDocument(std::string_view line);
  JsonValue root() const { return {nodes_, 0}; }

 private:
  std::vector<JsonNode> nodes_;
};

}  // namespace jianbao
