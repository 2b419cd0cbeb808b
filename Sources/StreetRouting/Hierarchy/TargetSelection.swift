/// The part of a hierarchy that leads to some targets, with its weights: all ancestors of all
/// their ends, numbered from the highest rank down.
///
/// Source: RPHAST (Delling, Goldberg, Werneck: Faster Batched Shortest Paths in Road Networks,
/// 2011), with the ancestors of the elimination tree instead of a search.
struct TargetSelection: Sendable {
  /// The position of every rank in the selection, or -1.
  private(set) var positions: [Int32]
  /// The arcs of position `p` are `first[p]..<first[p + 1]`.
  private(set) var first: [Int32] = [0]
  /// Where an arc comes from, an earlier position.
  private(set) var tails: [Int32] = []
  private(set) var times: [Int32] = []
  /// The ends of target `t` are `firstEnd[t]..<firstEnd[t + 1]`.
  private(set) var firstEnd: [Int32] = [0]
  private(set) var endPositions: [Int32] = []
  private(set) var endTimes: [Int32] = []

  var count: Int { first.count - 1 }
  var targetCount: Int { firstEnd.count - 1 }

  init(_ weights: HierarchyWeights, _ targets: [[GraphEnd]], _ direction: TravelDirection) {
    let hierarchy = weights.hierarchy
    var set = RankSet(count: hierarchy.nodeCount)
    for end in targets.joined() {
      set.insertAncestors(of: hierarchy.ranks[Int(end.node)], hierarchy.parents)
    }
    var ranks: [Int32] = []
    set.drain(into: &ranks)
    positions = [Int32](repeating: -1, count: hierarchy.nodeCount)
    first.reserveCapacity(ranks.count + 1)
    for (position, rank) in ranks.reversed().enumerated() {
      positions[Int(rank)] = Int32(position)
      for arc in hierarchy.upwardArcs(of: Int(rank)) {
        let time = weights.time(arc, isUpward: direction == .fromTargets)
        guard time < HierarchyWeights.unreachable else { continue }
        tails.append(positions[Int(hierarchy.upwardHeads[arc])])
        times.append(time)
      }
      first.append(Int32(tails.count))
    }
    for ends in targets {
      for end in ends {
        endPositions.append(positions[Int(hierarchy.ranks[Int(end.node)])])
        endTimes.append(end.clampedMilliseconds)
      }
      firstEnd.append(Int32(endTimes.count))
    }
  }
}

extension GraphEnd {
  /// At most ``HierarchyWeights/unreachable``.
  var clampedMilliseconds: Int32 {
    precondition(milliseconds >= 0, "an end's time is negative")
    return min(milliseconds, HierarchyWeights.unreachable)
  }
}
