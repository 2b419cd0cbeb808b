import TransitRouting

/// Travel times between one fixed door and many others for every instant of a window: one scan.
///
/// With departures the fixed door is the origin, with arrivals it is the destination. An object
/// is reused by one thread.
public struct WindowTimes: Sendable {
  private let network: DoorToDoorNetwork
  private let window: TimeWindow
  private var scan = WindowScan()
  private var labels: [Int32] = []
  private var times: [Int32] = []
  /// Of the last run, for each other door: whether the journey of the median uses the straight line
  /// at that door, or the fixed door has one that it may use.
  public private(set) var usesStraightLine: [Bool] = []

  public init(_ network: DoorToDoorNetwork, _ window: TimeWindow) {
    self.network = network
    self.window = window
  }

  /// Calls `visit` with the position of each other door and its travel times in seconds, one for
  /// each instant in the order of the window; `WindowScan.unreachable` where there is none.
  ///
  /// - Parameters:
  ///   - directSeconds: the walk without any vehicle between the fixed door and another.
  ///   - visit: may reorder the times.
  public mutating func run(
    fixed: Door, others: [Door], directSeconds: (Int) -> Int?,
    visit: (Int, inout [Int32]) -> Void
  ) {
    let limit = Int32(clamping: network.options.maximumSeconds)
    let starts = searchStarts
    let isForward: Bool
    switch window {
    case .departures: isForward = true
    case .arrivals: isForward = false
    }
    scan.run(
      isForward ? network.forward : network.backward, departures: starts,
      access: isForward ? fixed.access : fixed.egress,
      transferSlackSeconds: Int32(clamping: network.options.transferSlackSeconds),
      maximumSeconds: limit)
    scan.fillArrivals(&labels, stopCount: network.timetable.stops.count)
    let isFixedOnLine = (isForward ? fixed.access : fixed.egress).contains(where: \.isStraightLine)
    usesStraightLine.removeAll(keepingCapacity: true)
    for (position, other) in others.enumerated() {
      let walks = isForward ? other.egress : other.access
      let direct = directSeconds(position).map { Int32(clamping: $0) }
      join(walks, starts, limit, direct: direct)
      usesStraightLine.append(isFixedOnLine || medianUsesStraightLine(walks, starts))
      if !isForward { times.reverse() }
      visit(position, &times)
    }
  }

  /// The instants as the scan counts them: mirrored for arrivals, never decreasing.
  private var searchStarts: [Int32] {
    switch window {
    case .departures(let seconds): seconds.map { Int32(clamping: $0) }
    case .arrivals(let seconds): seconds.reversed().map { Int32(clamping: -$0) }
    }
  }

  /// Whether the fastest journey of the first instant whose time is the median ends with the straight
  /// line; of equally fast ones one along streets counts.
  private func medianUsesStraightLine(_ walks: [StopWalk], _ starts: [Int32]) -> Bool {
    guard walks.contains(where: \.isStraightLine) else { return false }
    var sorted = times
    guard let median = Percentiles.nearestRank(&sorted, [50])[0],
      let index = times.firstIndex(of: Int32(clamping: median))
    else { return false }
    let labels = labels.span
    guard labels.count >= starts.count else { return false }
    let fastest = walks.filter { walk in
      let label = labels[walk.stop.position * starts.count + index]
      return label != WindowScan.unreachable
        && label + walk.seconds - starts[index] == times[index]
    }
    // Where the way without a vehicle is the fastest, it is one as all ways of a door without streets.
    return (fastest.isEmpty ? walks : fastest).allSatisfy(\.isStraightLine)
  }

  private mutating func join(
    _ walks: [StopWalk], _ starts: [Int32], _ limit: Int32, direct: Int32?
  ) {
    let width = starts.count
    var times: [Int32] = []
    swap(&times, &self.times)
    defer { swap(&times, &self.times) }
    times.removeAll(keepingCapacity: true)
    times.append(contentsOf: repeatElement(direct ?? WindowScan.unreachable, count: width))
    let labels = labels.span
    // Without any stop near the fixed door the scan has no labels.
    guard labels.count >= width else { return }
    for walk in walks {
      let start = walk.stop.position * width
      for index in 0..<width where labels[start + index] != WindowScan.unreachable {
        times[index] = min(times[index], labels[start + index] + walk.seconds - starts[index])
      }
    }
    for index in 0..<width where times[index] > limit { times[index] = WindowScan.unreachable }
  }
}
