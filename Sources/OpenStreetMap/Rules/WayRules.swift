import StreetRouting

/// What the tags of a way make of it.
struct WayProfile: Equatable {
  var roadClass: RoadClass
  var forward: Passage
  var backward: Passage
  /// Of a ferry's whole crossing.
  var crossingSeconds: Int?

  var isClosed: Bool { forward.isClosed && backward.isClosed }
}

enum WayRules {
  /// The tags that rules read: ways that differ in others only are the same to them.
  static func relevant(_ tags: OSMTags) -> OSMTags {
    tags.filter { key in
      keys.contains(key) || families.contains { key.hasPrefix($0) }
    }
  }

  private static let keys: Set<String> = [
    "highway", "route", "railway", "public_transport", "service", "motorroad", "access", "vehicle",
    "motor_vehicle", "motorcar", "bicycle", "foot", "oneway", "junction", "cycleway", "conveying",
    "maxspeed", "source:maxspeed", "cyclestreet", "bicycle_road", "surface", "smoothness",
    "tracktype", "duration",
  ]

  private static let families = [
    "access:", "vehicle:", "motor_vehicle:", "motorcar:", "bicycle:", "foot:", "oneway:",
    "cycleway:", "maxspeed:", "zone:",
  ]

  static func profile(_ tags: OSMTags, _ roadClass: RoadClass) -> WayProfile {
    WayProfile(
      roadClass: roadClass,
      forward: passage(tags, roadClass, .forward),
      backward: passage(tags, roadClass, .backward),
      crossingSeconds: roadClass == .ferry ? tags["duration"].flatMap(FerryRule.seconds) : nil)
  }

  private static func passage(
    _ tags: OSMTags, _ roadClass: RoadClass, _ direction: AccessRule.Direction
  ) -> Passage {
    var passage = Passage()
    for right in StreetRight.allCases {
      passage[right] = access(right, tags, roadClass, direction)
    }
    if passage[.car] != .no, SurfaceRule.isImpassableByCar(tags) { passage[.car] = .no }
    passage.carSpeedTenths =
      roadClass == .ferry
      ? FerryRule.usualSpeedTenths(tags) : CarSpeedRule.tenths(tags, roadClass, direction)
    passage.footPercent = roadClass == .steps ? SurfaceRule.stepsFootPercent : 100
    if AccessRule.isPushed(tags, roadClass) {
      // Who pushes a bicycle walks.
      passage[.bicycle] = passage[.foot]
      passage.bicyclePercent = Passage.pushed
    } else {
      passage.bicyclePercent = roadClass == .ferry ? 100 : SurfaceRule.bicyclePercent(tags)
    }
    return passage
  }

  private static func access(
    _ right: StreetRight, _ tags: OSMTags, _ roadClass: RoadClass,
    _ direction: AccessRule.Direction
  ) -> StreetAccess {
    let access = AccessRule.access(right, tags, roadClass, direction)
    if OneWayRule.of(right, tags, roadClass).allows(direction) { return access }
    // `bicycle:backward=yes` on a one-way street opens what `oneway` closes.
    let statement = AccessRule.statement(right, tags, direction)
    return statement?.isDirectional == true ? access : .no
  }
}
