/// Finds whole journeys: for each number of rides the best one, in rounds as RAPTOR does, over
/// the calls of a `ScanNetwork`.
///
/// Slower than `WindowScan` and independent of it: it keeps parents, and it is the check that
/// tests hold the window scan against.
public struct JourneySearch: Sendable {
  private let timetable: Timetable
  private let network: ScanNetwork
  private let slack: Int32

  /// - Parameter network: a scan network of the same timetable; its direction is the search's.
  public init(_ timetable: Timetable, _ network: ScanNetwork, transferSlackSeconds: Int = 0) {
    precondition(network.stopCount == timetable.stops.count, "network of another timetable")
    self.timetable = timetable
    self.network = network
    slack = Int32(clamping: transferSlackSeconds)
  }

  /// The Pareto set of time and rides, fewest rides first.
  ///
  /// - Parameters:
  ///   - seconds: the departure of a forward search, the latest arrival of a backward one.
  ///   - maximumSeconds: longer journeys are not looked for.
  /// - Returns: the journeys; the last one is the best in time. A journey on foot counts.
  public func journeys(
    _ ends: JourneyEnds, at seconds: Int, maximumSeconds: Int = 24 * 3600, maximumRides: Int = 8
  ) -> [Journey] {
    let isForward = network.direction == .forward
    let start = start(at: seconds)
    var tree = tree(from: isForward ? ends.access : ends.egress, start)
    let last = isForward ? ends.egress : ends.access
    var found: [Journey] = []
    var best = start.addingSaturated(Int32(clamping: maximumSeconds)).addingSaturated(1)
    if let direct = ends.directSeconds, start.addingSaturated(Int32(clamping: direct)) < best {
      best = start + Int32(direct)
      found.append(onFoot(from: start, to: best))
    }
    for _ in 0..<maximumRides {
      let isGrown = tree.grow(before: best)
      if let goal = tree.goal(last, before: best) {
        best = goal.time
        found.append(tree.journey(to: goal))
      }
      if !isGrown { break }
    }
    return found
  }

  /// The fastest journeys from one door to many with one search, each with the fewest rides: the
  /// last ones of `journeys`, whose times are known, as a `WindowScan` finds them.
  ///
  /// - Parameters:
  ///   - walks: of the door where the search begins: to stops, or backward from them.
  ///   - seconds: the departure of a forward search, the latest arrival of a backward one.
  /// - Returns: for each goal its journey, `nil` where none is as fast.
  public func fastest(
    _ walks: [StopWalk], at seconds: Int, to goals: [JourneyGoal]
  ) -> [Journey?] {
    let start = start(at: seconds)
    var found = [Journey?](repeating: nil, count: goals.count)
    var open: [Int] = []
    for (position, goal) in goals.enumerated() {
      if let direct = goal.directSeconds, direct <= goal.travelSeconds {
        found[position] = onFoot(from: start, to: start + Int32(clamping: direct))
      } else {
        open.append(position)
      }
    }
    var tree = tree(from: walks, start)
    while !open.isEmpty {
      let longest = open.map { goals[$0].travelSeconds }.max() ?? 0
      let isGrown = tree.grow(before: start + Int32(clamping: longest + 1))
      open.removeAll { position in
        let limit = start + Int32(clamping: goals[position].travelSeconds + 1)
        let goal = tree.goal(goals[position].walks, before: limit)
        if let goal { found[position] = tree.journey(to: goal) }
        return goal != nil
      }
      if !isGrown { break }
    }
    return found
  }

  /// The fastest journeys from one door to many whose times are not known, each with the fewest rides:
  /// the last ones of `journeys`.
  ///
  /// - Parameters:
  ///   - walks, seconds: as `fastest` has them.
  ///   - goals: with the longest travel time that counts.
  /// - Returns: for each goal its journey, `nil` where none is as fast.
  public func best(
    _ walks: [StopWalk], at seconds: Int, to goals: [JourneyGoal], maximumRides: Int = 8
  ) -> [Journey?] {
    let start = start(at: seconds)
    var found = [Journey?](repeating: nil, count: goals.count)
    var before = goals.map { start.addingSaturated(Int32(clamping: $0.travelSeconds + 1)) }
    let last = before.max() ?? start
    for (position, goal) in goals.enumerated() {
      guard let direct = goal.directSeconds,
        start.addingSaturated(Int32(clamping: direct)) < before[position]
      else { continue }
      before[position] = start + Int32(direct)
      found[position] = onFoot(from: start, to: before[position])
    }
    var tree = tree(from: walks, start)
    for _ in 0..<maximumRides {
      let isGrown = tree.grow(before: last)
      for (position, goal) in goals.enumerated() {
        guard let reached = tree.goal(goal.walks, before: before[position]) else { continue }
        before[position] = reached.time
        found[position] = tree.journey(to: reached)
      }
      if !isGrown { break }
    }
    return found
  }

  private func start(at seconds: Int) -> Int32 {
    Int32(clamping: network.direction == .forward ? seconds : -seconds)
  }

  private func tree(from walks: [StopWalk], _ start: Int32) -> JourneyTree {
    JourneyTree(timetable, network, slack: slack, first: walks, start: start)
  }

  private func onFoot(from start: Int32, to end: Int32) -> Journey {
    let (departure, arrival) =
      network.direction == .forward ? (Int(start), Int(end)) : (Int(-end), Int(-start))
    return Journey(
      legs: [.walk(from: nil, to: nil, departureSeconds: departure, arrivalSeconds: arrival)],
      departureSeconds: departure, arrivalSeconds: arrival)
  }
}

/// A door at the other end of a search whose travel time is known.
public struct JourneyGoal: Sendable {
  /// From stops to the door, or backward from the door to stops.
  public var walks: [StopWalk]
  /// The walk that needs no vehicle.
  public var directSeconds: Int?
  /// From the departure of the search or, backward, until its arrival.
  public var travelSeconds: Int

  public init(_ walks: [StopWalk], directSeconds: Int?, travelSeconds: Int) {
    self.walks = walks
    self.directSeconds = directSeconds
    self.travelSeconds = travelSeconds
  }
}
