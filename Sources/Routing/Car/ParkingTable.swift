/// What a zone asks of those who come by car.
public struct ParkingTable: Sendable {
  public struct Row: Sendable, Equatable {
    /// As in `TravelZones`.
    public var zone: String
    /// Looking for a place, on arrival.
    public var searchMinutes: Double
    /// Between the place and the door, each way.
    public var walkMinutes: Double
    public var costEuroPerDay: Double
    public var source: String

    public init(
      zone: String, searchMinutes: Double, walkMinutes: Double, costEuroPerDay: Double = 0,
      source: String
    ) {
      self.zone = zone
      self.searchMinutes = searchMinutes
      self.walkMinutes = walkMinutes
      self.costEuroPerDay = costEuroPerDay
      self.source = source
    }
  }

  public let rows: [Row]
  private let byZone: [String: Row]

  public init(_ rows: [Row]) {
    self.rows = rows
    byZone = Dictionary(rows.map { ($0.zone, $0) }) { first, _ in first }
  }

  /// Nothing to look for and no way to walk where no row says otherwise.
  public func row(_ zone: String) -> Row {
    byZone[zone]
      ?? Row(zone: zone, searchMinutes: 0, walkMinutes: 0, source: "no row for the zone")
  }
}
