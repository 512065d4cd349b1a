// Wrong characters: look-alikes, stray traditional ones, signs read for Han, and O for 〇. What is not certain becomes a
// doubt. Names of people and organisations are left as they stand: no list can say what they should be.
#include "clean/characters.h"

#include <algorithm>
#include <optional>
#include <span>

#include "clean/character_figures.h"
#include "clean/character_names.h"
#include "clean/character_uses.h"
#include "clean/clean_pass.h"
#include "clean/misreading.h"
#include "clean/quoted.h"
#include "clean/wrong_character.h"
#include "names/persons.h"
#include "tables/lexicon.h"
#include "text/chars.h"
#include "text/numeral.h"

namespace jianbao {
namespace {

constexpr char32_t kStroke = U'\u4E00';  // 一

class CharacterScan {
 public:
  CharacterScan(const CleanContext& context, const CleanScan& scan, std::string_view text)
      : rules_(context.rules),
        watched_(context.rules.tables().compiled<Watched>()),
        lookalikes_(context.rules.tables().compiled<Lookalikes>()),
        maps_(context.rules.tables().compiled<CharacterMaps>()),
        guards_(context.rules.tables().compiled<Guards>()),
        misreadings_(context.rules.tables().compiled<Misreadings>()),
        quoted_(context.rules.tables().compiled<Quoted>()),
        likely_are_made_(context.options.fix == Fix::likely),
        doubts_are_read_(!context.options.text_only),
        which_(scan.is_damaged() ? Misreadings::Which::all : Misreadings::Which::confusable),
        rows_(which_ == Misreadings::Which::all),
        scan_(scan),
        text_(text),
        figures_(watched_, guards_, text),
        names_(rules_, guards_, text),
        uses_(text) {}

  /// The first look at lines that stand together. All lines of a page get it before run() does, which may ask about the page.
  void read(std::span<ScannedLine> lines) {
    for (ScannedLine& line : lines) line.traditional = 0;
    const std::string_view text = text_;
    const CharBits& watched = watched_.set(which_ == Misreadings::Which::all);
    CharBits::Places found;
    auto line = lines.begin();
    for (std::size_t next = line->begin; next < lines.back().end;) {
      const std::size_t* const end = watched.find(text, next, lines.back().end, found);
      for (const std::size_t* place = found.data(); place != end; ++place) {
        std::size_t behind = *place;
        const char32_t c = next_char(text, behind);
        const unsigned kinds = watched_.kinds_of_watched(c);
        const bool is_misread = kinds & kMisreadings && misreadings_.are_likely(text, *place, c, which_);  // nearly all of them are no more than that
        if (!is_misread && !(kinds & ~kMisreadings)) continue;
        const Span at{*place, behind};
        if (is_misread || kinds & Watched::mapped || may_be_wrong(at, c, kinds)) places_.push_back({at, c, {}});
        if (!(kinds & Watched::mapped)) continue;
        while (line->end <= at.begin) ++line;
        line->traditional += maps_.simplified(c) != 0;
      }
    }
  }

  /// Report what is wrong in a line, in order of place; lines come in the order in which they were read. `report` returns whether it is
  /// mended. Returns whether the line is settled: nothing is reported, nor would it be if other lines were to change.
  template <class Report>
  bool run(const ScannedLine& line, Report report) {
    set_line(&line);
    settled_ = true;
    std::size_t done = line.begin;
    for (; next_ < places_.size() && places_[next_].at.begin < line.end; ++next_) {
      Place& place = places_[next_];
      const Span at = place.at;
      if (at.begin < done) continue;
      if (const auto found = look(place)) {
        const bool made = report(*found);
        done = std::max(at.end, found->at.end);
        if (made && is_han_lead(text_[at.begin])) mended_ = done;
        settled_ = false;
      }
    }
    return settled_;
  }

 private:
  /// What speaks for a misreading: it may be one, is one if the page was misread elsewhere, is one whatever the page is like.
  enum class Proof : unsigned char { none, weak, strong };
  struct Judged {
    char32_t right = 0;  ///< 0: nothing is wrong
    Proof proof = Proof::none;
    bool depends = false;  ///< other lines had a say
    bool stays = false;    ///< where it stands
  };

