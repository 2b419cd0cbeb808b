import Foundation
import Geography
import Hummingbird
import ServiceLifecycle

/// Itineraries between any two places, as `antenne route` finds them.
struct RouteAnswers: Sendable {
  var program: ChildProgram
  /// Network and streets; empty has none.
  var arguments: [String]
  var gate: Gate

  static let modes = ["transit", "walk", "bike", "e-bike", "car", "park-and-ride", "bike-and-ride"]

  var endpoints: [Endpoint] {
    [.get("/api/v1/route") { request, _ in try await route(request) }]
  }

  private func route(_ request: Request) async throws -> Response {
    let asked = try asked(request)
    guard !arguments.isEmpty else {
      throw APIError.notFound(
        "no_network", "itineraries need a network: start the server with --network")
    }
    try await gate.enter()
    let outcome: (status: Int32, output: String, errors: String)
    do {
      // The server does not wait for what nobody will read.
      outcome = try await cancelWhenGracefulShutdown {
        try await limited { try await program.collect(["route", "--json"] + arguments + asked) }
      }
    } catch {
      await gate.leave()
      throw error
    }
    await gate.leave()
    guard outcome.status == 0 else {
      throw APIError(
        status: .unprocessableContent, code: "no_route",
        message: outcome.errors.trimmingCharacters(in: .whitespacesAndNewlines))
    }
    return .bytes(outcome.output.utf8, type: "application/json")
  }

  private func limited(
    _ work: @escaping @Sendable () async throws -> (status: Int32, output: String, errors: String)
  ) async throws -> (status: Int32, output: String, errors: String) {
    try await withThrowingTaskGroup { group in
      group.addTask { try await work() }
      group.addTask {
        try await Task.sleep(for: .seconds(Limits.routeSeconds))
        throw APIError(
          status: .gatewayTimeout, code: "too_slow",
          message: "no itinerary was found within \(Limits.routeSeconds) s")
      }
      defer { group.cancelAll() }
      guard let first = try await group.next() else { throw CancellationError() }
      return first
    }
  }

  /// Only values that are read and found right reach the program.
  private func asked(_ request: Request) throws(APIError) -> [String] {
    let (from, to) = (try request.coordinate("from"), try request.coordinate("to"))
    var result = [
      "--from", "\(from.latitude),\(from.longitude)", "--to", "\(to.latitude),\(to.longitude)",
    ]
    let times = [("departAt", "--depart-at"), ("arriveBy", "--arrive-by")].compactMap {
      name, option in
      request.find(name).map { (option, $0) }
    }
    guard times.count == 1, times[0].1.wholeMatch(of: /[0-2]?[0-9]:[0-5][0-9]/) != nil else {
      throw .badRequest("invalid_parameter", "give one of 'departAt' and 'arriveBy', as HH:MM")
    }
    result += [times[0].0, times[0].1]
    if let date = request.find("date") {
      guard date.wholeMatch(of: /[0-9]{4}-[0-9]{2}-[0-9]{2}/) != nil else {
        throw .badRequest("invalid_parameter", "'date' takes YYYY-MM-DD")
      }
      result += ["--date", date]
    }
    let mode = request.find("mode") ?? "transit"
    guard Self.modes.contains(mode) else {
      throw .badRequest(
        "invalid_parameter", "'mode' takes \(Self.modes.joined(separator: ", "))")
    }
    return result + ["--mode", mode]
  }
}

/// Lets so many in at once and refuses the others.
actor Gate {
  private var free: Int

  init(_ places: Int) { free = places }

  func enter() throws(APIError) {
    guard free > 0 else {
      throw APIError(
        status: .tooManyRequests, code: "too_many_routes",
        message: "other itineraries are being looked for; ask again in a moment")
    }
    free -= 1
  }

  func leave() { free += 1 }
}
