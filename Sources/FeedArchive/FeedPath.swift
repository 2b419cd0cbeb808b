public import Findings
import Foundation

/// Opens a path as a zip or a folder.
public enum FeedPath {
  public static func open(
    _ path: String, limits: ArchiveLimits = ArchiveLimits()
  ) throws(Failure) -> any FeedSource {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw .missingInput(path: path, reason: "no such file or folder")
    }
    return isFolder.boolValue
      ? try FolderSource(path, limits: limits) : try ZipSource(path, limits: limits)
  }
}
