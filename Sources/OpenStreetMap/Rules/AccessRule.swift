import StreetRouting

/// Who may use a way or pass a node, by its access tags.
///
/// A more particular key counts before a more general one: `foot`, `access`; `bicycle`, `vehicle`,
/// `access`; `motorcar`, `motor_vehicle`, `vehicle`, `access`. With `:forward` or `:backward` a key
/// is more particular than without. Values are yes, destination (only who begins or ends there) or
/// no; a value that is not known counts as not written. In a list (`destination;delivery`) the most
/// permissive counts. `access` never opens what the class closes (`access=yes` on a footway is not
/// for cars), `vehicle` does so on tracks, pedestrian streets and busways only. Rights by hour
/// (`:conditional`) are not read.
///
/// Source: OpenStreetMap wiki, `Key:access`, `Key:access#Transport mode restrictions`,
/// `Forward & backward, left & right`, `Tag:bicycle=use_sidepath`, `Tag:bicycle=dismount`.
enum AccessRule {
  enum Direction: String, CaseIterable {
    case forward, backward
  }

  /// What the tags say of a mode.
  struct Statement: Equatable {
    var access: StreetAccess
    /// Position of the key in the mode's list, 0 the most particular.
    var rank: Int
    var isDirectional: Bool
  }

  static func keys(_ right: StreetRight) -> [String] {
    switch right {
    case .foot: ["foot", "access"]
    case .bicycle: ["bicycle", "vehicle", "access"]
    case .car: ["motorcar", "motor_vehicle", "vehicle", "access"]
    }
  }

  /// - Parameter direction: `nil` for a node.
  static func statement(
    _ right: StreetRight, _ tags: OSMTags, _ direction: Direction?
  ) -> Statement? {
    for (rank, key) in keys(right).enumerated() {
      if let direction, let access = value(tags["\(key):\(direction.rawValue)"], right) {
        return Statement(access: access, rank: rank, isDirectional: true)
      }
      if let access = value(tags[key], right) {
        return Statement(access: access, rank: rank, isDirectional: false)
      }
    }
    return nil
  }

  /// What a way gives to a mode, its class's defaults considered.
  static func access(
    _ right: StreetRight, _ tags: OSMTags, _ roadClass: RoadClass, _ direction: Direction
  ) -> StreetAccess {
    let byClass = AccessDefaults.of(roadClass, tags)[right]
    guard let statement = statement(right, tags, direction) else { return byClass }
    let key = keys(right)[statement.rank]
    let opens =
      switch key {
      case "access": false
      case "vehicle": [.track, .pedestrian, .busway, .ferry].contains(roadClass)
      default: true
      }
    return opens ? statement.access : min(statement.access, byClass)
  }

  /// Whether a bicycle is pushed: by its tag, or by the class where no tag of its own says
  /// otherwise.
  static func isPushed(_ tags: OSMTags, _ roadClass: RoadClass) -> Bool {
    if let bicycle = tags["bicycle"], let access = value(bicycle, .bicycle) {
      return bicycle == "dismount" || (roadClass == .steps && access != .no)
    }
    return AccessDefaults.of(roadClass, tags).isPushed
  }

  static func value(_ text: String?, _ right: StreetRight) -> StreetAccess? {
    guard let text else { return nil }
    if let access = values[text] { return access }
    if text == "dismount" { return right == .bicycle ? .yes : nil }
    guard text.contains(";") else { return nil }
    return text.split(separator: ";").compactMap { part in
      var part = part
      while part.first == " " { part.removeFirst() }
      while part.last == " " { part.removeLast() }
      return values[String(part)]
    }.max()
  }

  private static let values: [String: StreetAccess] = [
    "yes": .yes, "designated": .yes, "permissive": .yes, "official": .yes, "public": .yes,
    "discouraged": .yes,
    "destination": .destination, "customers": .destination, "delivery": .destination,
    "private": .destination, "permit": .destination, "residents": .destination,
    "employees": .destination, "visitors": .destination, "students": .destination,
    "no": .no, "agricultural": .no, "forestry": .no, "military": .no, "emergency": .no,
    "use_sidepath": .no, "separate": .no, "restricted": .no, "bus": .no, "psv": .no, "taxi": .no,
    "hov": .no, "closed": .no,
  ]
}
