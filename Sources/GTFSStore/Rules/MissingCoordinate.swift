import Findings
import GTFSSchedule

extension Rule {
  static let missingCoordinate = Rule(
    "missing_coordinate", .warning, in: "stops.txt, stop_lat and stop_lon",
    "a stop, station or entrance lies somewhere (location_type 0 to 2); trips call at one that "
      + "does not, but nobody can walk there",
    found: "the stop has no place",
    mend: "fill the coordinates")
}

enum MissingCoordinate: FeedRule {
  static func check(_ feed: StoredFeed, _ log: inout FindingLog) throws {
    guard feed.isComplete else { return }
    let columns = [
      ("stop_lat", "stop_lat IS NULL"), ("stop_lon", "stop_lat IS NOT NULL AND stop_lon IS NULL"),
    ]
    for (field, isMissing) in columns {
      try feed.report(
        .missingCoordinate, GTFSSchedule.stops, field, &log,
        sql: """
          SELECT stop_key, NULL, 'stop ' || stop_id || ' has no coordinates' FROM store_stops AS s
          WHERE feed_key = :feed AND \(isMissing)
            AND (location_type = 2
              OR (COALESCE(location_type, 0) <= 1 AND \(StopUse.isUsed("s"))))
          ORDER BY stop_key
          """)
    }
  }
}
