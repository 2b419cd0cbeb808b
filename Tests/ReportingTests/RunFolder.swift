import Foundation
import GRDB
import Impact
import InputHashes
import TestSupport
import Testing

@testable import Reporting

/// A run's folder as it is written, and its parts as other programs read them.
struct RunFolder {
  let folder: TemporaryFolder
  let names: [String]

  init(_ result: RunResult, inputs: [InputHash] = []) throws {
    folder = try TemporaryFolder()
    try RunFiles.write(result, inputs: inputs, language: .en, to: folder.file("run"))
    names = try FileManager.default.contentsOfDirectory(atPath: folder.file("run")).sorted()
  }

  func path(_ name: String) -> String { folder.file("run/" + name) }

  func bytes(_ name: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: path(name)))
  }

  func header(_ name: String) throws -> [String] {
    let text = try folder.read("run/" + name)
    return text.prefix { $0 != "\n" }.split(separator: ",").map(String.init)
  }

  func json(_ name: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: bytes(name)) as? [String: Any])
  }

  /// Of `results.gpkg`.
  func rows(_ sql: String) throws -> [Row] {
    var configuration = Configuration()
    configuration.readonly = true
    let queue = try DatabaseQueue(path: path("results.gpkg"), configuration: configuration)
    return try queue.read { try Row.fetchAll($0, sql: sql) }
  }

  func integers(_ sql: String) throws -> [Int?] { try rows(sql).map { $0[0] } }

  func numbers(_ sql: String) throws -> [Double?] { try rows(sql).map { $0[0] } }

  func texts(_ sql: String) throws -> [String?] { try rows(sql).map { $0[0] } }
}
