public import Foundation

/// Finds the real data that some tests run on: `ANTENNE_DATA`, else `../shared/data` beside the
/// package. Tests that need it are skipped, by name, where it is missing.
public enum RealData {
  /// The folder of the package.
  public static let package = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The folder of the data, or `nil`.
  public static let folder: String? = {
    let beside = package.deletingLastPathComponent().appendingPathComponent("shared/data").path
    let given = ProcessInfo.processInfo.environment["ANTENNE_DATA"]
    return [given, beside].compactMap { $0 }.first { FileManager.default.fileExists(atPath: $0) }
  }()

  /// A file of the data by its path in the folder, or `nil`.
  public static func path(_ name: String) -> String? {
    guard let folder else { return nil }
    let path = folder + "/" + name
    return FileManager.default.fileExists(atPath: path) ? path : nil
  }
}
