#include "pattern_store.h"

namespace jianbao {
namespace {

/// Reads the parts of a pattern one behind the other.
class Reader {
 public:
  explicit Reader(std::size_t at) : sizes_(kPatternStore.numbers.data() + at), data_(sizes_ + kPatternParts) {}

  template <class T>
  void operator()(std::span<const T>& part) {
    part = {reinterpret_cast<const T*>(data_), *sizes_++};
    data_ += numbers_of(part.size_bytes());
  }

 private:
  const std::uint64_t* sizes_;
  const std::uint64_t* data_;
};

bool find(std::string_view pattern, PatternView& view) {
  const std::size_t last = kPatternStore.slots.size() - 1;
  for (std::size_t slot = pattern_hash(pattern) & last; kPatternStore.slots[slot] != 0; slot = (slot + 1) & last) {
    Reader read(kPatternStore.slots[slot] - 1);
    std::span<const char> source;
    read(source);
    if (std::string_view(source.data(), source.size()) != pattern) continue;
    each_part(view, read);
    return true;
  }
  return false;
}

}  // namespace

PatternView pattern_code(std::string_view pattern, std::string_view place, const WordLists& lists, std::shared_ptr<const PatternCode>& own) {
  PatternView view;
  const bool holds = lists.built_in || pattern.find("{@") == std::string_view::npos;
  if (holds && find(pattern, view)) return view;
  own = std::make_shared<PatternCode>(compile_pattern(pattern, place, lists));
  return view_of(*own);
}

}  // namespace jianbao
