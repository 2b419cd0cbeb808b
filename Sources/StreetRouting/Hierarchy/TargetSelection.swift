/// The part of a hierarchy that leads to some targets: all ancestors of all their ends.
///
/// Source: RPHAST (Delling, Goldberg, Werneck: Faster Batched Shortest Paths in Road Networks,
/// 2011), with the ancestors of the elimination tree instead of a search.
struct TargetSelection: Sendable {
  /// The selected ranks, the highest first.
  private(set) var ranks: [Int32] = []
  /// The ends of target `t` are `firstEnd[t]..<firstEnd[t + 1]`.
  private(set) var firstEnd: [Int32] = [0]
  private(set) var endRanks: [Int32] = []
  private(set) var endTimes: [Int32] = []

  var targetCount: Int { firstEnd.count - 1 }

  init(_ hierarchy: ContractionHierarchy, _ targets: [[GraphEnd]]) {
    var set = RankSet(count: hierarchy.nodeCount)
    firstEnd.reserveCapacity(targets.count + 1)
    endRanks.reserveCapacity(targets.count)
    endTimes.reserveCapacity(targets.count)
    for ends in targets {
      for end in ends {
        let rank = hierarchy.ranks[Int(end.node)]
        set.insertAncestors(of: rank, hierarchy.parents)
        endRanks.append(rank)
        endTimes.append(end.clampedMilliseconds)
      }
      firstEnd.append(Int32(endTimes.count))
    }
    set.drain(into: &ranks)
    ranks.reverse()
  }
}
