/// Computes the weights of all upward arcs, both directions at once.
///
/// An arc from `u` up to `w` is at most as long as the way over any lower neighbour `v` of both.
/// Arcs are finished by ascending lower end: for each `v` below `u` the rest of `v`'s row behind
/// `u` is a part of `u`'s row, and both ascend.
enum Customization {
  static func run(
    _ hierarchy: ContractionHierarchy, _ milliseconds: [Int32], _ arcs: inout [SIMD2<Int32>]
  ) {
    takeWeights(hierarchy, milliseconds, &arcs)
    // Position of each head in the row at hand.
    var places = [Int32](repeating: 0, count: hierarchy.nodeCount)
    relax(hierarchy, 0..<hierarchy.nodeCount, &places, &arcs)
  }

  /// The least weight of the graph's arcs that became an upward arc, or unreachable.
  private static func takeWeights(
    _ hierarchy: ContractionHierarchy, _ milliseconds: [Int32], _ store: inout [SIMD2<Int32>]
  ) {
    let slots = hierarchy.weightSlots.span
    let weights = milliseconds.span
    var arcs = store.mutableSpan
    let closed = SIMD2(repeating: HierarchyWeights.unreachable)
    for arc in arcs.indices { arcs[arc] = closed }
    var least: Int32 = 0
    for arc in slots.indices {
      least = min(least, weights[arc])
      let slot = Int(slots[arc])
      guard slot >= 0 else { continue }
      arcs[slot >> 1][slot & 1] = min(arcs[slot >> 1][slot & 1], weights[arc])
    }
    precondition(least >= 0, "a weight is negative")
  }

  private static func relax(
    _ hierarchy: ContractionHierarchy, _ ranks: Range<Int>, _ placeStore: inout [Int32],
    _ store: inout [SIMD2<Int32>]
  ) {
    let firstUpward = hierarchy.firstUpward.span
    let heads = hierarchy.upwardHeads.span
    let firstDownward = hierarchy.firstDownward.span
    let downwardArcs = hierarchy.downwardArcs.span
    let downwardTails = hierarchy.downwardTails.span
    var places = placeStore.mutableSpan
    var arcs = store.mutableSpan
    for rank in ranks {
      let row = Int(firstUpward[rank])..<Int(firstUpward[rank + 1])
      for arc in row { places[Int(heads[arc])] = Int32(arc) }
      for index in Int(firstDownward[rank])..<Int(firstDownward[rank + 1]) {
        let below = Int(downwardArcs[index])
        let end = Int(firstUpward[Int(downwardTails[index]) + 1])
        let way = SIMD2(arcs[below].y, arcs[below].x)
        for other in (below + 1)..<max(below + 1, end) {
          let place = Int(places[Int(heads[other])])
          arcs[place] = lesser(arcs[place], way &+ arcs[other])
        }
      }
    }
  }

  /// The lesser of times lane by lane; the difference of two times is no overflow.
  @inline(__always)
  private static func lesser<Times: SIMD & Sendable>(_ a: Times, _ b: Times) -> Times
  where Times.Scalar == Int32 {
    let difference = b &- a
    return a &+ (difference & (difference &>> 31))
  }
}
