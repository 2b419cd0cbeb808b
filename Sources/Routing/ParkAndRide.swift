public import Geography
import Parallelism
import TransitRouting

/// A place at a station where a car or a bicycle can be left.
public struct ParkingFacility: Sendable, Equatable {
  public var id: String
  public var name: String
  public var coordinate: Coordinate
  public var takesCars: Bool
  public var takesBicycles: Bool

  public init(
    id: String, name: String, coordinate: Coordinate, takesCars: Bool, takesBicycles: Bool
  ) {
    self.id = id
    self.name = name
    self.coordinate = coordinate
    self.takesCars = takesCars
    self.takesBicycles = takesBicycles
  }
}

/// Park and ride, bike and ride: by one's own vehicle to a station that has a place for it, on by
/// public transport, and back to the same station.
public struct ParkAndRide: Sendable {
  public enum Vehicle: Sendable {
    case car(CarTravel)
    case bicycle(any TravelModel)
  }

  public struct Rules: Sendable, Equatable {
    /// The longest drive, and the longest ride by bicycle, where nothing else is asked for.
    public static let usualDriveSeconds = 45 * 60
    public static let usualRideSeconds = 30 * 60

    /// Between home and the facility.
    public var maximumFeederSeconds = Rules.usualDriveSeconds
    /// Between the facility and a stop.
    public var maximumWalkSeconds = 10 * 60
    /// To leave the vehicle, or to get it again.
    public var parkSeconds = 120

    public init() {}
  }

  /// How one gets from home over one facility to the stops at it.
  public struct FacilityDoor: Sendable {
    public var facility: Int
    /// Access: home to facility. Egress: facility to home. Seconds, without parking.
    public var toSeconds: Int
    public var fromSeconds: Int
    public var door: Door
  }

  public let facilities: [ParkingFacility]
  public let vehicle: Vehicle
  public let rules: Rules
  /// On foot between each facility and the stops at it.
  private let stations: [Door]

  /// - Parameter facilities: those that do not take the vehicle or have no served stop within the
  ///   walk are left out.
  public init(
    _ facilities: [ParkingFacility], by vehicle: Vehicle, in network: DoorToDoorNetwork,
    rules: Rules = Rules(), threads: Int
  ) async {
    let fitting = facilities.filter { facility in
      switch vehicle {
      case .car: facility.takesCars
      case .bicycle: facility.takesBicycles
      }
    }
    let doors = await network.doors(
      at: fitting.map(\.coordinate), limitSeconds: rules.maximumWalkSeconds, threads: threads)
    let served = fitting.indices.filter {
      !doors[$0].access.isEmpty && !doors[$0].egress.isEmpty
    }
    self.vehicle = vehicle
    self.rules = rules
    self.facilities = served.map { fitting[$0] }
    stations = served.map { doors[$0] }
  }

  /// The ways from homes over each facility within reach, nearest first.
  ///
  /// - Parameters:
  ///   - morning, evening: times of the day whose congestion counts.
  ///   - nearest: at most so many facilities for each home.
  public func doors(
    at homes: [Coordinate], morning: Int, evening: Int, nearest: Int = 60, threads: Int
  ) async -> [[FacilityDoor]] {
    let places = facilities.map(\.coordinate)
    let there = await feeder(homes, places, at: morning, isToFacility: true, threads)
    let back = await feeder(homes, places, at: evening, isToFacility: false, threads)
    return homes.indices.map { home in
      let returns = Dictionary(uniqueKeysWithValues: back[home].map { ($0.position, $0.time) })
      return there[home].compactMap { reached -> FacilityDoor? in
        guard let way = returns[reached.position] else { return nil }
        return facilityDoor(reached.position, to: reached.time, from: way)
      }
      .sorted {
        ($0.toSeconds + $0.fromSeconds, $0.facility) < ($1.toSeconds + $1.fromSeconds, $1.facility)
      }
      .prefix(nearest).map { $0 }
    }
  }

  private func facilityDoor(
    _ facility: Int, to there: TravelTime, from back: TravelTime
  ) -> FacilityDoor {
    let station = stations[facility]
    func walks(_ walks: [StopWalk], _ feeder: TravelTime) -> [StopWalk] {
      walks.map {
        StopWalk(
          stop: $0.stop, seconds: Int($0.seconds) + feeder.seconds + rules.parkSeconds,
          isStraightLine: $0.isStraightLine || feeder.isStraightLine)
      }
    }
    return FacilityDoor(
      facility: facility, toSeconds: there.seconds, fromSeconds: back.seconds,
      door: Door(
        access: walks(station.access, there), egress: walks(station.egress, back)))
  }

  /// For each home the facilities within reach.
  private func feeder(
    _ homes: [Coordinate], _ places: [Coordinate], at seconds: Int, isToFacility: Bool,
    _ threads: Int
  ) async -> [[ReachedPlace]] {
    let limit = rules.maximumFeederSeconds
    switch vehicle {
    case .car(let car):
      if isToFacility {
        return await car.times(
          from: homes, to: places, at: seconds, .doorToPlace, limitSeconds: limit, threads: threads)
      }
      let columns = await car.times(
        from: places, to: homes, at: seconds, .placeToDoor, limitSeconds: limit, threads: threads)
      var rows = [[ReachedPlace]](repeating: [], count: homes.count)
      for (place, column) in columns.enumerated() {
        for reached in column {
          rows[reached.position].append(ReachedPlace(position: place, time: reached.time))
        }
      }
      return rows
    case .bicycle(let model):
      let targets = model.places(places)
      return await concurrentMap(count: homes.count, threads: threads, makeWorker: {}) { _, home in
        isToFacility
          ? targets.reached(from: homes[home], limitSeconds: limit)
          : targets.reaching(homes[home], limitSeconds: limit)
      }
    }
  }
}
