// A walk over a run-on paragraph: where further notices begin, as far as is known, and what every sign of one looks back over.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "notice_groups/notice_start_signs.h"

namespace jianbao {

class StartWalk {
 public:
  static constexpr std::size_t kNone = std::string_view::npos;
  static constexpr std::size_t kLookBack = 900;  ///< bytes; who lost something stands nearer, and a paragraph without marks takes linear time

  StartWalk(std::string_view paragraph, const Rules& all_rules) : text(paragraph), rules(all_rules), signs(all_rules.tables().compiled<StartSigns>()) {}

  const std::string_view text;
  const Rules& rules;
  const StartSigns& signs;
  std::vector<std::size_t> starts;
  bool lost_seen = false;  ///< an act of loss, in the notice that began last

  std::size_t last() const { return starts.empty() ? 0 : starts.back(); }

  /// Nothing where one has begun there or farther on, or the text ends there.
  void begin_at(std::size_t at);

  /// Where to look back to from `end`.
  std::size_t reach(std::size_t end) const;

  /// Behind the last mark of `marks` between the last start and `end`; kNone where there is none.
  std::size_t behind_mark(std::size_t end, std::u32string_view marks) const;

  /// Behind the last words that end a notice of loss (声明作废); kNone where none do.
  std::size_t behind_void(std::size_t end) const;

  /// Whether such a word stands anywhere.
  bool voids() const;

  /// Behind the telephone number that stands before a few words and ends what they follow; kNone where none does.
  std::size_t behind_phone(std::size_t end) const;

  /// 我公司…。: what stands before a sentence speaks of itself without its name, so that the name stands behind it.
  bool names_itself_before(std::size_t end) const;

  /// The notices of the paragraph are signed behind their text: the last one is.
  bool signs_below() const;

 private:
  /// The first place from `at` on where a character begins.
  std::size_t from_character(std::size_t at) const;

  mutable std::optional<bool> voids_, signs_below_;
};

/// A person or an organisation.
bool is_named(std::string_view text, const Rules& rules);

// What each sign of notice_starts.tsv asks for, and where the notice that it speaks for begins.

/// 遗失 at `at`: the loser before it begins a notice of his own.
void begin_loss(StartWalk& walk, std::size_t at);
/// ①李四学生证…；②王五驾驶证…；以上均声明作废: each has a loser and a thing, the act is told once.
void begin_counted_losses(StartWalk& walk);
/// 李四身份证；王五驾驶证，均声明作废: each between semicolons has a loser and a thing, and only the last says what happened to all.
void begin_named_losses(StartWalk& walk);

/// 本院受理… at `at`, behind those whom the court calls, or of a case of its own.
void begin_court_notice(StartWalk& walk, std::size_t at);
/// …视为送达。（临沅市人民法院）王五：…: brackets that sign end a notice whatever follows.
void begin_behind_brackets(StartWalk& walk, std::size_t open);
/// A sentence behind the signature of another notice: …申报债权。棠江市中级人民法院 本院根据…的申请，.
void begin_opening(StartWalk& walk, std::size_t at);
/// …缺席判决。李四|向本院提出申请，要求宣告王五死亡: whoever applies to the court, behind what it told somebody.
void begin_application(StartWalk& walk, std::size_t at);
/// Another court begins to speak: …公开拍卖。嘉渠市中级人民法院将于….
void begin_speaker(StartWalk& walk, std::size_t at, std::size_t end);

/// …声明作废。招领：…: a heading that runs in behind a sentence, at times behind who signs that: …无关。甲公司通知：…. Whether one begins so.
bool begin_headed(StartWalk& walk, std::size_t colon, std::size_t end);
/// A heading run in behind a sentence or a telephone's number: 特此公告。减资公告 经股东会决议…, 电话：13900000000减资公告
void begin_act(StartWalk& walk, std::size_t at, std::size_t end);

/// …，特此声明 某村委会公章磨损，启用新章: a closing that a space parts from a sentence of its own, and not from who signs.
void begin_behind_closing(StartWalk& walk, std::size_t end);
/// …声明作废。甲公司经股东会决议解散，…: a firm that has not been named says what makes a notice, behind a text that is one. Whether one begins so.
bool begin_declared(StartWalk& walk, std::size_t at);
/// Small ads in one paragraph: each ends with its telephone, and the next says something of a kind of its own. A firm may begin a notice behind a
/// number without one itself.
void begin_small_ads(StartWalk& walk);

}  // namespace jianbao
