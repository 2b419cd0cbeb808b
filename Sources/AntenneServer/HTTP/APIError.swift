import Findings
import Hummingbird

/// Why a request is refused: a status, a code that programs can rely on, and a sentence for people.
struct APIError: Error {
  var status: HTTPResponse.Status
  /// Stable, in snake case.
  var code: String
  var message: String
  /// What is wrong with the user's files.
  var findings: [Finding] = []
  /// Methods that the path has, where the one that was asked for is not among them.
  var allowed: [HTTPRequest.Method] = []

  static func badRequest(_ code: String, _ message: String) -> APIError {
    APIError(status: .badRequest, code: code, message: message)
  }

  static func notFound(_ code: String, _ message: String) -> APIError {
    APIError(status: .notFound, code: code, message: message)
  }

  static var closing: APIError {
    APIError(status: .serviceUnavailable, code: "closing", message: "the server is closing")
  }

  /// What cannot be used of the user's files is not a defect of the server.
  init(_ failure: Failure) {
    switch failure {
    case .unusableData(let findings):
      self.init(
        status: .unprocessableContent, code: "unusable_data", message: failure.description,
        findings: findings)
    case .missingInput:
      self.init(status: .notFound, code: "missing_input", message: failure.description)
    case .inputOutput:
      self.init(
        status: .internalServerError, code: "input_output", message: failure.description)
    case .defect:
      self.init(status: .internalServerError, code: "defect", message: failure.description)
    }
  }

  init(
    status: HTTPResponse.Status, code: String, message: String, findings: [Finding] = [],
    allowed: [HTTPRequest.Method] = []
  ) {
    self.status = status
    self.code = code
    self.message = message
    self.findings = findings
    self.allowed = allowed
  }

  var response: Response {
    let body = Body(error: .init(code: code, message: message, findings: findings))
    guard var response = try? Response.json(body, status: status) else {
      return Response(status: .internalServerError)
    }
    if !allowed.isEmpty {
      response.headers[.allow] = allowed.map(\.rawValue).joined(separator: ", ")
    }
    return response
  }

  private struct Body: Encodable {
    struct Description: Encodable {
      var code: String
      var message: String
      var findings: [Finding]
    }

    var error: Description
  }
}
