/// Those who walk between the stops in a window scan: for each place of a `WalkGraph` how many
/// departures, from the first on, have been there.
///
/// Walkers are followed in the order of time and go no further than others have been before with as
/// many departures, so that no walk has to be cut at a length.
struct ScanWalkers<Counts: DepartureCounts>: Sendable {
  /// Those of whom `advance` or `start` learned; whoever reads them takes them away.
  var arrivals: [Arrival] = []
  /// The most departures that have been at each place.
  private var most: [Counts] = []
  /// Empty where stops have no groups.
  private var grouped: [Grouped] = []
  /// Who was sent to each place last: nobody is sent after those who come as early.
  private var sent: [Sent] = []
  /// Those under way, each second's in a list: in second `s` are those of the milliseconds after
  /// `s - 1`.
  private var walkers: [Walker] = []
  private var lists = SlotBlocks()
  private var nextSecond = 0
  /// The walkers of the second that is followed: within it too the order of time holds, or somebody
  /// who comes to a place later would hide who comes earlier.
  private var turns: [Turn] = []
  private var nextTurn = 0
  /// How many arcs lead from the nodes of those who are to be followed to places.
  private var leaving = 0
  /// Arcs to places where somebody comes first with so many departures.
  private var gaining: [Int32] = []

  /// Forgets everything; a second is the last one that matters.
  mutating func reset(_ graph: WalkGraph, seconds: Int) {
    most.fill(.none, count: graph.placeCount)
    grouped.fill(Grouped(), count: graph.hasGroups ? graph.placeCount : 0)
    sent.fill(Sent(), count: graph.placeCount)
    lists.reset(slotCount: min(seconds, Int(Int32.max) / 1000))
    gaining.fill(0, count: graph.mostToPlaces)
    arrivals.removeAll(keepingCapacity: true)
    nextSecond = 0
  }

  /// So many departures begin to walk from a stop.
  mutating func start(_ graph: WalkGraph, from stop: Int, _ counts: Counts, offset: Int32) {
    guard Int(offset) < lists.ends.count else { return }
    leaving = graph.arcsToPlaces(stop).count
    follow(
      graph,
      begun: Walker(
        counts: counts, node: Int32(truncatingIfNeeded: stop), group: graph.groups[stop],
        milliseconds: offset &* 1000))
  }

  /// Follows all walkers until a second.
  mutating func advance(_ graph: WalkGraph, until offset: Int32) {
    let last = min(Int(offset), lists.ends.count - 1)
    while nextSecond <= last {
      if lists.ends[nextSecond] > 0 { pass(graph, nextSecond) }
      nextSecond += 1
    }
    // Who begins to walk in this second may be somewhere in no time.
    nextSecond = max(0, last)
  }

  /// Follows the walkers of a second.
  private mutating func pass(_ graph: WalkGraph, _ second: Int) {
    leaving = 0
    turns.removeAll(keepingCapacity: true)
    nextTurn = 0
    let list = lists.take(second)
    lists.forEachRange(list) { range in
      for position in range {
        let walker = walkers[position]
        if Self.isKnown(walker, Int(walker.node) &- graph.stopCount, most.span, grouped.span) {
          continue
        }
        leaving &+= graph.arcsToPlaces(Int(walker.node)).count
        turns.append(Turn(milliseconds: walker.milliseconds, walker: position))
      }
    }
    turns.sort()
    while nextTurn < turns.count { follow(graph) }
    lists.giveBack(list)
    lists.giveBack(lists.take(second))
  }

