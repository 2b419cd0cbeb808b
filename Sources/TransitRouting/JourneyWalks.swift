/// Walks along a `WalkGraph` from all stops that a round of journeys has reached: to each stop the
/// one that is there first. Who comes anywhere later than somebody did with fewer rides goes no
/// further.
struct JourneyWalks {
  private var nodes: [Node] = []

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
  mutating func forEach(
    _ graph: WalkGraph, from arrivals: [Int32], before limit: Int32,
    _ visit: (Int, Int, Int32) -> Void
  ) {
    // Moved to a local: a closure cannot change it while it is a member.
    var nodes: [Node] = []
    swap(&nodes, &self.nodes)
    defer { swap(&nodes, &self.nodes) }
    if nodes.isEmpty {
      nodes = [Node](repeating: Node(), count: graph.starts.count - 1)
    } else {
      for node in nodes.indices { nodes[node].beginRound() }
    }
    var waiting = MinimumHeap<Walker>()
    func follow(_ walker: Walker, _ group: Int32) {
      for arc in graph.arcs[
        Int(graph.starts[Int(walker.node)])..<Int(graph.starts[Int(walker.node) + 1])]
      {
        let next = Walker(
          milliseconds: walker.milliseconds + Int(arc.milliseconds), node: arc.to,
          source: walker.source)
        guard next.milliseconds < Int(limit) * 1000 else { continue }
        let node = Int(arc.to)
        let isWanted =
          node < graph.stopCount
          // Within a group nobody walks; of all others the first one at a stop counts.
          ? (group == 0 || group != graph.groups[node]) && nodes[node].isFirst(next.milliseconds, 0)
          : !nodes[node].isTaken(by: group) && nodes[node].isFirst(next.milliseconds, group)
        if isWanted { waiting.push(next) }
      }
    }
    for (stop, arrival) in arrivals.enumerated() where arrival != WindowScan.unreachable {
      follow(
        Walker(milliseconds: Int(arrival) * 1000, node: Int32(stop), source: Int32(stop)),
        graph.groups[stop])
    }
    while let walker = waiting.pop() {
      let group = graph.groups[Int(walker.source)]
      let node = Int(walker.node)
      if node < graph.stopCount {
        // Rounded up; times may be negative.
        let (second, rest) = walker.milliseconds.quotientAndRemainder(dividingBy: 1000)
        visit(node, Int(walker.source), Int32(rest > 0 ? second + 1 : second))
        continue
      }
      if nodes[node].isTaken(by: group) { continue }
      nodes[node].take(group)
      follow(walker, group)
    }
  }

  /// Who has been at a node, and who is on the way to it.
  private struct Node {
    private static let nobody: Int32 = -1

    /// The first two who come to a place from different groups: nobody else is anywhere before both.
    private var groups = (Node.nobody, Node.nobody)
    /// The earliest on the way, and their group.
    private var milliseconds = Int.max
    private var group = Node.nobody

    /// Those on the way in rounds before stay known, for they had fewer rides.
    mutating func beginRound() { groups = (Node.nobody, Node.nobody) }

    func isTaken(by group: Int32) -> Bool {
      groups.0 == 0 || groups.0 == group || groups.1 != Node.nobody
    }

    mutating func take(_ group: Int32) {
      if groups.0 == Node.nobody { groups.0 = group } else { groups.1 = group }
    }

    /// Whether nobody who does for all is known to come earlier; of those who come together all are
    /// first.
    mutating func isFirst(_ milliseconds: Int, _ group: Int32) -> Bool {
      if milliseconds > self.milliseconds, self.group == 0 || self.group == group { return false }
      if milliseconds < self.milliseconds {
        self.milliseconds = milliseconds
        self.group = group
      }
      return true
    }
  }
}
