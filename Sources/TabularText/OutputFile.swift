public import Findings
public import Foundation

/// Writes output files that appear whole or not at all.
public enum OutputFile {
  /// Writes to a neighbour of `path` and renames it into place; parent folders are made.
  public static func write(_ text: String, to path: String) throws(Failure) {
    try write(Data(text.utf8), to: path)
  }

  public static func write(_ data: Data, to path: String) throws(Failure) {
    let target = URL(fileURLWithPath: path)
    let folder = target.deletingLastPathComponent()
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      // Foundation writes a temporary file beside the target and renames it.
      try data.write(to: target, options: .atomic)
    } catch {
      throw .inputOutput(path: path, reason: "cannot be written: \(error.localizedDescription)")
    }
  }
}
