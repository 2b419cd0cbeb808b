import FeedArchive
import Foundation
import GTFSStore
import Routing
import TabularText
import TestSupport
import Testing
import TransitRouting

/// The answers of nigiri and of the ULTRA code's RAPTOR on the same feed: walking only by
/// `transfers.txt`, no slack, as `antenne matrix --stops` computes it.
@Suite(
  "answers of other engines",
  .enabled(if: RealData.path("oracle/README.md") != nil, "needs the oracle files"), .serialized)
struct OracleTests {
  /// The imported feed, made once.
  private static let network = Result {
    let folder = try TemporaryFolder()
    let feed = try #require(RealData.path("bench/stib-2026-05-rebuilt.zip"))
    _ = try NetworkImport.run(
      [FeedToImport(name: "stib", source: try FeedPath.open(feed))],
      into: folder.file("network.sqlite"))
    let date = try #require(ServiceDate("2026-05-05"))
    let loaded = try NetworkDatabase(folder.file("network.sqlite"))
      .loadTimetable(on: date, untilSeconds: 86_400)
    var options = TransitOptions()
    options.transferSlackSeconds = 0
    options.maximumSeconds = 86_400
    return DoorToDoorNetwork(withoutWalks: loaded.timetable, options: options)
  }

  let doors: DoorToDoorNetwork
  let stops: [String: StopIndex]

  init() throws {
    doors = try Self.network.get()
    stops = Dictionary(
      uniqueKeysWithValues: doors.timetable.stops.enumerated().map { ($1.id, StopIndex($0)) })
  }

  func table(_ name: String) throws -> Table {
    try Table.read(try #require(RealData.path("oracle/" + name)))
  }

  /// Percentiles for the rows of a table, in its order.
  private func cells(
    _ table: Table, _ window: TimeWindow, percentiles: [Int]
  ) async throws -> [TravelTimeMatrix.Cell] {
    let from = try #require(table.findColumn("from_stop"))
    let to = try #require(table.findColumn("to_stop"))
    let names = Array(Set(table.rows.flatMap { [$0.cells[from], $0.cells[to]] })).sorted()
    let positions = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    let places = try names.map { doors.door(atStop: try #require(stops[$0])) }
    let pairs = try table.rows.map { row in
      (
        origin: try #require(positions[row.cells[from]]),
        destination: try #require(positions[row.cells[to]])
      )
    }
    let network = doors
    return await TravelTimeMatrix(doors, window, percentiles: percentiles).cells(
      origins: places, destinations: places, pairs: pairs, threads: 2,
      directSeconds: { network.directTransferSeconds(places[$0], places[$1]) })
  }

  @Test("one departure to all stops equals RAPTOR on every row")
  func oneToAll() async throws {
    let table = try table("one-to-all-0800-ultra.csv")
    let arrival = try #require(table.findColumn("arrival_s"))
    let cells = try await cells(table, .departures([28_800]), percentiles: [50])
    #expect(cells.count == 24_740)
    for (row, cell) in zip(table.rows, cells) {
      let expected = Int(row.cells[arrival]).map { $0 - 28_800 }
      #expect(cell.seconds == [expected], "line \(row.line)")
    }
  }

  @Test("the window of 120 departures equals 120 runs of RAPTOR on every row")
  func window() async throws {
    let table = try table("window-0700-0859-ultra.csv")
    let columns = try ["min_s", "p25_s", "p50_s", "p75_s", "max_s"].map {
      try #require(table.findColumn($0))
    }
    let minutes = TimeWindow.minutes(from: 7 * 3600, to: 9 * 3600)
    #expect(minutes.count == 120)
    let cells = try await cells(table, .departures(minutes), percentiles: [0, 25, 50, 75, 100])
    #expect(cells.count == 1000)
    for (row, cell) in zip(table.rows, cells) {
      #expect(cell.seconds == columns.map { Int(row.cells[$0]) }, "line \(row.line)")
    }
  }

  @Test("earliest arrivals and the whole Pareto sets equal nigiri's on every row")
  func nigiri() throws {
    let table = try table("earliest-arrival-nigiri.csv")
    #expect(table.rows.count == 250)
    for row in table.rows {
      func cell(_ name: String) throws -> String {
        row.cells[try #require(table.findColumn(name))]
      }
      let query: Comment = "query \(try cell("q"))"
      let departure = try #require(TimeOfDay.seconds(try cell("departure")))
      let origin = doors.door(atStop: try #require(stops[try cell("from_stop")]))
      let destination = doors.door(atStop: try #require(stops[try cell("to_stop")]))
      // nigiri returns no journey on foot only, so it must not prune ours.
      let journeys = doors.journeys(
        from: origin, to: destination, directSeconds: nil, .forward, at: departure)
      let walk = doors.directTransferSeconds(origin, destination)
      // Its answers leave out what takes the night: no journey of theirs has four hours, and with
      // fewer changes ours go on past midnight.
      let sameDay = journeys.filter { $0.arrivalSeconds - departure <= 4 * 3600 }
      if try cell("earliest_arrival").isEmpty {
        #expect(walk != nil || sameDay.isEmpty, query)
        continue
      }
      let pareto = sameDay.reversed().map {
        "\(clock($0.arrivalSeconds))/\($0.rideCount - 1)"
      }
      #expect(pareto.joined(separator: ";") == (try cell("pareto")), query)
      let best = try #require(sameDay.last)
      #expect(clock(best.arrivalSeconds) == (try cell("earliest_arrival")))
      #expect(String(best.rideCount - 1) == (try cell("transfers")))
    }
  }

  private func clock(_ seconds: Int) -> String {
    let text = TimeOfDay.text(seconds)
    return text.count == 5 ? text + ":00" : text
  }
}
