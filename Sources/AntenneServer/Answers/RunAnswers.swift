import Findings
import Foundation
import Hummingbird
import Impact
import Reporting

/// What is asked about runs as a whole.
struct RunAnswers: Sendable {
  var folder: DataFolder
  var store: RunStore

  var endpoints: [Endpoint] {
    [
      .get("/api/v1/runs") { _, _ in try .json(try await list()) },
      .get("/api/v1/runs/{run}") { _, context in try .json(try await summary(context)) },
      .get("/api/v1/runs/{run}/results") { _, context in
        try .json(try await result(context))
      },
      .get("/api/v1/runs/{run}/places") { _, context in
        try .json(PlacesAnswer(try await result(context)))
      },
      .get("/api/v1/runs/{run}/report") { request, context in
        try await report(request, context)
      },
      .get("/api/v1/runs/{run}/files") { _, context in
        try .json(FileList(files: RunFiles.list(try folder.run(try context.value("run")))))
      },
      .get("/api/v1/runs/{run}/files/{file}") { _, context in try file(context) },
      .get("/api/v1/comparison") { request, _ in try .json(try await comparison(request)) },
      .get("/api/v1/scenarios") { _, _ in
        let contents = FolderContents(folder)
        return try .json(
          ScenarioList(
            scenarios: contents.scenarios.map { .init(id: $0) }, isTruncated: contents.isTruncated))
      },
    ]
  }

  func result(_ context: BasicRequestContext) async throws -> RunResult {
    try await store.result(try folder.run(try context.value("run")))
  }

  private func list() async throws -> RunList {
    let contents = FolderContents(folder)
    var runs: [RunList.Run] = []
    for id in contents.runs {
      do {
        let head = try await store.head(folder.root + "/" + id)
        runs.append(.init(id: id, head: head))
      } catch let failure as Failure {
        runs.append(.init(id: id, problem: failure.description))
      }
    }
    return RunList(runs: runs, isTruncated: contents.isTruncated)
  }

  private func summary(_ context: BasicRequestContext) async throws -> RunSummary {
    let id = try context.value("run")
    let result = try await store.result(try folder.run(id))
    let scenarios = FolderContents(folder).scenarios
    return RunSummary(result, id: id, scenarioID: ScenarioMatch.find(id, result, scenarios))
  }

  private func comparison(_ request: Request) async throws -> ComparisonAnswer {
    let (first, second) = (try request.get("first"), try request.get("second"))
    return ComparisonAnswer(
      comparison: RunComparison(
        try await store.result(try folder.run(first)),
        try await store.result(try folder.run(second))))
  }

  /// The report is well-formed text without scripts, and may not run any.
  private func report(
    _ request: Request, _ context: BasicRequestContext
  ) async throws -> Response {
    guard let language = ReportLanguage(rawValue: request.find("language") ?? "en") else {
      throw APIError.badRequest("invalid_parameter", "'language' takes nl, fr or en")
    }
    let html = try Report(try await result(context), language: language).html()
    var response = Response.bytes(html.utf8, type: "text/html; charset=utf-8")
    response.headers[.contentSecurityPolicy] =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; "
      + "form-action 'none'; frame-ancestors 'none'; sandbox"
    return response
  }

  private func file(_ context: BasicRequestContext) throws -> Response {
    let name = try context.value("file")
    let path = try folder.file(name, of: try context.value("run"))
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    guard (attributes?[.size] as? Int ?? .max) <= Limits.resultBytes else {
      throw APIError(
        status: .contentTooLarge, code: "file_too_large",
        message: "files of more than \(Limits.resultBytes) bytes are not sent")
    }
    let data: Data
    do {
      data = try Data(contentsOf: URL(fileURLWithPath: path))
    } catch {
      throw Failure.inputOutput(path: path, reason: error.localizedDescription)
    }
    var response = Response.bytes(data, type: RunFiles.type(name) ?? "application/octet-stream")
    // The name is one of a plain file; in quotes and percent-encoded it cannot end the header.
    let quoted =
      name.addingPercentEncoding(withAllowedCharacters: .alphanumerics.union(["."])) ?? ""
    response.headers[.contentDisposition] = "attachment; filename*=UTF-8''\(quoted)"
    return response
  }
}

struct RunList: Encodable, Sendable {
  struct Run: Encodable, Sendable {
    var id: String
    var head: RunHead?
    /// Why the run cannot be opened.
    var problem: String?
  }

  var runs: [Run]
  /// Whether the data folder has more than is listed.
  var isTruncated: Bool
}

struct FileList: Encodable, Sendable {
  var files: [RunFiles.File]
}

struct ScenarioList: Encodable, Sendable {
  struct Scenario: Encodable, Sendable {
    var id: String
  }

  var scenarios: [Scenario]
  var isTruncated: Bool
}
