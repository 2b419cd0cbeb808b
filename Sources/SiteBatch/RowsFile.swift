public import Findings
import Foundation

/// The rows of a batch as a file of lines, one JSON value each: the header, then a candidate a line.
///
/// Rows are added as they are ready, so that a batch that is killed goes on where it was: a last line
/// without its end is cut off. One process writes a file at a time.
public final class RowsFile {
  private let path: String
  private let handle: FileHandle
  private let encoder = JSONEncoder()

  /// Opens a file of rows, or makes it.
  ///
  /// - Returns: with the rows that it has already, the last one of each candidate.
  /// - Throws: `unusableData` where the file is of other inputs or no file of rows, `inputOutput` where
  ///   it cannot be written or another process writes it.
  public static func open(
    _ path: String, _ header: BatchHeader
  ) throws(Failure) -> (file: RowsFile, known: [BatchRow]) {
    let file = try RowsFile(path)
    let text = try RowsText(path: path, isBeingWritten: true)
    guard let before = text.header else {
      try file.start(header, over: text.unfinished)
      return (file, [])
    }
    if let difference = header.difference(from: before) {
      throw .unusable(
        "other_rows", file: path, line: 1, "the rows are of something else: \(difference)",
        remedy: "name another file with --rows, or delete this one")
    }
    try file.cut(to: text.wholeBytes)
    return (file, text.rows)
  }

  private init(_ path: String) throws(Failure) {
    self.path = path
    encoder.outputFormatting = .sortedKeys
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw .inputOutput(path: path, reason: "cannot be written: \(error.localizedDescription)")
    }
    let descriptor = Foundation.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw .inputOutput(path: path, reason: String(cString: strerror(errno)))
    }
    handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      throw .inputOutput(path: path, reason: "another process is writing it")
    }
  }

  /// - Parameter unfinished: what the file has; only a piece of this very header is written over.
  private func start(
    _ header: BatchHeader, over unfinished: ArraySlice<UInt8>
  ) throws(Failure) {
    let line = try encoded(header)
    guard line.starts(with: unfinished) else { throw RowsText.notOfRows(path) }
    try cut(to: 0)
    try write(line)
  }

  private func cut(to bytes: Int) throws(Failure) {
    do {
      try handle.truncate(atOffset: UInt64(bytes))
      try handle.seekToEnd()
    } catch {
      throw .inputOutput(path: path, reason: "cannot be written: \(error.localizedDescription)")
    }
  }

  /// Adds rows to the end.
  public func append(_ rows: [BatchRow]) throws(Failure) {
    var lines = Data()
    for row in rows { lines.append(try encoded(row)) }
    try write(lines)
  }

  private func encoded(_ value: some Encodable) throws(Failure) -> Data {
    do {
      return try encoder.encode(value) + [UInt8(ascii: "\n")]
    } catch {
      throw .defect("a row cannot be written as JSON: \(error)")
    }
  }

  private func write(_ data: Data) throws(Failure) {
    do {
      try handle.write(contentsOf: data)
    } catch {
      throw .inputOutput(path: path, reason: "cannot be written: \(error.localizedDescription)")
    }
  }
}
