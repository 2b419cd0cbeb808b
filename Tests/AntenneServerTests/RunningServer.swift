import Foundation
import TestSupport

@testable import AntenneServer

/// A real server on a free port of this machine, over a folder of its own.
final class RunningServer: Sendable {
  let folder: TemporaryFolder
  let client: RawClient
  let server: AnalystServer
  private let task: Task<Void, any Error>

  /// - Parameter files: texts by path below the data folder.
  init(
    _ files: [String: String] = [:], change: (inout ServerOptions) -> Void = { _ in }
  ) async throws {
    let folder = try TemporaryFolder()
    for (path, text) in files {
      let parent = (folder.file(path) as NSString).deletingLastPathComponent
      try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
      try folder.write(path, text)
    }
    var options = ServerOptions(
      dataFolder: folder.path, program: try BuiltProgram.url().path, version: "0.1.0")
    options.port = 0
    change(&options)
    let server = try AnalystServer(options)
    let (ports, continuation) = AsyncStream.makeStream(of: Int.self)
    let task = Task { try await server.run { continuation.yield($0) } }
    var iterator = ports.makeAsyncIterator()
    client = RawClient(port: await iterator.next() ?? 0)
    (self.folder, self.server, self.task) = (folder, server, task)
  }

  /// One run named `a`, another named `b/c`.
  static func withRuns(
    _ more: [String: String] = [:], change: (inout ServerOptions) -> Void = { _ in }
  ) async throws -> RunningServer {
    let runs = [
      "a/results.json": StoredRun.json(),
      "b/c/results.json": StoredRun.json(name: "Second", minutes: 13),
    ]
    return try await RunningServer(runs.merging(more) { $1 }, change: change)
  }

  /// Ends the server as a signal would.
  func end() async {
    task.cancel()
    _ = await task.result
  }

  deinit { task.cancel() }
}
