public import Findings
public import Foundation

/// Writes output files that appear whole or not at all.
public enum OutputFile {
  /// Refuses early what `write` would refuse after the work: a folder, or a place in which nothing
  /// can be written.
  public static func check(_ path: String) throws(Failure) {
    if isStream(path) { return }
    var place = URL(fileURLWithPath: path).resolvingSymlinksInPath()
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: place.path, isDirectory: &isFolder),
      isFolder.boolValue
    {
      throw .inputOutput(path: path, reason: "is a folder")
    }
    repeat {
      place.deleteLastPathComponent()
    } while !FileManager.default.fileExists(atPath: place.path, isDirectory: &isFolder)
      && place.path != "/"
    guard isFolder.boolValue, FileManager.default.isWritableFile(atPath: place.path) else {
      throw .inputOutput(path: path, reason: "\(place.path) cannot be written to")
    }
  }

  /// Writes to a neighbour of `path` and renames it into place; parent folders are made.
  public static func write(_ text: String, to path: String) throws(Failure) {
    try write(Data(text.utf8), to: path)
  }

  /// A device or a pipe is written to and stays what it is; a link keeps pointing to its file.
  public static func write(_ data: Data, to path: String) throws(Failure) {
    if isStream(path) { return try append(data, to: path) }
    let target = URL(fileURLWithPath: path).resolvingSymlinksInPath()
    let folder = target.deletingLastPathComponent()
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      // Foundation writes a temporary file beside the target and renames it.
      try data.write(to: target, options: .atomic)
    } catch {
      throw .inputOutput(path: path, reason: "cannot be written: \(error.localizedDescription)")
    }
  }

  /// Whether there is something that must not be replaced by a file, such as `/dev/stdout`.
  public static func isStream(_ path: String) -> Bool {
    if path.hasPrefix("/dev/") || path.hasPrefix("/proc/") { return true }
    let resolved = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    let type = try? FileManager.default.attributesOfItem(atPath: resolved)[.type]
    return [.typeCharacterSpecial, .typeBlockSpecial, .typeSocket, .typeUnknown]
      .contains(type as? FileAttributeType)
  }

  private static func append(_ data: Data, to path: String) throws(Failure) {
    guard let handle = FileHandle(forWritingAtPath: path) else {
      throw .inputOutput(path: path, reason: "cannot be opened for writing")
    }
    do {
      try handle.write(contentsOf: data)
      try handle.close()
    } catch {
      throw .inputOutput(path: path, reason: "cannot be written: \(error.localizedDescription)")
    }
  }
}
