import Geography
import PrincipalRoads
import TransitRouting

/// Stations and principal roads, by which a document places a workspace.
struct Surroundings {
  /// A place at a distance, both in metres.
  struct Near {
    var name: String
    var coordinate: Coordinate
    var meters: Double
    /// How far the true place may be from its point.
    var precisionMeters: Double
  }

  private let stations: [ServedNetwork.Place]
  private let stationPrecisionMeters: Double
  private let roads: PrincipalRoads
  private let nodes: [String: RoadNode]

  init(_ network: ServedNetwork, _ roads: PrincipalRoads) {
    let served = Set(
      network.lines.filter { $0.mode == .metro || $0.mode == .rail }.flatMap {
        $0.patterns.joined()
      }
    )
    stations = served.sorted().map { network.places[$0] }.filter(\.coordinate.isValid)
    stationPrecisionMeters = network.precisionMeters
    self.roads = roads
    nodes = Dictionary(roads.nodes.map { ($0.identifier, $0) }) { first, _ in first }
  }

  /// The nearest metro or railway station, or the nearest of a name.
  func station(named name: String? = nil, near place: Coordinate) -> Near? {
    let wanted = name.map(FoldedName.of)
    return stations.filter { wanted == nil || FoldedName.of($0.name) == wanted }
      .map {
        Near(
          name: $0.name, coordinate: $0.coordinate,
          meters: $0.coordinate.distanceMeters(to: place), precisionMeters: stationPrecisionMeters)
      }.min { $0.meters < $1.meters }
  }

  /// The nearest point of a road, as precise as the less precise end of its section.
  func road(_ reference: String, near place: Coordinate) -> Near? {
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
  func exit(of reference: String, near place: Coordinate) -> Near? {
    let members = Set(ways(reference).flatMap(\.nodes))
    return near(place) { members.contains($0.identifier) && $0.kind != .interchange }
  }

  /// The nearest exit of a motorway or of the R0.
  func motorwayExit(near place: Coordinate) -> Near? {
    near(place) { $0.kind == .exit }
  }

  private func near(_ place: Coordinate, _ isWanted: (RoadNode) -> Bool) -> Near? {
    roads.nodes.filter(isWanted).map {
      Near(
        name: [$0.reference, $0.name].filter { !$0.isEmpty }.joined(separator: " "),
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
