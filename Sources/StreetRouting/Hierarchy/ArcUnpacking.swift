/// Turns arcs of the hierarchy into arcs of the graph.
struct ArcUnpacking {
  private let weights: HierarchyWeights
  private(set) var arcs: [Int32] = []

  init(_ weights: HierarchyWeights) {
    self.weights = weights
  }

  /// An arc between two ranks that is still to be unpacked.
  private struct Packed {
    var lower: Int32
    var upper: Int32
    var isUpward: Bool
  }

  /// Appends the arcs of the graph that an arc stands for.
  mutating func append(lower: Int32, upper: Int32, isUpward: Bool) {
    var stack = [Packed(lower: lower, upper: upper, isUpward: isUpward)]
    while let packed = stack.popLast() {
      guard let arc = upwardArc(from: packed.lower, to: packed.upper) else { continue }
      let time = weights.time(arc, isUpward: packed.isUpward)
      if let own = graphArc(packed, time) {
        arcs.append(own)
        continue
      }
      guard let middle = middle(packed, time) else { continue }
      // From the lower down to the middle and up to the upper rank, or the other way.
      let low = Packed(lower: middle, upper: packed.lower, isUpward: !packed.isUpward)
      let high = Packed(lower: middle, upper: packed.upper, isUpward: packed.isUpward)
      stack += packed.isUpward ? [high, low] : [low, high]
    }
  }

  /// An arc of the graph that is as long.
  private func graphArc(_ packed: Packed, _ time: Int32) -> Int32? {
    let hierarchy = weights.hierarchy
    let (lower, upper) = (
      hierarchy.nodes[Int(packed.lower)], hierarchy.nodes[Int(packed.upper)]
    )
    let (tail, head) = packed.isUpward ? (lower, upper) : (upper, lower)
    return hierarchy.graph.arcs(of: Int(tail)).first {
      hierarchy.graph.heads[$0] == head && weights.milliseconds[$0] == time
    }.map { Int32($0) }
  }

  /// The lowest rank below both over which the way is as long.
  private func middle(_ packed: Packed, _ time: Int32) -> Int32? {
    let hierarchy = weights.hierarchy
    let (lower, isUpward) = (Int(packed.lower), packed.isUpward)
    for index in Int(hierarchy.firstDownward[lower])..<Int(hierarchy.firstDownward[lower + 1]) {
      let middle = hierarchy.downwardTails[index]
      let below = weights.time(Int(hierarchy.downwardArcs[index]), isUpward: !isUpward)
      guard below <= time, let other = upwardArc(from: middle, to: packed.upper) else { continue }
      if below &+ weights.time(other, isUpward: isUpward) == time { return middle }
    }
    return nil
  }

  private func upwardArc(from lower: Int32, to upper: Int32) -> Int? {
    let heads = weights.hierarchy.upwardHeads
    var row = weights.hierarchy.upwardArcs(of: Int(lower))
    while !row.isEmpty {
      let middle = (row.lowerBound + row.upperBound) / 2
      if heads[middle] == upper { return middle }
      row = heads[middle] < upper ? (middle + 1)..<row.upperBound : row.lowerBound..<middle
    }
    return nil
  }
}
