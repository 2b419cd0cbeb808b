/// The shortest time and path between two places.
///
/// Both searches climb the elimination tree in step and need no queue; a rank that is reached
/// later than the best path found is not searched from. An object is reused by one thread.
public struct HierarchyQuery: Sendable {
  private var source = Climb()
  private var target = Climb()

  public init() {}

  /// - Returns: milliseconds, ``HierarchyWeights/unreachable`` if there is no way.
  public mutating func milliseconds(
    _ weights: HierarchyWeights, from sources: [GraphEnd], to targets: [GraphEnd]
  ) -> Int32 {
    run(weights, sources, targets).milliseconds
  }

  /// - Returns: a shortest path, the same one for the same input; `nil` if there is none.
  public mutating func path(
    _ weights: HierarchyWeights, from sources: [GraphEnd], to targets: [GraphEnd]
  ) -> HierarchyPath? {
    let (milliseconds, meeting) = run(weights, sources, targets)
    guard meeting >= 0 else { return nil }
    let up = source.ranks(to: meeting)
    let down = target.ranks(to: meeting)
    guard let first = up.last, let last = down.last,
      let sourceEnd = source.end(at: first, sources, weights.hierarchy),
      let targetEnd = target.end(at: last, targets, weights.hierarchy)
    else { return nil }
    var unpacking = ArcUnpacking(weights)
    for (upper, lower) in zip(up, up.dropFirst()).reversed() {
      unpacking.append(lower: lower, upper: upper, isUpward: true)
    }
    for (upper, lower) in zip(down, down.dropFirst()) {
      unpacking.append(lower: lower, upper: upper, isUpward: false)
    }
    return HierarchyPath(
      sourceEnd: sourceEnd, targetEnd: targetEnd, arcs: unpacking.arcs, milliseconds: milliseconds)
  }

  /// - Returns: the time and the highest rank of the path, or -1.
  private mutating func run(
    _ weights: HierarchyWeights, _ sources: [GraphEnd], _ targets: [GraphEnd]
  ) -> (milliseconds: Int32, meeting: Int32) {
    let hierarchy = weights.hierarchy
    source.begin(hierarchy, sources)
    target.begin(hierarchy, targets)
    var best = (milliseconds: HierarchyWeights.unreachable, meeting: Int32(-1))
    while true {
      let rank = min(source.next, target.next)
      guard rank < Climb.end else { break }
      let (isSource, isTarget) = (source.next == rank, target.next == rank)
      if isSource && isTarget {
        let time = source.time(at: rank) &+ target.time(at: rank)
        if time < best.milliseconds { best = (time, rank) }
      }
      if isSource { source.leave(rank, weights, isUpward: true, before: best.milliseconds) }
      if isTarget { target.leave(rank, weights, isUpward: false, before: best.milliseconds) }
    }
    return best
  }
}
