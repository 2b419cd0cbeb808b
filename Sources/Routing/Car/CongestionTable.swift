public import StreetRouting

/// How many times the free-flow time a road takes, by zone, class of road and hour.
public struct CongestionTable: Sendable {
  public struct Row: Sendable, Equatable {
    /// As in `TravelZones`.
    public var zone: String
    public var group: RoadGroup
    /// Seconds of the day, the end excluded.
    public var period: Range<Int>
    /// 1 is free flow.
    public var factor: Double
    public var source: String

    public init(zone: String, group: RoadGroup, period: Range<Int>, factor: Double, source: String)
    {
      self.zone = zone
      self.group = group
      self.period = period
      self.factor = factor
      self.source = source
    }
  }

  public let rows: [Row]
  /// Where the factors may change, in seconds of the day.
  private let borders: [Int]

  /// - Parameter rows: of rows that overlap the first counts.
  public init(_ rows: [Row]) {
    self.rows = rows
    borders = Set(rows.flatMap { [$0.period.lowerBound, $0.period.upperBound] }).sorted()
  }

  /// The number of the period of a time: within one, all factors stay.
  public func period(at seconds: Int) -> Int {
    let time = Self.timeOfDay(seconds)
    return borders.count { $0 <= time }
  }

  /// 1 where no row says anything.
  public func factor(zone: String, group: RoadGroup, at seconds: Int) -> Double {
    let time = Self.timeOfDay(seconds)
    return rows.first { $0.zone == zone && $0.group == group && $0.period.contains(time) }?.factor
      ?? 1
  }

  private static func timeOfDay(_ seconds: Int) -> Int {
    let rest = seconds % 86_400
    return rest < 0 ? rest + 86_400 : rest
  }
}
