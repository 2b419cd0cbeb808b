import Findings
import GTFSSchedule

extension Rule {
  static let stopOutsideArea = Rule(
    "stop_outside_area", .warning, in: "stops.txt, stop_lat and stop_lon",
    "a stop lies in the area of its feed: from the median of all stops no farther than 300 km and "
      + "than five times the distance within which 95 % of them lie; no distance is measured to "
      + "one that does not",
    mend: "correct the coordinates")
}

enum StopOutsideArea: FeedRule {
  static func check(_ feed: StoredFeed, _ log: inout FindingLog) throws {
    let places = try StopPlaces(feed)
    for (stop, meters) in places.outside {
      log.add(
        Rule.stopOutsideArea.finding(
          file: feed.place(of: GTFSSchedule.stops),
          line: feed.lines.line(of: stop, in: GTFSSchedule.stops), field: "stop_lat",
          value: places[stop]?.latitude.map { "\($0)" },
          "stop \(places[stop]?.id ?? "") lies \(Int((meters / 1000).rounded())) km from the "
            + "median of all stops"))
    }
  }
}
