import Findings
import GTFSSchedule

extension Rule {
  static let shapeWithOnePoint = Rule(
    "shape_with_one_point", .warning, in: "shapes.txt",
    "a shape has two points or more: one is no line",
    found: "the shape has a single point",
    mend: "add the other points, or take the shape out")
}

enum ShapeWithOnePoint: FeedRule {
  static func check(_ feed: StoredFeed, _ log: inout FindingLog) throws {
    guard feed.isComplete else { return }
    try feed.report(
      .shapeWithOnePoint, GTFSSchedule.shapes, "shape_id", of: .shape, &log,
      sql: """
        SELECT shape_key, shape_id, 'the shape has a single point'
        FROM store_shapes AS p JOIN store_shape_ids USING (shape_key)
        WHERE p.feed_key = :feed GROUP BY shape_key HAVING COUNT(*) = 1 ORDER BY shape_key
        """)
  }
}
