public import Geography

/// A table of a GeoPackage: a layer where it has a geometry, else attributes.
public struct GeoPackageTable {
  /// As SQLite and GIS show it; a lowercase name without signs.
  public var name: String
  /// One or two sentences, for whoever opens the file.
  public var summary: String
  public var columns: [Column]
  /// `nil` is a table of attributes.
  public var geometry: GeometryKind?
  public var style: LayerStyle?
  public var rowCount: Int
  /// Row by row, so that a long table is never in memory as a whole.
  public var row: (Int) -> Row

  public init(
    name: String, summary: String, columns: [Column], geometry: GeometryKind? = nil,
    style: LayerStyle? = nil, rowCount: Int, row: @escaping (Int) -> Row
  ) {
    self.name = name
    self.summary = summary
    self.columns = columns
    self.geometry = geometry
    self.style = style
    self.rowCount = rowCount
    self.row = row
  }

  public struct Column: Sendable, Equatable {
    public var name: String
    public var type: ColumnType
    /// Shown in place of the name.
    public var title: String
    public var meaning: String

    public init(name: String, type: ColumnType, title: String, meaning: String) {
      self.name = name
      self.type = type
      self.title = title
      self.meaning = meaning
    }
  }

  /// Types as the standard names them (OGC 12-128r18, table 1).
  public enum ColumnType: String, Sendable {
    case text = "TEXT"
    case integer = "INTEGER"
    case real = "REAL"
  }

  public enum GeometryKind: String, Sendable {
    case point = "POINT"
    case area = "MULTIPOLYGON"
  }

  public enum Geometry: Sendable, Equatable {
    case point(Coordinate)
    /// Rings are closed.
    case area(MultiPolygon)
  }

  public enum Value: Sendable, Equatable {
    case null
    case text(String)
    case integer(Int)
    /// What is no number is stored as NULL.
    case real(Double)
  }

  public struct Row: Sendable {
    /// One for each column.
    public var values: [Value]
    /// `nil` where the place is not known.
    public var geometry: Geometry?

    public init(values: [Value], geometry: Geometry? = nil) {
      self.values = values
      self.geometry = geometry
    }
  }
}

/// How QGIS shows a layer unless it is told otherwise.
public struct LayerStyle: Sendable, Equatable {
  public var name: String
  public var summary: String
  /// QGIS's own XML for styles.
  public var qml: String

  public init(name: String, summary: String, qml: String) {
    self.name = name
    self.summary = summary
    self.qml = qml
  }
}
