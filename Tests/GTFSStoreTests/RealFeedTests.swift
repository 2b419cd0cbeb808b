import FeedArchive
import Findings
import Foundation
import GTFSSchedule
import TestSupport
import Testing
import TransitRouting

@testable import GTFSStore

@Suite(
  "the feeds of Brussels of October 2019",
  .enabled(
    if: RealData.path("brussels/sncb-2019-10-13.zip") != nil, "needs the real data (ANTENNE_DATA)"),
  .serialized)
struct RealFeedTests {
  /// Both feeds in one database, imported once.
  private static let both = Result {
    let network = try Network()
    let feeds = try ["sncb-2019-10-13", "stib-2019-10-28"].map { name in
      let path = try #require(RealData.path("brussels/\(name).zip"))
      return FeedToImport(name: String(name.prefix(4)), source: try FeedPath.open(path))
    }
    return (network, try NetworkImport.run(feeds, into: network.path))
  }

  /// Lines that hold anything, less the header, by counting bytes.
  private func rowCount(_ zip: ZipSource, _ member: String) throws -> Int {
    let read = try zip.open(member)
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    var lines = 0
    var isLineEmpty = true
    while true {
      let count = try buffer.withUnsafeMutableBytes(read)
      for byte in buffer[..<count] {
        if byte == UInt8(ascii: "\n") {
          lines += isLineEmpty ? 0 : 1
          isLineEmpty = true
        } else if byte != UInt8(ascii: "\r") {
          isLineEmpty = false
        }
      }
      if count == 0 { return lines + (isLineEmpty ? 0 : 1) - 1 }
    }
  }

  @Test func everyRowOfBothFeedsIsIn() throws {
    let (network, summary) = try Self.both.get()
    #expect(summary.findings.errors.isEmpty)
    for feed in summary.feeds {
      let zip = try ZipSource(feed.source)
      // Both feeds have translations in a form from before the reference had any.
      let known = Set(GTFSSchedule.files.map(\.name)).intersection(zip.members)
        .subtracting(["translations.txt"])
      #expect(Set(feed.rowCounts.map(\.file)) == known)
      for count in feed.rowCounts {
        let expected = try rowCount(zip, count.file)
        #expect(count.rows == expected, "\(feed.name) \(count.file)")
        let view = count.file.dropLast(4)
        #expect(
          try network.rows("SELECT COUNT(*) FROM \(view) WHERE feed = '\(feed.name)'")
            == ["\(expected)"], "\(feed.name) \(view)")
      }
    }
  }

  @Test func thePublishedCountsAreThere() throws {
    let (network, _) = try Self.both.get()
    let feeds = try NetworkDatabase(network.path).feeds()
    #expect(feeds.map(\.tripCount) == [17_776, 3_937])
    #expect(feeds.map(\.stopTimeCount) == [265_371, 92_262])
    #expect(feeds.map(\.stopCount) == [2_636, 2_808])
    #expect(try network.rows("PRAGMA foreign_key_check").isEmpty)
  }

  /// A view that pairs every trip with every pattern would take minutes.
  @Test(
    arguments: [
      "SELECT MAX(departure_time) FROM stop_times",
      "SELECT feed, COUNT(*) FROM stop_times GROUP BY 1",
      "SELECT * FROM stop_times WHERE feed = 'sncb' AND stop_id = '8813003'",
      "SELECT COUNT(*) FROM stop_times JOIN trips USING (feed, trip_id) WHERE service_id = '1'",
    ]) func questionsOfStopTimesAreAnsweredThroughKeys(sql: String) throws
  {
    let (network, _) = try Self.both.get()
    let plan = try network.rows("EXPLAIN QUERY PLAN " + sql).joined(separator: "\n")
    #expect(plan.contains("SEARCH store_stop_patterns USING"), "\(plan)")
    #expect(!plan.contains("AUTOMATIC"), "\(plan)")
  }

  @Test func aTuesdayHasTheTripsOfBothFeeds() throws {
    let (network, _) = try Self.both.get()
    let date = try #require(ServiceDate("2019-10-29"))
    let service = try NetworkDatabase(network.path).service(on: date)
    #expect(service["sncb"]?.trips == 4439)
    #expect(service["stib"]?.trips == 1575)
    let loaded = try network.load("2019-10-29")
    // The day's own trips and those of Monday that run past midnight.
    #expect(loaded.timetable.trips.count >= 4439 + 1575)
    // Calls that nobody can use are there only as ends of trips that go on as others: at the border
    // at Gouvy a train becomes one of the other railway, and its passengers stay.
    let timetable = loaded.timetable
    let continued = timetable.trips.indices.flatMap {
      timetable.continuations.following(TripIndex($0))
    }
    var linked = Set(continued)
    for trip in timetable.trips.indices.map({ TripIndex($0) })
    where !timetable.continuations.following(trip).isEmpty { linked.insert(trip) }
    for trip in timetable.trips.indices.map({ TripIndex($0) }) {
      let events = timetable.events(of: trip)
      let usable = linked.contains(trip) ? events.dropFirst().dropLast() : events
      #expect(usable.allSatisfy { $0.canBoard || $0.canAlight })
    }
    // Blocks of both feeds; 356 trips of the railway begin or end at such a call.
    #expect(continued.count == 793 + 1470)
    #expect(timetable.stopEvents.contains { !$0.canBoard && !$0.canAlight })
  }

  /// Luxembourg to Coo: the train goes on at the border as another trip. From Troisvierges, the last
  /// call on the other side, one boards the first trip and gets out of the second.
  @Test func aTrainOverTheBorderIsOneRide() throws {
    let (network, _) = try Self.both.get()
    let timetable = try network.load("2019-10-29").timetable
    func stop(_ name: String) throws -> [StopIndex] {
      let found = timetable.stops.indices.filter { timetable.stops[$0].name == name }
      return try #require(found.isEmpty ? nil : found).map { StopIndex($0) }
    }
    let ends = JourneyEnds(
      access: try stop("Troisvierges (LU)").map { StopWalk(stop: $0, seconds: 0) },
      egress: try stop("Coo").map { StopWalk(stop: $0, seconds: 0) })
    let journey = JourneySearch(timetable, ScanNetwork(timetable, .forward))
      .journeys(ends, at: 8 * 3600).first
    #expect(journey?.rideCount == 1)
    #expect(journey?.legs.count == 2)
  }

  @Test func theFeedAsPublishedIsRefusedOrMendedToTheSameTimetable() throws {
    let published = try #require(RealData.path("brussels/stib-2019-10-28-as-published.zip"))
    let clean = try #require(RealData.path("brussels/stib-2019-10-28.zip"))
    let network = try Network()
    let found = findings { try network.add("stib", FeedPath.open(published)) }.errors
    #expect(
      found.map { "\($0.code) \($0.field ?? "")" } == [
        "number_with_spaces stop_lat", "number_with_spaces stop_lon", "iso_date start_date",
        "iso_date end_date", "iso_date date",
      ])
    #expect(try network.names.isEmpty)

    let summary = try network.add("stib", FeedPath.open(published), repairs: true)
    #expect(summary.findings.errors.isEmpty)
    let mended = try network.load("2019-10-29").timetable
    let other = try Network()
    try other.add("stib", FeedPath.open(clean))
    let expected = try other.load("2019-10-29").timetable
    #expect(mended.lines == expected.lines)
    #expect(mended.changes == expected.changes)
    #expect(mended.stops.map(\.coordinate) == expected.stops.map(\.coordinate))
    #expect(mended.stops.map(\.name) == expected.stops.map(\.name))
  }
}
