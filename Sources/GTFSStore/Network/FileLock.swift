import Findings
import Foundation

/// The right to write one file, held through an advisory `flock` on a small file beside it that
/// names the holder's process.
///
/// The lock goes with the process, however it ends; a lock file that a killed one left means
/// nothing and is taken over.
struct FileLock {
  private let path: String
  private let descriptor: Int32

  /// - Parameters:
  ///   - path: the lock file, made and removed by this.
  ///   - file: the file that is to be written, for messages.
  ///   - waitingSeconds: how long another holder is waited for.
  /// - Throws: `inputOutput` at once where another process holds the lock, or where the lock file
  ///   cannot be made.
  init(_ path: String, for file: String, waitingSeconds: Int = 0) throws(Failure) {
    self.path = path
    var waits = 20 * waitingSeconds
    repeat {
      let opened = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o666)
      guard opened >= 0 else { throw Self.failure(file, "cannot make \(path)", errno) }
      guard flock(opened, LOCK_EX | LOCK_NB) == 0 else {
        defer { close(opened) }
        guard errno == EWOULDBLOCK else { throw Self.failure(file, "cannot lock \(path)", errno) }
        if waits > 0 {
          waits -= 1
          usleep(50_000)
          continue
        }
        let holder = Self.holder(opened).map { " (process \($0))" } ?? ""
        throw .inputOutput(
          path: file,
          reason: "another import\(holder) is writing this database; wait until it is done")
      }
      // Between opening and locking its holder may have removed the file: that lock guards nothing.
      if Self.isFile(opened, at: path) {
        descriptor = opened
        break
      }
      close(opened)
    } while true
    let holder = Array("\(ProcessInfo.processInfo.processIdentifier)\n".utf8)
    // Only a message reads it, so an import does not fail over it.
    if ftruncate(descriptor, 0) == 0 { _ = pwrite(descriptor, holder, holder.count, 0) }
  }

  /// Removes the lock file, then lets go of it: nobody else can have a lock on the name meanwhile.
  func release() {
    unlink(path)
    close(descriptor)
  }

  private static func holder(_ descriptor: Int32) -> Int32? {
    var bytes = [UInt8](repeating: 0, count: 16)
    let count = pread(descriptor, &bytes, bytes.count, 0)
    let text = String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
    return Int32(text.trimmingCharacters(in: .whitespacesAndNewlines))
  }

  private static func isFile(_ descriptor: Int32, at path: String) -> Bool {
    var (mine, named) = (stat(), stat())
    guard fstat(descriptor, &mine) == 0, lstat(path, &named) == 0 else { return false }
    return mine.st_ino == named.st_ino && mine.st_dev == named.st_dev
  }

  private static func failure(_ file: String, _ what: String, _ code: Int32) -> Failure {
    .inputOutput(path: file, reason: "\(what): \(String(cString: strerror(code)))")
  }
}
