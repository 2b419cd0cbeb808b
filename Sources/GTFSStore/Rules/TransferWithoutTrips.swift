import Findings
import GTFSSchedule

extension Rule {
  static let transferWithoutTrips = Rule(
    "transfer_without_trips", .warning, in: "transfers.txt, from_trip_id and to_trip_id",
    "a transfer in the vehicle (transfer_type 4 or 5) names both of its trips",
    found: "a trip is missing",
    mend: "fill the cell")
}

enum TransferWithoutTrips: FeedRule {
  static func check(_ feed: StoredFeed, _ log: inout FindingLog) throws {
    guard feed.isComplete else { return }
    let columns = [
      ("from_trip_id", "from_trip_key IS NULL"),
      ("to_trip_id", "from_trip_key IS NOT NULL AND to_trip_key IS NULL"),
    ]
    for (field, isMissing) in columns {
      try feed.report(
        .transferWithoutTrips, GTFSSchedule.transfers, field, &log,
        sql: """
          SELECT rowid, NULL, 'the transfer names no trip here' FROM store_transfers
          WHERE feed_key = :feed AND transfer_type >= 4 AND \(isMissing)
          ORDER BY rowid
          """)
    }
  }
}