  /// A character at which something may be wrong.
  struct Place {
    Span at;
    char32_t c;
    std::optional<Judged> judged = {};  ///< by misreading() or the count of the page's
  };

  void set_line(const ScannedLine* line) {
    line_ = line;
    line_traditional_.reset();
    names_.set_line(line);
  }

  static constexpr unsigned kMisreadings = Watched::confusable | Watched::misreading;

  /// False: look() finds nothing at this place but a misreading, whatever is mended before it. The character is neither traditional nor stray.
  bool may_be_wrong(Span at, char32_t c, unsigned kinds) const {
    if (kinds & Watched::zero && figures_.may_be_zero(at) && figures_.zero(at)) return true;
    if (kinds & Watched::figure) return figures_.figure(at, c).has_value();
    if (kinds & Watched::stroke && (is_ascii_digit(char_at(text_, at.end)) || (figures_.is_twice(at) && figures_.broken_dash(at)) || figures_.may_be_between_alike(at))) return true;
    return kinds & Watched::second && at.begin >= 3 && is_han_lead(text_[at.begin - 3]) && lookalikes_.may_begin(char_at(text_, at.begin - 3), c);
  }

  std::optional<WrongCharacter> look(Place& place) {
    const auto [at, c, judged] = place;
    if (const unsigned kinds = watched_.kinds(c); kinds & (Watched::zero | Watched::figure)) {
      const auto found = kinds & Watched::zero ? figures_.zero(at) : std::nullopt;
      return found || !(kinds & Watched::figure) ? found : figures_.figure(at, c);
    }
    if (c == kStroke) {
      if (const auto found = figures_.connector(at, *line_)) return found;
      if (figures_.is_twice(at))
        if (const auto found = figures_.broken_dash(at)) return found;
    }
    if (is_han_lead(text_[at.begin]) && at.begin >= std::max(line_->begin, mended_) + 3 && is_han_lead(text_[at.begin - 3]))
      if (const auto found = lookalike(at.begin - 3, char_at(text_, at.begin - 3), c)) return found;
    if (misreadings_.may_be(c, which_))
      if (const auto found = misreading(place)) return found;
    if (maps_.simplified(c) != 0) return traditional(at, c);
    return stray(at, c);
  }

  std::optional<WrongCharacter> lookalike(std::size_t at, char32_t first, char32_t second) const {
    const Lookalikes::Found* const found = lookalikes_.find(text_, at, first, second);
    if (!found) return {};
    const Span span{at, at + found->wrong.size()};
    const bool stays = quoted_.is_named(text_, {line_->begin, line_->end}, span, found->right);
    return WrongCharacter{span, std::string(found->right), Rule::char_lookalike, !stays && !names_.is_name(span), stays};
  }

  /// A character that makes no word where it stands, while its look-alike makes a good one.
  std::optional<WrongCharacter> misreading(Place& place) {
    // Two in a row are read one after the other: the next pass sees the first one mended. A row of lookalikes.tsv knows better.
    if (mended_ > 0 && place.at.begin < mended_ + 6) return settled_ = false, std::nullopt;
    const Judged& judged = judge(place);
    settled_ &= !judged.depends;
    if (judged.right == 0) return {};
    std::string after;
    append_char(after, judged.right);
    return WrongCharacter{place.at, after, Rule::char_lookalike, judged.proof == Proof::strong || (judged.proof == Proof::weak && is_misread_page()), judged.stays};
  }

  static constexpr int kLikely = 12;
  static constexpr std::size_t kTwo = NamesAround::kTwo;

  const Judged& judge(Place& place) {
    if (!place.judged) place.judged = judge(place.at, place.c);
    return *place.judged;
  }

