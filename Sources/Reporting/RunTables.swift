public import Impact
import TabularText

/// The tables of a run, for spreadsheets, scripts and maps.
public enum RunTables {
  /// Name and text of each file; `columns.csv` says what every column means.
  public static func files(_ result: RunResult) -> [(name: String, text: String)] {
    tables(result).map { ($0.name, $0.text) }
  }

  /// The last one is `columns.csv`.
  static func tables(_ result: RunResult) -> [TableFile] {
    var files = [
      homes.file(result.homes), origins.file(originRows(result)), offices.file(result.offices),
      sites.file(siteRows(result)), municipalities(result).file(result.municipalities),
      summary.file(summaryRows(result)), parameters.file(result.scenario.parameters),
      notes.file(result.notes),
    ]
    let borders = result.boundaries.filter { $0.id == "region" }
    if !borders.isEmpty { files.append(self.borders.file(borders)) }
    if let modes = result.modes {
      files += [self.modes.file(modes), modeOrigins.file(modeOriginRows(modes))]
    }
    if let impact = result.impact { files += impactTables(impact, result) }
    if let uncertainty = result.uncertainty { files += uncertaintyTables(uncertainty) }
    return files + [TableFile.dictionary(files, and: RunFiles.geoPackageColumns)]
  }
}
