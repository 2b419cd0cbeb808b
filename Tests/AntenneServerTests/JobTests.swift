import Foundation
import TestSupport
import Testing

@testable import AntenneServer

/// Runs that are started from the server, as real processes.
@Suite(.serialized)
struct JobTests {
  /// Asks until a job is in no doubt any more.
  private func ended(_ id: String, _ server: RunningServer) async throws -> [String: Any] {
    for _ in 0..<6000 {
      let job = try await server.client.get("/api/v1/jobs/\(id)").json()
      if job["status"] as? String != "running" { return job }
      try await Task.sleep(for: .milliseconds(100))
    }
    return [:]
  }

  private func start(_ body: String, _ server: RunningServer) async throws -> String {
    let answer = try await server.client.post("/api/v1/jobs", body)
    #expect(answer.status == 202, "\(answer.text)")
    return try #require(try answer.json()["id"] as? String)
  }

  private func names(_ server: RunningServer, _ path: String = "") -> [String] {
    let all = try? FileManager.default.contentsOfDirectory(atPath: server.folder.file(path))
    return (all ?? []).sorted()
  }

  @Test func aRunGoesThroughToItsPlaceAmongTheRuns() async throws {
    let server = try await SmallProject.server()
    let id = try await start("{\"scenario\": \"small.yaml\"}", server)
    let job = try await ended(id, server)
    #expect(job["status"] as? String == "done", "\(job)")
    #expect(job["run"] as? String == "runs/small-1")
    #expect((job["progress"] as? [String: Any])?["step"] as? String == "impact")
    let document = try await server.client.get("/api/v1/openapi.json").json()
    #expect(AnswerSchema(document).mistakes(job, "Job").isEmpty)
    let run = try await server.client.get("/api/v1/runs/runs%2Fsmall-1").json()
    #expect(run["scenarioID"] as? String == "small.yaml")
    #expect(names(server, "runs/small-1").contains("report.html"))
    #expect(names(server, ".antenne-serve") == ["lock"])
    // The name is taken now; without one the next number is.
    let again = try await server.client.post(
      "/api/v1/jobs", "{\"scenario\": \"small.yaml\", \"name\": \"small-1\"}")
    #expect(again.status == 409)
    #expect(again.code == "name_taken")
    let next = try await ended(try await start("{\"scenario\": \"small.yaml\"}", server), server)
    #expect(next["run"] as? String == "runs/small-2")
  }

  @Test func aMovedSiteIsAScenarioBesideTheOneThatItExtends() async throws {
    let server = try await SmallProject.server()
    let body = """
      {"scenario": "small.yaml", "name": "moved",
       "moves": [{"site": "odd: #{id}", "latitude": 50.82, "longitude": 4.3}]}
      """
    let job = try await ended(try await start(body, server), server)
    #expect(job["status"] as? String == "done", "\(job)")
    #expect(job["scenario"] as? String == "moved.yaml")
    #expect(job["basedOn"] as? String == "small.yaml")
    let places = try await server.client.get("/api/v1/runs/runs%2Fmoved/places").json()
    let sites = try #require(places["sites"] as? [[String: Any]])
    let moved = try #require(sites.first { $0["id"] as? String == "odd: #{id}" })
    #expect((moved["coordinate"] as? [String: Any])?["latitude"] as? Double == 50.82)
    // A second move keeps the first one, whose list it replaces.
    let more = """
      {"scenario": "moved.yaml", "moves": [{"site": "near", "latitude": 50.8, "longitude": 4.31}]}
      """
    let second = try await ended(try await start(more, server), server)
    #expect(second["status"] as? String == "done", "\(second)")
    let text = try server.folder.read("moved-1.yaml")
    #expect(text.contains("{id: \"odd: #{id}\", lat: 50.820000, lon: 4.300000}"))
    #expect(text.contains("{id: \"near\", lat: 50.800000, lon: 4.310000}"))
  }