  Judged judge(Span at, char32_t c) {
    Misreadings::Found found = misreadings_.find(text_, at.begin, c, which_);
    Proof proof = proof_of(found, at);
    constexpr int kGoesWith = 8;  // the words around, better: what nothing else proves is no doubt either where they do not
    const bool likely = proof != Proof::none || found.gain >= kLikely;
    if (likely) found.in_rows = Misreadings::gain_in_rows(text_, at.begin, c, found.right);
    if (!likely || found.in_rows < (proof == Proof::none ? kGoesWith : 0)) found = {}, proof = Proof::none;
    if (proof == Proof::none && rows_)
      if (const auto in_rows = misreadings_.find_in_rows(text_, at.begin, c); in_rows.right != 0) found = in_rows, proof = Proof::weak;
    if (found.right == 0 || is_known(at, c)) return {};
    const bool may_be_term = proof != Proof::strong && found.word.size() <= kTwo;
    if (lookalikes_.find(text_, at.begin, c, char_at(text_, at.end))) return {.depends = may_be_term && is_term(at, found.right)};
    if (proof == Proof::none && !likely_are_made_ && !doubts_are_read_) return {.depends = true};  // it stays as it stands, whatever else there is to say
    if (is_traditional_text() || reads_better_beside(at, found) || (may_be_term && is_term(at, found.right))) return {.depends = true};
    if ((proof != Proof::none || likely_are_made_) && stays(found, at)) return {.right = found.right, .depends = true, .stays = true};
    return {found.right, proof != Proof::none && may_be_right(found, at) ? Proof::none : proof, true};
  }

  /// Whether the word is given as others wrote it.
  bool stays(const Misreadings::Found& found, Span at) const {
    const Span line{line_->begin, line_->end};
    std::string right(text_.substr(found.word.begin, at.begin - found.word.begin));
    append_char(right, found.right);
    right += text_.substr(at.end, found.word.end - at.end);
    return quoted_.is_named(text_, line, found.word, right) || quoted_.is_old(text_, line, at.begin);
  }

  /// Measured on 415,000 Han of right text: none is changed, be its marks half width or not.
  Proof proof_of(const Misreadings::Found& found, Span at) {
    constexpr int kCertain = 20, kLongWord = 12, kLongWordApart = -4, kSeldom = 51;
    constexpr int kAlone = 25;  // a word of two characters on a page that shows no other misreading
    constexpr std::size_t kThree = 3 * 3;  // bytes
    // What a quotation says on a page whose marks are right may be an old saying.
    const auto may_be_saying = [&] { return !rows_ && is_between(at.begin, "“", "”"); };
    if (found.gain >= kCertain && found.word.size() >= kThree && !may_be_saying() && !is_on_page(at)) return Proof::strong;
    // A page whose marks are right was hardly misread: 闹到要动刀 is no 动力.
    if (which_ != Misreadings::Which::all) return Proof::none;
    if (found.gain >= kCertain) return found.gain >= kAlone ? Proof::strong : Proof::weak;
    if (found.makes_long_word) {
      const int least = found.is_measured || belongs_elsewhere(at, found.word) ? kLongWord : kLongWordApart;
      return found.gain >= least ? Proof::weak : Proof::none;
    }
    // A character that is seldom a word by itself, and here is part of none, needs less: 拨出 is a word, though a rare one in the list.
    const bool is_stray = found.makes_first_word && !found.is_measured && found.gain >= kLikely && word_between(text_, at).frequency < kSeldom;
    return is_stray ? Proof::weak : Proof::none;
  }

  /// Whether the page holds so many misreadings that a weak proof is enough: a strong one beside it, or one of another character. Marks of
  /// half width say nothing of a page's characters: people type them, too.
  bool is_misread_page() {
    constexpr std::size_t kLeast = 2, kPerPoint = 3 * 2500;  // bytes
    settled_ = false;
    if (!misread_page_) misread_page_ = has_points(std::max(kLeast, text_.size() / kPerPoint + 1));
    return *misread_page_;
  }

  static constexpr std::size_t kStrong = 2, kWeak = 1;  // points

  bool has_points(std::size_t enough) {
    const ScannedLine* const looked_at = line_;
    std::size_t points = 0;
    std::u32string weak;  // what is written for a character throughout may be right
    auto place = places_.begin();
    for (const ScannedLine& line : scan_.lines()) {
      set_line(&line);
      for (; points < enough && place != places_.end() && place->at.begin < line.end; ++place) {
        const std::size_t more = contains(weak, place->c) ? 0 : points_of(*place);
        if (more == kWeak) weak += place->c;
        points += more;
      }
    }
    set_line(looked_at);
    return points >= enough;
  }

