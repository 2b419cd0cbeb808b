import ArgumentParser
import Findings
import GTFSStore
import TransitRouting

struct FeedsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "feeds",
    abstract: "What a network database holds: operators, validity, trips on a date.",
    discussion: "Example:\n  antenne feeds brussels.sqlite --date 2019-10-29")

  @Argument(help: "A network database made by 'antenne import'.")
  var network: String

  @Option(help: "Also count the trips and calls of this day (YYYY-MM-DD).")
  var date: ServiceDate?

  @Flag(help: "Print as JSON.")
  var json = false

  private struct Line: Encodable {
    var feed: FeedSummary
    var date: String?
    var tripsOnDate: Int?
    var stopTimesOnDate: Int?
  }

  func run() async throws {
    let database = try NetworkDatabase(network)
    let feeds = try database.feeds()
    let service = try date.map { day throws(Failure) in try database.service(on: day) }
    let lines = feeds.map { feed in
      Line(
        feed: feed, date: date?.description, tripsOnDate: service?[feed.name]?.trips,
        stopTimesOnDate: service?[feed.name]?.calls)
    }
    if json {
      Console.write(try JSONText.encode(lines))
      return
    }
    var header = [
      "feed", "operators", "routes", "trips", "stops", "stop_times", "first day", "last day",
    ]
    if let date { header += ["trips on \(date)", "stop_times on \(date)"] }
    Console.write(
      TextTable.text(
        header: header,
        rows: lines.map { line in
          let feed = line.feed
          let cells = [
            feed.name + (feed.isModel ? " (model)" : ""), feed.operators.joined(separator: ", "),
            "\(feed.routeCount)", "\(feed.tripCount)", "\(feed.stopCount)", "\(feed.stopTimeCount)",
            feed.firstServiceDate ?? "–", feed.lastServiceDate ?? "–",
          ]
          guard let trips = line.tripsOnDate, let calls = line.stopTimesOnDate else { return cells }
          return cells + ["\(trips)", "\(calls)"]
        }))
    for line in lines where line.tripsOnDate == 0 {
      Console.note("antenne: feed \(line.feed.name) has no service on that day")
    }
  }
}
