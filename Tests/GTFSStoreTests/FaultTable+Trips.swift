import TestSupport

extension Fault {
  private static let good = FeedText.minimal
  private static let times = "stop_times.txt"

  static let ofTrips: [Fault] =
    [
      Fault(
        "no trips",
        good.replacing("trips.txt", with: "route_id,service_id,trip_id\n")
          .replacing(times, with: "trip_id,arrival_time,departure_time,stop_id,stop_sequence\n"),
        "trips.txt warning feed_without_trips"),
      Fault(
        "a trip without calls", good.appending("R,weekday,U", to: "trips.txt"),
        "trips.txt:3 warning trip_without_calls trip_id=U"),
      Fault(
        "no calls",
        good.replacing(times, with: "trip_id,arrival_time,departure_time,stop_id,stop_sequence\n"),
        "trips.txt:2 warning trip_without_calls trip_id=T"),
      Fault(
        "a single call",
        good.appending("R,weekday,U", to: "trips.txt")
          .appending("U,09:00:00,09:00:00,A,1", to: times),
        "stop_times.txt:5 warning single_call trip_id"),
      Fault(
        "a call at no place", good.appending("T,08:30:00,08:30:00,,4", to: times),
        "stop_times.txt:5 error call_without_place stop_id"),
      Fault(
        "a call at a station", good.adding("location_type", "", "1", to: "stops.txt"),
        "stop_times.txt:3 warning call_at_station stop_id=B"),
      Fault(
        "a call at an entrance",
        good.adding("location_type", "1", "2", to: "stops.txt")
          .adding("parent_station", "", "A", to: "stops.txt")
          .substituting("08:00:00,A", "08:00:00,C", in: times),
        "stop_times.txt:3 error call_at_station stop_id=B"),
      Fault(
        "no first time", good.substituting("08:00:00,08:00:00", ",", in: times),
        "stop_times.txt:2 error missing_trip_edge departure_time"),
      Fault(
        "no last time", good.substituting("08:20:00,08:20:00", ",", in: times),
        "stop_times.txt:4 error missing_trip_edge arrival_time"),
      Fault(
        "an arrival before the departure before",
        good.substituting("08:20:00,08:20:00", "08:10:30,08:20:00", in: times),
        "stop_times.txt:4 error decreasing_time arrival_time=08:10:30"),
      Fault(
        "a departure before its arrival",
        good.substituting("08:10:00,08:11:00", "08:10:00,08:09:00", in: times),
        "stop_times.txt:3 error decreasing_time departure_time=08:09:00"),
      Fault(
        "a time that goes back in scattered rows",
        good.replacing(
          times,
          with: """
            trip_id,arrival_time,departure_time,stop_id,stop_sequence
            T,08:20:00,08:20:00,C,3
            T,08:30:00,08:30:00,B,2
            T,08:00:00,08:00:00,A,1

            """), "stop_times.txt:2 error decreasing_time arrival_time=08:20:00"),
      Fault(
        "a time that goes back past midnight",
        good.substituting("08:20:00,08:20:00", "00:20:00,00:20:00", in: times)
          .substituting("08:", "23:", in: times),
        "stop_times.txt:4 error decreasing_time arrival_time=00:20:00"),
      Fault(
        "a distance that goes back", good.adding("shape_dist_traveled", "0", "4", "3", to: times),
        "stop_times.txt:4 warning decreasing_shape_distance shape_dist_traveled=3.0"),
      Fault(
        "a bus that goes 400 km without a call",
        good.substituting("50.83,4.30", "54.40,4.30", in: "stops.txt")
          .substituting("08:20:00", "14:20:00", in: times),
        "stop_times.txt:4 warning stops_too_far stop_id=C"),
      Fault(
        "a bus that goes 100 km in 9 minutes",
        good.substituting("50.83,4.30", "51.71,4.30", in: "stops.txt"),
        "stop_times.txt:4 warning travel_too_fast arrival_time=08:20:00"),
    ] + blocks + onDemand

  private static let blocks: [Fault] = [
    Fault(
      "two trips of a block at once",
      good.withTwoTrips.adding("block_id", "1", "1", to: "trips.txt")
        .substituting("U,09:00:00,09:00:00", "U,08:19:00,08:19:00", in: times),
      "trips.txt:3 warning overlapping_block block_id=1"),
    Fault(
      "two trips of a block at once, on one day of two services",
      good.withTwoTrips.adding("block_id", "1", "1", to: "trips.txt")
        .substituting("U,09:00:00,09:00:00", "U,08:19:00,08:19:00", in: times)
        .substituting("weekday,U", "holiday,U", in: "trips.txt")
        .replacing(
          "calendar_dates.txt",
          with: "service_id,date,exception_type\nholiday,20191005,1\nholiday,20191101,1\n"),
      "trips.txt:3 warning overlapping_block block_id=1"),
  ]

  /// A trip U that fetches riders between its two calls.
  private static func onDemand(_ first: String, _ second: String) -> FeedText {
    let columns = "start_pickup_drop_off_window,end_pickup_drop_off_window,location_group_id"
    let feed = good.appending("R,weekday,U", to: "trips.txt")
      .replacing("location_groups.txt", with: "location_group_id\nG\n")
      .replacing("location_group_stops.txt", with: "location_group_id,stop_id\nG,A\n")
    let rows = feed.text(of: times).split(separator: "\n")
    let wide = [rows[0] + "," + columns] + rows.dropFirst().map { $0 + ",,," }
    return feed.replacing(times, with: wide.joined(separator: "\n") + "\n\(first)\n\(second)\n")
  }

  private static let onDemand: [Fault] = [
    Fault(
      "a call at a stop and in a group of stops",
      onDemand("U,,,A,1,08:00:00,18:00:00,G", "U,,,,2,08:00:00,18:00:00,G"),
      "stop_times.txt:5 warning call_with_two_places stop_id=A"),
    Fault(
      "a group of stops without a window", onDemand("U,,,,1,,,G", "U,,,,2,08:00:00,18:00:00,G"),
      "stop_times.txt:5 warning missing_window start_pickup_drop_off_window"),
    Fault(
      "a window that ends before it begins",
      onDemand("U,,,,1,08:00:00,18:00:00,G", "U,,,,2,18:00:00,08:00:00,G"),
      "stop_times.txt:6 warning missing_window end_pickup_drop_off_window"),
    Fault(
      "a time with a window",
      onDemand("U,08:00:00,08:00:00,,1,08:00:00,18:00:00,G", "U,,,,2,08:00:00,18:00:00,G"),
      "stop_times.txt:5 warning time_with_window arrival_time=08:00:00"),
  ]
}
