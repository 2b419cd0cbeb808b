import GeoPackageFiles
import Geography
import TabularText

extension TableFile {
  /// GeoJSON (RFC 7946) with the columns as properties and the numbers as in the CSV; `nil` without a
  /// geometry.
  ///
  /// - Parameter label: what must be said with the figures.
  func geoJSON(label: String) -> String? {
    guard let geometry else { return nil }
    var features = ""
    var box: [Double]?
    for position in 0..<rowCount {
      let place = geometry.find(position)
      if let place { box = GeoJSONText.box(around: place, and: box) }
      let properties = zip(columns, cells(position)).map { column, cell in
        "\(GeoJSONText.text(column.name)): \(GeoJSONText.value(cell))"
      }
      features += position == 0 ? "\n" : ",\n"
      features += """
        {"type": "Feature", "geometry": \(GeoJSONText.geometry(place)), \
        "properties": {\(properties.joined(separator: ", "))}}
        """
    }
    let bounds = box.map { "\n\"bbox\": [\($0.map(GeoJSONText.degrees).joined(separator: ", "))]," }
    return """
      {"type": "FeatureCollection",
      "name": \(GeoJSONText.text(stem)),
      "description": \(GeoJSONText.text(summary + " " + label)),\(bounds ?? "")
      "features": [\(features)
      ]}

      """
  }
}

/// Parts of a GeoJSON text.
enum GeoJSONText {
  /// The box west, south, east, north.
  static func box(
    around geometry: GeoPackageTable.Geometry, and box: [Double]?
  ) -> [Double]? {
    places(geometry).reduce(into: box) { box, place in
      let (x, y) = (place.longitude, place.latitude)
      box =
        box.map { [min($0[0], x), min($0[1], y), max($0[2], x), max($0[3], y)] } ?? [x, y, x, y]
    }
  }

  private static func places(_ geometry: GeoPackageTable.Geometry) -> [Coordinate] {
    switch geometry {
    case .point(let place): [place]
    case .area(let area): Array(area.polygons.joined().joined())
    }
  }

  static func geometry(_ geometry: GeoPackageTable.Geometry?) -> String {
    switch geometry {
    case .point(let place): #"{"type": "Point", "coordinates": \#(position(place))}"#
    case .area(let area):
      #"{"type": "MultiPolygon", "coordinates": "#
        + list(area.polygons) { list($0) { list($0, position) } } + "}"
    case nil: "null"
    }
  }

  private static func list<Item>(_ items: [Item], _ text: (Item) -> String) -> String {
    "[" + items.map(text).joined(separator: ", ") + "]"
  }

  private static func position(_ place: Coordinate) -> String {
    "[\(degrees(place.longitude)), \(degrees(place.latitude))]"
  }

  /// Without zeros at the end.
  static func degrees(_ value: Double) -> String {
    var text = CSVWriter.fixed(value, 7)[...]
    while text.hasSuffix("0") { text = text.dropLast() }
    return String(text.hasSuffix(".") ? text.dropLast() : text)
  }

  /// An empty cell of the CSV is `null`.
  static func value(_ cell: CSVWriter.Cell) -> String {
    switch cell {
    case .text(let value): value.map { $0.isEmpty ? "null" : text($0) } ?? "null"
    case .integer(let value): value.map(String.init) ?? "null"
    case .decimal(let value, let decimals):
      value.map { $0.isFinite ? CSVWriter.fixed($0, decimals) : "null" } ?? "null"
    }
  }

  /// A text in quotes. Signs that could end a script element of a page are escaped too.
  static func text(_ value: String) -> String {
    var text = "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "<", ">", "&", "\u{2028}", "\u{2029}",
        _ where scalar.value < 0x20 || scalar.value == 0x7F:
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text + "\""
  }
}
