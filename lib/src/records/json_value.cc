#include "records/json_value.h"

#include <rapidjson/error/en.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>

#include "jianbao/json.h"
#include "text/utf8_check.h"

namespace jianbao {
namespace {

constexpr int kDeepest = 1000;  // values in each other, so that no line runs out of stack

bool is_deeper(const rapidjson::Value& value, int levels) {
  const auto deeper = [levels](const rapidjson::Value& inner) { return is_deeper(inner, levels - 1); };
  if (levels < 0) return true;
  if (value.IsArray()) return std::any_of(value.Begin(), value.End(), deeper);
  return value.IsObject() && std::any_of(value.MemberBegin(), value.MemberEnd(), [&](const auto& member) { return deeper(member.value); });
}

}  // namespace

JsonDocument::JsonDocument(std::string_view line) {
  if (!is_valid_utf8(line)) throw JsonError("not UTF-8");
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  constexpr std::size_t kAhead = 16;  // bytes behind the end that may be looked at
  std::string padded;
  padded.reserve(line.size() + kAhead);
  padded.append(line).append(kAhead, '\0');
  rapidjson::StringStream stream(padded.c_str());
  if (line.starts_with(kByteOrderMark)) stream.src_ += kByteOrderMark.size();
  document_.ParseStream<rapidjson::kParseIterativeFlag | rapidjson::kParseFullPrecisionFlag>(stream);
  if (document_.HasParseError())
    throw JsonError("no JSON: " + std::string(rapidjson::GetParseError_En(document_.GetParseError())) + " At byte " + std::to_string(document_.GetErrorOffset()));
}

std::optional<std::uint64_t> JsonValue::whole_number() const {
  if (!value_ || !value_->IsUint64()) return {};
  return value_->GetUint64();
}

std::string JsonValue::minified() const {
  if (!value_) return {};
  if (is_deeper(*value_, kDeepest)) throw JsonError("too many values in each other");
  rapidjson::StringBuffer out;
  rapidjson::Writer<rapidjson::StringBuffer> writer(out);
  value_->Accept(writer);
  return {out.GetString(), out.GetSize()};
}

JsonValue JsonValue::operator[](std::string_view name) const {
  if (!is_object()) return {};
  const auto found = value_->FindMember(rapidjson::Value(rapidjson::StringRef(name.data(), name.size())));
  return found == value_->MemberEnd() ? JsonValue() : JsonValue(found->value);
}

std::vector<JsonValue> JsonValue::elements() const {
  std::vector<JsonValue> out;
  if (value_ && value_->IsArray())
    for (const rapidjson::Value& element : value_->GetArray()) out.emplace_back(element);
  return out;
}

std::vector<std::pair<JsonValue, JsonValue>> JsonValue::members() const {
  std::vector<std::pair<JsonValue, JsonValue>> out;
  if (is_object())
    for (const auto& member : value_->GetObject()) out.emplace_back(JsonValue(member.name), JsonValue(member.value));
  return out;
}

}  // namespace jianbao
