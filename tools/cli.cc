#include "cli.h"

#include <fmt/format.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <exception>
#include <memory>
#include <thread>

#include "crew.h"
#include "input.h"
#include "progress.h"

namespace tools {
namespace {

struct Options {
  Reading reading;
  Format format = Format::jsonl;
  bool bom = false, guard = false;
  std::string rules;
  unsigned threads = std::max(1u, std::thread::hardware_concurrency());
  bool verbose = false, quiet = false;
};

/// What became of a unit: bytes for standard output, and what to say about it.
struct Done {
  std::string input;  ///< the unit's file, as messages name it
  std::string bytes;
  bool page = false;  ///< the bytes are a page of a text stream
  bool cut = false;   ///< and no form feed is to be put behind it
  std::optional<Sheet> sheet;  ///< where it is to be written later, with all others
  std::vector<std::string> explanations;
  Many faults, lines, passed;  ///< bytes that are no text; lines that are no record; records that no stage reads
};

/// Standard output is gone because its reader has enough.
struct PipeClosed {};

void write_all(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t n = ::write(STDOUT_FILENO, bytes.data(), bytes.size());
    if (n >= 0) {
      bytes.remove_prefix(static_cast<std::size_t>(n));
    } else if (errno == EPIPE) {
      throw PipeClosed{};
    } else if (errno != EINTR) {
      throw std::runtime_error(fmt::format("standard output: {}", std::strerror(errno)));
    }
  }
}

std::string input_of(const Unit& unit) { return unit.file.empty() ? "standard input" : unit.file; }

std::string place_of(const Unit& unit) { return unit.line > 0 ? fmt::format("{}:{}", input_of(unit), unit.line) : input_of(unit); }

class Worker {
 public:
  Worker(const Tool& tool, const Options& options, const jianbao::Rules& rules, Work& work)
      : tool_(tool), options_(options), rules_(rules), work_(work), clean_(tool.clean ? *tool.clean : jianbao::CleanOptions{}) {}

  Done process(const Unit& unit) const {
    Done done;
    done.input = input_of(unit);
    try {
      Sheet sheet = unit.line > 0 ? read_record(unit, done) : read_page(unit, done);
      if (!sheet.page && sheet.articles.empty()) return done;
      if (tool_.splits && sheet.page) split(sheet, unit, done);
      if (tool_.all) done.sheet = std::move(sheet);
      else write(sheet, done);
      if (unit.feed && done.page) put_feed(done);
    } catch (const jianbao::JsonError& error) {
      done.lines.add([&] { return fmt::format("{}: {}", place_of(unit), error.what()); });
    }
    return done;
  }

  /// What ended the file ends it again: cleaning takes it for no part of the text, but parts of a file that are empty are to stay.
  static void put_feed(Done& done) {
    if (!done.bytes.ends_with('\f')) done.bytes += '\f';
    done.cut = true;
  }

  /// What the tool makes of a sheet.
  void write(const Sheet& sheet, Done& done) const {
    const Work::Timer timer(work_, Stage::records);
    if (tool_.each_text) {
      done.bytes = tool_.each_text(sheet, rules_);
      done.page = tool_.pages;
      done.cut = sheet.page && sheet.page->cut;
    } else {
      constexpr std::size_t kRecords = 4;  // bytes of records for each of a page
      Output output(options_.format, *tool_.records, options_.guard);
      if (sheet.page) output.reserve(kRecords * sheet.page->text.size());
      tool_.each(sheet, rules_, output);
      done.bytes = output.take();
    }
  }

 private:
  void split(Sheet& sheet, const Unit& unit, Done& done) const {
    const Work::Timer timer(work_, Stage::split);
    std::vector<jianbao::Join> joins;
    sheet.articles = jianbao::split(*sheet.page, rules_, tool_.explain ? &joins : nullptr);
    std::sort(joins.begin(), joins.end(), [](const auto& a, const auto& b) { return a.odds > b.odds; });
    for (const jianbao::Join& join : joins) done.explanations.push_back(fmt::format("{}: {}", place_of(unit), explanation(join)));
  }

