#include "notice_signs/notice_kind.h"

#include <algorithm>
#include <cstdlib>

#include "notice_signs/notice_scan.h"
#include "notice_signs/notice_words.h"
#include "notice_signs/phones.h"
#include "text/utf8.h"

namespace jianbao {
namespace {

constexpr double kTopicWeight = 4;          // of a topic in the heading, and half a point for each of its characters
constexpr double kBareWeight = 4;           // more where the topic is the whole heading: 寻人, 招领
constexpr double kNameWeight = 1;           // of a name that announces more than one kind of things: 法院公告
constexpr double kCalled = 8;               // more for a kind that has addressees, where somebody is called
constexpr double kCourtless = 10;           // less for what courts alone announce, where another office signs
constexpr std::string_view kOfCourts = "court_";
constexpr std::size_t kLongestTopic = 8;
constexpr std::size_t kReadOn = 1500;       // bytes of the body that decide; tables of debtors run on for pages

/// The kinds whose topics a heading holds, each once, with the most that one of them says.
std::vector<KindScore> topics_in(std::string_view title, const KindTable& table) {
  std::vector<KindScore> found;
  const std::string key = without_spaces(title);
  table.topic_words.each_in(key, [&](std::size_t, std::size_t number) {
    const KindTable::Topic& topic = table.topics[number];
    const bool bare = table.topic_words[number].size() == key.size();
    const double weight = topic.weight + (bare && topic.weight > kNameWeight ? kBareWeight : 0);
    const auto known = std::find_if(found.begin(), found.end(), [&](const KindScore& score) { return score.kind == topic.kind; });
    if (known == found.end()) found.push_back({topic.kind, weight});
    else known->weight = std::max(known->weight, weight);
    return false;
  });
  return found;
}

/// What the words of a heading or a body say, each row of the table once.
void add_triggers(std::string_view text, const KindTable& table, std::vector<bool>& seen, std::vector<double>& weights) {
  const NeedsIndex::Met met = table.needs.met_by(TextSigns(text));
  if (met == NeedsIndex::Met{}) return;
  const auto wanted = [&](std::size_t number) { return NeedsIndex::has(met, number) && !seen[number]; };
  table.triggers.scan_for(text, wanted, [&](std::size_t number, std::size_t, const Pattern::Match&) {
    seen[number] = true;
    weights[table.weights[number].first] += table.weights[number].second;
    return false;
  });
}

/// Who speaks adds to what the text says already.
void add_speaker(std::string_view speaker, const KindTable& table, std::vector<double>& weights) {
  std::vector<double> best(weights.size(), 0);
  table.speaker_words.each_in(speaker, [&](std::size_t, std::size_t word) {
    const KindTable::Speaker& row = table.speakers[table.speaker_of[word]];
    for (const std::size_t kind : row.kinds) best[kind] = std::max(best[kind], row.weight);
    return false;
  });
  for (std::size_t i = 0; i < weights.size(); ++i)
    if (weights[i] > 0) weights[i] += best[i];
}

KindScore loudest(const std::vector<double>& weights) {
  const auto most = std::max_element(weights.begin(), weights.end());  // the first of equals: rows stand by precedence
  if (most == weights.end() || *most <= 0) return {};
  return {static_cast<std::size_t>(most - weights.begin()), *most};
}

}  // namespace

KindTable::KindTable(const Rules::Tables& tables) {
  const Table& rows = tables.table("notices");
  for (const Table::Row& row : rows.rows()) {
    for (std::string& word : split_cell(rows.cell(row, "topics"))) {
      const double length = static_cast<double>(std::min(count_chars(word), kLongestTopic));
      add_topic(std::move(word), kTopicWeight + length / 2);
    }
    for (std::string& word : split_cell(rows.cell(row, "names"))) add_topic(std::move(word), kNameWeight);
    kinds.push_back(rows.cell(row, "id"));
    parties.push_back(rows.cell(row, "parties"));
    items.push_back(rows.cell(row, "items"));
  }
  const Table& words = tables.table("notice_triggers");
  for (const Table::Row& row : words.rows()) {
    triggers.add(words.cell(row, "pattern"), row.place);
    needs.add(triggers[triggers.size() - 1].needs());
    weights.emplace_back(number(words.cell(row, "kind"), row.place), std::strtod(std::string(words.cell(row, "weight")).c_str(), nullptr));
  }
  const Table& who = tables.table("notice_speakers");
  for (const Table::Row& row : who.rows()) {
    Speaker speaker{{}, std::strtod(std::string(who.cell(row, "weight")).c_str(), nullptr)};
    for (const std::string& name : split_cell(who.cell(row, "kinds")))
      for (const std::size_t kind : all_named(name, row.place)) speaker.kinds.push_back(kind);
    for (std::string& word : split_cell(who.cell(row, "words"))) {
      speaker_words.add(std::move(word));
      speaker_of.push_back(speakers.size());
    }
    speakers.push_back(std::move(speaker));
  }
}

std::vector<std::size_t> KindTable::all_named(std::string_view name, std::string_view place) const {
  if (!name.ends_with('*')) return {number(name, place)};
  name.remove_suffix(1);
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < kinds.size(); ++i)
    if (kinds[i].starts_with(name)) found.push_back(i);
  return found;
}

