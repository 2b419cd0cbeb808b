public import TransitRouting

/// The naive router that everything is held against: labels are corrected ride by ride, trip by trip,
/// call by call, until nothing changes. No sorting, no pruning, no shared code with the scans.
public struct ReferenceRouter {
  private let timetable: Timetable
  private let slackSeconds: Int

  public init(_ timetable: Timetable, slackSeconds: Int = 0) {
    self.timetable = timetable
    self.slackSeconds = slackSeconds
  }

  /// The earliest time aboard a vehicle to each stop for one departure, with at most so many rides;
  /// `nil` is unreachable.
  public func earliestArrivals(
    _ access: [StopWalk], departing seconds: Int, rides: Int = .max
  ) -> [Int?] {
    var ready = [Int?](repeating: nil, count: timetable.stops.count)
    var arrivals = ready
    for walk in access {
      lower(&ready[walk.stop.position], to: seconds + Int(walk.seconds))
    }
    var ride = 0
    var changed = true
    while changed, ride < rides {
      ride += 1
      changed = false
      for (stop, arrival) in earliestArrivals(whenReady: ready).enumerated() {
        guard let arrival, lower(&arrivals[stop], to: arrival) else { continue }
        changed = true
        for edge in timetable.transfers.leaving(StopIndex(stop)) {
          lower(&ready[edge.to.position], to: arrival + Int(edge.seconds) + slackSeconds)
        }
      }
    }
    return arrivals
  }

  /// With one ride, on which one may stay seated from trip to trip.
  private func earliestArrivals(whenReady ready: [Int?]) -> [Int?] {
    var arrivals = [Int?](repeating: nil, count: timetable.stops.count)
    // Whether one can be aboard a trip at its first call, from a trip that it continues.
    var isSeated = [Bool](repeating: false, count: timetable.trips.count)
    var changed = true
    while changed {
      changed = false
      for trip in timetable.trips.indices {
        let events = Array(timetable.events(of: TripIndex(trip)))
        for board in events.indices {
          let time = ready[events[board].stop.position] ?? Int.max
          let boards = events[board].canBoard && time <= Int(events[board].departureSeconds)
          guard boards || (board == 0 && isSeated[trip]) else { continue }
          if board + 1 < events.count {
            for next in timetable.continuations.following(TripIndex(trip))
            where !isSeated[next.position] {
              isSeated[next.position] = true
              changed = true
            }
          }
          for alight in events.indices where alight > board && events[alight].canAlight {
            lower(
              &arrivals[events[alight].stop.position], to: Int(events[alight].arrivalSeconds))
          }
        }
      }
    }
    return arrivals
  }

  /// The latest time at which a vehicle can be boarded at each stop to be there by `seconds`;
  /// `nil` where no vehicle does it.
  public func latestDepartures(_ egress: [StopWalk], arrivingBy seconds: Int) -> [Int?] {
    // The latest time of alighting at a stop that is still in time.
    var due = [Int?](repeating: nil, count: timetable.stops.count)
    var departures = due
    // Whether one is in time aboard a trip at its last call, for a trip that continues it.
    var isSeated = [Bool](repeating: false, count: timetable.trips.count)
    for walk in egress { raise(&due[walk.stop.position], to: seconds - Int(walk.seconds)) }
    var changed = true
    while changed {
      changed = false
      for trip in timetable.trips.indices {
        let events = Array(timetable.events(of: TripIndex(trip)))
        for alight in events.indices {
          let time = due[events[alight].stop.position] ?? Int.min
          let leaves = events[alight].canAlight && Int(events[alight].arrivalSeconds) <= time
          guard leaves || (alight == events.count - 1 && isSeated[trip]) else { continue }
          if alight > 0 {
            for before in timetable.trips.indices where !isSeated[before] {
              guard timetable.continuations.following(TripIndex(before)).contains(TripIndex(trip))
              else { continue }
              isSeated[before] = true
              changed = true
            }
          }
          for board in events.indices where board < alight && events[board].canBoard {
            let stop = events[board].stop
            let departure = Int(events[board].departureSeconds)
            if raise(&departures[stop.position], to: departure) { changed = true }
            for from in timetable.stops.indices {
              for edge in timetable.transfers.leaving(StopIndex(from)) where edge.to == stop {
                let there = departure - Int(edge.seconds) - slackSeconds
                if raise(&due[from], to: there) { changed = true }
              }
            }
          }
        }
      }
    }
    return departures
  }

  @discardableResult
  private func lower(_ label: inout Int?, to value: Int) -> Bool {
    if let label, label <= value { return false }
    label = value
    return true
  }

  @discardableResult
  private func raise(_ label: inout Int?, to value: Int) -> Bool {
    if let label, label >= value { return false }
    label = value
    return true
  }
}
