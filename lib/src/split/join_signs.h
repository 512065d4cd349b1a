// The signs that speak for or against one piece of a page being the rest of another, and what each weighs.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace jianbao {

/// The signs that speak for or against a join, in the order of kSignNames.
enum class Sign : std::size_t {
  any,          ///< 1: what is known before anything is seen
  closed,       ///< 1: the head ends with a finished sentence, so nothing need follow
  jump,         ///< 1: 下转 at the head, 上接 over the tail
  headline,     ///< 1: the head's last line looks like a headline of what stands behind it
  stub,         ///< 1: the head's last line is as short as a headline and heads nothing; more, where a page has several such
  seam,         ///< 1: cleaning joined the two across an empty line; more, where a page has several such: then OCR broke paragraphs so
  inside,       ///< 1: the head has to be cut off what stands behind it in its article; more, where a page has several such: then OCR lost marks
  ended,        ///< 1: an author or agency in brackets has ended the head
  spaced,       ///< 1: a wide space or a dash behind the head's last mark, as rows and credits have
  short_head,   ///< 1: the head's last line would fill no line of a column
  numbers,      ///< 1: the tail's first number comes behind the head's last, less where several paragraphs stand before it (TornTail::nearness); -1: behind that of what it stands behind
  counted,      ///< 1: that number is what the tail begins with: a new paragraph, whose head need not be open
  orphan,       ///< 1: the tail stands alone; 0: it has to be cut off an article
  passed,       ///< 1: it has to be cut off, while another that stands alone waits for a head
  rivals,       ///< logarithm of the number of articles that hold a tail that may be the head's
  titled,       ///< 1: it stands alone, but its first line looks like a headline
  bare,         ///< 1: it has to be cut off a heading, which would be left without a text
  headless,     ///< 1: it has to be cut off a piece that stands alone itself and is more likely the tail as a whole
  begins,       ///< how much more often a paragraph begins so than goes on so (SeamTail)
  hanging,      ///< 1: the tail begins with a mark that ends or parts sentences, as no line does, and no other tail does
  says,         ///< 1: the tail's first clause says who speaks
  short_word,   ///< 1: the tail begins with a word of one character, mostly the rest of one
  long_word,    ///< 1: with one of three or more
  scrap,        ///< 1: its first line is a few characters and a stop, which are mostly the end of a sentence
  follows,      ///< how much more likely the words on both sides are one behind the other, or with one across the tear, than each by themselves
  word_torn,    ///< how much more likely both sides are with a word across the tear
  figure_torn,  ///< 1: digits stand on both sides of it, a half: a number and what it counts
  pair_known,   ///< 1: the two characters at the tear stand side by side elsewhere on the page
  string_known, ///< up to 3: of the string on one side of the tear, 2 to 4 characters, the share of its places in both articles where the other side's
                ///< character stands beside it, for each of its characters but one
  speakers,     ///< 1: of those who speak in the tail one speaks in the head, and none in what it stands behind
  quotes,       ///< 2: what was left open is closed; -1: something is left open, or closed that was not open
  prefers,      ///< -1: the tail shares words only with what it stands behind, or with another article; 1: only with the head
  line_prefers, ///< of a tail that has to be cut off, the same of its first line by itself
  late,         ///< the same of the line before such a tail, which would stay where it stands
  others,       ///< the same of such a tail, between the head and every article but the two
  bracketed,    ///< 1: the head ends with a bracket, as rows and credits do
  unfinished,   ///< 1: the head ends with a word that asks for another
  length,       ///< logarithm of the pairs of characters of a tail that has to be cut off
  running,      ///< 1: the head's last paragraph has a comma, as running text has, and is no stub
  stopped,      ///< 1: a sentence ends inside of it
  head_length,  ///< logarithm of its characters, less 3
  broken,       ///< logarithm of the articles of the page that break off at their end, this one not counted, and 1
  ragged,       ///< the same of the paragraphs that break off inside of articles: where there are many, OCR lost their marks
  begun,        ///< 1: the head's last line is nothing but what a text begins with: a dateline, a number; no bracket or space in it says more
  headline_kin, ///< of the headline that the head may be, the part that the tail has words of
};
inline constexpr std::size_t kSigns = 45;
inline constexpr std::array<std::string_view, kSigns> kSignNames = {
    "any", "closed", "jump", "headline", "stub", "seam", "inside", "ended", "spaced", "short_head", "numbers", "counted", "orphan", "passed", "rivals", "titled", "bare", "headless",
    "begins", "hanging", "says", "short_word", "long_word", "scrap", "follows", "word_torn", "figure_torn", "pair_known", "string_known", "speakers", "quotes", "prefers", "line_prefers", "late", "others", "bracketed", "unfinished", "length", "running", "stopped", "head_length", "broken", "ragged", "begun", "headline_kin"};

