// The built-in tables as compiled by the build (lib/image/make_image.cc), so that a process begins with them.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace jianbao {

/// Eight bytes of the image: numbers, or the place of other bytes of it.
union ImageWord {
  std::uint64_t number;
  const void* pointer;
  char bytes[8];
};

struct ImageObject {
  std::string_view type;  ///< std::type_info::name()
  const ImageWord* at;
};

/// What compiled tables are in the image.
std::span<const ImageObject> image_objects();

/// Null where there is none of this type.
const void* find_in_image(std::string_view type);

}  // namespace jianbao
