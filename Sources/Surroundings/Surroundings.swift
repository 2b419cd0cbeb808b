public import Geography
public import PrincipalRoads
import TransitRouting

/// The stations and principal roads near a place.
public struct Surroundings: Sendable {
  /// A place at a distance, both in metres.
  public struct Near: Sendable {
    public var name: String
    public var coordinate: Coordinate
    public var meters: Double
    /// How far the true place may be from its point.
    public var precisionMeters: Double
  }

  private let stations: [ServedNetwork.Place]
  private let stationPrecisionMeters: Double
  private let roads: PrincipalRoads
  private let nodes: [String: RoadNode]

  public init(_ network: ServedNetwork, _ roads: PrincipalRoads) {
    let served = Set(
      network.lines.filter(\.mode.isRailway).flatMap {
        $0.patterns.joined()
      }
    )
    stations = served.sorted().map { network.places[$0] }.filter(\.coordinate.isValid)
    stationPrecisionMeters = network.precisionMeters
    self.roads = roads
    nodes = Dictionary(roads.nodes.map { ($0.identifier, $0) }) { first, _ in first }
  }

  /// The nearest metro or railway station, or the nearest of a name.
  public func station(named name: String? = nil, near place: Coordinate) -> Near? {
    let wanted = name.map(FoldedName.of)
    return stations.filter { wanted == nil || FoldedName.of($0.name) == wanted }
      .map {
        Near(
          name: $0.name, coordinate: $0.coordinate,
          meters: $0.coordinate.distanceMeters(to: place), precisionMeters: stationPrecisionMeters)
      }.min { $0.meters < $1.meters }
  }

  /// The nearest point of a road, as precise as the less precise end of its section.
  public func road(_ reference: String, near place: Coordinate) -> Near? {
    ways(reference).flatMap { zip($0.nodes, $0.nodes.dropFirst()) }
      .compactMap { ends -> Near? in
        guard let a = nodes[ends.0], let b = nodes[ends.1] else { return nil }
        return Near(
          name: reference, coordinate: a.coordinate,
          meters: place.nearest(onSegmentFrom: a.coordinate, to: b.coordinate).meters,
          precisionMeters: Double(max(a.precisionMeters, b.precisionMeters)))
      }.min { $0.meters < $1.meters }
  }

  /// The nearest node of a road where one can leave it.
  public func exit(of reference: String, near place: Coordinate) -> Near? {
    let members = Set(ways(reference).flatMap(\.nodes))
    return near(place) { members.contains($0.identifier) && $0.kind != .interchange }
  }

  /// The nearest exit of a motorway or of the R0.
  public func motorwayExit(near place: Coordinate) -> Near? {
    near(place) { $0.kind == .exit }
  }

  private func near(_ place: Coordinate, _ isWanted: (RoadNode) -> Bool) -> Near? {
    roads.nodes.filter(isWanted).map {
      Near(
        name: $0.title,
        coordinate: $0.coordinate,
        meters: $0.coordinate.distanceMeters(to: place),
        precisionMeters: Double($0.precisionMeters))
    }.min { $0.meters < $1.meters }
  }

  private func ways(_ reference: String) -> [RoadWay] {
    roads.ways.filter {
      $0.tags["ref"]?.split(separator: ";").contains(Substring(reference)) == true
    }
  }
}
