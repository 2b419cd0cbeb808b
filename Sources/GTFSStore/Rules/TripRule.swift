import Findings
import GRDB
import GTFSSchedule
import Geography

/// The calls of a trip in order, as rules look at them.
struct TripCalls {
  struct Call {
    var stop: Int?
    /// Seconds of the service day.
    var arrival: Int?
    var departure: Int?
    var shapeDistance: Double?
    /// How many of a stop, a location group and a location the call names.
    var placeCount: Int
    /// A group of stops or a zone, and not a stop.
    var isZone: Bool
    /// Riders are fetched between these times.
    var windowStart: Int?
    var windowEnd: Int?
    /// From the stop of the call before, in metres, where both have a place.
    var hopMeters: Double?
    var locationType: Int

    /// Whether a ride is ordered for a time window, so that there are no times.
    var isOnDemand: Bool { isZone || windowStart != nil || windowEnd != nil }
    var hasTime: Bool { arrival != nil || departure != nil }
  }

  var calls: [Call]
  var routeType: Int
}

/// What is wrong with a call.
struct CallFault {
  var rule: Rule
  /// The position of the call in its trip.
  var call: Int
  var field: String
  var value: String?
  var message: String?
  var severity: Severity?

  init(
    _ rule: Rule, call: Int, field: String, value: String? = nil, _ message: String? = nil,
    severity: Severity? = nil
  ) {
    self.rule = rule
    self.call = call
    self.field = field
    self.value = value
    self.message = message
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

  private struct Kind: Hashable {
    var pattern: Int
    var timing: Int
    var routeType: Int
  }

  static func check(_ feed: StoredFeed, _ log: inout FindingLog) throws {
    let trips = try PreparedStatement(
      feed.database,
      sql: """
        SELECT trip_key, pattern_key, timing_key, COALESCE(route_type, 3), start_time, trip_id
        FROM store_trip_calls JOIN store_trips USING (trip_key)
        LEFT JOIN store_routes USING (route_key) WHERE store_trips.feed_key = ? ORDER BY pattern_key
        """)
    trips.bind(feed.feedKey, at: 1)
    var patterns = try PatternReader(feed)
    var faultsByKind: [Kind: [CallFault]] = [:]
    var found: [(line: Int, finding: Finding)] = []
    let place = feed.place(of: GTFSSchedule.stopTimes)
    while try trips.step() {
      guard let trip = trips.integer(0), let pattern = trips.integer(1),
        let timing = trips.integer(2), let routeType = trips.integer(3)
      else { continue }
      let kind = Kind(pattern: pattern, timing: timing, routeType: routeType)
      let faults: [CallFault]
      if let known = faultsByKind[kind] {
        faults = known
      } else {
        let calls = TripCalls(
          calls: try patterns.calls(pattern: pattern, timing: timing), routeType: routeType)
        faults = all.flatMap { $0.faults(calls) }
        faultsByKind[kind] = faults
      }
      for fault in faults {
        let line = feed.lines.line(ofCall: fault.call, trip: trip)
        let finding = fault.rule.finding(
          fault.severity, file: place, line: line, field: fault.field,
          value: fault.value ?? trips.withText(5) { CellParsing.string($0) }, fault.message)
        found.append((line ?? .max, finding))
      }
    }
    for (_, finding) in found.sorted(by: { $0.line < $1.line }) { log.add(finding) }
  }
}

/// Reads patterns and timings back from the database.
private struct PatternReader {
  private let pattern: PreparedStatement
  private let timing: PreparedStatement
  private let places: StopPlaces
  private var last: (key: Int, calls: [TripCalls.Call])?

  init(_ feed: StoredFeed) throws {
    pattern = try PreparedStatement(
      feed.database,
      sql: """
        SELECT stop_key, shape_dist_traveled,
          start_pickup_drop_off_window, end_pickup_drop_off_window,
          COALESCE(location_group_key, location_key) IS NOT NULL,
          (stop_key IS NOT NULL) + (location_group_key IS NOT NULL) + (location_key IS NOT NULL)
        FROM store_stop_patterns WHERE pattern_key = ? ORDER BY position
        """)
    timing = try PreparedStatement(
      feed.database, sql: "SELECT times FROM store_timings WHERE timing_key = ?")
    places = try StopPlaces(feed)
  }

  /// The calls of a pattern at the times of a timing, counted from the trip's start.
  mutating func calls(pattern key: Int, timing timingKey: Int) throws -> [TripCalls.Call] {
    var calls = try untimed(key)
    timing.bind(timingKey, at: 1)
    guard try timing.step() else { return calls }
    let times = timing.withText(0) { TimingText.calls($0) }
    timing.reset()
    for (index, time) in times.enumerated() where index < calls.count {
      calls[index].arrival = time.arrival
      calls[index].departure = time.departure
    }
    return calls
  }

  private mutating func untimed(_ key: Int) throws -> [TripCalls.Call] {
    if let last, last.key == key { return last.calls }
    var calls: [TripCalls.Call] = []
    var before: Coordinate?
    pattern.bind(key, at: 1)
    while try pattern.step() {
      let stop = pattern.integer(0)
      let place = stop.flatMap { places[$0] }
      var hop: Double?
      if let from = before, let to = place?.coordinate { hop = from.distanceMeters(to: to) }
      before = place?.coordinate
      calls.append(
        TripCalls.Call(
          stop: stop, shapeDistance: pattern.real(1), placeCount: pattern.integer(5) ?? 0,
          isZone: pattern.integer(4) == 1, windowStart: pattern.integer(2),
          windowEnd: pattern.integer(3), hopMeters: hop,
          locationType: place?.locationType ?? 0))
    }
    last = (key, calls)
    return calls
  }
}
