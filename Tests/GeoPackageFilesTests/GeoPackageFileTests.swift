import Findings
import Foundation
import GRDB
import GeoPackageFiles
import Geography
import TestSupport
import Testing

@Suite struct GeoPackageFileTests {
  private static let leuven = Coordinate(latitude: 50.8812345, longitude: 4.7155)
  private static let west = Coordinate(latitude: -12.5, longitude: -77)

  private static let square = MultiPolygon([
    [
      [(4.0, 50.0), (5.0, 50.0), (5.0, 51.0), (4.0, 51.0), (4.0, 50.0)],
      [(4.4, 50.4), (4.4, 50.6), (4.6, 50.6), (4.4, 50.4)],
    ].map { $0.map { Coordinate(latitude: $0.1, longitude: $0.0) } }
  ])

  private static func areas(_ area: MultiPolygon) -> GeoPackageTable {
    GeoPackageTable(
      name: "areas", summary: "", columns: [], geometry: .area, rowCount: 1
    ) { _ in .init(values: [], geometry: .area(area)) }
  }

  private static func attributes(
    _ type: GeoPackageTable.ColumnType, _ values: [GeoPackageTable.Value]
  ) -> GeoPackageTable {
    GeoPackageTable(
      name: "figures", summary: "",
      columns: [.init(name: "value", type: type, title: "value [h]", meaning: "hours")],
      rowCount: values.count
    ) { .init(values: [values[$0]]) }
  }

  // MARK: What the standard asks for

  @Test func theHeaderOfTheFileSaysWhatItIs() throws {
    let file = try WrittenFile([.points(["a"], at: [Self.leuven])])
    let bytes = try Data(contentsOf: URL(fileURLWithPath: file.path))
    #expect(bytes.prefix(16) == Data("SQLite format 3\0".utf8))
    #expect(bytes[68..<72] == Data("GPKG".utf8))
    #expect(try file.integers("PRAGMA application_id") == [0x4750_4B47])
    // Version 1.3.0 as major × 10000 + minor × 100 + patch.
    #expect(try file.integers("PRAGMA user_version") == [10_300])
  }

  @Test func sqliteFindsNothingWrong() throws {
    let file = try WrittenFile([
      .points(["a", "b"], at: [Self.leuven, nil]), Self.areas(Self.square),
      Self.attributes(.real, [.real(1), .null]),
      .points([], at: [], name: "nobody"),
    ])
    #expect(try file.texts("PRAGMA integrity_check") == ["ok"])
    #expect(try file.rows("PRAGMA foreign_key_check").isEmpty)
  }

