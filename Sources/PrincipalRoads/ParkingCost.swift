public import Findings

/// What it costs to park for a working day at the end of a drive, by zone.
public struct ParkingCost: Sendable, Equatable {
  public let zone: Zone
  /// Minutes of driving around to find a place.
  public let searchMinutes: Double
  /// Minutes on foot from the place to the door.
  public let walkMinutes: Double
  public let costEurosPerDay: Double
  public let source: String
  public let isAssumption: Bool

  /// The defaults that are compiled into the program.
  public static func defaults() throws(Failure) -> [ParkingCost] {
    try read(EmbeddedText.of(PackageResources.parking_csv))
  }

  /// Reads the text of `parking.csv`: one row for every zone.
  public static func read(_ text: String) throws(Failure) -> [ParkingCost] {
    let file = "parking.csv"
    var reader = try RowReader(file: file, text: text)
    var known: Set<Zone> = []
    let rows = try reader.rows { (row) -> ParkingCost? in
      let zone = row.choice("zone", Zone.self)
      let search = row.number("search_minutes", in: 0...60)
      let walk = row.number("walk_minutes", in: 0...60)
      let cost = row.number("cost_eur_per_day", in: 0...200)
      let source = row.text("source")
      let isAssumption = row.flag("is_assumption")
      if let zone, !known.insert(zone).inserted {
        row.report("duplicate_key", "zone", "the zone is listed twice")
      }
      guard let zone, let search, let walk, let cost, let source, let isAssumption else {
        return nil
      }
      return ParkingCost(
        zone: zone, searchMinutes: search, walkMinutes: walk, costEurosPerDay: cost,
        source: source, isAssumption: isAssumption)
    }
    for zone in Zone.allCases where !known.contains(zone) {
      throw .unusable("missing_value", file: file, value: zone.rawValue, "the zone is missing")
    }
    return rows
  }
}
