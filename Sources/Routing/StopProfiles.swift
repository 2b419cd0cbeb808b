import TransitRouting

/// What a scan found for one fixed door.
struct ProfileQuery {
  var steps: [WindowScan.Step]
  var starts: [Int32]
  var stopCount: Int
  var maximumSeconds: Int32
  /// Whether the fixed door has a straight line.
  var isFixedOnLine: Bool
}

/// What is asked of the times of a door.
enum ProfileValues {
  /// Each of them; reversed where the scan ran from the last instant to the first.
  case times(areReversed: Bool)
  case percentiles([Int])
}

/// For some stops the earliest time at each, from each start of a window, eight of them to a
/// vector; and the joining of them with the walks of a door.
///
/// Times are seconds after the first start. Sixteen bits hold four and a half hours, as much as most
/// windows need, and twice as many times go through a processor as with thirty-two.
struct StopProfiles<Label: FixedWidthInteger & SIMDScalar & Sendable>: Sendable
where Label.SIMD8Storage: Sendable {
  typealias Vector = SIMD8<Label>

  /// No time of a window that fits is as long; half of the largest value, so that a walk can be
  /// added to it.
  static var unreachable: Label { Label.max / 2 }

  /// Whether all times of a query and their sums with walks fit.
  static func fits(_ starts: [Int32], maximumSeconds: Int32, longestWalkSeconds: Int32) -> Bool {
    guard let first = starts.first, let last = starts.last else { return true }
    let longest = Int(last) - Int(first) + Int(maximumSeconds)
    return longest < Int(unreachable) && Int(longestWalkSeconds) < Int(unreachable)
  }

  var starts: [Vector] = []
  var vectorCount = 0
  var width = 0
  var limit: Label = 0
  /// The vectors of row `r` begin at `r * vectorCount`.
  var rows: [Vector] = []
  /// The shortest travel time of each row.
  private var shortest: [Int32] = []
  private var rowOfStop: [Int32] = []
  /// The travel times of the door that was joined last; lanes beyond the width are unreachable.
  var times: [Vector] = []

  /// Takes over what a scan found for the stops of a set of doors.
  private mutating func take(_ query: ProfileQuery, _ doors: DoorSet) {
    let (starts, stopCount) = (query.starts, query.stopCount)
    width = starts.count
    vectorCount = (width + 7) / 8
    limit = Label(clamping: query.maximumSeconds)
    let first = starts.first ?? 0
    self.starts = (0..<vectorCount).map { vector in
      var lanes = Vector(repeating: 0)
      for lane in 0..<8 where vector * 8 + lane < width {
        lanes[lane] = Label(truncatingIfNeeded: starts[vector * 8 + lane] - first)
      }
      return lanes
    }
    if rowOfStop.count != stopCount { rowOfStop = Array(repeating: -1, count: stopCount) }
    for (row, stop) in doors.stops.enumerated() { rowOfStop[stop.position] = Int32(row) }
    rows.refill(Vector(repeating: Self.unreachable), count: doors.stops.count * vectorCount)
    shortest.refill(.max, count: doors.stops.count)
    times.refill(Vector(repeating: Self.unreachable), count: vectorCount)
    for step in query.steps {
      let row = Int(rowOfStop[Int(step.stop)])
      let last = step.departures.upperBound - 1
      guard row >= 0, step.second - first <= Int32(Self.unreachable) else { continue }
      shortest[row] = min(shortest[row], step.second - starts[last])
      Self.fill(
        &rows, at: row * vectorCount, step.departures,
        Vector(repeating: Label(truncatingIfNeeded: step.second - first)))
    }
    for stop in doors.stops { rowOfStop[stop.position] = -1 }
  }

  /// Sets the lanes of a range of starts.
  @inline(__always)
  private static func fill(
    _ rows: inout [Vector], at row: Int, _ starts: Range<Int>, _ label: Vector
  ) {
    let (first, last) = (starts.lowerBound / 8, (starts.upperBound - 1) / 8)
    for vector in first...last {
      let before = rows[row + vector]
      let isBefore =
        Self.belowZero(
          Self.laneNumbers &- Vector(repeating: Label(max(0, starts.lowerBound - vector * 8))))
        &>> Self.signShift
      let isWithin =
        (Self.laneNumbers &- Vector(repeating: Label(min(8, starts.upperBound - vector * 8))))
        &>> Self.signShift
      rows[row + vector] = before ^ ((before ^ label) & isWithin & ~isBefore)
    }
  }

  private static var laneNumbers: Vector { Vector(0, 1, 2, 3, 4, 5, 6, 7) }

  /// The travel times to one door: the shortest over its stops, or without any vehicle.
  private mutating func join(_ walks: ArraySlice<DoorSet.Walk>, directSeconds: Int32?) {
    let direct = directSeconds.map {
      Label(clamping: min($0, Int32(clamping: Int(Self.unreachable))))
    }
    // Moved to a local: two spans cannot borrow one `self`.
    var store: [Vector] = []
    swap(&store, &self.times)
    defer { swap(&store, &self.times) }
    let rows = rows.span
    let starts = starts.span
    let shortest = shortest.span
    var times = store.mutableSpan
    for vector in 0..<vectorCount {
      times[vector] =
        direct.map { Vector(repeating: $0) &+ starts[vector] }
        ?? Vector(repeating: Self.unreachable)
    }
    var longest = Int32.max
    var joined = 0
    for walk in walks {
      // The nearest stops say how long it takes at the worst; what is longer at the best is left out.
      if joined == 3 {
        longest = Self.longest(times, starts)
        joined = 0
      }
      guard shortest[Int(walk.row)] < longest &- walk.seconds else { continue }
      joined += 1
      let row = Int(walk.row) &* vectorCount
      let seconds = Vector(repeating: Label(truncatingIfNeeded: walk.seconds))
      for vector in 0..<vectorCount {
        times[vector] = Self.smaller(times[vector], rows[row &+ vector] &+ seconds)
      }
    }
    let longestAllowed = Vector(repeating: limit)
    let unreachable = Vector(repeating: Self.unreachable)
    let lastReachable = Vector(repeating: Self.unreachable - 1)
    for vector in 0..<vectorCount {
      let travel = times[vector] &- starts[vector]
      let isTooLong = (longestAllowed &- travel) | (lastReachable &- times[vector])
      times[vector] =
        travel ^ ((travel ^ unreachable) & (isTooLong &>> Self.signShift))
    }
    for lane in (width % 8)..<8 where width % 8 > 0 {
      times[vectorCount - 1][lane] = Self.unreachable
    }
  }

  static var signShift: Vector { Vector(repeating: Label(Label.bitWidth - 1)) }

  /// The negative lanes as they are, others 0.
  @inline(__always)
  private static func belowZero(_ lanes: Vector) -> Vector { lanes & (lanes &>> signShift) }

  /// The smaller of two in each lane; their difference fits since neither is negative.
  @inline(__always)
  private static func smaller(_ a: Vector, _ b: Vector) -> Vector { b &+ belowZero(a &- b) }

  /// The longest travel time of any start; lanes beyond the width are short enough not to matter.
  @inline(__always)
  private static func longest(
    _ times: borrowing MutableSpan<Vector>, _ starts: Span<Vector>
  ) -> Int32 {
    var longest = Vector(repeating: 0)
    for vector in 0..<times.count {
      let travel = times[vector] &- starts[vector]
      longest = longest &- Self.belowZero(longest &- travel)
    }
    return Int32(truncatingIfNeeded: longest.max())
  }

  /// Joins one door after the other and calls `visit` with its position and values in seconds.
  ///
  /// - Returns: for each door, whether the journey of the median may use a straight line.
  mutating func join(
    _ query: ProfileQuery, _ doors: DoorSet, _ values: ProfileValues,
    _ directSeconds: (Int) -> Int?, _ visit: (Int, inout [Int32]) -> Void
  ) -> [Bool] {
    take(query, doors)
    var usesStraightLine = [Bool](repeating: false, count: doors.count)
    var seconds: [Int32] = []
    for position in doors.order {
      let walks = doors.walks(of: position)
      join(walks, directSeconds: directSeconds(position).map { Int32(clamping: $0) })
      usesStraightLine[position] = query.isFixedOnLine || medianEndsOnStraightLine(walks)
      switch values {
      case .times(let areReversed):
        fill(&seconds)
        if areReversed { seconds.reverse() }
      case .percentiles(let ranks):
        seconds.removeAll(keepingCapacity: true)
        for rank in ranks { seconds.append(percentile(rank)) }
      }
      visit(position, &seconds)
    }
    return usesStraightLine
  }
}

extension Array {
  /// Sets `count` elements to `value`, keeping the memory.
  fileprivate mutating func refill(_ value: Element, count: Int) {
    if self.count == count {
      var span = mutableSpan
      for index in 0..<count { span[index] = value }
    } else {
      removeAll(keepingCapacity: true)
      append(contentsOf: repeatElement(value, count: count))
    }
  }
}
