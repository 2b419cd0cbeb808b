import Foundation
import Geography
import PrincipalRoads
import TabularText
import TestSupport
import Testing

@Suite struct ZonesTests {
  @Test func everyPlaceLiesInOneZone() throws {
    let zones = try Zones()
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<20_000 {
      let place = Coordinate(
        latitude: .random(in: 50.70...50.97, using: &generator),
        longitude: .random(in: 4.15...4.60, using: &generator))
      let found = zones.areas.filter { $0.geometry.contains(place) }.map(\.identifier)
      #expect(found.count <= 1, "\(place)")
      let isInside = ["pentagon", "first ring", "second ring"].contains(found.first)
      #expect(zones.region.geometry.contains(place) == isInside, "\(place): \(found)")
    }
  }

  @Test(arguments: [
    ("Grand-Place", 50.8467, 4.3525, Zone.pentagon), ("Schuman", 50.8424, 4.3839, .firstRing),
    ("Bailli", 50.8272, 4.3636, .firstRing), ("Gare du Nord", 50.8596, 4.3608, .firstRing),
    ("Heysel", 50.8960, 4.3410, .secondRing), ("Delta", 50.8183, 4.4038, .secondRing),
    ("Airport", 50.8964, 4.4820, .periphery), ("Vilvoorde", 50.9245, 4.4328, .periphery),
    ("Leuven", 50.8814, 4.7157, .elsewhere), ("Waterloo", 50.7154, 4.3834, .elsewhere),
  ])
  func knownPlaces(name: String, latitude: Double, longitude: Double, zone: Zone) throws {
    let place = Coordinate(latitude: latitude, longitude: longitude)
    #expect(try Zones().zone(of: place) == zone, "\(name)")
  }

  @Test func spacesLieInTheZoneThatTheirTableSays() throws {
    let path = RealData.package.appendingPathComponent("Sites/spaces.csv").path
    let table = try Table.read(path)
    let zones = try Zones()
    let columns = try ["site_id", "zone", "lat", "lon"].map { try #require(table.findColumn($0)) }
    #expect(table.rows.count == 34)
    for row in table.rows {
      let place = Coordinate(
        latitude: try #require(Double(row.cells[columns[2]])),
        longitude: try #require(Double(row.cells[columns[3]])))
      #expect(
        zones.zone(of: place).rawValue == row.cells[columns[1]], "\(row.cells[columns[0]])")
    }
  }

  /// 5 km and what rounding to 0.001° (up to 66 m) and flattening the arcs (40 m) may add.
  @Test func thePeripheryEndsFiveKilometresFromTheBorder() throws {
    let zones = try Zones()
    let periphery = try #require(zones.areas.last)
    #expect(periphery.identifier == "periphery")
    let border = Outline(try #require(zones.region.geometry.polygons.first?.first))
    let outer = try #require(periphery.geometry.polygons.first?.first)
    for vertex in outer {
      let distance = border.distanceMeters(to: vertex)
      #expect(abs(distance - 5_000) < 120, "\(vertex): \(distance) m")
    }
  }

  @Test(
    "the border is that of OpenStreetMap, to 1 % of the area and 400 m",
    .enabled(if: RealData.path("brussels/region-boundary.geojson") != nil))
  func theBorderIsTheBorder() throws {
    let path = try #require(RealData.path("brussels/region-boundary.geojson"))
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    let truth = try #require(try GeometryFile.features(data).first?.geometry.polygons.first?.first)
    let drawn = try #require(try Zones().region.geometry.polygons.first?.first)
    #expect((150...300).contains(drawn.count))
    let (drawnOutline, trueOutline) = (Outline(drawn), Outline(truth))
    let ratio = drawnOutline.squareMeters / trueOutline.squareMeters
    #expect(abs(ratio - 1) < 0.01, "\(ratio)")
    #expect((drawn.map { trueOutline.distanceMeters(to: $0) }.max() ?? .infinity) < 150)
    #expect((truth.map { drawnOutline.distanceMeters(to: $0) }.max() ?? .infinity) < 400)
  }
}

/// A ring of coordinates on a plane that touches the Earth at Brussels; within the Region the
/// plane is wrong by less than a part in a thousand.
private struct Outline {
  private let points: [(x: Double, y: Double)]

  init(_ ring: [Coordinate]) {
    points = ring.map(Outline.onPlane)
  }

  private static func onPlane(_ place: Coordinate) -> (x: Double, y: Double) {
    let metersPerDegree = 111_195.0
    return (
      (place.longitude - 4.35) * metersPerDegree * cos(50.84 * .pi / 180),
      (place.latitude - 50.84) * metersPerDegree
    )
  }

  /// By the shoelace formula.
  var squareMeters: Double {
    var twice = 0.0
    for (a, b) in zip(points, points.dropFirst() + points.prefix(1)) {
      twice += a.x * b.y - b.x * a.y
    }
    return abs(twice) / 2
  }

  func distanceMeters(to place: Coordinate) -> Double {
    let (x, y) = Outline.onPlane(place)
    var best = Double.infinity
    for (a, b) in zip(points, points.dropFirst() + points.prefix(1)) {
      let (dx, dy) = (b.x - a.x, b.y - a.y)
      let length = dx * dx + dy * dy
      let along = length == 0 ? 0 : max(0, min(1, ((x - a.x) * dx + (y - a.y) * dy) / length))
      best = min(best, hypot(x - a.x - along * dx, y - a.y - along * dy))
    }
    return best
  }
}
