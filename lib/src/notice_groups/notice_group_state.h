// What is known while the lines of an article are grouped to notices: the notice that is open, the headings so far, and what the line
// that is read says by itself.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "notice_signs/notice_kind.h"
#include "notice_signs/notice_lines.h"
#include "notice_signs/notice_words.h"
#include "notice_groups/last_answer.h"
#include "notice_groups/notice_group.h"
#include "notice_parts/notice_parties.h"
#include "text/chars.h"

namespace jianbao {

class GroupState {
 public:
  GroupState(const Article& of, const Rules& with) : article(of), rules(with), words(with.tables().compiled<NoticeWords>()), kinds(with.tables().compiled<KindTable>()) {}

  const Article& article;
  const Rules& rules;
  const NoticeWords& words;
  const KindTable& kinds;

  std::vector<NoticeGroup> groups;
  NoticeGroup open;
  std::vector<std::string_view> pending;  ///< headings without a body yet
  std::string_view shared;                ///< the heading of the last notice, for those that follow under it
  std::string_view court;                 ///< the last heading that names a court
  std::size_t court_section = 0;          ///< that it heads
  std::size_t block = 0;                  ///< that is read
  std::size_t section = 0;                ///< headings so far
  std::string_view header;                ///< the last piece that is no row of a table, which may be the header of one
  bool signed_off = false;                ///< the open notice has its signature

  void close();
  /// To the open notice. `signs` says that it has the name of who signs.
  void add(const NoticePiece& piece, bool signs);
  /// A line that may be the header of a table; the heads of one may go on in the next line.
  void set_header(std::string_view text);

  /// The text of a block, without spaces around.
  std::string_view line(std::size_t number) const { return trim(article.view(article.blocks[number])); }

  /// Of the open notice: it has said what it says; it has said its last sentence (特此公告。, 声明作废).
  bool is_complete() const;
  bool is_closed() const;
  bool has_date() const { return has_date_; }
  /// It holds the header of a table.
  bool has_header() const { return has_header_; }
  /// A date alone signs nothing yet: the name may stand below it.
  bool has_signatory() const { return has_signatory_; }
  bool any_named(const std::vector<Party>& parties) const;

  /// Ends inside of a sentence: neither in a number nor in a date nor in 声明作废 nor in a name, which signs.
  bool breaks_off(std::string_view text) const;
  /// 特此公告 and the like end a notice although they look like a heading.
  bool is_closing_line(std::string_view text) const { return words.closes_wide(text.substr(bullet_length(text))); }
  /// 湘L12345号车行驶证遗失，声明作废。: says all that a notice of loss must say.
  bool is_loss(std::string_view text) const;
  /// 甲公司开户许⏎可证丢失，声明作废。: a name and no mark, which only with the next lines says what was lost; those name nobody.
  bool loses_below(std::string_view text) const;

  /// What the words of a text speak for; the same of a heading, which may stand over many notices.
  const KindScore& kind_of_text(std::string_view text) const;
  const KindScore& kind_of_title(std::string_view title) const;
  const std::vector<Party>& subject_of(std::string_view text) const;
  const std::optional<Signature>& signature_of(std::string_view text) const;
  std::size_t columns_of(std::string_view text) const;
  std::size_t run_in_of(std::string_view text) const;

 private:
  bool reads_on_to_loss(std::string_view text) const;

  bool has_date_ = false, has_signatory_ = false, has_header_ = false;  // of any piece of the open notice: asked for with every line

  mutable LastAnswer<KindScore> kind_of_text_, kind_of_title_;
  mutable LastAnswer<std::vector<Party>> subject_;
  mutable LastAnswer<std::size_t> columns_, run_in_;
  mutable LastAnswer<std::optional<Signature>> signature_;
  mutable LastAnswer<bool> loses_below_;
};

/// What those have before them who judge a line: the state, and what of it they ask for most.
class GroupJudge {
 protected:
  explicit GroupJudge(const GroupState& state)
      : state_(state), open_(state.open), article_(state.article), rules_(state.rules), words_(state.words), kinds_(state.kinds) {}

  const GroupState& state_;
  const NoticeGroup& open_;
  const Article& article_;
  const Rules& rules_;
  const NoticeWords& words_;
  const KindTable& kinds_;
};

}  // namespace jianbao
