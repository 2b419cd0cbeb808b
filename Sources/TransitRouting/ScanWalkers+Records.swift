/// What is kept of those who walk, and of the places they come to.
extension ScanWalkers {
  /// Those at a place that come from groups of stops where they must not board again.
  struct Grouped: Sendable {
    /// Of each lane the group its most departures came from.
    var groups = Counts.noGroups
    /// The most from other groups; they board where the first ones must not.
    var others = Counts.none
  }

  /// Somebody who comes to a node of the graph.
  struct Walker: Sendable {
    var counts = Counts.none
    var node: Int32 = 0
    var group: Int32 = 0
    /// From the scan's first second.
    var milliseconds: Int32 = 0
  }

  /// By a time at the latest so many departures of a group will be at a place.
  struct Sent: Sendable {
    private var counts = Counts.none
    private var group: Int32 = 0
    private var milliseconds: Int32 = 0

    /// Whether others come as early, and board everywhere that these do.
    @inline(__always)
    func covers(_ walker: Walker) -> Bool {
      milliseconds <= walker.milliseconds && counts.isLess(walker.counts) == 0
        && (group == 0 || group == walker.group)
    }

    @inline(__always)
    mutating func add(_ walker: Walker) {
      // Lanes that had more keep it: by the later one of two times both are there.
      if walker.group == group, walker.counts.isLess(counts) == 1 {
        counts = counts.larger(walker.counts)
        milliseconds = max(milliseconds, walker.milliseconds)
      } else {
        (counts, group, milliseconds) = (walker.counts, walker.group, walker.milliseconds)
      }
    }
  }

  /// A position in `walkers`; who comes earlier comes first.
  struct Turn: Comparable, Sendable {
    private let key: UInt64

    init(milliseconds: Int32, walker: Int) {
      key =
        UInt64(UInt32(bitPattern: milliseconds)) << 32
        | UInt64(UInt32(truncatingIfNeeded: walker))
    }

    var walker: Int { Int(truncatingIfNeeded: key & 0xffff_ffff) }

    @inline(__always)
    static func < (a: Turn, b: Turn) -> Bool { a.key < b.key }
  }

  /// Somebody who comes to a stop, in a second from the scan's first one on.
  struct Arrival: Sendable {
    var counts: Counts
    var stop: Int32
    var offset: Int32
  }
}
