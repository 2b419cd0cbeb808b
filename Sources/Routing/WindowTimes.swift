import TransitRouting

/// Travel times between fixed doors and many others for every instant of a window; one scan serves
/// several fixed doors.
///
/// With departures a fixed door is the origin, with arrivals it is the destination. An object
/// is reused by one thread.
public struct WindowTimes: Sendable {
  let network: DoorToDoorNetwork
  /// The instants as the scan counts them: mirrored for arrivals, never decreasing.
  private let starts: [Int32]
  private let isForward: Bool
  private let limit: Int32
  private var scan = WindowScan()
  /// For each fixed door of the last search, whether it has a straight line that may be used.
  private var isOnLine: [Bool] = []
  private var short = StopProfiles<Int16>()
  private var long = StopProfiles<Int32>()
  /// Of the last run, for each other door: whether the journey of the median uses the straight line
  /// at that door, or the fixed door has one that it may use.
  public internal(set) var usesStraightLine: [Bool] = []
  /// One for each draw of phases; empty where all trips run at stated times.
  var draws: [WindowTimes]

  /// The most fixed doors of one search. Every draw keeps its own search, and rides are counted for
  /// one door at a time, so that there it is one.
  public static func fixedLimit(_ network: DoorToDoorNetwork, _ window: TimeWindow) -> Int {
    network.draws.isEmpty && network.options.countedRides == nil
      ? WindowScan.originLimit(width: window.instants.count) : 1
  }

  public init(_ network: DoorToDoorNetwork, _ window: TimeWindow) {
    self.network = network
    draws = network.draws.map { WindowTimes($0, window) }
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
    let neighbours = NeighbouringDoors(network, isForward: !isForward)
    return DoorSet(
      doors.map { isForward ? $0.egress : $0.access }, order: neighbours.order(of: doors))
  }

  /// Searches from some fixed doors, or with arrivals to them.
  public mutating func search(_ fixed: [Door]) {
    guard draws.isEmpty else {
      for draw in draws.indices { draws[draw].search(fixed) }
      return
    }
    let walks = fixed.map { isForward ? $0.access : $0.egress }
    isOnLine = walks.map { $0.contains(where: \.isStraightLine) }
    let scanned = isForward ? network.forward : network.backward
    let slack = Int32(clamping: network.options.transferSlackSeconds)
    if let rides = network.options.countedRides {
      precondition(walks.count == 1, "rides are counted for one door at a time")
      scan.run(
        scanned, departures: starts, access: walks[0], rides: rides, transferSlackSeconds: slack,
        maximumSeconds: limit)
    } else {
      scan.run(
        scanned, departures: starts, origins: walks, transferSlackSeconds: slack,
        maximumSeconds: limit)
    }
  }

  /// Calls `visit` in any order with the position of each other door and its travel times in seconds, one for
  /// each instant in the order of the window; `WindowScan.unreachable` where there is none. The times
  /// of a network with draws are those of one draw after the other.
  ///
  /// - Parameters:
  ///   - fixed: the position of a door of the last search.
  ///   - others: prepared for windows of the same kind.
  ///   - directSeconds: the walk without any vehicle between the fixed door and another.
  ///   - visit: may reorder the times.
  public mutating func times(
    of fixed: Int, others: DoorSet, directSeconds: (Int) -> Int?,
    visit: (Int, inout [Int32]) -> Void
  ) {
    guard draws.isEmpty else { return timesOfDraws(fixed, others, directSeconds, visit) }
    guard network.options.changePenaltySeconds == 0 else {
      return timesWithPenalty(others, directSeconds, visit)
    }
    join(fixed, others, .times(areReversed: !isForward), directSeconds, visit)
  }

  /// Percentiles (nearest rank) in seconds, for each other door one after the other;
  /// `WindowScan.unreachable` where one falls among unreachable instants.
  public mutating func percentiles(
    _ ranks: [Int], of fixed: Int, others: DoorSet, directSeconds: (Int) -> Int?
  ) -> [Int32] {
    guard draws.isEmpty, network.options.changePenaltySeconds == 0 else {
      return percentilesOfTimes(ranks, fixed, others, directSeconds)
    }
    var seconds = [Int32](repeating: 0, count: others.count * ranks.count)
    join(fixed, others, .percentiles(ranks), directSeconds) { position, values in
      for (rank, value) in values.enumerated() { seconds[position * ranks.count + rank] = value }
    }
    return seconds
  }

  /// The times of one fixed door alone.
  public mutating func run(
    fixed: Door, others: DoorSet, directSeconds: (Int) -> Int?,
    visit: (Int, inout [Int32]) -> Void
  ) {
    search([fixed])
    times(of: 0, others: others, directSeconds: directSeconds, visit: visit)
  }

  public mutating func run(
    fixed: Door, others: [Door], directSeconds: (Int) -> Int?,
    visit: (Int, inout [Int32]) -> Void
  ) {
    run(fixed: fixed, others: self.others(others), directSeconds: directSeconds, visit: visit)
  }

  var instantCount: Int { starts.count }

  /// With at most so many rides, where they are counted.
  mutating func timesWithin(
    rides: Int, others: DoorSet, directSeconds: (Int) -> Int?, visit: (Int, inout [Int32]) -> Void
  ) {
    join(
      0, rides: rides, others, .times(areReversed: !isForward), directSeconds, visit)
  }

  private mutating func join(
    _ fixed: Int, rides: Int? = nil, _ others: DoorSet, _ values: ProfileValues,
    _ directSeconds: (Int) -> Int?,
    _ visit: (Int, inout [Int32]) -> Void
  ) {
    let lane = (rides ?? network.options.countedRides).map { $0 - 1 } ?? fixed
    let found = ProfileQuery(
      steps: scan.steps(of: lane), starts: starts, stopCount: network.timetable.stops.count,
      maximumSeconds: limit, isFixedOnLine: isOnLine[fixed])
    let isShort = StopProfiles<Int16>.fits(
      starts, maximumSeconds: limit, longestWalkSeconds: others.longestSeconds)
    usesStraightLine =
      isShort
      ? short.join(found, others, values, directSeconds, visit)
      : long.join(found, others, values, directSeconds, visit)
  }
}
