public import Geography
import StreetRouting
public import TransitRouting

/// A journey as a person reads it: names, lines and clock times.
public struct Itinerary: Sendable, Codable, Equatable {
  public enum Mode: String, Sendable, Codable {
    case walk, bike
    case eBike = "e-bike"
    case car, ride

    init(_ mode: StreetMode) {
      switch mode {
      case .walk: self = .walk
      case .bike: self = .bike
      case .eBike: self = .eBike
      case .car: self = .car
      }
    }
  }

  public struct Leg: Sendable, Codable, Equatable {
    public var mode: Mode
    public var from: String
    public var to: String
    public var fromStopID: String?
    public var toStopID: String?
    public var departureSeconds: Int
    public var arrivalSeconds: Int
    public var line: String?
    public var headsign: String?
    public var tripID: String?
    public var operatorName: String?
    /// Of a ride: the kind of vehicle.
    public var vehicle: TransitMode?
    /// Of a ride: one came with the ride before, in the same vehicle.
    public var staysSeated: Bool?
    /// Of a way along streets: its length, its main streets in order, and where it runs.
    public var distanceMeters: Int?
    /// Of these, those between the places and the streets.
    public var offStreetMeters: Int?
    public var via: String?
    public var geometry: [Coordinate]?
    /// Of a way without a vehicle of the timetable: it is the straight line, no street was near.
    public var isStraightLine: Bool?
    /// What else is in its time, such as the search for a place to park.
    public var remark: String?
  }

  public var departureSeconds: Int
  public var arrivalSeconds: Int
  public var rideCount: Int
  public var legs: [Leg]

  /// - Parameters:
  ///   - from, to: names of both ends, for legs that begin or end at a door.
  ///   - ways: what the ways without a timetable consist of; without it each is one walk.
  public init(
    _ journey: Journey, _ timetable: Timetable, from: String, to: String, ways: JourneyWays? = nil
  ) {
    departureSeconds = journey.departureSeconds
    arrivalSeconds = journey.arrivalSeconds
    rideCount = journey.rideCount
    legs = journey.legs.flatMap { leg -> [Leg] in
      switch leg {
      case .walk(let start, let end, let departure, let arrival):
        let way = Leg(
          mode: .walk, from: start.map { timetable.stops[$0.position].name } ?? from,
          to: end.map { timetable.stops[$0.position].name } ?? to,
          fromStopID: start.map { timetable.stops[$0.position].id },
          toStopID: end.map { timetable.stops[$0.position].id }, departureSeconds: departure,
          arrivalSeconds: arrival)
        return way.split(ways?.legs(from: start, to: end) ?? [])
      case .ride(let tripIndex, let board, let alight, let staysSeated):
        return [Self.ride(timetable, tripIndex, board, alight, staysSeated)]
      }
    }
  }

  private static func ride(
    _ timetable: Timetable, _ tripIndex: TripIndex, _ board: Int, _ alight: Int, _ staysSeated: Bool
  ) -> Leg {
    let trip = timetable.trips[tripIndex.position]
    let route = timetable.routes[trip.route.position]
    let (start, end) = (timetable.stopEvents[board], timetable.stopEvents[alight])
    return Leg(
      mode: .ride, from: timetable.stops[start.stop.position].name,
      to: timetable.stops[end.stop.position].name,
      fromStopID: timetable.stops[start.stop.position].id,
      toStopID: timetable.stops[end.stop.position].id,
      departureSeconds: Int(start.departureSeconds), arrivalSeconds: Int(end.arrivalSeconds),
      line: route.lineName,
      headsign: trip.headsign, tripID: trip.id, operatorName: route.operatorName,
      vehicle: route.mode, staysSeated: staysSeated)
  }

  /// One line for each leg, waits included; who stays seated does not wait.
  public var text: String {
    let minutes = (arrivalSeconds - departureSeconds + 30) / 60
    var lines = [
      "\(TimeOfDay.text(departureSeconds)) – \(TimeOfDay.text(arrivalSeconds))  \(minutes) min, "
        + "\(rideCount) ride\(rideCount == 1 ? "" : "s")"
    ]
    var clock = departureSeconds
    for leg in legs {
      let isSeated = leg.staysSeated == true
      if leg.departureSeconds > clock, !isSeated {
        lines.append("  \(TimeOfDay.text(clock))  wait \((leg.departureSeconds - clock) / 60) min")
      }
      let span = "  \(TimeOfDay.text(leg.departureSeconds)) – \(TimeOfDay.text(leg.arrivalSeconds))"
      if leg.mode != .ride {
        lines.append(span + "  \(leg.mode.rawValue) from \(leg.from) to \(leg.to)" + leg.wayText)
      } else {
        let towards = leg.headsign.map { $0.isEmpty ? "" : " to \($0)" } ?? ""
        let words = [leg.vehicle?.name, leg.operatorName, leg.line]
        lines.append(
          span + (isSeated ? "  stay seated: " : "  ")
            + words.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " ")
            + "\(towards): \(leg.from) – \(leg.to)  [\(leg.tripID ?? "")]")
      }
      clock = leg.arrivalSeconds
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
