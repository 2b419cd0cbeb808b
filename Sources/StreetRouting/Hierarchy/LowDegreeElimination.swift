/// Eliminates nodes of few neighbours before a dissection: dead ends, chains and junctions of
/// three, which never belong into a separator.
///
/// The neighbours of an eliminated node become neighbours of one another. Degrees up to two keep
/// the best order attainable, three (star to triangle) keeps the graph as sparse. A round takes
/// independent nodes, so a chain of n nodes becomes log n levels of the elimination tree.
struct LowDegreeElimination {
  /// The eliminated nodes, first to last.
  private(set) var order: [Int32] = []
  /// The remaining nodes, ascending.
  private(set) var remaining: [Int32] = []
  /// The graph of the remaining nodes, by position in `remaining`.
  private(set) var rows = NeighborRows(first: [0], neighbors: [])

  /// Room for neighbours that a node gains.
  private static let spareNeighbors = 4

  private var start: [Int32] = []
  private var degree: [Int32] = []
  private var slots: [Int32] = []
  private var isEliminated: [Bool]

  init(_ graph: NeighborRows, largestDegree: Int) {
    let nodes = graph.nodeCount
    isEliminated = [Bool](repeating: false, count: nodes)
    start.reserveCapacity(nodes + 1)
    degree.reserveCapacity(nodes)
    slots.reserveCapacity(graph.neighbors.count + nodes * Self.spareNeighbors)
    for node in 0..<nodes {
      start.append(Int32(slots.count))
      degree.append(graph.first[node + 1] - graph.first[node])
      slots += graph.neighbors[Int(graph.first[node])..<Int(graph.first[node + 1])]
      slots += repeatElement(0, count: Self.spareNeighbors)
    }
    start.append(Int32(slots.count))
    // Dead ends together with chains: from its ends alone a chain would become a chain.
    for limit in 2...max(2, largestDegree) { eliminate(upTo: limit) }
    collect()
  }

  private mutating func eliminate(upTo limit: Int) {
    var candidates = (0..<Int32(degree.count)).filter {
      !isEliminated[Int($0)] && degree[Int($0)] <= limit
    }
    // The round in which a node was last touched.
    var touched = [Int32](repeating: -1, count: degree.count)
    var round: Int32 = 0
    while !candidates.isEmpty {
      var next: [Int32] = []
      let before = order.count
      for node in candidates where !isEliminated[Int(node)] && degree[Int(node)] <= limit {
        guard touched[Int(node)] != round else {
          next.append(node)
          continue
        }
        guard hasRoom(around: Int(node)) else { continue }
        let from = Int(start[Int(node)])
        for index in from..<(from + Int(degree[Int(node)])) {
          let neighbor = slots[index]
          if touched[Int(neighbor)] != round { next.append(neighbor) }
          touched[Int(neighbor)] = round
        }
        eliminate(Int(node))
      }
      if order.count == before { break }
      candidates = next
      round += 1
    }
  }

  /// Whether every neighbour can take the others in.
  private func hasRoom(around node: Int) -> Bool {
    let from = Int(start[node])
    return (from..<(from + Int(degree[node]))).allSatisfy { index in
      let neighbor = Int(slots[index])
      return Int(start[neighbor]) + Int(degree[neighbor] + degree[node]) - 2
        <= Int(start[neighbor + 1])
    }
  }

  private mutating func eliminate(_ node: Int) {
    isEliminated[node] = true
    order.append(Int32(node))
    let row = Int(start[node])..<Int(start[node] + degree[node])
    for index in row {
      let neighbor = Int(slots[index])
      remove(node, from: neighbor)
      for other in row where other != index { insert(slots[other], into: neighbor) }
    }
  }

  private mutating func remove(_ node: Int, from other: Int) {
    let last = Int(start[other] + degree[other]) - 1
    for index in Int(start[other])...last where slots[index] == Int32(node) {
      slots[index] = slots[last]
      break
    }
    degree[other] -= 1
  }

  private mutating func insert(_ node: Int32, into other: Int) {
    let end = Int(start[other] + degree[other])
    for index in Int(start[other])..<end where slots[index] == node { return }
    slots[end] = node
    degree[other] += 1
  }

  private mutating func collect() {
    var position = [Int32](repeating: -1, count: degree.count)
    for node in degree.indices where !isEliminated[node] {
      position[node] = Int32(remaining.count)
      remaining.append(Int32(node))
    }
    for node in remaining {
      let from = Int(start[Int(node)])
      for index in from..<(from + Int(degree[Int(node)])) {
        rows.neighbors.append(position[Int(slots[index])])
      }
      rows.first.append(Int32(rows.neighbors.count))
    }
    (start, degree, slots, isEliminated) = ([], [], [], [])
  }
}
