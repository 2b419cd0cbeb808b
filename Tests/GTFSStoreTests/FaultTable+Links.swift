import TestSupport

extension Fault {
  private static let good = FeedText.minimal

  static let ofLinks: [Fault] = shapes + headways + transfers

  private static let shapes: [Fault] = [
    Fault(
      "a shape of one point",
      good.withShape.substituting("S,50.83,4.30,2,3.3\n", "", in: "shapes.txt"),
      "shapes.txt:2 warning shape_with_one_point shape_id=S"),
    Fault(
      "a shape whose distance goes back",
      good.withShape.appending("S,50.84,4.30,3,3.2", to: "shapes.txt"),
      "shapes.txt:2 warning decreasing_point_distance shape_dist_traveled=3.2"),
    Fault(
      "a shape without trips",
      good.withShape.appending("Q,50.80,4.30,1,0", "Q,50.81,4.30,2,1", to: "shapes.txt"),
      "shapes.txt:4 info unused_shape shape_id=Q"),
  ]

  private static func headways(_ rows: String) -> FeedText {
    good.replacing(
      "frequencies.txt", with: "trip_id,start_time,end_time,headway_secs\n\(rows)\n")
  }

  private static let headways: [Fault] = [
    Fault(
      "a headway that ends before it begins", headways("T,09:00:00,08:00:00,600"),
      "frequencies.txt:2 warning frequency_reversed end_time=08:00:00"),
    Fault(
      "two headways at once",
      headways("T,07:00:00,09:30:00,600\nT,08:00:00,08:30:00,300\nT,09:30:00,10:00:00,300"),
      "frequencies.txt:3 warning overlapping_frequencies start_time=08:00:00"),
  ]

  private static func transfers(_ row: String, _ feed: FeedText = good) -> FeedText {
    feed.replacing(
      "transfers.txt",
      with: "from_stop_id,to_stop_id,transfer_type,min_transfer_time,from_trip_id,to_trip_id\n"
        + row + "\n")
  }

  private static let transfers: [Fault] = [
    Fault(
      "a transfer from nowhere", transfers(",B,1,,,"),
      "transfers.txt:2 warning transfer_without_stops from_stop_id"),
    Fault(
      "a transfer without its other stop", transfers("A,,,120,,"),
      "transfers.txt:2 warning transfer_without_stops to_stop_id"),
    Fault(
      "a transfer in the vehicle without its other trip", transfers("A,A,4,,T,"),
      "transfers.txt:2 warning transfer_without_trips to_trip_id"),
    Fault(
      "a transfer that takes a time and does not say which", transfers("A,B,2,,,"),
      "transfers.txt:2 warning transfer_without_time min_transfer_time"),
    Fault(
      "a transfer to an entrance",
      transfers(
        "A,E,2,120,,",
        good.adding("location_type", "", to: "stops.txt")
          .adding("parent_station", "S", to: "stops.txt")
          .appending(
            "S,Station,50.80,4.30,1,", "E,Door,50.80,4.30,2,S", to: "stops.txt")),
      "transfers.txt:2 warning transfer_to_nowhere to_stop_id=E"),
    Fault(
      "a transfer at a station where no trip calls",
      transfers(
        "S,S,2,120,,",
        good.adding("location_type", "", to: "stops.txt")
          .adding("parent_station", "", to: "stops.txt")
          .appending(
            "S,Station,50.80,4.30,1,", "E,Door,50.80,4.30,2,S", to: "stops.txt")),
      "transfers.txt:2 warning transfer_to_nowhere from_stop_id=S"),
  ]
}
