import Findings
import Foundation
import GTFSStore
import PrincipalRoads
import Routing
import Scenarios
import SeedFacts
import StreetRouting
import TabularText
import TransitRouting

/// Reads the files of the command; mistakes in several of them are told together.
struct FactInputs {
  let inputs: SeedFacts.Inputs

  init(_ command: FactsCommand) throws {
    var findings: [Finding] = []
    func collect<Value>(_ read: () throws(Failure) -> Value) throws(Failure) -> Value? {
      do throws(Failure) {
        return try read()
      } catch .unusableData(let more) {
        findings += more
        return nil
      }
    }
    let sites = try collect { () throws(Failure) in
      try SiteRecord.read(Self.table(command.sites, else: EmbeddedTables.spaces))
    }
    let attributes = try collect { () throws(Failure) in
      try LineAttributes(Self.table(command.lineAttributes, else: EmbeddedTables.lineAttributes))
    }
    let (census, censusSource) = Self.census(command.census)
    let workers = try collect { () throws(Failure) in
      try BrusselsWorkers(Self.table(census, else: BrusselsWorkers.builtInTable))
    }
    let streets = try collect { () throws(Failure) in
      try Self.streets(command.streets)
    }
    guard findings.isEmpty, let sites, let attributes, let workers, let streets else {
      throw Failure.unusableData(findings)
    }
    let roads = try PrincipalRoads()
    inputs = SeedFacts.Inputs(
      sites: sites, network: try Self.network(command), attributes: attributes,
      walking: StreetPaths(streets).travel(.walk), roads: roads,
      car: try StreetLoader.car(streets: nil, roads: nil, parks: false), workers: workers,
      workersSource: censusSource)
  }

  private static func table(
    _ path: String?, else builtIn: () throws(Failure) -> Table
  ) throws(Failure) -> Table {
    if let path { return try Table.read(path) }
    return try builtIn()
  }

  private static func streets(_ path: String?) throws(Failure) -> StreetGraph? {
    guard let path else { return nil }
    return try StreetLoader.read(path)
  }

  private static func network(_ command: FactsCommand) throws(Failure) -> ServedNetwork {
    guard let path = command.network else { return try ServedNetwork.model() }
    let database = try NetworkDatabase(path)
    let date: ServiceDate
    if let given = command.date { date = given } else { date = try database.ordinaryDate() }
    let loaded = try database.loadTimetable(on: date)
    let feeds = loaded.feeds.map { "\($0.name) (\($0.operators.joined(separator: ", ")))" }
    return try ServedNetwork(
      loaded.timetable, name: "\(feeds.joined(separator: ", ")) on \(date)",
      isModel: loaded.feeds.contains(where: \.isModel)
    ) { ids throws(Failure) in try database.shapes(ofTrips: ids) }
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