  @Test func whatCannotBeMovedIsRefusedBeforeAnythingRuns() async throws {
    let server = try await SmallProject.server()
    let before = names(server)
    let cases = [
      ("[{\"site\": \"none\", \"latitude\": 50, \"longitude\": 4}]", 422, "unusable_data"),
      ("[{\"site\": \"near\", \"latitude\": 95, \"longitude\": 4}]", 400, "invalid_moves"),
      (
        "[{\"site\": \"near\", \"latitude\": 5, \"longitude\": 4},"
          + "{\"site\": \"near\", \"latitude\": 5, \"longitude\": 4}]", 400, "invalid_moves"
      ),
    ]
    for (moves, status, code) in cases {
      let answer = try await server.client.post(
        "/api/v1/jobs", "{\"scenario\": \"small.yaml\", \"moves\": \(moves)}")
      #expect(answer.status == status)
      #expect(answer.code == code)
    }
    let unknown = try await server.client.post(
      "/api/v1/jobs",
      "{\"scenario\": \"small.yaml\", \"moves\": [{\"site\": \"neer\", \"latitude\": 5, \"longitude\": 4}]}"
    )
    #expect(unknown.text.contains("did you mean near?"))
    for name in ["../x", "a b", "", ".x", "-x", String(repeating: "x", count: 65)] {
      let answer = try await server.client.post(
        "/api/v1/jobs", "{\"scenario\": \"small.yaml\", \"name\": \"\(name)\"}")
      #expect(answer.code == "invalid_name")
    }
    for scenario in ["none.yaml", "sites.csv", "../small.yaml", "/etc/passwd"] {
      let answer = try await server.client.post("/api/v1/jobs", "{\"scenario\": \"\(scenario)\"}")
      #expect([400, 404].contains(answer.status))
    }
    #expect(names(server) == before)
    #expect(try await server.client.get("/api/v1/jobs").text == "{\"jobs\":[]}")
  }

  @Test func aRunThatFailsSaysWhyAndLeavesNothing() async throws {
    let server = try await SmallProject.server(scenarios: ["bad.yaml": "name: bad\nnetwrk: x\n"])
    let job = try await ended(try await start("{\"scenario\": \"bad.yaml\"}", server), server)
    #expect(job["status"] as? String == "failed")
    let messages = (job["messages"] as? [String] ?? []).joined(separator: "\n")
    #expect(messages.contains("bad.yaml:2: error"))
    #expect(messages.contains("the run ended with code 65"))
    #expect(names(server, "runs").isEmpty)
    #expect(names(server, ".antenne-serve") == ["lock"])
  }

  @Test func aCancelledRunEndsItsProcessAndLeavesNothing() async throws {
    let long = SmallProject.scenario(draws: 10_000)
    let server = try await SmallProject.server(scenarios: ["small.yaml": long])
    let body = """
      {"scenario": "small.yaml", "name": "long",
       "moves": [{"site": "near", "latitude": 50.82, "longitude": 4.3}]}
      """
    let id = try await start(body, server)
    #expect(names(server).contains("long.yaml"))
    // Only so many at once.
    let second = try await server.client.post("/api/v1/jobs", "{\"scenario\": \"small.yaml\"}")
    #expect(second.status == 429)
    #expect(second.code == "too_many_runs")
    let cancelled = try await server.client.post("/api/v1/jobs/\(id)/cancel", "{}")
    #expect(try cancelled.json()["status"] as? String == "cancelled", "\(cancelled.text)")
    #expect(!names(server).contains("long.yaml"))
    #expect(names(server, "runs").isEmpty)
    #expect(names(server, ".antenne-serve") == ["lock"])
    // A job that has ended stays as it is.
    let again = try await server.client.post("/api/v1/jobs/\(id)/cancel", "{}")
    #expect(try again.json()["status"] as? String == "cancelled")
    // There is room again.
    #expect(
      try await server.client.post("/api/v1/jobs", "{\"scenario\": \"small.yaml\"}").status == 202)
  }

  @Test func runsEndWithTheServer() async throws {
    let long = SmallProject.scenario(draws: 10_000)
    let server = try await SmallProject.server(scenarios: ["small.yaml": long])
    _ = try await start("{\"scenario\": \"small.yaml\"}", server)
    await server.end()
    #expect(names(server, "runs").isEmpty)
    #expect(names(server, ".antenne-serve") == ["lock"])
  }

  @Test func oneServerWorksInAFolderAndTheOthersRead() async throws {
    let first = try await SmallProject.server()
    var options = ServerOptions(
      dataFolder: first.folder.path, program: try BuiltProgram.url().path, version: "0.1.0")
    options.port = 0
    let second = try AnalystServer(options)
    #expect(second.notes.contains { $0.contains("another antenne serve works in this folder") })
    await first.end()
  }
}
