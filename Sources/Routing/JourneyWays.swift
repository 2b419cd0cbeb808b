public import Geography
public import StreetRouting
import TransitRouting

/// A stretch of a journey without a vehicle of the timetable.
public struct WayLeg: Sendable {
  public var mode: StreetMode
  /// Where it ends, if that is neither a stop nor a door.
  public var endName: String?
  public var seconds: Int
  /// The way along streets; `nil` where it is not one.
  public var route: StreetRoute?
  /// Whether it is the fallback where no street is; else a leg without a route is a time that a
  /// table or the feed states.
  public var isStraightLine: Bool
  /// What else is in its time.
  public var remark: String?
  /// The places that a way along streets joins.
  var ends: [Coordinate] = []

  public init(
    mode: StreetMode, endName: String? = nil, seconds: Int, route: StreetRoute? = nil,
    isStraightLine: Bool = false, remark: String? = nil, ends: [Coordinate] = []
  ) {
    self.ends = ends
    self.mode = mode
    self.endName = endName
    self.seconds = seconds
    self.route = route
    self.isStraightLine = isStraightLine
    self.remark = remark
  }
}

/// How one gets between a door and the stops.
public enum DoorWay: Sendable {
  case travel(any TravelModel)
  /// Over one of several facilities; the time of the day is that of the congestion.
  case parkAndRide(ParkAndRide, [ParkAndRide.FacilityDoor], atSeconds: Int)
}

/// Finds what the ways of a journey without a timetable consist of, leg by leg, for itineraries.
public struct JourneyWays: Sendable {
  private let network: DoorToDoorNetwork
  private let origin: Coordinate
  private let destination: Coordinate
  private let originWay: DoorWay
  private let destinationWay: DoorWay

  /// - Parameters:
  ///   - originWay, destinationWay: by default on foot as the network walks; a journey without a
  ///     ride is made by the one that is not.
  public init(
    _ network: DoorToDoorNetwork, from origin: Coordinate, to destination: Coordinate,
    originWay: DoorWay? = nil, destinationWay: DoorWay? = nil
  ) {
    self.network = network
    self.origin = origin
    self.destination = destination
    self.originWay = originWay ?? .travel(network.walking)
    self.destinationWay = destinationWay ?? .travel(network.walking)
  }

  /// The legs of the way between two stops, or a door (`nil`) and a stop, in order of travel.
  func legs(from start: StopIndex?, to end: StopIndex?) -> [WayLeg] {
    func place(_ stop: StopIndex) -> Coordinate {
      network.timetable.stops[stop.position].coordinate
    }
    switch (start, end) {
    case (nil, nil):
      let way =
        if case .travel(let model) = originWay, model.mode == .walk { destinationWay } else {
          originWay
        }
      guard case .travel(let model) = way else { return [] }
      return [Self.leg(by: model, from: origin, to: destination)].compactMap { $0 }
    case (nil, let stop?):
      switch originWay {
      case .travel(let model):
        return [Self.leg(by: model, from: origin, to: place(stop))].compactMap { $0 }
      case .parkAndRide(let ride, let doors, let seconds):
        return over(ride, doors, seconds, home: origin, stop, isAccess: true)
      }
    case (let stop?, nil):
      switch destinationWay {
      case .travel(let model):
        return [Self.leg(by: model, from: place(stop), to: destination)].compactMap { $0 }
      case .parkAndRide(let ride, let doors, let seconds):
        return over(ride, doors, seconds, home: destination, stop, isAccess: false)
      }
    case (let start?, let end?):
      // Within a station one does not walk along streets, and a time that the feed states is its own.
      let timetable = network.timetable
      guard timetable.station(of: start) != timetable.station(of: end),
        !network.statedTransfers.contains(StopPair(from: start, to: end))
      else { return [] }
      return [Self.leg(by: network.walking, from: place(start), to: place(end))].compactMap { $0 }
    }
  }

  static func leg(
    by model: any TravelModel, from: Coordinate, to: Coordinate
  ) -> WayLeg? {
    let limitSeconds = 86_400
    if let streets = model as? StreetTravel,
      let route = streets.route(from: from, to: to, limitSeconds: limitSeconds)
    {
      let isFar = [from, to].contains { streets.network.position(at: $0)?.isFarFromStreets == true }
      return WayLeg(
        mode: model.mode, seconds: (Int(route.milliseconds) + 999) / 1000, route: route,
        isStraightLine: isFar, ends: [from, to])
    }
    return model.time(from: from, to: to, limitSeconds: limitSeconds).map {
      WayLeg(mode: model.mode, seconds: $0.seconds, isStraightLine: $0.isStraightLine)
    }
  }

