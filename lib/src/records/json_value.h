// A line of JSON, read into values that look into it: RapidJSON's document, with the accesses that reading records needs. It is a library
// of headers, so that no tool waits for a library to be found when it starts.
#pragma once

#ifdef __SSE2__
#define RAPIDJSON_SSE2  // strings are copied 16 bytes at once, out of a StringStream
#endif
#include <rapidjson/document.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace jianbao {

/// A value of a document, which must outlive it. Whatever is asked of a value of another kind, or of one that is missing, is empty.
class JsonValue {
 public:
  JsonValue() = default;
  explicit JsonValue(const rapidjson::Value& value) : value_(&value) {}

  bool is_there() const { return value_ != nullptr; }
  bool is_object() const { return value_ && value_->IsObject(); }
  bool is_array() const { return value_ && value_->IsArray(); }
  bool is_string() const { return value_ && value_->IsString(); }
  bool is_number() const { return value_ && value_->IsNumber(); }
  bool is_true() const { return value_ && value_->IsTrue(); }

  std::string text() const { return is_string() ? std::string(value_->GetString(), value_->GetStringLength()) : std::string(); }
  std::optional<std::uint64_t> whole_number() const;  ///< that is not negative
  std::string minified() const;                       ///< without spaces between its parts; throws JsonError where it is nested too deeply

  /// An object's member; the first of several of one name.
  JsonValue operator[](std::string_view name) const;

  std::vector<JsonValue> elements() const;                       ///< of an array
  std::vector<std::pair<JsonValue, JsonValue>> members() const;  ///< of an object: names and values

 private:
  const rapidjson::Value* value_ = nullptr;
};

class JsonDocument {
 public:
  /// Throws JsonError where the line is no JSON, or no UTF-8.
  explicit JsonDocument(std::string_view line);
  JsonValue root() const { return JsonValue(document_); }

 private:
  rapidjson::Document document_;
};

}  // namespace jianbao
