import StreetRouting

/// The speed of a car on an empty street.
///
/// Nobody drives at the limit from end to end: the free-flow speed is a share of it, 80 % as in
/// OSRM's car profile (`speed_reduction`); on motorways 95 % and on trunk roads 90 %, where no
/// junction slows (our assumption). Where no limit is tagged, the limit is the one that is usual for
/// the class in Belgium, table below (assumption; urban where the class is mostly urban). Surface,
/// smoothness and track type then cap it.
enum CarSpeedRule {
  /// Tenths of km/h, at least 2 km/h.
  static func tenths(
    _ tags: OSMTags, _ roadClass: RoadClass, _ direction: AccessRule.Direction
  ) -> UInt16 {
    var limit = SpeedLimit.stated(tags, direction) ?? usualLimit(roadClass, tags)
    if let advised = SpeedLimit.advised(tags, direction) { limit = min(limit, advised) }
    var speed = limit * share(roadClass)
    if let cap = SurfaceRule.carCap(tags) { speed = min(speed, cap) }
    return UInt16((max(speed, 2) * 10).rounded())
  }

  static func share(_ roadClass: RoadClass) -> Double {
    switch roadClass {
    case .motorway: 0.95
    case .trunk: 0.9
    default: 0.8
    }
  }

  static func usualLimit(_ roadClass: RoadClass, _ tags: OSMTags) -> Double {
    if tags["cyclestreet"] == "yes" || tags["bicycle_road"] == "yes" { return 30 }
    return switch roadClass {
    case .motorway: 120
    case .motorwayLink: 70
    case .trunk: 90
    case .trunkLink: 50
    case .primary, .secondary: 70
    case .primaryLink, .secondaryLink, .tertiary, .tertiaryLink, .unclassified: 50
    case .residential: 30
    case .livingStreet, .service, .track, .busway, .ferry: 20
    case .pedestrian, .footway, .path, .cycleway, .bridleway, .steps, .corridor, .platform: 6
    }
  }
}
