import ArgumentParser
import Findings
import Geography
import Routing
import Scenarios
import TransitRouting

struct RouteCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "route",
    abstract: "One itinerary, leg by leg.",
    discussion: """
      Example:
        antenne route --network brussels.sqlite --date 2019-10-29 \\
          --from 51.2172,4.4211 --to 50.8457,4.3571 --arrive-by 09:00
      """)

  @OptionGroup var network: NetworkOptions

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

  @Option(help: "transit, walk or bike (car and park-and-ride need streets).")
  var mode: ModeArgument = .transit

  @Flag(help: "All journeys that are best in time for their number of rides.")
  var alternatives = false

  @Flag(help: "Print as JSON.")
  var json = false

  func validate() throws {
    try mode.requireAvailable()
    guard (departAt == nil) != (arriveBy == nil) else {
      throw ValidationError("give one of --depart-at and --arrive-by")
    }
    if !network.stops {
      _ = try coordinate(from, "--from")
      _ = try coordinate(to, "--to")
    } else if mode != .transit {
      throw ValidationError("--stops goes with --mode transit")
    }
    guard mode != .transit || network.network != nil else {
      throw ValidationError("--network is needed")
    }
  }

  func run() async throws {
    if let walking = mode.streetless {
      try printStreetless(walking)
      return
    }
    let instant = departAt?.seconds ?? arriveBy?.seconds ?? 0
    let (doors, notes) = try network.load(
      on: departAt?.date ?? arriveBy?.date,
      for: departAt != nil ? .departures([instant]) : .arrivals([instant]))
    let (origin, destination, direct) = try ends(doors)
    let journeys = doors.journeys(
      from: origin, to: destination, directSeconds: direct,
      departAt != nil ? .forward : .backward, at: instant)
    if journeys.isEmpty {
      Console.note(
        "there is no journey of at most \(network.maxMinutes) minutes; try another time, or raise "
          + "--max-minutes or --max-walk-minutes")
    }
    let shown = alternatives ? journeys : Array(journeys.suffix(1))
    let itineraries = shown.map { Itinerary($0, doors.timetable, from: from, to: to) }
    if json {
      Console.write(
        try JSONText.encode(
          RouteReport(
            itineraries: itineraries,
            walks: network.stops ? "transfers.txt only" : doors.walking.basis.sentence,
            notices: notes)))
      return
    }
    Console.note(notes)
    if !network.stops { Console.note("walks: " + doors.walking.basis.sentence) }
    Console.write(itineraries.map(\.text).joined(separator: "\n"))
  }

  private struct RouteReport: Encodable {
    var itineraries: [Itinerary]
    var walks: String
    var notices: [Finding]
  }

  private func ends(
    _ doors: DoorToDoorNetwork
  ) throws -> (Door, Door, directSeconds: Int?) {
    if network.stops {
      let finder = StopFinder(doors.timetable, file: network.network ?? "")
      let origin = doors.door(atStop: try finder.get(from, place: "--from"))
      let destination = doors.door(atStop: try finder.get(to, place: "--to"))
      return (origin, destination, doors.directTransferSeconds(origin, destination))
    }
    let origin = try coordinate(from, "--from")
    let destination = try coordinate(to, "--to")
    return (
      doors.door(at: origin), doors.door(at: destination),
      doors.directWalkSeconds(from: origin, to: destination)
    )
  }

  private func coordinate(_ text: String, _ option: String) throws -> Coordinate {
    guard let argument = CoordinateArgument(argument: text) else {
      throw ValidationError(
        "\(option) takes LAT,LON in degrees, such as 50.8457,4.3571, not '\(text)'")
    }
    return argument.coordinate
  }

  private func printStreetless(_ walking: StraightLineWalking) throws {
    let seconds = walking.seconds(
      from: try coordinate(from, "--from"), to: try coordinate(to, "--to"),
      limitSeconds: network.maxMinutes * 60)
    guard let seconds else {
      Console.note("it takes more than \(network.maxMinutes) minutes; raise --max-minutes")
      return
    }
    let departure = departAt?.seconds ?? (arriveBy?.seconds ?? 0) - seconds
    Console.note("\(mode.rawValue): " + walking.basis.sentence)
    Console.write(
      "\(TimeOfDay.text(departure)) – \(TimeOfDay.text(departure + seconds))  \(mode.rawValue), "
        + "\((seconds + 59) / 60) min\n")
  }
}
