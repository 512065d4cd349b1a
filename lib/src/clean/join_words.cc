#include "clean/join_words.h"

#include <utility>

#include "tables/tables.h"
#include "tables/word_table.h"

namespace jianbao {

LineEnds::LineEnds(const Rules::Tables& tables)
    : story(tables.compiled<WordTable>().endings("story-end")),
      credit(tables.compiled<WordTable>().endings("credit-end")),
      author(tables.compiled<WordTable>().endings("author-end")),
      office(tables.compiled<WordTable>().endings("office-end")),
      document(tables.compiled<WordTable>().endings("genre")),
      standard(tables.compiled<WordTable>().endings("standard")),
      number(tables.compiled<WordTable>().endings("number-end")),
      notice(tables.compiled<WordTable>().endings("notice-end")),
      act(tables.compiled<WordTable>().endings("notice-act")),
      domain(tables.compiled<WordTable>().endings("domain")),
      headline(tables.compiled<WordTable>().endings("headline-end")),
      farewell(tables.compiled<WordTable>().endings("farewell")),
      signing(tables.compiled<WordTable>().beginnings("signing")),
      preamble(tables.compiled<WordTable>().beginnings("preamble")),
      first_article(tables.compiled<WordTable>().beginnings("first-article")),
      closing(tables.compiled<WordTable>().beginnings("closing")),
      declared_void(tables.compiled<WordTable>().endings("void-end")),
      loss(tables.compiled<WordTable>().list("loss")),
      ordinal(tables.compiled<WordTable>().endings("ordinal")),
      postcode(tables.compiled<WordTable>().endings("postcode")),
      mail(tables.compiled<WordTable>().endings("mail")),
      staff(tables.compiled<WordTable>().beginnings("staff")),
      rank(tables.compiled<WordTable>().beginnings("place-rank")) {
  const Table& labels = tables.table("phone_labels");
  for (const Table::Row& row : labels.rows())
    if (labels.cell(row, "use") == "phone")
      for (std::string& word : split_cell(labels.cell(row, "words"))) phone.add(std::move(word));
}

}  // namespace jianbao
