import Findings
import GTFSSchedule

extension Rule {
  static let transferToNowhere = Rule(
    "transfer_to_nowhere", .warning, in: "transfers.txt, from_stop_id and to_stop_id",
    "a transfer is between stops that trips call at, or stations of such stops",
    found: "no trip calls at the stop",
    mend: "name the platform or station, or take the transfer out")
}

enum TransferToNowhere: FeedRule {
  static func check(_ feed: StoredFeed, _ log: inout FindingLog) throws {
    guard feed.isComplete, try feed.hasCalls else { return }
    let columns = [
      ("from_stop", "TRUE"), ("to_stop", "t.to_stop_key IS NOT t.from_stop_key"),
    ]
    for (column, condition) in columns {
      try feed.report(
        .transferToNowhere, GTFSSchedule.transfers, column + "_id", &log,
        sql: """
          SELECT t.rowid, s.stop_id, CASE WHEN COALESCE(s.location_type, 0) > 1
            THEN 'stop ' || s.stop_id || ' is an entrance, node or boarding area'
            ELSE 'no trip calls at stop ' || s.stop_id END
          FROM store_transfers AS t JOIN store_stops AS s ON s.stop_key = t.\(column)_key
          WHERE t.feed_key = :feed AND \(condition)
            AND (COALESCE(s.location_type, 0) > 1 OR NOT \(StopUse.isReached("s")))
          ORDER BY t.rowid
          """)
    }
  }
}
