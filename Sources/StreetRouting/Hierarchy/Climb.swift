/// One side of a query: the ancestors of its ends, lowest first.
struct Climb: Sendable {
  /// By rank; unreachable where the climb has not been.
  private var times: [Int32] = []
  /// The lower rank that each rank was reached from, or -1 for an end.
  private var previous: [Int32] = []
  private var reached: [Int32] = []
  /// The ranks from which ends climb on, without equal ones.
  private var tips: [Int32] = []
  /// The lowest of them, or `end`.
  private(set) var next = Climb.end
  /// Above every rank.
  static let end = Int32.max

  mutating func begin(_ hierarchy: ContractionHierarchy, _ ends: [GraphEnd]) {
    if times.count != hierarchy.nodeCount {
      times = [Int32](repeating: HierarchyWeights.unreachable, count: hierarchy.nodeCount)
      previous = [Int32](repeating: -1, count: hierarchy.nodeCount)
    } else {
      for rank in reached { times[Int(rank)] = HierarchyWeights.unreachable }
    }
    reached.removeAll(keepingCapacity: true)
    tips.removeAll(keepingCapacity: true)
    for end in ends {
      let rank = hierarchy.ranks[Int(end.node)]
      reached.append(rank)
      previous[Int(rank)] = -1
      times[Int(rank)] = min(times[Int(rank)], end.clampedMilliseconds)
      if !tips.contains(rank) { tips.append(rank) }
    }
    next = tips.min() ?? Self.end
  }

  func time(at rank: Int32) -> Int32 { times[Int(rank)] }

  /// Searches from a rank, the lowest tip, and climbs on to its parent.
  mutating func leave(
    _ rank: Int32, _ weights: HierarchyWeights, isUpward: Bool, before limit: Int32
  ) {
    let hierarchy = weights.hierarchy
    let time = times[Int(rank)]
    if time < limit { relax(rank, time, weights, isUpward: isUpward) }
    let parent = hierarchy.parents[Int(rank)]
    if tips.count == 1 {
      if parent >= 0 {
        tips[0] = parent
        next = parent
      } else {
        tips.removeAll(keepingCapacity: true)
        next = Self.end
      }
      return
    }
    tips.removeAll { $0 == rank }
    if parent >= 0, !tips.contains(parent) { tips.append(parent) }
    next = tips.min() ?? Self.end
  }

  private mutating func relax(
    _ rank: Int32, _ time: Int32, _ weights: HierarchyWeights, isUpward: Bool
  ) {
    let heads = weights.hierarchy.upwardHeads.span
    let arcs = weights.arcs.span
    let row = weights.hierarchy.upwardArcs(of: Int(rank))
    for arc in row {
      let head = Int(heads[arc])
      let later = time &+ (isUpward ? arcs[arc].x : arcs[arc].y)
      let before = times[head]
      guard later < before else { continue }
      if before == HierarchyWeights.unreachable { reached.append(Int32(head)) }
      times[head] = later
      previous[head] = rank
    }
  }

  /// The ranks of the path to a rank, from it down to the end.
  func ranks(to rank: Int32) -> [Int32] {
    var ranks: [Int32] = []
    var rank = rank
    while rank >= 0 {
      ranks.append(rank)
      rank = previous[Int(rank)]
    }
    return ranks
  }

  /// The first end that gave a rank its time.
  func end(at rank: Int32, _ ends: [GraphEnd], _ hierarchy: ContractionHierarchy) -> Int? {
    ends.firstIndex {
      hierarchy.ranks[Int($0.node)] == rank && $0.clampedMilliseconds == times[Int(rank)]
    }
  }
}
