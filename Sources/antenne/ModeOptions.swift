public import ArgumentParser
import Findings
import Geography
import Routing
public import Scenarios
import StreetRouting
import TransitRouting

extension CommuteMode: ExpressibleByArgument {}
extension Scenario.AccessRules.HomeMode: ExpressibleByArgument {}

/// Which end of a journey has the vehicle that is left at a station.
enum VehicleEnd: String, ExpressibleByArgument, CaseIterable, Sendable {
  case from, to
}

/// How one travels, and on what streets.
struct ModeOptions: ParsableArguments {
  @Option(help: "transit, walk, bike, e-bike, car, park-and-ride or bike-and-ride.")
  var mode: CommuteMode = .transit

  @Option(
    help: """
      A street file made by 'antenne streets'. Without it feet and bicycles take the straight line \
      × 1.3, and cars the built-in principal roads of Brussels.
      """)
  var streets: String?

  @Option(
    help: "Where cars drive, if not on --streets: 'principal' or another street file.")
  var roads: String?

  @Option(
    help: """
      Stations with places for cars and bicycles (columns id, name, lat, lon, car_parking, \
      bicycle_parking). Without it every railway station outside the Region is taken to have both.
      """)
  var facilities: String?

  @Option(help: "A list with the places of the stations, where --facilities has none.")
  var stations: String?

  @Option(
    name: .customLong("vehicle-at"),
    help: "The end where the car or bicycle is at hand: from or to (default: from).")
  var givenVehicleEnd: VehicleEnd?

  var vehicleAt: VehicleEnd { givenVehicleEnd ?? .from }

  @Option(
    name: .customLong("access"),
    help: """
      By which means the first stop is reached in transit: walk, bike or e-bike (default: walk; with \
      a car it is --mode park-and-ride).
      """)
  var givenAccess: Scenario.AccessRules.HomeMode?

  var access: Scenario.AccessRules.HomeMode { givenAccess ?? .walk }

  @Option(help: "The longest way to a station, in minutes (default: 45 by car, 30 by bicycle).")
  var maxFeederMinutes: Int?

  func validate() throws {
    guard stations == nil || facilities != nil else {
      throw ValidationError("--stations goes with --facilities")
    }
    guard (1...240).contains(maxFeederMinutes ?? 1) else {
      throw ValidationError("--max-feeder-minutes must lie in 1 to 240")
    }
    try refuseUnused()
  }

  /// An option that the mode has no use for would be ignored without a word.
  private func refuseUnused() throws {
    let leavesVehicle = mode == .parkAndRide || mode == .bikeAndRide
    let cycles = mode == .transit && access != .walk
    let options: [(name: String, isUnused: Bool, modes: String)] = [
      ("--access", givenAccess != nil && mode != .transit, "transit"),
      ("--roads", roads != nil && !mode.usesCar, "car or park-and-ride"),
      ("--facilities", facilities != nil && !leavesVehicle, "park-and-ride or bike-and-ride"),
      (
        "--max-feeder-minutes", maxFeederMinutes != nil && !leavesVehicle,
        "park-and-ride or bike-and-ride"
      ),
      (
        "--vehicle-at", givenVehicleEnd != nil && !leavesVehicle && !cycles,
        "park-and-ride or bike-and-ride, or with --access bike or e-bike"
      ),
    ]
    for option in options where option.isUnused {
      throw ValidationError(
        "\(option.name) goes with --mode \(option.modes); leave it out with --mode \(mode.rawValue)"
      )
    }
  }

  func validate(_ network: NetworkOptions) throws {
    if network.stops, mode != .transit || streets != nil || givenAccess != nil {
      throw ValidationError(
        "with --stops the only walks are those of transfers.txt: --mode transit, no --streets, no "
          + "--access")
    }
    if mode.usesTimetable, network.network == nil {
      throw ValidationError("--network is needed")
    }
  }

  /// Feet and bicycles at the method's speeds.
  func paths() throws -> StreetPaths {
    StreetPaths(try streets.map { try StreetLoader.read($0) })
  }

  func car(parks: Bool = true) throws -> CarTravel {
    try StreetLoader.car(streets: streets, roads: roads, parks: parks)
  }

  /// How the end with the vehicle is joined with the network, and what must be said of it.
  func plan(
    _ doors: DoorToDoorNetwork, _ paths: StreetPaths, threads: Int
  ) async throws -> (plan: DoorPlan, notes: [String]) {
    var rules = ParkAndRide.Rules()
    let usual =
      mode == .parkAndRide
      ? ParkAndRide.Rules.usualDriveSeconds : ParkAndRide.Rules.usualRideSeconds
    rules.maximumFeederSeconds = maxFeederMinutes.map { $0 * 60 } ?? usual
    switch mode {
    case .parkAndRide:
      let car = try car()
      let (places, note) = try parking(doors.timetable)
      let ride = await ParkAndRide(
        places, by: .car(car), in: doors, rules: rules, threads: threads)
      return (DoorPlan(doors, by: .parkAndRide(ride)), ["car: " + car.basisSentence, note])
    case .bikeAndRide:
      let model = paths.travel(.bike)
      let (places, note) = try parking(doors.timetable)
      let ride = await ParkAndRide(
        places, by: .bicycle(model), in: doors, rules: rules, threads: threads)
      return (DoorPlan(doors, by: .parkAndRide(ride)), ["bike: " + model.basis.sentence, note])
    default:
      guard access != .walk else { return (DoorPlan(doors, by: .travel(doors.walking)), []) }
      let model = paths.travel(access.streetMode)
      return (
        DoorPlan(doors, by: .travel(model)), ["\(access.rawValue): " + model.basis.sentence]
      )
    }
  }

  private func parking(
    _ timetable: Timetable
  ) throws -> (places: [ParkingFacility], note: String) {
    if let facilities {
      let places = try FacilityTable.read(facilities, stations: stations)
      return (places, "parking at stations: \(facilities)")
    }
    return (
      ParkingFacility.railwayStations(timetable, outside: try RoadTables.region()),
      "parking at stations: assumed at every railway station outside the Region (no --facilities)"
    )
  }
}

extension StreetPaths {
  func travel(_ mode: StreetMode) -> any TravelModel {
    travel(mode, speedKilometersPerHour: mode.defaultSpeedKilometersPerHour ?? 4.8)
  }
}
