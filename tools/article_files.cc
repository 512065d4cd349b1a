#include "article_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <stdexcept>

#include "output.h"

namespace tools {

void ArticleFiles::open(const std::string& folder) {
  folder_ = folder;
  std::error_code error;
  std::filesystem::create_directories(folder_, error);
  if (error || !std::filesystem::is_directory(folder_)) throw std::invalid_argument(fmt::format("{}: {}", folder, error ? error.message() : "is no folder"));
}

void ArticleFiles::write(const jianbao::Article& article) {
  std::string name = article.id;
  std::replace(name.begin(), name.end(), '/', '-');
  const std::filesystem::path path = folder_ / (name + ".md");
  Output output(Format::md, Kind::article);
  output.write(article);
  const std::lock_guard lock(mutex_);
  if (!names_.insert(name).second) return fail(path, "two articles have this name; the second is not written");
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file << output.take();
  file.close();
  if (!file) fail(path, std::strerror(errno));
}

void ArticleFiles::fail(const std::filesystem::path& path, const std::string& why) {
  messages_.error(fmt::format("{}: {}", path.string(), why));
}

}  // namespace tools
