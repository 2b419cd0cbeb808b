/// A trip that cannot be part of a timetable.
public struct TimetableError: Error, Sendable, CustomStringConvertible {
  public let tripID: String
  public let reason: String
  public var description: String { "trip \(tripID): \(reason)" }
}

/// Collects stops, routes and trips and freezes them into a `Timetable`.
public struct TimetableBuilder: Sendable {
  public private(set) var stops: [Timetable.Stop] = []
  private var routes: [Timetable.Route] = []
  private var trips: [Timetable.Trip] = []
  var stopEvents: [Timetable.StopEvent] = []
  var tripStarts: [Int32] = [0]
  /// The first departure and the last arrival of each trip.
  var spans: [(start: Int32, end: Int32)] = []
  /// First and last calls that were dropped; a trip that is linked to another gets them back.
  var droppedEnds: [TripIndex: (first: Timetable.StopEvent?, last: Timetable.StopEvent?)] = [:]
  var continuations: [(from: TripIndex, to: TripIndex)] = []
  private var transfers: [Transfer] = []

  public init() {}

  public mutating func add(stop: Timetable.Stop) -> StopIndex {
    stops.append(stop)
    return StopIndex(stops.count - 1)
  }

  public mutating func setParent(_ parent: StopIndex, of stop: StopIndex) {
    stops[stop.position].parent = parent
  }

  public mutating func add(route: Timetable.Route) -> RouteIndex {
    routes.append(route)
    return RouteIndex(routes.count - 1)
  }

  /// Adds a trip with its calls in order. Calls where one can neither board nor alight are
  /// dropped. Throws when a time goes back.
  @discardableResult
  public mutating func add(
    trip: Timetable.Trip, events: some Sequence<Timetable.StopEvent>
  ) throws(TimetableError) -> TripIndex {
    let start = stopEvents.count
    var latest = Int32.min
    var ends: (first: Timetable.StopEvent, last: Timetable.StopEvent?)?
    for event in events {
      guard event.arrivalSeconds >= latest, event.departureSeconds >= event.arrivalSeconds else {
        stopEvents.removeSubrange(start...)
        throw TimetableError(tripID: trip.id, reason: "a time is earlier than the one before it")
      }
      latest = event.departureSeconds
      if event.canBoard || event.canAlight { stopEvents.append(event) }
      ends = (ends?.first ?? event, ends == nil ? nil : event)
    }
    let index = TripIndex(trips.count)
    trips.append(trip)
    tripStarts.append(Int32(stopEvents.count))
    note(ends, of: index)
    return index
  }

  /// Adds a trip with the calls of a pattern at other times; as the other `add` does, and faster.
  ///
  /// - Parameters:
  ///   - calls: in order; their own times do not count.
  ///   - times: arrival and departure of each call, in seconds.
  ///   - shiftSeconds: added to all times.
  @discardableResult
  public mutating func add(
    trip: Timetable.Trip, calls: [Timetable.StopEvent], times: Span<Int32>, shiftSeconds: Int
  ) throws(TimetableError) -> TripIndex {
    precondition(times.count == 2 * calls.count, "an arrival and a departure for each call")
    let start = stopEvents.count
    stopEvents.append(contentsOf: calls)
    var areAllUsable = true
    var isAscending = true
    var latest = Int32.min
    var events = stopEvents.mutableSpan
    for call in calls.indices {
      let arrival = Int32(clamping: Int(times[2 * call]) + shiftSeconds)
      let departure = Int32(clamping: Int(times[2 * call + 1]) + shiftSeconds)
      if arrival < latest || departure < arrival { isAscending = false }
      latest = departure
      events[start + call].arrivalSeconds = arrival
      events[start + call].departureSeconds = departure
      if !(events[start + call].canBoard || events[start + call].canAlight) { areAllUsable = false }
    }
    guard isAscending else {
      stopEvents.removeSubrange(start...)
      throw TimetableError(tripID: trip.id, reason: "a time is earlier than the one before it")
    }
    let index = TripIndex(trips.count)
    let (first, last) = (stopEvents.count > start ? stopEvents[start] : nil, stopEvents.last)
    note(first.map { (first: $0, last: calls.count > 1 ? last : nil) }, of: index)
    if !areAllUsable {
      let dropped = (start..<stopEvents.count).filter {
        !(stopEvents[$0].canBoard || stopEvents[$0].canAlight)
      }
      for position in dropped.reversed() { stopEvents.remove(at: position) }
    }
    trips.append(trip)
    tripStarts.append(Int32(stopEvents.count))
    return index
  }

  /// Makes room for so many more trips and calls.
  public mutating func reserve(trips tripCount: Int, calls: Int) {
    trips.reserveCapacity(trips.count + tripCount)
    tripStarts.reserveCapacity(tripStarts.count + tripCount)
    spans.reserveCapacity(spans.count + tripCount)
    stopEvents.reserveCapacity(stopEvents.count + calls)
  }

  public mutating func add(transfer: Transfer) {
    transfers.append(transfer)
  }

  public func build() -> Timetable {
    let calls = callsWithLinkedEnds()
    return Timetable(
      stops: stops, routes: routes, trips: trips, stopEvents: calls.events,
      tripStarts: calls.starts, transfers: TransferTable(stopCount: stops.count, transfers),
      continuations: continuationTable(calls.starts))
  }
}