  /// `joined, odds 2.31: …晚播田 | 块应适当… (bytes 12-30 | 55-90): begins -0.40 x -1.30, …`
  static std::string explanation(const jianbao::Join& join) {
    std::vector<std::string> signs;
    for (const jianbao::JoinSign& sign : join.signs) signs.push_back(fmt::format("{} {:.2f} x {:.2f}", sign.name, sign.value, sign.weight));
    return fmt::format("{}, odds {:.2f}: …{} | {}… (bytes {}-{} | {}-{}): {}", join.made ? "joined" : "apart", join.odds, join.end, join.begin,
                       join.head.begin, join.head.end, join.tail.begin, join.tail.end, fmt::join(signs, ", "));
  }

  jianbao::Decoded decode(const Unit& unit) const {
    const Work::Timer timer(work_, Stage::decode);
    return jianbao::decode(unit.bytes, unit.encoding);
  }

  jianbao::Page clean(std::string_view text, std::string id, std::size_t offset) const {
    const Work::Timer timer(work_, Stage::clean);
    return jianbao::clean(text, std::move(id), offset, clean_, rules_);
  }

  jianbao::Page clean(const jianbao::Decoded& decoded, const Unit& unit) const {
    const Work::Timer timer(work_, Stage::clean);
    return jianbao::clean(decoded, unit.bytes, unit.id, unit.offset, clean_, rules_);
  }

  Sheet read_page(const Unit& unit, Done& done) const {
    const jianbao::Decoded decoded = decode(unit);
    for (const std::size_t fault : decoded.faults)
      done.faults.add([&] {
        return fmt::format("{}: byte {} is not {}", place_of(unit), unit.offset + fault, decoded.encoding.empty() ? "UTF-8" : decoded.encoding);
      });
    jianbao::Page page = clean(decoded, unit);
    page.source = unit.file;
    page.cut = unit.cut;
    return {std::move(page), {}, unit.file};
  }

  /// A record in UTF-8. What is in no encoding that is known is left to be refused.
  std::string text_of(const Unit& unit) const {
    if (unit.encoding.empty()) return unit.bytes;
    jianbao::Decoded decoded = decode(unit);
    return decoded.faults.empty() ? std::move(decoded.text) : unit.bytes;
  }

  Sheet read_record(const Unit& unit, Done& done) const {
    jianbao::ReadRecord read = jianbao::read_json(text_of(unit));
    if (auto* article = std::get_if<jianbao::Article>(&read.record)) {
      if (tool_.splits) return {{}, {std::move(*article)}, {}};
      throw jianbao::JsonError("an article record, where pages are read");
    }
    if (auto* page = std::get_if<jianbao::Page>(&read.record)) {
      if (page->id.empty()) page->id = unit.id;
      if (read.cleaned) return {std::move(*page), {}, {}};  // whoever wrote it may have worked in another folder, or left out pages
      if (tool_.undoes) throw jianbao::JsonError("a page without edits, where page records are read");
      jianbao::Page cleaned = clean(page->text, page->id, 0);
      cleaned.source = unit.file;
      cleaned.meta = std::move(page->meta);
      return {std::move(cleaned), {}, unit.file};
    }
    done.passed.add([&] { return fmt::format("{}: a {} record is passed over", place_of(unit), std::get<jianbao::OtherRecord>(read.record).kind); });
    return {};
  }

  const Tool& tool_;
  const Options& options_;
  const jianbao::Rules& rules_;
  Work& work_;
  jianbao::CleanOptions clean_;
};

/// Writes what became of each unit, in order. Once output fails nothing more is written, and the failure is thrown when
/// all threads have come to their end.
class Writer {
 public:
  Writer(Messages& messages, Work& work, Progress& progress)
      : messages_(messages),
        work_(work),
        progress_(progress),
        faults_([&](std::string_view text) { messages_.error(text); }, 3, "more places"),
        lines_([&](std::string_view text) { messages_.error(text); }, 10, "more lines"),
        passed_([&](std::string_view text) { messages_.warning(text); }, 3, "more records") {}

