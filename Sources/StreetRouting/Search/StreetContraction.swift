/// A graph from which nodes are taken; arcs are chained at both of their ends.
struct StreetContraction {
  private struct Arc {
    var tail: Int32
    var head: Int32
    var milliseconds: Int32
    var nextOut: Int32
    var nextIn: Int32
    var isDropped = false
  }

  /// Nodes that are never taken come first.
  private let placeCount: Int
  private var arcs: [Arc] = []
  private var firstOut: [Int32]
  private var firstIn: [Int32]
  private var isGone: [Bool]

  init(placeCount: Int, _ network: StreetNetwork) {
    self.placeCount = placeCount
    let nodeCount = placeCount + network.graph.nodeCount
    firstOut = Array(repeating: -1, count: nodeCount)
    firstIn = firstOut
    isGone = Array(repeating: false, count: nodeCount)
    let rows = network.forward
    arcs.reserveCapacity(2 * rows.arcs.count)
    for node in 0..<network.graph.nodeCount {
      for row in Int(rows.starts[node])..<Int(rows.starts[node + 1]) {
        add(
          from: placeCount + node, to: placeCount + Int(rows.arcs[row].head),
          rows.arcs[row].milliseconds)
      }
    }
  }

  /// Adds an arc, or shortens the one that is there.
  mutating func add(from tail: Int, to head: Int, _ milliseconds: Int32) {
    guard tail != head else { return }
    if let arc = arc(from: tail, to: head) {
      arcs[arc].milliseconds = min(arcs[arc].milliseconds, milliseconds)
      return
    }
    arcs.append(
      Arc(
        tail: Int32(tail), head: Int32(head), milliseconds: milliseconds, nextOut: firstOut[tail],
        nextIn: firstIn[head]))
    firstOut[tail] = Int32(arcs.count - 1)
    firstIn[head] = Int32(arcs.count - 1)
  }

  private func arc(from tail: Int, to head: Int) -> Int? {
    var arc = Int(firstOut[tail])
    while arc >= 0 {
      if Int(arcs[arc].head) == head { return arc }
      arc = Int(arcs[arc].nextOut)
    }
    return nil
  }

  /// Takes nodes away, those first that add least.
  /// - Parameter growth: how many arcs the graph may have more for each node less.
  mutating func run(growth: Int) {
    // Nodes by the arcs they add; each that saves more than eight is as good as another.
    var waiting = [[Int32]](repeating: [], count: max(0, growth + 9))
    var bucketOf = [Int32](repeating: -1, count: firstOut.count)
    func wait(_ node: Int, _ arcs: Int) {
      let bucket = max(0, arcs + 8)
      guard Int(bucketOf[node]) != bucket else { return }
      bucketOf[node] = bucket < waiting.count ? Int32(bucket) : -1
      if bucket < waiting.count { waiting[bucket].append(Int32(node)) }
    }
    for node in placeCount..<firstOut.count where !isGone[node] { wait(node, growthWithout(node)) }
    var bucket = 0
    while bucket < waiting.count {
      guard let node = waiting[bucket].popLast().map({ Int($0) }) else {
        bucket += 1
        continue
      }
      guard !isGone[node], Int(bucketOf[node]) == bucket else { continue }
      for neighbour in take(node) {
        guard neighbour >= placeCount else {
          _ = tidy(leaving: neighbour)
          continue
        }
        wait(neighbour, growthWithout(neighbour))
        if bucketOf[neighbour] >= 0 { bucket = min(bucket, Int(bucketOf[neighbour])) }
      }
    }
  }

  /// How many arcs there are more when a node is taken away.
  private mutating func growthWithout(_ node: Int) -> Int {
    let (coming, leaving) = (tidy(comingTo: node), tidy(leaving: node))
    guard coming * leaving <= Self.mostWays else { return .max / 2 }
    var count = 0
    var before = Int(firstIn[node])
    while before >= 0 {
      var after = Int(firstOut[node])
      while after >= 0 {
        let (tail, head) = (Int(arcs[before].tail), Int(arcs[after].head))
        if tail != head, arc(from: tail, to: head) == nil { count += 1 }
        after = Int(arcs[after].nextOut)
      }
      before = Int(arcs[before].nextIn)
    }
    return count - coming - leaving
  }

  /// Ways over a node that are looked at: where more lead over it, it stays.
  private static let mostWays = 400

  /// Takes a node away.
  /// - Returns: its neighbours, in the order of arcs; some twice.
  private mutating func take(_ node: Int) -> [Int] {
    isGone[node] = true
    var neighbours: [Int] = []
    var before = Int(firstIn[node])
    while before >= 0 {
      neighbours.append(Int(arcs[before].tail))
      before = Int(arcs[before].nextIn)
    }
    let comingCount = neighbours.count
    var after = Int(firstOut[node])
    while after >= 0 {
      let (head, milliseconds) = (Int(arcs[after].head), arcs[after].milliseconds)
      before = Int(firstIn[node])
      for tail in neighbours.prefix(comingCount) {
        let (sum, overflows) = arcs[before].milliseconds.addingReportingOverflow(milliseconds)
        if !overflows { add(from: tail, to: head, sum) }
        before = Int(arcs[before].nextIn)
      }
      neighbours.append(head)
      after = Int(arcs[after].nextOut)
    }
    return neighbours
  }

