import Findings
import GTFSSchedule

extension Rule {
  static let decreasingPointDistance = Rule(
    "decreasing_point_distance", .warning, in: "shapes.txt, shape_dist_traveled",
    "the distance along a shape grows from point to point", mend: "correct the distance")
}

enum DecreasingPointDistance: FeedRule {
  static func check(_ feed: StoredFeed, _ log: inout FindingLog) throws {
    // In the order of the table, which is sorted so.
    let points = try PreparedStatement(
      feed.database,
      sql: """
        SELECT shape_key, shape_dist_traveled, shape_pt_sequence FROM store_shapes
        WHERE feed_key = ? AND shape_dist_traveled IS NOT NULL
        ORDER BY shape_key, shape_pt_sequence
        """)
    points.bind(feed.feedKey, at: 1)
    var last: (shape: Int, distance: Double)?
    while try points.step() {
      guard let shape = points.integer(0), let distance = points.real(1) else { continue }
      if let last, last.shape == shape, distance < last.distance {
        log.add(
          Rule.decreasingPointDistance.finding(
            file: feed.place(of: GTFSSchedule.shapes),
            line: feed.lines.line(of: .shape, key: shape), field: "shape_dist_traveled",
            value: "\(distance)",
            "the distance goes back at shape_pt_sequence \(points.integer(2) ?? 0) of the shape "
              + "that begins here"))
      }
      last = (shape, distance)
    }
  }
}