void KindTable::add_topic(std::string word, double weight) {
  topic_words.add(std::move(word));
  topics.push_back({kinds.size(), weight});
}

std::size_t KindTable::find(std::string_view kind) const {
  const auto found = std::find(kinds.begin(), kinds.end(), kind);
  return found == kinds.end() ? kNone : static_cast<std::size_t>(found - kinds.begin());
}

std::size_t KindTable::number(std::string_view kind, std::string_view place) const {
  const std::size_t found = find(kind);
  if (found == kNone) throw RulesError(std::string(place) + ": no kind '" + std::string(kind) + "' in notices.tsv");
  return found;
}

bool is_small_ad(std::string_view text, const Rules& rules) {
  constexpr double kLeast = 4;  // weight: a service that is offered has no more
  if (count_chars(text) > kLongestAd || !ends_with_phone(text, rules)) return false;
  const auto& table = rules.tables().compiled<KindTable>();
  const KindScore score = kind_of({}, text, table);
  return score.weight >= kLeast && (table.kinds[score.kind] == "classified" || table.kinds[score.kind] == "recruitment");
}

bool is_court_kind(std::string_view kind) {
  return kind.starts_with("court_") || kind.starts_with("bankruptcy_") || kind == "ship_auction";
}

KindScore kind_of_heading(std::string_view title, const KindTable& table) {
  KindScore most;
  for (const KindScore& score : topics_in(title, table))  // rows stand by precedence
    if (score.weight > most.weight || (score.weight == most.weight && score.kind < most.kind)) most = score;
  return most;
}

KindScore kind_of(std::string_view title, std::string_view text, const KindTable& table, std::string_view speaker, bool calls, bool courtless) {
  std::vector<double> weights(table.kinds.size(), 0);
  std::vector<bool> seen(table.weights.size(), false);
  constexpr std::size_t kMostTopics = 2;  // of a heading; more are the banner of a column (招聘·寻物·出让), whose words say little
  const std::vector<KindScore> topics = topics_in(title, table);
  for (const KindScore& topic : topics) weights[topic.kind] += topic.weight;
  if (!title.empty() && topics.size() <= kMostTopics) add_triggers(title, table, seen, weights);
  add_triggers(clip(text, kReadOn), table, seen, weights);
  if (!speaker.empty()) add_speaker(speaker, table, weights);
  for (std::size_t i = 0; calls && i < weights.size(); ++i)
    if (weights[i] > 0 && table.parties[i].find("addressee") != std::string::npos) weights[i] += kCalled;
  for (std::size_t i = 0; courtless && i < weights.size(); ++i)
    if (table.kinds[i].starts_with(kOfCourts)) weights[i] -= kCourtless;
  return loudest(weights);
}

}  // namespace jianbao
