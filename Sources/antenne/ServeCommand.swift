import AntenneServer
import ArgumentParser
import Findings
import Foundation

struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "The analyst's page and the HTTP API, for the runs in a folder.",
    discussion: """
      Opens the runs below the folder in a browser: a map of homes and sites, distributions and
      itineraries, two runs side by side, a site that is moved, runs with progress. The API is
      described at /api/v1/openapi.json. Only this machine reaches the server, unless --host says
      otherwise; there are no passwords. Ctrl-C ends it.

      Examples:
        antenne demo --out demo && antenne serve demo --network demo/brussels-model.sqlite
        antenne serve results --port 8081
      """)

  @Argument(
    help: ArgumentHelp("The folder with runs and scenarios; new ones go there.", valueName: "dir"))
  var folder: String

  @Option(help: "The port to listen on (0 takes a free one).")
  var port = 8080

  @Option(help: "The address to listen on.")
  var host = "127.0.0.1"

  @Option(help: "A further name of the server in browsers (repeatable).")
  var allowHost: [String] = []

  @Option(help: "A network database, for itineraries between any two places.")
  var network: String?

  @Option(help: "A street file, for the ways of these itineraries.")
  var streets: String?

  @Option(help: "How many runs may go on at once.")
  var maxRuns = 1

  @Option(
    help: """
      A folder with leaflet.js and leaflet.css, for the map (default: those that were built in, else \
      those of Debian's libjs-leaflet).
      """)
  var leaflet: String?

  func validate() throws {
    guard (0...65_535).contains(port) else {
      throw ValidationError("--port must lie in 0 to 65535")
    }
    guard (0...16).contains(maxRuns) else {
      throw ValidationError("--max-runs must lie in 0 to 16")
    }
    guard streets == nil || network != nil else {
      throw ValidationError("--streets goes with --network")
    }
  }

  func run() async throws {
    for path in [network, streets].compactMap({ $0 })
    where !FileManager.default.fileExists(atPath: path) {
      throw Failure.missingInput(path: path, reason: "no such file")
    }
    var options = ServerOptions(
      dataFolder: folder, program: try Self.program(), version: antenneVersion)
    options.host = host
    options.port = port
    options.allowedHosts = allowHost
    options.routeArguments =
      (network.map { ["--network", $0] } ?? []) + (streets.map { ["--streets", $0] } ?? [])
    options.maximumRuns = maxRuns
    options.leafletFolder = leaflet
    let server = try AnalystServer(options)
    for note in server.notes { Console.note(note) }
    let shown = host.contains(":") ? "[\(host)]" : host
    do {
      try await server.run { port in
        Console.write("http://\(shown):\(port)/\n")
        Console.note("serving \(folder); Ctrl-C ends it")
      }
    } catch {
      throw Failure.inputOutput(path: "\(shown):\(port)", reason: "cannot be served: \(error)")
    }
  }

  /// This very program, which runs are started with.
  private static func program() throws(Failure) -> String {
    guard let path = Bundle.main.executablePath else {
      throw .defect("the program does not know where it lies")
    }
    return path
  }
}
