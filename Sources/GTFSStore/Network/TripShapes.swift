public import Findings
import GRDB
public import Geography

extension NetworkDatabase {
  /// The courses of trips as their feeds draw them (shapes.txt), by the ids that a timetable gives
  /// them; trips without a shape, and those that `frequencies.txt` repeats, are left out.
  public func shapes(ofTrips ids: some Sequence<String>) throws(Failure) -> [String: [Coordinate]] {
    let wanted = Set(ids)
    return try read { database in
      let feedCount = try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM feeds") ?? 0
      let trips = try Row.fetchCursor(
        database,
        sql: """
          SELECT trip_id, feed, shape_key FROM store_trips JOIN feeds USING (feed_key)
          WHERE shape_key IS NOT NULL
          """)
      var keys: [String: Int] = [:]
      while let row = try trips.next() {
        let id = qualifiedID(row["trip_id"], feed: row["feed"], feedCount > 1)
        if wanted.contains(id) { keys[id] = row["shape_key"] }
      }
      var courses: [Int: [Coordinate]] = [:]
      for key in Set(keys.values) {
        courses[key] = try Row.fetchAll(
          database,
          sql: """
            SELECT shape_pt_lat, shape_pt_lon FROM store_shapes WHERE shape_key = ?
              AND shape_pt_lat IS NOT NULL AND shape_pt_lon IS NOT NULL ORDER BY shape_pt_sequence
            """, arguments: [key]
        ).map { Coordinate(latitude: $0[0], longitude: $0[1]) }
      }
      return keys.compactMapValues { courses[$0] }
    }
  }
}
