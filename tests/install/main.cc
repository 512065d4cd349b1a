#include <jianbao/jianbao.h>

#include <fstream>
#include <iostream>
#include <iterator>

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  std::ifstream file(argv[1]);
  const std::string text{std::istreambuf_iterator<char>(file), {}};

  const jianbao::Page page = jianbao::clean(jianbao::decode(text).text, "p1");
  for (const jianbao::Article& article : jianbao::split(page)) {
    std::cout << article.id << ' ' << article.title << '\n';
    for (const jianbao::Clause& clause : jianbao::clauses(article)) std::cout << "  " << clause.cite << '\n';
    for (const jianbao::Notice& notice : jianbao::notices(article)) std::cout << "  " << notice.kind << '\n';
  }
}
