import ArgumentParser
import Findings
import Geography
import Routing
import Scenarios
import StreetRouting
import TransitRouting

struct RouteCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "route",
    abstract: "One itinerary, leg by leg.",
    discussion: """
      Examples:
        antenne route --network brussels.sqlite --date 2019-10-29 \\
          --from 51.2172,4.4211 --to 50.8457,4.3571 --arrive-by 09:00
        antenne route --mode car --from 50.8798,4.7005 --to 50.8457,4.3571 \\
          --depart-at 08:00
      """)

  @OptionGroup var network: NetworkOptions
  @OptionGroup var modes: ModeOptions

  // A latitude in the south begins with a minus, as an option does.
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Where the journey begins: LAT,LON, or a stop id with --stops."))
  var from: String

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Where it ends: LAT,LON, or a stop id with --stops."))
  var to: String

  @Option(help: ArgumentHelp("Leave at this time or later.", valueName: "08:00"))
  var departAt: TimeArgument?

  @Option(
    help: ArgumentHelp("Be there by this time, leave as late as possible.", valueName: "09:00"))
  var arriveBy: TimeArgument?

  @OptionGroup var draw: DrawOption

  @Flag(help: "All journeys that are best in time for their number of rides.")
  var alternatives = false

  @Flag(help: "Print as JSON.")
  var json = false

  @Option(help: ArgumentHelp("Write the way as GeoJSON too, for a map.", valueName: "file.geojson"))
  var geojson: String?

  func validate() throws {
    guard (departAt == nil) != (arriveBy == nil) else {
      throw ValidationError("give one of --depart-at and --arrive-by")
    }
    try modes.validate(network)
    try draw.validate(modes)
    guard geojson == nil || !network.stops else {
      throw ValidationError("--geojson goes with coordinates, not with --stops")
    }
    if !network.stops {
      _ = try coordinate(from, "--from")
      _ = try coordinate(to, "--to")
    }
  }

  func run() async throws {
    if network.stops {
      try await printStopToStop()
    } else if modes.mode.usesTimetable {
      try await printTransit()
    } else {
      try printDirect()
    }
  }

  private var instant: Int { departAt?.seconds ?? arriveBy?.seconds ?? 0 }
  private var direction: SearchDirection { departAt != nil ? .forward : .backward }

  private func load(
    walking: any TravelModel
  ) async throws -> (network: DoorToDoorNetwork, notes: [Finding]) {
    let (joined, loaded) = try network.load(
      on: departAt?.date ?? arriveBy?.date,
      for: departAt != nil ? .departures([instant]) : .arrivals([instant]), walking: walking)
    return await draw.draw(joined, loaded)
  }

  private func printStopToStop() async throws {
    let (doors, notes) = try await load(walking: StraightLineTravel())
    let finder = StopFinder(doors.timetable, file: network.network ?? "")
    let origin = doors.door(atStop: try finder.get(from, place: "--from"))
    let destination = doors.door(atStop: try finder.get(to, place: "--to"))
    let journeys = doors.journeys(
      from: origin, to: destination,
      directSeconds: doors.directTransferSeconds(origin, destination), direction, at: instant)
    try printJourneys(
      journeys.map { Itinerary($0, doors.timetable, from: from, to: to) },
      ways: ["walks: transfers.txt only"], notes)
  }

  private func printTransit() async throws {
    let paths = try modes.paths()
    let (doors, notes) = try await load(walking: paths.travel(.walk))
    let (plan, planNotes) = try await modes.plan(doors, paths, threads: 1)
    let (start, end) = (try coordinate(from, "--from"), try coordinate(to, "--to"))
    let isAtOrigin = modes.vehicleAt == .from
    let home = await plan.doors(at: [isAtOrigin ? start : end], atSeconds: instant, threads: 1)[0]
    let other = await plan.doorsOnFoot(at: [isAtOrigin ? end : start], threads: 1)[0]
    let (origin, destination) = isAtOrigin ? (home, other) : (other, home)
    let direct = await plan.direct([end], isForward: true).seconds([start], threads: 1)[0][0]
    let ways = JourneyWays(
      doors, from: start, to: end, originWay: origin.way, destinationWay: destination.way)
    let journeys = doors.journeys(
      from: origin.door, to: destination.door, directSeconds: direct, direction, at: instant)
    let itineraries = journeys.map {
      Itinerary($0, doors.timetable, from: from, to: to, ways: ways)
    }
    let places = Dictionary(doors.timetable.stops.map { ($0.id, $0.coordinate) }) { first, _ in
      first
    }
    try writeGeoJSON(itineraries) { places[$0] }
    try printJourneys(
      itineraries, ways: ["walks: " + doors.walkingSentence] + planNotes, notes)
  }

  private func printDirect() throws {
    let (start, end) = (try coordinate(from, "--from"), try coordinate(to, "--to"))
    let legs: [WayLeg]?
    let basis: String
    if let streetMode = modes.mode.streetMode {
      let model = try modes.paths().travel(streetMode)
      legs = JourneyWays.direct(by: model, from: start, to: end)
      basis = model.basis.sentence
    } else {
      let car = try modes.car()
      legs = car.legs(from: start, to: end, at: instant)
      basis = car.basisSentence
    }
    let itinerary = legs.map {
      Itinerary(
        $0, from: from, to: to, departureSeconds: departAt?.seconds, arrivalSeconds: instant)
    }
    let isTooLong = itinerary.map {
      $0.arrivalSeconds - $0.departureSeconds > network.maxMinutes * 60
    }
    let itineraries = isTooLong == false ? [itinerary].compactMap { $0 } : []
    try writeGeoJSON(itineraries) { _ in nil }
    try printJourneys(itineraries, ways: ["\(modes.mode.rawValue): \(basis)"], [])
  }
}
