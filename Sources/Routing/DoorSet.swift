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

  public var count: Int { starts.count - 1 }

  /// - Parameter doors: for each door the walks to it from stops, or from it to stops.
  init(_ doors: [[StopWalk]]) {
    var rows: [StopIndex: Int32] = [:]
    var stops: [StopIndex] = []
    var starts: [Int32] = [0]
    var walks: [Walk] = []
    for door in doors {
      for walk in door.sorted(by: { ($0.seconds, $0.stop) < ($1.seconds, $1.stop) }) {
        let row = rows[walk.stop] ?? Int32(stops.count)
        if rows.updateValue(row, forKey: walk.stop) == nil { stops.append(walk.stop) }
        walks.append(Walk(row: row, seconds: walk.seconds, isStraightLine: walk.isStraightLine))
      }
      starts.append(Int32(walks.count))
    }
    self.init(starts: starts, walks: walks, stops: stops)
  }

  private init(starts: [Int32], walks: [Walk], stops: [StopIndex]) {
    self.starts = starts
    self.walks = walks
    self.stops = stops
    longestSeconds = walks.map(\.seconds).max() ?? 0
  }

  /// Some of the doors.
  func doors(_ range: Range<Int>) -> DoorSet {
    guard range != 0..<count else { return self }
    let first = starts[range.lowerBound]
    return DoorSet(
      starts: starts[range.lowerBound...range.upperBound].map { $0 - first },
      walks: Array(walks[Int(first)..<Int(starts[range.upperBound])]), stops: stops)
  }

  func walks(of door: Int) -> ArraySlice<Walk> {
    walks[Int(starts[door])..<Int(starts[door + 1])]
  }
}
