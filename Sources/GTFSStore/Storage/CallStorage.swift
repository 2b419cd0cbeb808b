import GTFSSchedule

/// How `stop_times.txt` is stored: most trips call at the stops of another trip, many at the same
/// intervals, so that what they share is stored once.
///
/// - `store_stop_patterns`: everything of a call but its times, by pattern and position.
/// - `store_timings`: the times of all calls as text, 14 digits a call: seconds of arrival and of
///   departure after the trip's start, 7 digits each, `-------` where the feed has none. Digits
///   and not bytes, so that SQL can read them.
/// - `store_trip_calls`: the pattern, timing and start of each trip.
///
/// The view `store_stop_times` is what they stand for: a row for each row of the file.
enum CallStorage {
  static let patternTable = "store_stop_patterns"
  static let timeDigits = 7
  static let noTime = String(repeating: "-", count: timeDigits)

  /// The fields that a pattern holds: all but the trip and the times.
  static let patternFields = GTFSSchedule.stopTimes.fields.filter {
    !["trip_id", "arrival_time", "departure_time"].contains($0.name)
  }

  static var patternColumns: [String] { patternFields.map(StorageSchema.column) }

  static var tablesAndViews: [String] {
    let columns = patternFields.flatMap(StorageSchema.definitions)
    return [
      """
      CREATE TABLE store_stop_patterns (
        pattern_key INTEGER NOT NULL,
        position INTEGER NOT NULL,
        \(columns.joined(separator: ", ")),
        PRIMARY KEY (pattern_key, position)) WITHOUT ROWID
      """,
      "CREATE TABLE store_timings (timing_key INTEGER PRIMARY KEY, times TEXT NOT NULL)",
      """
      CREATE TABLE store_trip_calls (
        trip_key INTEGER PRIMARY KEY REFERENCES store_trips(trip_key),
        pattern_key INTEGER NOT NULL,
        timing_key INTEGER NOT NULL REFERENCES store_timings(timing_key),
        start_time INTEGER NOT NULL)
      """,
      """
      CREATE VIEW store_stop_times AS
      SELECT trip_key, feed_key, position, \(patternColumns.joined(separator: ", ")),
        start_time + \(offset(0)) AS arrival_time, start_time + \(offset(1)) AS departure_time
      FROM store_trip_calls JOIN store_trips USING (trip_key)
        JOIN store_stop_patterns USING (pattern_key) JOIN store_timings USING (timing_key)
      """,
    ]
  }

  static let indexes = [
    "CREATE INDEX store_stop_patterns_by_stop ON store_stop_patterns(stop_key)",
    "CREATE INDEX store_trip_calls_by_pattern ON store_trip_calls(pattern_key)",
  ]

  /// Patterns and timings that no trip has any more.
  static let orphanRemoval = ["store_stop_patterns": "pattern_key", "store_timings": "timing_key"]
    .sorted { $0.key < $1.key }.map { table, key in
      "DELETE FROM \(table) WHERE \(key) NOT IN (SELECT \(key) FROM store_trip_calls)"
    }

  /// The SQL of the time whose digits begin at a place of `times`; NULL where the feed has none.
  static func time(at start: String) -> String {
    "CAST(NULLIF(substr(times, \(start), \(timeDigits)), '\(noTime)') AS INTEGER)"
  }

  /// The seconds after the start: `part` 0 is the arrival, 1 the departure.
  private static func offset(_ part: Int) -> String {
    let start = "1 + \(part * timeDigits) + \(2 * timeDigits) * position"
    return time(at: start)
  }
}
