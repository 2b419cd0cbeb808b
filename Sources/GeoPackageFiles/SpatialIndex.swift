import GRDB

/// The index by place of a layer: the extension `gpkg_rtree_index` (OGC 12-128r18, annex F.3).
struct SpatialIndex {
  private let table: String
  private let name: String
  private let insertion: Statement

  init(_ database: Database, table: String) throws {
    self.table = table
    name = "rtree_\(table)_\(GeoPackageFile.geometryColumn)"
    try database.execute(
      sql: """
        CREATE VIRTUAL TABLE \(name.quotedDatabaseIdentifier)
        USING rtree(id, minx, maxx, miny, maxy)
        """)
    try database.execute(
      sql: """
        INSERT INTO gpkg_extensions VALUES (
          ?, ?, 'gpkg_rtree_index', 'http://www.geopackage.org/spec130/#extension_rtree', 'write-only')
        """,
      arguments: [table, GeoPackageFile.geometryColumn])
    insertion = try database.makeStatement(
      sql: "INSERT INTO \(name.quotedDatabaseIdentifier) VALUES (?, ?, ?, ?, ?)")
  }

  func add(_ bounds: Bounds, row: Int64) throws {
    try insertion.execute(
      arguments: [row, bounds.west, bounds.east, bounds.south, bounds.north])
  }

  /// Keeps the index right when others edit the layer. After the rows are written: the functions that
  /// the triggers call are those of a GIS, and SQLite by itself has none.
  func createTriggers(_ database: Database) throws {
    let column = "\"\(GeoPackageFile.geometryColumn)\""
    let id = "\"\(GeoPackageFile.idColumn)\""
    let index = name.quotedDatabaseIdentifier
    let isThere = "(NEW.\(column) NOTNULL AND NOT ST_IsEmpty(NEW.\(column)))"
    let isGone = "(NEW.\(column) ISNULL OR ST_IsEmpty(NEW.\(column)))"
    let put = """
      INSERT OR REPLACE INTO \(index) VALUES (NEW.\(id), ST_MinX(NEW.\(column)), \
      ST_MaxX(NEW.\(column)), ST_MinY(NEW.\(column)), ST_MaxY(NEW.\(column)));
      """
    let drop = "DELETE FROM \(index) WHERE id = OLD.\(id);"
    let triggers: [(suffix: String, event: String, condition: String, action: String)] = [
      ("insert", "INSERT", isThere, put),
      ("update1", "UPDATE OF \(column)", "OLD.\(id) = NEW.\(id) AND \(isThere)", put),
      ("update2", "UPDATE OF \(column)", "OLD.\(id) = NEW.\(id) AND \(isGone)", drop),
      ("update3", "UPDATE", "OLD.\(id) != NEW.\(id) AND \(isThere)", drop + " " + put),
      (
        "update4", "UPDATE", "OLD.\(id) != NEW.\(id) AND \(isGone)",
        "DELETE FROM \(index) WHERE id IN (OLD.\(id), NEW.\(id));"
      ),
      ("delete", "DELETE", "OLD.\(column) NOT NULL", drop),
    ]
    for trigger in triggers {
      try database.execute(
        sql: """
          CREATE TRIGGER \("\(name)_\(trigger.suffix)".quotedDatabaseIdentifier)
          AFTER \(trigger.event) ON \(table.quotedDatabaseIdentifier)
          WHEN \(trigger.condition)
          BEGIN \(trigger.action) END
          """)
    }
  }
}
