import StreetRouting

/// Who may use a street of a class whose tags say nothing: the Belgian row.
///
/// Source: OpenStreetMap wiki, `OSM tags for routing/Access restrictions`, Belgium. Differences, each
/// for a reason: cars drive a `track` only where its tags say so, for most are farm tracks; a
/// bicycle is pushed through a `pedestrian` street, which cyclists may ride where a sign under F103
/// admits them (Belgian highway code, article 22sexies). `Tag:motorroad=yes`: no feet, no bicycles;
/// Belgium tags roads under F9 as `trunk` (`WikiProject Belgium/Conventions/Highways`).
struct AccessDefaults: Equatable {
  var foot = StreetAccess.no
  var bicycle = StreetAccess.no
  var car = StreetAccess.no
  /// The bicycle is pushed.
  var isPushed = false

  subscript(right: StreetRight) -> StreetAccess {
    switch right {
    case .foot: foot
    case .bicycle: bicycle
    case .car: car
    }
  }

  static func of(_ roadClass: RoadClass, _ tags: OSMTags) -> AccessDefaults {
    switch roadClass {
    case .motorway, .motorwayLink, .trunk, .trunkLink:
      return AccessDefaults(car: .yes)
    case .primary, .primaryLink, .secondary, .secondaryLink, .tertiary, .tertiaryLink,
      .unclassified, .residential, .livingStreet, .service:
      if tags["motorroad"] == "yes" { return AccessDefaults(car: .yes) }
      return AccessDefaults(foot: .yes, bicycle: .yes, car: .yes)
    case .track, .path, .cycleway:
      return AccessDefaults(foot: .yes, bicycle: .yes)
    case .pedestrian, .steps:
      return AccessDefaults(foot: .yes, bicycle: .yes, isPushed: true)
    case .footway, .bridleway, .corridor, .platform:
      return AccessDefaults(foot: .yes)
    case .busway:
      return AccessDefaults()
    case .ferry:
      return FerryRule.defaults(tags)
    }
  }
}
