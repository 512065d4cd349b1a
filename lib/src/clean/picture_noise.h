// What line OCR reads in a picture: lines of Han that make no words, a few characters of them again and again.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "clean/clean_scan.h"

namespace jianbao {

/// The lines that were read in pictures, in order.
///
///     光斑六所关于尖遂尖尖汪并WE 拓  玉 儿      scattered
///     尖关沁并沁尖尖尖庆关所六尖商尖光光斋      scattered
///     所         相                              a scrap beside them
std::vector<Span> picture_noise(std::string_view text, const CleanScan& scan);

}  // namespace jianbao
