/// Adds trips along stops that exist or are new, on a new route or on one that exists.
public struct AddTrips: Sendable, Equatable {
  /// `route_id`. The other values are for a new route.
  public var route: String
  public var routeName: String?
  /// GTFS `route_type`; a bus (3) if `nil`.
  public var mode: Int?
  public var operatorName: String?
  public var stops: [EditedStop]
  /// Seconds between the stops.
  public var hopTimes: [Int]
  /// Seconds of the stay at each stop; none if `nil`.
  public var dwellTimes: [Int]?
  /// The same departures from the last stop back to the first, at mirrored times.
  public var isBidirectional: Bool
  public var frequencies: [Departures]

  public init(
    route: String, routeName: String? = nil, mode: Int? = nil, operatorName: String? = nil,
    stops: [EditedStop], hopTimes: [Int], dwellTimes: [Int]? = nil, isBidirectional: Bool = false,
    frequencies: [Departures]
  ) {
    self.route = route
    self.routeName = routeName
    self.mode = mode
    self.operatorName = operatorName
    self.stops = stops
    self.hopTimes = hopTimes
    self.dwellTimes = dwellTimes
    self.isBidirectional = isBidirectional
    self.frequencies = frequencies
  }
}

extension AddTrips: EditStep {
  var madeNames: [String] { [route] + stops.madeNames }

  func apply(to draft: inout TimetableDraft, _ log: inout EditLog) {
    if stops.count < 2 {
      log.report("wrong_count", "stops", "\(stops.count)", "takes at least two stops")
    } else {
      log.check(hopTimes, "hop_times", count: stops.count - 1, "one from each stop to the next")
    }
    if let dwellTimes {
      log.check(dwellTimes, "dwell_times", count: stops.count, "one for each stop")
    }
    if frequencies.isEmpty {
      log.report("missing_key", "frequencies", nil, "the trips need departures")
    }
    let known = knownRoute(draft, &log)
    let found = draft.findOrMake(stops, &log)
    guard !log.isFailed else { return }
    let index =
      known
      ?? draft.add(
        route: .init(
          id: route, shortName: routeName ?? route, type: mode ?? 3,
          operatorName: operatorName ?? ""))
    let dwells = dwellTimes ?? Array(repeating: 0, count: stops.count)
    add(index, "\(route):0", calls(found, hopTimes, dwells), &draft, &log)
    if isBidirectional {
      let back = calls(found.reversed(), hopTimes.reversed(), dwells.reversed())
      add(index, "\(route):1", back, &draft, &log)
    }
  }

  private func knownRoute(_ draft: TimetableDraft, _ log: inout EditLog) -> RouteIndex? {
    switch draft.routeNames.match(route) {
    case .unknown: return nil
    case .ambiguous: return draft.findRoute(route, "route", &log)
    case .found(let id):
      for (key, isGiven) in [
        ("route_name", routeName != nil), ("mode", mode != nil), ("operator", operatorName != nil),
      ] where isGiven {
        log.report("known_route", key, nil, "the route \(id) exists and has one; leave the key out")
      }
      return draft.routesByID[id]
    }
  }

  private func add(
    _ route: RouteIndex, _ tripID: String, _ calls: [Timetable.StopEvent],
    _ draft: inout TimetableDraft, _ log: inout EditLog
  ) {
    let headsign = calls.last.map { draft.stops[$0.stop.position].name } ?? ""
    for departures in frequencies {
      draft.add(
        departures, .init(id: tripID, route: route, headsign: headsign), calls, &log)
    }
  }

  /// With the first departure at 0 s.
  private func calls(
    _ stops: [StopIndex], _ hops: [Int], _ dwells: [Int]
  ) -> [Timetable.StopEvent] {
    var clock = -dwells[0]
    return stops.indices.map { index in
      if index > 0 { clock += hops[index - 1] }
      let arrival = clock
      clock += dwells[index]
      return .init(stop: stops[index], arrivalSeconds: arrival, departureSeconds: clock)
    }
  }
}

extension TimetableDraft {
  /// Adds the trips of a pattern.
  ///
  /// - Parameters:
  ///   - trip: its id is that of a trip of `trips.txt`; repetitions have their start behind it.
  ///   - calls: with the first departure at 0 s.
  mutating func add(
    _ departures: Departures, _ trip: Timetable.Trip, _ calls: [Call], _ log: inout EditLog
  ) {
    switch departures {
    case .stated(let starts): add(starts, trip, calls, &log)
    case .headway(let window, let headway, isExact: true):
      add(
        Array(stride(from: window.lowerBound, to: window.upperBound, by: headway)), trip, calls,
        &log)
    case .headway(let window, let headway, isExact: false):
      let row = PhaseDraws.Row(
        // The headway is no part of it: scenarios that differ in it alone share their luck.
        name: "edit \(trip.id) \(window.lowerBound)", tripID: trip.id,
        startSeconds: window.lowerBound, endSeconds: window.upperBound, headwaySeconds: headway,
        trips: 0..<0, firstStartSeconds: window.lowerBound)
      if let row = Row(row, trip, calls, firstStartSeconds: 0) {
        rows.append(row)
        log.effect.addedRows += 1
      }
    }
  }

  private mutating func add(
    _ starts: [Int], _ trip: Timetable.Trip, _ calls: [Call], _ log: inout EditLog
  ) {
    for start in starts {
      scheduled.append(Trip(trip: trip.starting(at: start), calls: calls.shifted(by: start)))
    }
    log.effect.addedTrips += starts.count
  }
}

extension TimetableDraft.Row {
  /// The row with its trips at phase 0; `nil` where none is in its window.
  ///
  /// - Parameters:
  ///   - row: its trips and its first start are found here.
  ///   - calls: of a trip that leaves at `firstStartSeconds`.
  init?(
    _ row: PhaseDraws.Row, _ trip: Timetable.Trip, _ calls: [Timetable.StopEvent],
    firstStartSeconds: Int
  ) {
    var wide = row
    // A phase can bring a trip into the window, by up to a headway.
    if let window = row.window, window.lowerBound > Int.min + row.headwaySeconds {
      wide.window = (window.lowerBound - row.headwaySeconds)..<window.upperBound
    }
    var named = trip
    named.id = row.tripID
    let starts = stride(from: row.startSeconds, to: row.endSeconds, by: row.headwaySeconds)
      .filter { wide.holds(calls[...], $0 - firstStartSeconds) }
    guard let first = starts.first else { return nil }
    self.row = row
    self.row.firstStartSeconds = first
    trips = starts.map { start in
      TimetableDraft.Trip(
        trip: named.starting(at: start - row.dayShiftSeconds),
        calls: calls.shifted(by: start - firstStartSeconds))
    }
  }
}

extension Timetable.Trip {
  fileprivate func starting(at seconds: Int) -> Timetable.Trip {
    var trip = self
    trip.id += "@\(seconds)"
    return trip
  }
}
