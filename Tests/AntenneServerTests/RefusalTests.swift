import AntenneServer
import Foundation
import TestSupport
import Testing

/// What is refused, and how that is said.
struct RefusalTests {
  @Test(
    "unknown things are 404 with a code of their own",
    arguments: [
      ("/nothing", "unknown_path"), ("/api/v1/nothing", "unknown_path"),
      ("/api/v2/runs", "unknown_path"), ("/api/v1/runs/none", "unknown_run"),
      ("/api/v1/runs/a/municipalities/1", "unknown_municipality"),
      ("/api/v1/runs/a/homes/1", "unknown_home"), ("/api/v1/runs/a/sites/1", "unknown_site"),
      ("/api/v1/runs/a/files/1.csv", "unknown_file"), ("/api/v1/jobs/1", "unknown_job"),
      ("/api/v1/comparison?first=a&second=none", "unknown_run"),
    ])
  func unknown(path: String, code: String) async throws {
    let server = try await RunningServer.withRuns()
    let answer = try await server.client.get(path)
    #expect(answer.status == 404)
    #expect(answer.code == code)
    #expect(answer.headers["content-type"] == "application/json")
  }

  @Test(
    "no path leads out of the folder",
    arguments: [
      "..", "../outside", "%2e%2e%2Foutside", "..%2Foutside", "a%2F..%2F..%2Foutside", "%2Fetc",
      ".antenne-serve", "a%2F.", "a%2F%2Fb", "link", "a%5C..%5Coutside", "a%00", "%2e", "%ff",
      "..%252Foutside", "%2e%2e", "a%0A", "linked-results",
    ])
  func traversal(id: String) async throws {
    let outside = try TemporaryFolder(["results.json": StoredRun.json(name: "outside")])
    let server = try await RunningServer.withRuns()
    let manager = FileManager.default
    try manager.createSymbolicLink(
      atPath: server.folder.file("link"), withDestinationPath: outside.path)
    try manager.createDirectory(
      atPath: server.folder.file("linked-results"), withIntermediateDirectories: true)
    try manager.createSymbolicLink(
      atPath: server.folder.file("linked-results/results.json"),
      withDestinationPath: outside.file("results.json"))
    // The path as it is sent: nothing on the way makes it shorter.
    let answer = try await server.client.get("/api/v1/runs/\(id)")
    #expect([400, 403, 404].contains(answer.status), "\(answer.status) \(answer.text)")
    #expect(!answer.text.contains("\"name\""))
    let list = try await server.client.get("/api/v1/runs").text
    #expect(!list.contains("\"name\":\"outside\""))
  }

  @Test func aLinkThatStaysInsideIsFollowed() async throws {
    let server = try await RunningServer.withRuns()
    try FileManager.default.createSymbolicLink(
      atPath: server.folder.file("same"), withDestinationPath: server.folder.file("a"))
    #expect(try await server.client.get("/api/v1/runs/same").status == 200)
  }

  @Test(
    "another name of the server is refused, whatever is asked",
    arguments: [
      "evil.example", "evil.example:8080", "127.0.0.1.evil.example", "localhost.", "[::2]",
    ])
  func host(name: String) async throws {
    let server = try await RunningServer.withRuns()
    for path in ["/", "/api/v1/runs", "/nothing"] {
      let answer = try await server.client.get(path, ["Host": name])
      #expect(answer.status == 421)
      #expect(answer.code == "unknown_host")
    }
  }

  @Test func ownNamesAndThoseThatAreAllowedAreAnswered() async throws {
    let server = try await RunningServer.withRuns { $0.allowedHosts = ["Antenne.Example"] }
    for name in ["localhost", "127.0.0.1:1", "[::1]:99", "antenne.example:8080", "LOCALHOST"] {
      #expect(try await server.client.get("/api/v1/service", ["Host": name]).status == 200)
    }
    let without = try? await server.client.get("/api/v1/service", ["Host": ""])
    #expect(without?.status != 200)
  }

  @Test func aMethodThatAPathDoesNotHaveIsNamedWithThoseThatItHas() async throws {
    let server = try await RunningServer.withRuns()
    let answer = try await server.client.send(
      "DELETE", "/api/v1/jobs", ["Content-Type": "application/json"], "{}")
    #expect(answer.status == 405)
    #expect(answer.code == "method_not_allowed")
    #expect(answer.headers["allow"] == "GET, HEAD, POST")
    for method in ["POST", "PUT", "TRACE", "OPTIONS"] {
      #expect(try await server.client.send(method, "/api/v1/runs").status == 405)
    }
    let head = try await server.client.send("HEAD", "/api/v1/runs")
    #expect(head.status == 200)
    #expect(head.body.isEmpty)
  }

  @Test func aChangeIsJSONFromTheServersOwnPage() async throws {
    let server = try await RunningServer.withRuns(["s.yaml": "name: s\n"])
    let body = "{\"scenario\": \"s.yaml\"}"
    for type in ["text/plain", "application/x-www-form-urlencoded", "", "multipart/form-data"] {
      let answer = try await server.client.post("/api/v1/jobs", body, ["Content-Type": type])
      #expect(answer.status == 415)
      #expect(answer.code == "not_json")
    }
    for origin in ["https://evil.example", "null", "http://localhost:1"] {
      let answer = try await server.client.post("/api/v1/jobs", body, ["Origin": origin])
      #expect(answer.status == 403)
      #expect(answer.code == "foreign_origin")
    }
    #expect(try await server.client.get("/api/v1/jobs").text == "{\"jobs\":[]}")
  }

  @Test func aBodyIsShortAndAsAskedFor() async throws {
    let server = try await RunningServer.withRuns()
    let long = "{\"scenario\": \"" + String(repeating: "x", count: 70_000) + "\"}"
    let answer = try await server.client.post("/api/v1/jobs", long)
    #expect(answer.status == 413)
    #expect(answer.code == "body_too_large")
    for body in ["", "{", "[]", "{\"scenario\": 1}", "{}", "{\"scenario\": \"s\", \"moves\": {}}"] {
      let answer = try await server.client.post("/api/v1/jobs", body)
      #expect(answer.status == 400, "\(body)")
      #expect(answer.code == "invalid_body")
    }
    let missing = try await server.client.post("/api/v1/jobs", "{}")
    #expect(missing.text.contains("'scenario' is missing"))
  }

  @Test func headersAreBounded() async throws {
    let server = try await RunningServer.withRuns()
    let long = String(repeating: "x", count: 100_000)
    let answer = try? await server.client.get("/api/v1/runs", ["X-Long": long])
    #expect(answer?.status != 200)
    // The server goes on.
    #expect(try await server.client.get("/api/v1/runs").status == 200)
  }

  @Test func nonsenseInsteadOfHTTPEndsNothing() async throws {
    let server = try await RunningServer.withRuns()
    for text in ["\r\n\r\n", "GET\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "\u{0}\u{1}\u{2}\r\n\r\n"] {
      _ = try? await server.client.send(text)
    }
    #expect(try await server.client.get("/api/v1/runs").status == 200)
  }
}
