/// Those who walk between the stops in a window scan: for each place of a `WalkGraph` how many
/// departures, from the first on, have been there.
///
/// Walkers are followed in the order of time and go no further than others have been before with as
/// many departures, so that no walk has to be cut at a length.
struct ScanWalkers<Counts: DepartureCounts>: Sendable {
  /// Those that come from groups of stops where they must not board again.
  private struct Grouped: Sendable {
    /// Of each lane the group its most departures came from.
    var groups = Counts.noGroups
    /// The most from other groups; they board where the first ones must not.
    var others = Counts.none
  }

  /// Somebody who comes to a place.
  private struct Walker: Sendable {
    var counts: Counts
    /// The next one of the same second; negative at the end.
    var next: Int32
    var place: Int32
    var group: Int32
    /// From the scan's first second.
    var milliseconds: Int32
  }

  /// A position in `walkers`; who comes earlier comes first.
  private struct Turn: Comparable, Sendable {
    private let key: UInt64

    init(milliseconds: Int32, walker: Int32) {
      key = UInt64(UInt32(bitPattern: milliseconds)) << 32 | UInt64(UInt32(bitPattern: walker))
    }

    var walker: Int32 { Int32(truncatingIfNeeded: key) }

    @inline(__always)
    static func < (a: Turn, b: Turn) -> Bool { a.key < b.key }
  }

  /// Somebody who comes to a stop, in a second from the scan's first one on.
  struct Arrival: Sendable {
    var counts: Counts
    var stop: Int32
    var offset: Int32
  }

  /// Those of whom `advance` or `start` learned; whoever reads them takes them away.
  var arrivals: [Arrival] = []
  /// The most departures that have been at each place.
  private var most: [Counts] = []
  /// Empty where stops have no groups.
  private var grouped: [Grouped] = []
  private var walkers: [Walker] = []
  /// The last place in `walkers` that is free again; each one names the one before it.
  private var free: Int32 = -1
  /// For each second its first walker; in second `s` are those of the milliseconds after `s - 1`.
  private var heads: [Int32] = []
  private var nextSecond = 0
  /// The walkers of the second that is followed: within it too the order of time holds, or somebody
  /// who comes to a place later would hide who comes earlier.
  private var current = MinimumHeap<Turn>()

  /// Forgets everything; a second is the last one that matters.
  mutating func reset(_ graph: WalkGraph, seconds: Int) {
    most.fill(.none, count: graph.placeCount)
    grouped.fill(Grouped(), count: graph.hasGroups ? graph.placeCount : 0)
    heads.fill(-1, count: seconds)
    walkers.removeAll(keepingCapacity: true)
    free = -1
    arrivals.removeAll(keepingCapacity: true)
    nextSecond = 0
  }

  /// So many departures begin to walk from a stop.
  mutating func start(_ graph: WalkGraph, from stop: Int, _ counts: Counts, offset: Int32) {
    follow(graph, stop, counts, graph.groups[stop], offset &* 1000, isWithin: false)
  }

  /// Follows all walkers until a second.
  mutating func advance(_ graph: WalkGraph, until offset: Int32) {
    let last = min(Int(offset), heads.count - 1)
    while nextSecond <= last {
      var position = heads[nextSecond]
      heads[nextSecond] = -1
      while position >= 0 {
        let walker = walkers[Int(position)]
        if isKnown(Int(walker.place), walker.counts, walker.group) {
          giveBack(position)
        } else {
          current.push(Turn(milliseconds: walker.milliseconds, walker: position))
        }
        position = walker.next
      }
      while let turn = current.pop() {
        let walker = walkers[Int(turn.walker)]
        giveBack(turn.walker)
        let place = Int(walker.place)
        if isKnown(place, walker.counts, walker.group) { continue }
        note(place, walker.counts, walker.group)
        follow(
          graph, graph.stopCount &+ place, walker.counts, walker.group, walker.milliseconds,
          isWithin: true)
      }
      nextSecond += 1
    }
    // Who begins to walk in this second may be somewhere in no time.
    nextSecond = max(0, last)
  }

  /// Whether who comes now can board nowhere that others have not boarded as early.
  @inline(__always)
  private func isKnown(_ place: Int, _ counts: Counts, _ group: Int32) -> Bool {
    if most[place].isLess(counts) == 1 { return false }
    guard !grouped.isEmpty else { return true }
    if grouped[place].others.isLess(counts) == 0 { return true }
    // Others board everywhere that these do if they come from no group, from the same one, or if
    // there are some of two groups.
    let groups = grouped[place].groups
    let boardAlike = Counts.mask(groups, are: 0).joined(Counts.mask(groups, are: group))
    return most[place].chosen(where: boardAlike, else: grouped[place].others).isLess(counts) == 0
  }

  @inline(__always)
  private mutating func note(_ place: Int, _ counts: Counts, _ group: Int32) {
    let before = most[place]
    most[place] = before.larger(counts)
    guard !grouped.isEmpty else { return }
    let isMore = before.maskOfLess(counts)
    let isSame = Counts.mask(grouped[place].groups, are: group)
    let others = grouped[place].others
    grouped[place].others = others.chosen(
      where: isSame, else: before.chosen(where: isMore, else: others.larger(counts)))
    Counts.set(&grouped[place].groups, to: group, where: isMore)
  }

  @inline(__always)
  private mutating func follow(
    _ graph: WalkGraph, _ node: Int, _ counts: Counts, _ group: Int32, _ milliseconds: Int32,
    isWithin: Bool
  ) {
    let arcs = graph.arcs.span
    for index in Int(graph.starts[node])..<Int(graph.starts[node &+ 1]) {
      let arc = arcs[index]
      let (time, overflows) = milliseconds.addingReportingOverflow(arc.milliseconds)
      let second = Int((Int64(time) &+ 999) / 1000)
      if overflows || second >= heads.count { break }
      let place = Int(arc.to) &- graph.stopCount
      guard place >= 0 else {
        if group == 0 || group != graph.groups[Int(arc.to)] {
          arrivals.append(
            Arrival(
              counts: counts, stop: arc.to, offset: Int32(truncatingIfNeeded: second)))
        }
        continue
      }
      if isKnown(place, counts, group) { continue }
      let isNow = isWithin && second == nextSecond
      let walker = keep(
        Walker(
          counts: counts, next: isNow ? -1 : heads[second],
          place: Int32(truncatingIfNeeded: place), group: group, milliseconds: time))
      if isNow {
        current.push(Turn(milliseconds: time, walker: walker))
      } else {
        heads[second] = walker
      }
    }
  }

  @inline(__always)
  private mutating func keep(_ walker: Walker) -> Int32 {
    guard free >= 0 else {
      walkers.append(walker)
      return Int32(truncatingIfNeeded: walkers.count &- 1)
    }
    let position = free
    free = walkers[Int(position)].next
    walkers[Int(position)] = walker
    return position
  }

  @inline(__always)
  private mutating func giveBack(_ walker: Int32) {
    walkers[Int(walker)].next = free
    free = walker
  }
}
