import StreetRouting

/// Who passes a node.
///
/// Access tags of the node count first, by the same keys as for ways; then the barrier's kind. A
/// gate without access tags is passable, as in OSRM's car profile (`barrier_whitelist`): most that
/// are shut say so. What cars cannot pass (bollards, blocks, chains, unknown barriers) feet and
/// bicycles can; stiles, turnstiles and kissing gates only feet; walls and fences nobody. Where
/// only some may pass (`access=private`) the streets that end there are for those who begin or end
/// on them.
///
/// Source: OpenStreetMap wiki, `Key:barrier` and its values' pages.
enum BarrierRule {
  /// Rights in the order of `StreetRight`.
  struct Passing: Equatable {
    var blocked: StreetRights = []
    var onlyDestination: StreetRights = []

    var isFree: Bool { blocked.isEmpty && onlyDestination.isEmpty }
  }

  /// Keys of nodes that matter here.
  static func matters(_ tags: OSMTags) -> Bool {
    tags["barrier"] != nil || tags["access"] != nil || tags["vehicle"] != nil
      || tags["motor_vehicle"] != nil || tags["motorcar"] != nil || tags["bicycle"] != nil
      || tags["foot"] != nil
  }

  static func passing(_ tags: OSMTags) -> Passing {
    var passing = Passing()
    // Access on other nodes describes the object: a stop, an entrance, a parking place.
    let isObstacle =
      tags["barrier"] != nil || tags["highway"] == "gate" || tags["highway"] == "crossing"
      || tags["highway"] == nil
    guard isObstacle else { return passing }
    let byKind = tags["barrier"].map(blocked) ?? []
    for right in StreetRight.allCases {
      switch AccessRule.statement(right, tags, nil)?.access {
      case .yes: break
      case .destination: passing.onlyDestination.insert(StreetRights(right))
      case .no: passing.blocked.insert(StreetRights(right))
      case nil: if byKind.contains(right) { passing.blocked.insert(StreetRights(right)) }
      }
    }
    return passing
  }

  private static func blocked(_ barrier: String) -> StreetRights {
    if free.contains(barrier) { return [] }
    if onlyFeet.contains(barrier) { return [.bicycle, .car] }
    if closed.contains(barrier) { return .all }
    return .car
  }

  private static let free: Set<String> = [
    "no", "entrance", "gate", "lift_gate", "swing_gate", "sliding_gate", "sliding_beam",
    "hampshire_gate", "bump_gate", "toll_booth", "border_control", "cattle_grid", "sally_port",
    "kerb", "height_restrictor", "checkpoint", "guard_house", "coupure",
  ]

  private static let onlyFeet: Set<String> = [
    "stile", "turnstile", "full-height_turnstile", "kissing_gate",
  ]

  private static let closed: Set<String> = [
    "wall", "fence", "hedge", "city_wall", "retaining_wall", "ditch", "guard_rail", "cable_barrier",
  ]
}
