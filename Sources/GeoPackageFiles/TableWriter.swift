import Foundation
import GRDB

/// Writes one table: its definition, its entries in the catalogue, and its rows.
struct TableWriter {
  private let database: Database
  private let table: GeoPackageTable
  private let lastChange: String

  init(_ database: Database, _ table: GeoPackageTable, lastChange: String) {
    self.database = database
    self.table = table
    self.lastChange = lastChange
  }

  func write() throws {
    try createTable()
    try describe()
    let index = try table.geometry.map { _ in try SpatialIndex(database, table: table.name) }
    let bounds = try insertRows(index)
    try index?.createTriggers(database)
    if let bounds {
      try database.execute(
        sql: """
          UPDATE gpkg_contents SET min_x = ?, min_y = ?, max_x = ?, max_y = ? WHERE table_name = ?
          """,
        arguments: [bounds.west, bounds.south, bounds.east, bounds.north, table.name])
    }
  }

  private func createTable() throws {
    let geometry = table.geometry.map { ["\"\(GeoPackageFile.geometryColumn)\" \($0.rawValue)"] }
    let columns = table.columns.map { "\($0.name.quotedDatabaseIdentifier) \($0.type.rawValue)" }
    let all =
      ["\"\(GeoPackageFile.idColumn)\" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL"]
      + (geometry ?? []) + columns
    try database.execute(
      sql:
        "CREATE TABLE \(table.name.quotedDatabaseIdentifier) (\(all.joined(separator: ", ")))")
  }

  private func describe() throws {
    let system = table.geometry.map { _ in GeometryBlob.spatialReferenceID }
    try database.execute(
      sql: """
        INSERT INTO gpkg_contents (
          table_name, data_type, identifier, description, last_change, srs_id)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        table.name, table.geometry == nil ? "attributes" : "features", table.name, table.summary,
        lastChange, system,
      ])
    if let geometry = table.geometry {
      try database.execute(
        sql: "INSERT INTO gpkg_geometry_columns VALUES (?, ?, ?, ?, 0, 0)",
        arguments: [table.name, GeoPackageFile.geometryColumn, geometry.rawValue, system])
    }
    for column in table.columns {
      try database.execute(
        sql: """
          INSERT INTO gpkg_data_columns (table_name, column_name, title, description)
          VALUES (?, ?, ?, ?)
          """,
        arguments: [table.name, column.name, column.title, column.meaning])
    }
  }

  /// - Returns: what all places lie in; `nil` without any.
  private func insertRows(_ index: SpatialIndex?) throws -> Bounds? {
    let count = table.columns.count + (table.geometry == nil ? 1 : 2)
    let marks = Array(repeating: "?", count: count).joined(separator: ", ")
    let insertion = try database.makeStatement(
      sql: "INSERT INTO \(table.name.quotedDatabaseIdentifier) VALUES (\(marks))")
    var bounds: Bounds?
    for position in 0..<table.rowCount {
      let row = table.row(position)
      let id = Int64(position + 1)
      var values = [id.databaseValue]
      if table.geometry != nil {
        let blob = row.geometry.flatMap(GeometryBlob.init)
        values.append(blob?.data.databaseValue ?? .null)
        if let added = blob?.bounds {
          try index?.add(added, row: id)
          bounds =
            bounds.map { known in
              var all = known
              all.add(added)
              return all
            } ?? added
        }
      }
      values += row.values.map(\.databaseValue)
      try insertion.execute(arguments: StatementArguments(values))
    }
    return bounds
  }
}

extension GeoPackageTable.Value {
  fileprivate var databaseValue: DatabaseValue {
    switch self {
    case .null: .null
    // Readers in C would take a text to end at its first NUL.
    case .text(let text):
      (text.utf8.contains(0) ? text.replacing("\0", with: "\u{FFFD}") : text).databaseValue
    case .integer(let value): value.databaseValue
    case .real(let value): value.isFinite ? value.databaseValue : .null
    }
  }
}
