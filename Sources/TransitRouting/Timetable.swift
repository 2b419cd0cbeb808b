public import Geography

/// The timetable of one date: flat, immutable, without any reference to where it came from.
///
/// Times are seconds from the start of the service day of that date (GTFS: noon minus 12 hours);
/// trips of the service day before that still run have been shifted, so times may be negative
/// or exceed 24:00.
///
/// Supports: boarding and alighting restrictions, transfers of GTFS types 0 to 3 between stops,
/// trips that overtake, loops, hops of zero seconds. Does not support: in-seat transfers, trip-
/// and route-specific transfers, frequencies without exact times (expanded by the loader).
public struct Timetable: Sendable {
  public struct Stop: Sendable {
    /// `feed:stop_id`, or the bare `stop_id` where the database holds one feed.
    public var id: String
    public var name: String
    public var coordinate: Coordinate
    /// The station that the stop belongs to.
    public var parent: StopIndex?

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
  /// where one can neither board nor alight are left out.
  public let stopEvents: [StopEvent]
  public let tripStarts: [Int32]
  public let transfers: TransferTable

  public func events(of trip: TripIndex) -> ArraySlice<StopEvent> {
    stopEvents[Int(tripStarts[trip.position])..<Int(tripStarts[trip.position + 1])]
  }

  /// The same timetable with other transfers.
  public func with(transfers: TransferTable) -> Timetable {
    precondition(transfers.stopCount == stops.count, "transfers of another timetable")
    return Timetable(
      stops: stops, routes: routes, trips: trips, stopEvents: stopEvents, tripStarts: tripStarts,
      transfers: transfers)
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
