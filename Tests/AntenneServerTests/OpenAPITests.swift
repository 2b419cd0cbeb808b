import Foundation
import Hummingbird
import TestSupport
import Testing

@testable import AntenneServer

/// The document against what the server does, both ways.
struct OpenAPITests {
  private static func document(_ server: RunningServer) async throws -> [String: Any] {
    try await server.client.get("/api/v1/openapi.json").json()
  }

  @Test func theDocumentAndTheRouterHaveTheSameRoutes() async throws {
    let server = try await RunningServer()
    let paths = try #require(try await Self.document(server)["paths"] as? [String: [String: Any]])
    let described = paths.flatMap { path, methods in methods.keys.map { "\($0) \(path)" } }
    let routed = server.server.router().routes.map { route in
      "\(route.method.rawValue.lowercased()) \(route.path)"
    }.filter { $0.contains("/api/") }
    #expect(routed.count >= 18)
    #expect(Set(described) == Set(routed))
  }

  @Test func everyReferenceIsResolvedAndEveryOperationHasItsOwnName() async throws {
    let server = try await RunningServer()
    let document = try await Self.document(server)
    #expect(document["openapi"] as? String == "3.1.0")
    let components = try #require(document["components"] as? [String: [String: Any]])
    let text = try await server.client.get("/api/v1/openapi.json").text
    let references = text.matches(of: /"#\/components\/(\w+)\/(\w+)"/).map {
      (String($0.output.1), String($0.output.2))
    }
    #expect(references.count > 100)
    for (kind, name) in references { #expect(components[kind]?[name] != nil, "\(kind)/\(name)") }
    let named = Set(references.map { $0.0 + $0.1 })
    for (kind, parts) in components {
      for name in parts.keys { #expect(named.contains(kind + name), "\(name) is used nowhere") }
    }
    let paths = try #require(document["paths"] as? [String: [String: [String: Any]]])
    let names = paths.values.flatMap(\.values).compactMap { $0["operationId"] as? String }
    #expect(Set(names).count == paths.values.flatMap(\.values).count)
  }

  /// Every answer has the fields that the document asks for, and none that it does not know.
  @Test(
    "answers are as described",
    arguments: [
      ("/api/v1/service", "Service"), ("/api/v1/runs", "RunList"),
      ("/api/v1/runs/a", "RunSummary"), ("/api/v1/runs/a/places", "Places"),
      ("/api/v1/runs/a/municipalities/21001", "MunicipalityDetail"),
      ("/api/v1/runs/a/homes/h1", "HomeDetail"), ("/api/v1/runs/a/sites/s1", "SiteDetail"),
      ("/api/v1/runs/a/files", "FileList"), ("/api/v1/scenarios", "ScenarioList"),
      ("/api/v1/comparison?first=a&second=b%2Fc", "Comparison"), ("/api/v1/jobs", "JobList"),
      ("/api/v1/runs/none", "Error"),
    ])
  func answers(path: String, schema: String) async throws {
    let server = try await RunningServer.withRuns(["s.yaml": ""])
    let document = try await Self.document(server)
    let answer = try await server.client.get(path).json()
    let mistakes = AnswerSchema(document).mistakes(answer, schema)
    #expect(mistakes.isEmpty, "\(mistakes)")
  }

  @Test func aWrongAnswerWouldBeSeen() async throws {
    let server = try await RunningServer()
    let schema = AnswerSchema(try await Self.document(server))
    #expect(schema.mistakes(["jobs": [["id": 1]]], "JobList").contains("jobs[0].id: not a string"))
    #expect(schema.mistakes([:], "FileList") == ["files: missing"])
    #expect(schema.mistakes(["files": [], "more": 1], "FileList") == ["more: unknown"])
  }
}

/// The part of JSON Schema that the document uses.
struct AnswerSchema {
  private let schemas: [String: [String: Any]]

  init(_ document: [String: Any]) {
    let components = document["components"] as? [String: Any]
    schemas = components?["schemas"] as? [String: [String: Any]] ?? [:]
  }

  func mistakes(_ value: Any, _ name: String) -> [String] {
    check(value, schemas[name] ?? [:], "").map { $0.hasPrefix(".") ? String($0.dropFirst()) : $0 }
  }

  private func check(_ value: Any, _ schema: [String: Any], _ place: String) -> [String] {
    if let reference = schema["$ref"] as? String, let name = reference.split(separator: "/").last {
      return check(value, schemas[String(name)] ?? [:], place)
    }
    switch schema["type"] as? String {
    case "object":
      guard let object = value as? [String: Any] else { return ["\(place): not an object"] }
      return check(object, schema, place)
    case "array":
      guard let items = value as? [Any] else { return ["\(place): not an array"] }
      let item = schema["items"] as? [String: Any] ?? [:]
      return items.enumerated().flatMap { check($1, item, "\(place)[\($0)]") }
    case "string":
      guard let text = value as? String else { return ["\(place): not a string"] }
      let allowed = schema["enum"] as? [String] ?? (schema["const"] as? String).map { [$0] }
      return allowed?.contains(text) == false ? ["\(place): not one of \(allowed ?? [])"] : []
    case "number", "integer", "boolean":
      return value is NSNumber ? [] : ["\(place): not a number"]
    default: return []
    }
  }

  private func check(
    _ object: [String: Any], _ schema: [String: Any], _ place: String
  ) -> [String] {
    let required = schema["required"] as? [String] ?? []
    let missing = required.filter { object[$0] == nil }.map { "\(place).\($0): missing" }
    if let values = schema["additionalProperties"] as? [String: Any] {
      return object.flatMap { check($1, values, "\(place).\($0)") }
    }
    let known = schema["properties"] as? [String: [String: Any]] ?? [:]
    return missing
      + object.flatMap { key, value in
        known[key].map { check(value, $0, "\(place).\(key)") } ?? ["\(place).\(key): unknown"]
      }
  }
}
