// Wrong characters: look-alikes, stray traditional ones, signs read for Han, and O for 〇. What is not certain becomes a
// doubt. Names of people and organisations are left as they stand: no list can say what they should be.
#include "clean/characters.h"

#include <algorithm>
#include <optional>
#include <span>

#include "clean/character_uses.h"
#include "clean/clean_pass.h"
#include "clean/misreading.h"
#include "clean/quoted.h"
#include "names/persons.h"
#include "tables/lexicon.h"
#include "text/chars.h"
#include "text/numeral.h"

namespace jianbao {
namespace {

constexpr char32_t kStroke = U'\u4E00';  // 一

/// A wrong character or string and what it should be.
struct Suspect {
  Span at;
  std::string right;
  Rule rule;
  bool certain;
  bool stays = false;  ///< whatever is asked for: the text gives what others wrote
};

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
        which_(scan.is_damaged() ? Misreadings::Which::all : Misreadings::Which::confusable),
        rows_(which_ == Misreadings::Which::all),
        scan_(scan),
        text_(text),
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
    line_ = &line;
    line_traditional_.reset();
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

  static constexpr unsigned kMisreadings = Watched::confusable | Watched::misreading;

  /// False: look() finds nothing at this place but a misreading, whatever is mended before it. The character is neither traditional nor stray.
  bool may_be_wrong(Span at, char32_t c, unsigned kinds) const {
    if (kinds & Watched::zero && zero(at)) return true;
    if (kinds & Watched::figure) return figure(at, c).has_value();
    if (kinds & Watched::stroke && (is_ascii_digit(char_at(text_, at.end)) || (is_twice(at) && broken_dash(at)) || may_be_between_alike(at))) return true;
    return kinds & Watched::second && at.begin >= 3 && is_han_lead(text_[at.begin - 3]) && lookalikes_.may_begin(char_at(text_, at.begin - 3), c);
  }

  /// Whether characters stand on both sides that places or days of the week end and begin with.
  bool may_be_between_alike(Span at) const { return guards_.first_of_alike.contains(char_at(text_, at.end)) && guards_.last_of_alike.contains(previous(at.begin)); }

  std::optional<Suspect> look(Place& place) {
    const auto [at, c, judged] = place;
    if (const unsigned kinds = watched_.kinds(c); kinds & (Watched::zero | Watched::figure)) {
      const auto found = kinds & Watched::zero ? zero(at) : std::nullopt;
      return found || !(kinds & Watched::figure) ? found : figure(at, c);
    }
    if (c == kStroke) {
      if (const auto found = connector(at)) return found;
      if (is_twice(at))
        if (const auto found = broken_dash(at)) return found;
    }
    if (is_han_lead(text_[at.begin]) && at.begin >= std::max(line_->begin, mended_) + 3 && is_han_lead(text_[at.begin - 3]))
      if (const auto found = lookalike(at.begin - 3, char_at(text_, at.begin - 3), c)) return found;
    if (misreadings_.may_be(c, which_))
      if (const auto found = misreading(place)) return found;
    if (maps_.simplified(c) != 0) return traditional(at, c);
    return stray(at, c);
  }

  std::optional<Suspect> lookalike(std::size_t at, char32_t first, char32_t second) const {
    const Lookalikes::Found* const found = lookalikes_.find(text_, at, first, second);
    if (!found) return {};
    const Span span{at, at + found->wrong.size()};
    const bool stays = quoted_.is_named(text_, {line_->begin, line_->end}, span, found->right);
    return Suspect{span, std::string(found->right), Rule::char_lookalike, !stays && !is_name(span), stays};
  }

  /// A character that makes no word where it stands, while its look-alike makes a good one.
  std::optional<Suspect> misreading(Place& place) {
    // Two in a row are read one after the other: the next pass sees the first one mended. A row of lookalikes.tsv knows better.
    if (mended_ > 0 && place.at.begin < mended_ + 6) return settled_ = false, std::nullopt;
    const Judged& judged = judge(place);
    settled_ &= !judged.depends;
    if (judged.right == 0) return {};
    std::string after;
    append_char(after, judged.right);
    return Suspect{place.at, after, Rule::char_lookalike, judged.proof == Proof::strong || (judged.proof == Proof::weak && is_misread_page()), judged.stays};
  }

