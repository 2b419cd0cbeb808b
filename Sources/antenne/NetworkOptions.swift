import ArgumentParser
import GTFSStore
import Geography
import Routing
import TransitRouting

/// The options of every command that routes on a network.
struct NetworkOptions: ParsableArguments {
  @Option(help: "A network database made by 'antenne import'.")
  var network: String?

  @Option(help: "The date of travel (YYYY-MM-DD; default: the first Tuesday with service).")
  var date: ServiceDate?

  @Flag(help: "Points are stop ids; the only walks are those of transfers.txt.")
  var stops = false

  @Option(help: "Seconds added to every change (default: 60, with --stops 0).")
  var transferSlack: Int?

  @Option(
    name: .customLong("max-minutes"),
    help: "Longer journeys are unreachable (default: 120, with --stops 1440).")
  var givenMaxMinutes: Int?

  /// Stop to stop, answers are compared with other engines', which do not cut.
  var maxMinutes: Int { givenMaxMinutes ?? (stops ? 1440 : 120) }

  @Option(help: "The longest walk to the first stop, from the last one, or instead of any ride.")
  var maxWalkMinutes: Int = 30

  @Option(help: "Only journeys of at most so many rides (1 to 8).")
  var maxRides: Int?

  @Option(
    help: "Minutes that a change must save to be taken; no part of the travel time.")
  var changePenalty: Double = 0

  func validate() throws {
    guard (1...WindowScan.rideLimit).contains(maxRides ?? 1) else {
      throw ValidationError("--max-rides must lie in 1 to \(WindowScan.rideLimit)")
    }
    guard (0...120).contains(changePenalty) else {
      throw ValidationError("--change-penalty must lie in 0 to 120 minutes")
    }
    guard maxMinutes > 0, maxMinutes <= 2880 else {
      throw ValidationError("--max-minutes must lie in 1 to 2880")
    }
    guard maxWalkMinutes >= 0, maxWalkMinutes <= 600 else {
      throw ValidationError("--max-walk-minutes must lie in 0 to 600")
    }
    guard (0...7200).contains(transferSlack ?? 0) else {
      throw ValidationError("--transfer-slack must lie in 0 to 7200 seconds")
    }
  }

  var transitOptions: TransitOptions {
    var options = TransitOptions()
    options.transferSlackSeconds = transferSlack ?? (stops ? 0 : 60)
    options.maximumSeconds = maxMinutes * 60
    options.maximumWalkSeconds = maxWalkMinutes * 60
    options.maximumRides = maxRides
    options.changePenaltySeconds = Int((changePenalty * 60).rounded())
    return options
  }

  /// Loads the network of the date for searches of a window.
  /// - Parameters:
  ///   - given: a date that came with a time.
  ///   - walking: between doors and stops; not used with `--stops`.
  func load(
    on given: ServiceDate? = nil, for window: TimeWindow, walking: any TravelModel
  ) throws -> (network: DoorToDoorNetwork, loaded: LoadedTimetable) {
    guard let network else { throw ValidationError("--network is needed") }
    let database = try NetworkDatabase(network)
    let chosen = try date ?? given ?? database.ordinaryDate()
    if date == nil, given == nil { Console.note("date: \(chosen), the first Tuesday with service") }
    let reach = window.reach(maximumSeconds: maxMinutes * 60)
    // Stop to stop, answers are those of one service day, as other engines give them.
    let loaded = try database.loadTimetable(
      on: chosen, fromSeconds: reach.lowerBound, untilSeconds: stops ? 86_400 : reach.upperBound)
    let joined =
      stops
      ? DoorToDoorNetwork(withoutWalks: loaded.timetable, options: transitOptions)
      : DoorToDoorNetwork(loaded.timetable, walking: walking, options: transitOptions)
    return (joined, loaded)
  }
}