  /// Home, facility, stop, or back.
  private func over(
    _ ride: ParkAndRide, _ doors: [ParkAndRide.FacilityDoor], _ seconds: Int, home: Coordinate,
    _ stop: StopIndex, isAccess: Bool
  ) -> [WayLeg] {
    func walkSeconds(_ door: ParkAndRide.FacilityDoor) -> Int? {
      (isAccess ? door.door.access : door.door.egress).first { $0.stop == stop }
        .map { Int($0.seconds) }
    }
    let best = doors.filter { walkSeconds($0) != nil }
      .min { (walkSeconds($0) ?? 0, $0.facility) < (walkSeconds($1) ?? 0, $1.facility) }
    guard let best, let total = walkSeconds(best) else { return [] }
    let facility = ride.facilities[best.facility]
    let model: any TravelModel =
      switch ride.vehicle {
      case .car(let car): car.travel(at: seconds)
      case .bicycle(let model): model
      }
    let (from, to) = isAccess ? (home, facility.coordinate) : (facility.coordinate, home)
    let feeder = isAccess ? best.toSeconds : best.fromSeconds
    let place = network.timetable.stops[stop.position].coordinate
    let parking = "the parking at \(facility.name)"
    var drive = Self.leg(by: model, from: from, to: to) ?? WayLeg(mode: model.mode, seconds: feeder)
    drive.endName = isAccess ? parking : nil
    drive.seconds = feeder
    if case .car(let car) = ride.vehicle {
      drive.remark = car.remark(from: from, to: to, isAccess ? .doorToPlace : .placeToDoor)
    }
    let (start, end) = isAccess ? (facility.coordinate, place) : (place, facility.coordinate)
    var walk =
      Self.leg(by: network.walking, from: start, to: end)
      ?? WayLeg(mode: .walk, seconds: total - feeder)
    walk.endName = isAccess ? nil : parking
    walk.seconds = total - feeder
    walk.remark =
      "\(ride.rules.parkSeconds) s of it to \(isAccess ? "leave" : "get") the \(model.mode.rawValue)"
    return isAccess ? [drive, walk] : [walk, drive]
  }
}

extension Itinerary {
  /// A journey without any vehicle of the timetable.
  ///
  /// - Parameter departureSeconds: `nil` ends it at `arrivalSeconds`.
  public init(
    _ ways: [WayLeg], from: String, to: String, departureSeconds: Int? = nil,
    arrivalSeconds: Int = 0
  ) {
    let total = ways.reduce(0) { $0 + $1.seconds }
    let start = departureSeconds ?? arrivalSeconds - total
    self.departureSeconds = start
    self.arrivalSeconds = start + total
    rideCount = 0
    legs = Leg(
      mode: .walk, from: from, to: to, departureSeconds: start, arrivalSeconds: start + total
    ).split(ways)
  }
}

extension JourneyWays {
  /// All the way by one mode; `nil` where it takes longer than a day or there is no way.
  public static func direct(
    by model: any TravelModel, from origin: Coordinate, to destination: Coordinate
  ) -> [WayLeg]? {
    leg(by: model, from: origin, to: destination).map { [$0] }
  }
}

extension Itinerary.Leg {
  /// The leg as the legs of a way; the last one fills up the time.
  func split(_ ways: [WayLeg]) -> [Itinerary.Leg] {
    guard !ways.isEmpty else { return [self] }
    var legs: [Itinerary.Leg] = []
    var clock = departureSeconds
    for (index, way) in ways.enumerated() {
      let isLast = index == ways.count - 1
      var leg = self
      leg.mode = Itinerary.Mode(way.mode)
      leg.departureSeconds = clock
      leg.arrivalSeconds = isLast ? arrivalSeconds : min(arrivalSeconds, clock + way.seconds)
      clock = leg.arrivalSeconds
      if index > 0 {
        leg.from = ways[index - 1].endName ?? leg.from
        leg.fromStopID = nil
      }
      if let name = way.endName {
        leg.to = name
        leg.toStopID = nil
      }
      leg.isStraightLine = way.isStraightLine
      leg.remark = way.remark
      leg.distanceMeters = way.route.map { Int(($0.lengthMeters + $0.offStreetMeters).rounded()) }
      leg.offStreetMeters = way.route.map { Int($0.offStreetMeters.rounded()) }
      leg.via = way.route.map(\.mainStreets)
      leg.geometry = way.route.map { Array(way.ends.prefix(1)) + $0.points + way.ends.dropFirst() }
      legs.append(leg)
    }
    return legs
  }

  /// `, 14.2 km by N28, E19`, what else is in it, and whether it is the straight line.
  var wayText: String {
    var text = ""
    if let distanceMeters {
      text +=
        distanceMeters < 1000
        ? ", \(distanceMeters) m"
        : ", \(distanceMeters / 1000).\(distanceMeters % 1000 / 100) km"
    }
    if let via, !via.isEmpty { text += " by \(via)" }
    if let offStreetMeters, offStreetMeters > 300 {
      text += ", \(offStreetMeters / 1000).\(offStreetMeters % 1000 / 100) km of it off these roads"
    }
    if let remark { text += ", \(remark)" }
    return text + (isStraightLine == true ? " (straight line × detour: no street known near)" : "")
  }
}

extension StreetRoute {
  /// The streets that make up most of the way, in order: those with a name and at least a
  /// twentieth of its length.
  public var mainStreets: String {
    var names: [String] = []
    for part in parts where !part.name.isEmpty && part.lengthMeters * 20 >= lengthMeters {
      if names.last != part.name { names.append(part.name) }
    }
    return names.joined(separator: ", ")
  }
}
