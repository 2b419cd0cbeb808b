import Crypto
public import Findings
import Foundation

/// Which bytes a result was computed from.
public struct InputHash: Codable, Sendable, Equatable {
  /// The last part of the path: results of one input are the same on every machine.
  public var name: String
  public var bytes: Int
  /// SHA-256 (FIPS 180-4), in hexadecimal.
  public var sha256: String

  private static let chunkBytes = 1 << 20

  /// Reads a file piece by piece.
  /// - Throws: `missingInput` where there is none, `inputOutput` where it cannot be read to its end.
  public init(path: String) throws(Failure) {
    guard FileManager.default.fileExists(atPath: path) else {
      throw .missingInput(path: path, reason: "no such file")
    }
    name = URL(fileURLWithPath: path).lastPathComponent
    var hash = SHA256()
    bytes = 0
    do {
      let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
      while let chunk = try handle.read(upToCount: Self.chunkBytes), !chunk.isEmpty {
        hash.update(data: chunk)
        bytes += chunk.count
      }
      try handle.close()
    } catch {
      throw .inputOutput(path: path, reason: "cannot be read: \(error.localizedDescription)")
    }
    sha256 = hash.finalize().map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }
}
