import Foundation
import Geography
import TabularText
import TestSupport
import Testing

@Suite(
  "Belgian boundaries",
  .enabled(if: RealData.folder != nil, "needs the real data (ANTENNE_DATA)"))
struct BelgiumTests {
  private func features(_ name: String) throws -> [Feature] {
    let path = try #require(RealData.path(name))
    return try GeometryFile.features(Data(contentsOf: URL(fileURLWithPath: path)))
  }

  @Test func theRegionHoldsTheGrandPlaceAndNotTheAirport() throws {
    let region = try #require(try features("brussels/region-boundary.geojson").first).geometry
    #expect(region.contains(Coordinate(latitude: 50.8467, longitude: 4.3525)))
    #expect(!region.contains(Coordinate(latitude: 50.8986, longitude: 4.4836)))
  }

  @Test func everyMunicipalityLiesWhereItsPostcodeIs() throws {
    let areas = Dictionary(
      try features("belgium/municipalities.topojson").map {
        ($0.properties["AdMuKey"], $0.geometry)
      }
    ) { first, _ in first }
    #expect(areas.count == 581)
    // A table without a header: the first postcode is read as one.
    let postcodes = try Table.read(try #require(RealData.path("belgium/postcodes.csv")))
    var points: [String: [Coordinate]] = [:]
    for cells in [postcodes.header] + postcodes.rows.map(\.cells) {
      let latitude = try #require(Double(cells[3]))
      let longitude = try #require(Double(cells[2]))
      points[cells[0], default: []].append(Coordinate(latitude: latitude, longitude: longitude))
    }
    let municipalities = try Table.read(
      try #require(RealData.path("belgium/municipalities-2020-population.csv")))
    let zip = try #require(municipalities.findColumn("zip"))
    var inside = 0
    var near = 0
    for row in municipalities.rows {
      let area = try #require(areas[row.cells[0]], "no area for \(row.cells)")
      let places = points[row.cells[zip]] ?? []
      if places.contains(where: area.contains) {
        inside += 1
      } else if places.contains(where: { isNear($0, area) }) {
        near += 1
      }
    }
    #expect(municipalities.rows.count == 581)
    // More than 95 % of 581 are 552.
    #expect(inside + near >= 552, "\(inside) inside, \(near) within 6 km")
    #expect(inside >= 500, "\(inside) inside")
  }

  /// Within 6 km of a corner of the border, which has one every few metres.
  private func isNear(_ place: Coordinate, _ area: MultiPolygon) -> Bool {
    area.polygons.contains { rings in
      rings.contains { $0.contains { place.distanceMeters(to: $0) <= 6000 } }
    }
  }
}
