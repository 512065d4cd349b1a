#include "clean/odd_codes.h"

#include <algorithm>
#include <string>
#include <vector>

#include "clean/converter.h"
#include "clean/source_text.h"
#include "text/utf16.h"

namespace jianbao {
namespace {

constexpr std::size_t kReplacement = 3;  // bytes of U+FFFD

/// Reads bytes once more, with the place of each character in them, and compares what stands there with the character's code.
class CodeFinder {
 public:
  CodeFinder(std::string_view bytes, std::string_view name, const Decoded& decoded)
      : bytes_(bytes), decoded_(decoded), reader_(open_converter(name)), writer_(open_converter(name)), units_(2 * bytes.size() + 16), places_(units_.size()) {}

  std::vector<Decoded::Code> run() {
    const char* source = bytes_.data();
    const char* const end = source + bytes_.size();
    const Icu& icu = Icu::get();
    for (bool is_done = false; !is_done;) {
      const std::size_t begin = offset_of(source);
      UChar* target = units_.data();
      UErrorCode status = U_ZERO_ERROR;
      icu.ucnv_toUnicode(reader_.get(), &target, units_.data() + units_.size(), &source, end, places_.data(), true, &status);
      is_done = U_SUCCESS(status) || source == end;
      char wrong[16];
      auto length = static_cast<std::int8_t>(U_FAILURE(status) ? sizeof(wrong) : 0);
      UErrorCode ignored = U_ZERO_ERROR;
      if (length > 0) icu.ucnv_getInvalidChars(reader_.get(), wrong, &length, &ignored);
      compare(static_cast<std::size_t>(target - units_.data()), begin, offset_of(source) - static_cast<std::size_t>(length));
      if (length > 0) text_ += kReplacement, ++fault_;
    }
    if (text_ != decoded_.text.size()) return {};  // what was read in pieces was read otherwise
    return std::move(codes_);
  }

 private:
  std::size_t offset_of(const char* place) const { return static_cast<std::size_t>(place - bytes_.data()); }

  /// The units that were read of the bytes from `begin` to `end`, by the code that they come from.
  void compare(std::size_t units, std::size_t begin, std::size_t end) {
    for (std::size_t i = 0, next; i < units; i = next) {
      for (next = i + 1; next < units && (places_[next] < 0 || places_[next] == places_[i]);) ++next;
      const std::size_t at = begin + static_cast<std::size_t>(std::max(places_[i], 0)), behind = next < units ? begin + static_cast<std::size_t>(places_[next]) : end;
      const std::u16string_view character{units_.data() + i, next - i};
      if (fault_ < decoded_.faults.size() && decoded_.faults[fault_] == at) {  // a byte that ICU lets pass
        text_ += kReplacement, ++fault_;
        continue;
      }
      const std::size_t text = text_;
      std::string utf8, code;
      append_utf16(utf8, character);
      append_encoded(code, character, writer_.get());
      text_ += utf8.size();
      if (code != bytes_.substr(at, behind - at)) codes_.push_back({{text, text_}, std::string(bytes_.substr(at, behind - at))});
    }
  }

  std::string_view bytes_;
  const Decoded& decoded_;
  Converter reader_, writer_;
  std::vector<UChar> units_;
  std::vector<std::int32_t> places_;  // of the units, from where reading went on
  std::size_t text_ = 0, fault_ = 0;  // what has been read: bytes of the text, faults
  std::vector<Decoded::Code> codes_;
};

bool comes_back(std::string_view bytes, const Decoded& decoded) {
  const bool is_plain = decoded.wrong.empty() && decoded.codes.empty();
  return encode(is_plain ? decoded.text : source_of(decoded).made, decoded.encoding) == bytes;
}

}  // namespace

void find_odd_codes(std::string_view bytes, std::string_view name, Decoded& decoded) {
  if (comes_back(bytes, decoded)) return;
  decoded.codes = CodeFinder(bytes, name, decoded).run();
  if (comes_back(bytes, decoded)) return;
  // An encoding with states, as ISO-2022-JP is: what a code is depends on what stands before it.
  decoded.wrong.clear();
  decoded.codes = {{{0, decoded.text.size()}, std::string(bytes)}};
}

}  // namespace jianbao
