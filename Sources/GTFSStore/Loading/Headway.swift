import GRDB

/// A row of `frequencies.txt`.
struct Headway {
  var start: Int
  var end: Int
  var seconds: Int
  var isExact: Bool

  /// By `trip_key`, in the order of their starts.
  static func all(_ database: Database) throws -> [Int: [Headway]] {
    var headways: [Int: [Headway]] = [:]
    let rows = try PreparedStatement(
      database,
      sql: """
        SELECT trip_key, start_time, end_time, headway_secs, COALESCE(exact_times, 0)
        FROM store_frequencies ORDER BY trip_key, start_time
        """)
    while try rows.step() {
      headways[rows.number(0), default: []].append(
        Headway(
          start: rows.number(1), end: rows.number(2), seconds: rows.number(3),
          isExact: rows.number(4) == 1))
    }
    return headways
  }
}
