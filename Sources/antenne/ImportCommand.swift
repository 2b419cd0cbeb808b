public import ArgumentParser
import FeedArchive
public import Findings
import Foundation
import GTFSStore
import TabularText

struct ImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Import GTFS feeds into a network database.",
    discussion: """
      The whole import is one step: the database changes completely or not at all. A feed whose
      name is already in the database is replaced, the others stay.

      Example:
        antenne import sncb.zip stib.zip --into brussels.sqlite
        antenne import --prefix sncb=gtfs-2019-10-13.zip --into brussels.sqlite
      """)

  @Argument(
    help: ArgumentHelp(
      "GTFS zips or folders; the file's name becomes the feed's name.", valueName: "feed"))
  var feeds: [String] = []

  @Option(help: "The network database to write.")
  var into: String

  @Option(
    help: ArgumentHelp(
      "A feed and the name it gets, for its ids (repeatable).", valueName: "name=feed"))
  var prefix: [String] = []

  @Flag(
    help: """
      Mend ISO dates, spaces around numbers, file names of the wrong case, a nested folder, \
      Latin-1 text and doubled rows, with a warning each.
      """)
  var repair = false

  @Option(help: ArgumentHelp("Write all notices as JSON.", valueName: "file.json"))
  var notices: String?

  @Option(help: "The severity that refuses the import: error or warning.")
  var failOn: Severity = .error

  @Flag(help: "Print the summary as JSON.")
  var json = false

  func validate() throws {
    guard !feeds.isEmpty || !prefix.isEmpty else { throw ValidationError("name at least one feed") }
    guard failOn != .info else { throw ValidationError("--fail-on is error or warning") }
    for entry in prefix where !entry.contains("=") || entry.hasPrefix("=") || entry.hasSuffix("=") {
      throw ValidationError("--prefix takes NAME=FEED, not '\(entry)'")
    }
    let names = try namedFeeds().map(\.name)
    for name in names where name.contains(":") || name.isEmpty {
      throw ValidationError("a feed's name cannot be empty or contain ':': '\(name)'")
    }
    for name in names where Finding.printable(name) != name {
      throw ValidationError("a feed's name cannot hold control characters")
    }
    if let notices {
      let taken = try namedFeeds().map(\.path) + [into]
      let folder = resolved((notices as NSString).deletingLastPathComponent)
      guard !taken.contains(where: { [resolved(notices), folder].contains(resolved($0)) }) else {
        throw ValidationError("--notices would overwrite a feed or the database")
      }
    }
    if Set(names).count < names.count {
      throw ValidationError("two feeds have the same name; use --prefix NAME=FEED")
    }
  }

  private func resolved(_ path: String) -> String {
    URL(fileURLWithPath: path).resolvingSymlinksInPath().standardizedFileURL.path
  }

  func run() async throws {
    if let notices { try OutputFile.check(notices) }
    let sources = try namedFeeds().map { name, path in
      FeedToImport(name: name, source: try source(path))
    }
    let bar = Progress("import")
    do {
      let summary = try NetworkImport.run(
        sources, into: into, repairs: repair, failOn: failOn,
        progress: { feed, file, rows in bar.update(rows, of: nil, unit: "rows of \(feed)/\(file)")
        },
        // A script that sees this fail must find the old database.
        willReplace: { try writeNotices($0.findings) })
      bar.finish()
      try report(summary)
    } catch Failure.unusableData(let findings) {
      bar.finish()
      try writeNotices(findings)
      throw Failure.unusableData(findings)
    }
  }

  /// A feed that cannot be opened is looked at with the others, so that all is said at once.
  private func source(_ path: String) throws -> any FeedSource {
    do {
      return try FeedPath.open(path)
    } catch Failure.unusableData(let findings) {
      return RefusedSource(name: path, findings: findings)
    }
  }

  /// Feeds in the order given; `--prefix` names one of the arguments or adds a feed.
  private func namedFeeds() throws -> [(name: String, path: String)] {
    var named: [(name: String, path: String)] = []
    var names: [String: String] = [:]
    for entry in prefix {
      let parts = entry.split(separator: "=", maxSplits: 1).map(String.init)
      names[parts[1]] = parts[0]
    }
    for path in feeds {
      let stem = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
      named.append((names.removeValue(forKey: path) ?? stem, path))
    }
    for (path, name) in names.sorted(by: { $0.key < $1.key }) { named.append((name, path)) }
    return named
  }

  private func writeNotices(_ findings: [Finding]) throws {
    guard let notices else { return }
    try OutputFile.write(JSONText.encode(findings), to: notices)
  }

  private func report(_ summary: ImportSummary) throws {
    let network = try NetworkDatabase(into)
    let feeds = try network.feeds()
    if json {
      Console.write(try JSONText.encode(ImportReport(summary, feeds)))
      return
    }
    for feed in summary.feeds {
      Console.write("\(feed.name)\n")
      for count in feed.rowCounts {
        Console.write("  \(TextTable.padded(count.file, 24))\(TextTable.right(count.rows, 12))\n")
      }
      if let valid = feeds.first(where: { $0.name == feed.name }) {
        Console.write(
          "  service from \(valid.firstServiceDate ?? "–") to \(valid.lastServiceDate ?? "–")\n")
      }
      Console.write("\n" + NoticeTable.text(feed.findings, of: feed.source))
    }
    Console.write("\(into) holds \(feeds.map(\.name).joined(separator: ", "))\n")
  }
}

extension Severity: ExpressibleByArgument {}

/// The summary of an import as scripts read it.
private struct ImportReport: Encodable {
  struct Feed: Encodable {
    var name: String
    var source: String
    var rows: [String: Int]
    var first_service_date: String?
    var last_service_date: String?
    var notices: [Finding]
  }

  var feeds: [Feed]

  init(_ summary: ImportSummary, _ stored: [FeedSummary]) {
    feeds = summary.feeds.map { feed in
      let valid = stored.first { $0.name == feed.name }
      return Feed(
        name: feed.name, source: feed.source,
        rows: Dictionary(feed.rowCounts.map { ($0.file, $0.rows) }) { $1 },
        first_service_date: valid?.firstServiceDate, last_service_date: valid?.lastServiceDate,
        notices: feed.findings)
    }
  }
}
