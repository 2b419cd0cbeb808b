import GeoPackageFiles
import Geography
import TabularText

/// A result table as rows and columns, and where on the map its rows are.
struct ResultTable<Row> {
  let file: String
  /// What a row is.
  let summary: String
  let columns: [Column<Row>]
  var geometry: RowGeometry<Row>?

  init(
    _ file: String, _ summary: String, geometry: RowGeometry<Row>? = nil, _ groups: [Column<Row>]...
  ) {
    self.file = file
    self.summary = summary
    self.geometry = geometry
    columns = groups.flatMap { $0 }
  }

  func file(_ rows: [Row]) -> TableFile {
    TableFile(
      name: file, summary: summary, columns: columns.map(\.description), rowCount: rows.count,
      cells: { position in columns.map { $0.cell(rows[position]) } },
      geometry: geometry.map { geometry in
        (geometry.kind, { geometry.find(rows[$0]) })
      })
  }
}

/// Where on the map a row is.
struct RowGeometry<Row> {
  var kind: GeoPackageTable.GeometryKind
  var find: (Row) -> GeoPackageTable.Geometry?

  /// To seven decimals of a degree, which is a centimetre.
  static func point(_ place: @escaping (Row) -> Coordinate) -> RowGeometry {
    RowGeometry(kind: .point) { row in
      let place = place(row)
      return place.isValid ? .point(place.rounded) : nil
    }
  }

  /// With closed rings that run as GeoJSON wants them.
  static func area(_ area: @escaping (Row) -> MultiPolygon?) -> RowGeometry {
    RowGeometry(kind: .area) { row in
      guard let drawn = area(row)?.drawable, !drawn.polygons.isEmpty else { return nil }
      return .area(drawn)
    }
  }
}

extension Coordinate {
  fileprivate var rounded: Coordinate {
    func rounded(_ degrees: Double) -> Double { (degrees * 1e7).rounded() / 1e7 }
    return Coordinate(latitude: rounded(latitude), longitude: rounded(longitude))
  }
}

extension Column {
  var description: TableFile.Column {
    let type: GeoPackageTable.ColumnType
    switch value {
    case .text: type = .text
    case .integer: type = .integer
    case .decimal: type = .real
    }
    return TableFile.Column(name: name, unit: unit, meaning: meaning, type: type)
  }

  func cell(_ row: Row) -> CSVWriter.Cell {
    switch value {
    case .text(let get): .text(get(row))
    case .integer(let get): .integer(get(row))
    case .decimal(let get, let decimals): .decimal(get(row), decimals)
    }
  }
}
