import TestSupport

extension Fault {
  private static let good = FeedText.minimal
  private static let times = "stop_times.txt"

  static let ofCells: [Fault] = texts + numbers + forms

  private static let texts: [Fault] = [
    Fault(
      "an empty id", good.appending(",Delta,50.8,4.3", to: "stops.txt"),
      "stops.txt:5 error missing_required_value stop_id="),
    Fault(
      "an empty cell that routing does without",
      good.substituting("https://example.org", "", in: "agency.txt"),
      "agency.txt:2 warning missing_required_value agency_url="),
    Fault(
      "spaces around an id", good.substituting("A,Alpha", "A ,Alpha", in: "stops.txt"),
      "stops.txt:2 warning surrounding_spaces stop_id=A "),
    Fault(
      "spaces around a number", good.substituting("50.81", " 50.81", in: "stops.txt"),
      "stops.txt:3 error number_with_spaces stop_lat= 50.81"),
    Fault(
      "spaces around a number that routing does without",
      good.adding("direction_id", "1 ", to: "trips.txt"),
      "trips.txt:2 warning number_with_spaces direction_id=1 "),
    Fault(
      "a line break", good.substituting("Beta", "\"Be\nta\"", in: "stops.txt"),
      "stops.txt:3 warning line_break_in_value stop_name=Be\nta"),
  ]

  private static let numbers: [Fault] = [
    Fault(
      "a whole number that is none", good.substituting(",B,2", ",B,2.5", in: times),
      "stop_times.txt:3 error invalid_integer stop_sequence=2.5"),
    Fault(
      "a number that is none", good.substituting("50.81", "50°81", in: "stops.txt"),
      "stops.txt:3 error invalid_number stop_lat=50°81"),
    Fault(
      "the same in three rows", good.substituting("4.30", "x", in: "stops.txt"),
      "stops.txt:2 error invalid_number stop_lon=x ×3"),
    Fault(
      "a latitude of 95", good.substituting("50.83", "95", in: "stops.txt"),
      "stops.txt:4 error number_out_of_range stop_lat=95"),
    Fault(
      "a longitude of 181", good.substituting("50.83,4.30", "50.83,181", in: "stops.txt"),
      "stops.txt:4 error number_out_of_range stop_lon=181"),
    Fault(
      "a sequence below 0", good.substituting(",A,1", ",A,-1", in: times),
      "stop_times.txt:2 error number_out_of_range stop_sequence=-1"),
    Fault(
      "a weekday of 2", good.substituting("1,1,0,0", "1,1,0,2", in: "calendar.txt"),
      "calendar.txt:2 error unexpected_value sunday=2"),
    Fault(
      "a route type below 0", good.substituting("1,3", "1,-1", in: "routes.txt"),
      "routes.txt:2 error unexpected_value route_type=-1"),
    Fault(
      "a location type of 5", good.adding("location_type", "5", to: "stops.txt"),
      "stops.txt:2 error unexpected_value location_type=5"),
    Fault(
      "a direction of 2", good.adding("direction_id", "2", to: "trips.txt"),
      "trips.txt:2 warning unexpected_value direction_id=2"),
    Fault(
      "a minute of 61", good.substituting("08:10:00", "08:61:00", in: times),
      "stop_times.txt:3 error invalid_time arrival_time=08:61:00"),
    Fault(
      "a time without seconds", good.substituting("08:10:00", "08:10", in: times),
      "stop_times.txt:3 error invalid_time arrival_time=08:10"),
    Fault(
      "29 February 2019", good.substituting("20191231", "20190229", in: "calendar.txt"),
      "calendar.txt:2 error invalid_date end_date=20190229"),
    Fault(
      "a date with hyphens", good.substituting("20191231", "2019-12-31", in: "calendar.txt"),
      "calendar.txt:2 error iso_date end_date=2019-12-31"),
  ]

