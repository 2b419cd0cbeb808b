public import TransitRouting

/// A naive router that asks of every pair of calls which rule of transfers fits the two trips: what
/// a timetable with rules for some trips is held against. It knows neither parts of stops nor
/// tables of transfers.
public struct CallRouter {
  private let timetable: Timetable
  private let rules: [TransferRule]
  private let slackSeconds: Int
  /// For each call at which one gets out the calls that one can then board, and the reverse.
  private var next: [[Int]] = []
  private var previous: [[Int]] = []

  /// - Parameter timetable: before the rules are applied.
  public init(_ timetable: Timetable, _ rules: [TransferRule], slackSeconds: Int = 0) {
    self.timetable = timetable
    self.rules = rules
    self.slackSeconds = slackSeconds
    next = Array(repeating: [], count: timetable.stopEvents.count)
    previous = next
    let tripOfCall = timetable.trips.indices.flatMap { trip in
      timetable.events(of: TripIndex(trip)).map { _ in TripIndex(trip) }
    }
    let calls = timetable.stopEvents
    for out in calls.indices where calls[out].canAlight {
      for board in calls.indices
      where calls[board].canBoard && calls[board].departureSeconds >= calls[out].arrivalSeconds {
        guard
          let change = changeSeconds(
            tripOfCall[out], calls[out].stop, tripOfCall[board], calls[board].stop),
          Int(calls[out].arrivalSeconds) + change + slackSeconds
            <= Int(calls[board].departureSeconds)
        else { continue }
        next[out].append(board)
        previous[board].append(out)
      }
    }
  }

  /// The earliest time aboard a vehicle to each stop for one departure from a stop; `nil` is
  /// unreachable.
  public func earliestArrivals(_ access: [StopWalk], departing seconds: Int) -> [Int?] {
    var arrivals = [Int?](repeating: nil, count: timetable.stops.count)
    // Calls at which one can be aboard, and those at which one can have got out.
    var isAboard = [Bool](repeating: false, count: timetable.stopEvents.count)
    var isOut = isAboard
    for (call, event) in timetable.stopEvents.enumerated() where event.canBoard {
      for walk in access where walk.stop == event.stop {
        if seconds + Int(walk.seconds) <= Int(event.departureSeconds) { isAboard[call] = true }
      }
    }
    var changed = true
    while changed {
      changed = false
      for trip in timetable.trips.indices.map({ TripIndex($0) }) {
        let calls = timetable.events(of: trip)
        for call in calls.indices.dropFirst() where isAboard[call - 1] {
          if !isAboard[call] {
            isAboard[call] = true
            changed = true
          }
          if call == calls.endIndex - 1 {
            for following in timetable.continuations.following(trip) {
              let first = timetable.events(of: following).startIndex
              if !isAboard[first] { changed = true }
              isAboard[first] = true
            }
          }
          guard calls[call].canAlight, !isOut[call] else { continue }
          isOut[call] = true
          let stop = calls[call].stop.position
          arrivals[stop] = min(arrivals[stop] ?? Int.max, Int(calls[call].arrivalSeconds))
          if mark(next[call], &isAboard) { changed = true }
        }
      }
    }
    return arrivals
  }

  /// The latest time at which a vehicle can be boarded at each stop to be there by `seconds`; `nil`
  /// where no vehicle does it.
  public func latestDepartures(_ egress: [StopWalk], arrivingBy seconds: Int) -> [Int?] {
    var departures = [Int?](repeating: nil, count: timetable.stops.count)
    // Calls at which one may be aboard when the vehicle comes, and those at which one may board.
    var isInTime = [Bool](repeating: false, count: timetable.stopEvents.count)
    var isBoarded = isInTime
    for (call, event) in timetable.stopEvents.enumerated() where event.canAlight {
      for walk in egress where walk.stop == event.stop {
        if Int(event.arrivalSeconds) + Int(walk.seconds) <= seconds { isInTime[call] = true }
      }
    }
    var changed = true
    while changed {
      changed = false
      for trip in timetable.trips.indices.map({ TripIndex($0) }) {
        let calls = timetable.events(of: trip)
        for call in calls.indices.dropFirst().reversed() where isInTime[call] {
          let before = call - 1
          if before > calls.startIndex, !isInTime[before] {
            isInTime[before] = true
            changed = true
          }
          if before == calls.startIndex {
            for previous in timetable.trips.indices.map({ TripIndex($0) })
            where timetable.continuations.following(previous).contains(trip) {
              let last = timetable.events(of: previous).endIndex - 1
              if !isInTime[last] { changed = true }
              isInTime[last] = true
            }
          }
          guard calls[before].canBoard, !isBoarded[before] else { continue }
          isBoarded[before] = true
          let stop = calls[before].stop.position
          departures[stop] = max(
            departures[stop] ?? Int.min, Int(calls[before].departureSeconds))
          if mark(previous[before], &isInTime) { changed = true }
        }
      }
    }
    return departures
  }

  /// - Returns: whether any of some calls was not marked.
  private func mark(_ calls: [Int], _ isMarked: inout [Bool]) -> Bool {
    var changed = false
    for call in calls where !isMarked[call] {
      isMarked[call] = true
      changed = true
    }
    return changed
  }

  /// By the ranking of the GTFS reference; `nil` where one cannot change.
  private func changeSeconds(
    _ trip: TripIndex, _ from: StopIndex, _ next: TripIndex, _ to: StopIndex
  ) -> Int? {
    var seconds = timetable.transfers.leaving(from).first { $0.to == to }.map { Int($0.seconds) }
    var best = 0
    for rule in rules where rule.from == from && rule.to == to {
      // Both trips, a trip and a route, a trip, both routes, a route: 20, 11, 10, 2, 1.
      guard let arriving = weight(rule.arriving, trip),
        let departing = weight(rule.departing, next), arriving + departing >= max(1, best)
      else { continue }
      best = arriving + departing
      seconds = rule.seconds.map { Int($0) }
    }
    return seconds
  }

  /// 10 for a trip, 1 for a route, 0 for all; `nil` where the rule is for others.
  private func weight(_ trips: TransferRule.Trips, _ trip: TripIndex) -> Int? {
    switch trips {
    case .all: 0
    case .route(let route): timetable.trips[trip.position].route == route ? 1 : nil
    case .trips(let runs): runs.contains(trip) ? 10 : nil
    }
  }
}
