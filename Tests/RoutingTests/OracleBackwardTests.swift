import Routing
import TabularText
import TestSupport
import Testing
import TransitRouting

/// Latest departures on the feed of the oracle. Its engines answered forward queries only, but what
/// their answers mean backward is exact. Let B be the earliest arrival of a row that leaves at A, and
/// D(b) the latest departure to be there by b:
///
/// - D(B) ≥ A, for who leaves at A is there by B;
/// - D(B - 1) < A, for nobody who leaves at A or later is there before B;
/// - who leaves at D(B) is there at B: by B, and not before, since that is not earlier than A;
/// - who leaves a second later is there after B, or D(B) would not be the latest.
extension OracleTests {
  struct Query {
    var origin: StopIndex
    var destination: StopIndex
    var departure: Int
    var arrival: Int
    var comment: Comment
  }

  /// One scan for each fixed end and its queries; travel times by query and instant.
  private func times(
    _ queries: [Query], isForward: Bool, hasWalks: Bool, _ instants: (Int) -> [Int]
  ) -> [[Int: Int]] {
    var found = [[Int: Int]](repeating: [:], count: queries.count)
    let groups = Dictionary(grouping: queries.indices) {
      isForward ? queries[$0].origin : queries[$0].destination
    }
    for (stop, members) in groups {
      let all = Set(members.flatMap(instants)).sorted()
      let others = members.map {
        doors.door(atStop: isForward ? queries[$0].destination : queries[$0].origin)
      }
      let fixed = doors.door(atStop: stop)
      var search = WindowTimes(doors, isForward ? .departures(all) : .arrivals(all))
      search.run(
        fixed: fixed, others: others,
        directSeconds: {
          !hasWalks
            ? nil
            : isForward
              ? doors.directTransferSeconds(fixed, others[$0])
              : doors.directTransferSeconds(others[$0], fixed)
        },
        visit: { position, times in
          for (instant, time) in zip(all, times) where time != WindowScan.unreachable {
            found[members[position]][instant] = Int(time)
          }
        })
    }
    return found
  }

  /// - Parameter hasWalks: whether the answers include walks without any vehicle.
  /// - Returns: how many of the latest departures are later than those of the file.
  private func check(_ queries: [Query], hasWalks: Bool) -> Int {
    let back = times(queries, isForward: false, hasWalks: hasWalks) {
      [queries[$0].arrival - 1, queries[$0].arrival]
    }
    let latest = queries.indices.map { query in
      back[query][queries[query].arrival].map { queries[query].arrival - $0 }
    }
    let onward = times(queries, isForward: true, hasWalks: hasWalks) { query in
      latest[query].map { [$0, $0 + 1] } ?? []
    }
    var later = 0
    for (position, query) in queries.enumerated() {
      guard let latest = latest[position], latest >= query.departure else {
        Issue.record("no departure that is late enough, \(query.comment)")
        continue
      }
      if latest > query.departure { later += 1 }
      let before = back[position][query.arrival - 1].map { query.arrival - 1 - $0 }
      #expect(before ?? Int.min < query.departure, query.comment)
      #expect(onward[position][latest].map { latest + $0 } == query.arrival, query.comment)
      let next = onward[position][latest + 1].map { latest + 1 + $0 }
      #expect(next ?? Int.max > query.arrival, query.comment)
    }
    return later
  }

  private func stop(_ row: Table.Row, _ column: Int) throws -> StopIndex {
    try #require(stops[row.cells[column]])
  }

  /// All origins to every fortieth stop at 08:00: 62 scans backward and 10 forward.
  @Test("latest departures fit RAPTOR's earliest arrivals")
  func latestDeparturesOfRaptor() throws {
    let table = try table("one-to-all-0800-ultra.csv")
    let columns = try ["from_stop", "to_stop", "arrival_s"].map {
      try #require(table.findColumn($0))
    }
    let goals = Set(
      doors.timetable.stops.indices.filter { $0 % 40 == 0 }.map { StopIndex($0) })
    let queries = try table.rows.compactMap { row -> Query? in
      let (from, to) = (try stop(row, columns[0]), try stop(row, columns[1]))
      guard goals.contains(to), from != to, let arrival = Int(row.cells[columns[2]]) else {
        return nil
      }
      return Query(
        origin: from, destination: to, departure: 28_800, arrival: arrival,
        comment: "line \(row.line)")
    }
    #expect(queries.count > 500)
    #expect(check(queries, hasWalks: true) > 250)
  }

  /// Every third row: two scans each, which take their time in a debug build.
  @Test("latest departures fit nigiri's earliest arrivals")
  func latestDeparturesOfNigiri() throws {
    let table = try table("earliest-arrival-nigiri.csv")
    let columns = try ["from_stop", "to_stop", "departure", "earliest_arrival"].map {
      try #require(table.findColumn($0))
    }
    let queries = try table.rows.filter { $0.line % 3 == 0 }.compactMap { row -> Query? in
      guard let arrival = TimeOfDay.seconds(row.cells[columns[3]]) else { return nil }
      return Query(
        origin: try stop(row, columns[0]), destination: try stop(row, columns[1]),
        departure: try #require(TimeOfDay.seconds(row.cells[columns[2]])), arrival: arrival,
        comment: "line \(row.line)")
    }
    #expect(queries.count > 70)
    #expect(check(queries, hasWalks: false) > 35)
  }
}
