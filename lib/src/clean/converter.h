// ICU's converters.
#pragma once

#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

#include "text/icu.h"

namespace jianbao {

using Converter = std::unique_ptr<UConverter, decltype(&::ucnv_close)>;

/// Throws std::invalid_argument where the name is not known.
inline Converter open_converter(std::string_view name) {
  UErrorCode status = U_ZERO_ERROR;
  const Icu& icu = Icu::get();
  Converter converter(icu.ucnv_open(std::string(name).c_str(), &status), icu.ucnv_close);
  if (U_FAILURE(status)) throw std::invalid_argument("unknown encoding '" + std::string(name) + "'");
  icu.ucnv_setToUCallBack(converter.get(), icu.UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  return converter;
}

/// What UTF-16 is in its encoding.
inline void append_encoded(std::string& out, std::u16string_view wide, UConverter* converter) {
  const Icu& icu = Icu::get();
  const auto length = static_cast<std::int32_t>(wide.size());
  const std::size_t begin = out.size();
  const std::int32_t most = UCNV_GET_MAX_BYTES_FOR_STRING(length, icu.ucnv_getMaxCharSize(converter));
  out.resize(begin + static_cast<std::size_t>(most));
  UErrorCode status = U_ZERO_ERROR;
  const std::int32_t size = icu.ucnv_fromUChars(converter, out.data() + begin, most, wide.data(), length, &status);
  out.resize(begin + (U_SUCCESS(status) ? static_cast<std::size_t>(size) : 0));
}

}  // namespace jianbao
