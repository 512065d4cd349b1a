// The text of one notice as its readers take it: heading and tail off, in the forms that they need.
#pragma once

#include <string>
#include <string_view>

#include "notice_groups/notice_group.h"
#include "notice_parts/notice_signature.h"

namespace jianbao {

class NoticeText {
 public:
  /// `printed`: the pieces of the group.
  NoticeText(std::string_view printed, const NoticeGroup& group, const Rules& rules);
  NoticeText(const NoticeText&) = delete;
  NoticeText& operator=(const NoticeText&) = delete;

  std::string all;           ///< with its broken lines joined
  Signature signature;       ///< its own, or the one that it shares with notices below
  std::string_view body;     ///< `all` without its tail
  std::string_view heading;  ///< run in before the body (遗失声明：), a part of it
  std::string_view lead_line;  ///< the day or the number of the document that stands between the heading and the text, a part of `heading`
  std::string tight;         ///< the body without heading and without spaces inside words
  std::string plain;         ///< the same as it is printed, for what its words speak for
  bool restored = false;     ///< a word of loss that OCR hurt, or digits that it read as letters

  /// The body without the heading.
  std::string_view rest() const { return body.substr(heading.size()); }

 private:
  void restore_loss(const Rules& rules);
};

}  // namespace jianbao
