import Findings
import Foundation

/// Held by the one server that starts runs in a data folder; given up when the process ends.
final class FolderLock: Sendable {
  private let descriptor: Int32

  /// - Throws: `inputOutput` where another server holds it, or nothing can be written.
  init(_ path: String) throws(Failure) {
    descriptor = open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw .inputOutput(
        path: path, reason: "cannot be written: " + String(cString: strerror(errno)))
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      throw .inputOutput(path: path, reason: "another antenne serve works in this folder")
    }
  }

  deinit { close(descriptor) }
}