  std::size_t points_of(Place& place) {
    const auto [at, c, judged] = place;
    const bool follows = at.begin >= line_->begin + 3 && is_han_lead(text_[at.begin - 3]);
    if (const auto row = follows ? lookalike(at.begin - 3, char_at(text_, at.begin - 3), c) : std::nullopt) return row->certain ? kStrong : 0;
    const Proof proof = misreadings_.may_be(c, which_) ? judge(place).proof : Proof::none;
    return proof == Proof::strong || stray(at, c) ? kStrong : proof == Proof::weak ? kWeak : 0;
  }

  /// Whether the character stands elsewhere on the page: where there is talk of loans, 送贷上门 is no 送货上门.
  bool is_on_page(Span at) { return uses_.count(CharacterUses::kAny, char_at(text_, at.begin), CharacterUses::kAny) > 1; }

  /// At an end of the word that would be made, with Han beside it: 律师因客观原因 may be 律师 and 因, and no 律师团; 楼梯问、 is 楼梯间.
  bool belongs_elsewhere(Span at, Span word) const {
    return (word.end == at.end && is_han(char_at(text_, at.end))) || (word.begin == at.begin && is_han(previous(at.begin)));
  }

  /// Whether a word that the lexicon lacks holds the character.
  bool is_known(Span at, char32_t c) const {
    return guards_.of_known.contains(c) && holds_any(guards_.known, at);
  }

  /// Whether one of the words stands around the place.
  bool holds_any(const std::vector<std::string>& words, Span at) const {
    const auto holds = [&](const std::string& word) {
      const std::size_t from = at.end > word.size() ? at.end - word.size() : 0;
      const std::size_t found = text_.substr(from, word.size() + at.end - from).find(word);
      return found != std::string_view::npos && from + found <= at.begin && from + found + word.size() >= at.end;
    };
    return std::any_of(words.begin(), words.end(), holds);
  }

  /// What the words prove may be a name or a term for all that.
  bool may_be_right(const Misreadings::Found& found, Span at) {
    constexpr int kSure = 32;         // though the page has it twice
    constexpr int kSureOfPlace = 24;  // though the name of a place may end behind it
    constexpr int kWellBeside = 36, kWellBetween = 50;  // how much better the words around go with it, though a street or the like may stand behind
    if (guards_.of_both_right.contains(char_at(text_, at.begin)) && (is_either(found.word) || (found.word.size() <= kTwo && holds_any(guards_.both_right, at)))) return true;
    const bool sure = found.gain >= kSure, is_short = found.word.size() <= kTwo;
    if (names_.begins_name(at, found.word) || names_.is_given_name(at, found.word) || names_.is_set_wide(at) || names_.is_alone(found.word) || names_.is_of_number(at)) return true;
    if (found.gain < kSureOfPlace && found.in_rows < kWellBeside && names_.is_place(at, found.word.end, guards_.place)) return true;
    if (is_short && (names_.is_place(at, found.word.end, guards_.address) || names_.is_item(found.word))) return true;
    if (found.in_rows < kWellBetween && is_between_same(at)) return true;
    if (names_.is_of_company(found, at) || names_.reads_as_name(found, at)) return true;
    if (!(sure && found.makes_long_word) && names_.is_name(at, found.word)) return true;
    if (is_short && !found.is_measured && is_near(at) && !has_word_elsewhere(at, found)) return true;
    return !(found.is_measured && sure) && stands_elsewhere(at) && !has_word_elsewhere(at, found);
  }

  /// Whether what is printed is a word that OCR takes others for, and others for it.
  bool is_either(Span word) const {
    return std::find(guards_.both_right.begin(), guards_.both_right.end(), text_.substr(word.begin, word.size())) != guards_.both_right.end();
  }

