public import Findings
public import Geography
import TabularText

/// The origins, destinations and pairs of a matrix, read and checked together.
public struct MatrixPoints: Sendable {
  public struct Point: Sendable {
    public var id: String
    /// Not valid where ids are stop ids.
    public var coordinate: Coordinate
    public var file: String
    public var line: Int
  }

  public private(set) var origins: [Point] = []
  public private(set) var destinations: [Point] = []
  /// Positions in the two lists; `nil` is every origin with every destination.
  public private(set) var pairs: [(origin: Int, destination: Int)]?

  /// - Parameter areStops: ids are stop ids, and a file of pairs is enough.
  public init(
    origins originFile: String?, destinations destinationFile: String?, pairs pairFile: String?,
    areStops: Bool
  ) throws(Failure) {
    var findings: [Finding] = []
    if let originFile {
      origins = MatrixPoints.points(try Table.read(originFile), areStops, &findings)
    }
    if let destinationFile {
      destinations = MatrixPoints.points(try Table.read(destinationFile), areStops, &findings)
    }
    if let pairFile {
      readPairs(
        try Table.read(pairFile), addsOrigins: originFile == nil,
        addsDestinations: destinationFile == nil, &findings)
    }
    if !findings.isEmpty { throw .unusableData(findings) }
  }

  private static func points(
    _ table: Table, _ areStops: Bool, _ findings: inout [Finding]
  ) -> [Point] {
    let id = table.column("id", &findings)
    let longitude = areStops ? nil : table.column("lon", &findings)
    let latitude = areStops ? nil : table.column("lat", &findings)
    guard let id else { return [] }
    var points: [Point] = []
    var lines: [String: Int] = [:]
    for row in table.rows {
      let name = row.cells[id]
      if let first = lines.updateValue(row.line, forKey: name) {
        findings.append(
          Finding(
            "duplicate_id", file: table.file, line: row.line, field: "id", value: name,
            message: "line \(first) has the same id"))
      }
      var place = Coordinate(latitude: .nan, longitude: .nan)
      if let longitude, let latitude {
        let x = table.number(row, longitude, in: -180...180, &findings)
        let y = table.number(row, latitude, in: -90...90, &findings)
        if let x, let y { place = Coordinate(latitude: y, longitude: x) }
      }
      points.append(Point(id: name, coordinate: place, file: table.file, line: row.line))
    }
    return points
  }

  private mutating func readPairs(
    _ table: Table, addsOrigins: Bool, addsDestinations: Bool, _ findings: inout [Finding]
  ) {
    guard let from = table.column("from_id", &findings), let to = table.column("to_id", &findings)
    else { return }
    var originPositions = positions(origins)
    var destinationPositions = positions(destinations)
    var pairs: [(origin: Int, destination: Int)] = []
    for row in table.rows {
      let origin = MatrixPoints.position(
        row, row.cells[from], &origins, &originPositions, table.file, addsOrigins)
      let destination = MatrixPoints.position(
        row, row.cells[to], &destinations, &destinationPositions, table.file, addsDestinations)
      if let origin, let destination {
        pairs.append((origin, destination))
        continue
      }
      findings.append(
        Finding(
          "unknown_id", file: table.file, line: row.line,
          field: origin == nil ? "from_id" : "to_id",
          value: row.cells[origin == nil ? from : to],
          message: "no point has this id"))
    }
    self.pairs = pairs
  }

  private func positions(_ points: [Point]) -> [String: Int] {
    Dictionary(points.enumerated().map { ($1.id, $0) }) { first, _ in first }
  }

  private static func position(
    _ row: Table.Row, _ id: String, _ points: inout [Point], _ positions: inout [String: Int],
    _ file: String, _ adds: Bool
  ) -> Int? {
    if let position = positions[id] { return position }
    guard adds else { return nil }
    points.append(
      Point(
        id: id, coordinate: Coordinate(latitude: .nan, longitude: .nan), file: file, line: row.line)
    )
    positions[id] = points.count - 1
    return points.count - 1
  }
}
