public import Findings
import Foundation

/// An output file that is written piece by piece and appears whole when it is finished, or not at
/// all.
///
/// The pieces go to a neighbour of the file. A device or a pipe is written to at once.
public final class PiecewiseFile {
  private let path: String
  /// Where the pieces go, and what that becomes; `nil` for a device.
  private let places: (fresh: String, target: String)?
  private let handle: FileHandle
  private var isFinished = false

  /// Parent folders are made.
  public init(_ path: String) throws(Failure) {
    try OutputFile.check(path)
    self.path = path
    let target = URL(fileURLWithPath: path).resolvingSymlinksInPath()
    let folder = target.deletingLastPathComponent()
    places =
      OutputFile.isStream(path)
      ? nil
      : (
        folder.appendingPathComponent(
          ".\(target.lastPathComponent).writing-\(ProcessInfo.processInfo.processIdentifier)"
        ).path, target.path
      )
    do {
      if let places {
        let manager = FileManager.default
        try manager.createDirectory(at: folder, withIntermediateDirectories: true)
        // A file that others may not read must not become one that they may.
        let rights = try? manager.attributesOfItem(atPath: places.target)[.posixPermissions]
        guard
          manager.createFile(
            atPath: places.fresh, contents: nil,
            attributes: rights.map { [.posixPermissions: $0] })
        else { throw CocoaError(.fileWriteUnknown) }
      }
      handle = try FileHandle(forWritingTo: URL(fileURLWithPath: places?.fresh ?? path))
    } catch {
      throw .inputOutput(path: path, reason: "cannot be written: \(error.localizedDescription)")
    }
  }

  deinit {
    guard !isFinished else { return }
    try? handle.close()
    if let places { try? FileManager.default.removeItem(atPath: places.fresh) }
  }

  public func write(_ bytes: [UInt8]) throws(Failure) {
    do {
      try handle.write(contentsOf: Data(bytes))
    } catch {
      throw .inputOutput(path: path, reason: "cannot be written: \(error.localizedDescription)")
    }
  }

  /// Puts the file in its place.
  public func finish() throws(Failure) {
    do {
      try handle.close()
    } catch {
      throw .inputOutput(path: path, reason: "cannot be written: \(error.localizedDescription)")
    }
    if let places, rename(places.fresh, places.target) != 0 {
      throw .inputOutput(path: path, reason: String(cString: strerror(errno)))
    }
    isFinished = true
  }
}
