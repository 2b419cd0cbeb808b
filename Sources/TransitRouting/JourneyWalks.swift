/// Walks along a `WalkGraph` from all stops that a round of journeys has reached: to each stop the
/// one that is there first.
struct JourneyWalks {
  /// Somebody who comes to a node.
  private struct Walker: Comparable, Sendable {
    var milliseconds: Int
    var node: Int32
    /// The stop where the walk began.
    var source: Int32

    static func < (a: Walker, b: Walker) -> Bool {
      (a.milliseconds, a.node, a.source) < (b.milliseconds, b.node, b.source)
    }
  }

  /// Calls `visit` with the stop, the stop where the walk to it began, and the second.
  static func forEach(
    _ graph: WalkGraph, from arrivals: [Int32], before limit: Int32,
    _ visit: (Int, Int, Int32) -> Void
  ) {
    // The first two who come to a place from different groups: nobody else is anywhere before both.
    var groups = [[Int32]](repeating: [], count: graph.starts.count - 1)
    var waiting = MinimumHeap<Walker>()
    func follow(_ walker: Walker) {
      for arc in graph.arcs[
        Int(graph.starts[Int(walker.node)])..<Int(graph.starts[Int(walker.node) + 1])]
      {
        let next = Walker(
          milliseconds: walker.milliseconds + Int(arc.milliseconds), node: arc.to,
          source: walker.source)
        if next.milliseconds < Int(limit) * 1000 { waiting.push(next) }
      }
    }
    for (stop, arrival) in arrivals.enumerated() where arrival != WindowScan.unreachable {
      follow(Walker(milliseconds: Int(arrival) * 1000, node: Int32(stop), source: Int32(stop)))
    }
    while let walker = waiting.pop() {
      let group = graph.groups[Int(walker.source)]
      let node = Int(walker.node)
      if node < graph.stopCount {
        guard group == 0 || group != graph.groups[node] else { continue }
        // Rounded up; times may be negative.
        let (second, rest) = walker.milliseconds.quotientAndRemainder(dividingBy: 1000)
        visit(node, Int(walker.source), Int32(rest > 0 ? second + 1 : second))
        continue
      }
      if groups[node].contains(0) || groups[node].contains(group) || groups[node].count == 2 {
        continue
      }
      groups[node].append(group)
      follow(walker)
    }
  }
}
