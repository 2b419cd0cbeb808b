import Findings
import Foundation
import GeoPackageFiles
public import Impact
public import InputHashes
import TabularText

/// Everything that a run writes into its folder.
public enum RunFiles {
  public static let reportName = "report.html"
  public static let geoPackageName = "results.gpkg"
  /// Tables that are GeoJSON as well; that of every home and office would be long.
  private static let mapTables: Set = ["homes.csv", "sites.csv", "municipalities.csv"]

  /// What a GeoPackage adds to the columns of the CSV.
  static let geoPackageColumns = [
    DictionaryRow(
      file: geoPackageName, column: GeoPackageFile.idColumn, unit: "number",
      meaning: "in every table: the row, from 1; the other columns are those of the CSV"),
    DictionaryRow(
      file: geoPackageName, column: GeoPackageFile.geometryColumn, unit: "degrees",
      meaning:
        "in layers: the place or area, WGS84 (EPSG:4326), longitude first; empty where unknown"),
  ]

  /// Writes all of them; the folder appears whole or not at all. Equal results from equal inputs are
  /// equal bytes in every file.
  ///
  /// - Parameters:
  ///   - inputs: of all files that the result was computed from.
  ///   - language: of the report.
  public static func write(
    _ result: RunResult, inputs: [InputHash], language: ReportLanguage, to folder: String
  ) throws {
    let report = try Report(result, language: language).html()
    try OutputFolder.write(to: folder, marker: RunResult.fileName) { folder throws(Failure) in
      var names: [String] = []
      func add(_ name: String, _ text: String) throws(Failure) {
        try OutputFile.write(text, to: folder + "/" + name)
        names.append(name)
      }
      try add(RunResult.fileName, result.json())
      let (tables, label) = (RunTables.tables(result), result.label)
      for table in tables {
        try add(table.name, table.text)
        if mapTables.contains(table.name), let text = table.geoJSON(label: label) {
          try add(table.stem + ".geojson", text)
        }
      }
      try writeGeoPackage(tables, result, to: folder + "/" + geoPackageName)
      names.append(geoPackageName)
      try add(reportName, report)
      let outputs = try names.sorted().map { name throws(Failure) in
        try InputHash(path: folder + "/" + name)
      }
      let manifest = RunManifest(result, inputs: inputs, outputs: outputs, language: language)
      try OutputFile.write(manifest.json(), to: folder + "/" + RunManifest.fileName)
    }
  }

  private static func writeGeoPackage(
    _ tables: [TableFile], _ result: RunResult, to path: String
  ) throws(Failure) {
    // One of an earlier run.
    try? FileManager.default.removeItem(atPath: path)
    try GeoPackageFile.write(
      tables.map { $0.geoPackageTable(label: result.label) }, to: path,
      lastChange: result.scenario.date + "T00:00:00.000Z")
  }
}

extension RunResult {
  /// What must be said wherever the figures stand by themselves.
  var label: String {
    let models = feeds.filter(\.isModel)
    let model =
      models.isEmpty
      ? "" : " The timetable is a model, not a published one: the figures show the method."
    return "\(scenario.name), \(scenario.date), by \(mainMode); Antenne \(version).\(model) "
      + "Assumptions are in parameters.csv, fallbacks and doubts in notes.csv."
  }
}