/// Fitted on 18,200 heads, most of them whole, of pages with an article torn at random, of real and of made pages, of which every twentieth had lost its rest (tests/fit_tears.py
/// prints such weights), on 690 of pages printed apart, on 490 of pages torn in several places, counted twice, on 770 of whole pages, counted five times, and on 1,630 of pages
/// read by OCR, of which only one in seven counts: where their texts go on is known less surely. `closed`, `jump`, `numbers`, `counted`, `seam`, `speakers` and
/// `string_known` are set by hand, because tears do not show them; so are `figure_torn`, which fits between 3.0 and 3.7, and `hanging`, which is rare; `passed`, `bare`, `headline_kin` and `ragged` stand higher or lower than fitted, so that no text is taken
/// from under its title, and pages that OCR read badly are joined as rarely as before.
///
/// Where in an article the rest begins is another question than whose it is: `cut` is fitted on 6,150 rests of real and of made pages by what tells the place
/// from the others of its article; that it stands alone or was passed over says nothing of the place. On pages that none of these are from, 98.2 of 100 places are right with it, 97.9 with `join` alone.
struct SignWeight {
  double join, cut;
};

inline constexpr std::array<SignWeight, kSigns> kSignWeights = {{
    {-1.98, -1.98},  // any
    {-5.5, -5.5},  // closed
    {8, 8},  // jump
    {-2.78, -2.78},  // headline
    {1.25, 1.25},  // stub
    {1, 1},  // seam
    {-1.87, -1.87},  // inside
    {-1.92, -1.92},  // ended
    {-3.24, -3.24},  // spaced
    {-1.44, -1.44},  // short_head
    {4.3, 4.3},  // numbers
    {-0.7, -0.7},  // counted: its number says the rest
    {2.06, 2.06},  // orphan
    {-1.5, -1.5},  // passed
    {-0.14, -0.14},  // rivals
    {-3.07, -3.07},  // titled
    {-1.5, -1.66},  // bare
    {-1.4, -1.57},  // headless
    {-0.52, -0.78},  // begins
    {1.4, 2.12},  // hanging
    {-1.79, -2.11},  // says
    {-0.02, 0.35},  // short_word
    {-0.75, -0.38},  // long_word
    {1.36, 2.74},  // scrap
    {0.55, 0.55},  // follows
    {0.47, 0.31},  // word_torn
    {3.2, 4.29},  // figure_torn
    {1.43, 1.66},  // pair_known
    {3, 2.9},  // string_known
    {3, 3},  // speakers
    {2.65, 2.65},  // quotes
    {3.39, 4.14},  // prefers
    {1.9, 2.12},  // line_prefers
    {-1.85, -2.55},  // late
    {1.77, 0.73},  // others
    {-5.18, -5.18},  // bracketed
    {0.74, 0.74},  // unfinished
    {0, 0},  // length
    {2.28, 2.28},  // running
    {0.78, 0.78},  // stopped
    {-0.84, -0.84},  // head_length
    {-1.04, -1.04},  // broken
    {-1, -1},  // ragged
    {1.77, 1.77},  // begun
    {2.5, 2.5},  // headline_kin
}};

/// What a sign adds to the odds, for each 1 of its value.
constexpr const SignWeight& weight_of(Sign sign) { return kSignWeights[static_cast<std::size_t>(sign)]; }

}  // namespace jianbao
