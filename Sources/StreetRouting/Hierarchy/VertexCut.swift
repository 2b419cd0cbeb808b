/// The fewest nodes that separate the first from the last nodes of a row of nodes: a maximum
/// flow of paths that share no node (Menger 1927), found by repeated depth-first passes.
///
/// Nodes are numbered along a line, sources `0..<terminals` first, sinks last; terminals may
/// themselves be cut, so that there always is a cut. An object is reused; it keeps its memory.
struct VertexCut {
  enum Side: UInt8 { case first, separator, last }

  private static let free: Int32 = -1
  /// Before a source, behind a sink.
  private static let terminal: Int32 = -2

  /// The node before each on its path of the flow, `free` off the flow.
  private var previous: [Int32] = []
  private var following: [Int32] = []
  /// The pass in which a search last came to a node, and in which it last left it.
  private var entered: [Int32] = []
  private var left: [Int32] = []
  private var pass: Int32 = 0
  private var trail: [Step] = []
  /// The sources with neighbours that are none.
  private var starts: [Int32] = []
  private(set) var flow = 0

  /// A node that a search leaves, and how it came there.
  private struct Step {
    var node: Int32
    /// The next neighbour to try, from the end of the row.
    var cursor: Int32
    /// The node whose arc from `node` the search cancels, or `free`.
    var cancelled: Int32
  }

  /// Runs until the flow is maximal.
  /// - Parameters:
  ///   - rows: rows ascend, so that the last neighbour leads farthest towards the sinks.
  ///   - limit: the search is given up at this flow.
  /// - Returns: whether the flow is maximal and below the limit.
  mutating func run(_ rows: NeighborRows, terminals: Int, limit: Int) -> Bool {
    let nodes = rows.nodeCount
    previous = [Int32](repeating: Self.free, count: nodes)
    following = previous
    entered = previous
    left = previous
    pass = 0
    flow = 0
    let walk = takeStarts(rows, terminals: terminals, isForward: true)
    while true {
      let found = search(rows, walk, limit: limit - flow)
      flow += found
      if flow >= limit { return false }
      if found == 0 { return true }
      pass += 1
    }
  }

  /// The side of every node, by the cut nearest to the sources or the one nearest to the sinks.
  /// - Returns: how many nodes lie first and last.
  mutating func sides(
    _ rows: NeighborRows, terminals: Int, nearSinks: Bool, into sides: inout [Side]
  ) -> (first: Int, last: Int) {
    let nodes = rows.nodeCount
    pass += 1
    swapDirection(nearSinks)
    let walk = takeStarts(rows, terminals: terminals, isForward: !nearSinks)
    _ = search(rows, walk, limit: .max)
    let near: Side = nearSinks ? .last : .first
    let far: Side = nearSinks ? .first : .last
    sides.removeAll(keepingCapacity: true)
    var (nearCount, farCount) = (0, 0)
    for node in 0..<nodes {
      let isStart = walk.sources.contains(Int32(node))
      if left[node] == pass || isStart && previous[node] == Self.free {
        sides.append(near)
        nearCount += 1
      } else if isStart || entered[node] == pass {
        sides.append(.separator)
      } else {
        sides.append(far)
        farCount += 1
      }
    }
    swapDirection(nearSinks)
    return nearSinks ? (farCount, nearCount) : (nearCount, farCount)
  }

  private mutating func swapDirection(_ isNeeded: Bool) {
    if isNeeded { swap(&previous, &following) }
  }

