import Findings
import Foundation
import HTTPTypes
import Impact

/// The one folder that the server reads and writes below.
struct DataFolder: Sendable {
  /// Without links in it.
  let root: String

  init(_ path: String) throws(Failure) {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue,
      let root = Self.withoutLinks(path)
    else {
      throw .missingInput(path: path, reason: "no such folder")
    }
    self.root = root
  }

  /// The folder of a run by its id, the path below the data folder.
  func run(_ id: String) throws(APIError) -> String {
    let path = try place(id, "run")
    guard FileManager.default.fileExists(atPath: path + "/" + RunResult.fileName) else {
      throw .notFound("unknown_run", "there is no run '\(id)' in the data folder")
    }
    return path
  }

  /// The file of a scenario by its id.
  func scenario(_ id: String) throws(APIError) -> String {
    let path = try place(id, "scenario")
    guard Self.isScenario(path), Self.type(path) == .typeRegular else {
      throw .notFound("unknown_scenario", "there is no scenario '\(id)' in the data folder")
    }
    return path
  }

  /// A file directly in the folder of a run.
  func file(_ name: String, of run: String) throws(APIError) -> String {
    let folder = try self.run(run)
    guard RunFiles.isOffered(name), let path = Self.withoutLinks(folder + "/" + name),
      isInside(path), Self.type(path) == .typeRegular
    else { throw .notFound("unknown_file", "the run has no file '\(name)'") }
    return path
  }

  func isInside(_ path: String) -> Bool { path.hasPrefix(root + "/") }

  /// - Throws: where the id is no path below the folder, or a link leads out of it.
  private func place(_ id: String, _ kind: String) throws(APIError) -> String {
    guard Self.isPlainPath(id) else {
      throw .badRequest("invalid_id", "the id of a \(kind) is a path below the data folder")
    }
    guard let path = Self.withoutLinks(root + "/" + id) else {
      throw .notFound("unknown_\(kind)", "there is no \(kind) '\(id)' in the data folder")
    }
    guard isInside(path) else {
      throw APIError(
        status: .forbidden, code: "outside_data_folder",
        message: "'\(id)' is a link that leads out of the data folder")
    }
    return path
  }

  /// Names that begin with a dot are the server's and the system's.
  static func isPlainPath(_ id: String) -> Bool {
    guard !id.isEmpty, id.utf8.count <= Limits.idBytes, !id.contains("\\"),
      id.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control })
    else { return false }
    return id.split(separator: "/", omittingEmptySubsequences: false)
      .allSatisfy { !$0.isEmpty && !$0.hasPrefix(".") }
  }

  static func isScenario(_ path: String) -> Bool {
    path.hasSuffix(".yaml") || path.hasSuffix(".yml")
  }

  static func type(_ path: String) -> FileAttributeType? {
    try? FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
  }

  /// `nil` where nothing is there.
  static func withoutLinks(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
