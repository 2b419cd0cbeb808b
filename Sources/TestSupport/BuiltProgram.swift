public import Foundation

/// The `antenne` that is built with the tests.
public enum BuiltProgram {
  public struct Missing: Error {
    public var above: String
  }

  /// The program lies beside the test bundle.
  public static func url() throws -> URL {
    let process = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    var folder = process.deletingLastPathComponent()
    while folder.path != "/" {
      let candidate = folder.appendingPathComponent("antenne")
      if FileManager.default.isExecutableFile(atPath: candidate.path) { return candidate }
      folder.deleteLastPathComponent()
    }
    throw Missing(above: process.path)
  }
}
