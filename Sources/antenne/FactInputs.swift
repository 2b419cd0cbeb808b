import Findings
import Foundation
import PrincipalRoads
import Routing
import Scenarios
import SeedFacts
import StreetRouting
import Surroundings
import TabularText

/// Reads the files of the command; mistakes in several of them are told together.
struct FactInputs {
  let inputs: SeedFacts.Inputs

  init(_ command: FactsCommand) throws {
    var mistakes = InputMistakes()
    let sites = try mistakes.collect { () throws(Failure) in
      try SiteRecord.read(Table.read(command.sites, else: EmbeddedTables.spaces))
    }
    let attributes = try mistakes.collect { () throws(Failure) in
      try LineAttributes(Table.read(command.lineAttributes, else: LineAttributes.builtInTable))
    }
    let (census, censusSource) = Self.census(command.census)
    let workers = try mistakes.collect { () throws(Failure) in
      try BrusselsWorkers(Table.read(census, else: BrusselsWorkers.builtInTable))
    }
    let streets = try mistakes.collect { () throws(Failure) in
      try Self.streets(command.streets)
    }
    guard mistakes.findings.isEmpty, let sites, let attributes, let workers, let streets else {
      throw Failure.unusableData(mistakes.findings)
    }
    let runs = try command.runs.map { folder throws(Failure) in try MobilityRuns(folder: folder) }
    let roads = try PrincipalRoads()
    var read = SeedFacts.Inputs(
      sites: sites, network: try Self.network(command), attributes: attributes,
      walking: StreetPaths(streets).travel(.walk), roads: roads,
      car: try StreetLoader.car(streets: nil, roads: nil, parks: false), workers: workers,
      workersSource: censusSource)
    if let runs { read.runs = runs }
    inputs = read
  }

  private static func streets(_ path: String?) throws(Failure) -> StreetGraph? {
    guard let path else { return nil }
    return try StreetLoader.read(path)
  }

  private static func network(_ command: FactsCommand) throws(Failure) -> ServedNetwork {
    guard let path = command.network else { return try ServedNetwork.model() }
    return try ServedNetworkLoader.load(path, on: command.date).network
  }

  /// The file given, else that of the data folder, else none.
  private static func census(_ given: String?) -> (path: String?, source: String) {
    let name = "belgium/census2011-commuters-arrondissement.csv"
    let folder = ProcessInfo.processInfo.environment["ANTENNE_DATA"]
    let path =
      given
      ?? folder.map { $0 + "/" + name }
      .flatMap { FileManager.default.fileExists(atPath: $0) ? $0 : nil }
    let source = path.map { URL(fileURLWithPath: $0).lastPathComponent }
    return (path, source ?? BrusselsWorkers.builtInSource)
  }
}
