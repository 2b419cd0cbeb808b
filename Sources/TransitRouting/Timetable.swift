public import Geography

/// The timetable of one date: flat, immutable, without any reference to where it came from.
///
/// Times are seconds from the start of the service day of that date (GTFS: noon minus 12 hours);
/// trips of the service day before that still run have been shifted, so times may be negative
/// or exceed 24:00.
///
/// Supports: boarding and alighting restrictions; transfers of GTFS types 0 to 3 between stops, and
/// for some routes or trips only (`applying(_:)`); staying seated from trip to trip (`block_id`,
/// transfers of types 4 and 5); trips that overtake, loops, hops of zero seconds. Does not support:
/// frequencies without exact times (they have one phase here, and random ones in `PhaseDraws`),
/// continuous pickup, vehicles that wait for a late one.
public struct Timetable: Sendable {
  public struct Stop: Sendable {
    /// `feed:stop_id`, or the bare `stop_id` where the database holds one feed.
    public var id: String
    public var name: String
    public var coordinate: Coordinate
    /// The station that the stop belongs to.
    public var parent: StopIndex?
    /// The stop that this is a part of: where transfer rules hold for some trips only, the trips
    /// that they name call at a part, which is the same place for whoever walks there.
    public var splitFrom: StopIndex?

    public init(id: String, name: String, coordinate: Coordinate, parent: StopIndex? = nil) {
      self.id = id
      self.name = name
      self.coordinate = coordinate
      self.parent = parent
    }
  }

  public struct Route: Sendable {
    public var id: String
    public var shortName: String
    public var longName: String
    /// GTFS `route_type`, extended types included.
    public var type: Int
    public var operatorName: String

    public init(
      id: String, shortName: String, longName: String = "", type: Int, operatorName: String = ""
    ) {
      self.id = id
      self.shortName = shortName
      self.longName = longName
      self.type = type
      self.operatorName = operatorName
    }
  }

  public struct Trip: Sendable {
    public var id: String
    public var route: RouteIndex
    public var headsign: String

    public init(id: String, route: RouteIndex, headsign: String = "") {
      self.id = id
      self.route = route
      self.headsign = headsign
    }
  }

  /// A call of a trip at a stop.
  public struct StopEvent: Sendable, Equatable {
    public var stop: StopIndex
    public var arrivalSeconds: Int32
    public var departureSeconds: Int32
    /// `pickup_type` is not 1.
    public var canBoard: Bool
    /// `drop_off_type` is not 1.
    public var canAlight: Bool

    public init(
      stop: StopIndex, arrivalSeconds: Int, departureSeconds: Int, canBoard: Bool = true,
      canAlight: Bool = true
    ) {
      self.stop = stop
      self.arrivalSeconds = Int32(clamping: arrivalSeconds)
      self.departureSeconds = Int32(clamping: departureSeconds)
      self.canBoard = canBoard
      self.canAlight = canAlight
    }
  }

  public let stops: [Stop]
  public let routes: [Route]
  public let trips: [Trip]
  /// The calls of trip `t` are `stopEvents[tripStarts[t]..<tripStarts[t + 1]]`, in order; calls
  /// where one can neither board nor alight are left out, unless they are the first or last of a
  /// trip that continues another or is continued.
  public let stopEvents: [StopEvent]
  public let tripStarts: [Int32]
  public let transfers: TransferTable
  /// Where one can stay seated. No trip begins before those end that it follows.
  public let continuations: ContinuationTable
  /// The parts of stops that are split, see `Stop.splitFrom`.
  private let partsByStop: [StopIndex: [StopIndex]]

  init(
    stops: [Stop], routes: [Route], trips: [Trip], stopEvents: [StopEvent], tripStarts: [Int32],
    transfers: TransferTable, continuations: ContinuationTable
  ) {
    self.stops = stops
    self.routes = routes
    self.trips = trips
    self.stopEvents = stopEvents
    self.tripStarts = tripStarts
    self.transfers = transfers
    self.continuations = continuations
    var parts: [StopIndex: [StopIndex]] = [:]
    for (position, stop) in stops.enumerated() {
      if let whole = stop.splitFrom { parts[whole, default: []].append(StopIndex(position)) }
    }
    partsByStop = parts
  }

  public func events(of trip: TripIndex) -> ArraySlice<StopEvent> {
    stopEvents[Int(tripStarts[trip.position])..<Int(tripStarts[trip.position + 1])]
  }

  /// The same timetable with other transfers.
  public func with(transfers: TransferTable) -> Timetable {
    precondition(transfers.stopCount == stops.count, "transfers of another timetable")
    return Timetable(
      stops: stops, routes: routes, trips: trips, stopEvents: stopEvents, tripStarts: tripStarts,
      transfers: transfers, continuations: continuations)
  }

  /// The stop and the parts that it is split into.
  public func parts(of stop: StopIndex) -> [StopIndex] {
    [stop] + (partsByStop[stop] ?? [])
  }

  /// The stop that a part belongs to; a stop that is no part belongs to itself.
  public func whole(_ stop: StopIndex) -> StopIndex {
    stops[stop.position].splitFrom ?? stop
  }

  /// Whether any trip can be boarded (first) or left (second) at each stop.
  public func service() -> (boardable: [Bool], alightable: [Bool]) {
    var boardable = [Bool](repeating: false, count: stops.count)
    var alightable = boardable
    for trip in trips.indices {
      let events = events(of: TripIndex(trip))
      for (offset, event) in events.enumerated() {
        if event.canBoard, offset + 1 < events.count { boardable[event.stop.position] = true }
        if event.canAlight, offset > 0 { alightable[event.stop.position] = true }
      }
    }
    return (boardable, alightable)
  }
}
