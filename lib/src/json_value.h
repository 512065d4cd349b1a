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

  std::vector<JsonValue> elements() const;                        ///< of an array
  std::vector<std::pair<JsonValue, JsonValue>> members() const;  ///< of an object: names and values

 private:
  const JsonNode& node() const { return (*nodes_)[number_]; }
  char first() const { return nodes_ ? node().first : '\0'; }

  const std::vector<JsonNode>* nodes_ = nullptr;
  std::size_t number_ = 0;
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
