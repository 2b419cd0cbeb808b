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

  @OptionGroup var times: WindowOptions
  @OptionGroup var draws: DrawOptions

  @Flag(
    help: "Add the parts of the journey of the median: walks, waits, rides and lines, in tenths.")
  var breakdown = false

  @OptionGroup var threads: ThreadOptions

  @Option(help: ArgumentHelp("The file to write (default: stdout).", valueName: "m.csv"))
  var out: String?

  func validate() throws {
    try modes.validate(network)
    try draws.validate(modes)
    let given = times.departureCount + times.arrivalCount
    guard given == 1 || given == 0 && modes.mode.streetMode != nil else {
      throw ValidationError("give one of --depart-window, --arrive-window and --depart-at")
    }
    guard (origins != nil && destinations != nil) || (network.stops && pairs != nil) else {
      throw ValidationError("--origins and --destinations are needed")
    }
    guard !breakdown || network.stops || modes.mode.usesTimetable else {
      throw ValidationError("--breakdown is for journeys by public transport")
    }
    _ = try ranks()
  }

  func run() async throws {
    if let out { try OutputFile.check(out) }
    let points = try MatrixPoints(
      origins: origins, destinations: destinations, pairs: pairs, areStops: network.stops)
    var table: MatrixTable
    if network.stops {
      table = try await stopTable(points)
    } else if modes.mode.usesTimetable {
      table = try await transitTable(points)
    } else {
      table = try await directTable(points)
    }
    try table.finish()
    if let out {
      let unreachable = table.pairCount - table.reachedCount
      Console.note("\(out): \(table.pairCount) pairs, \(unreachable) of them unreachable")
    }
    guard !network.stops else { return }
    Console.note(
      "\(table.straightLineCount) of \(table.reachedCount) reachable pairs use the straight line "
        + "somewhere, for want of a street")
  }

  func ranks() throws -> [Int] {
    let isOneTime = times.departAt != nil || modes.mode.streetMode != nil
    return try times.ranks(usual: isOneTime ? [50] : [10, 50, 90])
  }

  var window: TimeWindow { times.window ?? .departures([0]) }

  func columns(hasDraws: Bool = false) throws -> MatrixTable.Columns {
    let isInSeconds = network.stops
    return MatrixTable.Columns(
      percentiles: try ranks(), isInSeconds: isInSeconds,
      parts: breakdown ? BreakdownColumns(isInSeconds: isInSeconds, hasDraws: hasDraws) : nil)
  }

  func matrix(_ doors: DoorToDoorNetwork) throws -> TravelTimeMatrix {
    TravelTimeMatrix(doors, window, percentiles: try ranks(), hasParts: breakdown)
  }
}
