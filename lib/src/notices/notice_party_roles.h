// What the parties of a notice are to one another: who is bankrupt, merged, renamed, divided, missing, and who announces it.
#pragma once

#include "jianbao/records.h"
#include "notice_parts/notice_subject.h"
#include "notices/notice_text.h"

namespace jianbao {

/// `issue`: the newspaper's day, for years.
struct PartyRoleContext {
  const NoticeText& text;
  const Subject& subject;
  std::string_view issue;
};

/// 县人民医院, signed 云台县人民医院: an organisation is called by the whole of its name, which the signature or the subject tells.
void name_in_full(Notice& notice, const Subject& subject, const Rules& rules);

/// 某公司管理人提请债权人…: who is bankrupt, not who manages it.
void name_debtors(Notice& notice, const Subject& subject, const Rules& rules);

/// Names the parties of kinds whose fields say what each is, and fields that the parties complete.
void name_roles(Notice& notice, const PartyRoleContext& context, const Rules& rules);

/// 云溪县发展和改革局价格听证会公告: who announces may stand in the heading alone, and in the text in short (我局, 区人民政府).
void name_authority(Notice& notice, const Rules& rules);

}  // namespace jianbao