  /// Finds the sources from which ways lead on.
  private mutating func takeStarts(
    _ rows: NeighborRows, terminals: Int, isForward: Bool
  ) -> Walk {
    let nodes = Int32(rows.nodeCount)
    let count = Int32(terminals)
    let sources = isForward ? 0..<count : (nodes - count)..<nodes
    let sinks = isForward ? (nodes - count)..<nodes : 0..<count
    starts.removeAll(keepingCapacity: true)
    for source in sources {
      let row = Int(rows.first[Int(source)])..<Int(rows.first[Int(source) + 1])
      // Rows ascend, so one end tells.
      guard let first = row.first, let last = row.last else { continue }
      let farthest = rows.neighbors[isForward ? last : first]
      if !sources.contains(farthest) { starts.append(source) }
    }
    return Walk(sources: sources, sinks: sinks, isForward: isForward)
  }

  /// One pass: paths from every free source, over nodes that no search of the pass has left yet.
  /// - Returns: how many paths the flow gained.
  private mutating func search(_ rows: NeighborRows, _ walk: Walk, limit: Int) -> Int {
    var found = 0
    for source in starts
    where previous[Int(source)] == Self.free && left[Int(source)] != pass {
      left[Int(source)] = pass
      trail.removeAll(keepingCapacity: true)
      trail.append(Step(node: source, cursor: 0, cancelled: Self.free))
      if let sink = walk.run(rows, pass, previous, &entered, &left, &trail) {
        augment(to: sink)
        found += 1
        if found >= limit { break }
      }
    }
    return found
  }

  /// A depth-first search of one pass.
  private struct Walk {
    var sources: Range<Int32>
    var sinks: Range<Int32>
    var isForward: Bool

    /// Walks on from the last step of the trail.
    /// - Returns: the sink that was reached at the end of the trail.
    func run(
      _ rows: NeighborRows, _ pass: Int32, _ previous: [Int32],
      _ enteredStore: inout [Int32], _ leftStore: inout [Int32], _ trail: inout [Step]
    ) -> Int32? {
      let first = rows.first.span
      let neighbors = rows.neighbors.span
      let previous = previous.span
      var entered = enteredStore.mutableSpan
      var left = leftStore.mutableSpan
      while var step = trail.popLast() {
        let node = Int(step.node)
        let begin = first[node]
        let degree = first[node + 1] - begin
        var next: Step?
        while step.cursor < degree, next == nil {
          let place = isForward ? begin + degree - 1 - step.cursor : begin + step.cursor
          let neighbor = neighbors[Int(place)]
          step.cursor += 1
          let index = Int(neighbor)
          guard !sources.contains(neighbor), entered[index] != pass else { continue }
          entered[index] = pass
          let before = previous[index]
          if before == VertexCut.free {
            if sinks.contains(neighbor) {
              trail.append(step)
              return neighbor
            }
            left[index] = pass
            next = Step(node: neighbor, cursor: 0, cancelled: VertexCut.free)
          } else if left[Int(before)] != pass {
            left[Int(before)] = pass
            next = Step(node: before, cursor: 0, cancelled: neighbor)
          }
        }
        if next == nil, step.cursor == degree {
          // Back along the flow through the node itself.
          step.cursor += 1
          let before = previous[node]
          if before >= 0, left[Int(before)] != pass {
            left[Int(before)] = pass
            next = Step(node: before, cursor: 0, cancelled: step.node)
          }
        }
        if let next {
          trail.append(step)
          trail.append(next)
        }
      }
      return nil
    }
  }

  /// Changes the flow along the trail.
  private mutating func augment(to sink: Int32) {
    for step in trail where step.cancelled != Self.free {
      following[Int(step.node)] = Self.free
      previous[Int(step.cancelled)] = Self.free
    }
    for (step, next) in zip(trail, trail.dropFirst()) {
      let entered = next.cancelled == Self.free ? next.node : next.cancelled
      // A node that the search went back through has left the flow.
      guard entered != step.node else { continue }
      following[Int(step.node)] = entered
      previous[Int(entered)] = step.node
    }
    if let source = trail.first, let last = trail.last {
      previous[Int(source.node)] = Self.terminal
      following[Int(last.node)] = sink
      previous[Int(sink)] = last.node
      following[Int(sink)] = Self.terminal
    }
  }
}
