// Memory for what is compiled: given out from its beginning to its end and never taken back, so that two runs which ask for the same get
// the same places in it. The program's operator new takes it from there while an arena is in use.
#pragma once

#include <cstddef>

namespace jianbao {

class Arena {
 public:
  /// `fresh`: the byte that all its memory begins as.
  explicit Arena(unsigned char fresh = 0);
  Arena(const Arena&) = delete;
  Arena& operator=(const Arena&) = delete;

  /// From now on, or none: null.
  static void use(Arena* arena);

  void* take(std::size_t bytes);
  bool holds(const void* pointer) const { return pointer >= memory_ && pointer < memory_ + used_; }
  const char* memory() const { return memory_; }
  bool is_fresh(std::size_t place) const { return memory_[place] == static_cast<char>(fresh_); }

  struct Block {
    std::size_t begin, end;
  };
  /// The block of a place, its end included: that of a list is a place in use.
  const Block& block_at(std::size_t place) const;

 private:
  static constexpr std::size_t kBytes = std::size_t{1} << 26, kBlocks = std::size_t{1} << 20;
  unsigned char fresh_;
  char* memory_;
  Block* blocks_;
  std::size_t used_ = 0, count_ = 0;
};

}  // namespace jianbao
