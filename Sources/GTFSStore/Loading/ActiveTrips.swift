import GRDB
import TransitRouting

/// The trips of services that run, with where their calls are stored.
struct ActiveTrips {
  struct Trip {
    var key: Int
    var service: Int
    var trip: Timetable.Trip
    var pattern: Int
    var timing: Int
    /// Seconds of the service day that the timing counts from.
    var startSeconds: Int
    /// The vehicle, as a position among all of them; `nil` where the feed does not say.
    var block: Int?
  }

  /// In the order of keys; trips without calls are not there.
  private(set) var trips: [Trip] = []
  /// When the last trip of the database starts, of whatever service.
  private(set) var latestStartSeconds = 0

  /// - Parameters:
  ///   - services: those that run, by key.
  ///   - routes: by `route_key`.
  init(
    _ database: Database, services: Set<Int>, routes: [Int: RouteIndex], qualified: Bool
  ) throws {
    let feeds = try FeedNames(database)
    // In the order of `store_trip_calls`, so that both tables are read from front to back.
    let rows = try PreparedStatement(
      database,
      sql: """
        SELECT trip_key, service_key, route_key, feed_key, trip_id, trip_headsign, block_id,
          pattern_key, timing_key, start_time
        FROM store_trip_calls CROSS JOIN store_trips USING (trip_key) ORDER BY trip_key
        """)
    var blocks = BlockNumbers()
    var headsign = ""
    var asked: (service: Int, isActive: Bool)?
    while try rows.step() {
      let start = Int(Int32(clamping: rows.number(9)))
      latestStartSeconds = max(latestStartSeconds, start)
      let service = rows.number(1)
      // Trips of a service mostly follow each other.
      if asked?.service != service { asked = (service, services.contains(service)) }
      guard asked?.isActive == true, let route = routes[rows.number(2)],
        let feed = feeds[rows.number(3)]
      else { continue }
      rows.update(&headsign, from: 5)
      trips.append(
        Trip(
          key: rows.number(0), service: service,
          trip: .init(
            id: qualifiedID(rows.text(4) ?? "", feed: feed, qualified), route: route,
            headsign: headsign),
          pattern: rows.number(7), timing: rows.number(8), startSeconds: start,
          block: rows.text(6).flatMap { blocks.number(of: $0, feed: rows.number(3)) }))
    }
  }

  /// The timings of all of them.
  var timings: Set<Int> { Set(trips.lazy.map(\.timing)) }
}

/// Numbers for the blocks of all feeds.
private struct BlockNumbers {
  private struct Block: Hashable {
    var feed: Int
    var id: String
  }

  private var numbers: [Block: Int] = [:]

  /// `nil` for an empty id.
  mutating func number(of id: String, feed: Int) -> Int? {
    guard !id.isEmpty else { return nil }
    let block = Block(feed: feed, id: id)
    if let number = numbers[block] { return number }
    numbers[block] = numbers.count
    return numbers.count - 1
  }
}
