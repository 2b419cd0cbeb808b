import Findings
import GTFSSchedule

extension Rule {
  static let moreThanOneRow = Rule(
    "more_than_one_row", .warning, in: "feed_info.txt",
    "a feed speaks of itself in one row; of several the first counts",
    found: "the file has a second row",
    mend: "take the other rows out")
}

enum MoreThanOneRow: FeedRule {
  static func check(_ feed: StoredFeed, _ log: inout FindingLog) throws {
    try feed.report(
      .moreThanOneRow, GTFSSchedule.feedInfo, nil, &log,
      sql: """
        SELECT rowid, feed_publisher_name, 'the file has a row more' FROM store_feed_info
        WHERE feed_key = :feed
        ORDER BY rowid LIMIT -1 OFFSET 1
        """)
  }
}
