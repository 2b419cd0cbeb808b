import Findings
public import Geography
import PrincipalRoads
import Yams

extension Scenario {
  /// What the effects of a change are counted on.
  public struct ImpactRules: Sendable {
    /// Ids or names of the stops of the railway junction whose passengers are counted; `nil` takes
    /// the stops near `usualJunction`, where there are any.
    public var junctionStops: [String]?
    /// The number of the ring road, as OpenStreetMap's `ref`.
    public var ringReference = "R0"
    /// Whose border cars are counted at; none without an area.
    public var region = MultiPolygon([])

    public init() {}

    /// The stations of Brussels between which all trains run through one tunnel, from south to north:
    /// Bruxelles-Midi, Chapelle, Central, Congrès, Nord.
    public static let usualJunction = [
      Coordinate(latitude: 50.8357, longitude: 4.3365),
      Coordinate(latitude: 50.8411, longitude: 4.3480),
      Coordinate(latitude: 50.8457, longitude: 4.3568),
      Coordinate(latitude: 50.8521, longitude: 4.3621),
      Coordinate(latitude: 50.8597, longitude: 4.3608),
    ]
    /// How far from these a stop may lie to belong to them.
    public static let usualJunctionMeters = 400.0
  }
}

/// Reads `impact`.
enum ImpactReader {
  static let keys = ["junction_stops", "ring_ref"]

  /// - Parameter areas: those of the scenario; its `region` goes before the built-in one.
  static func read(
    _ root: YAMLSection, _ areas: [Scenario.Area], _ reader: inout YAMLReader
  ) -> Scenario.ImpactRules {
    let section = reader.section("impact", in: root, keys: keys)
    var rules = Scenario.ImpactRules()
    rules.junctionStops = reader.list(
      "junction_stops", in: section, takes: "ids or names of stops"
    ) { $0 }
    if let reference = reader.value(
      "ring_ref", in: section, takes: "the number of a road, such as R0",
      { text in text.contains { " ;".contains($0) } ? nil : text }
    ) {
      rules.ringReference = reference
    }
    if let area = areas.first(where: { $0.id == "region" }) {
      rules.region = area.geometry
    } else {
      do throws(Failure) {
        rules.region = try Zones().region.geometry
      } catch {
        reader.report(failure: error, at: root.node, field: "impact")
      }
    }
    return rules
  }
}
