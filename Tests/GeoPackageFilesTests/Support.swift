import Foundation
import GRDB
import GeoPackageFiles
import Geography
import TestSupport
import Testing

/// A GeoPackage in a folder of its own, read with SQLite.
struct WrittenFile {
  static let lastChange = "2026-03-10T00:00:00.000Z"

  let folder: TemporaryFolder
  let path: String
  private let queue: DatabaseQueue

  init(_ tables: [GeoPackageTable]) throws {
    folder = try TemporaryFolder()
    path = folder.file("x.gpkg")
    try GeoPackageFile.write(tables, to: path, lastChange: Self.lastChange)
    queue = try DatabaseQueue(path: path)
  }

  func rows(_ sql: String) throws -> [Row] { try queue.read { try Row.fetchAll($0, sql: sql) } }

  func integers(_ sql: String) throws -> [Int?] { try rows(sql).map { $0[0] } }

  func numbers(_ sql: String) throws -> [Double?] { try rows(sql).map { $0[0] } }

  func texts(_ sql: String) throws -> [String?] { try rows(sql).map { $0[0] } }

  func blobs(_ sql: String) throws -> [Data] { try rows(sql).map { $0[0] } }

  func change(_ sql: String) throws { try queue.write { try $0.execute(sql: sql) } }

  /// With the functions that a GIS has and the triggers of the index call.
  func addSpatialFunctions() throws {
    func function(_ name: String, _ value: @escaping @Sendable (NaiveGeometry) -> Double)
      -> DatabaseFunction
    {
      DatabaseFunction(name, argumentCount: 1, pure: true) { values in
        try Data.fromDatabaseValue(values[0]).map { value(try NaiveGeometry($0)) }
      }
    }
    try queue.write { database in
      database.add(function: function("ST_IsEmpty") { $0.places.isEmpty ? 1 : 0 })
      database.add(function: function("ST_MinX") { $0.places.map(\.0).min() ?? .nan })
      database.add(function: function("ST_MaxX") { $0.places.map(\.0).max() ?? .nan })
      database.add(function: function("ST_MinY") { $0.places.map(\.1).min() ?? .nan })
      database.add(function: function("ST_MaxY") { $0.places.map(\.1).max() ?? .nan })
    }
  }
}

/// What a blob says, read byte by byte as the standard writes it down.
struct NaiveGeometry {
  struct Damage: Error { var what: String }

  var version: UInt8
  var flags: UInt8
  var referenceSystem: UInt32
  var envelope: [Double]
  var kind: UInt32
  /// Polygons, rings, x and y; of a point one of each.
  var polygons: [[[(Double, Double)]]]

  var places: [(Double, Double)] { Array(polygons.joined().joined()) }

  init(_ data: Data) throws {
    var rest = data[...]
    func bytes(_ count: Int) throws -> [UInt8] {
      guard rest.count >= count else { throw Damage(what: "too short") }
      defer { rest = rest.dropFirst(count) }
      return Array(rest.prefix(count))
    }
    func uint32() throws -> UInt32 {
      try bytes(4).reversed().reduce(0) { $0 << 8 | UInt32($1) }
    }
    func double() throws -> Double {
      Double(bitPattern: try bytes(8).reversed().reduce(0) { $0 << 8 | UInt64($1) })
    }
    func begin() throws -> UInt32 {
      guard try bytes(1) == [1] else { throw Damage(what: "not little-endian") }
      return try uint32()
    }
    func place() throws -> (Double, Double) { (try double(), try double()) }
    guard try bytes(2) == Array("GP".utf8) else { throw Damage(what: "no GP") }
    version = try bytes(1)[0]
    flags = try bytes(1)[0]
    referenceSystem = try uint32()
    envelope = try (0..<(flags >> 1 & 7 == 1 ? 4 : 0)).map { _ in try double() }
    kind = try begin()
    switch kind {
    case 1: polygons = [[[try place()]]]
    case 6:
      polygons = try (0..<(try uint32())).map { _ in
        guard try begin() == 3 else { throw Damage(what: "not a polygon") }
        return try (0..<(try uint32())).map { _ in try (0..<(try uint32())).map { _ in try place() }
        }
      }
    default: throw Damage(what: "kind \(kind)")
    }
    guard rest.isEmpty else { throw Damage(what: "\(rest.count) bytes too many") }
  }
}

extension GeoPackageTable {
  /// A layer of points with a name each.
  static func points(
    _ names: [String], at places: [Coordinate?], name: String = "homes", style: LayerStyle? = nil
  ) -> GeoPackageTable {
    GeoPackageTable(
      name: name, summary: "Where they live.",
      columns: [Column(name: "name", type: .text, title: "name", meaning: "what it is called")],
      geometry: .point, style: style, rowCount: names.count
    ) { position in
      Row(values: [.text(names[position])], geometry: places[position].map { .point($0) })
    }
  }
}
