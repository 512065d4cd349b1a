// Which kind a notice is: topics of its heading and words of its body, weighed against one another.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tables/pattern_set.h"
#include "tables/tables.h"
#include "tables/word_list.h"
#include "text/needs_index.h"

namespace jianbao {

struct KindTable {
  explicit KindTable(const Rules::Tables& tables);

  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  std::size_t number(std::string_view kind, std::string_view place) const;  ///< throws RulesError
  std::size_t find(std::string_view kind) const;
  /// Whether the first words of such a notice say who dissolves, is renamed or reduces its capital.
  bool declares(std::size_t kind) const { return parties[kind].starts_with("subject") && items[kind].empty(); }
  /// Whether it is a kind of losses; `kNone` is none.
  bool is_loss(std::size_t kind) const { return kind != kNone && kinds[kind].starts_with("lost_"); }
  std::vector<std::size_t> all_named(std::string_view name, std::string_view place) const;  ///< court_*: all that begin so

  struct Topic {
    std::size_t kind;
    double weight;
  };
  std::vector<std::string> kinds;  ///< in order of precedence
  std::vector<std::string> parties, items;  ///< of each kind: what its row says about reading them
  WordList topic_words;
  std::vector<Topic> topics;       ///< of each of those
  PatternSet triggers;
  NeedsIndex needs;                ///< of those
  std::vector<std::pair<std::size_t, double>> weights;  ///< kind and weight of each trigger
  WordList speaker_words;
  std::vector<std::size_t> speaker_of;  ///< of each of those: which of `speakers`
  struct Speaker {
    std::vector<std::size_t> kinds;
    double weight;
  };
  std::vector<Speaker> speakers;

 private:
  void add_topic(std::string word, double weight);  ///< of the kind that comes next
};

struct KindScore {
  std::size_t kind = KindTable::kNone;
  double weight = 0;
};

inline constexpr double kClear = 7;  ///< weight from which a text alone says what it is

/// The kind that speaks loudest; none where nothing does. `speaker`: who signs or announces, as far as that is known;
/// `calls`: the text begins with the names of those whom it speaks to; `courtless`: somebody signs who is no court.
KindScore kind_of(std::string_view title, std::string_view text, const KindTable& table, std::string_view speaker = {}, bool calls = false, bool courtless = false);

inline constexpr std::size_t kLongestAd = 100;  ///< characters of a small ad

/// Whether a text is a small ad by its own words: it offers, seeks or hires, and ends with the telephone to call.
bool is_small_ad(std::string_view text, const Rules& rules);

/// Whether a court announces it.
bool is_court_kind(std::string_view kind);

/// The kind that a heading's words alone name.
KindScore kind_of_heading(std::string_view title, const KindTable& table);

}  // namespace jianbao
