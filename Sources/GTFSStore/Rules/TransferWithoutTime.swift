import Findings
import GTFSSchedule

extension Rule {
  static let transferWithoutTime = Rule(
    "transfer_without_time", .warning, in: "transfers.txt, min_transfer_time",
    "a transfer that takes a time (transfer_type 2) says how long; else it counts as the walk",
    found: "min_transfer_time is missing",
    mend: "fill min_transfer_time")
}

enum TransferWithoutTime: FeedRule {
  static func check(_ feed: StoredFeed, _ log: inout FindingLog) throws {
    guard feed.isComplete else { return }
    try feed.report(
      .transferWithoutTime, GTFSSchedule.transfers, "min_transfer_time", &log,
      sql: """
        SELECT rowid, NULL, 'the transfer says no time' FROM store_transfers
        WHERE feed_key = :feed AND transfer_type = 2 AND min_transfer_time IS NULL ORDER BY rowid
        """)
  }
}
