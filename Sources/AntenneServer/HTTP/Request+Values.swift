import Foundation
import Geography
import Hummingbird

extension BasicRequestContext {
  /// A part of the path, decoded once: `..%2Fa` is `../a` here and `..%252Fa` is not.
  func value(_ name: String) throws(APIError) -> String {
    guard let text = parameters.get(name)?.removingPercentEncoding, !text.isEmpty else {
      throw .badRequest("invalid_path", "the path has a part that is not percent-encoded UTF-8")
    }
    return text
  }
}

extension Request {
  /// A value of the query, `nil` without it. A plus is a space, as forms and browsers write it.
  func find(_ name: String) -> String? {
    for part in (uri.query ?? "").split(separator: "&") {
      let words = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        .map { $0.replacing("+", with: " ").removingPercentEncoding }
      if words.count == 2, words[0] == name { return words[1] }
    }
    return nil
  }

  func get(_ name: String) throws(APIError) -> String {
    guard let value = find(name), !value.isEmpty else {
      throw .badRequest("missing_parameter", "the query needs '\(name)'")
    }
    return value
  }

  /// `LAT,LON` in degrees.
  func coordinate(_ name: String) throws(APIError) -> Coordinate {
    let parts = try get(name).split(separator: ",", omittingEmptySubsequences: false)
    if parts.count == 2, let latitude = Double(parts[0]), let longitude = Double(parts[1]) {
      let place = Coordinate(latitude: latitude, longitude: longitude)
      if place.isValid { return place }
    }
    throw .badRequest("invalid_parameter", "'\(name)' takes LAT,LON in degrees")
  }

  /// The body of a change, which is JSON and short.
  func decoded<Value: Decodable>(_ type: Value.Type) async throws -> Value {
    let buffer: ByteBuffer
    do {
      buffer = try await body.collect(upTo: Limits.bodyBytes)
    } catch {
      throw APIError(
        status: .contentTooLarge, code: "body_too_large",
        message: "a body has at most \(Limits.bodyBytes) bytes")
    }
    do {
      return try JSONDecoder().decode(type, from: Data(buffer.readableBytesView))
    } catch let error as DecodingError {
      throw APIError.badRequest("invalid_body", "the body is not as asked for: \(error.sentence)")
    }
  }
}

extension DecodingError {
  /// What is wrong, without the words of the decoder's own types.
  fileprivate var sentence: String {
    switch self {
    case .keyNotFound(let key, _): "'\(key.stringValue)' is missing"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      "'\(context.codingPath.map(\.stringValue).joined(separator: "."))' is of another type"
    case .dataCorrupted: "not JSON, or not a value that is taken here"
    @unknown default: "not JSON"
    }
  }
}
