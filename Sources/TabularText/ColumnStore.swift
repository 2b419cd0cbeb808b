public import Findings
import Foundation

/// A table whose cells come column by column and are needed row by row, in more columns than memory
/// holds: they lie in a temporary file without a name, which is gone with the object or the process.
///
/// Columns are put down in strips of a few; within a strip the cells of a row lie side by side. So
/// every strip is read from its beginning to its end, all of them at the same pace.
public final class ColumnStore {
  /// Some cells one after the other.
  public struct Cells: Sendable {
    public private(set) var bytes: [UInt8] = []
    private var ends: [Int] = [0]

    public var count: Int { ends.count - 1 }

    public init() {}

    /// Appends what `write` writes as one cell.
    public mutating func append(_ write: (inout [UInt8]) -> Void) {
      write(&bytes)
      ends.append(bytes.count)
    }

    public subscript(position: Int) -> ArraySlice<UInt8> {
      bytes[ends[position]..<ends[position + 1]]
    }
  }

  private static let columnsPerStrip = 64
  private static let bytesPerRead = 32 << 10

  private let rowCount: Int
  private let folder: String
  private let handle: FileHandle
  private var length: UInt64 = 0
  private var strips: [(start: UInt64, columnCount: Int)] = []
  private var waiting: [Cells] = []

  /// - Parameter folder: where the file lies.
  public init(rowCount: Int, in folder: String) throws(Failure) {
    self.rowCount = rowCount
    self.folder = folder
    let path = folder + "/.antenne-columns-\(UUID().uuidString)"
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
      guard
        FileManager.default.createFile(
          atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]),
        let handle = FileHandle(forUpdatingAtPath: path)
      else { throw CocoaError(.fileWriteUnknown) }
      self.handle = handle
      try FileManager.default.removeItem(atPath: path)
    } catch {
      throw Self.failure(folder, error)
    }
  }

  /// Appends the next column.
  public func append(_ column: Cells) throws(Failure) {
    precondition(column.count == rowCount, "a column has a cell for each row")
    waiting.append(column)
    if waiting.count == Self.columnsPerStrip { try writeStrip() }
  }

  private func writeStrip() throws(Failure) {
    guard !waiting.isEmpty else { return }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(waiting.reduce(0) { $0 + $1.bytes.count + 4 * rowCount })
    for row in 0..<rowCount {
      for column in waiting {
        let cell = column[row]
        withUnsafeBytes(of: UInt32(cell.count)) { bytes.append(contentsOf: $0) }
        bytes.append(contentsOf: cell)
      }
    }
    do {
      try handle.seek(toOffset: length)
      try handle.write(contentsOf: Data(bytes))
    } catch {
      throw Self.failure(folder, error)
    }
    strips.append((length, waiting.count))
    length += UInt64(bytes.count)
    waiting.removeAll(keepingCapacity: true)
  }

  /// Calls `body` for each row with its cells, in the order of the columns.
  public func forEachRow(_ body: (Int, Cells) throws(Failure) -> Void) throws(Failure) {
    try writeStrip()
    var readers = strips.indices.map { strip in
      Reader(
        next: strips[strip].start,
        end: strip + 1 < strips.count ? strips[strip + 1].start : length)
    }
    for row in 0..<rowCount {
      var cells = Cells()
      for strip in strips.indices {
        for _ in 0..<strips[strip].columnCount { try read(&readers[strip], into: &cells) }
      }
      try body(row, cells)
    }
  }

  /// What was read of a strip and not yet used.
  private struct Reader {
    var next: UInt64
    let end: UInt64
    var bytes: [UInt8] = []
    var position = 0
  }

  private func read(_ reader: inout Reader, into cells: inout Cells) throws(Failure) {
    try fill(&reader, 4)
    let start = reader.position
    let count = reader.bytes[start..<start + 4].withUnsafeBytes {
      Int($0.loadUnaligned(as: UInt32.self))
    }
    try fill(&reader, 4 + count)
    let cell = reader.bytes[reader.position + 4..<reader.position + 4 + count]
    cells.append { $0.append(contentsOf: cell) }
    reader.position += 4 + count
  }

  /// Reads on until `count` bytes are there.
  private func fill(_ reader: inout Reader, _ count: Int) throws(Failure) {
    guard reader.bytes.count - reader.position < count else { return }
    reader.bytes.removeFirst(reader.position)
    reader.position = 0
    do {
      try handle.seek(toOffset: reader.next)
      while reader.bytes.count < count {
        let missing = count - reader.bytes.count
        let wanted = max(missing, min(Self.bytesPerRead, Int(reader.end - reader.next)))
        guard let more = try handle.read(upToCount: wanted), !more.isEmpty else {
          throw CocoaError(.fileReadCorruptFile)
        }
        reader.bytes.append(contentsOf: more)
        reader.next += UInt64(more.count)
      }
    } catch {
      throw Self.failure(folder, error)
    }
  }

  private static func failure(_ folder: String, _ error: any Error) -> Failure {
    .inputOutput(
      path: folder, reason: "a temporary file of columns: \(error.localizedDescription)")
  }
}
