/// SQL conditions on whether a stop is of use to riders, on an alias of `store_stops`.
enum StopUse {
  /// Trips call at it, or riders are fetched there on demand.
  static func isServed(_ stop: String) -> String {
    """
    (EXISTS (SELECT 1 FROM store_stop_patterns WHERE stop_key = \(stop).stop_key)
      OR \(stop).stop_key IN (SELECT stop_key FROM store_location_group_stops WHERE stop_key > 0))
    """
  }

  /// It or, where it is a station, one of its platforms is served.
  static func isReached(_ stop: String) -> String {
    """
    (\(isServed(stop)) OR EXISTS (
      SELECT 1 FROM store_stops AS platform
      WHERE platform.parent_station_key = \(stop).stop_key AND \(isServed("platform"))))
    """
  }

  /// A stop that is served, itself or by calls at its station, or a station of anything.
  static func isUsed(_ stop: String) -> String {
    """
    (\(isServed(stop))
      OR EXISTS (
        SELECT 1 FROM store_stop_patterns WHERE stop_key = \(stop).parent_station_key)
      OR (\(stop).location_type = 1 AND EXISTS (
        SELECT 1 FROM store_stops AS part WHERE part.parent_station_key = \(stop).stop_key)))
    """
  }
}
