import TransitRouting

/// Travel times between one fixed door and many others for every instant of a window: one scan.
///
/// With departures the fixed door is the origin, with arrivals it is the destination. An object
/// is reused by one thread.
public struct WindowTimes: Sendable {
  private let network: DoorToDoorNetwork
  private let window: TimeWindow
  /// The instants as the scan counts them: mirrored for arrivals, never decreasing.
  private let starts: [Int32]
  private let isForward: Bool
  private let limit: Int32
  private var scan = WindowScan()
  private var short = StopProfiles<Int16>()
  private var long = StopProfiles<Int32>()
  private var times: [Int32] = []
  /// Of the last run, for each other door: whether the journey of the median uses the straight line
  /// at that door, or the fixed door has one that it may use.
  public internal(set) var usesStraightLine: [Bool] = []
  /// One for each draw of phases; empty where all trips run at stated times.
  var draws: [WindowTimes]

  public init(_ network: DoorToDoorNetwork, _ window: TimeWindow) {
    self.network = network
    draws = network.draws.map { WindowTimes($0, window) }
    self.window = window
    isForward = window.isOfDepartures
    starts =
      switch window {
      case .departures(let seconds): seconds.map { Int32(clamping: $0) }
      case .arrivals(let seconds): seconds.reversed().map { Int32(clamping: -$0) }
      }
    limit = Int32(clamping: network.options.maximumSeconds)
  }

  /// Prepares the other doors of many runs.
  public func others(_ doors: [Door]) -> DoorSet {
    DoorSet(doors.map { isForward ? $0.egress : $0.access })
  }

  /// Calls `visit` with the position of each other door and its travel times in seconds, one for
  /// each instant in the order of the window; `WindowScan.unreachable` where there is none. The times
  /// of a network with draws are those of one draw after the other.
  ///
  /// - Parameters:
  ///   - others: prepared for windows of the same kind.
  ///   - directSeconds: the walk without any vehicle between the fixed door and another.
  ///   - visit: may reorder the times.
  public mutating func run(
    fixed: Door, others: DoorSet, directSeconds: (Int) -> Int?,
    visit: (Int, inout [Int32]) -> Void
  ) {
    guard draws.isEmpty else { return runDraws(fixed, others, directSeconds, visit) }
    let isOnLine = search(from: fixed)
    let isForward = isForward
    usesStraightLine.removeAll(keepingCapacity: true)
    if fits(others) {
      short.take(scan, starts, others, stopCount: stopCount, maximumSeconds: limit)
      short.joinAll(others, directSeconds, isOnLine, &usesStraightLine) { position, profiles in
        profiles.fill(&times)
        if !isForward { times.reverse() }
        visit(position, &times)
      }
    } else {
      long.take(scan, starts, others, stopCount: stopCount, maximumSeconds: limit)
      long.joinAll(others, directSeconds, isOnLine, &usesStraightLine) { position, profiles in
        profiles.fill(&times)
        if !isForward { times.reverse() }
        visit(position, &times)
      }
    }
  }

  public mutating func run(
    fixed: Door, others: [Door], directSeconds: (Int) -> Int?,
    visit: (Int, inout [Int32]) -> Void
  ) {
    run(fixed: fixed, others: self.others(others), directSeconds: directSeconds, visit: visit)
  }

  /// Percentiles (nearest rank) in seconds, for each other door one after the other;
  /// `WindowScan.unreachable` where one falls among unreachable instants.
  public mutating func percentiles(
    _ ranks: [Int], fixed: Door, others: DoorSet, directSeconds: (Int) -> Int?
  ) -> [Int32] {
    guard draws.isEmpty else { return percentilesOfDraws(ranks, fixed, others, directSeconds) }
    let isOnLine = search(from: fixed)
    usesStraightLine.removeAll(keepingCapacity: true)
    var seconds: [Int32] = []
    seconds.reserveCapacity(others.count * ranks.count)
    if fits(others) {
      short.take(scan, starts, others, stopCount: stopCount, maximumSeconds: limit)
      short.joinAll(others, directSeconds, isOnLine, &usesStraightLine) { _, profiles in
        for rank in ranks { seconds.append(profiles.percentile(rank)) }
      }
    } else {
      long.take(scan, starts, others, stopCount: stopCount, maximumSeconds: limit)
      long.joinAll(others, directSeconds, isOnLine, &usesStraightLine) { _, profiles in
        for rank in ranks { seconds.append(profiles.percentile(rank)) }
      }
    }
    return seconds
  }

  var instantCount: Int { starts.count }

  private var stopCount: Int { network.timetable.stops.count }

  private func fits(_ others: DoorSet) -> Bool {
    StopProfiles<Int16>.fits(
      starts, maximumSeconds: limit, longestWalkSeconds: others.longestSeconds)
  }

  /// - Returns: whether a way at the fixed door may be the straight line.
  private mutating func search(from fixed: Door) -> Bool {
    let walks = isForward ? fixed.access : fixed.egress
    scan.run(
      isForward ? network.forward : network.backward, departures: starts, access: walks,
      transferSlackSeconds: Int32(clamping: network.options.transferSlackSeconds),
      maximumSeconds: limit)
    return walks.contains(where: \.isStraightLine)
  }
}
