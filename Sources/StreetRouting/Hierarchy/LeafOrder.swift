/// Orders the last few nodes of a dissection by minimum degree, neighbours in the separators
/// around counted, since those are eliminated later.
struct LeafOrder {
  /// As many nodes as bits in a row of the adjacency matrix.
  static let largestLeaf = 32

  private var slot: [Int32]
  private var rows: [UInt64] = []
  private var slotted: [Int32] = []

  init(nodeCount: Int) {
    slot = [Int32](repeating: -1, count: nodeCount)
  }

  /// Appends the leaf in the order of elimination.
  mutating func append(_ leaf: [Int32], of graph: NeighborRows, to order: inout [Int32]) {
    precondition(leaf.count <= Self.largestLeaf)
    slotted.removeAll(keepingCapacity: true)
    rows.removeAll(keepingCapacity: true)
    for node in leaf { take(node) }
    for node in leaf {
      var row: UInt64 = 0
      for index in Int(graph.first[Int(node)])..<Int(graph.first[Int(node) + 1]) {
        let neighbor = graph.neighbors[index]
        if slot[Int(neighbor)] < 0 {
          // Of very many neighbours around the last ones do not count.
          guard slotted.count < UInt64.bitWidth else { continue }
          take(neighbor)
        }
        row |= 1 << UInt64(slot[Int(neighbor)])
      }
      rows.append(row)
    }
    for node in slotted { slot[Int(node)] = -1 }
    var remaining = leaf.isEmpty ? 0 : (UInt64.max >> UInt64(UInt64.bitWidth - leaf.count))
    while remaining != 0 {
      let chosen = fewestNeighbors(remaining)
      order.append(leaf[chosen])
      remaining &= ~(1 << UInt64(chosen))
      let row = rows[chosen]
      var members = row & remaining
      while members != 0 {
        let member = members.trailingZeroBitCount
        members &= members - 1
        rows[member] = (rows[member] | row) & ~(1 << UInt64(chosen)) & ~(1 << UInt64(member))
      }
    }
  }

  private mutating func take(_ node: Int32) {
    slot[Int(node)] = Int32(slotted.count)
    slotted.append(node)
  }

  private func fewestNeighbors(_ remaining: UInt64) -> Int {
    var (best, fewest) = (0, Int.max)
    var members = remaining
    while members != 0 {
      let member = members.trailingZeroBitCount
      members &= members - 1
      let count = rows[member].nonzeroBitCount
      if count < fewest { (best, fewest) = (member, count) }
    }
    return best
  }
}