  /// Takes away arcs that are no shorter than the way over one other node, whose arcs are shorter
  /// still: of what is left every shortest way can be made.
  mutating func dropDetours() {
    var shortest = [Int32](repeating: .max, count: firstOut.count)
    var reached: [Int] = []
    for node in firstOut.indices where !isGone[node] {
      _ = tidy(leaving: node)
      var first = Int(firstOut[node])
      while first >= 0 {
        let (middle, milliseconds) = (Int(arcs[first].head), arcs[first].milliseconds)
        if middle >= placeCount, milliseconds > 0 {
          _ = tidy(leaving: middle)
          var second = Int(firstOut[middle])
          while second >= 0 {
            let (sum, overflows) = milliseconds.addingReportingOverflow(arcs[second].milliseconds)
            if !overflows, arcs[second].milliseconds > 0 {
              let head = Int(arcs[second].head)
              shortest[head] = min(shortest[head], sum)
              reached.append(head)
            }
            second = Int(arcs[second].nextOut)
          }
        }
        first = Int(arcs[first].nextOut)
      }
      first = Int(firstOut[node])
      while first >= 0 {
        if arcs[first].milliseconds >= shortest[Int(arcs[first].head)] {
          arcs[first].isDropped = true
        }
        first = Int(arcs[first].nextOut)
      }
      for head in reached { shortest[head] = .max }
      reached.removeAll(keepingCapacity: true)
    }
    for node in firstOut.indices where !isGone[node] {
      _ = tidy(leaving: node)
      _ = tidy(comingTo: node)
    }
  }

  /// Takes the arcs from a node's chain that were dropped or whose other end is gone.
  /// - Returns: how many are left.
  private mutating func tidy(leaving node: Int) -> Int {
    var (count, last, arc) = (0, -1, Int(firstOut[node]))
    firstOut[node] = -1
    while arc >= 0 {
      let next = Int(arcs[arc].nextOut)
      if !arcs[arc].isDropped, !isGone[Int(arcs[arc].head)] {
        if last < 0 { firstOut[node] = Int32(arc) } else { arcs[last].nextOut = Int32(arc) }
        arcs[arc].nextOut = -1
        (last, count) = (arc, count + 1)
      }
      arc = next
    }
    return count
  }

  private mutating func tidy(comingTo node: Int) -> Int {
    var (count, last, arc) = (0, -1, Int(firstIn[node]))
    firstIn[node] = -1
    while arc >= 0 {
      let next = Int(arcs[arc].nextIn)
      if !arcs[arc].isDropped, !isGone[Int(arcs[arc].tail)] {
        if last < 0 { firstIn[node] = Int32(arc) } else { arcs[last].nextIn = Int32(arc) }
        arcs[arc].nextIn = -1
        (last, count) = (arc, count + 1)
      }
      arc = next
    }
    return count
  }

  /// What is left, numbered anew: nodes by distance from the first one, so that those that searches
  /// visit together lie side by side in memory.
  mutating func rows() -> (starts: [Int32], arcs: [StreetOverlay.Arc]) {
    var numbers = [Int32](repeating: -1, count: firstOut.count)
    var order = Array(0..<placeCount)
    for place in order { numbers[place] = Int32(place) }
    var next = placeCount
    for node in placeCount..<firstOut.count where !isGone[node] && numbers[node] < 0 {
      numbers[node] = Int32(order.count)
      order.append(node)
      while next < order.count {
        for arc in leaving(order[next]) where numbers[Int(arcs[arc].head)] < 0 {
          numbers[Int(arcs[arc].head)] = Int32(order.count)
          order.append(Int(arcs[arc].head))
        }
        next += 1
      }
    }
    var starts: [Int32] = [0]
    var rows: [StreetOverlay.Arc] = []
    for node in order {
      rows += leaving(node).map {
        StreetOverlay.Arc(head: numbers[Int(arcs[$0].head)], milliseconds: arcs[$0].milliseconds)
      }.sorted { ($0.milliseconds, $0.head) < ($1.milliseconds, $1.head) }
      starts.append(Int32(rows.count))
    }
    return (starts, rows)
  }

  private mutating func leaving(_ node: Int) -> [Int] {
    _ = tidy(leaving: node)
    var found: [Int] = []
    var arc = Int(firstOut[node])
    while arc >= 0 {
      found.append(arc)
      arc = Int(arcs[arc].nextOut)
    }
    return found
  }
}
