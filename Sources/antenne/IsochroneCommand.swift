import ArgumentParser
import Findings
import GTFSStore
import Geography
import Routing
import Scenarios
import StreetRouting
import TabularText
import TransitRouting

struct IsochroneCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "isochrone",
    abstract: "The area within reach of a place, as polygons.",
    discussion: """
      From a place with departures, to a place with arrivals; without a time of public transport \
      or a car the window is 07:00-09:00 of departures, 08:00-09:30 of arrivals. A percentile p is \
      the area within reach in at least p percent of the minutes.

      Example:
        antenne isochrone --network brussels.sqlite --date 2019-10-29 \\
          --from 50.8457,4.3571 --depart-window 07:00-09:00 --minutes 15,30,45 --out reach.geojson
      """)

  @OptionGroup var network: NetworkOptions
  @OptionGroup var modes: ModeOptions

  @Option(parsing: .unconditional, help: "The place where journeys begin: LAT,LON.")
  var from: CoordinateArgument?

  @Option(parsing: .unconditional, help: "The place where journeys end: LAT,LON.")
  var to: CoordinateArgument?

  @Option(help: "Travel times in minutes, separated by commas.")
  var minutes = "15,30,45,60"

  @OptionGroup var times: WindowOptions
  @OptionGroup var draws: DrawOptions

  @Option(help: ArgumentHelp("One arrival.", valueName: "09:00"))
  var arriveBy: TimeArgument?

  @Option(help: "The distance between the places that are looked at (default: 100, by car 500).")
  var cellMeters: Double?

  @Flag(help: "By car: the drive alone, without the time to park and the ways to and from the car.")
  var driveOnly = false

  @OptionGroup var threads: ThreadOptions

  @Option(help: ArgumentHelp("The file to write (default: stdout).", valueName: "i.geojson"))
  var out: String?

  func validate() throws {
    try modes.validate(network)
    try draws.validate(modes)
    guard (from == nil) != (to == nil) else { throw ValidationError("give one of --from and --to") }
    let departs = times.departureCount
    let arrives = times.arrivalCount + (arriveBy != nil ? 1 : 0)
    guard departs + arrives <= 1, from == nil || arrives == 0, to == nil || departs == 0 else {
      throw ValidationError(
        "--from goes with one of --depart-window and --depart-at, --to with one of --arrive-window "
          + "and --arrive-by")
    }
    guard !network.stops, network.givenMaxMinutes == nil else {
      throw ValidationError("an isochrone has no --stops, and --minutes in place of --max-minutes")
    }
    guard !usesVehicleAtOneEnd || modes.vehicleAt == (isForward ? .from : .to) else {
      throw ValidationError(
        "the vehicle must be at the given place: with --to add --vehicle-at to, or give --from; from "
          + "all homes with a vehicle 'antenne matrix' gives the times")
    }
    guard !driveOnly || modes.mode == .car else {
      throw ValidationError("--drive-only goes with --mode car")
    }
    guard modes.mode.streetMode == nil || (departs + arrives == 0 && times.percentiles == nil)
    else {
      throw ValidationError(
        "--mode \(modes.mode.rawValue) takes the same time at any minute: no window, no --percentiles"
      )
    }
    guard (10...5000).contains(cellMeters ?? 100) else {
      throw ValidationError("--cell-meters must lie in 10 to 5000")
    }
    _ = try limits()
    _ = try ranks()
  }

  /// The travel times asked for, the shortest first.
  private func limits() throws -> [Int] {
    try WholeNumbers.read(minutes, "--minutes", 1...1440).sorted()
  }

  /// One percentile for feet and bicycles, whose times are the same at any minute.
  private func ranks() throws -> [Int] {
    try times.ranks(usual: [50]).sorted()
  }

  private var isForward: Bool { from != nil }
  private var usesVehicleAtOneEnd: Bool {
    modes.mode == .parkAndRide || modes.mode == .bikeAndRide || modes.access != .walk
  }
  private var place: Coordinate {
    (from ?? to)?.coordinate ?? Coordinate(latitude: 0, longitude: 0)
  }
  private var cell: Double { cellMeters ?? (modes.mode == .car ? 500 : 100) }

  private var window: TimeWindow {
    if let given = times.window { return given }
    if let arriveBy { return .arrivals([arriveBy.seconds]) }
    return isForward
      ? .departures(TimeWindow.minutes(from: 7 * 3600, to: 9 * 3600))
      : .arrivals(TimeWindow.minutes(from: 8 * 3600, to: 9 * 3600 + 1800))
  }

  /// A few cells further than asked, so that the border of the longest time has a value outside: as
  /// one walks, and as cars crawl through a city.
  private func limitSeconds(_ minutes: [Int]) -> Int {
    let speed = modes.mode == .car ? 10 : 4.8
    return (minutes.last ?? 0) * 60 + Int((4 * cell / (speed / 3.6)).rounded(.up))
  }

  func run() async throws {
    let minutes = try limits()
    var properties = IsochroneGeoJSON.Properties(mode: modes.mode.rawValue, cellMeters: cell)
    let grid: ReachGrid
    do {
      grid = try await reach(limitSeconds(minutes), &properties)
    } catch let error as ReachTooLarge {
      throw ValidationError(error.description)
    }
    let ranks = try ranks()
    let collection = IsochroneGeoJSON(
      grid, minutes: minutes, percentiles: ranks, properties: properties)
    Console.note("\(modes.mode.rawValue): " + properties.ways)
    noteEmpty(grid, collection, ranks)
    let text = try JSONText.encode(collection)
    guard let out else { return Console.write(text) }
    try OutputFile.write(text, to: out)
    for feature in collection.features {
      let area = feature.properties
      Console.note(
        "\(out): \(area.minutes) minutes, percentile \(area.percentile): "
          + (area.isEmpty ? "nothing is reached" : "\(area.areaSquareKilometers) km²"))
    }
  }

  private func reach(
    _ limit: Int, _ properties: inout IsochroneGeoJSON.Properties
  ) async throws -> ReachGrid {
    if let streetMode = modes.mode.streetMode {
      let model = try modes.paths().travel(streetMode)
      properties.ways = model.basis.sentence
      return try ReachGrid(
        place, by: model, isForward: isForward, limitSeconds: limit, cellMeters: cell)
    }
    properties.window = windowText
    guard modes.mode.usesTimetable, let file = network.network else {
      let car = try modes.car(parks: !driveOnly)
      properties.ways = car.basisSentence + parkingAtPlace(car)
      return try await ReachGrid(
        place, by: car, window, percentiles: try ranks(), isForward: isForward,
        limitSeconds: limit, cellMeters: cell, threads: threads.threads)
    }
    var limited = network
    limited.givenMaxMinutes = (limit + 59) / 60
    if limited.date == nil {
      limited.date =
        try times.departAt?.date ?? arriveBy?.date ?? NetworkDatabase(file).ordinaryDate()
    }
    properties.date = limited.date.map { "\($0)" }
    let paths = try modes.paths()
    let (joined, loaded) = try limited.load(for: window, walking: paths.travel(.walk))
    let doors = await draws.draw(joined, loaded, threads: threads.threads)
    if !doors.draws.isEmpty { (properties.draws, properties.seed) = (draws.draws, draws.seed) }
    let (plan, planNotes) = try await modes.plan(doors, paths, threads: threads.threads)
    properties.ways = ([doors.walkingSentence] + planNotes).joined(separator: "; ")
    return try await ReachGrid(
      place, plan, window, percentiles: try ranks(), cellMeters: cell, threads: threads.threads)
  }

  /// What the zone of the given place adds to every time.
  private func parkingAtPlace(_ car: CarTravel) -> String {
    let seconds = car.parkingSeconds(at: place, isArrival: !isForward)
    guard seconds > 0 else { return "" }
    return "; at the given place \((seconds + 30) / 60) min "
      + (isForward ? "to the car" : "to park and from the car")
  }

  /// Why an area is empty, for who expects one round the place itself.
  private func noteEmpty(_ grid: ReachGrid, _ collection: IsochroneGeoJSON, _ ranks: [Int]) {
    for (position, rank) in ranks.enumerated() {
      let empty = collection.features.filter {
        $0.properties.percentile == rank && $0.properties.isEmpty
      }
      guard let most = empty.map(\.properties.minutes).max() else { continue }
      let least = grid.seconds[position].min().flatMap { $0 == Contour.none ? nil : $0 }
      Console.note(
        "percentile \(rank): nothing is reached within \(most) minutes"
          + (least.map { "; the nearest place takes \(($0 + 59) / 60)" } ?? "")
          + (modes.mode == .car && !driveOnly ? "; --drive-only leaves out the time to park" : ""))
    }
  }

  /// Such as "departures 07:00-09:00", the end excluded, or "departure 08:00".
  private var windowText: String {
    let (name, instants) =
      switch window {
      case .departures(let instants): ("departure", instants)
      case .arrivals(let instants): ("arrival", instants)
      }
    let first = TimeOfDay.text(instants.first ?? 0)
    guard times.departAt == nil, arriveBy == nil else { return "\(name) \(first)" }
    return "\(name)s \(first)-\(TimeOfDay.text((instants.last ?? 0) + 60))"
  }
}
