// The fields of a record, a notice's or an item's, by their names.
#pragma once

#include <algorithm>
#include <string_view>
#include <utility>

#include "jianbao/records.h"

namespace jianbao {

/// The first field of a name; null where there is none.
inline const FieldValue* find_field(const Fields& fields, std::string_view name) {
  const auto field = std::find_if(fields.begin(), fields.end(), [&](const auto& f) { return f.first == name; });
  return field == fields.end() ? nullptr : &field->second;
}
inline FieldValue* find_field(Fields& fields, std::string_view name) { return const_cast<FieldValue*>(find_field(std::as_const(fields), name)); }

inline bool has_field(const Fields& fields, std::string_view name) { return find_field(fields, name) != nullptr; }

inline void drop_field(Fields& fields, std::string_view name) {
  std::erase_if(fields, [&](const auto& field) { return field.first == name; });
}

/// The first of a name, which must be there.
inline void erase_first(Fields& fields, std::string_view name) {
  fields.erase(std::find_if(fields.begin(), fields.end(), [&](const auto& f) { return f.first == name; }));
}

/// The value of a field that holds a `Value`; null where it holds another, or there is none.
template <class Value>
const Value* value_of(const Fields& fields, std::string_view name) {
  const FieldValue* const value = find_field(fields, name);
  return value ? std::get_if<Value>(value) : nullptr;
}

}  // namespace jianbao
