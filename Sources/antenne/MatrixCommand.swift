import ArgumentParser
import Findings
import GTFSStore
import Geography
import Routing
import Scenarios
import TabularText
import TransitRouting

struct MatrixCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "matrix",
    abstract: "Travel times between points, as percentiles over a window.",
    discussion: """
      Points are CSV files with the columns id,lon,lat; with --stops only id, a stop id. Times are
      whole minutes (with --stops: seconds); an unreachable cell is empty. Percentiles are nearest
      ranks of the travel times over the minutes of the window, its end excluded.

      Example:
        antenne matrix --network brussels.sqlite --origins homes.csv \\
          --destinations offices.csv --date 2019-10-29 --arrive-window 08:00-09:30 --out times.csv
      """)

  @OptionGroup var network: NetworkOptions

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

  @Option(help: "transit, walk or bike (car and park-and-ride need streets).")
  var mode: ModeArgument = .transit

  @OptionGroup var threads: ThreadOptions

  @Option(help: ArgumentHelp("The file to write (default: stdout).", valueName: "m.csv"))
  var out: String?

  func validate() throws {
    try mode.requireAvailable()
    let given = [departWindow != nil, arriveWindow != nil, departAt != nil].count { $0 }
    if mode == .transit {
      guard given == 1 else {
        throw ValidationError(
          "give one of --depart-window, --arrive-window and --depart-at")
      }
      guard network.network != nil else { throw ValidationError("--network is needed") }
    }
    if network.stops, mode != .transit { throw ValidationError("--stops goes with --mode transit") }
    guard (origins != nil && destinations != nil) || (network.stops && pairs != nil) else {
      throw ValidationError("--origins and --destinations are needed")
    }
    _ = try percentileRanks()
  }

  func run() async throws {
    let points = try MatrixPoints(
      origins: origins, destinations: destinations, pairs: pairs, areStops: network.stops)
    let ranks = try percentileRanks()
    let cells: [TravelTimeMatrix.Cell]
    if let walking = mode.streetless {
      cells = streetlessCells(points, walking, ranks)
    } else {
      cells = try await transitCells(points, ranks)
    }
    try write(cells, points, ranks)
  }

  private func percentileRanks() throws -> [Int] {
    guard let percentiles else { return departAt != nil || mode != .transit ? [50] : [10, 50, 90] }
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

  private func transitCells(
    _ points: MatrixPoints, _ ranks: [Int]
  ) async throws -> [TravelTimeMatrix.Cell] {
    let (doors, notes) = try network.load(on: departAt?.date, for: window)
    Console.note(notes)
    if !network.stops { Console.note("walks: " + doors.walking.basis.sentence) }
    let origins = try places(points.origins, doors)
    let destinations = try places(points.destinations, doors)
    let bar = Progress("matrix")
    let isStops = network.stops
    return await TravelTimeMatrix(doors, window, percentiles: ranks).cells(
      origins: origins, destinations: destinations, pairs: points.pairs, threads: threads.threads,
      directSeconds: { origin, destination in
        isStops
          ? doors.directTransferSeconds(origins[origin], destinations[destination])
          : doors.directWalkSeconds(
            from: points.origins[origin].coordinate, to: points.destinations[destination].coordinate
          )
      },
      done: { bar.update($0, of: $1, unit: "searches") })
  }

  private func places(
    _ points: [MatrixPoints.Point], _ doors: DoorToDoorNetwork
  ) throws -> [Door] {
    guard network.stops else { return points.map { doors.door(at: $0.coordinate) } }
    return try StopFinder(doors.timetable, file: network.network ?? "").get(points)
      .map { doors.door(atStop: $0) }
  }

  private func streetlessCells(
    _ points: MatrixPoints, _ walking: StraightLineWalking, _ ranks: [Int]
  ) -> [TravelTimeMatrix.Cell] {
    Console.note("\(mode.rawValue): " + walking.basis.sentence)
    return points.pairs.map { pair in
      let seconds = walking.seconds(
        from: points.origins[pair.origin].coordinate,
        to: points.destinations[pair.destination].coordinate, limitSeconds: network.maxMinutes * 60)
      return .init(
        origin: pair.origin, destination: pair.destination, seconds: ranks.map { _ in seconds })
    }
  }

  private func write(
    _ cells: [TravelTimeMatrix.Cell], _ points: MatrixPoints, _ ranks: [Int]
  ) throws {
    var writer = CSVWriter(
      header: ["from_id", "to_id"] + ranks.map { "travel_time_p\($0 < 10 ? "0" : "")\($0)" })
    for cell in cells {
      writer.append(
        [.text(points.origins[cell.origin].id), .text(points.destinations[cell.destination].id)]
          + cell.seconds.map { seconds in
            .integer(seconds.map { network.stops ? $0 : Int((Double($0) / 60).rounded()) })
          })
    }
    if let out {
      try OutputFile.write(writer.text, to: out)
      let unreachable = cells.count { $0.seconds.allSatisfy { $0 == nil } }
      Console.note("\(out): \(cells.count) pairs, \(unreachable) of them unreachable")
    } else {
      Console.write(writer.text)
    }
  }
}
