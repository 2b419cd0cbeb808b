public import Findings
import Foundation

/// A feed as a folder of files, and of files one folder further down.
///
/// A link is followed only to a file inside the folder; pipes and devices are never opened.
public struct FolderSource: FeedSource {
  public let name: String
  public let members: [String]
  /// The folder without links.
  private let root: String

  public init(_ path: String, limits: ArchiveLimits = ArchiveLimits()) throws(Failure) {
    name = path
    root = try FolderSource.resolved(path)
    var found: [String] = []
    for file in try FolderSource.names(path) {
      if FolderSource.isFolder(path + "/" + file) {
        // What cannot be listed, or is some tool's own, does not hold up the feed beside it.
        let inner = file.hasPrefix(".") ? [] : (try? FolderSource.names(path + "/" + file)) ?? []
        found += inner.map { file + "/" + $0 }
          .filter { !FolderSource.isFolder(path + "/" + $0) }
      } else {
        found.append(file)
      }
      guard found.count <= limits.members else {
        throw .unusable(
          "too_many_members", file: path,
          "the folder has more than \(limits.members) files, its folders' included",
          remedy: "give the feed a folder of its own")
      }
    }
    members = found.sorted()
  }

  public func open(_ member: String) throws(Failure) -> MemberReader {
    let path = name + "/" + member
    guard members.contains(member) else {
      throw .missingInput(path: path, reason: "is not in the folder")
    }
    let target = try FolderSource.resolved(path)
    // As bytes: text that only looks the same may be another folder.
    guard target.utf8.starts(with: (root == "/" ? root : root + "/").utf8) else {
      throw .unusable(
        "unsafe_path", file: path, value: target, "is a link that leaves the folder",
        remedy: "put the file itself into the folder")
    }
    let file = try RegularFile(target, shown: path, followsLink: false)
    return { (buffer) throws(Failure) in try file.fill(buffer) }
  }

  private static func names(_ path: String) throws(Failure) -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: path)
    } catch {
      throw .missingInput(path: path, reason: "cannot be listed: \(error.localizedDescription)")
    }
  }

  /// Whether there is a folder itself, not a link to one.
  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private static func resolved(_ path: String) throws(Failure) -> String {
    guard let real = realpath(path, nil) else {
      throw .missingInput(
        path: path, reason: "cannot be opened: \(String(cString: strerror(errno)))")
    }
    defer { free(real) }
    return String(cString: real)
  }
}
