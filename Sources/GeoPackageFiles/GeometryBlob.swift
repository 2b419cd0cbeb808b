import Foundation
import Geography

/// A geometry as a GeoPackage stores it: a header, then well-known binary, both little-endian
/// (OGC 12-128r18, 2.1.3; OGC 06-103r4, 8.2).
struct GeometryBlob {
  static let spatialReferenceID: Int32 = 4326

  let data: Data
  let bounds: Bounds

  /// `nil` where a place is not on the Earth, or an area has no place at all.
  init?(_ geometry: GeoPackageTable.Geometry) {
    switch geometry {
    case .point(let place):
      guard place.isValid else { return nil }
      bounds = Bounds(place)
      var bytes = Bytes(envelope: nil)
      bytes.point(place)
      data = bytes.data
    case .area(let area):
      let places = area.polygons.joined().joined()
      guard let first = places.first, places.allSatisfy(\.isValid) else { return nil }
      bounds = places.dropFirst().reduce(into: Bounds(first)) { $0.add($1) }
      var bytes = Bytes(envelope: bounds)
      bytes.area(area)
      data = bytes.data
    }
  }
}

/// The smallest box around places, in degrees.
struct Bounds: Equatable {
  var west, east, south, north: Double

  init(_ place: Coordinate) {
    (west, east, south, north) = (
      place.longitude, place.longitude, place.latitude, place.latitude
    )
  }

  mutating func add(_ place: Coordinate) {
    (west, east) = (min(west, place.longitude), max(east, place.longitude))
    (south, north) = (min(south, place.latitude), max(north, place.latitude))
  }

  mutating func add(_ other: Bounds) {
    (west, east) = (min(west, other.west), max(east, other.east))
    (south, north) = (min(south, other.south), max(north, other.north))
  }
}

private struct Bytes {
  /// Numbers of the kinds of geometry in well-known binary.
  private enum Kind: UInt32 {
    case point = 1
    case polygon = 3
    case multiPolygon = 6
  }

  private(set) var data = Data()

  /// The header; a point is as short as its envelope would be and has none.
  init(envelope: Bounds?) {
    data.append(contentsOf: Array("GP".utf8) + [0])
    // Bits 1 to 3 say which envelope follows, bit 0 that the bytes are little-endian.
    data.append(envelope == nil ? 0b001 : 0b011)
    append(UInt32(bitPattern: GeometryBlob.spatialReferenceID))
    guard let envelope else { return }
    for edge in [envelope.west, envelope.east, envelope.south, envelope.north] { append(edge) }
  }

  mutating func point(_ place: Coordinate) {
    begin(.point)
    append(place)
  }

  mutating func area(_ area: MultiPolygon) {
    begin(.multiPolygon)
    append(UInt32(area.polygons.count))
    for polygon in area.polygons {
      begin(.polygon)
      append(UInt32(polygon.count))
      for ring in polygon {
        append(UInt32(ring.count))
        for place in ring { append(place) }
      }
    }
  }

  private mutating func begin(_ kind: Kind) {
    data.append(1)
    append(kind.rawValue)
  }

  private mutating func append(_ place: Coordinate) {
    append(place.longitude)
    append(place.latitude)
  }

  private mutating func append(_ value: Double) { append(value.bitPattern) }

  private mutating func append(_ value: some FixedWidthInteger) {
    withUnsafeBytes(of: value.littleEndian) { data.append(contentsOf: $0) }
  }
}
