import GeoPackageFiles
import TabularText

/// A table of results, ready to be written as CSV, GeoJSON and a part of a GeoPackage.
struct TableFile {
  struct Column {
    var name: String
    var unit: String
    var meaning: String
    var type: GeoPackageTable.ColumnType
  }

  typealias Geometry = (
    kind: GeoPackageTable.GeometryKind, find: (Int) -> GeoPackageTable.Geometry?
  )

  /// With `.csv`.
  var name: String
  /// What a row is.
  var summary: String
  var columns: [Column]
  var rowCount: Int
  /// Of a row, one for each column.
  var cells: (Int) -> [CSVWriter.Cell]
  var geometry: Geometry?

  var stem: String { String(name.prefix { $0 != "." }) }

  /// As CSV.
  var text: String {
    var writer = CSVWriter(header: columns.map(\.name))
    for position in 0..<rowCount { writer.append(cells(position)) }
    return writer.text
  }
}

/// A row of `columns.csv`.
struct DictionaryRow {
  var file: String
  var column: String
  var unit: String
  var meaning: String
}

extension TableFile {
  static let dictionaryName = "columns.csv"

  private static var dictionaryTable: ResultTable<DictionaryRow> {
    ResultTable(
      dictionaryName, "What every column means: one row for each column.",
      [
        .text("file", "the file with the column") { $0.file },
        .text("column", "the name of the column") { $0.column },
        .text("unit", "of its numbers; see NAME: the column NAME says it; empty for texts") {
          $0.unit
        },
        .text("meaning", "what a cell says") { $0.meaning },
      ])
  }

  /// `columns.csv`: what every column of every file means, its own included.
  static func dictionary(_ files: [TableFile], and more: [DictionaryRow] = []) -> TableFile {
    func rows(_ file: TableFile) -> [DictionaryRow] {
      file.columns.map {
        DictionaryRow(file: file.name, column: $0.name, unit: $0.unit, meaning: $0.meaning)
      }
    }
    return dictionaryTable.file(
      files.flatMap(rows) + rows(dictionaryTable.file([])) + more)
  }
}
