public import Findings

/// The principal road network of Brussels and its surroundings, written for this project: the
/// whole R0 with its exits, the motorways, the main regional roads and every municipal centre
/// within 60 km of the Grand-Place. `Streets/principal/README.md` says how, and how precise it is.
///
/// It is no extract of OpenStreetMap but speaks its language: a way is a list of nodes with tags.
public struct PrincipalRoads: Sendable {
  /// In the order of the table; R0 comes first, anticlockwise from the Carrefour Léonard.
  public let nodes: [RoadNode]
  public let ways: [RoadWay]

  /// Reads the tables that are compiled into the program.
  public init() throws(Failure) {
    try self.init(
      nodes: EmbeddedText.of(PackageResources.nodes_csv),
      ways: EmbeddedText.of(PackageResources.ways_csv))
  }

  /// All that is compiled into the program of roads, zones and what cars meet, one after the other:
  /// two programs of one version that have the same compute the same by car.
  public static var builtInBytes: [UInt8] {
    PackageResources.nodes_csv + PackageResources.ways_csv + PackageResources.zones_geojson
      + PackageResources.congestion_csv + PackageResources.parking_csv
  }

  /// Reads the texts of `nodes.csv` and `ways.csv`.
  /// - Throws: `unusableData` with every mistake, each with its file and line.
  public init(nodes: String, ways: String) throws(Failure) {
    self.nodes = try RoadNode.read(nodes)
    self.ways = try RoadWay.read(ways, nodes: Set(self.nodes.map(\.identifier)))
  }

  /// The exits of the R0 in the order of the road, numbered or not.
  public var ringExits: [RingExit] {
    let onRing = Set(ways.filter { $0.tags["ref"] == "R0" }.flatMap(\.nodes))
    return nodes.filter { $0.kind == .exit && onRing.contains($0.identifier) }.map {
      RingExit(
        node: $0.identifier, number: $0.reference.isEmpty ? nil : $0.reference, name: $0.name,
        coordinate: $0.coordinate)
    }
  }
}

enum EmbeddedText {
  static func of(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
