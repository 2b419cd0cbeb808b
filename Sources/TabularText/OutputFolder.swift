public import Findings
import Foundation

/// Writes folders of output files that appear whole or not at all.
public enum OutputFolder {
  /// Refuses early what `write` would refuse after the work: a path that is something else, or
  /// whose parent cannot be written to.
  public static func check(_ path: String, marker: String) throws(Failure) {
    let manager = FileManager.default
    var parent = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    try refuseForeign(parent, named: path, marker: marker)
    repeat {
      parent = URL(fileURLWithPath: parent).deletingLastPathComponent().path
    } while !manager.fileExists(atPath: parent) && parent != "/"
    guard manager.isWritableFile(atPath: parent) else {
      throw .inputOutput(path: path, reason: "\(parent) cannot be written to")
    }
  }

  /// - Returns: whether there is a folder already.
  @discardableResult
  private static func refuseForeign(
    _ target: String, named path: String, marker: String
  ) throws(Failure) -> Bool {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: target, isDirectory: &isFolder) else {
      return false
    }
    let contents = (try? FileManager.default.contentsOfDirectory(atPath: target)) ?? []
    guard isFolder.boolValue, contents.isEmpty || contents.contains(marker) else {
      throw .inputOutput(
        path: path, reason: "exists and holds no \(marker); name another folder with --out")
    }
    return true
  }

  /// Writes the files; see `write(to:marker:_:)`.
  public static func write(
    _ files: [(name: String, text: String)], to path: String, marker: String
  ) throws(Failure) {
    try write(to: path, marker: marker) { folder throws(Failure) in
      for file in files { try OutputFile.write(file.text, to: folder + "/" + file.name) }
    }
  }

  /// Lets `body` write into a neighbour of `path` and renames it into place. Files of an earlier
  /// output that are not written anew stay.
  ///
  /// - Parameters:
  ///   - marker: a file name that every such folder holds; a folder that is neither empty nor holds
  ///     it is not touched.
  ///   - body: is given the path of the neighbour, in which the files of an earlier output are.
  public static func write(
    to path: String, marker: String, _ body: (String) throws(Failure) -> Void
  ) throws(Failure) {
    let manager = FileManager.default
    // `out/` and a link to a folder must not put the neighbour inside the folder itself.
    let target = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    let exists = try refuseForeign(target, named: path, marker: marker)
    let process = ProcessInfo.processInfo.processIdentifier
    let fresh = target + ".writing-\(process)"
    let old = target + ".replaced-\(process)"
    do {
      if exists {
        try manager.copyItem(atPath: target, toPath: fresh)
      } else {
        try manager.createDirectory(atPath: fresh, withIntermediateDirectories: true)
      }
      try body(fresh)
      if exists { try manager.moveItem(atPath: target, toPath: old) }
      try manager.moveItem(atPath: fresh, toPath: target)
      if exists { try manager.removeItem(atPath: old) }
    } catch {
      try? manager.removeItem(atPath: fresh)
      // Only where the second rename failed is there nothing at the target.
      if !manager.fileExists(atPath: target) { try? manager.moveItem(atPath: old, toPath: target) }
      if let failure = error as? Failure { throw failure }
      throw .inputOutput(path: path, reason: error.localizedDescription)
    }
  }
}
