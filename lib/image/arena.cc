#include "arena.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <iterator>
#include <new>

namespace {

jianbao::Arena* g_in_use = nullptr;
constexpr std::size_t kMostArenas = 4;
jianbao::Arena* g_arenas[kMostArenas] = {};

bool is_in_an_arena(const void* pointer) {
  return std::any_of(std::begin(g_arenas), std::end(g_arenas), [&](const jianbao::Arena* arena) { return arena && arena->holds(pointer); });
}

void* take_or_null(std::size_t bytes) { return g_in_use ? g_in_use->take(bytes) : std::malloc(bytes); }

void* take(std::size_t bytes) {
  void* const taken = take_or_null(bytes);
  if (!taken) throw std::bad_alloc();
  return taken;
}

void give(void* pointer) {
  if (!is_in_an_arena(pointer)) std::free(pointer);
}

}  // namespace

void* operator new(std::size_t bytes) { return take(bytes); }
void* operator new[](std::size_t bytes) { return take(bytes); }
void* operator new(std::size_t bytes, const std::nothrow_t&) noexcept { return take_or_null(bytes); }
void* operator new[](std::size_t bytes, const std::nothrow_t&) noexcept { return take_or_null(bytes); }
void operator delete(void* pointer) noexcept { give(pointer); }
void operator delete[](void* pointer) noexcept { give(pointer); }
void operator delete(void* pointer, std::size_t) noexcept { give(pointer); }
void operator delete[](void* pointer, std::size_t) noexcept { give(pointer); }

namespace jianbao {

// All memory of an arena begins as one byte: what a type leaves unset between its members is the same in two arenas of one byte. Each arena begins at other low bytes: a small
// member with the rest of a pointer in the padding behind it would else be the same place in both.
Arena::Arena(unsigned char fresh) : fresh_(fresh), blocks_(static_cast<Block*>(std::calloc(kBlocks, sizeof(Block)))) {
  constexpr std::size_t kShift = 0x1110;  // another number in each of the two lowest bytes
  auto* const free = std::find(std::begin(g_arenas), std::end(g_arenas), nullptr);
  memory_ = static_cast<char*>(std::calloc(kBytes + kMostArenas * kShift, 1));
  if (!memory_ || !blocks_) throw std::bad_alloc();
  memory_ += static_cast<std::size_t>(free - std::begin(g_arenas)) * kShift;
  *free = this;
}

void Arena::use(Arena* arena) { g_in_use = arena; }

void* Arena::take(std::size_t bytes) {
  constexpr std::size_t kAlign = alignof(std::max_align_t);
  const std::size_t begin = used_;
  used_ = (begin + bytes + kAlign) / kAlign * kAlign;  // a place behind the block's end is none of the next one
  if (used_ > kBytes || count_ == kBlocks) return nullptr;
  blocks_[count_++] = {begin, begin + bytes};
  return std::memset(memory_ + begin, fresh_, used_ - begin);
}

const Arena::Block& Arena::block_at(std::size_t place) const {
  return *(std::upper_bound(blocks_, blocks_ + count_, place, [](std::size_t p, const Block& block) { return p < block.begin; }) - 1);
}

}  // namespace jianbao
