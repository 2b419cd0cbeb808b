import StreetRouting

/// The speed limit that tags state, in km/h.
///
/// Numbers are km/h, or with `mph` or `knots`; of a list the lowest counts; `walk` is 6 km/h, `none`
/// 130, the German advisory speed. A country's word (`BE-VLG:rural`, `NL:urban`, `BE:zone30`,
/// `zone:maxspeed=BE:30`) is looked up. `signals`, `variable` and what cannot be read count as not
/// stated, and so do limits under 1 and over 150 km/h.
///
/// Source: OpenStreetMap wiki, `Key:maxspeed`, `Key:source:maxspeed`, `Key:zone:traffic`,
/// `Key:zone:maxspeed`, `Default speed limits`; for Belgium article 11 of the highway code: 50 in
/// built-up areas, in the Brussels-Capital Region 30 since 2021-01-01; outside them 70 in Flanders
/// and Brussels, 90 in Wallonia; 120 on motorways and on roads of two lanes each way with a barrier
/// between; 20 in living streets, 30 in cycle streets.
enum SpeedLimit {
  static func stated(_ tags: OSMTags, _ direction: AccessRule.Direction) -> Double? {
    for key in ["maxspeed:motorcar", "maxspeed"] {
      for text in [tags["\(key):\(direction.rawValue)"], tags[key]] {
        if let limit = text.flatMap(parse) { return limit }
      }
    }
    for key in ["zone:maxspeed", "maxspeed:type", "source:maxspeed", "zone:traffic"] {
      if let limit = tags[key].flatMap(ofCountry) { return limit }
    }
    return nil
  }

  /// A speed that a sign recommends, as before a curve.
  static func advised(_ tags: OSMTags, _ direction: AccessRule.Direction) -> Double? {
    tags["maxspeed:advisory:\(direction.rawValue)"].flatMap(parse)
      ?? tags["maxspeed:advisory"].flatMap(parse)
  }

  static func parse(_ text: String) -> Double? {
    let limits = text.split(separator: ";").compactMap { single(trimmed($0)) }
    return limits.min()
  }

  private static func single(_ text: Substring) -> Double? {
    switch text {
    case "walk": return 6
    case "none": return 130
    default: break
    }
    let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    guard !digits.isEmpty else { return ofCountry(String(text)) }
    guard let number = Double(digits) else { return nil }
    let factor: Double
    switch trimmed(text.dropFirst(digits.count)) {
    case "", "km/h", "kmh", "kph": factor = 1
    case "mph": factor = 1.609344
    case "knots": factor = 1.852
    default: return nil
    }
    let limit = number * factor
    return (1...150).contains(limit) ? limit : nil
  }

  /// `BE-VLG:rural`, `BE:zone:30`, `BE:30`.
  static func ofCountry(_ text: String) -> Double? {
    let parts = text.split(separator: ":", maxSplits: 1)
    guard parts.count == 2, let country = parts[0].split(separator: "-").first,
      country.count == 2, country.allSatisfy({ $0.isASCII && $0.isLetter })
    else { return nil }
    let context = parts[1]
    if let limit = countries["\(parts[0].uppercased()):\(context)"] { return limit }
    if let limit = countries["\(country.uppercased()):\(context)"] { return limit }
    let number = context.drop { !($0.isASCII && $0.isNumber) }
    if context.hasPrefix("zone") || number.count == context.count,
      let limit = Double(number), (1...150).contains(limit)
    {
      return limit
    }
    return contexts[String(context)]
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return text
  }

  private static let contexts: [String: Double] = [
    "urban": 50, "rural": 90, "trunk": 110, "motorway": 130, "living_street": 20,
    "bicycle_road": 30, "cyclestreet": 30, "pedestrian_zone": 6, "walk": 6, "school": 30,
  ]

  private static let countries: [String: Double] = [
    "BE-BRU:urban": 30, "BE-BRU:rural": 70, "BE-VLG:rural": 70, "BE-WAL:rural": 90,
    "BE:rural": 70, "BE:trunk": 120, "BE:motorroad": 120, "BE:motorway": 120,
    "NL:rural": 80, "NL:trunk": 100, "NL:motorway": 100, "NL:living_street": 15,
    "DE:rural": 100, "DE:living_street": 7, "FR:rural": 80, "LU:rural": 90, "LU:motorway": 130,
    "CH:rural": 80, "CH:trunk": 100, "CH:motorway": 120, "LI:rural": 80, "AT:rural": 100,
    "AT:trunk": 100, "FI:rural": 80, "FI:motorway": 120, "GB:nsl_single": 96.56,
    "GB:nsl_dual": 112.65, "GB:motorway": 112.65, "GB:urban": 48.28,
  ]
}
