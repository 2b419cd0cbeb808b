import TestSupport

extension Fault {
  private static let good = FeedText.minimal
  private static let dates = "calendar_dates.txt"
  private static let twoAgencies = good.appending(
    "M,Metro,https://example.org,Europe/Brussels", to: "agency.txt")

  private static func feedInfo(_ rows: String) -> FeedText {
    good.replacing(
      "feed_info.txt",
      with: """
        feed_publisher_name,feed_publisher_url,feed_lang,feed_start_date,feed_end_date
        \(rows)

        """)
  }

  static let ofAgencies: [Fault] = [
    Fault(
      "two time zones",
      twoAgencies.substituting(
        "Metro,https://example.org,Europe/Brussels",
        "Metro,https://example.org,Europe/London", in: "agency.txt"),
      "agency.txt:3 error inconsistent_timezone agency_timezone=Europe/London"),
    Fault(
      "one of two agencies without an id",
      twoAgencies.substituting("M,Metro", ",Metro", in: "agency.txt"),
      "agency.txt:3 warning missing_agency_id agency_id"),
    Fault(
      "a route of nobody's among two agencies",
      twoAgencies.substituting("R,L,", "R,,", in: "routes.txt"),
      "routes.txt:2 warning route_without_agency agency_id"),
    Fault(
      "a route without names", good.substituting("R,L,1,3", "R,L,,3", in: "routes.txt"),
      "routes.txt:2 warning route_without_name route_short_name"),
    Fault(
      "a route without trips", good.appending("R2,L,2,3", to: "routes.txt"),
      "routes.txt:3 info unused_route route_id=R2"),
    Fault(
      "networks in two places",
      good.adding("network_id", "N", to: "routes.txt")
        .replacing("networks.txt", with: "network_id,network_name\nN,Night\n"),
      "routes.txt:2 warning networks_twice network_id=N"),
    Fault(
      "two rows about the feed",
      feedInfo("P,https://example.org,nl,,\nQ,https://example.org,nl,,"),
      "feed_info.txt:3 warning more_than_one_row =Q"),
    Fault(
      "a feed that ends before it begins",
      feedInfo("P,https://example.org,nl,20191231,20191001"),
      "feed_info.txt:2 warning feed_dates_reversed feed_end_date=20191001"),
  ]

  static let ofCalendars: [Fault] = [
    Fault(
      "a service that ends before it begins",
      good.substituting("20191001,20191231", "20191231,20191001", in: "calendar.txt"),
      "calendar.txt:2 error date_range_reversed end_date=20191001"),
    Fault(
      "no weekday at all", good.substituting("1,1,1,1,1,0,0", "0,0,0,0,0,0,0", in: "calendar.txt"),
      "feed warning feed_without_service"),
    Fault(
      "one of two services without a weekday",
      good.withTwoTrips.substituting("weekday,U", "never,U", in: "trips.txt")
        .appending("never,0,0,0,0,0,0,0,20191001,20191231", to: "calendar.txt"),
      "calendar.txt:3 warning service_without_days service_id=never"),
    Fault(
      "a service whose every day is removed",
      good.withTwoTrips.substituting("weekday,U", "week,U", in: "trips.txt")
        .appending("week,0,1,1,0,0,0,0,20191001,20191002", to: "calendar.txt")
        .replacing(
          dates, with: "service_id,date,exception_type\nweek,20191001,2\nweek,20191002,2\n"),
      "calendar.txt:3 warning service_without_days service_id=week"),
    Fault(
      "a service of which days are only removed",
      good.withTwoTrips.substituting("weekday,U", "holiday,U", in: "trips.txt")
        .replacing(dates, with: "service_id,date,exception_type\nholiday,20191001,2\n"),
      "calendar_dates.txt:2 warning service_without_days service_id=holiday"),
    Fault(
      "a service that begins before the feed",
      feedInfo("P,https://example.org,nl,20191002,20191231"),
      "calendar.txt:2 warning service_outside_validity service_id=weekday"),
    Fault(
      "a service that ends after the feed", feedInfo("P,https://example.org,nl,,20191230"),
      "calendar.txt:2 warning service_outside_validity service_id=weekday"),
    Fault(
      "a service without trips",
      good.appending("sunday,0,0,0,0,0,0,1,20191001,20191231", to: "calendar.txt"),
      "calendar.txt:3 info unused_service service_id=sunday"),
    Fault(
      "a service of dates without trips",
      good.replacing(dates, with: "service_id,date,exception_type\nholiday,20191101,1\n"),
      "calendar_dates.txt:2 info unused_service service_id=holiday"),
  ]
}
