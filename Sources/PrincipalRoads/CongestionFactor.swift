public import Findings

/// What congestion does to all roads of a class in a zone during some hours of a working day.
public struct CongestionFactor: Sendable, Equatable {
  /// Roads that slow down together.
  public enum RoadClass: String, Sendable, CaseIterable {
    case motorway, main, minor

    /// The class of an OpenStreetMap `highway` value; links go with their road.
    public init(highway: String) {
      switch highway {
      case "motorway", "motorway_link": self = .motorway
      case "trunk", "trunk_link", "primary", "primary_link", "secondary", "secondary_link":
        self = .main
      default: self = .minor
      }
    }
  }

  public let zone: Zone
  public let roadClass: RoadClass
  /// Such as `morning peak`.
  public let period: String
  /// Minutes after midnight, `from` included and `to` not; a period may pass midnight, then `to`
  /// is the smaller one.
  public let fromMinute: Int
  public let toMinute: Int
  /// Times the free-flow travel *time*: 1 or more.
  public let factor: Double
  public let source: String
  public let isAssumption: Bool

  /// Whether the period holds a time of day, in minutes after midnight.
  public func holds(minute: Int) -> Bool {
    fromMinute < toMinute
      ? (fromMinute..<toMinute).contains(minute) : minute >= fromMinute || minute < toMinute
  }

  /// The defaults that are compiled into the program.
  public static func defaults() throws(Failure) -> [CongestionFactor] {
    try read(EmbeddedText.of(PackageResources.congestion_csv))
  }

  /// Reads the text of `congestion.csv`.
  /// - Throws: `unusableData`, also where a zone and class has two factors, or none, at some
  ///   minute of the day.
  public static func read(_ text: String) throws(Failure) -> [CongestionFactor] {
    let file = "congestion.csv"
    var reader = try RowReader(file: file, text: text)
    let rows = try reader.rows { (row) -> CongestionFactor? in
      let zone = row.choice("zone", Zone.self)
      let roadClass = row.choice("road_class", RoadClass.self)
      let period = row.text("period")
      let from = row.minute("from")
      let to = row.minute("to")
      let factor = row.number("factor", in: 1...10)
      let source = row.text("source")
      let isAssumption = row.flag("is_assumption")
      guard let zone, let roadClass, let period, let from, let to, let factor, let source,
        let isAssumption
      else { return nil }
      return CongestionFactor(
        zone: zone, roadClass: roadClass, period: period, fromMinute: from, toMinute: to,
        factor: factor, source: source, isAssumption: isAssumption)
    }
    for zone in Zone.allCases {
      for roadClass in RoadClass.allCases {
        let own = rows.filter { $0.zone == zone && $0.roadClass == roadClass }
        for minute in 0..<1440 {
          let count = own.count { $0.holds(minute: minute) }
          guard count != 1 else { continue }
          throw .unusable(
            "incomplete_day", file: file, value: "\(zone.rawValue), \(roadClass.rawValue)",
            "\(count) factors hold at minute \(minute) of the day; exactly one must")
        }
      }
    }
    return rows
  }
}

extension RowReader.Row {
  /// A time of day such as `09:30`, in minutes after midnight.
  func minute(_ field: String) -> Int? {
    guard let text = text(field) else { return nil }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    if parts.count == 2, parts.allSatisfy({ $0.count == 2 }), let hour = Int(parts[0]),
      let minute = Int(parts[1]), (0..<24).contains(hour), (0..<60).contains(minute)
    {
      return hour * 60 + minute
    }
    report("invalid_time", field, "must be a time of day such as 09:30")
    return nil
  }

  /// A cell that says `yes` or `no`.
  func flag(_ field: String) -> Bool? {
    guard let text = text(field) else { return nil }
    if text == "yes" || text == "no" { return text == "yes" }
    report("unknown_word", field, "must be yes or no")
    return nil
  }
}
