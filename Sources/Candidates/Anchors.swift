public import Findings
public import Geography
public import PrincipalRoads
public import Scenarios
public import Surroundings
public import TabularText

extension CandidateGenerator.Anchor {
  /// Every station.
  /// - Parameter precisionMeters: of a network that knows it.
  public static func stations(
    _ stations: [Station], radiusMeters: Double, precisionMeters: Double? = nil
  ) -> [Self] {
    stations.map { station in
      Self(
        id: CandidateSource.station.idPrefix + station.id, name: station.name,
        coordinate: station.coordinate, precisionMeters: precisionMeters, source: .station,
        radiusMeters: radiusMeters)
    }
  }

  /// Every exit of the R0.
  public static func ringExits(_ roads: PrincipalRoads, radiusMeters: Double) -> [Self] {
    let ring = Set(roads.ringExits.map(\.node))
    return roads.nodes.filter { ring.contains($0.identifier) }.map { node in
      Self(
        id: CandidateSource.ringExit.idPrefix + node.identifier, name: "exit \(node.title)",
        coordinate: node.coordinate, precisionMeters: Double(node.precisionMeters),
        source: .ringExit, radiusMeters: radiusMeters)
    }
  }

  /// A user's own points, which keep their ids.
  public static func own(_ sites: [Site]) -> [Self] {
    sites.map { site in
      Self(
        id: site.id, name: site.name, coordinate: site.coordinate,
        precisionMeters: site.coordinatePrecisionMeters, source: .own, radiusMeters: 0,
        operatorName: site.operatorName)
    }
  }

  /// The business areas around Brussels Airport, `Sites/airport-quarters.csv`.
  public static func airportQuarters() throws(Failure) -> [Self] {
    try airportQuarters(
      Table(
        file: "airport-quarters.csv",
        text: String(decoding: PackageResources.airport_quarters_csv, as: UTF8.self)))
  }

  /// Reads a table with the columns of `Sites/airport-quarters.csv`.
  /// - Throws: `unusableData` with every finding.
  public static func airportQuarters(_ table: Table) throws(Failure) -> [Self] {
    var reader = RowReader(table)
    return try reader.rows { row -> Self? in
      let id = row.text("quarter_id")
      let name = row.text("name")
      let latitude = row.number("lat", in: -90...90)
      let longitude = row.number("lon", in: -180...180)
      let radius = row.number("radius_m", in: 0...5_000)
      let precision = row.number("coordinate_precision_m", in: 0...10_000)
      _ = row.text("source")
      guard let id, let name, let latitude, let longitude, let radius, let precision else {
        return nil
      }
      return Self(
        id: CandidateSource.airport.idPrefix + id, name: name,
        coordinate: Coordinate(latitude: latitude, longitude: longitude),
        precisionMeters: precision, source: .airport, radiusMeters: radius)
    }
  }
}

extension CandidateGenerator {
  /// Keeps the places in an area and within some kilometres of it, in a straight line.
  public mutating func keepAnchors(withinKilometers kilometers: Double, of area: MultiPolygon) {
    let border = AreaBorder(area)
    let rings = area.polygons.joined()
    anchors = anchors.filter { anchor in
      border.contains(anchor.coordinate)
        || rings.contains { ring in
          zip(ring, ring.dropFirst() + ring.prefix(1)).contains { from, to in
            anchor.coordinate.nearest(onSegmentFrom: from, to: to).meters <= kilometers * 1000
          }
        }
    }
  }

  /// An own point with the id of a generated candidate would stand for two.
  /// - Throws: `unusableData`.
  public static func checkIDs(_ candidates: [Candidate], file: String) throws(Failure) {
    let generated = Set(candidates.filter { $0.source != .own }.map(\.id))
    let findings = candidates.filter { $0.source == .own && generated.contains($0.id) }.map {
      Finding(
        "duplicate_id", file: file, field: "id", value: $0.id,
        message: "a generated candidate has this id", remedy: "give the point another id")
    }
    guard findings.isEmpty else { throw .unusableData(findings) }
  }
}
