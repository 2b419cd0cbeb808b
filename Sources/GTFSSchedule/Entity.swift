/// Things that files refer to by id. Each has integer keys of its own in the database, so that
/// the ids of two feeds never collide. The raw value is the stem of the columns in the database.
public enum Entity: String, Sendable, CaseIterable {
  case agency = "agency"
  case level = "level"
  case stop = "stop"
  case zone = "zone"
  case route = "route"
  case network = "network"
  case service = "service"
  case shape = "shape"
  case trip = "trip"
  case bookingRule = "booking_rule"
  case locationGroup = "location_group"
  case location = "location"
  case pathway = "pathway"
  case area = "area"
  case fare = "fare"
  case timeframeGroup = "timeframe_group"
  case riderCategory = "rider_category"
  case fareMedia = "fare_media"
  case fareProduct = "fare_product"
  case legGroup = "leg_group"

  public var keyColumn: String { "\(rawValue)_key" }
  public var idColumn: String { "\(rawValue)_id" }

  /// The file with one row for each id, whose table holds the ids; `nil` where ids come into being
  /// by being named, as those of services, and are stored by themselves.
  public var file: GTFSFile? { GTFSSchedule.files.first { $0.entity == self } }
}
