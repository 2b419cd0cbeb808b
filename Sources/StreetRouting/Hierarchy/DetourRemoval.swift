/// Closes arcs of a customized hierarchy that no shortest path needs: those longer than a way
/// over higher ranks (the perfect customization of Dibbelt, Strasser, Wagner, 2016).
///
/// From the highest rank down every arc of a row is compared with the ways over each other head
/// of the row, since two heads of a row are joined by an arc, which has been compared before.
enum DetourRemoval {
  static func run(_ hierarchy: ContractionHierarchy, _ arcs: inout [SIMD2<Int32>]) {
    var shortest = arcs
    shorten(hierarchy, &shortest)
    let unreachable = HierarchyWeights.unreachable
    for arc in arcs.indices {
      if shortest[arc].x < arcs[arc].x { arcs[arc].x = unreachable }
      if shortest[arc].y < arcs[arc].y { arcs[arc].y = unreachable }
    }
  }

  private static func shorten(
    _ hierarchy: ContractionHierarchy, _ store: inout [SIMD2<Int32>]
  ) {
    let firstUpward = hierarchy.firstUpward.span
    let heads = hierarchy.upwardHeads.span
    var arcs = store.mutableSpan
    for rank in stride(from: hierarchy.nodeCount - 1, through: 0, by: -1) {
      let row = Int(firstUpward[rank])..<Int(firstUpward[rank + 1])
      for near in row {
        // The rest of the row is a part of the row of its head, and both ascend.
        var between = Int(firstUpward[Int(heads[near])])
        var nearTimes = arcs[near]
        for far in (near + 1)..<max(near + 1, row.upperBound) {
          let head = heads[far]
          while heads[between] != head { between += 1 }
          let (farTimes, betweenTimes) = (arcs[far], arcs[between])
          arcs[far] = Customization.lesser(farTimes, nearTimes &+ betweenTimes)
          nearTimes = Customization.lesser(
            nearTimes, farTimes &+ SIMD2(betweenTimes.y, betweenTimes.x))
        }
        arcs[near] = nearTimes
      }
    }
  }
}