  /// Whether the page has what would be made as often as what is printed, this place included: 木报讯 twice, but 本报讯 five times.
  bool has_word_elsewhere(Span at, const Misreadings::Found& found) {
    const char32_t c = char_at(text_, at.begin), left = previous(at.begin), right = char_at(text_, at.end);
    const auto is_commoner = [&](char32_t before, char32_t behind) { return uses_.count(before, found.right, behind) > uses_.count(before, c, behind) - 1; };
    return found.word.begin < at.begin ? is_han(left) && is_commoner(left, CharacterUses::kAny) : found.word.end > at.end && is_han(right) && is_commoner(CharacterUses::kAny, right);
  }

  /// 一企一策, 一户一档: such a phrase is made of any words.
  bool is_between_same(Span at) const {
    const char32_t left = previous(at.begin);
    return is_han(left) && left == char_at(text_, at.end);
  }

  /// Whether the character stands between the same ones elsewhere on the page: a name, a term; what is misread is not
  /// misread in the same way twice.
  bool stands_elsewhere(Span at) {
    const auto han = [](char32_t c) { return is_han(c) ? c : CharacterUses::kAny; };
    return uses_.count(han(previous(at.begin)), char_at(text_, at.begin), han(char_at(text_, at.end))) > 1;
  }

  /// Whether the page has the character beside one of its neighbours elsewhere, too, and never the other one: 晶拓新材 is called so.
  bool is_term(Span at, char32_t other) {
    const char32_t c = char_at(text_, at.begin), left = previous(at.begin), right = char_at(text_, at.end);
    const auto is_usual = [&](char32_t before, char32_t behind) { return uses_.count(before, c, behind) > 1 && uses_.count(before, other, behind) == 0; };
    return (is_han(left) && is_usual(left, CharacterUses::kAny)) || (is_han(right) && is_usual(CharacterUses::kAny, right));
  }

  /// Of two neighbours it is the one whose look-alike reads better.
  bool reads_better_beside(Span at, const Misreadings::Found& found) const {
    const auto is_better = [&](std::size_t place, bool is_behind) {
      const char32_t other = han_at(text_, place);
      if (other == 0 || !misreadings_.are_likely(text_, place, other, Misreadings::Which::all)) return false;
      const auto better = misreadings_.find(text_, place, other, Misreadings::Which::all);
      return better.right != 0 && ((is_behind && better.gain > found.gain) || Misreadings::gain_in_rows(text_, place, other, better.right) > found.in_rows);
    };
    return is_better(at.end, true) || (at.begin >= 3 && is_better(at.begin - 3, false));
  }

  /// Whether the character stands close by: where coins are shown, 币面 is no 市面.
  bool is_near(Span at) const {
    constexpr std::size_t kReach = 3 * 30;  // bytes
    const std::string_view c = text_.substr(at.begin, at.size()), behind = text_.substr(at.end, kReach);
    const std::size_t begin = at.begin - std::min(at.begin, kReach);
    return text_.substr(begin, at.begin - begin).find(c) != std::string_view::npos || behind.find(c) != std::string_view::npos;
  }

  /// One traditional character in simplified text; text that has many is in traditional script.
  std::optional<WrongCharacter> traditional(Span at, char32_t c) {
    if (is_traditional_text() || is_in_title(at.begin) || holds_any(guards_.traditional_right, at) || speaks_of_script({line_->begin, line_->end})) return {};
    const Script script = script_around(at);
    if (script.is_japanese) return {};
    std::string right;
    append_char(right, maps_.simplified(c));
    // At the beginning of a clause it may be a surname, as 於 is; in quotation marks without simplified ones what a stone says.
    const bool may_be_surname = !is_han(previous(at.begin)) && surname_length(right, rules_) > 0 && !are_good_word(maps_.simplified(c), han_at(text_, at.end));
    const bool certain = script.traditional < kManyTogether && !may_be_surname && !names_.is_name(at) && !is_old_quotation(at.begin);
    return WrongCharacter{at, right, Rule::char_trad, certain};
  }

  /// 乾燥的乾，简体作干: what speaks of characters gives them as they are.
  bool speaks_of_script(Span at) const {
    return guards_.speaks_of_script.any_in(text_.substr(at.begin, at.size()));
  }

  static constexpr std::size_t kManyTogether = 3;  ///< a title, a verse: it is in traditional script as a whole

