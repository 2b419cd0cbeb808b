import Findings
import HTTPTypes
import Hummingbird
import Logging

/// Headers that keep hostile data from becoming more than text, on every answer.
struct SecurityHeaders<Context: RequestContext>: RouterMiddleware {
  /// Of the page and of JSON: scripts and styles from this server only, none from data.
  static var policy: String {
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
      + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
  }

  func handle(
    _ request: Request, context: Context,
    next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    var response = try await next(request, context)
    let values: [(HTTPField.Name, String)] = [
      (.contentSecurityPolicy, Self.policy), (.xContentTypeOptions, "nosniff"),
      (.cacheControl, "no-store"),
    ]
    for (name, value) in values where response.headers[name] == nil {
      response.headers[name] = value
    }
    for (name, value) in [
      ("Referrer-Policy", "no-referrer"), ("Cross-Origin-Resource-Policy", "same-origin"),
      ("Cross-Origin-Opener-Policy", "same-origin"), ("X-Frame-Options", "DENY"),
    ] {
      if let name = HTTPField.Name(name) { response.headers[name] = value }
    }
    return response
  }
}

/// Every refusal as JSON of one form.
struct ErrorAnswers<Context: RequestContext>: RouterMiddleware {
  var endpoints: [Endpoint]

  func handle(
    _ request: Request, context: Context,
    next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    do {
      return try await next(request, context)
    } catch let error as APIError {
      return error.response
    } catch let failure as Failure {
      return APIError(failure).response
    } catch let error as HTTPError where error.status == .notFound {
      return unknown(request).response
    } catch is CancellationError {
      return APIError.closing.response
    } catch {
      context.logger.error("\(request.method) \(request.uri.path): \(error)")
      return APIError(
        status: .internalServerError, code: "defect", message: "a defect of Antenne: \(error)"
      ).response
    }
  }

  private func unknown(_ request: Request) -> APIError {
    let methods = endpoints.methods(of: request.uri.path)
    guard methods.isEmpty else {
      return APIError(
        status: .methodNotAllowed, code: "method_not_allowed",
        message: "\(request.method.rawValue) is not possible here", allowed: methods)
    }
    return .notFound("unknown_path", "there is nothing at \(request.uri.path)")
  }
}

/// A page of another site must not reach the server under a name of its own (DNS rebinding).
struct HostCheck<Context: RequestContext>: RouterMiddleware {
  /// Names without ports, in lower case.
  var names: Set<String>

  static func name(_ authority: String) -> String {
    let text = authority.lowercased()
    if text.hasPrefix("["), let end = text.firstIndex(of: "]") { return String(text[...end]) }
    return String(text.prefix { $0 != ":" })
  }

  func handle(
    _ request: Request, context: Context,
    next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    guard let host = request.head.authority, names.contains(Self.name(host)) else {
      throw APIError(
        status: .misdirectedRequest, code: "unknown_host",
        message: "this server does not answer under the name of the header Host; --allow-host "
          + "names another")
    }
    return try await next(request, context)
  }
}

/// A form or a simple request of another site must change nothing: a change is JSON, and where the
/// browser says where it comes from, that is this server.
struct ChangeCheck<Context: RequestContext>: RouterMiddleware {
  var endpoints: [Endpoint]

  func handle(
    _ request: Request, context: Context,
    next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    // What no path takes is refused as that.
    guard request.method != .get, request.method != .head,
      endpoints.methods(of: request.uri.path).contains(request.method)
    else { return try await next(request, context) }
    if let origin = request.headers[.origin] {
      guard let host = request.head.authority, origin.lowercased() == "http://\(host.lowercased())"
      else {
        throw APIError(
          status: .forbidden, code: "foreign_origin",
          message: "changes are taken from the server's own page only")
      }
    }
    let type = request.headers[.contentType] ?? ""
    guard type.prefix(while: { $0 != ";" }).lowercased() == "application/json" else {
      throw APIError(
        status: .unsupportedMediaType, code: "not_json",
        message: "a change has a body of the type application/json")
    }
    return try await next(request, context)
  }
}
