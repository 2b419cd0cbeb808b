import Findings
import Foundation
import Geography
import HTTPTypes
import TabularText

/// What a job runs and where its result is to appear.
struct RunPlan: Sendable {
  var job: Job
  private let folder: DataFolder
  private let scenarioPath: String
  private let moved: MovedSites?

  /// - Throws: what is wrong with the request; nothing is written yet.
  /// - Parameter taken: ids of runs that are going on.
  init(
    _ request: JobRequest, in folder: DataFolder, taken: Set<String>
  ) throws(APIError) {
    self.folder = folder
    let base = try folder.scenario(request.scenario)
    let moves = request.moves ?? []
    guard moves.count <= Limits.moves, Set(moves.map(\.site)).count == moves.count else {
      throw .badRequest("invalid_moves", "at most \(Limits.moves) sites are moved, each once")
    }
    for move in moves
    where !Coordinate(latitude: move.latitude, longitude: move.longitude).isValid {
      throw .badRequest("invalid_moves", "latitude and longitude are degrees (WGS84)")
    }
    let stem = (request.scenario as NSString).deletingPathExtension
    let neighbours = (base as NSString).deletingLastPathComponent
    let name = try Self.name(request.name, stem: (stem as NSString).lastPathComponent) { name in
      let run = JobBoard.runsName + "/" + name
      return taken.contains(run) || Self.exists(folder.root + "/" + run)
        || Self.exists(neighbours + "/" + name + ".yaml")
    }
    let run = JobBoard.runsName + "/" + name
    // Beside the scenario that it extends, as such scenarios must be.
    let sibling = (request.scenario as NSString).deletingLastPathComponent
    let scenario = moves.isEmpty ? request.scenario : Self.joined(sibling, name + ".yaml")
    scenarioPath = moves.isEmpty ? base : neighbours + "/" + name + ".yaml"
    moved = moves.isEmpty ? nil : MovedSites(basePath: base, moves: moves, name: name)
    job = Job(
      id: UUID().uuidString.lowercased(), scenario: scenario,
      basedOn: moves.isEmpty ? nil : request.scenario, run: run)
  }

  /// Writes the scenario of moved sites, if there is one.
  func prepare() async throws {
    guard let moved else { return }
    let path = scenarioPath
    do {
      try await Task.detached { try moved.write(to: path) }.value
    } catch let failure as Failure {
      throw APIError(failure)
    }
  }

  func arguments(out: String) -> [String] {
    ["run", scenarioPath, "--out", out, "--progress", "json", "--until-input-closes"]
  }

  /// Puts a whole result in its place.
  func publish(_ result: String) throws {
    let runs = folder.root + "/" + JobBoard.runsName
    try FileManager.default.createDirectory(atPath: runs, withIntermediateDirectories: true)
    guard let real = DataFolder.withoutLinks(runs), folder.isInside(real) else {
      throw Failure.inputOutput(path: runs, reason: "is a link that leads out of the data folder")
    }
    try FileManager.default.moveItem(atPath: result, toPath: folder.root + "/" + job.run)
  }

  /// What came to nothing leaves no scenario behind.
  func discard() {
    if moved != nil { try? FileManager.default.removeItem(atPath: scenarioPath) }
  }

  private static func joined(_ folder: String, _ name: String) -> String {
    folder.isEmpty ? name : folder + "/" + name
  }

  /// A dangling link is there too.
  private static func exists(_ path: String) -> Bool { DataFolder.type(path) != nil }

  /// The name that is asked for, else that of the scenario with the first free number.
  private static func name(
    _ asked: String?, stem: String, isTaken: (String) -> Bool
  ) throws(APIError) -> String {
    guard let asked else {
      let letters = stem.replacing(/[^A-Za-z0-9_]+/, with: "-").drop { $0 == "-" || $0 == "_" }
      let base = letters.isEmpty ? "run" : String(letters.prefix(50))
      guard let free = (1...9999).lazy.map({ "\(base)-\($0)" }).first(where: { !isTaken($0) })
      else { throw taken(base) }
      return free
    }
    guard asked.wholeMatch(of: /[A-Za-z0-9][A-Za-z0-9_-]{0,63}/) != nil else {
      throw .badRequest(
        "invalid_name", "a run's name has 1 to 64 letters, digits, hyphens and low lines")
    }
    guard !isTaken(asked) else { throw taken(asked) }
    return asked
  }

  private static func taken(_ name: String) -> APIError {
    APIError(
      status: .conflict, code: "name_taken",
      message: "there is a run or a scenario of the name '\(name)'")
  }
}