  /// What stands around a character up to the next simplified form.
  struct Script {
    std::size_t traditional = 0;
    bool is_japanese = false;
  };
  Script script_around(Span at) const {
    constexpr int kReach = 60;  // characters
    Script script{.traditional = 1};
    bool in_run = true;  // no mark stands between
    const auto take = [&](char32_t c) {
      if (maps_.is_simplified(c) || script.traditional >= kManyTogether) return false;
      script.traditional += maps_.simplified(c) != 0;
      in_run &= c != '\n' && !is_stop(c) && !is_pause(c) && !is_opening(c) && !is_closing(c);
      script.is_japanese |= in_run && (is_kana(c) || guards_.forms_of_japan.contains(c));
      return true;
    };
    std::size_t here = at.end;
    for (int n = 0; n < kReach && here < text_.size() && take(next_char(text_, here)); ++n) {
    }
    in_run = true;
    here = at.begin;
    for (int n = 0; n < kReach && here > 0 && take(previous(here)); ++n) here = before(text_, here);
    return script;
  }

  /// No katakana that Han are read as.
  bool is_kana(char32_t c) const { return (c >= U'ぁ' && c <= U'ゖ') || (c >= U'ァ' && c <= U'ヺ' && maps_.stray(c) == 0); }

  std::optional<WrongCharacter> stray(Span at, char32_t c) const {
    const char32_t han = maps_.stray(c);
    if (han == 0) return {};
    const char32_t left = previous(at.begin), behind = char_at(text_, at.end);
    const auto is_foreign = [&](char32_t beside) { return is_kana(beside) || is_letter(beside) || maps_.stray(beside) != 0; };
    constexpr std::size_t kReach = 3 * 12;  // bytes: 片假名ー和ニ
    if (speaks_of_script({at.begin - std::min(at.begin - line_->begin, kReach), at.begin})) return {};
    const bool makes_word = (is_han(left) && are_good_word(left, han)) || (is_han(behind) && are_good_word(han, behind));
    const bool between_foreign = is_foreign(left) || is_foreign(behind);
    if (!(is_han(left) && is_han(behind)) && (!makes_word || between_foreign)) return is_cn_numeral(han) && !between_foreign ? numeral_of_list(at, han, left, behind) : std::nullopt;
    std::string right;
    append_char(right, han);
    return WrongCharacter{at, right, Rule::char_numeral, true};
  }

  /// （ニ）, 一是…，ニ是…: in the brackets of a label, or before what another numeral of the line stands before. Elsewhere behind a mark it may be one.
  std::optional<WrongCharacter> numeral_of_list(Span at, char32_t han, char32_t left, char32_t behind) const {
    const bool boxed = fold(left) == U'（' && fold(behind) == U'）';
    const bool begins = at.begin == line_->begin || is_pause(fold(left)) || is_stop(left) || fold(left) == U'：';
    if (!boxed && !(begins && is_han(behind))) return {};
    const bool certain = boxed ? before(text_, at.begin) == line_->begin : is_counted_beside(at, behind);
    std::string right;
    append_char(right, han);
    return WrongCharacter{at, right, Rule::char_numeral, certain};
  }

  /// Whether a numeral stands before the same character elsewhere in the line.
  bool is_counted_beside(Span at, char32_t behind) const {
    std::string word;
    append_char(word, behind);
    const std::string_view line = text_.substr(0, line_->end);
    for (std::size_t place = line_->begin; (place = line.find(word, place)) != std::string_view::npos; place += word.size())
      if (place > line_->begin && place != at.end && is_cn_numeral(previous(place))) return true;
    return false;
  }

  char32_t previous(std::size_t at) const { return at > 0 ? char_at(text_, before(text_, at)) : 0; }

  static bool contains(std::u32string_view set, char32_t c) { return set.find(c) != std::u32string_view::npos; }

  bool is_in_title(std::size_t at) const { return is_between(at, "《", "》"); }

  /// Whether a quotation without a simplified character holds the place: 门上的匾是“厚德載物”.
  bool is_old_quotation(std::size_t at) const {
    constexpr std::size_t kReach = 90;
    const auto inside = find_quotation(text_, {line_->begin, line_->end}, at);
    if (!inside) return false;
    for (std::size_t here = inside->begin, end = std::min(inside->end, at + kReach); here < end;)
      if (maps_.is_simplified(next_char(text_, here))) return false;
    return true;
  }

