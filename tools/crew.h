// Several threads at one row of units: each takes the next one, works on it, and hands it on in the order of taking.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <exception>
#include <map>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace tools {

/// `take(Unit&)` gives the next unit, false where there is none; `work(Unit&)` makes a Done of it; `hand_on(Done&)` gets them
/// in order. One thread at a time takes, one hands on. What one of them throws ends all work, and is thrown here.
template <class Unit, class Done, class Take, class Work, class HandOn>
void work_in_order(unsigned threads, Take take, Work work, HandOn hand_on) {
  const std::size_t most = 2 * std::size_t{threads};  // units under way: when one takes long the others need not wait at once
  std::mutex taking, handing;
  std::condition_variable handed_on;
  std::map<std::size_t, Done> done;  // and not handed on, by number
  std::size_t taken = 0, next = 0;   // numbers
  std::exception_ptr failure;

  const auto take_next = [&](Unit& unit, std::size_t& number) {
    const std::lock_guard lock(taking);
    number = taken;
    if (!take(unit)) return false;
    ++taken;
    return true;
  };
  const auto hand_in = [&](std::size_t number, Done made) {
    std::unique_lock lock(handing);
    handed_on.wait(lock, [&] { return failure || number < next + most; });
    if (failure) return false;
    done.emplace(number, std::move(made));
    for (auto first = done.begin(); first != done.end() && first->first == next; first = done.erase(first), ++next) hand_on(first->second);
    handed_on.notify_all();
    return true;
  };
  const auto run = [&] {
    try {
      Unit unit;
      for (std::size_t number; take_next(unit, number);)
        if (!hand_in(number, work(unit))) return;
    } catch (...) {
      const std::lock_guard lock(handing);
      if (!failure) failure = std::current_exception();
      handed_on.notify_all();
    }
  };
  {
    std::vector<std::jthread> crew;
    for (unsigned i = 0; i < threads; ++i) crew.emplace_back(run);
  }
  if (failure) std::rethrow_exception(failure);
}

}  // namespace tools
