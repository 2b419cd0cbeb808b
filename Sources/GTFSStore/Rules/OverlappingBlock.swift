import Findings
import GRDB
import GTFSSchedule

extension Rule {
  static let overlappingBlock = Rule(
    "overlapping_block", .warning, in: "trips.txt, block_id",
    "the trips of a block are driven one after the other by one vehicle, so that on no day two of "
      + "them overlap", mend: "correct the block, or the times")
}

enum OverlappingBlock: ServiceRule {
  private struct Run {
    var trip: Int
    var id: String
    var service: Int
    var start: Int
    var end: Int
  }

  /// What is under way at a time is compared up to here: a block of thousands of services, which
  /// no vehicle has, must not take thousands of times as long.
  private static let mostUnderWay = 500

  static func check(_ services: UsedServices, of feed: StoredFeed, _ log: inout FindingLog) throws {
    let days = Dictionary(uniqueKeysWithValues: services.all.map { ($0.key, $0.days) })
    var shared = SharedDays(days: days)
    var block = ""
    var underWay: [Run] = []
    let trips = try Row.fetchCursor(feed.database, sql: query, arguments: [feed.feedKey])
    while let row = try trips.next() {
      if row[0] != block {
        block = row[0]
        underWay.removeAll()
      }
      let run = Run(trip: row[1], id: row[2], service: row[3], start: row[4], end: row[5])
      underWay.removeAll { $0.end <= run.start }
      if let other = underWay.first(where: { shared.isThere($0.service, run.service) }) {
        log.add(
          Rule.overlappingBlock.finding(
            file: feed.place(of: GTFSSchedule.trips),
            line: feed.lines.line(of: run.trip, in: GTFSSchedule.trips), field: "block_id",
            value: block,
            "trip \(run.id) departs at \(TimingText.clock(run.start)), before trip \(other.id) of "
              + "its block and day arrives at \(TimingText.clock(other.end))"))
      }
      if underWay.count < mostUnderWay { underWay.append(run) }
    }
  }

  /// Trips of blocks from the departure at their first call to the arrival at their last; those
  /// at headways have no times of their own.
  private static let query = """
    SELECT block_id, trip_key, trip_id, service_key, start, finish FROM (
      SELECT block_id, trip_key, trip_id, service_key,
        start_time + COALESCE(\(time(8)), \(time(1))) AS start,
        start_time + COALESCE(\(time(-14)), \(time(-7))) AS finish
      FROM store_trips JOIN store_trip_calls USING (trip_key) JOIN store_timings USING (timing_key)
      WHERE store_trips.feed_key = ? AND block_id IS NOT NULL AND service_key IS NOT NULL
        AND trip_key NOT IN (SELECT trip_key FROM store_frequencies WHERE trip_key > 0))
    WHERE start < finish ORDER BY block_id, start, trip_key
    """

  private static func time(_ position: Int) -> String { CallStorage.time(at: "\(position)") }

  /// Whether two services have a day in common, each pair looked at once.
  private struct SharedDays {
    private struct Pair: Hashable {
      var first: Int
      var second: Int
    }

    let days: [Int: ServiceDays]
    private var known: [Pair: Bool] = [:]

    init(days: [Int: ServiceDays]) {
      self.days = days
    }

    mutating func isThere(_ a: Int, _ b: Int) -> Bool {
      let pair = Pair(first: min(a, b), second: max(a, b))
      if let isShared = known[pair] { return isShared }
      guard let first = days[pair.first], let second = days[pair.second] else { return false }
      let isShared = pair.first == pair.second || first.sharesDay(with: second)
      known[pair] = isShared
      return isShared
    }
  }
}
