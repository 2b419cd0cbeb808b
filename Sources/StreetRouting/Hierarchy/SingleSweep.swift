/// A search from one source to a selection: up the hierarchy over the ancestors of the source,
/// then down the selection. Times lie by rank, so that nothing has to be numbered for it.
struct SingleSweep: Sendable {
  private var set: RankSet
  /// The ancestors of the source, the lowest first.
  private var climbed: [Int32] = []
  /// By rank; unreachable between two searches.
  private var times: [Int32]

  init(_ hierarchy: ContractionHierarchy) {
    set = RankSet(count: hierarchy.nodeCount)
    times = [Int32](repeating: HierarchyWeights.unreachable, count: hierarchy.nodeCount)
  }

  /// Appends the times to all targets.
  mutating func run(
    _ weights: HierarchyWeights, _ selection: TargetSelection, _ direction: StreetDirection,
    from source: [GraphEnd], row: inout [Int32]
  ) {
    let hierarchy = weights.hierarchy
    for end in source {
      let rank = hierarchy.ranks[Int(end.node)]
      set.insertAncestors(of: rank, hierarchy.parents)
      times[Int(rank)] = min(times[Int(rank)], end.clampedMilliseconds)
    }
    climbed.removeAll(keepingCapacity: true)
    set.drain(into: &climbed)
    Self.climb(weights, isUpward: direction == .forward, climbed, &times)
    Self.descend(weights, isUpward: direction == .backward, selection.ranks, &times)
    Self.append(selection, times, to: &row)
    Self.clear(climbed, &times)
    Self.clear(selection.ranks, &times)
  }

  private static func climb(
    _ weights: HierarchyWeights, isUpward: Bool, _ climbed: [Int32], _ store: inout [Int32]
  ) {
    let first = weights.hierarchy.firstUpward.span
    let heads = weights.hierarchy.upwardHeads.span
    let arcs = weights.arcs.span
    let ranks = climbed.span
    var times = store.mutableSpan
    for index in ranks.indices {
      let rank = Int(ranks[index])
      let here = times[rank]
      for arc in Int(first[rank])..<Int(first[rank + 1]) {
        let head = Int(heads[arc])
        times[head] = min(times[head], here &+ (isUpward ? arcs[arc].x : arcs[arc].y))
      }
    }
  }

  private static func descend(
    _ weights: HierarchyWeights, isUpward: Bool, _ selected: [Int32], _ store: inout [Int32]
  ) {
    let first = weights.hierarchy.firstUpward.span
    let heads = weights.hierarchy.upwardHeads.span
    let arcs = weights.arcs.span
    let ranks = selected.span
    var times = store.mutableSpan
    for index in ranks.indices {
      let rank = Int(ranks[index])
      var best = times[rank]
      // Backwards like the ranks, so that memory is read in one direction.
      for arc in (Int(first[rank])..<Int(first[rank + 1])).reversed() {
        best = min(best, times[Int(heads[arc])] &+ (isUpward ? arcs[arc].x : arcs[arc].y))
      }
      times[rank] = best
    }
  }

  private static func append(
    _ selection: TargetSelection, _ times: [Int32], to row: inout [Int32]
  ) {
    let (ends, endTimes) = (selection.endRanks.span, selection.endTimes.span)
    let firstEnd = selection.firstEnd.span
    for target in 0..<selection.targetCount {
      var best = HierarchyWeights.unreachable
      for end in Int(firstEnd[target])..<Int(firstEnd[target + 1]) {
        best = min(best, times[Int(ends[end])] &+ endTimes[end])
      }
      row.append(best)
    }
  }

  private static func clear(_ ranks: [Int32], _ store: inout [Int32]) {
    var times = store.mutableSpan
    for rank in ranks { times[Int(rank)] = HierarchyWeights.unreachable }
  }
}
