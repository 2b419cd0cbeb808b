import Foundation

/// What the analyst's server is started with.
public struct ServerOptions: Sendable {
  /// Runs and scenarios are read below this folder, and nothing outside it.
  public var dataFolder: String
  /// The address to listen on; another than loopback lets everyone in the network in.
  public var host = "127.0.0.1"
  /// 0 takes a free one.
  public var port = 8080
  /// Further names under which browsers may reach the server.
  public var allowedHosts: [String] = []
  /// The `antenne` that is started for runs and itineraries.
  public var program: String
  /// The version that the server names.
  public var version: String
  /// Options of `antenne route` that name the network and the streets; empty has no itineraries.
  public var routeArguments: [String] = []
  public var maximumRuns = 1
  /// A folder with `leaflet.js` and `leaflet.css`, where the binary does not carry them.
  public var leafletFolder: String?

  public init(dataFolder: String, program: String, version: String) {
    self.dataFolder = dataFolder
    self.program = program
    self.version = version
  }
}

/// What the server takes at most.
enum Limits {
  /// Of the body of a request.
  static let bodyBytes = 64 << 10
  /// Of all header fields of a request together.
  static let headerBytes = 16 << 10
  static let connections = 256
  /// An open connection on which nothing is asked is closed after so long.
  static let idleSeconds: Int64 = 60
  static let idBytes = 512
  /// How deep below the data folder runs and scenarios are looked for.
  static let depth = 4
  /// Files and folders that are looked at for a list.
  static let entries = 20_000
  static let listed = 500
  static let scenarioBytes = 1 << 20
  /// Of `results.json`.
  static let resultBytes = 256 << 20
  static let resultsInMemory = 6
  static let moves = 50
  static let finishedJobs = 100
  /// Lines of what a run says that are kept.
  static let messages = 50
  static let routesAtOnce = 2
  static let routeSeconds = 60
  static let routeBytes = 4 << 20
  /// Homes that are named with a site or municipality, those with most people.
  static let namedHomes = 200
}
