import GeoPackageFiles
import TabularText

extension TableFile {
  /// - Parameter label: what must be said with the figures.
  func geoPackageTable(label: String) -> GeoPackageTable {
    let name = stem.replacing("-", with: "_")
    return GeoPackageTable(
      name: name, summary: "\(summary) \(label)",
      columns: columns.map {
        .init(
          name: $0.name, type: $0.type,
          title: $0.unit.isEmpty ? $0.name : "\($0.name) [\($0.unit)]", meaning: $0.meaning)
      },
      geometry: geometry?.kind, style: geometry.flatMap { _ in LayerStyles.find(layer: name) },
      rowCount: rowCount
    ) { position in
      .init(values: cells(position).map(\.value), geometry: geometry?.find(position))
    }
  }
}

extension CSVWriter.Cell {
  /// The same value as in the CSV: an empty cell is NULL, a number is rounded to its decimals.
  fileprivate var value: GeoPackageTable.Value {
    switch self {
    case .text(let text): text.map { $0.isEmpty ? .null : .text($0) } ?? .null
    case .integer(let value): value.map(GeoPackageTable.Value.integer) ?? .null
    case .decimal(let value, let decimals):
      value.flatMap { Self.rounded($0, decimals) }.map(GeoPackageTable.Value.real) ?? .null
    }
  }

  /// The number that the digits of the CSV stand for: a quotient of two exact numbers.
  private static func rounded(_ value: Double, _ decimals: Int) -> Double? {
    guard value.isFinite else { return nil }
    var factor = 1.0
    for _ in 0..<decimals { factor *= 10 }
    let scaled = (value.magnitude * factor).rounded()
    guard scaled < 9e15 else { return Double(CSVWriter.fixed(value, decimals)) }
    return (value < 0 && scaled > 0 ? -scaled : scaled) / factor
  }
}
