import Findings
import GRDB
import GTFSSchedule
import Geography

/// The calls of a trip in order, as rules look at them; times count from the trip's start.
struct TripCalls {
  struct Call {
    var stored: StoredCall
    /// From the stop of the call before, in metres, where both have a place.
    var hopMeters: Double?
    var locationType: Int

    var stop: Int? { stored.stop }
    var arrival: Int? { stored.arrival }
    var departure: Int? { stored.departure }
    var shapeDistance: Double? { stored.shapeDistance }
    var placeCount: Int { stored.placeCount }
    var isZone: Bool { stored.isZone }
    var windowStart: Int? { stored.windowStart }
    var windowEnd: Int? { stored.windowEnd }
    var isOnDemand: Bool { stored.isOnDemand }
    var hasTime: Bool { arrival != nil || departure != nil }
  }

  var calls: [Call]
  var routeType: Int
}

/// What is wrong with a call.
struct CallFault {
  /// What the field holds.
  enum Value {
    case none
    /// Seconds after the start of the trip.
    case time(Int?)
    /// The key of a stop.
    case stop(Int?)
    case text(String)
  }

  var rule: Rule
  /// The position of the call in its trip.
  var call: Int
  var field: String
  var value: Value
  var message: String
  var severity: Severity?

  init(
    _ rule: Rule, call: Int, field: String, _ value: Value = .none, _ message: String? = nil,
    severity: Severity? = nil
  ) {
    self.rule = rule
    self.call = call
    self.field = field
    self.value = value
    self.message = message ?? rule.found
    self.severity = severity
  }
}

/// A check that looks along the calls of one trip.
protocol TripRule: SendableMetatype {
  static func faults(_ trip: TripCalls) -> [CallFault]
}

/// Holds the calls of all trips against the rules for trips. Trips with the same pattern, times and
/// kind of vehicle have the same faults, so each combination is looked at once.
enum TripRules: FeedRule {
  static let all: [any TripRule.Type] = [
    CallWithoutPlace.self, CallAtStation.self, MissingTripEdge.self, DecreasingTime.self,
    SingleCall.self, CallWithTwoPlaces.self, MissingWindow.self, TimeWithWindow.self,
    DecreasingShapeDistance.self, StopsTooFar.self, TravelTooFast.self,
  ]

  private struct Kind: Equatable {
    var pattern: Int
    var timing: Int
    var routeType: Int
  }

  static func check(_ feed: StoredFeed, _ log: inout FindingLog) throws {
    let trips = try PreparedStatement(
      feed.database,
      sql: """
        SELECT trip_key, pattern_key, timing_key, COALESCE(route_type, 3), trip_id, start_time
        FROM store_trip_calls JOIN store_trips USING (trip_key)
        LEFT JOIN store_routes USING (route_key) WHERE store_trips.feed_key = ? ORDER BY 2, 3, 4
        """)
    trips.bind(feed.feedKey, at: 1)
    var stored = try StoredCallReader(feed.database)
    let places = try StopPlaces(feed)
    var placed: (pattern: Int, calls: [TripCalls.Call]) = (-1, [])
    var last: (kind: Kind, faults: [CallFault])?
    let place = feed.place(of: GTFSSchedule.stopTimes)
    // A cell that was refused reads as empty: that it is empty is no other fault.
    let stopsRefused = log.hasErrors(in: place, fields: ["stop_id"])
    let timesRefused = log.hasErrors(in: place, fields: ["arrival_time", "departure_time"])
    func isFollowUp(_ fault: CallFault) -> Bool {
      switch fault.rule.code {
      case Rule.callWithoutPlace.code: stopsRefused
      case Rule.missingTripEdge.code: timesRefused
      default: false
      }
    }
    while try trips.step() {
      guard let trip = trips.integer(0), let pattern = trips.integer(1),
        let timing = trips.integer(2), let routeType = trips.integer(3)
      else { continue }
      let kind = Kind(pattern: pattern, timing: timing, routeType: routeType)
      if kind != last?.kind {
        let calls = try stored.calls(pattern: pattern, timing: timing, start: 0)
        if pattern != placed.pattern { placed = (pattern, places.calls(calls)) }
        for index in calls.indices { placed.calls[index].stored = calls[index] }
        let trip = TripCalls(calls: placed.calls, routeType: routeType)
        last = (kind, all.flatMap { $0.faults(trip) })
      }
      for fault in last?.faults ?? [] where !isFollowUp(fault) {
        let id = trips.withText(4) { CellParsing.string($0) }
        log.add(
          fault.rule.finding(
            fault.severity, file: place, line: feed.lines.line(ofCall: fault.call, trip: trip),
            field: fault.field, value: text(fault.value, trips.integer(5) ?? 0, places),
            fault.message + " (trip \(id))"))
      }
    }
  }

  private static func text(_ value: CallFault.Value, _ start: Int, _ stops: StopPlaces) -> String? {
    switch value {
    case .none: nil
    case .time(let seconds): seconds.map { TimingText.clock(start + $0) }
    case .stop(let key): key.flatMap { stops[$0]?.id }
    case .text(let text): text
    }
  }
}

extension StopPlaces {
  /// Stored calls with what their stops add.
  fileprivate func calls(_ stored: [StoredCall]) -> [TripCalls.Call] {
    var before: Coordinate?
    return stored.map { call in
      let place = call.stop.flatMap { self[$0] }
      let hop = before.flatMap { from in place?.coordinate.map { from.distanceMeters(to: $0) } }
      before = place?.coordinate
      return TripCalls.Call(
        stored: call, hopMeters: hop, locationType: place?.locationType ?? 0)
    }
  }
}
