import TestSupport

extension Fault {
  private static let good = FeedText.minimal
  private static let stops = "stops.txt"

  /// A station S with the platform A, and `rows` of another kind, each as
  /// `id,name,lat,lon,type,parent`.
  private static func station(_ rows: String...) -> FeedText {
    let feed = good.replacing(
      stops,
      with: """
        stop_id,stop_name,stop_lat,stop_lon,location_type,parent_station
        A,Alpha,50.80,4.30,0,S
        B,Beta,50.81,4.30,,
        C,Gamma,50.83,4.30,,
        S,Station,50.80,4.30,1,

        """)
    return rows.reduce(feed) { $0.appending($1, to: stops) }
  }

  /// 30 stops more, and one more trip that calls at all of them and ends at `last`.
  private static func manyStops(_ last: String) -> FeedText {
    var stopRows = ""
    var calls = ""
    for number in 10..<40 {
      stopRows += "N\(number),North \(number),50.\(number + 50),4.30\n"
      calls += "U,09:\(number):00,09:\(number):00,N\(number),\(number)\n"
    }
    return good.appending("R,weekday,U", to: "trips.txt")
      .replacing(stops, with: good.text(of: stops) + stopRows + last + "\n")
      .replacing(
        "stop_times.txt",
        with: good.text(of: "stop_times.txt") + calls + "U,09:41:00,09:41:00,Z,41\n")
  }

  static let ofStops: [Fault] = [
    Fault(
      "a stop without a name", good.substituting("B,Beta", "B,", in: stops),
      "stops.txt:3 warning missing_stop_name stop_name"),
    Fault(
      "a stop without a latitude", good.substituting("50.81", "", in: stops),
      "stops.txt:3 warning missing_coordinate stop_lat"),
    Fault(
      "an entrance without a longitude", station("E,Door,50.80,,2,S"),
      "stops.txt:6 warning missing_coordinate stop_lon"),
    Fault(
      "a stop at 0, 0", good.substituting("50.81,4.30", "0.0,0.001", in: stops),
      "stops.txt:3 warning zero_coordinate stop_lat=0.0"),
    Fault(
      "a stop in Nigeria: latitude and longitude changed over", manyStops("Z,Zulu,4.30,50.91"),
      "stops.txt:35 warning stop_outside_area stop_lat=4.3"),
    Fault(
      "an entrance of nothing", station("E,Door,50.80,4.30,2,"),
      "stops.txt:6 warning missing_parent parent_station"),
    Fault(
      "a platform of a platform",
      station("D,Delta,50.80,4.30,0,B")
        .appending("T,08:30:00,08:30:00,D,4", to: "stop_times.txt"),
      "stops.txt:6 warning parent_not_station parent_station=B"),
    Fault(
      "a boarding area of a station", station("D,Sector,50.80,4.30,4,S"),
      "stops.txt:6 warning parent_not_station parent_station=S"),
    Fault(
      "a station of a station", station("E,Door,50.80,4.30,2,Q", "Q,Quarter,50.80,4.30,1,S"),
      "stops.txt:7 warning station_with_parent parent_station=S"),
    Fault(
      "a stop without calls", good.appending("D,Delta,50.80,4.30", to: stops),
      "stops.txt:5 info unused_stop stop_id=D"),
    Fault(
      "a station of nothing", station("Q,Quarter,50.80,4.30,1,"),
      "stops.txt:6 info unused_stop stop_id=Q"),
  ]
}
