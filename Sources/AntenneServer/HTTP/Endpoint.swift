import Hummingbird

/// A path of the server with what it answers: the one list that routing, `405` and the test of the
/// OpenAPI document are made from.
struct Endpoint: Sendable {
  typealias Handler = @Sendable (Request, BasicRequestContext) async throws -> Response

  var method: HTTPRequest.Method
  /// As OpenAPI writes it: `/api/v1/runs/{run}`.
  var path: String
  var handler: Handler

  static func get(_ path: String, _ handler: @escaping Handler) -> Endpoint {
    Endpoint(method: .get, path: path, handler: handler)
  }

  static func post(_ path: String, _ handler: @escaping Handler) -> Endpoint {
    Endpoint(method: .post, path: path, handler: handler)
  }

  func matches(_ asked: String) -> Bool {
    let (own, other) = (Self.segments(path), Self.segments(asked))
    return own.count == other.count
      && zip(own, other).allSatisfy { $0.hasPrefix("{") || $0 == $1 }
  }

  private static func segments(_ path: String) -> [Substring] {
    path.split(separator: "/")
  }
}

extension [Endpoint] {
  /// Methods that a path has.
  func methods(of path: String) -> [HTTPRequest.Method] {
    filter { $0.matches(path) }.flatMap { $0.method == .get ? [.get, .head] : [$0.method] }
  }
}
