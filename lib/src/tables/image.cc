#include "tables/image.h"

namespace jianbao {

const void* find_in_image(std::string_view type) {
  for (const ImageObject& object : image_objects())
    if (object.type == type) return object.at;
  return nullptr;
}

}  // namespace jianbao
