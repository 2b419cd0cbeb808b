import CCrypto
public import Findings
import Foundation

/// Which bytes a result was computed from.
public struct InputHash: Codable, Sendable, Equatable {
  /// Without a folder of this machine: results of one input are the same on every machine.
  public var name: String
  public var bytes: Int
  /// SHA-256 (FIPS 180-4), in hexadecimal.
  public var sha256: String

  private static let chunkBytes = 1 << 20

  /// Reads a file piece by piece.
  ///
  /// - Parameter name: what the file is called; by default the last part of its path.
  /// - Throws: `missingInput` where there is none, `inputOutput` where it cannot be read to its end.
  public init(path: String, name: String? = nil) throws(Failure) {
    guard FileManager.default.fileExists(atPath: path) else {
      throw .missingInput(path: path, reason: "no such file")
    }
    let digest = try Digest()
    var count = 0
    do {
      let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
      while let chunk = try handle.read(upToCount: Self.chunkBytes), !chunk.isEmpty {
        digest.update(chunk)
        count += chunk.count
      }
      try handle.close()
    } catch {
      throw .inputOutput(path: path, reason: "cannot be read: \(error.localizedDescription)")
    }
    self.name = name ?? URL(fileURLWithPath: path).lastPathComponent
    bytes = count
    sha256 = try digest.hexadecimal()
  }

  /// What no file holds, such as tables that are compiled into the program.
  public init(_ content: [UInt8], name: String) throws(Failure) {
    let digest = try Digest()
    digest.update(Data(content))
    self.name = name
    bytes = content.count
    sha256 = try digest.hexadecimal()
  }
}

/// One SHA-256 by libcrypto.
private final class Digest {
  private let context: OpaquePointer
  private var isSound = true

  init() throws(Failure) {
    guard let context = EVP_MD_CTX_new() else { throw .defect("no memory for a hash") }
    self.context = context
    isSound = EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1
  }

  deinit { EVP_MD_CTX_free(context) }

  func update(_ data: Data) {
    let isTaken = data.withUnsafeBytes { EVP_DigestUpdate(context, $0.baseAddress, $0.count) == 1 }
    isSound = isSound && isTaken
  }

  func hexadecimal() throws(Failure) -> String {
    var bytes = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
    var count: UInt32 = 0
    guard EVP_DigestFinal_ex(context, &bytes, &count) == 1, isSound else {
      throw .defect("SHA-256 cannot be computed")
    }
    return bytes.prefix(Int(count)).map { byte in
      String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
    }.joined()
  }
}
