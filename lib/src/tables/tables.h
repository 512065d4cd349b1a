// All tables of one Rules object, and what stages compile out of them: made on first use, once, whatever the thread.
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <typeinfo>

#include "jianbao/rules.h"
#include "tables/image.h"
#include "text/table.h"

namespace jianbao {

struct Rules::Tables {
  /// The built-in tables. `from_image`: nothing is to be merged into them, so that what the build compiled of them holds.
  explicit Tables(bool from_image = false);

  /// A table by its file's stem (`numbering`), read on first use. Throws RulesError where there is none, or it is malformed.
  const Table& table(std::string_view name) const;

  /// `T(const Rules::Tables&)`, made once. T is a stage's compiled form of the tables it needs. Asked for on every line,
  /// so it takes no lock once T is there.
  template <class T>
  const T& compiled() const {
    static const std::size_t number = next_number();
    Slot& slot = slots_[number];
    if (const void* ready = slot.ready.load(std::memory_order_acquire)) return *static_cast<const T*>(ready);
    std::call_once(slot.once, [&] {
      slot.type = typeid(T).name();
      slot.compile = [](const Tables& tables) -> const void* { return &tables.compiled<T>(); };
      const void* made = from_image_ ? find_in_image(slot.type) : nullptr;
      if (!made) made = (slot.value = std::shared_ptr<T>(new T(*this))).get();  // a block of memory of its own, as the image asks
      slot.ready.store(made, std::memory_order_release);
    });
    return *static_cast<const T*>(slot.ready.load(std::memory_order_acquire));
  }

  /// Calls `each(type, compile)` for all that has been compiled; `compile(tables)` does the same for other tables.
  template <class Each>
  void each_compiled(Each each) const {
    for (const Slot& slot : slots_)
      if (slot.ready) each(slot.type, slot.compile);
  }

  /// A built-in table, and what of it is read.
  struct Source {
    std::string_view text;
    mutable std::once_flag once = {};
    mutable std::optional<Table> table = {};
  };
  std::map<std::string, Source, std::less<>> sources;
  std::deque<std::string> own_texts;  ///< of a user's rules, which tables look into

 private:
  struct Slot {
    std::once_flag once;
    const char* type = nullptr;
    const void* (*compile)(const Tables&) = nullptr;
    std::shared_ptr<void> value;
    std::atomic<const void*> ready = nullptr;  ///< the value, once it is there
  };
  static std::size_t next_number();  ///< another for each T of the program

  static constexpr std::size_t kMostCompiled = 64;  // 29 are in use
  mutable std::array<Slot, kMostCompiled> slots_;
  bool from_image_;
};

}  // namespace jianbao
