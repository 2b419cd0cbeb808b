public import Findings
import Foundation
import Hummingbird
import Logging

/// The analyst's page and the HTTP API behind it.
public struct AnalystServer: Sendable {
  private let options: ServerOptions
  let endpoints: [Endpoint]
  private let board: JobBoard?
  /// What a person who starts the server should know.
  public let notes: [String]

  /// - Throws: where the data folder is missing.
  public init(_ options: ServerOptions) throws(Failure) {
    self.options = options
    let folder = try DataFolder(options.dataFolder)
    var notes: [String] = []
    do throws(Failure) {
      board = try JobBoard(folder, program: options.program, maximum: options.maximumRuns)
    } catch {
      board = nil
      notes.append("runs cannot be started: \(error.description)")
    }
    let leaflet = LeafletFiles(folder: options.leafletFolder)
    if !leaflet.isThere { notes.append(LeafletFiles.remedy) }
    let runs = RunAnswers(folder: folder, store: RunStore())
    let service = ServiceAnswer(options, canStartRuns: board != nil, hasMap: leaflet.isThere)
    endpoints =
      PageAnswers(leaflet: leaflet).endpoints
      + [.get("/api/v1/service") { _, _ in try .json(service) }] + runs.endpoints
      + PlaceAnswers(runs: runs).endpoints + JobAnswers(board: board).endpoints
      + RouteAnswers(
        program: ChildProgram(path: options.program), arguments: options.routeArguments,
        gate: Gate(Limits.routesAtOnce)
      ).endpoints
    self.notes = notes
  }

  /// Serves until SIGTERM or SIGINT, or until the task is cancelled; then ends the runs that were
  /// started, answers what was asked, and returns.
  /// - Parameter onRunning: is given the port that is listened on.
  public func run(onRunning: @escaping @Sendable (Int) async -> Void) async throws {
    var logger = Logger(label: "antenne", factory: { StreamLogHandler.standardError(label: $0) })
    logger.logLevel = .error
    let application = Application(
      router: router(),
      server: .http1(
        configuration: .init(
          idleTimeout: .seconds(Limits.idleSeconds),
          httpDecoderConfiguration: .init(
            maxHeaderFieldSize: Limits.headerBytes, maxHeaderListSize: Limits.headerBytes,
            maxHeaderFieldCount: 100))),
      configuration: .init(
        address: .hostname(options.host, port: options.port),
        availableConnectionsDelegate: .maximum(Limits.connections, logger: logger)),
      onServerRunning: { await onRunning($0.localAddress?.port ?? 0) }, logger: logger)
    try await application.runService()
    await board?.close()
  }

  func router() -> Router<BasicRequestContext> {
    let router = Router(options: .autoGenerateHeadEndpoints)
    router.add(middleware: SecurityHeaders())
    router.add(middleware: ErrorAnswers(endpoints: endpoints))
    router.add(middleware: HostCheck(names: hostNames))
    router.add(middleware: ChangeCheck(endpoints: endpoints))
    for endpoint in endpoints {
      router.on(RouterPath(endpoint.path), method: endpoint.method, use: endpoint.handler)
    }
    return router
  }

  private var hostNames: Set<String> {
    var names: Set = ["localhost", "127.0.0.1", "[::1]"]
    for name in options.allowedHosts + [options.host] {
      names.insert(HostCheck<BasicRequestContext>.name(name.lowercased()))
      // An address of IPv6 stands in brackets in a URL.
      if name.contains(":"), !name.hasPrefix("[") { names.insert("[\(name.lowercased())]") }
    }
    return names
  }
}

/// What a client should know before it asks for anything.
struct ServiceAnswer: Encodable, Sendable {
  var name = "antenne"
  var version: String
  var api = "v1"
  var canStartRuns: Bool
  var canRoute: Bool
  var hasMap: Bool
  var maximumRuns: Int
  var modes = RouteAnswers.modes

  init(_ options: ServerOptions, canStartRuns: Bool, hasMap: Bool) {
    version = options.version
    self.canStartRuns = canStartRuns
    canRoute = !options.routeArguments.isEmpty
    self.hasMap = hasMap
    maximumRuns = options.maximumRuns
  }
}
