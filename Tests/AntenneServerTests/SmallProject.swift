import Foundation
import TestSupport

@testable import AntenneServer

/// A folder with a network, a scenario and everything that it names: one bus from A (08:00) to C
/// (08:20), a home near A, an office near C, sites near A and B.
enum SmallProject {
  static let files = [
    "staff.csv": "id,lat,lon\ne1,50.8001,4.3\n",
    "sites.csv": "id,name,lat,lon\nnear,Near,50.8002,4.3\n\"odd: #{id}\",Odd,50.8101,4.3\n",
  ]

  /// - Parameter draws: each takes time, so that many make a run that does not end by itself.
  static func scenario(draws: Int = 0) -> String {
    """
    name: Small
    network: n.sqlite
    date: 2019-10-29
    arrive: 08:30-08:40
    depart: 16:30-16:40
    demand: {employees: {file: staff.csv}}
    offices: [{name: O, lat: 50.8301, lon: 4.3}]
    sites: {file: sites.csv}
    uncertainty: {draws: \(draws)}

    """
  }

  /// A way there in the morning and back in the evening.
  private static let feed = FeedText.minimal
    .appending("R,weekday,U", to: "trips.txt")
    .appending(
      "U,17:00:00,17:00:00,C,1", "U,17:10:00,17:10:00,B,2", "U,17:20:00,17:20:00,A,3",
      to: "stop_times.txt")

  /// Imports the timetable into the folder of a server.
  static func addNetwork(to folder: TemporaryFolder) throws {
    let source = folder.file(".feed")
    try FileManager.default.createDirectory(atPath: source, withIntermediateDirectories: true)
    for (name, text) in feed.files { try folder.write(".feed/" + name, text) }
    let process = Process()
    process.executableURL = try BuiltProgram.url()
    process.arguments = ["import", "--prefix", "l=" + source, "--into", folder.file("n.sqlite")]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
  }

  static func server(
    scenarios: [String: String] = ["small.yaml": scenario()],
    change: (inout ServerChange) -> Void = { _ in }
  ) async throws -> RunningServer {
    var wanted = ServerChange()
    change(&wanted)
    let network = wanted.hasNetwork
    let server = try await RunningServer(files.merging(scenarios) { $1 }) { options in
      options.maximumRuns = wanted.maximumRuns
      if network { options.routeArguments = ["--network", options.dataFolder + "/n.sqlite"] }
    }
    try addNetwork(to: server.folder)
    return server
  }

  struct ServerChange {
    var maximumRuns = 1
    var hasNetwork = false
  }
}
