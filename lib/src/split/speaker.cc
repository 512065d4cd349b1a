#include "split/speaker.h"

#include "text/chars.h"

namespace jianbao {

std::string_view speaker_of(std::string_view text) {
  constexpr std::size_t kHan = 3, kLeast = 2, kMost = 8;  // bytes of one; characters
  constexpr std::string_view kOpen = "《", kClose = "》";
  constexpr std::size_t kLongestPost = 60;  // bytes in brackets behind a name: 江若愚（区经济发展局局长）：
  text = text.substr(0, kHan * (kMost + 2) + kLongestPost);  // what is behind that ends no name
  std::size_t end = text.find("：");
  if (end == std::string_view::npos) return {};
  const std::size_t open = text.find("（");
  if (open != 0 && open < end && end - open <= kLongestPost && text.substr(0, end).ends_with("）")) end = open;
  if (end > kHan * kMost || end < kHan * kLeast) return {};
  const std::string_view speaker = text.substr(0, end);
  const bool paper = speaker.starts_with(kOpen) && speaker.ends_with(kClose);
  return all_han(paper ? speaker.substr(kOpen.size(), speaker.size() - kOpen.size() - kClose.size()) : speaker) ? speaker : std::string_view{};
}

std::string_view turn_of(std::string_view text) {
  constexpr std::size_t kHan = 3;  // bytes
  constexpr std::string_view kColon = "：";
  const bool turn = text.size() > kHan && text.substr(kHan).starts_with(kColon) && is_han(first_char(text));
  return turn ? text.substr(0, kHan) : speaker_of(text);
}

}  // namespace jianbao
