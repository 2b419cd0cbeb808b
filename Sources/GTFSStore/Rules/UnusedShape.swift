import Findings
import GTFSSchedule

extension Rule {
  static let unusedShape = Rule(
    "unused_shape", .info, in: "shapes.txt",
    "a shape is that of a trip",
    found: "no trip has this shape",
    mend: "nothing, or take the shape out")
}

enum UnusedShape: FeedRule {
  static func check(_ feed: StoredFeed, _ log: inout FindingLog) throws {
    // A trip whose shape is not there may mean one that is.
    let isMistyped = log.findings.contains {
      $0.code == Rule.foreignKeyViolation.code && $0.field == "shape_id"
    }
    guard feed.isComplete, !isMistyped, try feed.hasTrips else { return }
    try feed.report(
      .unusedShape, GTFSSchedule.shapes, "shape_id", of: .shape, &log,
      sql: """
        SELECT shape_key, shape_id, 'no trip has the shape' FROM store_shape_ids
        WHERE feed_key = :feed
          AND shape_key NOT IN (SELECT shape_key FROM store_trips WHERE shape_key IS NOT NULL)
        ORDER BY shape_key
        """)
  }
}
