public import Findings
import Foundation
import GRDB

/// Writes GeoPackages (OGC 12-128r18, version 1.3): layers and tables in one SQLite file, with what
/// their columns mean, an index by place, and styles for QGIS.
public enum GeoPackageFile {
  public static let idColumn = "fid"
  public static let geometryColumn = "geom"

  /// Equal tables give equal bytes, by one version of SQLite.
  ///
  /// - Parameters:
  ///   - path: where nothing is yet; what a failure leaves there is to be removed.
  ///   - lastChange: the time that the file gives for its contents, as `2026-03-10T00:00:00.000Z`. The
  ///     standard wants one; the time of writing would make each file another one.
  /// - Throws: `inputOutput`.
  public static func write(
    _ tables: [GeoPackageTable], to path: String, lastChange: String
  ) throws(Failure) {
    do {
      var configuration = Configuration()
      configuration.prepareDatabase { database in
        // The file is worth something only when it is whole.
        try database.execute(sql: "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")
      }
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      try queue.write { database in
        try GeoPackageSchema.create(database)
        for table in tables {
          try TableWriter(database, table, lastChange: lastChange).write()
        }
        try writeStyles(of: tables, database, lastChange: lastChange)
      }
      try queue.close()
    } catch {
      throw .inputOutput(path: path, reason: "cannot be written: \(error)")
    }
  }

  private static func writeStyles(
    of tables: [GeoPackageTable], _ database: Database, lastChange: String
  ) throws {
    try database.execute(
      sql: """
        INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change)
        VALUES ('layer_styles', 'attributes', 'layer_styles', 'How QGIS shows the layers.', ?)
        """,
      arguments: [lastChange])
    for table in tables {
      guard let style = table.style, table.geometry != nil else { continue }
      // QGIS looks for styles whose catalogue and schema are empty texts.
      try database.execute(
        sql: """
          INSERT INTO layer_styles (
            f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName, styleQML,
            styleSLD, useAsDefault, description, owner, update_time)
          VALUES ('', '', ?, ?, ?, ?, '', 1, ?, '', ?)
          """,
        arguments: [
          table.name, geometryColumn, style.name, style.qml, style.summary, lastChange,
        ])
    }
  }
}
