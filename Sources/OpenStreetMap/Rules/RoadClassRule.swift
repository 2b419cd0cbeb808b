import StreetRouting

/// Which ways are streets, and of which class.
///
/// Source: OpenStreetMap wiki, `Key:highway`, `Tag:route=ferry`, `Tag:route=shuttle_train`,
/// `Tag:railway=platform`, `Lifecycle prefix`.
enum RoadClassRule {
  enum Verdict: Equatable {
    case street(RoadClass)
    /// Known, and not for anybody who is routed here.
    case notAStreet
    /// A value of `highway` that these rules do not know.
    case unknown(String)
  }

  static func verdict(_ tags: OSMTags) -> Verdict {
    guard let highway = tags["highway"] else {
      if FerryRule.kind(tags) != nil { return .street(.ferry) }
      let isPlatform = tags["railway"] == "platform" || tags["public_transport"] == "platform"
      return isPlatform ? .street(.platform) : .notAStreet
    }
    if tags["construction"] == "yes" || tags["impassable"] == "yes" { return .notAStreet }
    if tags["service"] == "emergency_access" { return .notAStreet }
    if let roadClass = classes[highway] { return .street(roadClass) }
    return others.contains(highway) ? .notAStreet : .unknown(highway)
  }

  private static let classes: [String: RoadClass] = [
    "motorway": .motorway, "motorway_link": .motorwayLink,
    "trunk": .trunk, "trunk_link": .trunkLink,
    "primary": .primary, "primary_link": .primaryLink,
    "secondary": .secondary, "secondary_link": .secondaryLink,
    "tertiary": .tertiary, "tertiary_link": .tertiaryLink,
    "unclassified": .unclassified, "road": .unclassified,
    "residential": .residential, "living_street": .livingStreet,
    "service": .service, "track": .track,
    "pedestrian": .pedestrian, "footway": .footway, "path": .path, "cycleway": .cycleway,
    "bridleway": .bridleway, "steps": .steps, "corridor": .corridor, "elevator": .corridor,
    "platform": .platform, "busway": .busway,
  ]

  private static let others: Set<String> = [
    "construction", "proposed", "planned", "abandoned", "disused", "razed", "demolished", "no",
    "raceway", "escape", "bus_guideway", "rest_area", "services", "emergency_bay", "via_ferrata",
    "bus_stop", "crossing", "ladder", "toll_gantry", "street_lamp", "traffic_island",
  ]
}
