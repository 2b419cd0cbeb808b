import Findings
import Foundation
import GRDB

/// Changes a network database in one step: whoever looks, and after whatever crash, there is the
/// whole old file or the whole new one.
///
/// Readers that have the old file open keep it. Beside the database `X` lie the copy `X.importing`
/// and `X.importing.lock` while the work lasts; only the holder of the lock touches the copy, so
/// that one which a killed process left is removed by the next.
enum NetworkFile {
  /// Lets `body` change a copy, checks it, makes it durable and renames it into place.
  ///
  /// - Parameters:
  ///   - path: a network database, or nothing yet; of a link the file it points to is replaced.
  ///   - waitingSeconds: how long to wait for another process that changes it.
  ///   - body: is given the path of the copy, where there is nothing if there is no database yet.
  /// - Throws: what `body` throws, `inputOutput` where another process writes the database or the
  ///   disk fails, `defect` where the copy is damaged; the database is then as it was.
  static func update<Value>(
    _ path: String, waitingSeconds: Int = 0, _ body: (String) throws -> Value
  ) throws(Failure) -> Value {
    let target = followingLinks(path)
    let copy = target + ".importing"
    let lock = try FileLock(copy + ".lock", for: path, waitingSeconds: waitingSeconds)
    defer { lock.release() }
    remove(copy)
    defer { remove(copy) }
    do {
      try refuseOpenTransaction(of: target)
      if FileManager.default.fileExists(atPath: target) { try duplicate(target, at: copy) }
      let value = try body(copy)
      try NetworkCheck.run(copy)
      try refuseOpenTransaction(of: target)
      try replace(target, with: copy)
      return value
    } catch let failure as Failure {
      throw failure
    } catch let error as DatabaseError {
      throw .inputOutput(path: path, reason: reason(error))
    } catch {
      throw .inputOutput(path: path, reason: error.localizedDescription)
    }
  }

  /// Whether there is a file with anything in it: an empty one, as `mktemp` makes, may become a
  /// database.
  static func holdsSomething(_ path: String) -> Bool {
    let target = followingLinks(path)
    guard FileManager.default.fileExists(atPath: target) else { return false }
    let attributes = try? FileManager.default.attributesOfItem(atPath: target)
    return attributes?[.size] as? Int != 0
  }

  /// The file that a link points to; a rename onto the link itself would replace the link.
  private static func followingLinks(_ path: String) -> String {
    var target = path
    // As deep as Linux follows links.
    for _ in 0..<40 {
      guard let link = try? FileManager.default.destinationOfSymbolicLink(atPath: target) else {
        break
      }
      target = link.hasPrefix("/") ? link : folder(of: target) + "/" + link
    }
    return target
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Where a migration puts the copy while it makes the new one.
  static func olderCopy(of copy: String) -> String { copy + "-older" }

  private static func remove(_ copy: String) {
    for suffix in ["", "-journal", "-wal", "-shm"] { unlink(copy + suffix) }
    unlink(olderCopy(of: copy))
  }

  /// Refuses a database with a journal that SQLite would apply to whatever file has the name: it
  /// belongs to the old file and would damage the new one.
  static func refuseOpenTransaction(of path: String) throws(Failure) {
    let target = followingLinks(path)
    for journal in [target + "-journal", target + "-wal"] {
      // A journal that is done with is empty or begins with zeros.
      let start = FileHandle(forReadingAtPath: journal).flatMap { try? $0.read(upToCount: 1) }
      guard let first = start?.first, first != 0 else { continue }
      throw .inputOutput(
        path: path,
        reason: "another program is changing this database, or stopped in the middle (\(journal)); "
          + "close it, or end its work with: sqlite3 '\(target)' .tables")
    }
  }

  /// Copies page by page under a read lock, so that no writer can change the file in between, and
  /// keeps permissions and, where allowed, the owner.
  private static func duplicate(_ target: String, at copy: String) throws {
    var reading = Configuration()
    reading.readonly = true
    var writing = Configuration()
    writing.prepareDatabase { database in
      try database.execute(sql: "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")
    }
    let source = try DatabaseQueue(path: target, configuration: reading)
    let destination = try DatabaseQueue(path: copy, configuration: writing)
    try source.backup(to: destination)
    try destination.close()
    try source.close()
    var status = stat()
    guard stat(target, &status) == 0 else { return }
    _ = chown(copy, status.st_uid, status.st_gid)
    chmod(copy, status.st_mode & 0o7777)
  }

  /// The bytes reach the disk before the name does, so that a power cut cannot leave the new name
  /// on an empty file.
  private static func replace(_ target: String, with copy: String) throws(Failure) {
    try synchronize(copy)
    // Empty by now; what a reader of the old file still did to them would reach the new one.
    for suffix in ["-wal", "-shm"] { unlink(target + suffix) }
    guard rename(copy, target) == 0 else { throw failure(target) }
    // A file system that cannot do this for a folder has renamed all the same.
    try? synchronize(folder(of: target))
  }

  private static func synchronize(_ path: String) throws(Failure) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(path) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw failure(path) }
  }

  private static func failure(_ path: String) -> Failure {
    .inputOutput(path: path, reason: String(cString: strerror(errno)))
  }

  private static func reason(_ error: DatabaseError) -> String {
    guard error.resultCode == .SQLITE_FULL else { return "SQLite: \(error.message ?? "\(error)")" }
    return "the disk is full; the work needs room for a second copy of the database, which is "
      + "as it was"
  }
}
