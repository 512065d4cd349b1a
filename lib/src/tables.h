// All tables of one Rules object, and what stages compile out of them: made on first use, once, whatever the thread.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <typeindex>

#include "jianbao/rules.h"
#include "table.h"

namespace jianbao {

struct Rules::Tables {
  /// A table by its file's stem (`numbering`). Throws RulesError where there is none.
  const Table& table(std::string_view name) const;

  /// `T(const Rules::Tables&)`, made once. T is a stage's compiled form of the tables it needs.
  template <class T>
  const T& compiled() const {
    Slot& slot = slot_of(typeid(T));
    std::call_once(slot.once, [&] { slot.value = std::make_shared<T>(*this); });
    return *static_cast<const T*>(slot.value.get());
  }

  std::map<std::string, Table, std::less<>> tables;

 private:
  struct Slot {
    std::once_flag once;
    std::shared_ptr<void> value;
  };
  Slot& slot_of(std::type_index type) const;

  mutable std::mutex mutex_;
  mutable std::map<std::type_index, Slot> slots_;
};

}  // namespace jianbao
