import Geography
public import StreetRouting
import Synchronization

/// By car as commuters know it: congestion by zone, class of road and hour, the search for a place
/// to park and the walk from there by zone.
///
/// The factors of the departure's period hold for the whole way. The roads with the times of a
/// period are made once.
public final class CarTravel: Sendable {
  /// Where no road is near: door to door over the straight line, an assumption.
  public static let fallback = StraightLineTravel(mode: .car, speedKilometersPerHour: 30)

  public let streets: StreetGraph
  public let zones: TravelZones
  public let congestion: CongestionTable
  public let parking: ParkingTable
  private let graph: ModeGraph
  private let index: StreetIndex
  private let connector: Connector
  /// The zone of each link, by its position in `zones`.
  private let linkZones: [UInt8]
  private let prepared = Mutex(Prepared())

  private struct Prepared {
    var travels: [Int: StreetTravel] = [:]
    var hierarchy: ContractionHierarchy?
    var weights: [Int: HierarchyWeights] = [:]
  }

  public init(
    _ streets: StreetGraph, zones: TravelZones = TravelZones([]),
    congestion: CongestionTable = CongestionTable([]), parking: ParkingTable = ParkingTable([])
  ) {
    self.streets = streets
    self.zones = zones
    self.congestion = congestion
    self.parking = parking
    graph = ModeGraph(streets, .car)
    index = StreetIndex(graph)
    connector = streets.source.isApproximate ? .localStreets : .walk
    linkZones = streets.links.indices.map { link in
      UInt8(zones.position(at: streets.middle(of: link)))
    }
  }

  /// The roads with the times of the period of a time of the day.
  public func travel(at seconds: Int) -> StreetTravel {
    let period = congestion.period(at: seconds)
    if let known = prepared.withLock({ $0.travels[period] }) { return known }
    let network = StreetNetwork(graph, times(at: seconds), index: index, connector: connector)
    let travel = StreetTravel(network, fallback: Self.fallback)
    prepared.withLock { $0.travels[period] = travel }
    return travel
  }

  /// The hierarchy with the times of the period of a time of the day.
  func weights(at seconds: Int, threads: Int) async -> HierarchyWeights {
    let period = congestion.period(at: seconds)
    if let known = prepared.withLock({ $0.weights[period] }) { return known }
    let network = travel(at: seconds).network
    let weights = HierarchyWeights(
      await hierarchy(threads: threads), milliseconds: network.arcMilliseconds)
    prepared.withLock { $0.weights[period] = weights }
    return weights
  }

  private func hierarchy(threads: Int) async -> ContractionHierarchy {
    if let known = prepared.withLock({ $0.hierarchy }) { return known }
    let hierarchy = await graph.hierarchy(threads: threads)
    prepared.withLock { $0.hierarchy = hierarchy }
    return hierarchy
  }

  private func times(at seconds: Int) -> LinkTimes {
    let factors = zones.ids.map { zone in
      RoadGroup.allCases.map { congestion.factor(zone: zone, group: $0, at: seconds) }
    }
    let groups = Dictionary(
      uniqueKeysWithValues: RoadGroup.allCases.enumerated().map { ($1, $0) })
    let groupOfClass = RoadClass.allCases.map { groups[$0.group] ?? 0 }
    return LinkTimes(carOn: streets) { link in
      let roadClass = streets.links[link.link].roadClass
      return factors[Int(linkZones[link.link])][groupOfClass[Int(roadClass.rawValue)]]
    }
  }
}
