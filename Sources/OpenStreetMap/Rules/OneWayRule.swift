import StreetRouting

/// In which directions a way may be used.
///
/// `oneway` binds vehicles. Where it is missing, `junction=roundabout`, `junction=circular` and
/// `highway=motorway` imply it; a motorway's slip roads do not. `oneway=alternating` is open both
/// ways; `oneway=reversible`, whose direction changes with the hour, neither way. Bicycles ride
/// against it where `oneway:bicycle=no`, `cycleway=opposite…`, or `cycleway:left:oneway=-1` say so:
/// Belgian contraflow (sign M2) needs a tag. Feet are bound only by `oneway:foot` and `conveying`.
/// A directional access tag (`bicycle:backward=yes`) opens a direction too.
///
/// Source: OpenStreetMap wiki, `Key:oneway`, `Key:oneway:bicycle`, `Key:junction`,
/// `Tag:highway=motorway`, `Tag:highway=motorway_link`, `Key:cycleway`, `Key:conveying`.
struct OneWayRule: Equatable {
  var forward: Bool
  var backward: Bool

  static let both = OneWayRule(forward: true, backward: true)

  func allows(_ direction: AccessRule.Direction) -> Bool {
    direction == .forward ? forward : backward
  }

  static func of(_ right: StreetRight, _ tags: OSMTags, _ roadClass: RoadClass) -> OneWayRule {
    switch right {
    case .foot: foot(tags)
    case .bicycle: bicycle(tags, roadClass)
    case .car: car(tags, roadClass)
    }
  }

  private static func foot(_ tags: OSMTags) -> OneWayRule {
    if let own = value(tags["oneway:foot"]) { return own }
    return switch tags["conveying"] {
    case "forward": OneWayRule(forward: true, backward: false)
    case "backward": OneWayRule(forward: false, backward: true)
    default: .both
    }
  }

  private static func car(_ tags: OSMTags, _ roadClass: RoadClass) -> OneWayRule {
    for key in ["oneway:motorcar", "oneway:motor_vehicle", "oneway:vehicle"] {
      if let own = value(tags[key]) { return own }
    }
    return general(tags, roadClass)
  }

  private static func bicycle(_ tags: OSMTags, _ roadClass: RoadClass) -> OneWayRule {
    for key in ["oneway:bicycle", "oneway:vehicle"] {
      if let own = value(tags[key]) { return own }
    }
    let general = general(tags, roadClass)
    return hasContraflow(tags) ? .both : general
  }

  private static func hasContraflow(_ tags: OSMTags) -> Bool {
    for key in ["cycleway", "cycleway:left", "cycleway:right", "cycleway:both"] {
      if tags[key]?.hasPrefix("opposite") == true { return true }
      if let own = tags["\(key):oneway"], ["-1", "no", "reverse"].contains(own) { return true }
    }
    return false
  }

  private static func general(_ tags: OSMTags, _ roadClass: RoadClass) -> OneWayRule {
    if let own = value(tags["oneway"]) { return own }
    let isImplied =
      roadClass == .motorway || tags["junction"] == "roundabout" || tags["junction"] == "circular"
    return OneWayRule(forward: true, backward: !isImplied)
  }

  private static func value(_ text: String?) -> OneWayRule? {
    switch text {
    case "yes", "true", "1": OneWayRule(forward: true, backward: false)
    case "-1", "reverse": OneWayRule(forward: false, backward: true)
    case "no", "false", "0", "alternating": .both
    case "reversible": OneWayRule(forward: false, backward: false)
    default: nil
    }
  }
}
