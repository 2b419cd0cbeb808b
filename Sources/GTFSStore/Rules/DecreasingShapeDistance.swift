import Findings

extension Rule {
  static let decreasingShapeDistance = Rule(
    "decreasing_shape_distance", .warning, in: "stop_times.txt, shape_dist_traveled",
    "the distance along the shape grows from call to call",
    found: "the distance is less than at a call before",
    mend: "correct the distance")
}

enum DecreasingShapeDistance: TripRule {
  static func faults(_ trip: TripCalls) -> [CallFault] {
    var farthest = -Double.infinity
    return trip.calls.indices.compactMap { index in
      guard let distance = trip.calls[index].shapeDistance else { return nil }
      defer { farthest = max(farthest, distance) }
      return distance < farthest
        ? CallFault(
          .decreasingShapeDistance, call: index, field: "shape_dist_traveled",
          .text("\(distance)")) : nil
    }
  }
}
