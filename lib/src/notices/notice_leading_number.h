// The number of a document that stands right before its name: 湘（2018）资兴市不动产权第0001234号不动产权证书.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "notice_signs/notice_item_words.h"

namespace jianbao {

/// The number between `at` and the name that begins at `name`; nothing where none ends there.
std::optional<std::string> read_leading_number(std::string_view text, std::size_t at, std::size_t name, const ItemWords& words);

/// 编号为0045671的|收据, №0045671|收据: the number of a label that stands at `at`, and nothing else before the name.
std::optional<std::string> read_labelled_lead(std::string_view text, std::size_t at, std::size_t name, const ItemWords& words);

}  // namespace jianbao
