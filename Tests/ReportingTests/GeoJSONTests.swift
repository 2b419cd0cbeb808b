import Foundation
import GRDB
import Geography
import Impact
import TestSupport
import Testing

@testable import Reporting

@Suite struct GeoJSONTests {
  private static let hostile = [
    "O'Hara\"; DROP TABLE sites; --", "</script><script>alert(1)</script>", "=1+1", "back\\slash",
    "line\nfeed\ttab\u{7F}\u{2028}", "before\0after", "\u{1F687} é",
  ]

  private func features(_ run: RunFolder, _ name: String) throws -> [[String: Any]] {
    try #require(try run.json(name)["features"] as? [[String: Any]])
  }

  @Test func pointsAreLongitudeThenLatitudeInTheirBox() throws {
    let run = try RunFolder(SampleResult.make())
    let geometry = try #require(try features(run, "homes.geojson")[0]["geometry"] as? [String: Any])
    #expect(geometry["type"] as? String == "Point")
    #expect(geometry["coordinates"] as? [Double] == [4.3, 50.9])
    #expect(try run.json("homes.geojson")["bbox"] as? [Double] == [4.1, 50.7, 4.5, 50.9])
  }

  @Test func propertiesAreTheColumnsOfTheCSVInTheirOrder() throws {
    let run = try RunFolder(SampleResult.withImpact())
    for table in ["homes", "sites", "municipalities"] {
      let header = try run.header(table + ".csv")
      for feature in try features(run, table + ".geojson") {
        let properties = try #require(feature["properties"] as? [String: Any])
        #expect(Set(properties.keys) == Set(header), "\(table)")
      }
      let text = try run.folder.read("run/\(table).geojson")
      let start = try #require(text.range(of: "\"properties\"")).upperBound
      let places = header.compactMap { text[start...].range(of: "\"\($0)\": ")?.lowerBound }
      #expect(places == places.sorted() && places.count == header.count, "\(table)")
    }
  }

  @Test func unreachableIsNullAndNumbersAreThoseOfTheCSV() throws {
    let run = try RunFolder(SampleResult.make())
    let homes = try features(run, "homes.geojson").compactMap {
      $0["properties"] as? [String: Any]
    }
    #expect(homes[0]["saved_one_way_minutes"] as? Double == 27.5)
    #expect(homes[1]["saved_one_way_minutes"] as? Double == -10)
    #expect(homes[2]["saved_one_way_minutes"] is NSNull)
    #expect(try run.folder.read("run/homes.geojson").contains("\"people\": 1200.5000"))
  }

  @Test(arguments: hostile)
  func namesAreTextAndNothingElse(name: String) throws {
    let run = try RunFolder(SampleResult.make(siteName: name))
    let properties = try #require(
      try features(run, "sites.geojson")[0]["properties"] as? [String: Any])
    #expect(properties["name"] as? String == name)
    // A page may hold the text in a script element.
    #expect(!(try run.folder.read("run/sites.geojson")).contains("<"))
    // SQLite takes the same text; a NUL would cut it short for readers in C.
    #expect(
      try run.texts("SELECT name FROM sites ORDER BY fid LIMIT 1")
        == [name.replacing("\0", with: "\u{FFFD}")])
    #expect(try run.integers("SELECT count(*) FROM sites") == [2])
  }

  @Test(arguments: [
    (4.3571, "4.3571"), (-0.1, "-0.1"), (50.123456789, "50.1234568"), (4, "4"), (100, "100"),
  ])
  func degreesHaveSevenDecimalsAtMost(value: Double, text: String) {
    #expect(GeoJSONText.degrees(value) == text)
  }

  @Test func areasAreClosedRings() throws {
    let run = try RunFolder(SampleResult.make())
    let geometry = try #require(
      try features(run, "municipalities.geojson")[0]["geometry"] as? [String: Any])
    #expect(geometry["type"] as? String == "MultiPolygon")
    let rings = try #require(geometry["coordinates"] as? [[[[Double]]]])[0]
    #expect(rings[0].count == 5)
    #expect(rings[0].first == rings[0].last)
    #expect(rings[0][0] == [4.27, 50.87])
  }

  @Test func aPlaceThatIsNotOnTheEarthIsNull() throws {
    var result = try SampleResult.make()
    result.origins[0].coordinate = Coordinate(latitude: 95, longitude: 4)
    let run = try RunFolder(result)
    #expect(try features(run, "homes.geojson")[0]["geometry"] is NSNull)
    #expect(try run.integers("SELECT geom ISNULL FROM homes ORDER BY fid") == [1, 0, 0])
  }
}
