import Findings
import Foundation
import Impact

/// Results of runs, read once as long as their file is the same; the last ones stay in memory.
actor RunStore {
  private struct Stamp: Equatable {
    var modified: Date
    var bytes: Int
  }

  private struct Entry<Value: Sendable> {
    var stamp: Stamp
    var reading: Task<Value, any Error>
  }

  /// In the order in which they were asked for.
  private var results: [(folder: String, entry: Entry<RunResult>)] = []
  private var heads: [String: Entry<RunHead>] = [:]

  /// - Parameter folder: of the run, inside the data folder.
  func result(_ folder: String) async throws -> RunResult {
    let stamp = try Self.stamp(folder)
    let known = results.firstIndex { $0.folder == folder }.map { results.remove(at: $0).entry }
    let current =
      known.flatMap { $0.stamp == stamp ? $0 : nil }
      ?? Entry(stamp: stamp, reading: Task.detached { try RunResult.read(folder: folder) })
    results.append((folder, current))
    if results.count > Limits.resultsInMemory { results.removeFirst() }
    return try await current.reading.value
  }

  /// What a list says of a run; less is kept of it than of a result.
  func head(_ folder: String) async throws -> RunHead {
    let stamp = try Self.stamp(folder)
    if let entry = heads[folder], entry.stamp == stamp { return try await entry.reading.value }
    let entry = Entry(
      stamp: stamp,
      reading: Task.detached {
        RunHead(try RunResult.read(folder: folder), modified: stamp.modified)
      })
    heads[folder] = entry
    return try await entry.reading.value
  }

  private static func stamp(_ folder: String) throws(Failure) -> Stamp {
    let path = folder + "/" + RunResult.fileName
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    guard let attributes, attributes[.type] as? FileAttributeType == .typeRegular else {
      throw .missingInput(path: path, reason: "no such file")
    }
    let bytes = attributes[.size] as? Int ?? 0
    guard bytes <= Limits.resultBytes else {
      throw .unusable(
        "file_too_large", file: path,
        "the file has \(bytes) bytes; at most \(Limits.resultBytes) are read")
    }
    return Stamp(
      modified: attributes[.modificationDate] as? Date ?? .distantPast, bytes: bytes)
  }
}

/// What a list of runs says of one.
struct RunHead: Encodable, Sendable {
  var name: String
  var date: String
  var version: String
  var people: Double
  var hoursSavedPerDay: Double
  var hasModelTimetable: Bool
  var modified: Date

  init(_ result: RunResult, modified: Date) {
    name = result.scenario.name
    date = result.scenario.date
    version = result.version
    people = result.totals.people
    hoursSavedPerDay = result.totals.hoursSavedPerDay
    hasModelTimetable = result.feeds.contains(where: \.isModel)
    self.modified = modified
  }
}
