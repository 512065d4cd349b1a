// The whole journey on any bytes, as a libFuzzer target. What must hold for every input is checked by trapping; sanitizers see the rest.
#include <cstdint>
#include <cstdlib>

#include "journey.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (!tests::fault_of_cleaning(bytes).empty()) std::abort();
  tests::travel(bytes);
  return 0;
}
