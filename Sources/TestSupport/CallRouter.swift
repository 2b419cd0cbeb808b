public import TransitRouting

/// A naive router that asks of every pair of calls which rule of transfers fits the two trips: what
/// a timetable with rules for some trips is held against. It knows neither parts of stops nor
/// tables of transfers.
public struct CallRouter {
  private let timetable: Timetable
  private let rules: [TransferRule]
  private let slackSeconds: Int

  /// - Parameter timetable: before the rules are applied.
  public init(_ timetable: Timetable, _ rules: [TransferRule], slackSeconds: Int = 0) {
    self.timetable = timetable
    self.rules = rules
    self.slackSeconds = slackSeconds
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
            for next in timetable.continuations.following(trip) {
              let first = timetable.events(of: next).startIndex
              if !isAboard[first] { changed = true }
              isAboard[first] = true
            }
          }
          guard calls[call].canAlight, !isOut[call] else { continue }
          isOut[call] = true
          let stop = calls[call].stop.position
          arrivals[stop] = min(arrivals[stop] ?? Int.max, Int(calls[call].arrivalSeconds))
          if change(from: trip, call, &isAboard) { changed = true }
        }
      }
    }
    return arrivals
  }

  /// Boards every call that can be had after getting out at one.
  private func change(from trip: TripIndex, _ call: Int, _ isAboard: inout [Bool]) -> Bool {
    let out = timetable.stopEvents[call]
    var changed = false
    for next in timetable.trips.indices.map({ TripIndex($0) }) {
      let calls = timetable.events(of: next)
      for board in calls.indices where calls[board].canBoard && !isAboard[board] {
        guard let change = changeSeconds(trip, out.stop, next, calls[board].stop),
          Int(out.arrivalSeconds) + change + slackSeconds <= Int(calls[board].departureSeconds)
        else { continue }
        isAboard[board] = true
        changed = true
      }
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
      // Both trips, a trip and a route, a trip, both routes, a route.
      let order = [20: 5, 11: 4, 10: 3, 2: 2, 1: 1]
      guard let arriving = weight(rule.arriving, trip),
        let departing = weight(rule.departing, next),
        let rank = order[arriving + departing], rank >= best
      else { continue }
      best = rank
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