  /// Whether the last of the two marks before a place of the line opens.
  bool is_between(std::size_t at, std::string_view opening, std::string_view closing) const {
    constexpr std::size_t kReach = 90;
    const std::string_view lead = text_.substr(at > kReach ? at - kReach : 0, std::min(at, kReach));
    const std::size_t open = lead.rfind(opening), close = lead.rfind(closing), line = lead.rfind('\n');
    if (open == std::string_view::npos || (line != std::string_view::npos && line > open)) return false;
    return close == std::string_view::npos || close < open;
  }

  /// By the line that is looked at, and by the page: a fiftieth of its Han is too much for strays, unless more of them are simplified.
  bool is_traditional_text() {
    settled_ = false;
    if (!line_traditional_)
      line_traditional_ = is_many(line_->traditional, 10, text_.substr(line_->begin, line_->end - line_->begin));
    if (!page_traditional_) {
      std::size_t traditional = 0;
      for (const ScannedLine& line : scan_.lines()) traditional += line.traditional;
      page_traditional_ = is_many(traditional, 50, text_);
    }
    return *page_traditional_ || *line_traditional_;
  }

  /// Whether one in `share` of a text's Han are so many, and more than are simplified; one alone is never many.
  bool is_many(std::size_t traditional, std::size_t share, std::string_view text) const {
    if (traditional <= 1) return false;
    const std::size_t too_much = share * traditional;  // Han
    std::size_t han = 0, simplified = 0;
    for (std::size_t at = 0; at < text.size() && han < too_much && simplified < traditional;) {
      const char32_t c = next_char(text, at);
      han += is_han(c);
      simplified += maps_.is_simplified(c);
    }
    return han < too_much && simplified < traditional;
  }

  const Rules& rules_;
  const Watched& watched_;
  const Lookalikes& lookalikes_;
  const CharacterMaps& maps_;
  const Guards& guards_;
  const Misreadings& misreadings_;
  const Quoted& quoted_;
  const bool likely_are_made_, doubts_are_read_;
  const Misreadings::Which which_;
  const bool rows_;  ///< whether the words around are asked, too
  const CleanScan& scan_;
  std::string_view text_;
  CharacterFigures figures_;
  NamesAround names_;
  CharacterUses uses_;
  const ScannedLine* line_ = nullptr;
  std::vector<Place> places_;  // of the lines that were read, in order
  std::size_t next_ = 0;       // the first of them that has not been looked at
  bool settled_ = true;     // the line
  std::size_t mended_ = 0;  // the end of what was mended last, of Han
  std::optional<bool> line_traditional_, page_traditional_, misread_page_;
};

bool is_made(const WrongCharacter& suspect, Fix fix) { return (fix == Fix::likely && !suspect.stays) || (fix == Fix::certain && suspect.certain); }

}  // namespace

void clean_characters(const CleanContext& context, CleanScan& scan, Rewriter& out) {
  context.doubts.clear();
  CharacterScan characters(context, scan, out.text());
  const auto report = [&](const WrongCharacter& suspect) {
    const bool made = is_made(suspect, context.options.fix);
    if (made)
      out.replace(suspect.at, suspect.right, suspect.rule);
    else if (context.on.has(suspect.rule))
      context.doubts.push_back({std::string(name_of(suspect.rule)), suspect.at, "may be " + suspect.right});
    return made;
  };
  const std::span<ScannedLine> lines = scan.lines();
  const auto needs_none = [](const ScannedLine& line) { return !line.needs(ScannedLine::of_characters); };
  for (auto line = lines.begin(); (line = std::find_if_not(line, lines.end(), needs_none)) != lines.end();) {
    const auto first = line;
    line = std::find_if(line, lines.end(), needs_none);
    characters.read({first, line});
  }
  for (ScannedLine& line : lines)
    if (line.needs(ScannedLine::of_characters) && characters.run(line, report)) line.settled |= ScannedLine::of_characters;
}

}  // namespace jianbao
