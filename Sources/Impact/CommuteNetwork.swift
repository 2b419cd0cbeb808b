import Geography
public import Routing
import Scenarios
public import StreetRouting
import TransitRouting

/// The streets that a scenario's commuters use.
public struct CommuteStreets: Sendable {
  /// For feet and bicycles; `nil` goes the straight line.
  public var streets: StreetGraph?
  public var car: CarTravel?
  /// How far the car's times are from published ones, where the roads allow to say.
  public var calibration: CarCalibration?

  public init(
    streets: StreetGraph? = nil, car: CarTravel? = nil, calibration: CarCalibration? = nil
  ) {
    self.streets = streets
    self.car = car
    self.calibration = calibration
  }
}

/// A door-to-door network with the homes of a scenario, and the means to leave them.
struct CommuteNetwork: Sendable {
  let doors: DoorToDoorNetwork
  let homes: [Coordinate]
  let homeDoors: [Door]
  /// By which homes are left for the first stop in public transport.
  let homeModel: any TravelModel
  let arrivals: TimeWindow
  let departures: TimeWindow
  let car: CarTravel?
  let calibration: CarCalibration?
  private let models: [StreetMode: any TravelModel]
  private let rules: Scenario.ParkAndRideRules
  let maximumSeconds: Int

  init(
    _ scenario: Scenario, _ timetable: Timetable, _ draws: PhaseDraws?, _ streets: CommuteStreets,
    threads: Int
  ) async {
    let access = scenario.access
    let speeds: [(StreetMode, SourcedNumber)] = [
      (.walk, access.walkSpeedKilometersPerHour), (.bike, access.bikeSpeedKilometersPerHour),
      (.eBike, access.eBikeSpeedKilometersPerHour),
    ]
    let paths = StreetPaths(streets.streets)
    var models: [StreetMode: any TravelModel] = [:]
    for (mode, speed) in speeds {
      models[mode] = paths.travel(
        mode, speedKilometersPerHour: speed.value, detourFactor: access.detourFactor.value,
        walkSpeedKilometersPerHour: access.walkSpeedKilometersPerHour.value)
    }
    self.models = models
    let walking = models[.walk] ?? StraightLineTravel()
    var options = TransitOptions()
    options.transferSlackSeconds = Int(access.transferSlackSeconds.value)
    options.maximumWalkSeconds = Int(access.maximumWalkMinutes.value * 60)
    options.maximumTransferWalkSeconds = Int(access.maximumTransferWalkMinutes.value * 60)
    options.maximumSeconds = Int(access.maximumMinutes.value * 60)
    options.maximumRides = access.maximumRides.map { Int($0.value) }
    options.changePenaltySeconds = Int((access.changePenaltyMinutes.value * 60).rounded())
    maximumSeconds = options.maximumSeconds
    let joined = DoorToDoorNetwork(timetable, walking: walking, options: options)
    if let draws {
      let rules = scenario.draws
      doors = await joined.drawing(draws, 0..<rules.count, seed: rules.seed, threads: threads)
    } else {
      doors = joined
    }
    homes = scenario.demand.origins.map(\.coordinate)
    homeModel = models[access.homeMode.streetMode] ?? walking
    homeDoors = await doors.doors(
      at: homes, by: homeModel, limitSeconds: options.maximumWalkSeconds, threads: threads)
    arrivals = .arrivals(
      TimeWindow.minutes(
        from: scenario.arrivalWindow.lowerBound, to: scenario.arrivalWindow.upperBound))
    departures = .departures(
      TimeWindow.minutes(
        from: scenario.departureWindow.lowerBound, to: scenario.departureWindow.upperBound))
    car = streets.car
    calibration = streets.calibration
    rules = scenario.parkAndRide
  }

  func model(_ mode: StreetMode) -> any TravelModel { models[mode] ?? doors.walking }

  /// All the way without a timetable, on foot or by bicycle.
  func model(_ mode: CommuteMode) -> any TravelModel {
    model(mode.streetMode ?? .walk)
  }

  /// The stations with a place for the vehicle; `nil` without roads for a car.
  func parkAndRide(_ mode: CommuteMode, threads: Int) async -> ParkAndRide? {
    var limits = ParkAndRide.Rules()
    limits.maximumWalkSeconds = Int(rules.maximumWalkMinutes.value * 60)
    limits.parkSeconds = Int(rules.parkSeconds.value)
    let vehicle: ParkAndRide.Vehicle
    if mode == .parkAndRide {
      guard let car else { return nil }
      vehicle = .car(car)
      limits.maximumFeederSeconds = Int(rules.maximumDriveMinutes.value * 60)
    } else {
      vehicle = .bicycle(model(StreetMode.bike))
      limits.maximumFeederSeconds = Int(rules.maximumBikeMinutes.value * 60)
    }
    let facilities =
      rules.facilities
      ?? ParkingFacility.railwayStations(doors.timetable, outside: rules.region)
    return await ParkAndRide(
      facilities, by: vehicle, in: doors, rules: limits, threads: threads)
  }
}
