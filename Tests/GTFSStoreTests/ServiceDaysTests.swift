import Findings
import GRDB
import TestSupport
import Testing
import TransitRouting

@testable import GTFSStore

/// Days and blocks against what a look at every single day and every pair of trips says.
@Suite struct ServiceDaysTests {
  private struct Drive {
    var service: Int
    var block: Int
    var start: Int
    var end: Int
  }

  /// A trip of each of 60 services, in one of five blocks. Half of the services have a row in
  /// `calendar.txt`, all have days of January 2019 that are added or removed.
  private func feed(_ random: inout SeededGenerator) -> (feed: FeedText, drives: [Drive]) {
    var calendar = FeedText.minimal.text(of: "calendar.txt")
    var dates = "service_id,date,exception_type\n"
    var trips = "route_id,service_id,trip_id,block_id\n"
    var calls = "trip_id,arrival_time,departure_time,stop_id,stop_sequence\n"
    var drives: [Drive] = []
    for service in 0..<60 {
      if Bool.random(using: &random) {
        let week = (0..<7).map { _ in Int.random(in: 0...3, using: &random) == 0 ? "1" : "0" }
        let start = Int.random(in: 10...31, using: &random)
        let end = Int.random(in: start...31, using: &random)
        calendar += "S\(service),\(week.joined(separator: ",")),201901\(start),201901\(end)\n"
      }
      for day in 10...31 where Int.random(in: 0..<6, using: &random) == 0 {
        dates += "S\(service),201901\(day),\(Int.random(in: 1...2, using: &random))\n"
      }
      // At least one row, so that the service is there.
      dates += "S\(service),20190201,2\n"
      let start = Int.random(in: 10...30, using: &random)
      let drive = Drive(
        service: service, block: service % 5, start: start,
        end: start + Int.random(in: 1...4, using: &random))
      drives.append(drive)
      trips += "R,S\(service),T\(service),\(drive.block)\n"
      calls += "T\(service),\(drive.start):00:00,\(drive.start):00:00,A,1\n"
      calls += "T\(service),\(drive.end):00:00,\(drive.end):00:00,C,2\n"
    }
    let feed = FeedText.minimal.replacing("calendar.txt", with: calendar)
      .replacing("calendar_dates.txt", with: dates).replacing("trips.txt", with: trips)
      .replacing("stop_times.txt", with: calls)
    return (feed, drives)
  }

  @Test(arguments: [1, 2, 3, 4, 5] as [UInt64])
  func daysAndBlocksAreThoseOfEverySingleDay(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let (feed, drives) = feed(&random)
    let network = try Network()
    let summary = try network.add("f", feed)
    let first = try #require(ServiceDate("2019-01-10"))
    let (days, byDay, keys) = try DatabaseQueue(path: network.path).read { database in
      let calendar = try ServiceCalendar(database, feedKey: 1)
      let byDay = (0..<30).map { Set(calendar.activeServices(on: first.adding(days: $0))) }
      let ids = try Row.fetchAll(
        database, sql: "SELECT service_id, service_key FROM store_service_ids")
      let keys = Dictionary(uniqueKeysWithValues: ids.map { ($0[0] as String, $0[1] as Int) })
      return (try ServiceDays.all(database, feedKey: 1), byDay, keys)
    }
    func runs(_ service: Int) -> [Int] {
      byDay.indices.filter { byDay[$0].contains(keys["S\(service)"] ?? 0) }
    }
    for a in 0..<60 {
      let known = try #require(days[keys["S\(a)"] ?? 0])
      let expected = runs(a)
      #expect(known.bounds?.lowerBound == expected.first.map { first.adding(days: $0) })
      #expect(known.bounds?.upperBound == expected.last.map { first.adding(days: $0) })
      for b in 0..<60 {
        let other = try #require(days[keys["S\(b)"] ?? 0])
        #expect(known.sharesDay(with: other) == !Set(expected).isDisjoint(with: runs(b)))
      }
    }
    let overlapping = drives.filter { drive in
      drives.contains { other in
        (other.start, other.service) < (drive.start, drive.service) && other.block == drive.block
          && drive.start < other.end
          && !Set(runs(drive.service)).isDisjoint(with: runs(other.service))
      }
    }
    let found = summary.findings.filter { $0.code == "overlapping_block" }
    #expect(!overlapping.isEmpty)
    #expect(found.map(\.count) == [overlapping.count])
    // The header is line 1.
    let lines = found.flatMap { [$0.line] + $0.further.map(\.line) }
    #expect(Set(lines) == Set(overlapping.map { $0.service + 2 }))
    let idle = (0..<60).filter { runs($0).isEmpty }
    let withoutDays = summary.findings.filter { $0.code == "service_without_days" }
    #expect(withoutDays.reduce(0) { $0 + $1.count } == idle.count)
  }
}
