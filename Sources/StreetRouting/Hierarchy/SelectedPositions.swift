/// The ranks of a selection numbered from the highest down, so that the times of many sources
/// lie close together.
struct SelectedPositions: Sendable {
  /// The position of every rank in the selection, or -1.
  private(set) var byRank: [Int32]
  /// How many ranks are selected.
  let count: Int
  /// The position of every end of a target.
  private(set) var ends: [Int32]

  init(_ hierarchy: ContractionHierarchy, _ selection: TargetSelection) {
    count = selection.ranks.count
    byRank = [Int32](repeating: -1, count: hierarchy.nodeCount)
    for (position, rank) in selection.ranks.enumerated() { byRank[Int(rank)] = Int32(position) }
    ends = []
    ends.reserveCapacity(selection.endRanks.count)
    for rank in selection.endRanks { ends.append(byRank[Int(rank)]) }
  }
}
