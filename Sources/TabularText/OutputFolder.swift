public import Findings
import Foundation

/// Writes folders of output files that appear whole or not at all.
public enum OutputFolder {
  /// Writes the files into a neighbour of `path` and renames it into place. Files of an earlier
  /// output that are not written anew stay.
  ///
  /// - Parameter marker: a file name that every such folder holds; a folder that is neither empty
  ///   nor holds it is not touched.
  public static func write(
    _ files: [(name: String, text: String)], to path: String, marker: String
  ) throws(Failure) {
    let manager = FileManager.default
    var isFolder: ObjCBool = false
    let exists = manager.fileExists(atPath: path, isDirectory: &isFolder)
    if exists {
      let contents = (try? manager.contentsOfDirectory(atPath: path)) ?? []
      guard isFolder.boolValue, contents.isEmpty || contents.contains(marker) else {
        throw .inputOutput(
          path: path, reason: "exists and holds no \(marker); name another folder with --out")
      }
    }
    let process = ProcessInfo.processInfo.processIdentifier
    let fresh = path + ".writing-\(process)"
    let old = path + ".replaced-\(process)"
    do {
      if exists {
        try manager.copyItem(atPath: path, toPath: fresh)
      } else {
        try manager.createDirectory(atPath: fresh, withIntermediateDirectories: true)
      }
      for file in files { try OutputFile.write(file.text, to: fresh + "/" + file.name) }
      if exists { try manager.moveItem(atPath: path, toPath: old) }
      try manager.moveItem(atPath: fresh, toPath: path)
      if exists { try manager.removeItem(atPath: old) }
    } catch {
      try? manager.removeItem(atPath: fresh)
      if let failure = error as? Failure { throw failure }
      throw .inputOutput(path: path, reason: error.localizedDescription)
    }
  }
}
