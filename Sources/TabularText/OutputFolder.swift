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
    // `out/` and a link to a folder must not put the neighbour inside the folder itself.
    let target = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    var isFolder: ObjCBool = false
    let exists = manager.fileExists(atPath: target, isDirectory: &isFolder)
    if exists {
      let contents = (try? manager.contentsOfDirectory(atPath: target)) ?? []
      guard isFolder.boolValue, contents.isEmpty || contents.contains(marker) else {
        throw .inputOutput(
          path: path, reason: "exists and holds no \(marker); name another folder with --out")
      }
    }
    let process = ProcessInfo.processInfo.processIdentifier
    let fresh = target + ".writing-\(process)"
    let old = target + ".replaced-\(process)"
    do {
      if exists {
        try manager.copyItem(atPath: target, toPath: fresh)
      } else {
        try manager.createDirectory(atPath: fresh, withIntermediateDirectories: true)
      }
      for file in files { try OutputFile.write(file.text, to: fresh + "/" + file.name) }
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
