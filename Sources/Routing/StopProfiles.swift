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

  /// Times longer than this percentile change nothing; the median tells of straight lines.
  var largestPercent: Int {
    switch self {
    case .times: 100
    case .percentiles(let percents): max(50, percents.max() ?? 0)
    }
  }
}

/// For some stops the earliest time at each, from each start of a window, eight of them to a
/// vector; and the joining of them with the walks of a door.
///
/// Times are seconds after the first start. Sixteen bits hold four and a half hours, as much as most
/// windows need, and twice as many times go through a processor as with thirty-two.
struct StopProfiles<Label: ProfileLabel>: Sendable where Label.SIMD8Storage: Sendable {
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
  /// The shortest travel time of each row, at most `unreachable`.
  var shortest: [Int32] = []
  /// Of each row the starts that have a time.
  var ends: [Int32] = []
  var rowOfStop: [Int32] = []
  /// The longest value of the door that was joined last.
  private var guess: Int32 = 0
  /// The travel times of the door that was joined last; lanes beyond the width are unreachable.
  var times: [Vector] = []

  /// The travel times to one door: the shortest over its stops, or without any vehicle. Right are
  /// those up to a percentile, and whatever is longer is longer than it.
  private mutating func join(
    _ walks: Span<DoorSet.Walk>, directSeconds: Int32?, percent: Int
  ) {
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
    // Who walks all the way from each start is never slower than that.
    var bound = ProfileBound<Label>(
      seconds: min(Int32(limit), directSeconds ?? .max), rank: rank(percent), guess: guess)
    // Stops that may matter are collected a few at a time: a branch for each would rarely be foreseen.
    // Bounds are not checked: no walk of a set of doors leads to a row that it does not have.
    var passing = InlineArray<32, Int32>(repeating: 0)
    var chunk = 0
    while chunk < walks.count {
      let end = min(chunk &+ passing.count, walks.count)
      var found = 0
      for index in chunk..<end {
        let walk = walks[unchecked: index]
        passing[unchecked: found] = Int32(truncatingIfNeeded: index)
        let excess = bound.seconds &- walk.seconds &- shortest[unchecked: Int(walk.row)]
        found &+= 1 &+ Int(excess &>> 31)
      }
      for position in 0..<found {
        let walk = walks[unchecked: Int(passing[unchecked: position])]
        guard shortest[unchecked: Int(walk.row)] <= bound.seconds &- walk.seconds else { continue }
        let row = Int(walk.row) &* vectorCount
        let seconds = Vector(repeating: Label(truncatingIfNeeded: walk.seconds))
        for vector in 0..<vectorCount {
          times[unchecked: vector] = Label.smaller(
            times[unchecked: vector], rows[unchecked: row &+ vector] &+ seconds)
        }
        bound.tighten(times, starts)
      }
      chunk = end
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

  /// Joins one door after the other and calls `visit` with its position and values in seconds.
  ///
  /// - Returns: for each door, whether the journey of the median may use a straight line.
  mutating func join(
    _ query: ProfileQuery, _ doors: DoorSet, _ values: ProfileValues,
    _ directSeconds: (Int) -> Int?, _ visit: (Int, inout [Int32]) -> Void
  ) -> [Bool] {
    take(query, doors)
    let percent = values.largestPercent
    var usesStraightLine = [Bool](repeating: false, count: doors.count)
    var seconds: [Int32] = []
    for position in doors.order {
      let walks = doors.walks(of: position)
      join(
        walks.span, directSeconds: directSeconds(position).map { Int32(clamping: $0) },
        percent: percent)
      usesStraightLine[position] = query.isFixedOnLine || medianEndsOnStraightLine(walks)
      switch values {
      case .times(let areReversed):
        fill(&seconds)
        if areReversed { seconds.reverse() }
      case .percentiles(let ranks):
        seconds.removeAll(keepingCapacity: true)
        for rank in ranks { seconds.append(percentile(rank)) }
      }
      guess = seconds.max() ?? 0
      visit(position, &seconds)
    }
    return usesStraightLine
  }
}