  @Test func theThreeReferenceSystemsAndThatOfTheLayersAreThere() throws {
    let file = try WrittenFile([])
    #expect(
      try file.integers("SELECT srs_id FROM gpkg_spatial_ref_sys ORDER BY srs_id") == [-1, 0, 4326])
    #expect(
      try file.texts("SELECT organization FROM gpkg_spatial_ref_sys ORDER BY srs_id")
        == ["NONE", "NONE", "EPSG"])
  }

  @Test func layersHaveTheirBoundsAndTablesOfAttributesHaveNone() throws {
    let file = try WrittenFile([
      .points(["a", "b", "c"], at: [Self.leuven, nil, Self.west]),
      Self.attributes(.integer, [.integer(3)]), .points([], at: [], name: "nobody"),
    ])
    let rows = try file.rows(
      "SELECT data_type, min_x, min_y, max_x, max_y, srs_id, last_change FROM gpkg_contents")
    let kinds = rows.map { $0["data_type"] as String }
    #expect(kinds == ["features", "attributes", "features", "attributes"])
    #expect(
      [rows[0]["min_x"], rows[0]["min_y"], rows[0]["max_x"], rows[0]["max_y"]] as [Double]
        == [-77, -12.5, 4.7155, 50.8812345])
    for row in rows.dropFirst() { #expect(row["min_x"] as Double? == nil) }
    #expect(rows.map { $0["srs_id"] as Int? } == [4326, nil, 4326, nil])
    #expect(rows.allSatisfy { $0["last_change"] == WrittenFile.lastChange })
    #expect(
      try file.texts("SELECT table_name FROM gpkg_geometry_columns") == ["homes", "nobody"])
  }

  @Test func everyColumnIsDescribed() throws {
    let file = try WrittenFile([Self.attributes(.integer, [])])
    let row = try #require(try file.rows("SELECT * FROM gpkg_data_columns").first)
    #expect(row["table_name"] == "figures")
    #expect(row["column_name"] == "value")
    #expect(row["title"] == "value [h]")
    #expect(row["description"] == "hours")
  }

  // MARK: Geometry

  @Test func aPointIsLongitudeThenLatitude() throws {
    let file = try WrittenFile([.points(["a"], at: [Self.leuven])])
    let blob = try file.blobs("SELECT geom FROM homes")
    let geometry = try NaiveGeometry(blob[0])
    #expect(geometry.version == 0)
    #expect(geometry.flags == 0b001)
    #expect(geometry.referenceSystem == 4326)
    #expect(geometry.kind == 1)
    #expect(geometry.places[0].0 == 4.7155)
    #expect(geometry.places[0].1 == 50.8812345)
    // 8 bytes of header, 1 of order, 4 of kind, 16 of place.
    #expect(blob[0].count == 29)
  }

  @Test func anAreaKeepsItsHolesAndHasAnEnvelope() throws {
    let file = try WrittenFile([Self.areas(Self.square)])
    let blobs = try file.blobs("SELECT geom FROM areas")
    let geometry = try NaiveGeometry(blobs[0])
    #expect(geometry.flags == 0b011)
    #expect(geometry.envelope == [4, 5, 50, 51])
    let polygons = geometry.polygons.map {
      $0.map { $0.map { Coordinate(latitude: $0.1, longitude: $0.0) } }
    }
    #expect(MultiPolygon(polygons) == Self.square)
  }

  @Test(arguments: [
    Coordinate(latitude: .nan, longitude: 4), Coordinate(latitude: 91, longitude: 4),
    Coordinate(latitude: 50, longitude: -.infinity),
  ])
  func aPlaceThatIsNotOnTheEarthIsNoPlace(place: Coordinate) throws {
    let file = try WrittenFile([.points(["a", "b"], at: [place, Self.leuven])])
    #expect(try file.integers("SELECT geom ISNULL FROM homes ORDER BY fid") == [1, 0])
    #expect(try file.numbers("SELECT min_x FROM gpkg_contents LIMIT 1") == [4.7155])
  }

  // MARK: Values

  @Test func hostileNamesAreTextAndNothingElse() throws {
    let names = [
      "O'Hara\"; DROP TABLE homes; --", "<script>alert(1)</script>", "=1+1", "a\u{301}\u{202E}\n\t",
      "", "\u{1F687}",
    ]
    let file = try WrittenFile([.points(names, at: names.map { _ in nil })])
    #expect(try file.texts("SELECT name FROM homes ORDER BY fid") == names)
  }

  @Test func aNULInANameDoesNotCutItShort() throws {
    let file = try WrittenFile([.points(["before\0after"], at: [nil])])
    #expect(try file.texts("SELECT name FROM homes") == ["before\u{FFFD}after"])
    #expect(try file.integers("SELECT length(name) FROM homes") == [12])
  }

  @Test func whatIsNoNumberIsNull() throws {
    let file = try WrittenFile([
      Self.attributes(.real, [.real(.nan), .real(.infinity), .null, .real(-5), .real(0.1)])
    ])
    #expect(
      try file.texts("SELECT typeof(value) FROM figures ORDER BY fid")
        == ["null", "null", "null", "real", "real"])
    #expect(try file.numbers("SELECT value FROM figures WHERE fid > 3") == [-5, 0.1])
  }

  // MARK: Index and styles

  @Test func theIndexFindsWhatLiesInABox() throws {
    var random = SeededGenerator(seed: 8)
    let places = (0..<500).map { _ in
      Coordinate(
        latitude: .random(in: 50...51, using: &random),
        longitude: .random(in: 4...5, using: &random))
    }
    let file = try WrittenFile([.points(places.map { _ in "x" }, at: places)])
    let found = try file.integers(
      """
      SELECT id FROM rtree_homes_geom
      WHERE minx <= 4.6 AND maxx >= 4.2 AND miny <= 50.5 AND maxy >= 50.25 ORDER BY id
      """)
    // The index keeps 32 bits of a number and rounds outwards: 4 · 2^-23 is less than 1e-6.
    func inside(_ margin: Double) -> [Int] {
      places.indices.filter {
        (4.2 - margin...4.6 + margin).contains(places[$0].longitude)
          && (50.25 - margin...50.5 + margin).contains(places[$0].latitude)
      }.map { $0 + 1 }
    }
    let ids = Set(found.compactMap { $0 })
    #expect(!ids.isEmpty && ids.count < places.count)
    #expect(ids.isSuperset(of: inside(0)) && ids.isSubset(of: inside(1e-5)))
  }

  @Test func editingALayerKeepsTheIndexRight() throws {
    let file = try WrittenFile([.points(["a", "b"], at: [Self.leuven, Self.west])])
    try file.addSpatialFunctions()
    func ids() throws -> [Int?] { try file.integers("SELECT id FROM rtree_homes_geom ORDER BY id") }
    try file.change("UPDATE homes SET geom = (SELECT geom FROM homes WHERE fid = 1) WHERE fid = 2")
    #expect(
      try file.integers("SELECT minx > 4 FROM rtree_homes_geom ORDER BY id") == [1, 1])
    try file.change("UPDATE homes SET geom = NULL WHERE fid = 2")
    #expect(try ids() == [1])
    try file.change("UPDATE homes SET fid = 7 WHERE fid = 1")
    #expect(try ids() == [7])
    try file.change("INSERT INTO homes (geom) SELECT geom FROM homes WHERE fid = 7")
    #expect(try ids() == [7, 8])
    try file.change("DELETE FROM homes WHERE fid = 7")
    #expect(try ids() == [8])
  }

  @Test func qgisFindsTheStyleOfALayer() throws {
    let style = LayerStyle(name: "Savings", summary: "By minutes.", qml: "<qgis version=\"3\"/>")
    let file = try WrittenFile([
      .points(["a"], at: [Self.leuven], style: style), .points([], at: [], name: "bare"),
    ])
    // The question that QGIS asks.
    let rows = try file.rows(
      """
      SELECT styleQML FROM layer_styles
      WHERE f_table_schema = '' AND f_table_name = 'homes' AND f_geometry_column = 'geom'
      AND useAsDefault = 1
      """)
    #expect(rows.map { $0["styleQML"] as String } == [style.qml])
    #expect(try file.integers("SELECT count(*) FROM layer_styles") == [1])
    #expect(
      try file.texts("SELECT data_type FROM gpkg_contents WHERE table_name = 'layer_styles'")
        == ["attributes"])
  }

  // MARK: The file

  @Test func equalTablesAreEqualBytes() throws {
    let tables: [GeoPackageTable] = [
      .points(
        (0..<3000).map { "home \($0)" },
        at: (0..<3000).map { index in
          Coordinate(latitude: 50 + Double(index) / 3000, longitude: 4)
        }), Self.areas(Self.square),
    ]
    let files = try (0..<2).map { _ in try WrittenFile(tables) }
    let bytes = try files.map { try Data(contentsOf: URL(fileURLWithPath: $0.path)) }
    #expect(bytes[0] == bytes[1])
  }

  @Test func aPlaceWhereNothingCanBeWrittenIsAFailureWithItsPath() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("none/x.gpkg")
    let failure = #expect(throws: Failure.self) {
      try GeoPackageFile.write([], to: path, lastChange: WrittenFile.lastChange)
    }
    #expect(failure?.exitCode == 74)
    #expect(failure?.description.hasPrefix(path) == true)
  }
}
