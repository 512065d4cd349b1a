#include "split/speaker.h"

#include "text/chars.h"

namespace jianbao {

namespace {

constexpr std::string_view kColon = "：";

/// 市儿童医院主治医师　秦大江：, the post before the name, both of Han.
std::string_view name_behind_post(std::string_view before_colon) {
  constexpr std::size_t kHan = 3, kLeast = 2, kMost = 4, kLongestPost = 24;  // bytes of one; characters
  constexpr std::string_view kSpace = "　";
  const std::size_t at = before_colon.rfind(kSpace);
  if (at == std::string_view::npos || at == 0 || at > kHan * kLongestPost || !all_han(before_colon.substr(0, at))) return {};
  const std::string_view name = before_colon.substr(at + kSpace.size());
  return name.size() >= kHan * kLeast && name.size() <= kHan * kMost && all_han(name) ? name : std::string_view{};
}

/// 网友“北山松”：, what one is called by.
bool is_called(std::string_view speaker) {
  constexpr std::size_t kHan = 3, kLongestKind = 4, kLongestName = 8;
  constexpr std::string_view kOpen = "“", kClose = "”";
  const std::size_t open = speaker.find(kOpen);
  if (open == std::string_view::npos || open == 0 || open > kHan * kLongestKind || !speaker.ends_with(kClose)) return false;
  const std::string_view name = speaker.substr(open + kOpen.size(), speaker.size() - open - kOpen.size() - kClose.size());
  return all_han(speaker.substr(0, open)) && !name.empty() && name.size() <= kHan * kLongestName && name.find(kClose) == std::string_view::npos;
}

/// Whether a name, or what stands around one, may end with the first Han of a text: of most texts, whose first mark is a pause, none does.
bool may_name(std::string_view text) {
  const char32_t mark = char_at(text, skip_han(text, 0, text.size()));
  return mark == U'：' || mark == U'“' || mark == U'　' || mark == U'（' || mark == U'《' || is_han(mark);
}

}  // namespace

std::string_view speaker_of(std::string_view text) {
  constexpr std::size_t kHan = 3, kLeast = 2, kMost = 8;  // bytes of one; characters
  constexpr std::string_view kOpen = "《", kClose = "》";
  constexpr std::size_t kLongestPost = 60;  // bytes in brackets behind a name: 江若愚（区经济发展局局长）：
  if (!may_name(text)) return {};
  text = text.substr(0, kHan * (kMost + 2) + kLongestPost);  // what is behind that ends no name
  std::size_t end = text.find(kColon);
  if (end == std::string_view::npos) return {};
  if (is_called(text.substr(0, end))) return text.substr(0, end);
  if (const std::string_view name = name_behind_post(text.substr(0, end)); !name.empty()) return name;
  const std::size_t open = text.find("（");
  if (open != 0 && open < end && end - open <= kLongestPost && text.substr(0, end).ends_with("）")) end = open;
  if (end > kHan * kMost || end < kHan * kLeast) return {};
  const std::string_view speaker = text.substr(0, end);
  const bool paper = speaker.starts_with(kOpen) && speaker.ends_with(kClose);
  return all_han(paper ? speaker.substr(kOpen.size(), speaker.size() - kOpen.size() - kClose.size()) : speaker) ? speaker : std::string_view{};
}

std::string_view turn_of(std::string_view text) {
  constexpr std::size_t kHan = 3;  // bytes
  const bool turn = text.size() > kHan && text.substr(kHan).starts_with(kColon) && is_han(first_char(text));
  return turn ? text.substr(0, kHan) : speaker_of(text);
}

}  // namespace jianbao