  void operator()(Done& done) {
    progress_.show();
    if (done.sheet) kept_.push_back(std::move(*done.sheet));
    const Work::Timer timer(work_, Stage::write);
    for (const std::string& text : done.explanations) messages_.say(text);
    faults_.add(done.input, done.faults);
    lines_.add(done.input, done.lines);
    passed_.add(done.input, done.passed);
    if (failed_) return;
    try {
      if (done.page && pages_++ > 0 && !cut_) write_all("\f");
      if (done.page) cut_ = done.cut;
      write_all(done.bytes);
    } catch (...) {
      failure_ = std::current_exception();
      failed_ = true;
    }
  }

  bool failed() const { return failed_; }

  /// The sheets that are to be written later.
  std::vector<Sheet> take_kept() { return std::move(kept_); }

  /// Says what is left to be said, and throws what went wrong with the output.
  void finish() {
    faults_.settle();
    lines_.settle();
    passed_.settle();
    if (failure_) std::rethrow_exception(failure_);
  }

 private:
  Messages& messages_;
  Work& work_;
  Progress& progress_;
  Tally faults_, lines_, passed_;
  std::vector<Sheet> kept_;
  std::size_t pages_ = 0;
  bool cut_ = false;  // the last page goes on
  std::atomic<bool> failed_ = false;  // asked for by the thread that reads
  std::exception_ptr failure_;
};

/// Where units come from; counts them.
class Source {
 public:
  Source(Input& input, Work& work) : input_(input), work_(work) {}
  bool next(Unit& unit) {
    const Work::Timer timer(work_, Stage::read);
    if (!input_.next(unit)) return false;
    work_.add_unit(unit.bytes.size());
    return true;
  }
  std::size_t bytes() const { return work_.bytes(); }

