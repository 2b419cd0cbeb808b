import ArgumentParser
import Findings
import GTFSStore
import Routing
import Scenarios
import TransitRouting

/// The random timetables of trips that run at a headway and at no stated times (GTFS:
/// frequencies.txt without exact_times).
struct DrawOptions: ParsableArguments {
  @Option(
    name: .customLong("draws"),
    help: """
      Random timetables of the trips that run at a headway and at no stated times; percentiles are \
      over minutes and timetables (default: \(PhaseDraws.usualCount)). Without such trips there is one.
      """)
  var givenDraws: Int?

  @Option(
    name: .customLong("seed"),
    help: "What random timetables are drawn from (default: \(PhaseDraws.usualSeed)).")
  var givenSeed: UInt64?

  var draws: Int { givenDraws ?? PhaseDraws.usualCount }
  var seed: UInt64 { givenSeed ?? PhaseDraws.usualSeed }

  func validate() throws {
    guard (1...PhaseDraws.countLimit).contains(draws) else {
      throw ValidationError("--draws must lie in 1 to \(PhaseDraws.countLimit)")
    }
  }

  func validate(_ modes: ModeOptions) throws {
    guard modes.mode.usesTimetable || (givenDraws == nil && givenSeed == nil) else {
      throw ValidationError(
        "--draws and --seed are for timetables; leave them out with --mode \(modes.mode.rawValue)")
    }
  }

  /// The network with its draws, which are said; as it is where nothing has to be drawn.
  func draw(
    _ network: DoorToDoorNetwork, _ loaded: LoadedTimetable, threads: Int
  ) async -> DoorToDoorNetwork {
    Console.note(loaded.notes(draws: draws, seed: seed))
    guard let phases = loaded.draws else { return network }
    return await network.drawing(phases, 0..<draws, seed: seed, threads: threads)
  }
}

/// One of the random timetables, for an itinerary.
struct DrawOption: ParsableArguments {
  @Option(
    help: """
      The random timetable of the trips that run at a headway and at no stated times, counted from \
      1, as a matrix names it (default: each first trip leaves when its headway begins).
      """)
  var draw: Int?

  @Option(help: "What random timetables are drawn from (default: \(PhaseDraws.usualSeed)).")
  var seed: UInt64?

  func validate() throws {
    guard (1...PhaseDraws.countLimit).contains(draw ?? 1) else {
      throw ValidationError("--draw must lie in 1 to \(PhaseDraws.countLimit)")
    }
    guard seed == nil || draw != nil else { throw ValidationError("--seed goes with --draw") }
  }

  func validate(_ modes: ModeOptions) throws {
    guard modes.mode.usesTimetable || draw == nil else {
      throw ValidationError(
        "--draw is for timetables; leave it out with --mode \(modes.mode.rawValue)")
    }
  }

  func draw(
    _ network: DoorToDoorNetwork, _ loaded: LoadedTimetable
  ) async -> (network: DoorToDoorNetwork, notes: [Finding]) {
    guard let draw, let phases = loaded.draws else { return (network, loaded.notes) }
    let seed = seed ?? PhaseDraws.usualSeed
    let drawn = await network.drawing(phases, draw - 1..<draw, seed: seed, threads: 1)
    return (drawn.draws[0], loaded.notes(draw: draw - 1, seed: seed))
  }
}
