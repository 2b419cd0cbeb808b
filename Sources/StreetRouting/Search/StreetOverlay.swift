/// A street network reduced to what matters between some places: the places, and as few of the
/// network's nodes as keep every shortest time between two of them.
///
/// Nodes are contracted (Geisberger, Sanders, Schultes, Delling, 2008) as long as that makes the
/// graph no larger: arcs over a node replace it. No witness is searched, so an arc may be longer than
/// the way over others; the shortest times are the same to the millisecond.
public struct StreetOverlay: Sendable {
  public struct Arc: Sendable, Equatable {
    public var head: Int32
    public var milliseconds: Int32
  }

  public let placeCount: Int
  /// `arcs[starts[n]..<starts[n + 1]]` leave node `n`: the places first, then nodes of the network.
  /// No shortest way leads over a place.
  public let starts: [Int32]
  public let arcs: [Arc]

  public var nodeCount: Int { starts.count - 1 }

  /// - Parameters:
  ///   - positions: the places; `nil` has no arcs.
  ///   - growth: how many arcs a contraction may add to the graph.
  public init(_ network: StreetNetwork, _ positions: [StreetPosition?], growth: Int = 0) {
    var contraction = Contraction(placeCount: positions.count, network)
    for (place, position) in positions.enumerated() {
      guard let position else { continue }
      for end in network.departures(position) {
        contraction.add(from: place, to: positions.count + Int(end.node), end.milliseconds)
      }
      for end in network.arrivals(position) {
        contraction.add(from: positions.count + Int(end.node), to: place, end.milliseconds)
      }
    }
    for (_, places) in Dictionary(grouping: positions.indices, by: { positions[$0]?.link ?? -1 })
      .sorted(by: { $0.key < $1.key })
    {
      for from in places {
        for to in places where from != to {
          guard let origin = positions[from], let destination = positions[to],
            let milliseconds = network.alongLinkMilliseconds(from: origin, to: destination)
          else { continue }
          contraction.add(from: from, to: to, milliseconds)
        }
      }
    }
    contraction.run(growth: growth)
    placeCount = positions.count
    (starts, arcs) = contraction.rows()
  }
}

/// A graph from which nodes are taken; arcs are chained at both of their ends.
private struct Contraction {
  private struct Arc {
    var tail: Int32
    var head: Int32
    var milliseconds: Int32
    var nextOut: Int32
    var nextIn: Int32
  }

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
    var arc = firstOut[tail]
    while arc >= 0 {
      if arcs[Int(arc)].head == head {
        arcs[Int(arc)].milliseconds = min(arcs[Int(arc)].milliseconds, milliseconds)
        return
      }
      arc = arcs[Int(arc)].nextOut
    }
    arcs.append(
      Arc(
        tail: Int32(tail), head: Int32(head), milliseconds: milliseconds, nextOut: firstOut[tail],
        nextIn: firstIn[head]))
    firstOut[tail] = Int32(arcs.count - 1)
    firstIn[head] = Int32(arcs.count - 1)
  }

  /// Takes nodes away, those first that add least.
  mutating func run(growth: Int) {
    var waiting = Array(placeCount..<firstOut.count)
    for limit in stride(from: -8, through: growth, by: 1) {
      var isWaiting = [Bool](repeating: true, count: firstOut.count)
      var next = 0
      while next < waiting.count {
        let node = waiting[next]
        next += 1
        isWaiting[node] = false
        guard !isGone[node] else { continue }
        let (coming, leaving) = (live(comingTo: node), live(leaving: node))
        // Between n neighbours n² − n arcs at most.
        guard coming.count * leaving.count - coming.count - leaving.count - leaving.count <= limit
        else { continue }
        guard newArcs(coming, leaving) - coming.count - leaving.count <= limit else { continue }
        isGone[node] = true
        for before in coming {
          for after in leaving where arcs[before].tail != arcs[after].head {
            let (sum, overflows) = arcs[before].milliseconds.addingReportingOverflow(
              arcs[after].milliseconds)
            if !overflows { add(from: Int(arcs[before].tail), to: Int(arcs[after].head), sum) }
          }
        }
        for neighbour in coming.map({ Int(arcs[$0].tail) }) + leaving.map({ Int(arcs[$0].head) })
        where neighbour >= placeCount && !isWaiting[neighbour] {
          isWaiting[neighbour] = true
          waiting.append(neighbour)
        }
      }
      waiting = (placeCount..<firstOut.count).filter { !isGone[$0] }
    }
  }

  /// How many arcs between neighbours are not there yet.
  private func newArcs(_ coming: [Int], _ leaving: [Int]) -> Int {
    var count = 0
    for before in coming {
      for after in leaving where arcs[before].tail != arcs[after].head {
        var arc = firstOut[Int(arcs[before].tail)]
        while arc >= 0, arcs[Int(arc)].head != arcs[after].head { arc = arcs[Int(arc)].nextOut }
        if arc < 0 { count += 1 }
      }
    }
    return count
  }

  /// The arcs of a node whose other end is there; others are taken from its chain.
  private mutating func live(leaving node: Int) -> [Int] {
    var found: [Int] = []
    var arc = firstOut[node]
    while arc >= 0 {
      if !isGone[Int(arcs[Int(arc)].head)] { found.append(Int(arc)) }
      arc = arcs[Int(arc)].nextOut
    }
    firstOut[node] = Int32(found.first ?? -1)
    for (position, arc) in found.enumerated() {
      arcs[arc].nextOut = position + 1 < found.count ? Int32(found[position + 1]) : -1
    }
    return found
  }

  private mutating func live(comingTo node: Int) -> [Int] {
    var found: [Int] = []
    var arc = firstIn[node]
    while arc >= 0 {
      if !isGone[Int(arcs[Int(arc)].tail)] { found.append(Int(arc)) }
      arc = arcs[Int(arc)].nextIn
    }
    firstIn[node] = Int32(found.first ?? -1)
    for (position, arc) in found.enumerated() {
      arcs[arc].nextIn = position + 1 < found.count ? Int32(found[position + 1]) : -1
    }
    return found
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
        for arc in live(leaving: order[next]) where numbers[Int(arcs[arc].head)] < 0 {
          numbers[Int(arcs[arc].head)] = Int32(order.count)
          order.append(Int(arcs[arc].head))
        }
        next += 1
      }
    }
    var starts: [Int32] = [0]
    var rows: [StreetOverlay.Arc] = []
    for node in order {
      rows += live(leaving: node).map {
        StreetOverlay.Arc(head: numbers[Int(arcs[$0].head)], milliseconds: arcs[$0].milliseconds)
      }.sorted { ($0.milliseconds, $0.head) < ($1.milliseconds, $1.head) }
      starts.append(Int32(rows.count))
    }
    return (starts, rows)
  }
}
