import Geography
import ImpactModel
import Routing
import StreetRouting

/// What ways by car put on roads, on the ring and over the border.
struct RoadLoads: Sendable {
  private let streets: StreetGraph
  private let border: AreaBorder
  /// By the position of a name.
  private let isRing: [Bool]
  /// Of each link in its own direction.
  private let crossings: [AreaBorder.Crossings]

  /// - Parameters:
  ///   - ringReference: as OpenStreetMap's `ref`.
  ///   - region: whose border is counted.
  init(_ streets: StreetGraph, ringReference: String, region: MultiPolygon) {
    let border = AreaBorder(region)
    self.streets = streets
    self.border = border
    isRing = streets.namesCarry(ringReference)
    crossings = streets.links.indices.map { link in
      border.crossings(
        along: streets.points(of: DirectedLink(link, isBackward: false)).map(\.coordinate))
    }
  }

  /// Ways off the roads count as minor ones, in a straight line.
  func load(_ way: TravelWay, from start: Coordinate, to end: Coordinate) -> TripLoad {
    var load = TripLoad()
    switch way {
    case .straightLine(let meters):
      load.minorRoadKilometers = meters / 1000
      load.borderCrossings = Double(border.crossings(along: [start, end]).count)
    case .streets(let path):
      load.minorRoadKilometers = path.offStreetMeters / 1000
      var crossed = border.crossings(along: [start, path.origin.place])
      for stretch in path.stretches {
        add(stretch, to: &load)
        crossed.append(crossings(of: stretch))
      }
      crossed.append(border.crossings(along: [path.destination.place, end]))
      load.borderCrossings = Double(count(crossed))
    }
    return load
  }

  /// Roads that are known to a few hundred metres cross a border that they run along wherever their
  /// points happen to lie; of them only the ends of a way are sure.
  private func count(_ crossed: AreaBorder.Crossings) -> Int {
    guard streets.source.isApproximate else { return crossed.count }
    return crossed.startsInside == crossed.endsInside ? 0 : 1
  }

  private func add(_ stretch: StreetPath.Stretch, to load: inout TripLoad) {
    let link = streets.links[stretch.link.link]
    let kilometers = stretch.lengthMeters(in: streets) / 1000
    switch link.roadClass.group {
    case .motorway: load.motorwayKilometers += kilometers
    case .main: load.mainRoadKilometers += kilometers
    case .minor: load.minorRoadKilometers += kilometers
    // The ship's, not the car's.
    case .ferry: return
    }
    if isRing[Int(link.name)] { load.ringKilometers += kilometers }
  }

  private func crossings(of stretch: StreetPath.Stretch) -> AreaBorder.Crossings {
    let whole = crossings[stretch.link.link]
    if whole.count == 0 || stretch.isWhole {
      return stretch.link.isBackward ? whole.reversed : whole
    }
    return border.crossings(along: stretch.points(in: streets))
  }
}
