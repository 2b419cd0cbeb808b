import GRDB
import TransitRouting

/// A feed of a database with the days on which its services run.
struct FeedCalendar {
  let key: Int
  let name: String
  let calendar: ServiceCalendar
  private let source: String
  private let isModel: Bool

  /// By name.
  static func all(_ database: Database) throws -> [FeedCalendar] {
    let services = try ServiceDays.byFeed(database)
    return try Row.fetchAll(
      database, sql: "SELECT feed_key, feed, source, is_model FROM feeds ORDER BY feed"
    ).map { row in
      FeedCalendar(
        key: row[0], name: row[1], calendar: ServiceCalendar(services[row[0]] ?? [:]),
        source: row[2], isModel: row[3])
    }
  }

  /// That of its first agency; empty where there is none.
  func timeZone(_ database: Database) throws -> String {
    try String.fetchOne(
      database,
      sql: """
        SELECT agency_timezone FROM store_agency WHERE feed_key = ? ORDER BY agency_key LIMIT 1
        """, arguments: [key]) ?? ""
  }

  func summary(_ database: Database) throws -> FeedSummary {
    let bounds = calendar.bounds
    func count(_ file: String) throws -> Int {
      try Int.fetchOne(
        database, sql: "SELECT row_count FROM feed_files WHERE feed_key = ? AND file = ?",
        arguments: [key, file]) ?? 0
    }
    return FeedSummary(
      name: name, source: source, isModel: isModel,
      operators: try String.fetchAll(
        database,
        sql: """
          SELECT COALESCE(agency_name, agency_id) FROM store_agency WHERE feed_key = ?
          ORDER BY agency_key
          """,
        arguments: [key]),
      routeCount: try count("routes.txt"), tripCount: try count("trips.txt"),
      stopCount: try count("stops.txt"), stopTimeCount: try count("stop_times.txt"),
      firstServiceDate: bounds?.lowerBound.description,
      lastServiceDate: bounds?.upperBound.description)
  }
}
