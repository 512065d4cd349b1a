// Characters that have a proper form: line ends, invisible and control characters, spaces, radicals and compatibility
// ideographs, half-width kana, full-width digits and letters, decomposed letters. Not NFKC, which would take № ① ㎡ ½
// and the width of every mark away.
#include <algorithm>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <utility>

#include "clean/clean_pass.h"
#include "tables/tables.h"
#include "text/chars.h"
#include "text/icu.h"
#include "text/non_han.h"
#include "text/utf16.h"

namespace jianbao {
namespace {

struct Variants {
  explicit Variants(const Rules::Tables& tables) {
    const Table& table = tables.table("unicode");
    for (const Table::Row& row : table.rows())
      proper.emplace(first_char(table.cell(row, "variant")), table.cell(row, "proper"));
  }
  std::unordered_map<char32_t, std::string> proper;
};

bool is_wide_alnum(char32_t c) { return (is_digit(c) || is_letter(c)) && c >= 0xFF10; }

bool is_hidden(char32_t c) {
  return c == 0xAD || c == 0x180E || c == 0x200B || c == 0x200C || c == 0x200E || c == 0x200F ||
         (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2069) || c == 0xFEFF || (c >= 0xFFF9 && c <= 0xFFFB);
}

bool is_control(char32_t c) { return (c < 0x20 && c != '\t' && c != '\n' && c != '\f') || (c >= 0x7F && c <= 0x9F); }
bool is_selector(char32_t c) { return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF); }
bool is_emoji(char32_t c) { return c >= 0x1F000 || (c >= 0x2190 && c <= 0x2BFF) || c == 0xFE0F; }

/// Whether a character stays under NFC, whatever stands around it. Of the ranges named here all do, so that ICU is not
/// loaded for a bullet.
bool is_composed(char32_t c) {
  static constexpr std::pair<char32_t, char32_t> kRanges[] = {{0, 0x300},         {0x2010, 0x20D0}, {0x2100, 0x2126},
                                                              {0x212C, 0x2190},   {0x2400, 0x2ADC}, {0x3000, 0x302A},
                                                              {0x309B, 0xA000}, {0xFF00, 0x10000}};
  for (const auto& [begin, end] : kRanges)
    if (c >= begin && c < end) return true;
  return Icu::get().u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_NFC_QUICK_CHECK) == UNORM_YES;
}

/// No form that is asked for here is longer than three times the text (UAX #15).
std::string normalize(const UNormalizer2* form, std::string_view text) {
  const std::u16string from = utf16_of(text);
  std::u16string to(3 * from.size(), u'\0');
  UErrorCode status = U_ZERO_ERROR;
  const std::int32_t size = Icu::get().unorm2_normalize(form, from.data(), static_cast<std::int32_t>(from.size()), to.data(),
                                                        static_cast<std::int32_t>(to.size()), &status);
  if (U_FAILURE(status)) return std::string(text);
  std::string normal;
  append_utf16(normal, {to.data(), static_cast<std::size_t>(size)});
  return normal;
}

/// The stream-safe limit of UAX #15: a longer run of combining marks is no text, and sorting it would take squared time.
constexpr int kLongestRun = 30;

/// Whether digits and letters of full width are the page's own style: it has hardly any of the other width.
bool is_wide_style(std::string_view text) {
  std::size_t wide = 0, narrow = 0;
  NonHan places(text, 0);
  for (std::size_t at; (at = places.next()) < text.size();) {
    const char32_t c = next_char(text, at);
    wide += is_wide_alnum(c);
    narrow += is_ascii_digit(c) || is_ascii_letter(c);
    if (20 * narrow > text.size() / 3) return false;  // no text has so many wide ones, of three bytes each
  }
  return wide > 20 * narrow;
}

class UnicodePass {
 public:
  UnicodePass(const CleanContext& context, Rewriter& out)
      : variants_(context.rules.tables().compiled<Variants>()), out_(out), text_(out.text()) {}

  void run(CleanScan& scan) {
    for (ScannedLine& line : scan.lines()) {
      if (!(line.has & ScannedLine::odd) || !line.needs(ScannedLine::of_unicode)) continue;
      const std::size_t changed = out_.end();
      settled_ = true;
      run(line.begin, line.end);
      if (settled_ && out_.end() == changed) line.settled |= ScannedLine::of_unicode;
    }
  }

 private:
  void run(std::size_t begin, std::size_t end) {
    NonHan places(text_, begin);
    std::size_t done = begin;
    for (std::size_t at; (at = places.next()) < end;) {
      const auto byte = static_cast<unsigned char>(text_[at]);
      const bool is_proper = (byte >= 0x20 && byte < 0x7F) || is_proper_mark(at);
      if (at >= done && !is_proper) done = look(at);
    }
  }

  /// 、。《》【】 and their block, but for 〝〞〟.
  bool is_proper_mark(std::size_t at) const {
    constexpr char kFirst = '\x9D', kLast = '\x9F';
    return text_.substr(at, 2) == "\xE3\x80" && !(text_[at + 2] >= kFirst && text_[at + 2] <= kLast);
  }

