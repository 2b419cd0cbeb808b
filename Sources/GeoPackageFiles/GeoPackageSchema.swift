import GRDB

/// The tables that every GeoPackage has, and those of the extensions used here, with the definitions of
/// the standard (OGC 12-128r18, annex C).
enum GeoPackageSchema {
  /// `GPKG` in ASCII.
  static let applicationID = 0x4750_4B47
  /// 1.3.0: GDAL and QGIS of 2021 and later read it without a warning.
  static let userVersion = 10_300

  static func create(_ database: Database) throws {
    try database.execute(
      sql: """
        PRAGMA application_id = \(applicationID);
        PRAGMA user_version = \(userVersion);
        \(required)
        \(extensions)
        \(styles)
        """)
    for system in spatialReferenceSystems {
      try database.execute(
        sql: "INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, ?)",
        arguments: [
          system.name, system.id, system.organization, system.id, system.definition,
          system.meaning,
        ])
    }
    for table in ["gpkg_data_columns", "gpkg_data_column_constraints"] {
      try database.execute(
        sql: """
          INSERT INTO gpkg_extensions VALUES (
            ?, NULL, 'gpkg_schema', 'http://www.geopackage.org/spec130/#extension_schema', 'read-write')
          """,
        arguments: [table])
    }
  }

  private static let required = """
    CREATE TABLE gpkg_spatial_ref_sys (
      srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, organization TEXT NOT NULL,
      organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
    CREATE TABLE gpkg_contents (
      table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,
      description TEXT DEFAULT '',
      last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
      min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
      CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
    CREATE TABLE gpkg_geometry_columns (
      table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL,
      srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL,
      CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
      CONSTRAINT uk_gc_table_name UNIQUE (table_name),
      CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
      CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
    """

  private static let extensions = """
    CREATE TABLE gpkg_extensions (
      table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, definition TEXT NOT NULL,
      scope TEXT NOT NULL,
      CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name));
    CREATE TABLE gpkg_data_columns (
      table_name TEXT NOT NULL, column_name TEXT NOT NULL, name TEXT, title TEXT, description TEXT,
      mime_type TEXT, constraint_name TEXT,
      CONSTRAINT pk_gdc PRIMARY KEY (table_name, column_name),
      CONSTRAINT gdc_tn UNIQUE (table_name, name));
    CREATE TABLE gpkg_data_column_constraints (
      constraint_name TEXT NOT NULL, constraint_type TEXT NOT NULL, value TEXT, min NUMERIC,
      min_is_inclusive BOOLEAN, max NUMERIC, max_is_inclusive BOOLEAN, description TEXT,
      CONSTRAINT gdcc_ntv UNIQUE (constraint_name, constraint_type, value));
    """

  /// As QGIS makes it; it looks for the table by this name.
  private static let styles = """
    CREATE TABLE layer_styles (
      id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, f_table_catalog TEXT(256),
      f_table_schema TEXT(256), f_table_name TEXT(256), f_geometry_column TEXT(256),
      styleName TEXT(30), styleQML TEXT, styleSLD TEXT, useAsDefault BOOLEAN, description TEXT,
      owner TEXT(30), ui TEXT(30),
      update_time DATETIME DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')));
    """

  private struct SpatialReferenceSystem {
    var name: String
    var id: Int32
    var organization: String
    var definition: String
    var meaning: String
  }

  private static let spatialReferenceSystems = [
    SpatialReferenceSystem(
      name: "Undefined cartesian SRS", id: -1, organization: "NONE", definition: "undefined",
      meaning: "undefined cartesian coordinate reference system"),
    SpatialReferenceSystem(
      name: "Undefined geographic SRS", id: 0, organization: "NONE", definition: "undefined",
      meaning: "undefined geographic coordinate reference system"),
    SpatialReferenceSystem(
      name: "WGS 84 geodetic", id: GeometryBlob.spatialReferenceID, organization: "EPSG",
      definition: """
        GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,\
        AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,\
        AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],\
        AXIS["Latitude",NORTH],AXIS["Longitude",EAST],AUTHORITY["EPSG","4326"]]
        """,
      meaning: "longitude and latitude in decimal degrees on the WGS 84 spheroid"),
  ]
}
