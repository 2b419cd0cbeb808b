import FeedArchive
import Findings
import Foundation
import GRDB
import GTFSStore
import TestSupport
import Testing
import TransitRouting

/// A network database of its own for one test.
struct Network {
  let folder: TemporaryFolder
  var path: String { folder.file("network.sqlite") }

  init() throws {
    folder = try TemporaryFolder()
  }

  init(_ feed: FeedText) throws {
    try self.init()
    try add("f", feed)
  }

  @discardableResult
  func add(_ name: String, _ feed: FeedText, repairs: Bool = false) throws -> ImportSummary {
    try add(name, TextSource(name: "\(name).zip", files: feed.files), repairs: repairs)
  }

  @discardableResult
  func add(_ name: String, _ source: any FeedSource, repairs: Bool = false) throws -> ImportSummary
  {
    try NetworkImport.run([FeedToImport(name: name, source: source)], into: path, repairs: repairs)
  }

  /// Each row as its columns joined with `|`; an empty column is nothing.
  func rows(_ sql: String) throws -> [String] {
    let queue = try DatabaseQueue(path: path)
    return try queue.read { database in
      try Row.fetchAll(database, sql: sql).map { row in
        row.databaseValues.map { $0.isNull ? "" : "\($0.storage.value ?? "")" }
          .joined(separator: "|")
      }
    }
  }

  func load(_ date: String, untilSeconds: Int = 86_400) throws -> LoadedTimetable {
    try NetworkDatabase(path).loadTimetable(
      on: try #require(ServiceDate(date)), untilSeconds: untilSeconds)
  }

  var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }
  }
}

/// The findings that a body fails with; empty where it does not fail so.
func findings(_ body: () throws -> Void) -> [Finding] {
  do {
    try body()
  } catch Failure.unusableData(let findings) {
    return findings
  } catch {
    Issue.record("another error: \(error)")
  }
  return []
}

extension [Finding] {
  var errors: [Finding] { filter { $0.severity == .error } }
}

extension Timetable {
  /// `T: A 8:00:00, B 8:10:00-8:11:00, C 8:20:00`, one line for each trip; `!` before a time marks
  /// a call that cannot be boarded, behind it one that cannot be left.
  var lines: [String] {
    trips.indices.map { trip in
      let calls = events(of: TripIndex(trip)).map { event in
        let arrival = clock(Int(event.arrivalSeconds))
        let departure = clock(Int(event.departureSeconds))
        let times = arrival == departure ? arrival : arrival + "-" + departure
        return stops[event.stop.position].id + " " + (event.canBoard ? "" : "!") + times
          + (event.canAlight ? "" : "!")
      }
      return trips[trip].id + ": " + calls.joined(separator: ", ")
    }
  }

  /// `X>Y`, one for each trip that continues another.
  var links: [String] {
    trips.indices.flatMap { trip in
      continuations.following(TripIndex(trip)).map { trips[trip].id + ">" + trips[$0.position].id }
    }
  }

  /// Seconds of the change from the last call of one trip to the first call of another; `nil` where
  /// there is none.
  func changeSeconds(from trip: String, to next: String) -> Int? {
    guard let first = trips.firstIndex(where: { $0.id == trip }),
      let second = trips.firstIndex(where: { $0.id == next }),
      let out = events(of: TripIndex(first)).last, let board = events(of: TripIndex(second)).first
    else { return nil }
    return transfers.leaving(out.stop).first { $0.to == board.stop }.map { Int($0.seconds) }
  }

  /// `A>B 120`, one for each change that takes another time than none at the stop itself.
  var changes: [String] {
    stops.indices.flatMap { from in
      transfers.leaving(StopIndex(from)).filter { $0.to.position != from || $0.seconds != 0 }.map {
        "\(stops[from].id)>\(stops[$0.to.position].id) \($0.seconds)"
      }
    }
  }

  private func clock(_ seconds: Int) -> String {
    let (value, sign) = (abs(seconds), seconds < 0 ? "-" : "")
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(sign)\(value / 3600):\(two(value / 60 % 60)):\(two(value % 60))"
  }
}
