/// The part of a hierarchy that leads to some targets: all ancestors of all their ends, numbered
/// from the highest rank down.
///
/// Source: RPHAST (Delling, Goldberg, Werneck: Faster Batched Shortest Paths in Road Networks,
/// 2011), with the ancestors of the elimination tree instead of a search.
struct TargetSelection: Sendable {
  /// The selected ranks by position, the highest first.
  private(set) var ranks: [Int32] = []
  /// The position of every rank in the selection, or -1.
  private(set) var positions: [Int32]
  /// The ends of target `t` are `firstEnd[t]..<firstEnd[t + 1]`.
  private(set) var firstEnd: [Int32] = [0]
  private(set) var endPositions: [Int32] = []
  private(set) var endTimes: [Int32] = []

  var targetCount: Int { firstEnd.count - 1 }

  init(_ hierarchy: ContractionHierarchy, _ targets: [[GraphEnd]]) {
    var set = RankSet(count: hierarchy.nodeCount)
    for end in targets.joined() {
      set.insertAncestors(of: hierarchy.ranks[Int(end.node)], hierarchy.parents)
    }
    set.drain(into: &ranks)
    ranks.reverse()
    positions = [Int32](repeating: -1, count: hierarchy.nodeCount)
    for (position, rank) in ranks.enumerated() { positions[Int(rank)] = Int32(position) }
    for ends in targets {
      for end in ends {
        endPositions.append(positions[Int(hierarchy.ranks[Int(end.node)])])
        endTimes.append(end.clampedMilliseconds)
      }
      firstEnd.append(Int32(endTimes.count))
    }
  }
}