  /// Mend the character at `at` if it needs that; returns where to go on.
  std::size_t look(std::size_t at) {
    std::size_t end = at;
    const char32_t c = next_char(text_, end);
    const Span here{at, end};
    if (c == U'，' || (c >= 0x2010 && c <= 0x2027) || c == U'：' || c == U'（' || c == U'）' || c == U'；') return end;
    if (c == '\r') return newline(here);
    if (c == 0x85 || c == 0x2028 || c == 0x2029) return replace(here, "\n", Rule::unicode_newline);
    const bool last_feed = c == '\f' && end == text_.size();  // parts the page from none
    if (is_control(c) || last_feed) return replace(here, "", Rule::unicode_hidden);
    if (c == '\t' || c == '\f' || c == 0x3000) return end;
    if (is_space(c)) return replace(here, " ", Rule::unicode_space);
    if (is_hidden(c)) return replace(here, "", Rule::unicode_hidden);
    if (c == 0x200D) return is_emoji(next(end)) && is_emoji(previous(at)) ? end : replace(here, "", Rule::unicode_hidden);
    if (is_selector(c)) return is_han(previous(at)) ? replace(here, "", Rule::unicode_hidden) : end;
    if (is_wide_alnum(c)) return wide_run(at);
    if (c >= 0xFF66 && c <= 0xFF9F) return kana_run(at);
    if (is_combining(c) && is_han(previous(at))) return marks_run(at);
    if (const auto found = variants_.proper.find(c); found != variants_.proper.end())
      return replace(here, found->second, Rule::unicode_variant);
    if (c >= 0x2F00 && c <= 0x2FD5) return replace(here, nfkc(text_.substr(at, end - at)), Rule::unicode_variant);
    return is_composed(c) ? end : compose_run(at, end);
  }

  std::size_t replace(Span span, std::string_view after, Rule rule) {
    out_.replace(span, after, rule);
    return span.end;
  }

  std::size_t newline(Span cr) {
    return next(cr.end) == '\n' ? replace(cr, "", Rule::unicode_newline) : replace(cr, "\n", Rule::unicode_newline);
  }

  std::size_t wide_run(std::size_t at) {
    settled_ = false;  // other lines have a say
    if (!wide_style_known_) wide_style_ = is_wide_style(text_), wide_style_known_ = true;
    std::string narrow;
    std::size_t end = at;
    for (std::size_t next = at; next < text_.size(); end = next) {
      const char32_t c = next_char(text_, next);
      const bool joint = is_joint(c) && end > at && is_wide_alnum(previous(end)) && is_wide_alnum(char_at(text_, next));
      if (!is_wide_alnum(c) && !joint) break;
      append_char(narrow, is_wide_alnum(c) ? fold(c) : c - kWidth);
    }
    if (!wide_style_) out_.replace({at, end}, narrow, Rule::width_alnum);
    return end;
  }

  /// １２．３, ｗｗｗ．ｐａｐｅｒ．ｃｏｍ, ｒｗ＠ｐａｐｅｒ．ｃｏｍ, ０７１８－８２５: between wide digits and letters they are parts of a figure or an address.
  static bool is_joint(char32_t c) { return c == U'．' || c == U'＠' || c == U'－' || c == U'＿'; }
  static constexpr char32_t kWidth = 0xFEE0;  ///< from an ASCII character to its wide form

  static bool is_combining(char32_t c) { return c >= 0x300 && c < 0x370; }

  /// All that stand behind a Han, so that none is left for the next round.
  std::size_t marks_run(std::size_t at) {
    std::size_t end = at;
    while (end < text_.size() && is_combining(char_at(text_, end))) next_char(text_, end);
    return replace({at, end}, "", Rule::unicode_mark);
  }

  std::size_t kana_run(std::size_t at) {
    std::size_t end = at;
    for (std::size_t next = at; next < text_.size(); end = next)
      if (const char32_t c = next_char(text_, next); c < 0xFF66 || c > 0xFF9F) break;
    return replace({at, end}, nfkc(text_.substr(at, end - at)), Rule::unicode_kana);
  }

  /// A character that does not stay under NFC, with its base before it and the marks behind it.
  std::size_t compose_run(std::size_t at, std::size_t end) {
    const Icu& icu = Icu::get();
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2* const nfc = icu.unorm2_getNFCInstance(&status);
    if (U_FAILURE(status)) return end;
    std::size_t begin = at;
    if (begin > out_.end() && !icu.unorm2_hasBoundaryBefore(nfc, static_cast<UChar32>(char_at(text_, begin))))
      begin = before(text_, begin);
    for (int n = 0; n < kLongestRun && end < text_.size(); ++n) {
      std::size_t next = end;
      if (icu.unorm2_hasBoundaryBefore(nfc, static_cast<UChar32>(next_char(text_, next)))) break;
      end = next;
    }
    return replace({begin, end}, normalize(nfc, text_.substr(begin, end - begin)), Rule::unicode_nfc);
  }

  static std::string nfkc(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2* const form = Icu::get().unorm2_getNFKCInstance(&status);
    return U_FAILURE(status) ? std::string(text) : normalize(form, text);
  }

  char32_t previous(std::size_t at) const { return at > 0 ? char_at(text_, before(text_, at)) : 0; }
  char32_t next(std::size_t at) const { return char_at(text_, at); }

  const Variants& variants_;
  Rewriter& out_;
  std::string_view text_;
  bool wide_style_ = false, wide_style_known_ = false;
  bool settled_ = true;  // the line
};

}  // namespace

void clean_unicode(const CleanContext& context, CleanScan& scan, Rewriter& out) {
  if (scan.any(ScannedLine::odd)) UnicodePass(context, out).run(scan);
}

}  // namespace jianbao
