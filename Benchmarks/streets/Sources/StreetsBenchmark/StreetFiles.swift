import Foundation
import Geography
import StreetRouting

/// The flat arrays that `graphs.py` writes into a folder.
struct StreetFiles {
  let tails: [Int32]
  let heads: [Int32]
  /// Milliseconds per arc.
  let milliseconds: [Int32]
  /// The same arcs at another hour.
  let congestedMilliseconds: [Int32]
  let coordinates: [Coordinate]
  let sources: [[GraphEnd]]
  let targets: [[GraphEnd]]
  /// Other targets for each of the first sources.
  let rowTargets: [[[GraphEnd]]]

  init(folder: URL) throws {
    tails = try Self.integers(folder, "tail")
    heads = try Self.integers(folder, "head")
    milliseconds = try Self.integers(folder, "weight")
    congestedMilliseconds = try Self.integers(folder, "congested")
    let longitudes = try Self.degrees(folder, "longitude")
    coordinates = try zip(Self.degrees(folder, "latitude"), longitudes).map {
      Coordinate(latitude: $0, longitude: $1)
    }
    sources = try Self.ends(folder, "sources")
    let targets = try Self.ends(folder, "targets")
    let others = try Self.ends(folder, "row_targets")
    self.targets = targets
    rowTargets = stride(from: 0, to: others.count, by: targets.count).map {
      Array(others[$0..<$0 + targets.count])
    }
  }

  private static func ends(_ folder: URL, _ name: String) throws -> [[GraphEnd]] {
    try integers(folder, name).map { [GraphEnd(node: $0, milliseconds: 0)] }
  }

  private static func integers(_ folder: URL, _ name: String) throws -> [Int32] {
    try Data(contentsOf: folder.appending(path: name)).withUnsafeBytes { bytes in
      (0..<bytes.count / 4).map {
        Int32(littleEndian: bytes.loadUnaligned(fromByteOffset: $0 * 4, as: Int32.self))
      }
    }
  }

  private static func degrees(_ folder: URL, _ name: String) throws -> [Double] {
    try integers(folder, name).map { Double(Float(bitPattern: UInt32(bitPattern: $0))) }
  }
}
