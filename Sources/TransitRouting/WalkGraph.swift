/// Walks between stops along streets, however long, as a sparse graph: between the stops lie places,
/// such as corners of streets, and the way from a stop to another is the shortest one over places.
///
/// A table of all pairs of stops grows with the square of a region; cut at a radius it changes
/// answers. A scan walks this graph instead, and stops where somebody else has been before.
public struct WalkGraph: Sendable {
  public struct Arc: Sendable, Equatable {
    /// A stop, or a place: `stopCount` and above. A walk ends at a stop.
    public var to: Int32
    public var milliseconds: Int32

    public init(to: Int, milliseconds: Int32) {
      self.to = Int32(to)
      self.milliseconds = milliseconds
    }
  }

  public let stopCount: Int
  /// `arcs[starts[n]..<starts[n + 1]]` leave node `n`: the stops in the timetable's order, then places.
  public let starts: [Int32]
  public let arcs: [Arc]
  /// Arcs to stops come first; here those to places begin.
  let stopEnds: [Int32]
  /// For each stop its group, 0 for none: between the stops of one group nobody walks here, since
  /// transfers say how long that takes.
  public let groups: [Int32]
  let hasGroups: Bool
  /// Whether somebody may walk from one stop to another, or to a place, in no time.
  let hasInstantWalks: Bool
  /// The most arcs that lead from a node to places.
  let mostToPlaces: Int

  public var placeCount: Int { starts.count - 1 - stopCount }

  /// - Parameter arcs: for each node, first the stops, what leaves it.
  public init(stopCount: Int, arcs: [[Arc]], groups: [Int32]) {
    precondition(arcs.count >= stopCount && groups.count == stopCount)
    // A scan does not check bounds.
    precondition(
      arcs.joined().allSatisfy { arcs.indices.contains(Int($0.to)) && $0.milliseconds >= 0 })
    self.stopCount = stopCount
    self.groups = groups
    hasGroups = groups.contains { $0 != 0 }
    hasInstantWalks = arcs.contains { $0.contains { $0.milliseconds == 0 } }
    var starts: [Int32] = [0]
    for leaving in arcs { starts.append(starts[starts.count - 1] + Int32(leaving.count)) }
    self.starts = starts
    self.arcs = arcs.flatMap { leaving in
      let isPlace = { (arc: Arc) in arc.to < stopCount ? 0 : 1 }
      return leaving.sorted {
        (isPlace($0), $0.milliseconds, $0.to) < (isPlace($1), $1.milliseconds, $1.to)
      }
    }
    stopEnds = zip(starts, arcs).map { start, leaving in
      start + Int32(leaving.count { $0.to < stopCount })
    }
    mostToPlaces = zip(starts.dropFirst(), stopEnds).map { Int($0 - $1) }.max() ?? 0
  }

  @inline(__always)
  func arcsToPlaces(_ node: Int) -> Range<Int> { Int(stopEnds[node])..<Int(starts[node &+ 1]) }

  /// The same walks in the other direction.
  func reversed() -> WalkGraph {
    var back: [[Arc]] = Array(repeating: [], count: starts.count - 1)
    for from in back.indices {
      for arc in arcs[Int(starts[from])..<Int(starts[from + 1])] {
        back[Int(arc.to)].append(Arc(to: from, milliseconds: arc.milliseconds))
      }
    }
    return WalkGraph(stopCount: stopCount, arcs: back, groups: groups)
  }
}
