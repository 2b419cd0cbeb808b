/// The open arcs of a selection one after the other, as a sweep reads them; worth the copy where
/// many sources follow.
struct SelectedArcs: Sendable {
  /// The arcs of position `p` are `first[p]..<first[p + 1]`.
  private(set) var first: [Int32] = []
  /// Where an arc comes from, an earlier position.
  private(set) var tails: [Int32] = []
  private(set) var times: [Int32] = []

  init(
    _ weights: HierarchyWeights, _ selection: TargetSelection, _ positions: SelectedPositions,
    isUpward: Bool
  ) {
    let hierarchy = weights.hierarchy
    let most = selection.ranks.reduce(0) { $0 + hierarchy.upwardArcs(of: Int($1)).count }
    first.resize(selection.ranks.count + 1)
    tails.resize(most)
    times.resize(most)
    let count = Self.copy(
      weights, selection, positions, isUpward: isUpward, &first, &tails, &times)
    tails.resize(count)
    times.resize(count)
  }

  private static func copy(
    _ weights: HierarchyWeights, _ selection: TargetSelection, _ selected: SelectedPositions,
    isUpward: Bool, _ firstStore: inout [Int32], _ tailStore: inout [Int32],
    _ timeStore: inout [Int32]
  ) -> Int {
    let firstUpward = weights.hierarchy.firstUpward.span
    let heads = weights.hierarchy.upwardHeads.span
    let arcs = weights.arcs.span
    let positions = selected.byRank.span
    var first = firstStore.mutableSpan
    var tails = tailStore.mutableSpan
    var times = timeStore.mutableSpan
    var count = 0
    for (position, rank) in selection.ranks.enumerated() {
      // Backwards like the ranks, so that memory is read in one direction.
      for arc in (Int(firstUpward[Int(rank)])..<Int(firstUpward[Int(rank) + 1])).reversed() {
        let time = isUpward ? arcs[arc].x : arcs[arc].y
        tails[count] = positions[Int(heads[arc])]
        times[count] = time
        count += time < HierarchyWeights.unreachable ? 1 : 0
      }
      first[position + 1] = Int32(count)
    }
    return count
  }
}