  /// Follows somebody who begins to walk; or all whose turn it is, until somebody more has a turn in
  /// the same second.
  ///
  /// Bounds are not checked where a graph has no node, and lists have no position, beyond the arrays.
  private mutating func follow(_ graph: WalkGraph, begun: Walker? = nil) {
    walkers.makeRoom(for: lists.makeRoom(for: leaving), Walker())
    // Moved to locals: several spans cannot borrow one `self`.
    var (mostStore, groupedStore, sentStore) = (taken(&most), taken(&grouped), taken(&sent))
    var (walkerStore, endStore, linkStore) = (
      taken(&walkers), taken(&lists.ends), taken(&lists.links)
    )
    var (gainingStore, turns, arrivals) = (taken(&gaining), taken(&turns), taken(&arrivals))
    var room = lists.room
    do {
      let arcs = graph.arcs.span
      let rows = graph.starts.span
      let stopEnds = graph.stopEnds.span
      let groups = graph.groups.span
      var most = mostStore.mutableSpan
      var grouped = groupedStore.mutableSpan
      var sent = sentStore.mutableSpan
      var walkers = walkerStore.mutableSpan
      var ends = endStore.mutableSpan
      var links = linkStore.mutableSpan
      var gaining = gainingStore.mutableSpan
      let (stopCount, turnCount) = (graph.stopCount, turns.count)
      repeat {
        var walker: Walker
        if let begun {
          walker = begun
        } else {
          walker = walkers[unchecked: turns[nextTurn].walker]
          nextTurn &+= 1
          let place = Int(walker.node) &- stopCount
          if Self.isKnown(walker, place, most.span, grouped.span) { continue }
          Self.note(walker, place, &most, &grouped)
        }
        let (counts, start) = (walker.counts, walker.milliseconds)
        let row = Int(rows[unchecked: Int(walker.node)])
        let stopEnd = Int(stopEnds[unchecked: Int(walker.node)])
        for index in row..<stopEnd {
          let arc = arcs[unchecked: index]
          guard let second = Self.second(start, arc, before: ends.count) else { break }
          if walker.group == 0 || walker.group != groups[unchecked: Int(arc.to)] {
            arrivals.append(
              Arrival(
                counts: counts, stop: arc.to, offset: Int32(truncatingIfNeeded: second)))
          }
        }
        var found = 0
        for index in stopEnd..<Int(rows[unchecked: Int(walker.node) &+ 1]) {
          let place = Int(arcs[unchecked: index].to) &- stopCount
          gaining[unchecked: found] = Int32(truncatingIfNeeded: index)
          found &+= most[unchecked: place].isLess(counts) | (grouped.isEmpty ? 0 : 1)
        }
        for position in 0..<found {
          let arc = arcs[unchecked: Int(gaining[unchecked: position])]
          guard let second = Self.second(start, arc, before: ends.count) else { break }
          let place = Int(arc.to) &- stopCount
          walker.node = arc.to
          walker.milliseconds = start &+ arc.milliseconds
          if sent[unchecked: place].covers(walker) { continue }
          if !grouped.isEmpty, Self.isKnown(walker, place, most.span, grouped.span) { continue }
          sent[unchecked: place].add(walker)
          let position = SlotBlocks.append(to: second, &ends, &links, &room)
          walkers[position] = walker
          if begun == nil, second == nextSecond {
            let turn = Turn(milliseconds: walker.milliseconds, walker: position)
            // Most come last.
            let before = turns[nextTurn...].lastIndex { $0 < turn }
            turns.insert(turn, at: before.map { $0 + 1 } ?? nextTurn)
            leaving &+= graph.arcsToPlaces(Int(arc.to)).count
          }
        }
      } while begun == nil && nextTurn < turnCount && turns.count == turnCount
    }
    (most, grouped, sent) = (mostStore, groupedStore, sentStore)
    (walkers, lists.ends, lists.links) = (walkerStore, endStore, linkStore)
    (gaining, self.turns, self.arrivals) = (gainingStore, turns, arrivals)
    lists.room = room
  }

  /// The second of an arrival, if it matters.
  @inline(__always)
  private static func second(_ milliseconds: Int32, _ arc: WalkGraph.Arc, before end: Int) -> Int? {
    let second = (Int(milliseconds) &+ Int(arc.milliseconds) &+ 999) / 1000
    return second < end ? second : nil
  }

  /// Whether who comes now can board nowhere that others have not boarded as early.
  @inline(__always)
  private static func isKnown(
    _ walker: Walker, _ place: Int, _ most: Span<Counts>, _ grouped: Span<Grouped>
  ) -> Bool {
    let most = most[unchecked: place]
    if most.isLess(walker.counts) == 1 { return false }
    guard !grouped.isEmpty else { return true }
    let others = grouped[place].others
    if others.isLess(walker.counts) == 0 { return true }
    // Others board everywhere that these do if they come from no group, from the same one, or if
    // there are some of two groups.
    let groups = grouped[place].groups
    let boardAlike = Counts.mask(groups, are: 0).joined(Counts.mask(groups, are: walker.group))
    return most.chosen(where: boardAlike, else: others).isLess(walker.counts) == 0
  }

  @inline(__always)
  private static func note(
    _ walker: Walker, _ place: Int, _ most: inout MutableSpan<Counts>,
    _ grouped: inout MutableSpan<Grouped>
  ) {
    let before = most[place]
    most[place] = before.larger(walker.counts)
    guard !grouped.isEmpty else { return }
    let isMore = before.maskOfLess(walker.counts)
    let isSame = Counts.mask(grouped[place].groups, are: walker.group)
    let others = grouped[place].others
    grouped[place].others = others.chosen(
      where: isSame, else: before.chosen(where: isMore, else: others.larger(walker.counts)))
    Counts.set(&grouped[place].groups, to: walker.group, where: isMore)
  }
}
