import Foundation
import GRDB
import GeoPackageFiles
import Geography
import Impact
import InputHashes
import TestSupport
import Testing

@testable import Reporting

@Suite struct RunFilesTests {
  private static let mapFiles = ["homes.geojson", "municipalities.geojson", "sites.geojson"]

  // MARK: Every column is described

  @Test func everyColumnOfEveryFileIsInTheDictionaryAndTheOtherWayRound() throws {
    let run = try RunFolder(SampleResult.withImpact())
    var written: [[String]] = []
    for name in run.names where name.hasSuffix(".csv") {
      written += try run.header(name).map { [name, $0] }
    }
    written += ["fid", "geom"].map { ["results.gpkg", $0] }
    let entries = try run.rows("SELECT file, \"column\", unit, meaning FROM columns")
    let described = entries.map { [$0["file"], $0["column"]] as [String] }
    #expect(Set(described) == Set(written))
    #expect(described.count == written.count)
    for entry in entries { #expect(entry["meaning"] as String? != nil, "\(entry)") }
  }

  @Test func everyNumberHasAUnit() throws {
    for table in RunTables.tables(try SampleResult.withImpact()) {
      for column in table.columns where column.type != .text {
        #expect(!column.unit.isEmpty, "\(table.name): \(column.name)")
        guard column.unit.hasPrefix("see ") else { continue }
        let named = column.unit.dropFirst(4)
        #expect(table.columns.contains { $0.name == named }, "\(table.name): \(column.name)")
      }
    }
  }

  @Test func everyTableOfTheGeoPackageHasTheColumnsOfItsCSVAndDescribesThem() throws {
    let run = try RunFolder(SampleResult.withImpact())
    let contents = try run.rows("SELECT table_name, data_type FROM gpkg_contents").filter {
      $0["table_name"] != "layer_styles"
    }
    let csv = run.names.filter { $0.hasSuffix(".csv") }
    #expect(contents.count == csv.count)
    for entry in contents {
      let (name, kind): (String, String) = (entry["table_name"], entry["data_type"])
      let file = csv.first { $0.replacing("-", with: "_") == name + ".csv" }
      let columns = try run.texts("SELECT name FROM pragma_table_info('\(name)')")
      let header = try run.header(try #require(file, "\(name)"))
      #expect(columns == (kind == "features" ? ["fid", "geom"] : ["fid"]) + header, "\(name)")
      let described = try run.texts(
        "SELECT column_name FROM gpkg_data_columns WHERE table_name = '\(name)' ORDER BY rowid")
      #expect(described == header, "\(name)")
    }
  }

  // MARK: The manifest

  @Test func theManifestNamesInputsAndOutputsWithTheirHashes() throws {
    let data = try TemporaryFolder()
    let input = try InputHash(
      path: try data.write("staff.csv", "id\n1\n"), name: "${ANTENNE_DATA}/staff.csv")
    let run = try RunFolder(SampleResult.withImpact(), inputs: [input])
    let manifest = try JSONDecoder().decode(RunManifest.self, from: run.bytes("manifest.json"))
    #expect(manifest.inputs == [input])
    #expect(manifest.antenneVersion == "0.0.0")
    #expect(manifest.serviceDate == "2026-03-10")
    #expect(manifest.command == "antenne run 'sample.yaml' --language en --out DIR")
    #expect(manifest.outputs.map(\.name) == run.names.filter { $0 != "manifest.json" })
    for output in manifest.outputs {
      #expect(output == (try InputHash(path: run.path(output.name))), "\(output.name)")
    }
  }

  @Test func theCommandIsSafeToPasteWhateverTheScenarioIsCalled() throws {
    var result = try SampleResult.make()
    result.scenario.file = "a'; rm -rf $HOME #.yaml"
    let manifest = RunManifest(result, inputs: [], outputs: [], language: .nl)
    #expect(
      manifest.command == #"antenne run 'a'\''; rm -rf $HOME #.yaml' --language nl --out DIR"#)
  }

  @Test func equalResultsAreEqualBytesInEveryFile() throws {
    let runs = try (0..<2).map { _ in try RunFolder(SampleResult.withImpact()) }
    #expect(runs[0].names == runs[1].names)
    for name in runs[0].names { #expect(try runs[0].bytes(name) == runs[1].bytes(name), "\(name)") }
  }

  @Test func aRunInTheFolderOfAnEarlierOneReplacesIt() throws {
    let run = try RunFolder(SampleResult.withImpact())
    let fresh = try RunFolder(SampleResult.make())
    try RunFiles.write(
      SampleResult.make(), inputs: [], language: .en, to: run.folder.file("run"))
    #expect(try run.bytes("results.gpkg") == fresh.bytes("results.gpkg"))
    #expect(try run.bytes("manifest.json") == fresh.bytes("manifest.json"))
  }

  // MARK: Layers

  @Test func layersArePointsAndRealAreasOnly() throws {
    let run = try RunFolder(SampleResult.make())
    let kinds = try run.rows("SELECT table_name, geometry_type_name FROM gpkg_geometry_columns")
    #expect(
      Dictionary(uniqueKeysWithValues: kinds.map { ($0[0] as String, $0[1] as String) }) == [
        "homes": "POINT", "origins": "POINT", "offices": "POINT", "sites": "POINT",
        "municipalities": "MULTIPOLYGON", "borders": "MULTIPOLYGON",
      ])
    let styled = try run.texts("SELECT f_table_name FROM layer_styles")
    #expect(Set(styled) == Set(kinds.map { $0[0] as String }))
    for style in try run.texts("SELECT styleQML FROM layer_styles") {
      #expect(style?.contains("<qgis version=") == true)
    }
  }

  @Test func withoutAreasMunicipalitiesAreATableAndNotDrawn() throws {
    var result = try SampleResult.make()
    result.boundaries = []
    let run = try RunFolder(result)
    #expect(
      try run.texts("SELECT data_type FROM gpkg_contents WHERE table_name = 'municipalities'")
        == ["attributes"])
    #expect(Self.mapFiles.filter(run.names.contains) == ["homes.geojson", "sites.geojson"])
    #expect(!run.names.contains("borders.csv"))
  }

  @Test func valuesAreThoseOfTheCSVAndUnreachableIsNull() throws {
    let run = try RunFolder(SampleResult.withImpact())
    #expect(
      try run.numbers("SELECT saved_one_way_minutes FROM homes ORDER BY fid") == [27.5, -10, nil])
    #expect(try run.numbers("SELECT people FROM homes ORDER BY fid") == [1200.5, 300, 10])
    #expect(try run.texts("SELECT best_site_id FROM homes ORDER BY fid") == ["s1", "s1", nil])
    // Of the week: 200 person-days in 50 seats.
    #expect(try run.numbers("SELECT days_per_week FROM sites ORDER BY fid") == [200, 0])
    #expect(try run.numbers("SELECT occupancy FROM sites ORDER BY fid") == [0.8, nil])
    #expect(try run.texts("PRAGMA integrity_check") == ["ok"])
    #expect(try run.rows("PRAGMA foreign_key_check").isEmpty)
  }

  @Test func aModelTimetableIsSaidInEveryLayerAndMap() throws {
    let run = try RunFolder(SampleResult.make())
    for text in try run.texts(
      "SELECT description FROM gpkg_contents WHERE table_name != 'layer_styles'")
    {
      #expect(text?.contains("The timetable is a model") == true, "\(text ?? "")")
    }
    for name in Self.mapFiles {
      #expect((try run.json(name)["description"] as? String)?.contains("is a model") == true)
    }
  }

  @Test func anEmptyRunHasEmptyLayers() throws {
    let run = try RunFolder(SampleResult.empty())
    #expect(try run.integers("SELECT count(*) FROM homes") == [0])
    #expect(try run.texts("PRAGMA integrity_check") == ["ok"])
    let homes = try run.json("homes.geojson")
    #expect((homes["features"] as? [Any])?.isEmpty == true)
    #expect(homes["bbox"] == nil)
  }
}