  private static let forms: [Fault] = [
    Fault(
      "a time zone that is not in the database",
      good.substituting("Europe/Brussels", "Europe/Bruxelles", in: "agency.txt"),
      "agency.txt:2 error invalid_timezone agency_timezone=Europe/Bruxelles"),
    Fault(
      "a time zone of a stop", good.adding("stop_timezone", "GMT+1", to: "stops.txt"),
      "stops.txt:2 warning invalid_timezone stop_timezone=GMT+1"),
    Fault(
      "an address without its scheme",
      good.substituting("https://example.org", "example.org", in: "agency.txt"),
      "agency.txt:2 warning invalid_url agency_url=example.org"),
    Fault(
      "a mail address without a host", good.adding("agency_email", "info@", to: "agency.txt"),
      "agency.txt:2 warning invalid_email agency_email=info@"),
    Fault(
      "a language by its name", good.adding("agency_lang", "Nederlands!", to: "agency.txt"),
      "agency.txt:2 warning invalid_language agency_lang=Nederlands!"),
    Fault(
      "a colour with #", good.adding("route_color", "#0039A6", to: "routes.txt"),
      "routes.txt:2 warning invalid_color route_color=#0039A6"),
    Fault(
      "a currency by its sign",
      good.replacing(
        "fare_attributes.txt",
        with: "fare_id,price,currency_type,payment_method,transfers\nF,2.40,€,0,\n"),
      "fare_attributes.txt:2 warning invalid_currency currency_type=€"),
    Fault(
      "an amount with a comma",
      good.replacing(
        "fare_products.txt", with: "fare_product_id,amount,currency\nP,\"2,40\",EUR\n"),
      "fare_products.txt:2 warning invalid_amount amount=2,40"),
  ]

  static let ofKeys: [Fault] =
    [
      Fault(
        "a trip twice", good.appending("R,weekday,T", to: "trips.txt"),
        "trips.txt:3 error duplicated_row trip_id=T"),
      Fault(
        "a trip of the same id",
        good.adding("trip_headsign", "Beta", to: "trips.txt")
          .appending("R,weekday,T,Gamma", to: "trips.txt"),
        "trips.txt:3 error duplicate_key trip_id=T"),
      Fault(
        "a call twice", good.appending("T,08:20:00,08:20:00,C,3", to: times),
        "stop_times.txt:5 error duplicated_row stop_sequence=3"),
      Fault(
        "a call of the same sequence", good.appending("T,08:20:00,08:20:00,B,3", to: times),
        "stop_times.txt:5 error duplicate_key stop_sequence=3"),
      Fault(
        "two agencies without ids",
        good.replacing(
          "agency.txt",
          with: """
            agency_name,agency_url,agency_timezone
            L,https://example.org,Europe/Brussels
            M,https://example.org,Europe/Brussels

            """
        ).replacing("routes.txt", with: "route_id,route_short_name,route_type\nR,1,3\n"),
        "agency.txt:3 error duplicate_key agency_id"),
      Fault(
        "a date twice",
        good.replacing(
          "calendar_dates.txt",
          with: "service_id,date,exception_type\nweekday,20191101,2\nweekday,20191101,1\n"),
        "calendar_dates.txt:3 error duplicate_key service_id=weekday"),
    ] + references

  private static let references: [Fault] = [
    Fault(
      "an unknown stop", good.substituting(",B,2", ",X,2", in: times),
      "stop_times.txt:3 error foreign_key_violation stop_id=X"),
    Fault(
      "an unknown trip", good.appending("X,09:00:00,09:00:00,A,1", to: times),
      "stop_times.txt:5 error foreign_key_violation trip_id=X"),
    Fault(
      "an unknown route", good.appending("X,weekday,U", to: "trips.txt"),
      "trips.txt:3 error foreign_key_violation route_id=X"),
    Fault(
      "an unknown service", good.appending("R,sunday,U", to: "trips.txt"),
      "trips.txt:3 error foreign_key_violation service_id=sunday"),
    Fault(
      "an unknown agency", good.appending("R2,X,2,3", to: "routes.txt"),
      "routes.txt:3 error foreign_key_violation agency_id=X"),
    Fault(
      "an unknown parent", good.adding("parent_station", "X", to: "stops.txt"),
      "stops.txt:2 error foreign_key_violation parent_station=X"),
    Fault(
      "an unknown shape", good.withShape.substituting("T,S", "T,X", in: "trips.txt"),
      "trips.txt:2 warning foreign_key_violation shape_id=X"),
    Fault(
      "an unknown level", good.adding("level_id", "X", to: "stops.txt"),
      "stops.txt:2 warning foreign_key_violation level_id=X"),
  ]
}
