import Foundation
import Geography
import Impact

/// A window on the map, in degrees.
struct MapExtent: Equatable {
  var south: Double
  var west: Double
  var north: Double
  var east: Double

  /// The smallest window around the places; `nil` for none.
  init?(around places: [Coordinate]) {
    let valid = places.filter(\.isValid)
    guard let south = valid.map(\.latitude).min(), let north = valid.map(\.latitude).max(),
      let west = valid.map(\.longitude).min(), let east = valid.map(\.longitude).max()
    else { return nil }
    (self.south, self.west, self.north, self.east) = (south, west, north, east)
  }

  /// Where 95 % of the people live: at most 1.25 % are left out on each of the four sides.
  init?(ofPeople homes: [(place: Coordinate, people: Double)]) {
    let homes = homes.filter { $0.place.isValid && $0.people > 0 }
    guard let latitudes = Self.central(homes.map { ($0.place.latitude, $0.people) }),
      let longitudes = Self.central(homes.map { ($0.place.longitude, $0.people) })
    else { return nil }
    (south, north) = latitudes
    (west, east) = longitudes
  }

  private static func central(_ values: [(value: Double, weight: Double)]) -> (Double, Double)? {
    let sorted = values.sorted { $0.value < $1.value }
    let tail = sorted.reduce(0) { $0 + $1.weight } * 0.0125
    func first(_ values: some Sequence<(value: Double, weight: Double)>) -> Double? {
      var weight = 0.0
      for entry in values {
        weight += entry.weight
        if weight > tail { return entry.value }
      }
      return nil
    }
    guard let low = first(sorted), let high = first(sorted.reversed()) else { return nil }
    return (low, high)
  }

  func union(_ other: MapExtent?) -> MapExtent {
    guard let other else { return self }
    var copy = self
    copy.south = min(south, other.south)
    copy.west = min(west, other.west)
    copy.north = max(north, other.north)
    copy.east = max(east, other.east)
    return copy
  }

  /// With a margin on every side, and at least `minimumKilometers` high and wide.
  func padded(by share: Double, minimumKilometers: Double = 6) -> MapExtent {
    let height = max((north - south) * (1 + 2 * share), minimumKilometers / 111.2)
    let width = max((east - west) * (1 + 2 * share), minimumKilometers / 111.2 / shrink)
    var copy = self
    let (latitude, longitude) = ((south + north) / 2, (west + east) / 2)
    copy.south = latitude - height / 2
    copy.north = latitude + height / 2
    copy.west = longitude - width / 2
    copy.east = longitude + width / 2
    return copy
  }

  /// Length of a degree of longitude, a degree of latitude being 1.
  var shrink: Double { max(0.01, cos((south + north) / 2 * .pi / 180)) }

  var area: Double { (north - south) * (east - west) }
}

/// Equirectangular, true to scale at the middle latitude of the window.
struct MapProjection {
  let extent: MapExtent
  let width: Double
  let height: Double
  private let unitsPerDegree: Double
  private let offset: (x: Double, y: Double)

  init(_ extent: MapExtent, width: Double, heights: ClosedRange<Double>) {
    let degreesWide = (extent.east - extent.west) * extent.shrink
    let degreesHigh = extent.north - extent.south
    let fitted = width / max(1e-9, degreesWide) * degreesHigh
    let height = min(heights.upperBound, max(heights.lowerBound, fitted))
    let scale = min(width / max(1e-9, degreesWide), height / max(1e-9, degreesHigh))
    self.extent = extent
    self.width = width
    self.height = height
    unitsPerDegree = scale
    offset = ((width - degreesWide * scale) / 2, (height - degreesHigh * scale) / 2)
  }

  func point(_ place: Coordinate) -> (x: Double, y: Double) {
    (
      offset.x + (place.longitude - extent.west) * extent.shrink * unitsPerDegree,
      offset.y + (extent.north - place.latitude) * unitsPerDegree
    )
  }

  func isVisible(_ point: (x: Double, y: Double)) -> Bool {
    (0...width).contains(point.x) && (0...height).contains(point.y)
  }

  var unitsPerKilometer: Double { unitsPerDegree / 111.2 }

  /// Path data on a half-unit grid, so that neighbours keep a common border; empty outside the
  /// window.
  func path(_ polygons: [[[Coordinate]]]) -> String {
    polygons.map { rings in
      guard let outer = rings.first, touchesWindow(outer) else { return "" }
      return rings.map(ringPath).joined()
    }.joined()
  }

  private func touchesWindow(_ ring: [Coordinate]) -> Bool {
    let points = ring.filter(\.isValid).map(point)
    guard let left = points.map(\.x).min(), let right = points.map(\.x).max(),
      let top = points.map(\.y).min(), let bottom = points.map(\.y).max()
    else { return false }
    return right >= 0 && left <= width && bottom >= 0 && top <= height
  }

  private func ringPath(_ ring: [Coordinate]) -> String {
    var last: (x: Int, y: Int)?
    var steps = [String]()
    for place in ring where place.isValid {
      let point = point(place)
      let snapped = (x: Int((point.x * 2).rounded()), y: Int((point.y * 2).rounded()))
      if let last, last == snapped { continue }
      last = snapped
      steps.append(SVG.number(Double(snapped.x) / 2) + " " + SVG.number(Double(snapped.y) / 2))
    }
    return steps.count < 3 ? "" : "M" + steps.joined(separator: "L") + "Z"
  }
}
