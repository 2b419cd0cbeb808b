import StreetRouting

/// What a turn restriction says, and to whom.
///
/// `restriction` binds bicycles and cars, less those that `except` names; `restriction:motorcar`,
/// `:motor_vehicle` and `:bicycle` bind their own and count before it. `no_…` forbids the way from
/// `from` over `via` to `to`; `only_…` forbids every other way on from the end of `via`, turning
/// round included. Restrictions by hour (`:conditional`, `day_on`, `hour_on`) and those for other
/// vehicles (`:hgv`) are not applied, and counted.
///
/// Source: OpenStreetMap wiki, `Relation:restriction`, `Conditional restrictions`.
struct RestrictionRule: Equatable {
  var isOnly: Bool
  var rights: StreetRights

  enum Verdict: Equatable {
    case rules([RestrictionRule])
    /// By hour, or for vehicles that are not routed here.
    case ignored
    case broken
  }

  static func verdict(_ tags: OSMTags) -> Verdict {
    let byHour = ["day_on", "day_off", "hour_on", "hour_off"]
    if byHour.contains(where: { tags[$0] != nil }) { return .ignored }
    var texts: [StreetRight: String] = [:]
    if let general = tags["restriction"] {
      for right in [StreetRight.bicycle, .car] { texts[right] = general }
      for name in (tags["except"] ?? "").split(separator: ";") {
        switch name.filter({ $0 != " " }) {
        case "bicycle": texts[.bicycle] = nil
        case "motorcar", "motor_vehicle": texts[.car] = nil
        case "vehicle": texts = [:]
        default: break
        }
      }
    }
    for (key, rights) in particular {
      guard let text = tags["restriction:\(key)"] else { continue }
      for right in rights { texts[right] = text }
    }
    guard !texts.isEmpty else {
      let isKnown = tags.keys.contains { $0.hasPrefix("restriction") }
      return isKnown ? .ignored : .broken
    }
    return rules(texts)
  }

  private static func rules(_ texts: [StreetRight: String]) -> Verdict {
    var rules: [RestrictionRule] = []
    for isOnly in [false, true] {
      var rights: StreetRights = []
      for (right, text) in texts where text.hasPrefix(isOnly ? "only_" : "no_") {
        rights.insert(StreetRights(right))
      }
      if !rights.isEmpty { rules.append(RestrictionRule(isOnly: isOnly, rights: rights)) }
    }
    return rules.isEmpty ? .broken : .rules(rules)
  }

  /// From general to particular.
  private static let particular: [(String, [StreetRight])] = [
    ("vehicle", [.bicycle, .car]), ("motor_vehicle", [.car]), ("motorcar", [.car]),
    ("bicycle", [.bicycle]), ("foot", [.foot]),
  ]
}
