import TransitRouting

/// A trip of one service day, as it was added to the timetable.
struct TripRun {
  var trip: TripIndex
  /// `trip_key`; the runs of one trip on several service days share it.
  var key: Int
  /// The vehicle, see `ActiveTrips.Trip`.
  var block: Int?
  /// From the service day to the day of the timetable: runs of one feed with the same value are of
  /// one service day.
  var dayShiftSeconds: Int
  /// From `frequencies.txt`.
  var isRepeated: Bool
  var firstStop: StopIndex
  var lastStop: StopIndex
  /// The first departure and the last arrival, counted as the timetable does.
  var startSeconds: Int
  var endSeconds: Int
}
