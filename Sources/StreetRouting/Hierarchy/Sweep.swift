/// A search from several sources side by side to a selection: up the hierarchy over the ancestors
/// of the sources, then down the selection, without a queue. One per thread; it keeps its memory.
struct Sweep: Sendable {
  private typealias Times = SixteenTimes

  private var set: RankSet
  /// The ancestors of the sources, the lowest first.
  private var climbed: [Int32] = []
  /// The position of a rank in `climbed`; of other ranks anything.
  private var places: [Int32]
  private var upward: [Times] = []
  /// By position in the selection.
  private var times: [Times] = []

  init(_ hierarchy: ContractionHierarchy) {
    set = RankSet(count: hierarchy.nodeCount)
    places = [Int32](repeating: 0, count: hierarchy.nodeCount)
  }

  /// Appends a row of times to all targets for each source.
  /// - Parameter arcs: the arcs of the selection, or `nil` to read them from the hierarchy.
  /// - Precondition: there are at most as many sources as lanes.
  mutating func run(
    _ weights: HierarchyWeights, _ selection: TargetSelection,
    _ positions: SelectedPositions, _ arcs: SelectedArcs?, _ direction: StreetDirection,
    from sources: ArraySlice<[GraphEnd]>, rows: inout [Int32]
  ) {
    precondition(sources.count <= Times.lanes)
    climb(weights, isUpward: direction == .forward, sources)
    takeClimb(positions)
    if let arcs {
      Self.descend(arcs, &times)
    } else {
      let isUpward = direction == .backward
      Self.descend(weights, selection, positions, isUpward: isUpward, &times)
    }
    Self.append(sources.count, selection, positions, times, to: &rows)
  }

  /// Appends the rows of the first lanes.
  private static func append(
    _ sources: Int, _ selection: TargetSelection, _ positions: SelectedPositions,
    _ times: [Times], to store: inout [Int32]
  ) {
    let (ends, endTimes) = (positions.ends.span, selection.endTimes.span)
    let firstEnd = selection.firstEnd.span
    let times = times.span
    let targets = selection.targetCount
    let before = store.count
    store.resize(before + sources * targets)
    var rows = store.mutableSpan
    for target in 0..<targets {
      var best = Times.unreachable
      for end in Int(firstEnd[target])..<Int(firstEnd[target + 1]) {
        best = best.lesser(times[Int(ends[end])], later: endTimes[end])
      }
      for lane in 0..<sources { rows[before + lane * targets + target] = best[lane: lane] }
    }
  }

  private mutating func climb(
    _ weights: HierarchyWeights, isUpward: Bool, _ sources: ArraySlice<[GraphEnd]>
  ) {
    let hierarchy = weights.hierarchy
    for end in sources.joined() {
      set.insertAncestors(of: hierarchy.ranks[Int(end.node)], hierarchy.parents)
    }
    climbed.removeAll(keepingCapacity: true)
    set.drain(into: &climbed)
    for (place, rank) in climbed.enumerated() { places[Int(rank)] = Int32(place) }
    upward.removeAll(keepingCapacity: true)
    upward.append(contentsOf: repeatElement(Times.unreachable, count: climbed.count))
    for (lane, ends) in sources.enumerated() {
      for end in ends {
        let place = Int(places[Int(hierarchy.ranks[Int(end.node)])])
        upward[place][lane: lane] = min(upward[place][lane: lane], end.clampedMilliseconds)
      }
    }
    Self.climb(weights, isUpward: isUpward, climbed, places, &upward)
  }

  private static func climb(
    _ weights: HierarchyWeights, isUpward: Bool, _ climbed: [Int32], _ places: [Int32],
    _ store: inout [Times]
  ) {
    let places = places.span
    let heads = weights.hierarchy.upwardHeads.span
    let first = weights.hierarchy.firstUpward.span
    let arcs = weights.arcs.span
    var upward = store.mutableSpan
    for (place, rank) in climbed.enumerated() {
      let here = upward[place]
      for arc in Int(first[Int(rank)])..<Int(first[Int(rank) + 1]) {
        let head = Int(places[Int(heads[arc])])
        let time = isUpward ? arcs[arc].x : arcs[arc].y
        upward[head] = upward[head].lesser(here, later: time)
      }
    }
  }

  /// Starts the descent where the climb came into the selection.
  private mutating func takeClimb(_ positions: SelectedPositions) {
    times.removeAll(keepingCapacity: true)
    times.append(contentsOf: repeatElement(Times.unreachable, count: positions.count))
    for (place, rank) in climbed.enumerated() {
      let position = positions.byRank[Int(rank)]
      if position >= 0 { times[Int(position)] = upward[place] }
    }
  }

  private static func descend(_ arcs: SelectedArcs, _ store: inout [Times]) {
    let first = arcs.first.span
    let tails = arcs.tails.span
    let weights = arcs.times.span
    var times = store.mutableSpan
    for position in times.indices {
      var best = times[position]
      for arc in Int(first[position])..<Int(first[position + 1]) {
        best = best.lesser(times[Int(tails[arc])], later: weights[arc])
      }
      times[position] = best
    }
  }

  private static func descend(
    _ weights: HierarchyWeights, _ selection: TargetSelection, _ selected: SelectedPositions,
    isUpward: Bool, _ store: inout [Times]
  ) {
    let first = weights.hierarchy.firstUpward.span
    let heads = weights.hierarchy.upwardHeads.span
    let arcs = weights.arcs.span
    let positions = selected.byRank.span
    var times = store.mutableSpan
    for (position, rank) in selection.ranks.enumerated() {
      var best = times[position]
      // Backwards like the ranks, so that memory is read in one direction.
      for arc in (Int(first[Int(rank)])..<Int(first[Int(rank) + 1])).reversed() {
        let tail = Int(positions[Int(heads[arc])])
        best = best.lesser(times[tail], later: isUpward ? arcs[arc].x : arcs[arc].y)
      }
      times[position] = best
    }
  }
}
