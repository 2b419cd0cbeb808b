/// A trip that cannot be part of a timetable.
public struct TimetableError: Error, Sendable, CustomStringConvertible {
  public let tripID: String
  public let reason: String
  public var description: String { "trip \(tripID): \(reason)" }
}

/// Collects stops, routes and trips and freezes them into a `Timetable`.
public struct TimetableBuilder: Sendable {
  private var stops: [Timetable.Stop] = []
  private var routes: [Timetable.Route] = []
  private var trips: [Timetable.Trip] = []
  private var stopEvents: [Timetable.StopEvent] = []
  private var tripStarts: [Int32] = [0]
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
  public mutating func add(
    trip: Timetable.Trip, events: some Sequence<Timetable.StopEvent>
  ) throws(TimetableError) {
    let start = stopEvents.count
    var latest = Int32.min
    for event in events {
      guard event.arrivalSeconds >= latest, event.departureSeconds >= event.arrivalSeconds else {
        stopEvents.removeSubrange(start...)
        throw TimetableError(tripID: trip.id, reason: "a time is earlier than the one before it")
      }
      latest = event.departureSeconds
      if event.canBoard || event.canAlight { stopEvents.append(event) }
    }
    trips.append(trip)
    tripStarts.append(Int32(stopEvents.count))
  }

  public mutating func add(transfer: Transfer) {
    transfers.append(transfer)
  }

  public func build() -> Timetable {
    Timetable(
      stops: stops, routes: routes, trips: trips, stopEvents: stopEvents, tripStarts: tripStarts,
      transfers: TransferTable(stopCount: stops.count, transfers))
  }
}
