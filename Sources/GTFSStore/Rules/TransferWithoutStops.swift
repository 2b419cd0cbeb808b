import Findings
import GTFSSchedule

extension Rule {
  static let transferWithoutStops = Rule(
    "transfer_without_stops", .warning, in: "transfers.txt, from_stop_id and to_stop_id",
    "a transfer on foot (transfer_type 0 to 3) names both of its stops; without them it is "
      + "not used",
    found: "a stop is missing",
    mend: "fill the cell")
}

enum TransferWithoutStops: FeedRule {
  static func check(_ feed: StoredFeed, _ log: inout FindingLog) throws {
    guard feed.isComplete else { return }
    let columns = [
      ("from_stop_id", "from_stop_key IS NULL"),
      ("to_stop_id", "from_stop_key IS NOT NULL AND to_stop_key IS NULL"),
    ]
    for (field, isMissing) in columns {
      try feed.report(
        .transferWithoutStops, GTFSSchedule.transfers, field, &log,
        sql: """
          SELECT rowid, NULL, 'the transfer names no stop here' FROM store_transfers
          WHERE feed_key = :feed AND COALESCE(transfer_type, 0) <= 3 AND \(isMissing)
          ORDER BY rowid
          """)
    }
  }
}
