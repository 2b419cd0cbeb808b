import Geography

/// Cuts the shape of a trip at its stops.
enum ShapeCut {
  /// A stop that is farther from every point of the shape that it can have is not on it.
  static let maximumMeters = 150.0

  /// The points of a shape from each stop to the next, stops included; `nil` where the shape does not
  /// pass the stops in their order.
  ///
  /// Each stop takes one point, none before that of the stop before it, so that the sum of the
  /// distances is least: a line that comes by a place twice is cut at the right time.
  static func hops(_ shape: [Coordinate], at stops: [Coordinate]) -> [[Coordinate]]? {
    guard shape.count >= 2, stops.count >= 2 else { return nil }
    // The least sum up to each point, and for each stop where the least one before a point is.
    var sums = [Double](repeating: 0, count: shape.count)
    var choices: [[Int]] = []
    for stop in stops {
      var best = 0
      var choice = [Int](repeating: 0, count: shape.count)
      var next = sums
      for point in shape.indices {
        if sums[point] < sums[best] { best = point }
        choice[point] = best
        next[point] = sums[best] + stop.distanceMeters(to: shape[point])
      }
      choices.append(choice)
      sums = next
    }
    var point = shape.indices.min { sums[$0] < sums[$1] } ?? 0
    var points: [Int] = []
    for choice in choices.reversed() {
      points.append(point)
      point = choice[point]
    }
    points.reverse()
    guard zip(stops, points).allSatisfy({ $0.distanceMeters(to: shape[$1]) <= maximumMeters })
    else { return nil }
    return stops.indices.dropLast().map { hop in
      [stops[hop]] + shape[points[hop]...points[hop + 1]] + [stops[hop + 1]]
    }
  }
}
