public import StreetRouting

/// Streets for feet and bicycles, each prepared once; the straight line where there are none.
public struct StreetPaths: Sendable {
  private let graphs: [StreetRight: (graph: ModeGraph, index: StreetIndex)]

  /// - Parameter streets: `nil` goes the straight line everywhere.
  public init(_ streets: StreetGraph?) {
    var graphs: [StreetRight: (graph: ModeGraph, index: StreetIndex)] = [:]
    if let streets {
      for right in [StreetRight.foot, .bicycle] {
        let graph = ModeGraph(streets, right)
        guard graph.nodeCount > 0 else { continue }
        graphs[right] = (graph, StreetIndex(graph))
      }
    }
    self.graphs = graphs
  }

  /// - Parameters:
  ///   - mode: not a car, see `CarTravel`.
  ///   - detourFactor: of the straight line.
  ///   - walkSpeedKilometersPerHour: where a bicycle is pushed, and between a place and the street.
  public func travel(
    _ mode: StreetMode, speedKilometersPerHour: Double, detourFactor: Double = 1.3,
    walkSpeedKilometersPerHour: Double = 4.8
  ) -> any TravelModel {
    let fallback = StraightLineTravel(
      mode: mode, detourFactor: detourFactor, speedKilometersPerHour: speedKilometersPerHour)
    guard let (graph, index) = graphs[mode.right] else { return fallback }
    let times = LinkTimes(
      graph.streets, mode, speedKilometersPerHour: speedKilometersPerHour,
      pushingSpeedKilometersPerHour: walkSpeedKilometersPerHour)
    var connector = Connector.walk
    connector.speedKilometersPerHour = walkSpeedKilometersPerHour
    return StreetTravel(
      StreetNetwork(graph, times, index: index, connector: connector), fallback: fallback)
  }
}
