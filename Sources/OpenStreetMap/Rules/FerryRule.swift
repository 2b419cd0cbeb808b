import StreetRouting

/// Ferries and trains that carry cars.
///
/// Feet and bicycles board a ferry and cars a shuttle train unless tags say otherwise; cars board a
/// ferry where `motorcar`, `motor_vehicle` or `vehicle` say so. `duration` is the crossing of the
/// whole way: `HH:MM`, `HH:MM:SS`, minutes, or ISO 8601 (`PT1H30M`). Without it, or where nodes of the way are
/// missing, 5 km/h on a ferry and 10 on a train, waiting included, as in OSRM's car profile (`route_speeds`).
///
/// Source: OpenStreetMap wiki, `Tag:route=ferry`, `Tag:route=shuttle_train`, `Key:duration`.
enum FerryRule {
  enum Kind { case ferry, shuttleTrain }

  static func kind(_ tags: OSMTags) -> Kind? {
    switch tags["route"] {
    case "ferry": .ferry
    case "shuttle_train": .shuttleTrain
    default: nil
    }
  }

  static func defaults(_ tags: OSMTags) -> AccessDefaults {
    switch kind(tags) {
    case .ferry: AccessDefaults(foot: .yes, bicycle: .yes)
    case .shuttleTrain: AccessDefaults(car: .yes)
    case nil: AccessDefaults()
    }
  }

  static func usualSpeedTenths(_ tags: OSMTags) -> UInt16 {
    kind(tags) == .shuttleTrain ? 100 : 50
  }

  /// Of a crossing that takes its time, between 0.5 and 100 km/h.
  static func speedTenths(meters: Double, seconds: Int) -> UInt16 {
    UInt16(min(max(meters / Double(seconds) * 36, 5), 1000).rounded())
  }

  /// - Returns: seconds, from 1 to a week; `nil` where the text says no such time.
  static func seconds(_ text: String) -> Int? {
    let seconds = text.hasPrefix("P") ? iso8601(text.dropFirst()) : clock(text)
    return seconds.flatMap { (1...604_800).contains($0) ? $0 : nil }
  }

  private static func clock(_ text: String) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { part in
      part.count <= 5 && part.allSatisfy { $0.isASCII && $0.isNumber } ? Int(part) : nil
    }
    guard numbers.count == parts.count else { return nil }
    switch numbers.count {
    case 1: return numbers[0] * 60
    case 2: return numbers[0] * 3600 + numbers[1] * 60
    case 3: return numbers[0] * 3600 + numbers[1] * 60 + numbers[2]
    default: return nil
    }
  }

  private static func iso8601(_ text: Substring) -> Int? {
    var seconds = 0
    var digits = ""
    var isTime = false
    for character in text {
      if character.isASCII, character.isNumber, digits.count < 6 {
        digits.append(character)
        continue
      }
      if character == "T", digits.isEmpty, !isTime {
        isTime = true
        continue
      }
      guard let number = Int(digits) else { return nil }
      switch (character, isTime) {
      case ("D", false): seconds += number * 86_400
      case ("H", true): seconds += number * 3600
      case ("M", true): seconds += number * 60
      case ("S", true): seconds += number
      default: return nil
      }
      digits = ""
    }
    return digits.isEmpty ? seconds : nil
  }
}
