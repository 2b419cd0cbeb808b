/// Those who walk between the stops in a window scan: for each place of a `WalkGraph` how many
/// departures, from the first on, have been there.
///
/// Walkers are followed in the order of time and go no further than somebody else has been before
/// with as many departures, so that no walk has to be cut at a length.
struct ScanWalkers: Sendable {
  /// What is known of a place. Times are milliseconds from the scan's first second.
  private struct Place {
    /// The most departures that have been here, from which group of stops, and since when.
    var count: Int32 = 0
    var group: Int32 = 0
    var milliseconds: Int32 = .max
    /// The most from other groups; they board where the first ones must not.
    var otherCount: Int32 = 0
    var otherMilliseconds: Int32 = .max

    /// Whether who comes now can board nowhere that others have not boarded as early.
    @inline(__always)
    func dominates(_ count: Int32, _ group: Int32, _ milliseconds: Int32) -> Bool {
      guard self.count >= count, self.milliseconds <= milliseconds else { return false }
      return self.group == 0 || self.group == group
        || (otherCount >= count && otherMilliseconds <= milliseconds)
    }

    @inline(__always)
    mutating func note(_ count: Int32, _ group: Int32, _ milliseconds: Int32) {
      if count > self.count {
        if group != self.group { (otherCount, otherMilliseconds) = (self.count, self.milliseconds) }
        (self.count, self.group, self.milliseconds) = (count, group, milliseconds)
      } else if group != self.group, count > otherCount {
        (otherCount, otherMilliseconds) = (count, milliseconds)
      }
    }
  }

  /// Somebody who comes to a place; who comes earlier or in larger number comes first.
  private struct Walker: Comparable {
    /// The next one of the same second; negative at the end.
    var next: Int32
    var place: Int32
    var count: Int32
    var group: Int32
    var milliseconds: Int32

    @inline(__always)
    static func < (a: Walker, b: Walker) -> Bool {
      a.milliseconds != b.milliseconds ? a.milliseconds < b.milliseconds : a.count > b.count
    }
  }

  /// Somebody who comes to a stop, in a second from the scan's first one on.
  struct Arrival {
    var stop: Int32
    var count: UInt16
    var offset: Int32
  }

  /// Those of whom `advance` or `start` learned; whoever reads them takes them away.
  var arrivals: [Arrival] = []
  private var places: [Place] = []
  private var walkers: [Walker] = []
  /// For each second its first walker; in second `s` are those of the milliseconds after `s - 1`.
  private var heads: [Int32] = []
  private var nextSecond = 0
  /// The walkers of the second that is followed: within it too the order of time holds, or somebody
  /// who comes to a place later would hide who comes earlier.
  private var current = MinimumHeap<Walker>()

  /// Forgets everything; a second is the last one that matters.
  mutating func reset(_ graph: WalkGraph, seconds: Int) {
    places.fill(Place(), count: graph.placeCount)
    heads.fill(-1, count: seconds)
    walkers.removeAll(keepingCapacity: true)
    arrivals.removeAll(keepingCapacity: true)
    nextSecond = 0
  }

  /// So many departures begin to walk from a stop.
  mutating func start(_ graph: WalkGraph, from stop: Int, _ count: UInt16, offset: Int32) {
    follow(graph, stop, Int32(count), graph.groups[stop], offset &* 1000, isWithin: false)
  }

  /// Follows all walkers until a second.
  mutating func advance(_ graph: WalkGraph, until offset: Int32) {
    let last = min(Int(offset), heads.count - 1)
    while nextSecond <= last {
      var position = heads[nextSecond]
      heads[nextSecond] = -1
      while position >= 0 {
        let walker = walkers[Int(position)]
        if !places[Int(walker.place)].dominates(
          walker.count, walker.group, walker.milliseconds)
        {
          current.push(walker)
        }
        position = walker.next
      }
      while let walker = current.pop() {
        let place = Int(walker.place)
        if places[place].dominates(walker.count, walker.group, walker.milliseconds) { continue }
        places[place].note(walker.count, walker.group, walker.milliseconds)
        follow(
          graph, graph.stopCount &+ place, walker.count, walker.group, walker.milliseconds,
          isWithin: true)
      }
      nextSecond += 1
    }
    // Who begins to walk in this second may be somewhere in no time.
    nextSecond = max(0, last)
  }

  @inline(__always)
  private mutating func follow(
    _ graph: WalkGraph, _ node: Int, _ count: Int32, _ group: Int32, _ milliseconds: Int32,
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
              stop: arc.to, count: UInt16(truncatingIfNeeded: count),
              offset: Int32(truncatingIfNeeded: second)))
        }
        continue
      }
      if places[place].dominates(count, group, time) { continue }
      var walker = Walker(
        next: -1, place: Int32(truncatingIfNeeded: place), count: count, group: group,
        milliseconds: time)
      if isWithin, second == nextSecond {
        current.push(walker)
      } else {
        walker.next = heads[second]
        walkers.append(walker)
        heads[second] = Int32(truncatingIfNeeded: walkers.count &- 1)
      }
    }
  }
}
