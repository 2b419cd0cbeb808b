import TransitRouting

/// The other ends of searches from one fixed door, prepared once for all of them: for each door the
/// stops that lead to it, the nearest first.
public struct DoorSet: Sendable {
  struct Walk: Sendable {
    /// Position in `stops`.
    var row: Int32
    var seconds: Int32
    var isStraightLine: Bool
  }

  /// The walks of door `d` are `walks[starts[d]..<starts[d + 1]]`.
  let starts: [Int32]
  let walks: [Walk]
  /// The stops of all walks.
  let stops: [StopIndex]
  let longestSeconds: Int32
  /// The doors in an order in which neighbours follow each other: they share stops, whose rows are
  /// then still in the processor's cache.
  let order: [Int]

  public var count: Int { starts.count - 1 }

  /// - Parameter doors: for each door the walks to it from stops, or from it to stops.
  init(_ doors: [[StopWalk]], order: [Int]) {
    var rows: [StopIndex: Int32] = [:]
    var stops: [StopIndex] = []
    var starts: [Int32] = [0]
    var walks: [Walk] = []
    for position in order {
      for walk in doors[position] where rows[walk.stop] == nil {
        rows[walk.stop] = Int32(stops.count)
        stops.append(walk.stop)
      }
    }
    for door in doors {
      for walk in door.sorted(by: { ($0.seconds, $0.stop) < ($1.seconds, $1.stop) }) {
        guard let row = rows[walk.stop] else { continue }
        walks.append(Walk(row: row, seconds: walk.seconds, isStraightLine: walk.isStraightLine))
      }
      starts.append(Int32(walks.count))
    }
    self.init(starts: starts, walks: walks, stops: stops, order: order)
  }

  private init(starts: [Int32], walks: [Walk], stops: [StopIndex], order: [Int]) {
    (self.starts, self.walks, self.stops, self.order) = (starts, walks, stops, order)
    longestSeconds = walks.map(\.seconds).max() ?? 0
  }

  /// Some of the doors.
  func doors(_ range: Range<Int>) -> DoorSet {
    guard range != 0..<count else { return self }
    let first = starts[range.lowerBound]
    return DoorSet(
      starts: starts[range.lowerBound...range.upperBound].map { $0 - first },
      walks: Array(walks[Int(first)..<Int(starts[range.upperBound])]), stops: stops,
      order: order.filter { range.contains($0) }.map { $0 - range.lowerBound })
  }

  func walks(of door: Int) -> ArraySlice<Walk> {
    walks[Int(starts[door])..<Int(starts[door + 1])]
  }
}
