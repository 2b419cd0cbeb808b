import ArgumentParser
import Findings
import GTFSStore
import Geography
import Routing
import Scenarios
import StreetRouting
import TabularText
import TransitRouting

struct MatrixCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "matrix",
    abstract: "Travel times between points, as percentiles over a window.",
    discussion: """
      Points are CSV files with the columns id,lon,lat; with --stops only id, a stop id. Times are
      whole minutes (with --stops: seconds); an unreachable cell is empty. Percentiles are nearest
      ranks of the travel times over the minutes of the window, its end excluded. --breakdown adds
      the parts of the journey of the median; they add up to total_time.

      Example:
        antenne matrix --network brussels.sqlite --origins homes.csv \\
          --destinations offices.csv --date 2019-10-29 --arrive-window 08:00-09:30 --out times.csv
      """)

  @OptionGroup var network: NetworkOptions
  @OptionGroup var modes: ModeOptions

  @Option(help: ArgumentHelp("Where journeys begin.", valueName: "o.csv"))
  var origins: String?

  @Option(help: ArgumentHelp("Where journeys end.", valueName: "d.csv"))
  var destinations: String?

  @Option(
    help: ArgumentHelp(
      "Only these pairs (columns from_id,to_id).", valueName: "p.csv"))
  var pairs: String?

  @Option(help: ArgumentHelp("Each minute of a window of departures.", valueName: "07:00-09:00"))
  var departWindow: WindowArgument?

  @Option(help: ArgumentHelp("Each minute of a window of arrivals.", valueName: "08:00-09:30"))
  var arriveWindow: WindowArgument?

  @Option(help: ArgumentHelp("One departure.", valueName: "08:00"))
  var departAt: TimeArgument?

  @Option(help: "Percentages, separated by commas (default: 10,50,90; for one departure 50).")
  var percentiles: String?

  @Flag(
    help: "Add the parts of the journey of the median: walks, waits, rides and lines, in tenths.")
  var breakdown = false

  @OptionGroup var threads: ThreadOptions

  @Option(help: ArgumentHelp("The file to write (default: stdout).", valueName: "m.csv"))
  var out: String?

  func validate() throws {
    try modes.validate(network)
    let given = [departWindow != nil, arriveWindow != nil, departAt != nil].count { $0 }
    guard given == 1 || given == 0 && modes.mode.streetMode != nil else {
      throw ValidationError("give one of --depart-window, --arrive-window and --depart-at")
    }
    guard (origins != nil && destinations != nil) || (network.stops && pairs != nil) else {
      throw ValidationError("--origins and --destinations are needed")
    }
    guard !breakdown || network.stops || modes.mode.usesTimetable else {
      throw ValidationError("--breakdown is for journeys by public transport")
    }
    _ = try percentileRanks()
  }

  func run() async throws {
    let points = try MatrixPoints(
      origins: origins, destinations: destinations, pairs: pairs, areStops: network.stops)
    let ranks = try percentileRanks()
    let cells =
      if network.stops {
        try await stopCells(points, ranks)
      } else if modes.mode.usesTimetable {
        try await transitCells(points, ranks)
      } else {
        try await directCells(points, ranks)
      }
    try write(cells, points, ranks)
  }

  private func percentileRanks() throws -> [Int] {
    guard let percentiles else {
      return departAt != nil || modes.mode.streetMode != nil ? [50] : [10, 50, 90]
    }
    let parts = percentiles.split(separator: ",", omittingEmptySubsequences: false)
    let ranks = parts.compactMap { Int($0) }
    guard ranks.count == parts.count, ranks.allSatisfy((0...100).contains),
      Set(ranks).count == ranks.count
    else {
      throw ValidationError(
        "--percentiles are different whole numbers in 0 to 100, such as 10,50,90")
    }
    return ranks
  }

  private var window: TimeWindow {
    if let departWindow { return .departures(departWindow.minutes) }
    if let arriveWindow { return .arrivals(arriveWindow.minutes) }
    return .departures([departAt?.seconds ?? 0])
  }

  private func stopCells(
    _ points: MatrixPoints, _ ranks: [Int]
  ) async throws -> [TravelTimeMatrix.Cell] {
    let (doors, notes) = try network.load(
      on: departAt?.date, for: window, walking: StraightLineTravel())
    Console.note(notes)
    let finder = StopFinder(doors.timetable, file: network.network ?? "")
    let origins = try finder.get(points.origins).map { doors.door(atStop: $0) }
    let destinations = try finder.get(points.destinations).map { doors.door(atStop: $0) }
    return await cells(doors, origins, destinations, points, ranks) {
      doors.directTransferSeconds(origins[$0], destinations[$1])
    }
  }

  private func transitCells(
    _ points: MatrixPoints, _ ranks: [Int]
  ) async throws -> [TravelTimeMatrix.Cell] {
    let paths = try modes.paths()
    let (doors, notes) = try network.load(
      on: departAt?.date, for: window, walking: paths.travel(.walk))
    Console.note(notes)
    Console.note("walks: " + doors.walkingSentence)
    let (plan, planNotes) = try await modes.plan(doors, paths, threads: threads.threads)
    for note in planNotes { Console.note(note) }
    let (from, to) = (points.origins.map(\.coordinate), points.destinations.map(\.coordinate))
    let isAtOrigin = modes.vehicleAt == .from
    let count = threads.threads
    let withVehicle = await plan.doors(
      at: isAtOrigin ? from : to, atSeconds: window.middle, threads: count
    ).map(\.door)
    let onFoot = await plan.doorsOnFoot(at: isAtOrigin ? to : from, threads: count).map(\.door)
    let direct = await plan.directSeconds(from: from, to: to, threads: count)
    return await cells(
      doors, isAtOrigin ? withVehicle : onFoot, isAtOrigin ? onFoot : withVehicle, points, ranks
    ) { direct[$0][$1] }
  }

  private func cells(
    _ doors: DoorToDoorNetwork, _ origins: [Door], _ destinations: [Door], _ points: MatrixPoints,
    _ ranks: [Int], directSeconds: @Sendable @escaping (Int, Int) -> Int?
  ) async -> [TravelTimeMatrix.Cell] {
    let bar = Progress("matrix")
    return await TravelTimeMatrix(doors, window, percentiles: ranks, hasParts: breakdown).cells(
      origins: origins, destinations: destinations, pairs: points.pairs, threads: threads.threads,
      directSeconds: directSeconds, done: { bar.update($0, of: $1, unit: "searches") })
  }

  /// By car, by bicycle or on foot all the way.
  private func directCells(
    _ points: MatrixPoints, _ ranks: [Int]
  ) async throws -> [TravelTimeMatrix.Cell] {
    let (from, to) = (points.origins.map(\.coordinate), points.destinations.map(\.coordinate))
    let limit = network.maxMinutes * 60
    guard let streetMode = modes.mode.streetMode else {
      let car = try modes.car()
      Console.note("car: " + car.basisSentence)
      let rows = await car.times(
        from: from, to: to, over: window, percentiles: ranks, limitSeconds: limit,
        threads: threads.threads)
      return points.pairs.map {
        let times = rows[$0.origin][$0.destination]
        return .init(
          origin: $0.origin, destination: $0.destination, seconds: times.seconds,
          usesStraightLine: times.usesStraightLine)
      }
    }
    let model = try modes.paths().travel(streetMode)
    Console.note("\(modes.mode.rawValue): " + model.basis.sentence)
    let reached = await model.times(
      from: from, to: to, limitSeconds: limit, threads: threads.threads)
    let rows = reached.map { row in
      Dictionary(uniqueKeysWithValues: row.map { ($0.position, $0.time) })
    }
    return points.pairs.map { pair in
      let time = rows[pair.origin][pair.destination]
      return .init(
        origin: pair.origin, destination: pair.destination,
        seconds: ranks.map { _ in time?.seconds },
        usesStraightLine: time?.isStraightLine == true)
    }
  }

  private func write(
    _ cells: [TravelTimeMatrix.Cell], _ points: MatrixPoints, _ ranks: [Int]
  ) throws {
    var writer = CSVWriter(
      header: ["from_id", "to_id"] + ranks.map { "travel_time_p\($0 < 10 ? "0" : "")\($0)" }
        + (breakdown ? BreakdownColumns.header : []))
    let columns = BreakdownColumns(isInSeconds: network.stops)
    for cell in cells {
      writer.append(
        [.text(points.origins[cell.origin].id), .text(points.destinations[cell.destination].id)]
          + cell.seconds.map { seconds in
            .integer(seconds.map { network.stops ? $0 : Int((Double($0) / 60).rounded()) })
          } + (breakdown ? columns.cells(cell.parts) : []))
    }
    if let out {
      try OutputFile.write(writer.text, to: out)
      let unreachable = cells.count { $0.seconds.allSatisfy { $0 == nil } }
      Console.note("\(out): \(cells.count) pairs, \(unreachable) of them unreachable")
    } else {
      Console.write(writer.text)
    }
    guard !network.stops else { return }
    let reached = cells.filter { $0.seconds.contains { $0 != nil } }
    let straight = reached.count(where: \.usesStraightLine)
    Console.note(
      "\(straight) of \(reached.count) reachable pairs use the straight line somewhere, for want of "
        + "a street")
  }
}