  static constexpr int kLikely = 12;
  static constexpr std::size_t kTwo = 2 * 3;  ///< bytes of a word that names are made of, too

  const Judged& judge(Place& place) {
    if (!place.judged) place.judged = judge(place.at, place.c);
    return *place.judged;
  }

  Judged judge(Span at, char32_t c) {
    Misreadings::Found found = misreadings_.find(text_, at.begin, c, which_);
    Proof proof = proof_of(found, at);
    constexpr int kGoesWith = 8;  // the words around, better: what nothing else proves is no doubt either where they do not
    const bool likely = proof != Proof::none || found.gain >= kLikely;
    if (!likely || Misreadings::gain_in_rows(text_, at.begin, c, found.right) < (proof == Proof::none ? kGoesWith : 0)) found = {}, proof = Proof::none;
    if (proof == Proof::none && rows_)
      if (const auto in_rows = misreadings_.find_in_rows(text_, at.begin, c); in_rows.right != 0) found = in_rows, proof = Proof::weak;
    if (found.right == 0 || is_known(at, c)) return {};
    if (proof != Proof::strong && found.word.size() <= kTwo && is_term(at, found.right)) return {.depends = true};
    if (lookalikes_.find(text_, at.begin, c, char_at(text_, at.end))) return {};
    if (is_traditional_text()) return {.depends = true};
    if (reads_better_beside(at, c, found)) return {.depends = true};
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
    const bool may_be_saying = !rows_ && is_between(at.begin, "“", "”");
    if (found.gain >= kCertain && found.word.size() >= kThree && !may_be_saying && !is_on_page(at)) return Proof::strong;
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
      line_ = &line;
      line_traditional_.reset();
      for (; points < enough && place != places_.end() && place->at.begin < line.end; ++place) {
        const std::size_t more = contains(weak, place->c) ? 0 : points_of(*place);
        if (more == kWeak) weak += place->c;
        points += more;
      }
    }
    line_ = looked_at;
    line_traditional_.reset();
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
    if (guards_.of_both_right.contains(char_at(text_, at.begin)) && is_either(found.word)) return true;
    const bool sure = found.gain >= kSure, is_short = found.word.size() <= kTwo, known = has_word_elsewhere(at, found);
    const auto beside = [&] { return Misreadings::gain_in_rows(text_, at.begin, char_at(text_, at.begin), found.right); };
    if (reads_as_name(found, at) || is_of_company(found, at)) return true;
    if (is_name(at, found.word) && !(sure && found.makes_long_word)) return true;
    if (begins_name(at, found.word) || is_given_name(at, found.word) || is_alone(found.word) || is_of_number(at)) return true;
    if (found.gain < kSureOfPlace && is_place(at, found.word.end, guards_.place) && beside() < kWellBeside) return true;
    if (is_short && (is_place(at, found.word.end, guards_.address) || is_item(found.word) || (!found.is_measured && !known && is_near(at)))) return true;
    if (is_between_same(at) && beside() < kWellBetween) return true;
    return !(found.is_measured && sure) && !known && stands_elsewhere(at);
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
  bool reads_better_beside(Span at, char32_t c, const Misreadings::Found& found) const {
    const int gain = Misreadings::gain_in_rows(text_, at.begin, c, found.right);
    const auto is_better = [&](std::size_t place, bool is_behind) {
      const char32_t other = han_at(text_, place);
      if (other == 0) return false;
      const auto better = misreadings_.find(text_, place, other, Misreadings::Which::all);
      return better.right != 0 && ((is_behind && better.gain > found.gain) || Misreadings::gain_in_rows(text_, place, other, better.right) > gain);
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

  /// Between marks that list things, what ends as the names of places do is one: 准安、巾山; 采光、操声 are no places.
  bool is_item(Span word) const {
    constexpr std::u32string_view kEnds = U"\n、，";
    const char32_t left = previous(word.begin), right = word.end < text_.size() ? char_at(text_, word.end) : U'\n';
    const bool listed = (left == U'、' || right == U'、') && contains(kEnds, left) && contains(kEnds, right);
    return contains(guards_.listed_place, previous(word.end)) && (listed || (right == U'、' && is_place_listed(word.end + kMarkSize)));
  }

  static constexpr std::size_t kMarkSize = 3;  ///< bytes of a full-width mark

  /// 去过准安、巾山: the next of a list is a place as well.
  bool is_place_listed(std::size_t at) const {
    const std::size_t end = han_behind(at, 4);
    return end > at && contains(guards_.listed_place, previous(end));
  }

  /// One traditional character in simplified text; text that has many is in traditional script.
  std::optional<Suspect> traditional(Span at, char32_t c) {
    if (is_traditional_text() || is_in_title(at.begin) || holds_any(guards_.traditional_right, at)) return {};
    const Script script = script_around(at);
    if (script.is_japanese) return {};
    std::string right;
    append_char(right, maps_.simplified(c));
    // At the beginning of a clause it may be a surname, as 於 is; in quotation marks without simplified ones what a stone says.
    const bool may_be_surname = !is_han(previous(at.begin)) && surname_length(right, rules_) > 0 && !are_good_word(maps_.simplified(c), han_at(text_, at.end));
    const bool certain = script.traditional < kManyTogether && !may_be_surname && !is_name(at) && !is_old_quotation(at.begin);
    return Suspect{at, right, Rule::char_trad, certain};
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

  std::optional<Suspect> stray(Span at, char32_t c) const {
    const char32_t han = maps_.stray(c);
    if (han == 0) return {};
    const char32_t left = previous(at.begin), behind = char_at(text_, at.end);
    const auto is_foreign = [&](char32_t beside) { return is_kana(beside) || is_letter(beside) || maps_.stray(beside) != 0; };
    const bool makes_word = (is_han(left) && are_good_word(left, han)) || (is_han(behind) && are_good_word(han, behind));
    if (!(is_han(left) && is_han(behind)) && (!makes_word || is_foreign(left) || is_foreign(behind))) return {};
    std::string right;
    append_char(right, han);
    return Suspect{at, right, Rule::char_numeral, true};
  }

  /// O between the numerals of a Chinese year, or at its end: 二O二四年, 二OO四年, 二〇一O年. Some print 一九九○年; the ○ at the end of 二○二○年
  /// is written as that inside of it.
  std::optional<Suspect> zero(Span at) const {
    const auto is_zero = [&](char32_t c) { return (watched_.kinds(c) & Watched::zero) != 0; };
    const auto is_other_ascii = [&](std::size_t i) { return static_cast<unsigned char>(text_[i]) < 0x80 && !is_zero(static_cast<unsigned char>(text_[i])); };
    if ((at.begin > 0 && is_other_ascii(at.begin - 1)) || (at.end < text_.size() && is_other_ascii(at.end))) return {};  // as in most figures
    std::size_t begin = at.begin, end = at.end;
    while (is_zero(previous(begin))) begin = before(text_, begin);
    while (end < text_.size() && is_zero(char_at(text_, end))) next_char(text_, end);
    if (!is_cn_numeral(previous(begin)) || !(is_cn_numeral(char_at(text_, end)) || ((is_letter(char_at(text_, at.begin)) || char_at(text_, at.begin) == '0' || follows_zero(begin, is_zero)) && ends_year(end, is_zero)))) return {};
    return Suspect{at, "〇", Rule::char_numeral, true};
  }

  /// Whether a zero stands inside of the number that ends with a run of zeros, and with what that was made of.
  template <class IsZero>
  bool follows_zero(std::size_t at, IsZero is_zero) const {
    while (at > 0 && is_cn_numeral(previous(at)) && !is_zero(previous(at)) && previous(at) != U'〇') at = before(text_, at);
    return at > 0 && (is_zero(previous(at)) || previous(at) == U'〇') && is_cn_numeral(previous(before(text_, at)));
  }

  /// Whether 年 stands there, and four numerals and no more before it.
  template <class IsZero>
  bool ends_year(std::size_t end, IsZero is_zero) const {
    constexpr int kYear = 4;
    if (end >= text_.size() || char_at(text_, end) != U'年') return false;
    int count = 0;
    for (std::size_t at = end; at > 0 && count <= kYear; ++count) {
      const std::size_t left = before(text_, at);
      const char32_t c = char_at(text_, left);
      if (!is_cn_numeral(c) && !is_zero(c)) break;
      at = left;
    }
    return count == kYear;
  }

  /// O and l in a figure that a unit follows and no part of a code or a word stands before: l2月底, 5O公里, 2O24年.
  std::optional<Suspect> figure(Span at, char32_t c) const {
    Span run = figure_run(at);
    constexpr std::string_view kMarks = ".,";
    while (run.begin < at.begin && kMarks.find(text_[run.begin]) != std::string_view::npos) ++run.begin;
    const std::string_view in_run = text_.substr(run.begin, run.size()), behind = text_.substr(run.end);
    const char32_t left = previous(run.begin);
    const bool in_code = left > U' ' && left < 0x80;
    const bool begins_with_o = (in_run[0] == 'O' || in_run[0] == 'o') && !in_run.substr(1).starts_with('.');  // O2O个人店
    if (in_code || begins_with_o || !(is_counter(behind) || is_inside_figure(at, run))) return {};
    if (in_run.find_first_of("0123456789") == std::string_view::npos && !is_month(in_run, run.end)) return {};
    if (is_oxygen(in_run)) return {};
    return Suspect{at, c == 'O' || c == 'o' ? "0" : "1", Rule::char_numeral, true};
  }

  /// 2O2, 3O3: molecules of oxygen or ozone, so many.
  static bool is_oxygen(std::string_view run) {
    constexpr std::size_t kAtoms = 2;
    if (run.size() <= kAtoms || run[run.size() - kAtoms] != 'O' || (run.back() != '2' && run.back() != '3')) return false;
    return run.size() - kAtoms <= kAtoms && run.find_first_not_of("0123456789") == run.size() - kAtoms;
  }

  /// 2O22〕, 唐1l4井: the only letter of a figure, with a digit on both sides.
  bool is_inside_figure(Span at, Span run) const {
    const auto is_figure = [&](std::size_t i) { return is_ascii_digit(static_cast<unsigned char>(text_[i])); };
    if (at.begin == run.begin || at.end == run.end || !is_figure(at.begin - 1) || !is_figure(at.end) || is_letter(char_at(text_, run.end))) return false;
    std::size_t letters = 0;
    for (std::size_t i = run.begin; i < run.end; ++i) letters += is_ascii_letter(static_cast<unsigned char>(text_[i]));
    return letters == 1;
  }

  /// The digits, what is read for them and the marks in figures, around a place.
  Span figure_run(Span at) const {
    constexpr std::size_t kLongest = 12;
    const auto is_part = [&](std::size_t i) {
      return is_ascii_digit(static_cast<unsigned char>(text_[i])) || kOfFigures.find(text_[i]) != std::string_view::npos;
    };
    while (at.begin > 0 && at.size() < kLongest && is_part(at.begin - 1)) --at.begin;
    while (at.end < text_.size() && at.size() < kLongest && is_part(at.end)) ++at.end;
    return at;
  }

  static constexpr std::string_view kOfFigures = "OolI.,";

  bool is_counter(std::string_view text) const {
    const auto begins = [&](const std::string& word) { return text.starts_with(word); };
    return std::any_of(guards_.counter.begin(), guards_.counter.end(), begins);
  }

  /// l月l5日: a month of one letter, where a day follows it.
  bool is_month(std::string_view month, std::size_t end) const {
    constexpr std::string_view kMonth = "\xE6\x9C\x88", kDay = "日";
    if (month.size() != 1 || !text_.substr(end).starts_with(kMonth)) return false;
    const Span day = figure_run({end + kMonth.size(), end + kMonth.size()});
    return day.size() > 0 && text_.substr(day.end).starts_with(kDay);
  }

  /// A stroke between two numbers is no numeral: 19:00一21:30, 15日一20日.
  std::optional<Suspect> connector(Span at) const {
    const char32_t left = previous(at.begin);
    const bool in_figures = is_ascii_digit(char_at(text_, at.end)) && (is_ascii_digit(left) || left == U'日' || left == U'时' || left == '%');
    if (!in_figures && !(may_be_between_alike(at) && is_between_alike(at))) return {};
    return Suspect{at, "—", Rule::punct_dash, true};
  }

  /// 北京一广州, 周一一周五: between two places, or two days of the week.
  bool is_between_alike(Span at) const {
    const std::string_view lead = text_.substr(line_->begin, at.begin - line_->begin), behind = text_.substr(at.end, line_->end - at.end);
    const auto between = [&](const std::vector<std::string>& words) {
      return std::any_of(words.begin(), words.end(), [&](const std::string& word) { return lead.ends_with(word); }) &&
             std::any_of(words.begin(), words.end(), [&](const std::string& word) { return behind.starts_with(word); });
    };
    return between(guards_.weekday) || between(guards_.seat);
  }

  /// Whether the same character of three bytes stands behind; that is told by the last of them first.
  bool is_twice(Span at) const {
    return at.end + 2 < text_.size() && text_[at.end + 2] == text_[at.begin + 2] && text_[at.end + 1] == text_[at.begin + 1] && text_[at.end] == text_[at.begin];
  }

  /// 挂历一一那上面: two strokes before what no 一一 stands before, which says how something is done.
  std::optional<Suspect> broken_dash(Span at) const {
    const char32_t left = previous(at.begin);
    if ((!is_han(left) && !is_closing(left) && !is_stop(left)) || is_cn_numeral(left)) return {};
    const Span both{at.begin, at.end + at.size()};
    const std::string_view behind = text_.substr(both.end);
    const auto begins = [&](const std::string& word) { return behind.starts_with(word); };
    if (std::none_of(guards_.behind_dash.begin(), guards_.behind_dash.end(), begins)) return {};
    return Suspect{both, "——", Rule::punct_dash, true};
  }

  char32_t previous(std::size_t at) const { return at > 0 ? char_at(text_, before(text_, at)) : 0; }

  /// Whether a character stands in a name of an organisation or a person. `known`: a word beyond doubt.
  bool is_name(Span at, Span known = {}) const {
    std::size_t end = at.end;
    for (int n = 0; n < 20 && end < text_.size() && is_han(char_at(text_, end)); ++n) next_char(text_, end);
    const std::string_view rest = text_.substr(at.begin, end - at.begin);
    for (const std::string& word : guards_.organisation)
      if (rest.find(word) != std::string_view::npos) return true;
    std::size_t begin = at.begin;
    for (int n = 0; n < 5 && begin > 0 && is_han(previous(begin)); ++n) begin = before(text_, begin);
    // Alone between other things, as a name stands in a list of names.
    const bool is_known = known.begin == begin && known.end == end;
    if (!is_known && is_person(text_.substr(begin, end - begin), rules_)) return true;
    const std::string_view lead = text_.substr(begin, at.begin - begin);
    for (const std::string& word : guards_.person_before)
      if (const std::size_t found = lead.find(word);
          found != std::string_view::npos && lead.size() - found - word.size() <= 6)
        return true;
    // 冠军王峰, 名叫申力: what may be anybody's, too, asks for a surname behind it.
    for (const std::string& word : guards_.person_called)
      if (const std::size_t found = lead.rfind(word); found != std::string_view::npos && lead.size() - found - word.size() <= 6 && surname_length(text_.substr(begin + found + word.size()), rules_) > 0) return true;
    // 刘於义老师: a title stands behind the name that the character is the middle or the end of.
    for (std::size_t behind = at.end, n = 0; n < 2 && begin < at.begin; ++n) {
      for (const std::string& word : guards_.person_before)
        if (text_.substr(behind).starts_with(word)) return true;
      if (behind >= text_.size()) break;
      next_char(text_, behind);
    }
    return false;
  }

  /// Whether the text reads about as well with a name as with the word that would be made: 史冀生点点头 is no 畜生, 钱珠莹救了 no 营救. A name
  /// is a word, too, though in no list. A surname that begins the word itself says less: 商扬等 is 商场.
  bool reads_as_name(const Misreadings::Found& found, Span at) const {
    constexpr std::size_t kBefore = 2;  // characters of a name before this one
    constexpr int kClearly = 18, kOfWord = -4;
    const Span window{han_before(at.begin, kAround), han_behind(at.end, kAround)};
    const int mended = cost_between(window) - found.gain;
    for (std::size_t begin = han_before(at.begin, kBefore); begin <= at.begin; next_char(text_, begin)) {
      const std::size_t surname = surname_length(text_.substr(begin, window.end - begin), rules_);
      const int least = mended + (begin < found.word.begin ? kClearly : kOfWord);
      for (std::size_t given = 1; surname > 0 && given <= kBefore; ++given) {
        const Span name{begin, han_behind(begin + surname, given)};
        if (name.end < at.end || !is_person(text_.substr(name.begin, name.size()), rules_)) continue;
        const int named = cost_between({window.begin, name.begin}) + cost_of_name(name, surname, given) + cost_between({name.end, window.end});
        if (named < least) return true;
      }
    }
    return false;
  }

  static constexpr std::size_t kAround = 5;  // characters at each side that have a say

  /// In the steps of cost_of_words: how seldom a word is the name of somebody, and how seldom a name has this surname and these characters.
  int cost_of_name(Span name, std::size_t surname, std::size_t given) const {
    constexpr int kSomebody = 50, kGiven = 40, kSurnames = 16;
    const int rank = surname == 3 ? guards_.surname_rank(char_at(text_, name.begin)) : 0;
    return kSomebody + kGiven * static_cast<int>(given) + rank / kSurnames;
  }

  int cost_between(Span span) const {
    std::u32string han;
    while (span.begin < span.end) han += next_char(text_, span.begin);
    return cost_of_words(han);
  }

  /// Where the Han begin that stand before a place in its line, `most` of them, and where those end that stand behind it.
  std::size_t han_before(std::size_t at, std::size_t most) const {
    while (most-- > 0 && at > line_->begin && is_han(previous(at))) at = before(text_, at);
    return at;
  }
  std::size_t han_behind(std::size_t at, std::size_t most) const {
    while (most-- > 0 && at < line_->end && is_han(char_at(text_, at))) next_char(text_, at);
    return at;
  }

  /// 申华控股, 湖北宜化: a word of two characters that a company may be called, before what such names go on with or behind where it is.
  bool is_of_company(const Misreadings::Found& found, Span at) const {
    const Span word = found.word;
    if (word.size() != kTwo || at.begin < word.begin) return false;
    const std::string_view behind = text_.substr(word.end, line_->end - word.end), lead = text_.substr(line_->begin, word.begin - line_->begin);
    const auto any = [](const std::vector<std::string>& words, auto holds) { return std::any_of(words.begin(), words.end(), holds); };
    return any(guards_.company, [&](const std::string& each) { return behind.starts_with(each); }) || any(guards_.seat, [&](const std::string& each) { return lead.ends_with(each); });
  }

  /// Whether the printed characters of the word that would be made read as a person's name, where one begins: 省长 王力 is no 主力.
  bool begins_name(Span at, Span word) const {
    const bool begins = word.begin == at.begin && !is_han(previous(at.begin));
    return begins && surname_length(text_.substr(at.begin), rules_) > 0 && is_person(text_.substr(word.begin, word.size()), rules_);
  }

  /// 王洒泉种粮二十年: behind the surname that begins a clause, and in no word with it.
  bool is_given_name(Span at, Span word) const {
    constexpr std::size_t kMost = 2;  // characters between
    std::size_t begin = at.begin;
    for (std::size_t n = 0; n < kMost && is_han(previous(begin)); ++n) begin = before(text_, begin);
    if (begin == at.begin || is_han(previous(begin))) return false;
    const std::size_t surname = surname_length(text_.substr(begin), rules_), name_end = std::max(at.end, word.end);
    return surname > 0 && begin + surname <= word.begin && is_person(text_.substr(begin, name_end - begin), rules_);
  }

  /// 青格勒1∶0宝力根: in a line without a mark of a sentence a few characters between other things, of which the word that would be made
  /// leaves one over, may be a name of a people without surnames.
  bool is_alone(Span word) const {
    constexpr std::size_t kMost = 4 * 3, kOver = 3;  // bytes
    if ((line_->has & (ScannedLine::comma | ScannedLine::stop)) != 0) return false;
    Span run = word;
    while (run.size() <= kMost && is_han(previous(run.begin))) run.begin = before(text_, run.begin);
    while (run.size() <= kMost && run.end < text_.size() && is_han(char_at(text_, run.end))) next_char(text_, run.end);
    return run.size() <= kMost && run.size() - word.size() == kOver;
  }

  /// Whether the character, or the one behind it, stands before one of `ends`, as 路, or before 家 and what villages end with: the name of a
  /// place. In the word that is made, up to `word_end`, it is a part of that word.
  bool is_place(Span at, std::size_t word_end, std::u32string_view ends) const {
    constexpr int kReach = 2;  // characters
    char32_t last = 0;
    for (std::size_t here = at.end, n = 0; n < kReach && here < text_.size() && is_han(char_at(text_, here)); ++n) {
      const bool in_word = here < word_end;
      const char32_t c = next_char(text_, here);
      if (!in_word && (contains(ends, c) || (last == kFamily && contains(guards_.village, c)))) return true;
      last = c;
    }
    return false;
  }

  static constexpr char32_t kFamily = U'\u5BB6';  // 家
  static bool contains(std::u32string_view set, char32_t c) { return set.find(c) != std::u32string_view::npos; }

  /// Whether the character stands in the short name before the year of a document's number, which is no row of words: 川政征补〔2025〕14号.
  bool is_of_number(Span at) const {
    constexpr int kReach = 8;  // characters
    std::size_t here = at.end;
    for (int n = 0; n < kReach && is_han(char_at(text_, here)); ++n) next_char(text_, here);
    if (here >= text_.size() || !is_opening(next_char(text_, here))) return false;
    for (int n = 0; n < 4; ++n)
      if (here >= text_.size() || !is_digit(next_char(text_, here))) return false;
    return true;
  }

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
  const bool likely_are_made_;
  const Misreadings::Which which_;
  const bool rows_;  ///< whether the words around are asked, too
  const CleanScan& scan_;
  std::string_view text_;
  CharacterUses uses_;
  const ScannedLine* line_ = nullptr;
  std::vector<Place> places_;  // of the lines that were read, in order
  std::size_t next_ = 0;       // the first of them that has not been looked at
  bool settled_ = true;     // the line
  std::size_t mended_ = 0;  // the end of what was mended last, of Han
  std::optional<bool> line_traditional_, page_traditional_, misread_page_;
};

bool is_made(const Suspect& suspect, Fix fix) { return (fix == Fix::likely && !suspect.stays) || (fix == Fix::certain && suspect.certain); }

}  // namespace

void clean_characters(const CleanContext& context, CleanScan& scan, Rewriter& out) {
  context.doubts.clear();
  CharacterScan characters(context, scan, out.text());
  const auto report = [&](const Suspect& suspect) {
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
