import Geography
import TabularText
import TransitRouting

/// Candidates as `antenne sites --candidates` reads them.
public enum CandidateTable {
  private typealias Column = (
    name: String, cell: @Sendable (CandidateDescription) -> CSVWriter.Cell
  )

  private static let columns: [Column] = [
    ("id", { .text($0.candidate.id) }),
    ("name", { .text($0.candidate.name) }),
    ("lat", { .decimal($0.candidate.coordinate.latitude, 6) }),
    ("lon", { .decimal($0.candidate.coordinate.longitude, 6) }),
    ("coordinate_precision_m", { .decimal($0.candidate.precisionMeters, 0) }),
    ("operator", { .text($0.candidate.operatorName) }),
    ("source", { .text($0.candidate.source.rawValue) }),
    ("anchor", { .text($0.candidate.anchor) }),
    ("anchor_distance_m", { .decimal($0.candidate.anchorMeters, 0) }),
    ("zone", { .text($0.zone) }),
    ("municipality", { .text($0.municipality) }),
    ("line", { .text($0.line?.name) }),
    ("line_mode", { .text($0.line?.mode.name) }),
    ("line_distance_m", { .decimal($0.line?.meters, 0) }),
    ("station", { .text($0.station?.name) }),
    ("station_distance_m", { .decimal($0.station?.meters, 0) }),
    ("station_walk_min", { .decimal(minutes($0.station?.walkSeconds), 1) }),
    ("station_walk_m", { .decimal($0.station?.walkMeters, 0) }),
    ("station_departures", { .integer($0.station?.departures) }),
    ("station_boardings", { .integer($0.station?.boardings) }),
    ("exit", { .text($0.exit?.name) }),
    ("exit_drive_min", { .decimal(minutes($0.exit?.driveSeconds), 1) }),
    ("exit_distance_m", { .decimal($0.exit?.meters, 0) }),
    ("notes", { .text($0.notes.joined(separator: "; ")) }),
  ]

  public static func csv(_ rows: [CandidateDescription]) -> String {
    var writer = CSVWriter(header: columns.map(\.name))
    for row in rows { writer.append(columns.map { $0.cell(row) }) }
    return writer.text
  }

  private static func minutes(_ seconds: Int?) -> Double? { seconds.map { Double($0) / 60 } }

  fileprivate struct Key: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }

    init(_ name: String) { stringValue = name }
    init(stringValue name: String) { self.init(name) }
    init?(intValue: Int) { nil }
  }

  fileprivate static func encode(_ row: CandidateDescription, to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    for column in columns {
      let key = Key(column.name)
      switch column.cell(row) {
      case .text(let value):
        if let value, !value.isEmpty { try container.encode(value, forKey: key) }
      case .integer(let value): try container.encodeIfPresent(value, forKey: key)
      case .decimal(let value, let decimals):
        // As written in the table, so that both say the same.
        try container.encodeIfPresent(
          value.flatMap { Double(CSVWriter.fixed($0, decimals)) }, forKey: key)
      }
    }
  }
}

/// The columns of the table by name, without cells that are not known.
extension CandidateDescription: Encodable {
  public func encode(to encoder: any Encoder) throws {
    try CandidateTable.encode(self, to: encoder)
  }
}