 private:
  Input& input_;
  Work& work_;
};

/// Bytes of a few pages, which are done by the time that threads have started.
constexpr std::size_t kFew = 128 * 1024;

/// Works in this thread until the input ends or `most` bytes of it have been read; returns whether it has ended.
bool run_serial(Source& source, const Worker& worker, Writer& writer, std::size_t most) {
  for (Unit unit; source.bytes() < most;) {
    if (writer.failed() || !source.next(unit)) return true;
    Done done = worker.process(unit);
    writer(done);
  }
  return false;
}

void run_parallel(Source& source, const Worker& worker, Writer& writer, unsigned threads) {
  work_in_order<Unit, Done>(
      threads, [&](Unit& unit) { return !writer.failed() && source.next(unit); }, [&](const Unit& unit) { return worker.process(unit); },
      [&](Done& done) { writer(done); });
}

const Choices<Format> kFormats = {
    {"jsonl", Format::jsonl}, {"csv", Format::csv}, {"tsv", Format::tsv}, {"md", Format::md}, {"text", Format::text}};

void add_options(CLI::App& app, Options& options, Tool& tool) {
  app.add_option("files", options.reading.files, "files to read; none or -: standard input")->type_name("FILE");
  if (tool.records) {
    app.add_option_function<std::string>(
           "-f,--format", [&options](const std::string& name) { options.format = chosen("--format", name, kFormats); },
           "form of the output: jsonl, csv, tsv, md or text")
        ->type_name("FORM")
        ->option_text("FORM (jsonl)");
    app.add_flag("--bom", options.bom, "begin a table with a byte order mark, for spreadsheets that want one");
    app.add_flag("--no-formulas", options.guard, "an apostrophe before each cell of a table that a spreadsheet would take for a formula");
  }
  app.add_option("--rules", options.rules, "add or replace rows of the tables by those in DIR/*.tsv")->type_name("DIR");
  app.add_option("--encoding", options.reading.encoding, "encoding of the input, if it is not to be found out")->check(CLI::Validator([](std::string& name) { return name.empty() ? "an encoding has a name" : ""; }, ""))->type_name("NAME");
  app.add_option("-j,--threads", options.threads, "pages to work on at once; all cores by default")
      ->check(CLI::Range(1, 1024))
      ->type_name("N");
  app.add_option("--max-page", options.reading.max_page, "cut pages longer than this at an empty line, with a warning")
      ->transform(CLI::AsSizeValue(false))
      ->check(CLI::Range(std::size_t{1024}, std::size_t{1} << 40))
      ->type_name("SIZE")
      ->option_text("SIZE (64M)");
  app.add_flag("--no-progress", options.quiet, "do not show on a terminal how far a long run is");
  if (tool.records) app.add_flag("--stats", tool.stats, "say on standard error what was read and how time was spent");
  app.add_flag("-v,--verbose", options.verbose, "name each file on standard error when it is read");
  app.set_version_flag("-V,--version", tool.description.name + " " + JIANBAO_VERSION);
  app.footer("Examples:\n" + tool.description.examples);
}

bool is_table(Format format) { return format == Format::csv || format == Format::tsv; }

/// Options that would do nothing beside the others are a wrong command line.
void check(const Options& options, const Tool& tool) {
  if (!tool.records || is_table(options.format)) return;
  if (options.bom) throw CLI::ValidationError("--bom", "only a table has one: -f csv or -f tsv");
  if (options.guard) throw CLI::ValidationError("--no-formulas", "only a table has cells: -f csv or -f tsv");
  if (tool.records == Kind::item) throw CLI::ValidationError("--items", "only a table has rows: -f csv or -f tsv");
}

int process(const Options& options, const Tool& tool, Messages& messages) {
  std::optional<jianbao::Rules> own;
  if (!options.rules.empty()) {
    own.emplace(options.rules);
    jianbao::check_rules(*own);  // before anything is read
  }
  const jianbao::Rules& rules = own ? *own : jianbao::Rules::standard();
  if (!options.reading.encoding.empty()) jianbao::decode("", options.reading.encoding);  // a wrong name is a wrong command line
  tool.start(rules);
  Work work;
  Input input({options.reading.files, options.reading.encoding, options.reading.max_page, tool.undoes}, messages);
  Source source(input, work);
  const Worker worker(tool, options, rules, work);
  Progress progress(work, options.reading.files, !options.quiet);
  Writer writer(messages, work, progress);
  if (tool.records) {
    if (options.bom) write_all("\xEF\xBB\xBF");
    write_all(Output(options.format, *tool.records).header());
  }
  const std::size_t alone = options.threads == 1 ? std::string::npos : kFew;
  if (!run_serial(source, worker, writer, alone)) run_parallel(source, worker, writer, options.threads);
  if (tool.all) {
    std::vector<Sheet> sheets = writer.take_kept();
    for (const std::string& text : tool.all(sheets, rules)) messages.say(text);
    for (const Sheet& sheet : sheets) {
      Done done;
      worker.write(sheet, done);
      writer(done);
    }
  }
  writer.finish();
  if (tool.stats) work.print(tool.description.name);
  return std::max(messages.status(), tool.finish(messages.status() == 0));
}

}  // namespace

int run(int argc, char** argv, Tool& tool) {
  std::signal(SIGPIPE, SIG_IGN);
  CLI::App app(tool.description.purpose, tool.description.name);
  Options options;
  add_options(app, options, tool);
  tool.add_options(app);
  app.failure_message([&](const CLI::App* failed, const CLI::Error& error) { return tool.description.name + ": " + CLI::FailureMessage::simple(failed, error); });
  try {
    app.parse(argc, argv);
    check(options, tool);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : 2;
  }
  Messages messages(tool.description.name, options.verbose);
  try {
    return process(options, tool, messages);
  } catch (const PipeClosed&) {
    return messages.status();
  } catch (const jianbao::RulesError& error) {
    messages.error(error.what());
    return 2;
  } catch (const std::invalid_argument& error) {
    messages.error(error.what());
    return 2;
  } catch (const std::exception& error) {
    messages.error(error.what());
    return 1;
  }
}

}  // namespace tools
