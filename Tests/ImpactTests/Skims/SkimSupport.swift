import Geography
import ImpactModel
import Routing
import StreetRouting
import TransitRouting

@testable import Impact
@testable import Scenarios

/// A tenth of a degree of latitude, 11.1195 km: a 3600th of the circle of 6371.0088 km.
let tenth = 6371.0088 * Double.pi / 1800

extension Scenario {
  static func skims(
    _ homes: [String], offices: [String] = ["O"], sites: [String] = [],
    _ modes: [CommuteMode] = [.transit]
  ) -> Scenario {
    var scenario = Scenario.tiny(
      homes: homes.map { ($0, 1) },
      offices: offices.map { ($0, 1 / Double(offices.count)) }, sites: sites)
    scenario.modes = modes
    return scenario
  }

  func skims(
    _ network: TinyNetwork, _ car: CarTravel? = nil, threads: Int = 2
  ) async throws -> SkimTable {
    try await CommuteComparison.computed(
      self, network.build(), streets: CommuteStreets(car: car), threads: threads
    ).skims(threads: threads)
  }
}

/// Roads between places of `TinyNetwork` at 60 km/h, each as long as the straight line.
struct TinyRoads {
  private var links: [StreetLink] = []
  private var names = [""]
  private let ends: [String]

  init(_ ends: [String]) {
    self.ends = ends
  }

  mutating func road(
    _ from: String, _ to: String, _ roadClass: RoadClass, name: String = "", isOneWay: Bool = false,
    kilometers: Double = tenth
  ) {
    let open = Passage(carSpeedTenths: 600, car: .yes)
    if !names.contains(name) { names.append(name) }
    links.append(
      StreetLink(
        from: Int32(ends.firstIndex(of: from) ?? 0), to: Int32(ends.firstIndex(of: to) ?? 0),
        lengthCentimeters: Int32((kilometers * 100_000).rounded()),
        name: Int32(names.firstIndex(of: name) ?? 0), roadClass: roadClass, forward: open,
        backward: isOneWay ? .closed : open))
  }

  func car(parking: [ParkingTable.Row] = []) throws -> CarTravel {
    let graph = try StreetGraph(
      nodes: ends.map { StreetGraph.Point(TinyNetwork.place($0)) },
      nodeBarriers: ends.map { _ in [] }, links: links,
      shapeStarts: Array(repeating: 0, count: links.count + 1), shapePoints: [], names: names,
      forbiddenPaths: [], source: StreetSource(name: "tiny"))
    return CarTravel(graph, parking: ParkingTable(parking))
  }
}

/// All between two latitudes, near the meridian of `TinyNetwork`.
func band(_ south: Double, _ north: Double) -> MultiPolygon {
  MultiPolygon([
    [
      [(south, 3.0), (south, 5.0), (north, 5.0), (north, 3.0)].map {
        Coordinate(latitude: $0.0, longitude: $0.1)
      }
    ]
  ])
}
